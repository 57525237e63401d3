"""Contract §2 and §4, fault rows 14-24: every kind of answer a client must take."""

import asyncio
import json

import httpx
import pytest

from inpaint_studio.client import Limits
from inpaint_studio.client.limits import Deadline
from inpaint_studio.client.response import ResponseReader
from inpaint_studio.contract.events import Usage
from inpaint_studio.errors import (
    ConnectionFailed,
    ModerationError,
    ProtocolError,
    RejectedError,
    ServerError,
)
from tests.support.one_edit import edit
from tests.support.replies import (
    STREAM_HEAD,
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

DONE = picture("done")
FULL = partial(0) + partial(1) + completed()


def test_a_stream_of_partials_and_a_final_image():
    usage = {"input_tokens": 3, "output_tokens": 4, "total_tokens": 7,
             "input_tokens_details": {"text_tokens": 1, "image_tokens": 2}}  # fmt: skip

    outcome, _ = edit(
        stream(partial(0), partial(1), completed(size="8x8", quality="low", usage=usage)),
        stream=True, partial_images=2,
    )  # fmt: skip

    assert [event.index for event in outcome.events[:2]] == [0, 1]
    final = outcome.events[2]
    assert (final.image, final.variant, final.size, final.quality) == (DONE, 0, "8x8", "low")
    assert final.usage == Usage(3, 4, 7, 1, 2)


def test_a_plain_answer_numbers_its_variants_and_states_usage_once():
    usage = {"input_tokens": 1, "output_tokens": 2, "total_tokens": 3}

    outcome, _ = edit(answer(picture(0), picture(1), usage=usage, size="8x8"), n=2)

    assert [event.variant for event in outcome.events] == [0, 1]
    assert [event.usage is None for event in outcome.events] == [False, True]
    assert outcome.events[1].size == "8x8"
    assert outcome.events[0].created_at == 7


@pytest.mark.parametrize("size", [1, 3, 7])
def test_splits_anywhere(size):
    pieces = [FULL[at : at + size] for at in range(0, len(FULL), size)]

    outcome, _ = edit(stream(*pieces), stream=True)

    assert outcome.images == [DONE]
    assert len(outcome.partials) == 2


@pytest.mark.parametrize("line_end", [b"\r\n", b"\r"])
def test_other_line_ends(line_end):
    outcome, _ = edit(stream(FULL.replace(b"\n", line_end)), stream=True)

    assert (outcome.images, len(outcome.partials)) == ([DONE], 2)


def data_only(**value):
    return f"data: {json.dumps(value)}\n\n".encode()


@pytest.mark.parametrize(
    "body",
    [
        b": ping\n\nid: 1\nretry: 500\n" + FULL,
        b"\xef\xbb\xbf" + FULL,
        data_only(b64_json=b64(DONE)),
        data_only(type="image_edit.completed", b64_json="data:image/png;base64," + b64(DONE)),
        data_only(data=[{"b64_json": b64(DONE)}]),
        FULL.replace(b"image_edit", b"image_generation"),
        data_only(object="image.edit.chunk", type="ar_delta", data=[])
        + data_only(object="image.edit.chunk", type="image", data=[{"b64_json": b64(DONE)}])
        + b"data: [DONE]\n\n",
        b"event: surprise\ndata: {}\n\nevent: x\ndata: not json\n\n" + FULL,
        FULL.rstrip(b"\n"),
        completed() + completed(),
        completed() + partial(2),
        completed() + b"data: [DONE]\n\n" + completed(picture("never")),
        b'event: image_edit.completed\ndata: {"type":"image_edit.completed",\ndata: "b64_json":"'
        + b64(DONE).encode()
        + b'"}\n\n',
    ],
)
def test_streams_of_other_servers(body):
    outcome, _ = edit(stream(body), stream=True)

    assert outcome.error is None
    assert outcome.images == [DONE]


@pytest.mark.parametrize(
    "content_type", ["application/json", "text/event-stream", "text/plain", ""]
)
def test_json_instead_of_a_stream_is_taken_and_remembered(content_type):
    body = json.dumps({"data": [{"b64_json": b64(DONE)}]}).encode()

    outcome, _ = edit(http(body, content_type), stream=True)

    assert outcome.images == [DONE]


@pytest.mark.parametrize("content_type", ["text/event-stream", "application/json", ""])
def test_a_stream_instead_of_json_is_taken(content_type):
    outcome, _ = edit(http(FULL, content_type))

    assert outcome.images == [DONE]


def test_repeated_and_backward_partials_are_passed_over():
    outcome, _ = edit(
        stream(partial(1), partial(1), partial(0), partial(2), completed()), stream=True
    )

    assert [event.index for event in outcome.events[:-1]] == [1, 2]


def test_equal_pictures_under_new_numbers_are_news():
    same = picture("same")

    streamed, _ = edit(stream(partial(0, same), partial(1, same), completed(same)), stream=True)
    plain, _ = edit(answer(same, same), n=2)

    assert [event.index for event in streamed.events[:2]] == [0, 1]
    assert streamed.images == [same]
    assert [event.variant for event in plain.events] == [0, 1]


def test_partials_that_all_claim_index_0_are_shown():
    outcome, _ = edit(
        stream(partial(0, picture("a")), partial(0, picture("b")), completed()), stream=True
    )

    assert outcome.partials == [picture("a"), picture("b")]


def test_a_partial_that_is_no_picture_is_passed_over(expected_log):
    expected_log("8 bytes is no picture")

    outcome, _ = edit(stream(partial(0, b"nonsense"), completed()), stream=True)

    assert (outcome.partials, outcome.images) == ([], [DONE])


def test_no_partials_at_all_is_fine():
    outcome, _ = edit(stream(completed()), stream=True, partial_images=3)

    assert outcome.images == [DONE]


def test_fewer_images_than_asked_are_taken():
    outcome, _ = edit(answer(DONE), n=3)

    assert (outcome.images, outcome.error) == ([DONE], None)


def test_more_images_than_asked_are_kept_under_numbers_of_their_own():
    outcome, _ = edit(answer(picture(0), picture(1), picture(2)), n=1)

    assert [event.variant for event in outcome.events] == [0, 1, 2]


def test_several_finals_in_one_stream_are_the_variants_of_a_single_request():
    outcome, endpoint = edit(
        stream(partial(0), completed(picture(0)), partial(0), completed(picture(1))),
        stream=True, n=2, profile={"max_streamed_n": 2},
    )  # fmt: skip

    assert len(endpoint.asked) == 1
    assert [event.variant for event in outcome.events] == [0, 0, 1, 1]


@pytest.mark.parametrize(
    "ending",
    [b"", partial(1)[:40], completed()[:-30], b"data: [DONE]\n\n", b": bye\n\n"],
)
def test_a_stream_that_ends_before_completed_fails_with_its_last_partial(ending):
    outcome, _ = edit(stream(partial(0), ending), stream=True)

    assert isinstance(outcome.error, ConnectionFailed)
    assert outcome.error.partial == picture("p0")
    assert outcome.error.maybe_charged
    assert outcome.images == []


def test_a_connection_cut_inside_the_body_fails_with_its_last_partial():
    head = STREAM_HEAD.replace(b"Connection: close", b"Content-Length: 99999")

    outcome, _ = edit(raw(head, partial(0)), stream=True)

    assert isinstance(outcome.error, ConnectionFailed)
    assert outcome.error.partial == picture("p0")


def test_a_partial_is_never_a_result():
    outcome, _ = edit(stream(partial(0)), stream=True)

    assert outcome.error.partial is None or outcome.images == []


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (frame("completed", error={"message": "m", "code": "moderation_blocked"}), ModerationError),
        (b'event: error\ndata: {"error":{"message":"m","type":"server_error"}}\n\n', ServerError),
        (b'data: {"error":{"message":"m","type":"invalid_request_error"}}\n\n', RejectedError),
    ],
)
def test_an_error_inside_the_stream_is_raised_after_its_partials(body, kind):
    outcome, _ = edit(stream(partial(0), body), stream=True)

    assert len(outcome.partials) == 1
    assert isinstance(outcome.error, kind)


