"""Contract §3 row by row: each error a server is known to answer, and what we make of it."""

import json

import pytest

from inpaint_studio.contract.events import Retrying
from inpaint_studio.errors import (
    AuthenticationError,
    BillingError,
    ModerationError,
    RateLimitError,
    RejectedError,
    ServerError,
)
from tests.support.one_edit import edit
from tests.support.replies import answer, http, picture

USER, INVALID = "image_generation_user_error", "invalid_request_error"
BLOCKED = "Your request was rejected by the safety system. safety_violations=[sexual, violence]."

ROWS = {
    "400 moderation_blocked": (400, USER, "moderation_blocked", BLOCKED, ModerationError),
    "400 octet-stream": (
        400, INVALID, None,
        "Invalid file 'image': unsupported mimetype ('application/octet-stream'). Supported …",
        RejectedError,
    ),
    "400 invalid_image_file": (
        400, USER, "invalid_image_file", "Invalid image file or mode for image 3", RejectedError,
    ),
    "400 mask without alpha": (
        400, USER, "invalid_mask_image_format",
        "Invalid mask image format - mask image missing alpha channel", RejectedError,
    ),
    "400 mask size": (
        400, USER, "invalid_mask_image_format",
        "Invalid mask image format - mask size does not match image size", RejectedError,
    ),
    "400 invalid_value": (
        400, USER, "invalid_value", "Transparent background is not supported for this model.",
        RejectedError,
    ),
    "400 invalid_input_fidelity_model": (
        400, USER, "invalid_input_fidelity_model",
        "The model 'gpt-image-2' does not support the 'input_fidelity' parameter.", RejectedError,
    ),
    "400 invalid_type": (
        400, INVALID, "invalid_type",
        "Invalid type for 'image[0]': expected a file, but got a string instead.", RejectedError,
    ),
    "400 billing_hard_limit_reached": (
        400, INVALID, "billing_hard_limit_reached", "Billing hard limit has been reached",
        BillingError,
    ),
    "400 billing_not_active": (400, INVALID, "billing_not_active", "Not active", BillingError),
    "401 invalid_api_key": (
        401, INVALID, "invalid_api_key", "Incorrect API key provided", AuthenticationError,
    ),
    "403 unverified organisation": (
        403, INVALID, None, "Your organization must be verified to use the model 'gpt-image-2'.",
        AuthenticationError,
    ),
    "404 model_not_found": (
        404, INVALID, "model_not_found", "The requested model 'x' does not exist.", RejectedError,
    ),
    "429 insufficient_quota": (429, "insufficient_quota", "insufficient_quota", "†", BillingError),
    "429 project_spend_limit_exceeded": (
        429, None, "project_spend_limit_exceeded", "Limit", BillingError,
    ),
    "429 organization_spend_limit_exceeded": (
        429, None, "organization_spend_limit_exceeded", "Limit", BillingError,
    ),
    "429 organization_usage_limit_exceeded": (
        429, None, "organization_usage_limit_exceeded", "Limit", BillingError,
    ),
    "500 server_error": (500, "server_error", None, "The server had an error", ServerError),
}  # fmt: skip


@pytest.mark.parametrize("row", ROWS)
def test_row(row):
    status, kind, code, words, error_class = ROWS[row]
    body = {"error": {"message": words, "type": kind, "param": "image", "code": code}}
    refused = http(json.dumps(body).encode(), status=status, x_request_id="req_7")

    outcome, endpoint = edit(refused, answer(picture()))

    error = outcome.error
    assert type(error) is error_class
    assert (error.status, error.code, error.param) == (status, code, "image")
    assert error.request_id == "req_7"
    assert words in error.detail
    assert words.rstrip(".")[:40] in error.message
    assert len(endpoint.asked) == 1, "never sent again"


def test_400_moderation_tells_stage_and_categories():
    details = {"moderation_stage": "output", "categories": ["violence"]}
    body = {
        "error": {
            "message": BLOCKED, "type": USER, "param": None, "code": "moderation_blocked",
            "moderation_details": details,
        }
    }  # fmt: skip

    outcome, _ = edit(http(json.dumps(body).encode(), status=400))

    assert isinstance(outcome.error, ModerationError)
    assert (outcome.error.stage, outcome.error.categories) == ("output", ("violence",))


def test_400_streaming_only_with_n_1_is_fanned_out_before():
    refusal = {"error": {"message": "Streaming is only supported with n=1."}}

    outcome, endpoint = edit(
        http(json.dumps(refusal).encode(), status=400), answer(picture()),
        n=2, stream=True, profile={"max_streamed_n": 2},
    )  # fmt: skip

    assert outcome.error is None, "a server that refuses it is asked again, plainly"
    assert "stream" not in endpoint.asked[1].fields


