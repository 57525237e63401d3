"""The test of an endpoint finds out what the endpoint really does."""

from __future__ import annotations

import asyncio
import io
import json
import time
from collections.abc import Callable, Iterator
from contextlib import aclosing

import pytest
from PIL import Image, ImageChops

from inpaint_studio.client.probe import probe, probe_cost, probe_params
from inpaint_studio.client.probe_report import CHECKS, CheckResult
from inpaint_studio.contract.catalog import load_catalog
from inpaint_studio.contract.profile import Profile
from inpaint_studio.engine import PatchMatchEngine
from inpaint_studio.server.fault_injection import parse_injected_faults
from tests.support.canary import CANARY
from tests.support.embedded import running
from tests.support.http_server import Asked
from tests.support.misbehaving import Endpoint
from tests.support.one_edit import unused_port
from tests.support.replies import answer, error, http, raw

CATALOG = load_catalog()
LOCAL = CATALOG.model("local-fill-no-prompt")
FOREIGN = CATALOG.model("model-of-a-lab")


@pytest.fixture(scope="module")
def engine() -> Iterator[PatchMatchEngine]:
    engine = PatchMatchEngine(workers=1)
    engine.warm()
    yield engine
    engine.close()


def found(profile: Profile, model=LOCAL, api_key: str | None = None) -> dict[str, CheckResult]:
    async def run() -> dict[str, CheckResult]:
        return {item.check: item async for item in probe(profile, model, api_key)}

    return asyncio.run(run())


def at(base_url: str, **fields) -> Profile:
    return Profile(name="test", base_url=base_url, **fields)


def test_the_embedded_server_passes_every_check(engine):
    with running(engine, api_key=CANARY) as url:
        findings = found(at(url), api_key=CANARY)

    assert {check: findings[check].verdict for check in CHECKS} == dict.fromkeys(CHECKS, "yes")
    assert "2 of 2" in findings["partials"].evidence
    assert "256x256" in findings["size"].evidence
    assert findings["mask"].learned["honours_mask"] is True
    assert all(item.evidence for item in findings.values())


@pytest.mark.parametrize(
    ("fault", "check", "verdict", "learned"),
    [
        ("ignored-mask", "mask", "no", {"honours_mask": False}),
        ("fewer-partials", "partials", "partly", {"max_partials": None}),
        ("drift", "mask", "yes", {"honours_mask": True, "mask_convention": "alpha"}),
        ("moderation", "mask", "unknown", {}),
        ("server-error", "mask", "unknown", {}),
        ("cut-stream", "size", "unknown", {}),
    ],
)
def test_faults_of_a_server_are_found(engine, fault, check, verdict, learned, expected_log):
    if fault == "cut-stream":
        expected_log("without completing response")
    with running(engine, faults=parse_injected_faults(fault)) as url:
        findings = found(at(url))

    assert (findings[check].verdict, dict(findings[check].learned)) == (verdict, learned)
    assert findings["reachable"].verdict == "yes"


def test_a_wrong_key_ends_the_test_before_anything_is_paid(engine):
    with running(engine, api_key=CANARY) as url:
        findings = found(at(url), api_key="sk-wrong")

    assert findings["reachable"].verdict == "yes"
    assert findings["key"].verdict == "no"
    assert set(findings) == {"reachable", "key"}


def test_an_endpoint_that_is_not_there_is_unreachable():
    findings = found(at(f"http://127.0.0.1:{unused_port()}/v1"))

    assert {name: item.verdict for name, item in findings.items()} == {"reachable": "no"}


@pytest.mark.parametrize("address", ["nonsense", "http://", "https://[::1", "ftp://x/v1"])
def test_an_address_that_is_none_is_said_so(address):
    assert found(at(address))["reachable"].verdict == "no"


def test_stopping_the_test_closes_the_connection(engine):
    with running(engine, faults=parse_injected_faults("delay=20")) as url:

        async def run() -> float:
            async with aclosing(probe(at(url), LOCAL, None)) as findings:
                assert (await anext(findings)).check == "reachable"
                started = time.monotonic()
                task = asyncio.get_running_loop().create_task(findings.asend(None))
                await asyncio.sleep(0.3)
                task.cancel()
                await asyncio.gather(task, return_exceptions=True)
                return time.monotonic() - started

        assert asyncio.run(run()) < 5


Paint = Callable[[Image.Image, Image.Image], Image.Image]
"""From the picture and the mask as they were sent to the result."""


def blue(picture: Image.Image) -> Image.Image:
    return Image.new("RGB", picture.size, (20, 30, 140))


def by_alpha(picture: Image.Image, mask: Image.Image) -> Image.Image:
    kept = mask.getchannel("A") if "A" in mask.getbands() else Image.new("L", mask.size, 255)
    return Image.composite(picture, blue(picture), kept)


def by_white(picture: Image.Image, mask: Image.Image) -> Image.Image:
    flat = Image.new("RGB", mask.size)
    flat.paste(mask, mask=mask.getchannel("A") if "A" in mask.getbands() else None)
    return Image.composite(blue(picture), picture, flat.convert("L"))


