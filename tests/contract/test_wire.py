"""Contract §2 and §4: answers and frames of every server, read; ours, written exactly."""

import base64
import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpaint_studio.contract import image_text, wire
from inpaint_studio.contract.events import Completed, PartialImage, Usage
from inpaint_studio.contract.sse import ServerEvent, SseDecoder
from inpaint_studio.errors import ModerationError, ProtocolError, RejectedError, ServerError

PICTURE = bytes(range(256)) * 4
TEXT = base64.b64encode(PICTURE).decode()
USAGE = Usage(
    input_tokens=30, output_tokens=12, total_tokens=42, input_text_tokens=10, input_image_tokens=20,
    output_text_tokens=2, output_image_tokens=10,
)  # fmt: skip


def answer(**fields):
    return wire.parse_response(json.dumps({"created": 1, **fields}).encode())


def frame(value, name=""):
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    return wire.parse_event(ServerEvent(data, name))


def test_a_plain_answer():
    received = answer(
        data=[{"b64_json": TEXT, "revised_prompt": "a door"}, {"url": "/files/2.png"}],
        size="1024x1024", quality="xmax", background="opaque", output_format="png",
        usage=wire.usage_json(USAGE, with_output_details=True), svg_usage=None, more={"x": 1},
    )  # fmt: skip

    assert [image.image for image in received.images] == [PICTURE, None]
    assert received.images[0].revised_prompt == "a door"
    assert received.images[1].url == "/files/2.png"
    assert (received.size, received.quality, received.created_at) == ("1024x1024", "xmax", 1)
    assert received.usage == USAGE


def test_explicit_nulls_and_zero_usage_of_litellm():
    received = answer(
        data=[{"b64_json": TEXT, "url": None}],
        size=None,
        usage={
            "input_tokens": 0,
            "input_tokens_details": None,
            "output_tokens": 0,
            "total_tokens": 0,
        },
    )

    assert received.images[0].image == PICTURE
    assert received.usage == Usage()
    assert received.size is None


@pytest.mark.parametrize("body", [b'{"created":1}', b'{"created":1,"data":[]}', b'{"data":[{}]}'])
def test_success_without_a_picture_is_an_error(body):
    with pytest.raises(ProtocolError, match="no picture"):
        wire.parse_response(body)


@pytest.mark.parametrize(
    "body", [b"", b"{", b"null", b"12", b'{"data":[{"b64_json":"aGk', b"[" * 9**5]
)
def test_bodies_that_are_not_the_contract(body):
    with pytest.raises(ProtocolError):
        wire.parse_response(body)


def test_an_error_with_status_200_is_an_error():
    with pytest.raises(RejectedError, match="no such size"):
        answer(error={"message": "no such size", "type": "invalid_request_error"})


@pytest.mark.parametrize(
    ("name", "value", "kind", "index"),
    [
        ("image_edit.partial_image", {"type": "image_edit.partial_image", "b64_json": TEXT,
         "partial_image_index": 2}, "partial", 2),
        ("image_generation.partial_image", {"b64_json": TEXT, "partial_image_index": 0},
         "partial", 0),
        ("", {"type": "image_edit.completed", "b64_json": TEXT}, "completed", 0),
        ("", {"type": "image_generation.completed", "b64_json": TEXT}, "completed", 0),
        ("message", {"b64_json": TEXT}, "completed", 0),
        ("", {"b64_json": TEXT, "partial_image_index": 1}, "partial", 1),
        ("", {"data": [{"b64_json": TEXT}]}, "completed", 0),
        ("", {"object": "image.edit.chunk", "type": "image", "data": [{"b64_json": TEXT}]},
         "completed", 0),
        ("", {"type": "image_edit.completed", "b64_json": "data:image/png;base64," + TEXT},
         "completed", 0),
        ("", {"type": "image_edit.completed", "url": "data:image/png;base64," + TEXT},
         "completed", 0),
    ],
)  # fmt: skip
def test_frames_with_a_picture(name, value, kind, index):
    received = frame(value, name)

    assert received is not None
    assert (received.kind, received.index) == (kind, index)
    assert received.images[0].image == PICTURE


@pytest.mark.parametrize(
    "value",
    [
        {"type": "image_edit.started"},
        {"type": "new.kind", "b64_json": TEXT},
        {"object": "image.edit.chunk", "type": "ar_delta", "data": []},
        {"type": "image_edit.completed"},
        b"[DONE]",
        b"ping",
        {},
    ],
)
def test_frames_without_a_picture_are_passed_over(value):
    assert frame(value) is None


@pytest.mark.parametrize(
    ("name", "value", "error"),
    [
        ("error", {"type": "error", "error": {"message": "m", "code": "moderation_blocked"}},
         ModerationError),
        ("", {"error": {"message": "m", "type": "server_error"}}, ServerError),
        ("", {"type": "error", "message": "m"}, ServerError),
        ("error", b"out of memory", ServerError),
        ("image_edit.partial_image", {"error": {"message": "m", "type": "invalid_request_error"}},
         RejectedError),
    ],
)  # fmt: skip
def test_frames_that_report_an_error(name, value, error):
    with pytest.raises(error):
        frame(value, name)


