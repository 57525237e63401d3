"""A configured endpoint: how one server wants to be spoken to. Never holds a key."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal, get_args, get_origin, get_type_hints
from urllib.parse import urlsplit

from inpaint_studio.errors import SettingsError
from inpaint_studio.phrase import Phrase
from inpaint_studio.typed_values import (
    Reader,
    as_flag,
    as_name,
    as_number,
    as_one_of,
    as_table,
    as_texts,
    as_whole,
    or_none,
)

KEY = "api_key"
"""The field of a problem with the key: no control of the panel, but one of the profile."""
LOCAL_FILL_MODEL = "local-fill-no-prompt"
"""Model id of the embedded fill; the name itself says that it ignores the prompt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One endpoint. Times are seconds.

    `mask_convention` "alpha" sends the mask that is right both for servers that read alpha and for
    those that read white = edit; "luminance" sends plain white on black without alpha; "inverted"
    sends the opposite of "alpha", for servers that change what they should keep.
    `streaming` "auto" starts with a stream and remembers what the server did; "on" never falls
    back; "off" never streams. A request may ask for `max_n` images, while streaming for
    `max_streamed_n`; more are asked for in parallel requests. `mask_field` may be "mask_image" or
    "mask[]"; `mask_as` "data-url" sends the mask as a text instead of a file. `fields` are sent
    where nothing else is chosen for them. `seed_field` is the form field of the seed, "" where
    there is none; `has_fixed_seed` says that the server takes always the same one where none is
    sent.

    What a test of the endpoint found, None or empty while nothing is known: `honours_mask`,
    `honours_size`, `max_partials` that arrived, `refused_fields` by wire name, `tested_at` as an
    ISO date. `previews` is what it said in runs, see `contract/previews`. `models` are ids to offer
    besides those the catalog knows. `allows_plain_http` is the person's word that the key may
    travel unencrypted to another machine.
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
    mask_as: Literal["file", "data-url"] = "file"
    mask_convention: Literal["alpha", "luminance", "inverted"] = "alpha"
    streaming: Literal["auto", "on", "off"] = "auto"
    seed_field: str = "seed"
    has_fixed_seed: bool = False
    max_n: int = 10
    max_streamed_n: int = 1
    response_format: str | None = None
    default_model: str = ""
    connect_timeout_s: float = 5.0
    idle_timeout_s: float = 180.0
    total_timeout_s: float = 900.0
    allows_plain_http: bool = False
    models: tuple[str, ...] = ()
    honours_mask: bool | None = None
    honours_size: bool | None = None
    max_partials: int | None = None
    refused_fields: tuple[str, ...] = ()
    previews: Mapping[str, str] = field(default_factory=dict)
    tested_at: str = ""

    @property
    def is_on_this_machine(self) -> bool:
        """Whether the address names this machine: nothing leaves it then."""
        return is_loopback(host_of(self.base_url))

    def most_at_once(self, *, stream: bool) -> int:
        """How many variants one request may ask for, where a stream is wished for or not."""
        is_streamed = stream and self.streaming != "off"
        return max(1, self.max_streamed_n if is_streamed else self.max_n)

    @property
    def needs_key(self) -> bool:
        """Whether nothing is sent without a key; servers on this machine often ask for none."""
        return self.auth != "none" and not self.is_on_this_machine

    @property
    def shows_key_in_the_clear(self) -> bool:
        """Whether a key would travel unencrypted to another machine without anybody's word."""
        is_plain = self.base_url.strip().lower().startswith("http://")
        asks_key = self.auth != "none" and not self.allows_plain_http
        return is_plain and asks_key and not self.is_on_this_machine

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


def is_local_fill(profile: Profile) -> bool:
    """Whether this is the embedded server, which costs nothing and is always there."""
    return profile.name == local_fill("").name


VENDOR_URL = "https://api.openai.com/v1"
_VENDOR_HOSTS = re.compile(r"api\.openai\.com|.+\.openai\.azure\.com", re.IGNORECASE)


def is_vendor(profile: Profile) -> bool:
    """Whether the models' own vendor answers at the address, so that its rules bind."""
    return _VENDOR_HOSTS.fullmatch(host_of(profile.base_url)) is not None


def host_of(address: str) -> str:
    """The host a URL names, "" where it names none."""
    try:
        return urlsplit(address.strip()).hostname or ""
    except ValueError:
        return ""


def is_loopback(host: str) -> bool:
    """Whether the host is this machine by name or number."""
    if host.lower() == "localhost" or host.lower().endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _read(name: str, hint: Any, value: Any) -> Any:
    try:
        return _reader_of(hint)(value)
    except ValueError as error:
        raise SettingsError(
            "A stored profile cannot be used",
            Phrase("Its {name} makes no sense. Set the profile up again.", name=name),
        ) from error


def _reader_of(hint: Any) -> Reader:
    if get_origin(hint) is Literal:
        return as_one_of(get_args(hint))
    return _READERS[hint]


_MOST = 1000
"""Of pictures and partials; who wrote more meant no number of either."""
_LONGEST_S = 86_400.0
_READERS: Mapping[Any, Reader] = {
    str: as_name,
    str | None: or_none(as_name),
    bool: as_flag,
    bool | None: or_none(as_flag),
    int: as_whole(1, _MOST),
    int | None: or_none(as_whole(0, _MOST)),
    float: as_number(0.001, _LONGEST_S),
    tuple[str, ...]: as_texts,
    Mapping[str, str]: as_table(as_name),
}
