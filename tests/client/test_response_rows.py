"""Contract §2 row by row: what a server says on success, and all else a client must take."""

import base64
import json

import pytest

from inpaint_studio.contract.events import Completed, PartialImage, Usage
from inpaint_studio.errors import ConnectionFailed, ProtocolError, ServerError
from tests.support.one_edit import edit
from tests.support.replies import (
    PNG,
    answer,
    b64,
    completed,
    frame,
    http,
    partial,
    picture,
    raw,
    stream,
)

USAGE = {
    "input_tokens": 12, "input_tokens_details": {"text_tokens": 2, "image_tokens": 10},
    "output_tokens": 7, "total_tokens": 19,
}  # fmt: skip
STREAM: dict = {"stream": True, "partial_images": 2}
COMMON: dict = {
    "created_at": 9, "size": "1024x1024", "quality": "low", "background": "opaque",
    "output_format": "png",
}  # fmt: skip


def test_json_200_in_full():
    reply = answer(
        picture(), size="1536x1024", quality="high", background="opaque", output_format="webp",
        usage=USAGE | {"output_tokens_details": {"text_tokens": 0, "image_tokens": 7}},
        safety_identifier="someone", svg_usage={"tokens": 1},
    )  # fmt: skip

    outcome, _ = edit(reply)

    (event,) = outcome.events
    assert (event.size, event.quality, event.background, event.output_format) == (
        "1536x1024", "high", "opaque", "webp",
    )  # fmt: skip
    assert event.created_at == 7
    assert event.usage == Usage(
        input_tokens=12, output_tokens=7, total_tokens=19, input_text_tokens=2,
        input_image_tokens=10, output_image_tokens=7,
    )  # fmt: skip


def test_json_200_with_only_what_the_schema_requires():
    body = json.dumps({"created": 1, "data": [{"b64_json": b64(picture())}]}).encode()

    assert edit(http(body))[0].images == [picture()]


@pytest.mark.parametrize("body", [b'{"created": 1}', b'{"created": 1, "data": []}'])
def test_json_200_without_data_is_schema_valid_and_an_error(body):
    outcome, _ = edit(http(body))

    assert isinstance(outcome.error, ProtocolError)
    assert "no picture" in outcome.error.title


def test_response_enums_are_never_validated():
    reply = answer(picture(), size="77x1", quality="xhigh", background="pink", output_format="gif")

    assert edit(reply)[0].events[0].quality == "xhigh"


def test_revised_prompt_is_kept():
    body = {"created": 1, "data": [{"b64_json": b64(picture()), "revised_prompt": "better"}]}

    assert edit(http(json.dumps(body).encode()))[0].events[0].revised_prompt == "better"


def test_images_of_one_answer_may_differ_in_size():
    assert edit(answer(picture(1), picture(2, 99)), n=2)[0].images == [picture(1), picture(2, 99)]


def test_a_c2pa_manifest_is_kept_for_the_bytes_are_the_server_s_own():
    signed = PNG + b"\0\0\0\x04caBXc2pa\0\0\0\0"

    assert edit(answer(signed))[0].images == [signed]


def test_sse_200_in_full():
    reply = stream(
        frame("partial_image", picture(0), partial_image_index=0, **COMMON),
        frame("partial_image", picture(1), partial_image_index=1, **COMMON),
        frame("completed", picture(2), usage=USAGE, safety_identifier="x", **COMMON),
    )

    outcome, _ = edit(reply, **STREAM)

    *partials, last = outcome.events
    assert [(type(event), event.index) for event in partials] == [
        (PartialImage, 0), (PartialImage, 1),
    ]  # fmt: skip
    assert isinstance(last, Completed)
    for event in outcome.events:
        assert (event.created_at, event.size, event.quality) == (9, "1024x1024", "low")
        assert (event.background, event.output_format) == ("opaque", "png")
    assert last.usage == Usage(12, 7, 19, 2, 10)


@pytest.mark.parametrize("tail", [b"", b"data: [DONE]\n\n", b"event: done\ndata: [DONE]\n\n"])
def test_done_is_taken_and_not_needed(tail):
    assert edit(stream(partial(0), completed(), tail), **STREAM)[0].images == [picture("done")]


@pytest.mark.parametrize(
    "said",
    [
        b'event: error\ndata: {"error": {"message": "broke"}}\n\n',
        b'data: {"type": "error", "error": {"message": "broke"}}\n\n',
        b'data: {"error": {"message": "broke", "type": "server_error", "code": 500}}\n\n',
        b'event: error\ndata: {"type": "error", "message": "broke", "code": null}\n\n',
    ],
    ids=["event error", "type error", "error only", "bare"],  # vLLM-Omni's is the third
)
def test_an_error_inside_the_stream(said):
    outcome, endpoint = edit(stream(partial(0), said), **STREAM)

    assert outcome.partials == [picture("p0")]
    assert isinstance(outcome.error, ServerError)
    assert "broke" in outcome.error.detail
    assert len(endpoint.asked) == 1