def test_an_error_after_the_image_does_not_take_it_away():
    outcome, _ = edit(stream(completed(), b'data: {"error":{"message":"late"}}\n\n'), stream=True)

    assert (outcome.images, outcome.error) == ([DONE], None)


def test_a_stream_left_open_after_its_image_does_not_hold_the_run():
    outcome, _ = edit(
        stream(completed(), 30.0), stream=True, client={"limits": Limits(grace_s=0.2)}
    )

    assert outcome.images == [DONE]
    assert outcome.seconds < 2


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (http(b"<html><h1>Welcome</h1></html>", "text/html"), "Welcome"),
        (http(b"It works!", "text/plain"), "It works!"),
        (http(b"", ""), "empty body"),
        (http(b'{"data": [', "application/json"), "broken or cut off"),
        (http(b'{"created": 1}'), "without a picture"),
        (http(b'{"created": 1, "data": []}'), "without a picture"),
        (http(b'{"data": [{"b64_json": "%%%%"}]}'), "not valid base64"),
        (http(b'{"data": [{"b64_json": ""}]}'), "picture"),
    ],
)
def test_answers_that_are_not_the_contract(reply, words):
    outcome, _ = edit(reply)

    assert isinstance(outcome.error, ProtocolError)
    assert words in outcome.error.message


