"""Whatever an endpoint answers ends in a typed error or a picture, never in a traceback."""

import asyncio
import gzip
import json

import pytest

from inpaint_studio.client import EditClient
from inpaint_studio.client.retry import stated_delay
from inpaint_studio.contract.failures import api_error
from inpaint_studio.errors import (
    ApiError,
    ConnectionFailed,
    ProtocolError,
    RequestError,
    StudioError,
)
from tests.support.canary import CANARY
from tests.support.misbehaving import Endpoint
from tests.support.one_edit import collect, edit, request
from tests.support.replies import (
    answer,
    b64,
    completed,
    error,
    frame,
    http,
    partial,
    picture,
    raw,
    stream,
)

HUGE = "9" * 5000


@pytest.mark.parametrize(
    "stated",
    ["Mon, 99 Jan 99999999999999999999 00:00:00 GMT", "Mon, 01 Jan 0001 00:00:00 +9959",
     "Mon, 01 Jan 2026 00:00:00 +99999999999999", HUGE, f"Mon, {HUGE} Jan 2026 00:00:00 GMT", "-1",
     "nan", "inf", "1e309", ""],
)  # fmt: skip
def test_a_delay_out_of_range_is_none(stated):
    assert stated_delay({"retry-after": stated}) is None or float(stated or 0) >= 0
    assert stated_delay({"retry-after": stated, "date": stated}) is None


@pytest.mark.parametrize("words", [f"Try again in {HUGE}s", f"try again in {HUGE}m5s"])
def test_a_delay_in_words_out_of_range_is_none(words):
    outcome, _ = edit(error(429, words, headers={"x_should_retry": "false"}))

    assert outcome.error.retry_after_s is None


@pytest.mark.parametrize(
    ("name", "value"),
    [("type", ["image_edit.completed"]), ("type", {"a": 1}), ("created", int("9" * 4000)),
     ("created", float("inf")), ("size", ["1x1"]), ("size", "9" * 100_000), ("usage", [1]),
     ("usage", {"input_tokens": float("nan")}), ("quality", "\ud800")],
)  # fmt: skip
def test_an_odd_field_costs_no_picture(name, value):
    fields = {name: value}
    plain, _ = edit(answer(picture(), **fields))
    streamed, _ = edit(stream(frame("completed", picture("done"), **fields)), stream=True)

    assert plain.images == [picture()]
    assert plain.events[0].size is None
    assert streamed.images == [picture("done")]


def test_a_number_of_5000_digits_costs_no_picture():
    body = f'{{"created": {HUGE}, "data": [{{"b64_json": "{b64(picture())}"}}]}}'

    outcome, _ = edit(http(body.encode()))

    assert outcome.images == [picture()]
    assert outcome.events[0].created_at == 0


def test_a_value_1000_deep_costs_no_picture():
    deep = "[" * 900 + "]" * 900
    body = f'{{"x": {deep}, "data": [{{"b64_json": "{b64(picture())}"}}]}}'

    outcome, _ = edit(http(body.encode()))

    assert outcome.images == [picture()]


@pytest.mark.parametrize("shape", ['{{"error": {0}}}', '{{"error": {{"message": {0}}}}}',
                                   '{{"detail": [{0}]}}', '{{"message": {0}}}'])  # fmt: skip
def test_an_error_nested_deep_is_an_error(shape):
    deep = '{"a":' * 900 + "1" + "}" * 900

    said = api_error(400, shape.format(deep).encode())

    assert isinstance(said, ApiError)
    assert len(said.detail) <= 4000


def test_texts_that_are_none_can_be_stored_and_printed():
    said = api_error(400, rb'{"error": {"message": "a \ud800 b", "code": "\udfff"}}')
    data = [{"b64_json": b64(picture()), "revised_prompt": "x\ud800" * 20_000}]
    outcome, _ = edit(http(json.dumps({"data": data}).encode()))

    assert said.detail == "a � b"
    f"{said} {said.code}".encode()
    assert len(outcome.events[0].revised_prompt.encode()) <= 4 * 32_000


def test_a_character_by_a_number_of_5000_digits_is_no_traceback():
    outcome, _ = edit(http(f"<html>&#{HUGE};</html>".encode(), "text/html"))

    assert isinstance(outcome.error, ProtocolError)


@pytest.mark.parametrize(
    "location",
    ["https://xn--/v1", "http://[::1", "http://a:99999/", "http://a..b/", "http://\xff\xfe/", "//",
     "http://" + "a" * 300 + "/", "x" * 70_000],
)  # fmt: skip
def test_a_redirect_to_what_is_no_address_is_told_as_a_redirect(location):
    outcome, _ = edit(http(b"", status=307, Location=location))

    assert isinstance(outcome.error, ProtocolError)
    assert outcome.error.title == "The endpoint points elsewhere"


@pytest.mark.parametrize(
    "address",
    ["https://xn--/a.png", "http://[::1", "https://a:99999/a.png", "https://a..b/", "\ud800",
     "https://\ud800/", "https://" + "a" * 300 + "/", "https://a:0/", "x" * 70_000, "http://a:b/"],
)  # fmt: skip
def test_a_result_at_what_is_no_address_is_a_protocol_error(address):
    outcome, _ = edit(
        http(json.dumps({"data": [{"url": address}]}).encode()),
        http(b"", status=404),
    )

    assert isinstance(outcome.error, ProtocolError)


