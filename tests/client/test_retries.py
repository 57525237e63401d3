"""Contract §3, fault rows 29-31: what is sent again, what never is, and in whose words."""

import email.utils
import time
from urllib.parse import quote

import pytest

from inpaint_studio.client.retry import stated_delay
from inpaint_studio.contract.events import Retrying
from inpaint_studio.errors import (
    ApiError,
    AuthenticationError,
    BillingError,
    ModerationError,
    RateLimitError,
    RejectedError,
    ServerError,
)
from tests.support.canary import CANARY
from tests.support.one_edit import edit
from tests.support.replies import answer, error, http, picture, raw, stream

OK = answer(picture())
RATE = "Rate limit reached on input-images per min: Limit 5. Please try again in 0.05s."


def limited(message="slow down", **headers):
    return error(429, message, headers.items(), code="rate_limit_exceeded")


@pytest.mark.parametrize(
    ("reply", "delay"),
    [
        (limited(retry_after_ms="40"), 0.04),
        (limited(retry_after="0"), 0.0),
        (limited(retry_after="0.05"), 0.05),
        (limited(RATE), 0.05),
        (limited(RATE, retry_after_ms="20"), 0.02),
        (http(b"", status=503, retry_after="0.05"), 0.05),
    ],
)
def test_the_server_s_delay_is_honoured_and_announced(reply, delay):
    outcome, endpoint = edit(reply, OK)

    assert outcome.images == [picture()]
    assert outcome.events[0] == Retrying(
        delay_s=delay, attempt=1, reason=outcome.events[0].reason, variant=0
    )
    assert len(endpoint.asked) == 2
    assert endpoint.asked[0].fields == endpoint.asked[1].fields


@pytest.mark.parametrize("years", [-4, 0, 4])
def test_a_date_to_come_back_at_is_by_the_endpoint_s_clock(years):
    now = time.time() + years * 365 * 86_400
    back, sent = (email.utils.formatdate(moment, usegmt=True) for moment in (now + 30, now))

    assert stated_delay({"retry-after": back, "date": sent}) == 30.0
    assert stated_delay({"retry-after": sent, "date": back}) == 0.0


def test_a_429_without_a_delay_waits_a_little():
    outcome, _ = edit(limited(), OK)

    assert outcome.images == [picture()]
    assert 0.3 < outcome.events[0].delay_s <= 0.5


@pytest.mark.parametrize("headers", [{"retry_after": "36000"}, {"retry_after_ms": "120001"}])
def test_a_delay_over_two_minutes_is_the_person_s_decision(headers):
    outcome, endpoint = edit(limited(**headers), OK)

    assert isinstance(outcome.error, RateLimitError)
    assert (outcome.error.retry_after_s or 0) > 120
    assert len(endpoint.asked) == 1


def test_a_limit_that_never_lifts_ends_the_run():
    outcome, endpoint = edit(limited(retry_after="0"))

    assert isinstance(outcome.error, RateLimitError)
    assert len(endpoint.asked) == 6


def test_a_server_may_forbid_the_retry():
    outcome, endpoint = edit(limited(x_should_retry="false"), OK)

    assert isinstance(outcome.error, RateLimitError)
    assert len(endpoint.asked) == 1


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (error(400, code="moderation_blocked"), ModerationError),
        (error(400, code="invalid_value", param="size"), RejectedError),
        (error(401, code="invalid_api_key"), AuthenticationError),
        (error(403, "Your organization must be verified"), AuthenticationError),
        (error(404, code="model_not_found"), RejectedError),
        (error(429, code="insufficient_quota"), BillingError),
        (error(429, code="project_spend_limit_exceeded", headers={"retry_after": "1"}.items()),
         BillingError),
        (error(500), ServerError),
        (error(502), ServerError),
        (http(b"<html>busy</html>", "text/html", 503), ServerError),
        (http(b"<html>timeout</html>", "text/html", 524), ServerError),
    ],
)  # fmt: skip
def test_what_is_never_sent_again(reply, kind):
    outcome, endpoint = edit(reply, OK)

    assert type(outcome.error) is kind
    assert len(endpoint.asked) == 1
    assert outcome.events == []


def test_nothing_is_sent_again_after_a_200_began():
    outcome, endpoint = edit(stream(b": hello\n\n"), OK, stream=True)

    assert outcome.error is not None
    assert len(endpoint.asked) == 1


def test_status_code_param_request_id_and_words_arrive():
    outcome, _ = edit(
        error(400, "Invalid size", {"x-request-id": "req_7"}.items(), code="c", param="size")
    )

    failure = outcome.error
    assert isinstance(failure, ApiError)
    assert (failure.status, failure.code, failure.param, failure.request_id, failure.detail) == (
        400, "c", "size", "req_7", "Invalid size",
    )  # fmt: skip


def test_the_key_does_not_come_back_in_an_error():
    for spelt in (CANARY, CANARY.replace("/", "\\/"), quote(CANARY, safe="")):
        words = f'{{"error": "Incorrect API key provided: {spelt}."}}'
        outcome, _ = edit(http(words.encode(), status=401))

        assert "[key]" in outcome.error.detail
    assert "Incorrect API key provided" in outcome.error.detail


def test_an_endless_error_page_is_cut():
    outcome, _ = edit(http(b"<html>" + b"<p>no</p>" * 200_000, "text/html", 500))

    assert isinstance(outcome.error, ServerError)
    assert len(outcome.error.detail) <= 4000


def test_an_error_whose_body_breaks_off_is_still_that_error():
    cut = b"HTTP/1.1 401 No\r\nContent-Length: 500\r\n\r\n{\"err"  # fmt: skip

    outcome, _ = edit(raw(cut))

    assert isinstance(outcome.error, AuthenticationError)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("12", 12.0),
        ("0.5", 0.5),
        ("-3", None),
        ("soon", None),
        ("", None),
        ("inf", None),
        ("nan", None),
    ],
)
def test_retry_after_in_seconds(header, seconds):
    assert stated_delay({"retry-after": header}) == seconds


def test_retry_after_as_a_date():
    moment = email.utils.formatdate(time.time() + 30, usegmt=True)

    assert stated_delay({"retry-after": moment}) == pytest.approx(30, abs=2)
    assert stated_delay({"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}) == 0


def test_refused_streams_fall_back_once_and_are_remembered():
    refusal = error(400, "Streaming is not supported", param="stream")

    outcome, endpoint = edit(refusal, OK, stream=True, partial_images=2)

    assert outcome.images == [picture()]
    assert endpoint.asked[0].fields["stream"] == "true"
    assert {"stream", "partial_images"}.isdisjoint(endpoint.asked[1].fields)


def test_streaming_on_never_falls_back():
    outcome, endpoint = edit(
        error(400, param="stream"), OK, stream=True, profile={"streaming": "on"}
    )

    assert isinstance(outcome.error, RejectedError)
    assert len(endpoint.asked) == 1


def test_a_400_about_something_else_is_no_fall_back():
    outcome, endpoint = edit(error(400, "bad size", param="size"), OK, stream=True)

    assert isinstance(outcome.error, RejectedError)
    assert len(endpoint.asked) == 1
