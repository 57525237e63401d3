"""Error answers: every shape servers are known to send, turned into the error a person can act on.

The classes follow what to do next, not the status alone: a 429 may mean "wait" or "pay", a 400 may
mean "reword" or "choose another size". Which is which stands in the tables.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from inpaint_studio.contract.foreign_json import parse_foreign_json
from inpaint_studio.errors import (
    ApiError,
    AuthenticationError,
    BillingError,
    ModerationError,
    RateLimitError,
    RejectedError,
    ServerError,
)
from inpaint_studio.phrase import Phrase

_BILLING = frozenset({
    "insufficient_quota", "billing_hard_limit_reached", "billing_not_active",
    "project_spend_limit_exceeded", "organization_spend_limit_exceeded",
    "organization_usage_limit_exceeded",
})  # fmt: skip
_MODERATION = frozenset({
    "moderation_blocked", "content_policy_violation", "contentfilter", "content_filter",
})  # fmt: skip
_BY_STATUS: Mapping[int, type[ApiError]] = {
    401: AuthenticationError,
    402: BillingError,
    403: AuthenticationError,
    408: ServerError,
    429: RateLimitError,
}
_ADVICE: Mapping[type[ApiError], tuple[str, str]] = {
    AuthenticationError: (
        Phrase("The endpoint refused the key"),
        Phrase("Check the key in its profile."),
    ),
    BillingError: (
        Phrase("A spending limit is reached"),
        Phrase("Waiting does not help; check the billing page."),
    ),
    ModerationError: (
        Phrase("Blocked by the safety system"),
        Phrase("Reword the prompt or paint another mask."),
    ),
    RateLimitError: (Phrase("Too many requests"), Phrase("Wait a little, then run again.")),
    RejectedError: (
        Phrase("The endpoint refused the request"),
        Phrase("Change what it names and run again."),
    ),
    ServerError: (
        Phrase("The endpoint failed"),
        Phrase("This may have been charged. Retry when you like."),
    ),
}
FILL_UNUSABLE = "local_fill_unusable"
FILL_FAILED = "local_fill_failed"
FILL_TOO_LARGE = "local_fill_out_of_memory"
FILL_CODES = frozenset({FILL_UNUSABLE, FILL_FAILED, FILL_TOO_LARGE})
"""What the embedded server, which charges nothing, says of itself."""

_BY_CODE: Mapping[str, tuple[str, str]] = {
    "model_not_found": (
        Phrase("The model does not exist here"),
        Phrase("Choose a model the endpoint offers."),
    ),
    "invalid_api_key": (Phrase("The key is not accepted"), Phrase("Check the key in its profile.")),
    FILL_UNUSABLE: (
        Phrase("Local fill cannot start"),
        Phrase("A part of the program is missing or broken. Install it anew, then run again."),
    ),
    FILL_FAILED: (
        Phrase("Local fill failed"),
        Phrase("Run again; if it fails once more, paint another mask."),
    ),
    FILL_TOO_LARGE: (
        Phrase("Local fill ran out of memory"),
        Phrase("Close other programs or choose a smaller frame, then run again."),
    ),
}
_NOT_VERIFIED = (
    Phrase("The organisation is not verified"),
    Phrase("Verify it with the vendor; that takes up to 15 minutes to count."),
)
_NOT_HERE = (
    Phrase("There are no edits at this address"),
    Phrase("Check the profile's base URL and path."),
)
_GAVE_UP = (
    Phrase("A server on the way gave up waiting"),
    Phrase("This may have been charged. With streaming on, long edits are not cut off."),
)
_BY_STATUS_WORDS: Mapping[int, tuple[str, str]] = {
    404: _NOT_HERE,
    405: _NOT_HERE,
    408: _GAVE_UP,
    413: (
        Phrase("The request is too large for this endpoint"),
        Phrase("Send a smaller frame, or JPEG."),
    ),
    504: _GAVE_UP,
    524: _GAVE_UP,
}
_WORDS_SHOWN = 500
_WORDS_KEPT = 4000
_NAME_KEPT = 200
_MOST_CATEGORIES = 20
_HUGE_REFERENCE = re.compile(r"&#x?[0-9a-f]{9,};?", re.IGNORECASE)
"""A character by a number that Python does not even read."""


@dataclass(frozen=True, slots=True)
class ErrorFields:
    """An error answer's fields, from whichever shape they came in."""

    message: str = ""
    code: str | None = None
    kind: str | None = None
    param: str | None = None
    stage: str = "unknown"
    categories: tuple[str, ...] = ()


def api_error(
    status: int,
    body: bytes,
    *,
    request_id: str | None = None,
    content_type: str = "",
    was_paid: bool = True,
) -> ApiError:
    """The error an answer or a stream's error frame (`status` 0) stands for."""
    fields = parse_error_fields(body, content_type)
    error_class = _class_of(status, fields)
    title, advice = _title_and_advice(status, fields, error_class)
    if error_class is ServerError and not was_paid:
        advice = Phrase("Try again later.")
    said = fields.message or (
        Phrase("HTTP {status} without a text.", status=status) if status else ""
    )
    error = error_class(
        title,
        Phrase("{advice} The endpoint says: {said}", advice=advice, said=shorten(said))
        if said
        else advice,
        status=status,
        code=fields.code,
        param=fields.param,
        request_id=request_id,
        detail=said,
    )
    if isinstance(error, ModerationError):
        error.stage, error.categories = fields.stage, fields.categories
    return error