@pytest.mark.parametrize(
    "address",
    ["https://xn--/v1", "https://a:99999/v1", "http://[::1/v1", "http://a..b/v1", "http:///v1",
     "https://" + "a" * 300 + "/v1"],
)  # fmt: skip
def test_a_base_address_that_is_none_is_named(address):
    async def run():
        client = EditClient()
        profile = Endpoint().profile(base_url=address, allows_plain_http=True)
        try:
            outcome = await collect(client, profile, request())
            with pytest.raises(StudioError) as listed:
                await client.models(profile, CANARY)
        finally:
            await client.aclose()
        return outcome.error, listed.value

    for fault in asyncio.run(run()):
        assert isinstance(fault, RequestError)
        assert fault.field == "base_url"


CODINGS = ["gzip", "gzip, gzip", "GZIP", "deflate", "br", "zstd", "x-gzip", "identity, gzip"]


@pytest.mark.parametrize("coding", CODINGS)
def test_a_compressed_answer_is_refused(coding):
    body = json.dumps({"data": [{"b64_json": b64(picture())}]}).encode()

    outcome, _ = edit(http(gzip.compress(body), content_encoding=coding))

    assert isinstance(outcome.error, ProtocolError)
    assert outcome.error.title == "The answer is compressed"
    assert "charged" in outcome.error.message


@pytest.mark.parametrize("coding", ["identity", "", " Identity "])
def test_an_answer_that_says_it_is_not_compressed_is_read(coding):
    body = json.dumps({"data": [{"b64_json": b64(picture())}]}).encode()

    assert edit(http(body, content_encoding=coding))[0].images == [picture()]


def test_a_compressed_error_is_told_by_its_status():
    body = gzip.compress(b'{"error": {"message": "no"}}')

    outcome, _ = edit(http(body, status=400, content_encoding="gzip"))

    assert outcome.error.status == 400
    assert "HTTP 400" in outcome.error.detail


UNPAID = {
    "compressed": http(gzip.compress(b"{}"), content_encoding="gzip"),
    "lost": raw(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"),
    "silent": raw(),
    "failed": http(b"{}", status=500),
    "gave up": http(b"{}", status=504),
}


@pytest.mark.parametrize("fault", UNPAID)
@pytest.mark.parametrize("kind", ["models", "file"])
def test_of_what_nobody_pays_for_no_charge_is_spoken(kind, fault):
    async def run():
        async with Endpoint([UNPAID[fault]]) as endpoint:
            client = EditClient()
            asks = {
                "models": lambda: client.models(endpoint.profile(), CANARY),
                "file": lambda: client.fetch_file(f"{endpoint.base_url}/a.png"),
            }
            with pytest.raises(StudioError) as failed:
                await asks[kind]()
            await client.aclose()
        return failed.value

    error = asyncio.run(run())

    assert "charged" not in str(error)
    assert not getattr(error, "maybe_charged", False)
    assert ("browser" in error.message) is (kind == "file")


@pytest.mark.parametrize("fault", UNPAID)
def test_a_fault_of_a_result_s_address_says_that_the_run_may_have_been_charged(fault):
    points = http(json.dumps({"data": [{"url": "/a.png"}]}).encode())

    outcome, _ = edit(points, UNPAID[fault])

    assert outcome.error.message.endswith("The run may have been charged.")


def test_a_compressed_result_is_refused():
    points = http(json.dumps({"data": [{"url": "/a.png"}]}).encode())
    outcome, _ = edit(points, http(gzip.compress(picture()), content_encoding="gzip"))

    assert outcome.error.title == "The answer is compressed"


def test_what_one_endpoint_sets_reaches_no_later_request():
    async def run():
        replies = [http(json.dumps({"data": []}).encode(), Set_Cookie="a=b; Path=/")] * 3
        async with Endpoint(replies) as first, Endpoint([answer(picture())]) as second:
            client = EditClient()
            for _ in range(2):
                await client.models(first.profile(), CANARY)
            await collect(client, first.profile(), request())
            await collect(client, second.profile(), request())
            await client.aclose()
            return [*first.asked, *second.asked]

    asked = asyncio.run(run())

    assert len(asked) == 4
    assert not [each for each in asked if "cookie" in each.headers]


def test_white_space_without_end_is_read_in_time():
    async def run():
        spaces = http(b" " * 200_000_000)
        async with Endpoint([spaces]) as endpoint:
            client = EditClient()
            outcome = await collect(client, endpoint.profile(), request())
            await client.aclose()
            return outcome

    outcome = asyncio.run(run())

    assert isinstance(outcome.error, ProtocolError | ConnectionFailed)
    assert outcome.seconds < 5


def test_a_stream_may_begin_with_empty_lines():
    outcome, _ = edit(stream(b"\n\n\r\n", completed(picture("done"))), stream=True)

    assert outcome.images == [picture("done")]


def test_of_1500_pictures_ten_are_handed_on():
    outcome, _ = edit(answer(*[picture(k) for k in range(1500)]))

    assert outcome.images == [picture(k) for k in range(10)]
    assert outcome.error is None


def test_pictures_too_many_are_not_even_fetched():
    many = {"data": [{"url": f"/{k}.png"} for k in range(1500)]}
    outcome, endpoint = edit(
        http(json.dumps(many).encode()), *[http(picture(k), "image/png") for k in range(10)]
    )

    assert len(outcome.images) == 10
    assert len(endpoint.asked) == 11


def test_of_5000_partials_so_many_are_handed_on_and_then_the_result():
    frames = b"".join(partial(k) for k in range(5000))
    outcome, _ = edit(stream(frames, completed(picture("done"))), stream=True, partial_images=3)

    assert len(outcome.partials) == 64
    assert outcome.images == [picture("done")]
