"""A configured endpoint: how one server wants to be spoken to. Never holds a key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

LOCAL_FILL_MODEL = "local-fill-no-prompt"
"""Model id of the embedded fill; the name itself says that it ignores the prompt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One endpoint. Times are seconds.

    `mask_convention` "alpha" sends the mask that is right both for servers that read alpha and for
    those that read white = edit; "luminance" sends plain white on black without alpha.
    `streaming` "auto" starts with a stream and remembers what the server did.
    """

    name: str
    base_url: str
    edits_path: str = "/images/edits"
    auth: Literal["bearer", "api-key", "none"] = "bearer"
    headers: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, str] = field(default_factory=dict)
    image_field: Literal["auto", "image", "image[]"] = "auto"
    mask_field: str = "mask"
    mask_convention: Literal["alpha", "luminance"] = "alpha"
    streaming: Literal["auto", "on", "off"] = "auto"
    max_n: int = 10
    response_format: str | None = None
    default_model: str = ""
    connect_timeout_s: float = 5.0
    idle_timeout_s: float = 180.0
    total_timeout_s: float = 900.0


def local_fill(base_url: str) -> Profile:
    """The embedded server at `base_url` as a profile like any other."""
    return Profile(name="Local fill", base_url=base_url, default_model=LOCAL_FILL_MODEL)
