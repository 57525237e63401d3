"""What this endpoint says when it does not do what was asked: OpenAI's own words and codes.

The verbatim texts are those of public logs of the vendor's answers; `kind` is the wire's `type`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from starlette.responses import JSONResponse

from inpaint_studio.contract.failures import error_body
from inpaint_studio.contract.foreign_json import as_text

USER_ERROR = "image_generation_user_error"
INVALID = "invalid_request_error"
_MOST_SAID = 2000


class ErrorResponse(Exception):  # noqa: N818 -- an answer, not a fault
    """An error answer: HTTP `status`, the contract's error object, further headers."""

    def __init__(
        self,
        status: int,
        message: str,
        *,
        kind: str = INVALID,
        param: str | None = None,
        code: str | None = None,
        headers: Mapping[str, str] | None = None,
        **more: object,
    ) -> None:
        # It may quote what came, whatever that is, at any length.
        message, param = _quotable(message), param and _quotable(param)
        super().__init__(message)
        self.status = status
        self.headers = dict(headers or {})
        self.body = error_body(message, kind=kind, param=param, code=code, **more)

    def response(self) -> JSONResponse:
        """The answer as it goes out."""
        return JSONResponse(self.body, self.status, headers=self.headers)


def _quotable(text: str) -> str:
    return as_text(text if len(text) <= _MOST_SAID else text[: _MOST_SAID - 1] + "…")


def missing(param: str, hint: str = "") -> ErrorResponse:
    """A required field is not there."""
    message = f"Missing required parameter: '{param}'. {hint}".rstrip()
    return ErrorResponse(400, message, param=param, code="missing_required_parameter")


def wrong_type(param: str, expected: str, got: str = "a string") -> ErrorResponse:
    """A field holds another kind of value than it should."""
    message = f"Invalid type for '{param}': expected {expected}, but got {got} instead."
    return ErrorResponse(400, message, param=param, code="invalid_type")


_TYPE_NAMES = {
    str: "a string", bool: "a boolean", int: "an integer", float: "a decimal number",
    list: "an array", dict: "an object",
}  # fmt: skip


def type_name(value: object) -> str:
    """What a JSON value is, as the vendor's messages name it."""
    return _TYPE_NAMES.get(type(value), "null")


def out_of_range(param: str, value: int, least: int, most: int | None) -> ErrorResponse:
    """A number is too small or too large."""
    below = value < least
    side, sign, bound = ("below minimum", ">=", least) if below else ("above maximum", "<=", most)
    code = "integer_below_min_value" if below else "integer_above_max_value"
    message = f"Invalid '{param}': integer {side} value. Expected a value {sign} {bound}"
    return ErrorResponse(400, f"{message}, but got {value} instead.", param=param, code=code)


def unsupported_value(param: str, value: str, supported: Sequence[str]) -> ErrorResponse:
    """A word that is not one of those the field takes."""
    words = [f"'{word}'" for word in supported]
    listed = " and ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else "".join(words)
    message = f"Invalid value: '{value}'. Supported values are: {listed}."
    return ErrorResponse(400, message, param=param, code="invalid_value")


def unknown_field(name: str) -> ErrorResponse:
    """A form field nobody has heard of; said only by a strict server."""
    return ErrorResponse(400, f"Unknown parameter: '{name}'.", param=name, code="unknown_parameter")


def no_compression(output_format: str) -> ErrorResponse:
    """A compression level where the format has none."""
    name = output_format.upper()
    message = f"Compression less than 100 is not supported for {name} output format."
    param = "output_compression"
    return ErrorResponse(400, message, kind=USER_ERROR, param=param, code="invalid_value")


def prompt_too_long(length: int, most: int) -> ErrorResponse:
    """The prompt has more characters than the model takes."""
    message = (
        f"Invalid 'prompt': string too long. Expected a string with maximum length {most}, "
        f"but got a string with length {length} instead."
    )
    return ErrorResponse(400, message, param="prompt", code="string_above_max_length")


