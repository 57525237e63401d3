"""Contract §3: every error shape becomes the error a person can act on, in the server's words."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpaint_studio.contract.failures import api_error, error_body, summarise
from inpaint_studio.errors import (
    ApiError,
    AuthenticationError,
    BillingError,
    ModerationError,
    RateLimitError,
    RejectedError,
    ServerError,
)


def refused(status, body, **more):
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    return api_error(status, data, **more)


def openai(message="said so", kind="invalid_request_error", code=None, param=None, **more):
    return error_body(message, kind=kind, code=code, param=param, **more)


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (
            400,
            openai(code="moderation_blocked", kind="image_generation_user_error"),
            ModerationError,
        ),
        (400, openai(code="contentFilter"), ModerationError),
        (400, openai(code="content_filter"), ModerationError),
        (400, openai(code="invalid_value", param="background"), RejectedError),
        (400, openai(code="billing_hard_limit_reached"), BillingError),
        (401, openai(code="invalid_api_key"), AuthenticationError),
        (403, openai("Your organization must be verified to use the model"), AuthenticationError),
        (404, openai(code="model_not_found"), RejectedError),
        (404, b"", RejectedError),
        (413, b"<html><body><h1>413 Request Entity Too Large</h1></body></html>", RejectedError),
        (422, {"detail": "image is required"}, RejectedError),
        (429, openai(code="rate_limit_exceeded", kind="input-images"), RateLimitError),
        (429, openai(kind="insufficient_quota"), BillingError),
        (429, openai(code="organization_spend_limit_exceeded"), BillingError),
        (500, openai(kind="server_error"), ServerError),
        (524, b"<html>A timeout occurred</html>", ServerError),
        (0, openai(code="rate_limit_exceeded"), RateLimitError),
    ],
)
def test_the_class_says_what_to_do(status, body, expected):
    error = refused(status, body)

    assert type(error) is expected
    assert error.title
    assert error.message
    assert error.status == status


def test_the_server_s_own_fields_are_kept():
    error = refused(
        400, openai("Invalid size", code="invalid_value", param="size"), request_id="req_1"
    )

    assert isinstance(error, RejectedError)
    assert (error.code, error.field, error.request_id) == ("invalid_value", "size", "req_1")
    assert error.detail == "Invalid size"
    assert "Invalid size" in error.message


def test_moderation_tells_stage_and_categories():
    details = {"moderation_stage": "output", "categories": ["violence"]}

    error = refused(400, openai(code="moderation_blocked", moderation_details=details))

    assert isinstance(error, ModerationError)
    assert (error.stage, error.categories) == ("output", ("violence",))


def test_moderation_categories_are_read_from_the_message():
    error = refused(
        400, openai("rejected. safety_violations=[sexual, self-harm].", code="moderation_blocked")
    )

    assert isinstance(error, ModerationError)
    assert (error.stage, error.categories) == ("unknown", ("sexual", "self-harm"))


@pytest.mark.parametrize(
    ("body", "words", "code"),
    [
        ({"error": "prompt required"}, "prompt required", None),
        ({"error": "server_error", "message": "out of memory"}, "out of memory", "server_error"),
        ({"status": "failure", "message": "no target"}, "no target", None),
        ({"error": {"code": 400, "message": "bad"}}, "bad", "400"),
        ({"detail": "Model not loaded"}, "Model not loaded", None),
        ({"detail": {"error": {"message": "deep"}}}, "deep", None),
        ("just text", "just text", None),
        (b"plain words", "plain words", None),
        ([1, 2], "[1, 2]", None),
    ],
)
def test_other_shapes_seen(body, words, code):
    error = refused(400, body)

    assert words in error.detail
    assert error.code == code


def test_a_422_list_is_flattened():
    error = refused(422, {"detail": [
        {"loc": ["body", "image"], "msg": "Field required", "type": "missing"},
        {"loc": ["body", "n"], "msg": "must be ≤ 10"},
        "and more",
    ]})  # fmt: skip

    assert error.detail == "image: Field required; n: must be ≤ 10; and more"
    assert error.param == "image"


def test_html_is_summarised():
    page = (
        "<!DOCTYPE html><html><head><title>502</title><style>b{}</style><script>x('<b>')</script>"
        "</head><body><h1>Bad&nbsp;gateway</h1>" + "<p>words</p>" * 200 + "</body></html>"
    )

    words = summarise(page)

    assert words.startswith("502 Bad gateway words")
    assert len(words) <= 200
    assert "<" not in words


@pytest.mark.parametrize(
    ("status", "words"),
    [(404, "base URL and path"), (413, "smaller frame"), (524, "streaming"), (504, "streaming")],
)
def test_the_status_alone_tells_what_to_do(status, words):
    assert words in refused(status, b"<html><h1>Oops</h1></html>").message


def test_an_empty_body_still_says_something():
    assert "HTTP 404" in refused(404, b"").message


def test_long_words_are_shortened_for_show_and_kept_in_detail():
    error = refused(400, openai("x" * 3000))

    assert len(error.message) < 700
    assert len(error.detail) == 3000


@given(status=st.sampled_from([0, 400, 418, 429, 500]), body=st.binary())
def test_noise_never_crashes(status, body):
    assert isinstance(api_error(status, body), ApiError)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(["error", "message", "detail", "code", "loc", "msg", "moderation_details"]),
        inner, max_size=4,
    ),
)  # fmt: skip


@given(value=json_values)
def test_any_json_becomes_an_error(value):
    assert isinstance(refused(400, value), ApiError)
