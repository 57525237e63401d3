"""Fault row 80: an endpoint that says back what it was told leaves it in no error and no event."""

import asyncio
import base64
import json
import traceback
from urllib.parse import quote

import pytest

from inpaint_studio.client import EditClient
from inpaint_studio.client.probe import probe
from inpaint_studio.contract.catalog import load_catalog
from inpaint_studio.contract.events import Completed
from inpaint_studio.errors import StudioError
from tests.support.canary import CANARY, Search
from tests.support.misbehaving import Endpoint
from tests.support.one_edit import collect, request
from tests.support.replies import answer, b64, completed, error, http, partial, picture, raw, stream

IN_NAME = "".join(filter(str.isalnum, CANARY))
"""As a part of a host's name, which must be a secret then by itself."""


def frame_of(kind: str, **fields) -> bytes:
    return f"event: {kind}\ndata: {json.dumps(fields)}\n\n".encode()


def page(words: str) -> bytes:
    return f"<!doctype html><html><body><h1>No</h1><p>{words}</p></body></html>".encode()


def at(address: str):
    return http(json.dumps({"data": [{"url": address}]}).encode())


ROADS = {
    "message": lambda key: error(400, f"Wrong: {key}"),
    "long message": lambda key: error(400, "x" * 485 + " " + key),
    "code and type": lambda key: error(400, code=key, type=key),
    "param": lambda key: error(422, param=key),
    "request id": lambda key: error(400, headers={"x-request-id": key}.items()),
    "categories": lambda key: error(
        400, code="moderation_blocked",
        moderation_details={"moderation_stage": key, "categories": [key]},
    ),
    "detail": lambda key: http(
        json.dumps({"detail": [{"loc": ["body", key], "msg": key}]}).encode(), status=422
    ),
    "plain text": lambda key: http(f"no {key}".encode(), "text/plain", 500),
    "broken JSON": lambda key: http(f'{{"error": "{key}'.encode(), status=500),
    "error page": lambda key: http(page(key), "text/html", 502),
    "page in a 200": lambda key: http(page(key), "text/html"),
    "kind of a 200": lambda key: http(b"....................", f"text/{key}"),
    "location": lambda key: http(b"", status=302, location=f"https://elsewhere.test/?k={key}"),
    "late location": lambda key: http(b"", status=302, location=f"https://e.test/{'x' * 170}{key}"),
    "error in a 200": lambda key: http(
        json.dumps({"error": {"message": key, "code": key}}).encode()
    ),
    "error in a stream": lambda key: stream(
        partial(0), frame_of("error", error={"message": f"Bad {key}", "code": key})
    ),
    "error after a picture": lambda key: stream(
        frame_of("image_edit.error", type="error", message=key)
    ),
    "words of a result": lambda key: answer(
        picture(), size=key[:30], quality=key[:30], background=key[-30:], output_format=key[:20],
        safety_identifier=key,
    ),
    "words of a stream": lambda key: stream(completed(quality=key[:30], safety_identifier=key)),
    "revised prompt": lambda key: http(
        json.dumps({"data": [{"b64_json": b64(picture()), "revised_prompt": key}]}).encode()
    ),
    "result address": lambda key: at(f"https://{IN_NAME}.invalid/{key}.png"),
    "private result address": lambda key: at(f"http://{IN_NAME}.elsewhere.test/{key}"),
    "broken result address": lambda key: at(f"https://me:{key}@["),
    "odd status": lambda key: raw(f"HTTP/1.1 999 {key}\r\nContent-Length: 0\r\n\r\n".encode()),
    "no HTTP": lambda key: raw(f"HTTP/9.9 {key}\r\n\r\n".encode()),
}  # fmt: skip
SPELLINGS = {
    "whole": str,
    "cut": lambda key: key[:25],
    "quoted": lambda key: quote(key, safe=""),
    "base64": lambda key: base64.b64encode(key.encode()).decode(),
}


def said_back(reply, **fields):
    """All that becomes of an edit and of a list of models at an endpoint that answers so."""

    async def run():
        async with Endpoint([reply]) as endpoint:
            client = EditClient()
            profile = endpoint.profile(headers={"X-Name": IN_NAME}, **fields)
            try:
                return await collect(client, profile, request(stream=True))
            finally:
                await client.aclose()

    return asyncio.run(run())


def told(outcome) -> str:
    """What anybody could show, keep or log of it, a bug report with its traceback included."""
    words = [str({**vars_of(event), "image": ""}) for event in outcome.events]
    if outcome.error is not None:
        words += [str(outcome.error), str(vars(outcome.error))]
        words += traceback.format_exception(outcome.error)
    return "\n".join(words).lower()