def parse_error_fields(body: bytes, content_type: str = "") -> ErrorFields:
    """The fields of an error body; never fails, whatever the body is."""
    text = body.decode("utf-8", "replace").strip()
    try:
        value = parse_foreign_json(body)
    except ValueError:
        said = summarise(text, is_html="html" in content_type, limit=_WORDS_KEPT)
        return ErrorFields(said)
    fields = _from_json(value) if isinstance(value, dict) else ErrorFields(text)
    return replace(
        fields,
        message=shorten(fields.message, _WORDS_KEPT),
        code=_name(fields.code),
        kind=_name(fields.kind),
        param=_name(fields.param),
    )


def summarise(text: str, *, is_html: bool = False, limit: int = 200) -> str:
    """The readable beginning of a body that is not JSON; tags and scripts removed."""
    if is_html or re.match(r"\s*<(!doctype|html|head|body)", text[:200], re.IGNORECASE):
        start = text[:20_000]
        start = _HUGE_REFERENCE.sub("\ufffd", start)
        start = re.sub(r"(?is)<(script|style)\b.*?(</\1>|$)", " ", start)
        text = html.unescape(re.sub(r"<[^>]*>?", " ", start))
    return shorten(" ".join(text.split()), limit)


def _from_json(value: Mapping[str, Any]) -> ErrorFields:
    error = value.get("error")
    if isinstance(error, dict):
        return _from_error(error)
    if "detail" in value:
        return _from_detail(value["detail"])
    said = value.get("message") or error or value.get("status") or ""
    return ErrorFields(str(said), code=_text(error if value.get("message") else value.get("code")))


def _from_error(error: Mapping[str, Any]) -> ErrorFields:
    moderation = error.get("moderation_details")
    details = moderation if isinstance(moderation, dict) else {}
    message = str(error.get("message") or "")
    return ErrorFields(
        message or json.dumps(error),
        code=_text(error.get("code")),
        kind=_text(error.get("type")),
        param=_text(error.get("param")),
        stage=_text(details.get("moderation_stage")) or "unknown",
        categories=_categories(details.get("categories"), message),
    )


def _categories(stated: object, message: str) -> tuple[str, ...]:
    if isinstance(stated, list):
        return tuple(shorten(str(item), _NAME_KEPT) for item in stated[:_MOST_CATEGORIES])
    found = re.search(r"safety_violations=\[([^\]]*)\]", message[:_WORDS_KEPT])
    return tuple(re.findall(r"[\w/-]+", found[1])) if found else ()


def _from_detail(detail: object) -> ErrorFields:
    """FastAPI's `{"detail": ...}`: a text, or a list of `{loc, msg}`."""
    if isinstance(detail, dict):
        return _from_json(detail) if "detail" not in detail else ErrorFields(str(detail))
    if not isinstance(detail, Sequence) or isinstance(detail, str):
        return ErrorFields(str(detail))
    places = [_place(item) for item in detail]
    return ErrorFields(
        "; ".join(f"{place}: {words}" if place else words for place, words in places),
        param=next((place for place, _ in places if place), None),
    )


def _place(item: object) -> tuple[str, str]:
    if not isinstance(item, dict):
        return "", str(item)
    location = item.get("loc")
    parts = location if isinstance(location, list) else []
    named = [str(part) for part in parts if part not in ("body", "query", "header")]
    return ".".join(named), str(item.get("msg") or item)


def _class_of(status: int, fields: ErrorFields) -> type[ApiError]:
    names = {name.lower() for name in (fields.code, fields.kind) if name}
    if names & _BILLING:
        return BillingError
    if names & _MODERATION:
        return ModerationError
    if status in _BY_STATUS:
        return _BY_STATUS[status]
    if 400 <= status < 500:
        return RejectedError
    if status == 0:
        return _class_in_stream(names)
    return ServerError


def _class_in_stream(names: set[str]) -> type[ApiError]:
    if names & {"rate_limit_exceeded"}:
        return RateLimitError
    refused = {"invalid_request_error", "image_generation_user_error"}
    return RejectedError if names & refused else ServerError


def _title_and_advice(
    status: int, fields: ErrorFields, error_class: type[ApiError]
) -> tuple[str, str]:
    if fields.code and fields.code in _BY_CODE:
        return _BY_CODE[fields.code]
    if status == 403 and "verified" in fields.message.lower():
        return _NOT_VERIFIED
    return _BY_STATUS_WORDS.get(status, _ADVICE[error_class])


def _text(value: object) -> str | None:
    if value is None or isinstance(value, bool | dict | list):
        return None
    return str(value) or None


def _name(text: str | None) -> str | None:
    return None if text is None else shorten(text, _NAME_KEPT)


def shorten(text: str, limit: int = _WORDS_SHOWN) -> str:
    """The text, cut where it is longer than is shown in one place."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def error_body(
    message: str, *, kind: str, param: str | None = None, code: str | None = None, **more: object
) -> dict[str, Any]:
    """The contract's error object, all four keys present, as a server answers it."""
    return {"error": {"message": message, "type": kind, "param": param, "code": code, **more}}