def reversed_alpha(picture: Image.Image, mask: Image.Image) -> Image.Image:
    return Image.composite(blue(picture), picture, mask.getchannel("A"))


def untouched(picture: Image.Image, mask: Image.Image) -> Image.Image:
    return picture


def elsewhere(picture: Image.Image, mask: Image.Image) -> Image.Image:
    return ImageChops.invert(picture)


def small(picture: Image.Image, mask: Image.Image) -> Image.Image:
    return by_alpha(picture, mask).resize((64, 64))


def odd_server(paint: Paint, refuses: str = ""):
    """Answers as JSON; `refuses` one field with a 400 that names it."""

    async def reply(asked: Asked, writer) -> None:
        if asked.method == "GET":
            await error(404)(asked, writer)
        elif refuses and refuses in asked.fields:
            words = f"Unknown parameter: '{refuses}'."
            await error(400, words, param=refuses)(asked, writer)
        else:
            image, mask = (Image.open(io.BytesIO(part.value)) for part in asked.files)
            made = io.BytesIO()
            paint(image.convert("RGB"), mask).save(made, "PNG")
            await answer(made.getvalue())(asked, writer)

    return reply


def found_at(*replies, model=FOREIGN, **fields) -> tuple[dict[str, CheckResult], Endpoint]:
    async def run() -> tuple[dict[str, CheckResult], Endpoint]:
        async with Endpoint(replies) as endpoint:
            findings = probe(endpoint.profile(**fields), model, None)
            return {item.check: item async for item in findings}, endpoint

    return asyncio.run(run())


@pytest.mark.parametrize(
    ("paint", "verdict", "polarity", "convention"),
    [
        (by_alpha, "yes", "yes", "alpha"),
        (by_white, "yes", "yes", "luminance"),
        (reversed_alpha, "partly", "no", "inverted"),
        (elsewhere, "no", "unknown", None),
        (untouched, "unknown", "unknown", None),
    ],
)
def test_how_a_server_reads_the_mask_is_found(paint, verdict, polarity, convention):
    findings, _ = found_at(odd_server(paint))

    assert findings["mask"].verdict == verdict
    assert findings["polarity"].verdict == polarity
    assert findings["mask"].learned.get("mask_convention") == convention


def test_what_was_learned_makes_an_inverting_server_do_right():
    findings, _ = found_at(odd_server(reversed_alpha), mask_convention="inverted")

    assert (findings["mask"].verdict, findings["polarity"].verdict) == ("yes", "yes")


@pytest.mark.parametrize("field", ["quality", "background", "moderation", "output_format"])
def test_a_refused_field_is_named_and_left_out(field):
    model = CATALOG.model("gpt-image-2")
    findings, endpoint = found_at(odd_server(by_alpha, refuses=field), model=model)

    assert findings["fields"].verdict == "no"
    assert findings["fields"].learned == {"refused_fields": (field,)}
    assert field in findings["fields"].evidence
    assert findings["mask"].verdict == "yes"
    assert field not in endpoint.asked[-1].fields


def test_a_server_that_answers_a_stream_with_json_does_not_stream():
    findings, _ = found_at(odd_server(by_alpha))

    assert findings["streams"].verdict == "no"
    assert findings["streams"].learned == {"streaming": "off"}
    assert findings["partials"].learned == {"max_partials": 0}


def test_streaming_that_is_off_in_the_profile_is_not_asked_for():
    findings, endpoint = found_at(odd_server(by_alpha), streaming="off")

    assert findings["streams"].verdict == "unknown"
    assert all("stream" not in asked.fields for asked in endpoint.asked if asked.method == "POST")


def test_another_size_than_asked_for_is_reported():
    findings, _ = found_at(odd_server(small))

    assert findings["size"].verdict == "no"
    assert findings["size"].learned == {"honours_size": False}
    assert "256x256" in findings["size"].evidence
    assert "64x64" in findings["size"].evidence


@pytest.mark.parametrize(
    "reply",
    [
        raw(b"SSH-2.0-OpenSSH_9.6\r\n"),
        http(b"<html>Log in</html>", "text/html"),
        http(b"", status=302, Location="https://elsewhere.example/"),
        error(429, "Quota", code="insufficient_quota"),
        http(json.dumps({"data": [{"b64_json": "bm90IGEgcGljdHVyZQ=="}]}).encode()),
    ],
)
def test_nonsense_proves_nothing_and_breaks_nothing(reply):
    findings, _ = found_at(reply)

    assert findings
    assert findings.get("mask", CheckResult("mask", "unknown", "")).verdict == "unknown"
    assert all(isinstance(item.evidence, str) for item in findings.values())


def test_the_price_is_known_before():
    cost = probe_cost(CATALOG.model("gpt-image-2"))

    assert cost is not None
    assert 0 < cost.usd < 0.05
    assert probe_params(CATALOG.model("gpt-image-2")).n == 1
    assert probe_cost(FOREIGN) is None
