"""A configured endpoint: how one server wants to be spoken to. Never holds a key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal, get_args, get_origin, get_type_hints

from inpaint_studio.errors import SettingsError

LOCAL_FILL_MODEL = "local-fill-no-prompt"
"""Model id of the embedded fill; the name itself says that it ignores the prompt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One endpoint. Times are seconds.

    `mask_convention` "alpha" sends the mask that is right both for servers that read alpha and for
    those that read white = edit; "luminance" sends plain white on black without alpha.
    `streaming` "auto" starts with a stream and remembers what the server did; "on" never falls
    back; "off" never streams. A request may ask for `max_n` images, while streaming for
    `max_streamed_n`; more are asked for in parallel requests. `mask_field` may be "mask_image" or
    "mask[]". `fields` are sent with every request.
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
    max_streamed_n: int = 1
    response_format: str | None = None
    default_model: str = ""
    connect_timeout_s: float = 5.0
    idle_timeout_s: float = 180.0
    total_timeout_s: float = 900.0

    def to_json(self) -> dict[str, Any]:
        """All fields as a JSON object, for the settings."""
        return asdict(self)

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Profile:
        """The profile a `to_json` object describes; names this version does not know are dropped.

        Raises:
            SettingsError: a field is missing or no value of its kind.
        """
        hints = get_type_hints(cls)
        given = {name: hint for name, hint in hints.items() if name in stored}
        required = {"name": str, "base_url": str}
        return cls(**{
            name: _read(name, hint, stored.get(name)) for name, hint in (given | required).items()
        })  # fmt: skip


def local_fill(base_url: str) -> Profile:
    """The embedded server at `base_url` as a profile like any other."""
    return Profile(name="Local fill", base_url=base_url, default_model=LOCAL_FILL_MODEL)


def _read(name: str, hint: Any, value: Any) -> Any:
    if not _fits(hint, value):
        raise SettingsError(
            "A stored profile cannot be used", f"Its {name} is {value!r}. Set the profile up again."
        )
    return float(value) if hint is float else value


def _fits(hint: Any, value: Any) -> bool:
    if get_origin(hint) is Literal:
        return isinstance(value, str) and value in get_args(hint)
    if get_origin(hint) is Mapping:
        return isinstance(value, dict) and all(isinstance(item, str) for item in value.values())
    if hint in (int, float):
        return isinstance(value, int | hint) and not isinstance(value, bool) and value > 0
    return isinstance(value, str) or (value is None and type(None) in get_args(hint))