def test_403_unverified_says_how_long_verifying_takes():
    words = "Your organization must be verified to use the model `gpt-image-2`."
    body = {"error": {"message": words, "type": INVALID}}

    outcome, _ = edit(http(json.dumps(body).encode(), status=403))

    assert "15 minutes" in outcome.error.message


@pytest.mark.parametrize("body", [b"", b'{"error": null}'])
def test_404_of_a_removed_endpoint_has_no_body(body):
    outcome, _ = edit(http(body, status=404))

    assert isinstance(outcome.error, RejectedError)
    assert "base URL and path" in outcome.error.message


def test_413_of_a_proxy_is_html():
    page = (
        b"<html><head><title>413 Request Entity Too Large</title></head><body>nginx</body></html>"
    )

    outcome, _ = edit(http(page, "text/html", status=413))

    assert isinstance(outcome.error, RejectedError)
    assert "JPEG" in outcome.error.message
    assert "<" not in outcome.error.message
    assert "413 Request Entity Too Large" in outcome.error.message


@pytest.mark.parametrize(
    ("detail", "words"),
    [
        ("Field 'image' or 'url' is required", "Field 'image' or 'url' is required"),
        ([{"loc": ["body", "n"], "msg": "too many", "type": "x"}], "n: too many"),
    ],
)
def test_422_detail_is_flattened(detail, words):
    outcome, _ = edit(http(json.dumps({"detail": detail}).encode(), status=422))

    assert isinstance(outcome.error, RejectedError)
    assert words in outcome.error.message


@pytest.mark.parametrize("kind", ["input-images", "requests", "tokens"])
@pytest.mark.parametrize(
    ("headers", "words", "delay"),
    [
        ({"retry_after_ms": "20", "retry_after": "9"}, "Slow down.", 0.02),
        ({"retry_after": "0.03"}, "Slow down.", 0.03),
        ({}, "Limit 5, Used 5, Requested 1. Please try again in 40ms.", 0.04),
    ],
    ids=["retry-after-ms", "retry-after", "text"],
)
def test_429_rate_limit_is_waited_for_and_announced(kind, headers, words, delay):
    body = {"error": {"message": words, "type": kind, "param": None, "code": "rate_limit_exceeded"}}
    limited = http(json.dumps(body).encode(), status=429, **headers)

    outcome, endpoint = edit(limited, answer(picture()))

    (wait,) = outcome.of(Retrying)
    assert wait.delay_s == pytest.approx(delay)
    assert len(endpoint.asked) == 2
    assert outcome.images == [picture()]


def test_429_over_two_minutes_is_the_person_s_decision():
    body = {"error": {"message": "x", "type": "requests", "code": "rate_limit_exceeded"}}

    outcome, endpoint = edit(http(json.dumps(body).encode(), status=429, retry_after="121"))

    assert isinstance(outcome.error, RateLimitError)
    assert outcome.error.retry_after_s == 121
    assert len(endpoint.asked) == 1


@pytest.mark.parametrize("status", [500, 502, 520, 524])
def test_5xx_html_offers_a_retry_and_never_takes_it(status):
    page = b"<!DOCTYPE html><title>A timeout occurred</title><script>var a = 1</script>"

    outcome, endpoint = edit(http(page, "text/html", status=status), answer(picture()))

    assert isinstance(outcome.error, ServerError)
    assert "may have been charged" in outcome.error.message
    assert "var a" not in outcome.error.message
    assert len(endpoint.asked) == 1


def test_524_advises_streaming():
    outcome, _ = edit(http(b"", "text/html", status=524))

    assert "streaming" in outcome.error.message


@pytest.mark.parametrize("status", [408, 409, 503, 504])
def test_what_the_official_package_retries_is_not_sent_again_here(status):
    outcome, endpoint = edit(http(b"{}", status=status), answer(picture()))

    assert outcome.error is not None
    assert len(endpoint.asked) == 1


OTHER_SHAPES = {
    "sd.cpp": (400, {"error": "image is required"}, "image is required", RejectedError),
    "sd.cpp 500": (
        500, {"error": "server_error", "message": "out of memory"}, "out of memory", ServerError,
    ),
    "Portkey": (
        400, {"status": "failure", "message": "no provider"}, "no provider", RejectedError,
    ),
    "litellm": (
        400, {"error": {"message": "bad", "code": "400", "type": None, "param": None}}, "bad",
        RejectedError,
    ),
    "Azure contentFilter": (
        400, {"error": {"code": "contentFilter", "message": "filtered"}}, "filtered",
        ModerationError,
    ),
    "Azure content_filter": (
        400, {"error": {"code": "content_filter", "message": "f", "innererror": {}}}, "f",
        ModerationError,
    ),
}  # fmt: skip


@pytest.mark.parametrize("server", OTHER_SHAPES)
def test_other_shape(server):
    status, body, words, error_class = OTHER_SHAPES[server]

    outcome, _ = edit(http(json.dumps(body).encode(), status=status))

    assert type(outcome.error) is error_class
    assert words in outcome.error.message
