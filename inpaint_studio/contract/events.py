"""What comes back while an edit runs: the same events from every kind of endpoint."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens the endpoint charged for."""

    input_tokens: int = 0
    output_tokens: int = 0
    total_tokens: int = 0
    input_text_tokens: int = 0
    input_image_tokens: int = 0
    output_text_tokens: int = 0
    output_image_tokens: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Image:
    """Encoded file bytes, and what the server says it did.

    `variant` tells which of the request's n images it belongs to. `engine` is the embedded server's
    word for how it filled the hole.
    """

    image: bytes
    variant: int = 0
    created_at: int = 0
    size: str | None = None
    quality: str | None = None
    background: str | None = None
    output_format: str | None = None
    engine: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialImage(_Image):
    """A streamed intermediate image, numbered from 0."""

    index: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Completed(_Image):
    """A final image: the server's own bytes.

    `usage` covers all images of one answer and stands on the first of them only, so that usages may
    be added up.
    """

    usage: Usage | None = None
    revised_prompt: str | None = None
    safety_identifier: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Retrying:
    """The client waits `delay_s` seconds and sends again: nothing can have been generated."""

    delay_s: float
    attempt: int
    reason: str
    variant: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedOver:
    """`count` final images came beyond the most that a request may ask for; none was kept."""

    count: int
    variant: int = 0


EditEvent = PartialImage | Completed | Retrying | PassedOver