def model_not_found(model: str) -> ErrorResponse:
    """No such model in the catalog."""
    message = f"The requested model '{model}' does not exist."
    return ErrorResponse(404, message, param="model", code="model_not_found")


def unsupported_size(size: str, reason: str) -> ErrorResponse:
    """A picture size the model does not make."""
    message = f"Invalid size '{size}'. {reason}"
    return ErrorResponse(400, message, kind=USER_ERROR, param="size", code="invalid_value")


def transparency_unsupported() -> ErrorResponse:
    """The model cannot leave pixels transparent."""
    message = "Transparent background is not supported for this model."
    return ErrorResponse(400, message, kind=USER_ERROR, param="background", code="invalid_value")


def fidelity_unsupported(model: str) -> ErrorResponse:
    """The model has no such field."""
    message = f"The model '{model}' does not support the 'input_fidelity' parameter."
    code = "invalid_input_fidelity_model"
    return ErrorResponse(400, message, kind=USER_ERROR, param="input_fidelity", code=code)


def streaming_needs_one() -> ErrorResponse:
    """Several images in one stream."""
    return ErrorResponse(400, "Streaming is only supported with n=1.")


PICTURES = ("image/jpeg", "image/png", "image/webp")


def unsupported_file(
    param: str, media_type: str, supported: Sequence[str] = PICTURES
) -> ErrorResponse:
    """An upload that is none of the pictures the contract, or the model, takes."""
    words = [f"'{word}'" for word in sorted(supported)]
    listed = f"are {', '.join(words[:-1])}, and {words[-1]}" if len(words) > 1 else f"is {words[0]}"
    message = f"Invalid file '{param}': unsupported mimetype ('{media_type}'). "
    return ErrorResponse(
        400, f"{message}Supported file format{'s' * (len(words) > 1)} {listed}.", param=param
    )


def invalid_image(number: int, reason: str) -> ErrorResponse:
    """The picture in place `number` (from 1) cannot be read."""
    message = f"Invalid image file or mode for image {number}, please check your image file."
    return ErrorResponse(
        400, f"{message} {reason}", kind=USER_ERROR, param="image", code="invalid_image_file"
    )


def invalid_markup(reason: str) -> ErrorResponse:
    """The markup does not fit the picture or cannot be read."""
    message = f"Invalid markup image - {reason}"
    return ErrorResponse(400, message, kind=USER_ERROR, param="markup", code="invalid_image_file")


def invalid_mask(reason: str) -> ErrorResponse:
    """The mask does not fit the picture or cannot be read."""
    message = f"Invalid mask image format - {reason}"
    return ErrorResponse(
        400, message, kind=USER_ERROR, param="mask", code="invalid_mask_image_format"
    )


def blocked() -> ErrorResponse:
    """The safety system's answer, which this server gives only when told to."""
    return ErrorResponse(
        400,
        "Your request was rejected by the safety system. safety_violations=[violence].",
        kind=USER_ERROR,
        code="moderation_blocked",
        moderation_details={"moderation_stage": "input", "categories": ["violence"]},
    )


def rate_limited(retry_after_s: float) -> ErrorResponse:
    """Too many requests; wait."""
    message = (
        "Rate limit reached on input-images per min: Limit 5, Used 5, Requested 1. "
        f"Please try again in {retry_after_s:g}s."
    )
    headers = {
        "retry-after": f"{max(1, round(retry_after_s))}",
        "retry-after-ms": f"{round(retry_after_s * 1000)}",
    }
    return ErrorResponse(
        429, message, kind="input-images", code="rate_limit_exceeded", headers=headers
    )


def server_failed(reason: str = "", code: str | None = None) -> ErrorResponse:
    """The fault is this server's."""
    message = reason or "The server had an error while processing your request."
    return ErrorResponse(500, message, kind="server_error", code=code)
