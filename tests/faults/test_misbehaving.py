"""What the client makes of each fault the server can do: a picture, or words that say what now."""

import asyncio
import io
import tracemalloc

import pytest
from PIL import Image

from inpaint_studio.client import EditClient, Limits
from inpaint_studio.contract.params import InputImage
from inpaint_studio.errors import (
    ApiError,
    AuthenticationError,
    ConnectionFailed,
    ImageError,
    ProtocolError,
    RateLimitError,
    RejectedError,
    ServerError,
    StudioError,
)
from inpaint_studio.picture.image_file import decode_result
from tests.support.misbehaving import misbehaving
from tests.support.network_faults import BEFORE_BODY, NAMED
from tests.support.one_edit import Outcome, collect, request
from tests.support.proper import NO_PICTURE_SIZE

HURRY = {"idle_timeout_s": 0.3, "total_timeout_s": 0.6}
BOUNDS = Limits(response_bytes=3_000_000, event_bytes=1_000_000, grace_s=0.2)

PICTURES = {
    "kept-open", "wrong-type", "no-type", "json-for-stream", "stream-for-json", "stream-named-json",
    "wrapped-base64", "unpadded-base64", "data-url", "crlf", "cr", "byte-by-byte",
    "duplicate-partials", "backward-partials", "double-completed", "partial-after-completed",
    "never-closed", "comment-flood", "no-data-event", "unknown-events", "other-size", "too-few",
    "too-many", "cut-picture", "picture-bomb", "url-safe-base64",
}  # fmt: skip
"""The client hands these on: only who decodes a picture finds what is wrong with it."""

PAID = {
    "hang-up", "reset", "reset-mid-headers", "reset-mid-body", "reset-mid-frame", "cut-body",
    "cut-frame", "silence", "silence-after-headers", "silence-after-partial", "slow-headers",
    "slow-body", "slow-stream", "keep-alive-cut", "not-http", "noise", "bad-chunk", "bad-length",
    "huge-header", "never-completed", "done-without-picture", "reset-mid-upload",
}  # fmt: skip
"""The connection failed when the work may have been done."""

NO_PICTURES = {"no-picture", "url-to-nothing"}
OTHERS: dict[str, type[StudioError]] = {
    "redirect": ProtocolError,
    "html-page": ProtocolError,
    "html-error": ServerError,
    "gzip": ProtocolError,
    "gzip-lie": ProtocolError,
    "gzip-bomb": ProtocolError,
    "endless-body": ProtocolError,
    "endless-error": ServerError,
    "empty-body": ProtocolError,
    "broken-json": ProtocolError,
    "deep-json": ProtocolError,
    "error-in-200": ApiError,
    "no-data": ProtocolError,
    "cut-base64": ProtocolError,
    "garbled-base64": ProtocolError,
    "url-to-file": ProtocolError,
    "url-to-private": ProtocolError,
    "url-to-metadata": ProtocolError,
    "endless-line": ProtocolError,
    "error-mid-stream": ApiError,
    "garbled-frame": ProtocolError,
    "stalled-upload": ConnectionFailed,
    "early-answer": RejectedError,
}
STATUSES = {
    400: RejectedError, 401: AuthenticationError, 403: AuthenticationError, 404: RejectedError,
    408: ApiError, 409: ApiError, 413: RejectedError, 415: RejectedError, 422: RejectedError,
    500: ServerError, 502: ServerError, 503: ServerError, 504: ServerError, 529: ServerError,
}  # fmt: skip


@pytest.fixture(scope="module")
def server():
    with misbehaving() as endpoint:
        yield endpoint


def photo(width: int = 40, height: int = 30) -> InputImage:
    file = io.BytesIO()
    Image.effect_noise((width, height), 90).save(file, "PNG")
    return InputImage("photo.png", "image/png", file.getvalue())


def run(server, fault: str, *images: InputImage, **params) -> Outcome:
    async def attempt() -> Outcome:
        client = EditClient(limits=BOUNDS)
        try:
            profile = server.profile(fault, **(HURRY if fault in PAID | BEFORE_BODY.keys() else {}))
            return await collect(client, profile, request(*(images or (photo(),)), **params))
        finally:
            await client.aclose()

    return asyncio.run(attempt())


def test_every_fault_has_its_answer():
    assert NAMED.keys() | BEFORE_BODY.keys() == PICTURES | PAID | NO_PICTURES | OTHERS.keys()


@pytest.mark.parametrize("fault", sorted(PICTURES))
def test_pictures_come_through(server, fault):
    outcome = run(server, fault, stream=True, partial_images=1)

    assert outcome.error is None
    assert outcome.images


@pytest.mark.parametrize("fault", sorted(NO_PICTURES))
def test_what_is_no_picture_is_handed_on_as_it_came(server, fault):
    """It may have been paid for: whoever shows it says that it cannot be shown."""
    outcome = run(server, fault, n=1)

    assert outcome.error is None
    assert len(outcome.images) == 1
    with pytest.raises(ImageError):
        decode_result(outcome.images[0])


@pytest.mark.parametrize("fault", sorted(PAID))
def test_a_connection_that_fails_may_have_been_charged_and_is_not_tried_again(server, fault):
    before = len(server.asked)

    outcome = run(server, fault, stream=True, partial_images=1)

    assert isinstance(outcome.error, ConnectionFailed)
    assert outcome.error.maybe_charged
    assert len(server.asked) - before == 1
    assert outcome.seconds < 2


@pytest.mark.parametrize("fault", sorted(OTHERS))
def test_what_cannot_be_taken_says_why(server, fault):
    large = InputImage("a.png", "image/png", bytes(20_000_000))

    outcome = run(server, fault, *((large,) if fault in BEFORE_BODY else ()), n=1)

    assert isinstance(outcome.error, OTHERS[fault]), outcome
    assert outcome.error.message
    assert outcome.seconds < 3


@pytest.mark.parametrize("fault", ["endless-line", "endless-body"])
def test_what_never_ends_is_held_up_to_the_limit_only(server, fault):
    tracemalloc.start()
    run(server, fault)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert peak < 5 * BOUNDS.response_bytes


@pytest.mark.parametrize("status", sorted(STATUSES))
def test_refusals_end_the_run(server, status):
    outcome = run(server, f"status-{status}")

    assert isinstance(outcome.error, STATUSES[status])
    assert outcome.events == []


def test_a_refusal_that_passes_is_waited_for(server):
    outcome = run(server, "status-429-after-0-once")

    assert [event.attempt for event in outcome.events[:-1]] == [1]
    assert len(outcome.images) == 1


def test_a_long_wait_is_the_person_s_decision(server):
    assert isinstance(run(server, "status-429-after-36000").error, RateLimitError)


@pytest.mark.parametrize("streamed", [True, False])
def test_the_proper_answer_fits_the_request(server, streamed):
    outcome = run(server, "", photo(50, 20), size="100x40", stream=streamed, partial_images=2, n=1)

    with Image.open(io.BytesIO(outcome.images[0])) as result:
        assert result.size == (100, 40)
    assert len(outcome.partials) == (2 if streamed else 0)


def test_a_fault_may_be_named_in_the_prompt_and_by_the_model(server):
    assert run(server, "", prompt="a door fault:hang-up please").error is not None
    assert run(server, "", model="hang-up").error is not None
    assert run(server, "", prompt="an earthquake fault:line").error is None


def test_a_picture_nobody_can_read_gets_a_grey_answer(server):
    outcome = run(server, "", InputImage("a.png", "image/png", b"no picture"))

    with Image.open(io.BytesIO(outcome.images[0])) as result:
        assert result.size == NO_PICTURE_SIZE