def test_ping_comments_of_gateways():
    pings = [b": ping\n\n", b":\n\n"] * 3

    assert edit(stream(*pings, partial(0), *pings, completed()), **STREAM)[0].error is None


def test_eof_before_completed_fails_with_the_partial_which_is_no_result():
    outcome, _ = edit(stream(partial(0), partial(1)), **STREAM)

    assert isinstance(outcome.error, ConnectionFailed)
    assert outcome.error.partial == picture("p1")
    assert outcome.images == []


def test_fewer_partials_than_asked_may_arrive():
    assert len(edit(stream(partial(0), completed()), **STREAM)[0].partials) == 1


def test_json_instead_of_sse():
    assert edit(answer(picture()), **STREAM)[0].images == [picture()]


def test_sse_instead_of_json():
    assert edit(stream(completed()))[0].images == [picture("done")]


def unnamed(piece: bytes) -> bytes:
    return piece.split(b"\n", 1)[1]


TAKEN = {
    "data-only frames": unnamed(partial(0)) + unnamed(completed()),
    "id and retry": b"id: 7\nretry: 500\n" + partial(0) + b"id\n" + completed(),
    "CRLF": (partial(0) + completed()).replace(b"\n", b"\r\n"),
    "CR": (partial(0) + completed()).replace(b"\n", b"\r"),
    "byte order mark": b"\xef\xbb\xbf" + partial(0) + completed(),
    "comments inside an event": (partial(0) + completed()).replace(b"\ndata", b"\n: x\ndata"),
    "multi-line data": (partial(0) + completed()).replace(b', "', b',\ndata: "'),
    "unknown events": partial(0) + b'event: image_edit.thought\ndata: {"a": 1}\n\n' + completed(),
    "unknown fields": b"hello: you\n" + partial(0) + completed(brand_new={"a": [1]}),
    "image_generation names": (partial(0) + completed()).replace(
        b"image_edit", b"image_generation"
    ),
    "data URL prefix": (partial(0) + completed()).replace(
        b'"b64_json": "', b'"b64_json": "data:image/png;base64,'
    ),
    "no space after colon": (partial(0) + completed())
    .replace(b": image", b":image")
    .replace(b"data: {", b"data:{"),
}


@pytest.mark.parametrize("name", TAKEN)
def test_a_client_must_also_take(name):
    outcome, _ = edit(stream(TAKEN[name]), **STREAM)

    assert outcome.error is None
    assert outcome.partials == [picture("p0")]
    assert outcome.images == [picture("done")]


def test_base64_lines_of_many_megabytes_split_anywhere():
    large = PNG + bytes(range(256)) * 20_000
    text = frame("completed", large)
    cuts = [text[at : at + 700_001] for at in range(0, len(text), 700_001)]

    assert edit(stream(*cuts), **STREAM)[0].images == [large]


def test_a_url_relative_to_the_base_is_fetched():
    outcome, endpoint = edit(
        http(b'{"created": 1, "data": [{"url": "/images/7.png"}]}'), raw_picture()
    )

    assert outcome.images == [picture("file")]
    assert endpoint.asked[1].target == "/images/7.png"


def raw_picture():
    return http(picture("file"), "image/png")


def test_a_data_url_as_url():
    text = base64.b64encode(picture()).decode()
    body = {"data": [{"url": f"data:image/png;base64,{text}"}]}

    assert edit(http(json.dumps(body).encode()))[0].images == [picture()]


def test_several_completed_events_are_several_images():
    reply = stream(completed(picture(1)), completed(picture(2)))

    outcome, _ = edit(reply, n=2, stream=True, profile={"max_streamed_n": 2})

    assert [(e.variant, e.image) for e in outcome.of(Completed)] == [
        (0, picture(1)), (1, picture(2)),
    ]  # fmt: skip


@pytest.mark.parametrize("count", [1, 4])
def test_fewer_and_more_images_than_asked(count):
    images = [picture(k) for k in range(count)]

    assert edit(answer(*images), n=2)[0].images == images


def test_headers_are_read_in_any_case_and_nothing_compressed_is_asked_for():
    body = json.dumps({"data": [{"b64_json": b64(picture())}]}).encode()
    head = b"HTTP/1.1 200 OK\r\nCONTENT-TYPE: Application/JSON\r\ncontent-length: %d\r\n\r\n"

    outcome, endpoint = edit(raw(head % len(body) + body))

    assert outcome.images == [picture()]
    assert endpoint.asked[0].headers["accept-encoding"] == "identity"