def test_a_cut_frame_is_a_protocol_error():
    with pytest.raises(ProtocolError):
        frame(b'{"type":"image_edit.completed","b64_json":"aGVsbG8')


def test_done_is_recognised():
    assert wire.is_done(ServerEvent(b" [DONE] "))


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "data:image/png;base64," + TEXT,
        TEXT.replace("+", "-").replace("/", "_"),
        TEXT.rstrip("="),
        TEXT[:100] + "\n  " + TEXT[100:],
        TEXT.replace("/", "\\/"),
    ],
)
def test_base64_as_servers_write_it(text):
    body = b'{"data":[{"b64_json" : "%s"}]}' % text.replace("\n", "\\n").encode()

    assert wire.parse_response(body).images[0].image == PICTURE


@given(data=st.binary(max_size=400))
def test_base64_round_trips(data):
    text = image_text.encode_base64(data)

    assert text == base64.b64encode(data)
    assert image_text.decode_base64(text) == data


def test_base64_longer_than_a_step():
    data = bytes(range(256)) * 3000

    assert image_text.decode_base64(image_text.encode_base64(data)) == data


@given(text=st.text(min_size=1))
def test_texts_that_are_not_base64_never_crash(text):
    with contextlib.suppress(ProtocolError):
        image_text.decode_base64(text.encode())


@given(body=st.binary() | st.text().map(str.encode))
def test_bodies_of_noise_never_crash(body):
    with pytest.raises(ProtocolError):
        wire.parse_response(body)


def test_a_prompt_that_speaks_of_b64_json_is_left_alone():
    words = 'say "b64_json": "x"'

    assert answer(data=[{"revised_prompt": words, "b64_json": TEXT}]).images[0] == (
        wire.ReceivedImage(image=PICTURE, revised_prompt=words)
    )


def decoded(frame_bytes):
    name, data = frame_bytes.removesuffix(b"\n\n").split(b"\n")
    value = json.loads(data.removeprefix(b"data: "))
    assert name == b"event: " + value["type"].encode()
    return value


def test_the_partial_frame_has_exactly_the_contract_s_fields():
    event = PartialImage(
        image=PICTURE,
        index=1,
        created_at=5,
        size="64x64",
        quality="low",
        background="opaque",
        output_format="webp",
    )

    assert decoded(wire.encode_partial(event)) == {
        "type": "image_edit.partial_image", "b64_json": TEXT, "created_at": 5, "size": "64x64",
        "quality": "low", "background": "opaque", "output_format": "webp", "partial_image_index": 1,
    }  # fmt: skip


def test_the_completed_frame_has_exactly_the_contract_s_fields():
    assert decoded(wire.encode_completed(Completed(image=PICTURE, usage=USAGE))) == {
        "type": "image_edit.completed", "b64_json": TEXT, "created_at": 0, "size": "auto",
        "quality": "auto", "background": "auto", "output_format": "png",
        "usage": {
            "input_tokens": 30, "input_tokens_details": {"image_tokens": 20, "text_tokens": 10},
            "output_tokens": 12, "total_tokens": 42,
        },
    }  # fmt: skip


def test_frames_come_back_as_they_were():
    event = Completed(image=PICTURE, created_at=3, size="8x8", usage=USAGE)
    (sent,) = SseDecoder().feed(wire.encode_completed(event))

    received = wire.parse_event(sent)

    assert received is not None
    assert received.images[0].image == PICTURE
    assert (received.created_at, received.size) == (3, "8x8")


def test_plain_answers_come_back_as_they_were():
    images = [
        Completed(image=bytes([k]) * 50, created_at=9, size="8x8", quality="auto", usage=USAGE,
                  revised_prompt=f"nr {k}" if k else None)
        for k in range(12)
    ]  # fmt: skip

    received = wire.parse_response(wire.encode_response(images))

    assert [item.image for item in received.images] == [event.image for event in images]
    assert received.images[1].revised_prompt == "nr 1"
    assert (received.usage, received.created_at, received.quality) == (USAGE, 9, None)


def test_plain_answers_by_url():
    body = json.loads(wire.encode_response([Completed(image=PICTURE)], ["http://h/1.png"]))

    assert body == {"created": 0, "data": [{"url": "http://h/1.png"}]}


def test_frames_satisfy_the_official_package_s_strict_models():
    types = pytest.importorskip("openai.types")
    partial = PartialImage(image=PICTURE, index=0, size="64x64", quality="low")
    plain = json.loads(wire.encode_response([Completed(image=PICTURE, usage=USAGE)]))

    types.ImageEditPartialImageEvent.model_validate(decoded(wire.encode_partial(partial)))
    types.ImageEditCompletedEvent.model_validate(
        decoded(wire.encode_completed(Completed(image=PICTURE)))
    )
    types.ImagesResponse.model_validate(plain)