def vars_of(event) -> dict:
    return {name: getattr(event, name) for name in event.__dataclass_fields__}


@pytest.mark.parametrize("spell", SPELLINGS.values(), ids=SPELLINGS.keys())
@pytest.mark.parametrize("road", ROADS.values(), ids=ROADS.keys())
def test_no_road_leads_the_key_into_words(road, spell) -> None:
    spelled = spell(CANARY)

    outcome = said_back(road(spelled))

    assert outcome.error is not None or outcome.of(Completed)
    words = told(outcome)
    assert not any(spelled[at : at + 8].lower() in words for at in range(len(spelled) - 7))
    assert IN_NAME.lower()[:16] not in words


@pytest.mark.parametrize(
    "fields",
    [
        {"headers": {"X-Team": "canary-0123456789abcdef"}},
        {"query": {"sig": "canary-0123456789abcdef"}},
        {"fields": {"password": "canary-0123456789abcdef"}},
    ],
)
def test_what_else_the_profile_sends_does_not_come_back_either(fields) -> None:
    async def run():
        async with Endpoint([error(400, "You sent canary-0123456789abcdef")]) as endpoint:
            client = EditClient()
            try:
                return await collect(client, endpoint.profile(**fields), request())
            finally:
                await client.aclose()

    outcome = asyncio.run(run())

    assert "You sent [key]" in outcome.error.message
    assert "canary-0" not in told(outcome)


def test_a_password_in_an_address_is_not_shown_for_being_wrong() -> None:
    async def run(address):
        client = EditClient()
        try:
            return await collect(client, Endpoint().profile(base_url=address), request())
        finally:
            await client.aclose()

    for address in ("https://me:hunter/22@host/v1", "https://me:hunter/22@[/v1", "me:hunter/22@h"):
        outcome = asyncio.run(run(address))
        assert outcome.error is not None
        assert "hunter/22" not in told(outcome)
        assert "hunter" not in str(outcome.error)


def test_a_header_that_http_refuses_is_not_shown(monkeypatch) -> None:
    outcome = said_back(answer(picture()), auth="none")
    assert outcome.error is None

    async def run():
        client = EditClient()
        bad = {"X-Key": CANARY, "bad name": "x"}
        try:
            profile = Endpoint().profile(base_url="http://127.0.0.1:9/v1", headers=bad)
            return await collect(client, profile, request())
        finally:
            await client.aclose()

    assert not Search(CANARY).finds(told(asyncio.run(run())))


def test_models_whose_name_is_the_key_are_not_offered() -> None:
    listed = {"data": [{"id": "one"}, {"id": f"m-{CANARY}"}, {"id": CANARY[:20]}]}

    async def run():
        async with Endpoint([http(json.dumps(listed).encode())]) as endpoint:
            client = EditClient()
            try:
                return await client.models(endpoint.profile(), CANARY)
            finally:
                await client.aclose()

    assert asyncio.run(run()) == ["one"]


def test_a_list_of_models_that_is_refused_says_no_key() -> None:
    async def run():
        async with Endpoint([error(401, f"Wrong {CANARY}")]) as endpoint:
            client = EditClient()
            try:
                await client.models(endpoint.profile(), CANARY)
            finally:
                await client.aclose()

    with pytest.raises(StudioError) as caught:
        asyncio.run(run())
    assert not Search(CANARY).finds("".join(traceback.format_exception(caught.value)))


def test_a_test_of_the_endpoint_tells_no_key() -> None:
    async def run():
        async with Endpoint([error(401, f"Wrong {CANARY}")]) as endpoint:
            model = load_catalog().model("gpt-image-1")
            return [each async for each in probe(endpoint.profile(), model, CANARY)]

    found = asyncio.run(run())

    assert found
    assert not Search(CANARY).finds(str(found))


def test_a_bug_tells_no_key(monkeypatch) -> None:
    """What nobody foresaw is reported with its traceback."""

    async def fail(self, job):
        int(job.api_key)

    monkeypatch.setattr("inpaint_studio.client.transport.Transport.post", fail)

    async def run():
        client = EditClient()
        async for _ in client.edit(Endpoint().profile(base_url="http://h/v1"), request(), CANARY):
            pass

    with pytest.raises(ValueError, match="invalid literal") as caught:
        asyncio.run(run())
    assert not Search(CANARY).finds("".join(traceback.format_exception(caught.value)))