def test_what_is_no_picture_known_here_was_paid_for_and_is_handed_on():
    plain, _ = edit(answer(b"a kind of tomorrow"))
    streamed, _ = edit(stream(completed(b"a kind of tomorrow")), stream=True)

    assert plain.images == streamed.images == [b"a kind of tomorrow"]
    assert plain.error is streamed.error is None


def test_an_error_object_with_status_200():
    outcome, _ = edit(http(b'{"error": {"message": "m", "type": "invalid_request_error"}}'))

    assert isinstance(outcome.error, RejectedError)


def test_an_event_beyond_the_limit_ends_the_run():
    outcome, _ = edit(
        stream(partial(0, picture(size=100_000))), stream=True,
        client={"limits": Limits(event_bytes=50_000)},
    )  # fmt: skip

    assert isinstance(outcome.error, ProtocolError)
    assert "too large" in outcome.error.title


@pytest.mark.parametrize("is_stream", [True, False])
def test_an_answer_beyond_the_limit_ends_the_run(is_stream):
    reply = (
        stream(*[b": ping ping ping\n" * 100] * 100) if is_stream else answer(picture(size=10**5))
    )

    outcome, _ = edit(reply, client={"limits": Limits(response_bytes=50_000)})

    assert isinstance(outcome.error, ProtocolError)
    assert "too large" in outcome.error.title


@pytest.mark.parametrize(
    "flood",
    [b"".join(partial(k) for k in range(2000)), partial(0) * 2000, b"data: ping\n\n" * 20_000],
    ids=["partials", "repeats", "pings"],
)
def test_a_flood_of_small_events_is_read_with_pauses(flood):
    """Without them, the window's thread hardly gets the interpreter while it lasts."""

    async def all_at_once():
        yield flood

    rests, is_read = 0, False

    async def tick():
        nonlocal rests
        while not is_read:
            await asyncio.sleep(0)
            rests += 1

    async def read():
        nonlocal is_read
        response = httpx.Response(
            200, content=all_at_once(), request=httpx.Request("POST", "http://x/v1")
        )
        reader = ResponseReader(response, Deadline(60), Limits())
        async for _ in reader.received():
            pass
        is_read = True

    async def both():
        await asyncio.gather(read(), tick())

    asyncio.run(both())
    assert rests > 100
