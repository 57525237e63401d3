"""What is asked for: the choices, and the choices frozen together with their pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from inpaint_studio.contract.fields import FIELDS, RequestField, field_named

_NOTHING: Mapping[str, Any] = MappingProxyType({})


def _default(name: str) -> Any:
    return field_named(name).default


@dataclass(frozen=True, slots=True, kw_only=True)
class EditParams:
    """The fields of `POST /v1/images/edits` that are choices, under their wire names.

    What each may be stands in `fields`, and so does what it is where nothing is chosen. `extra`
    holds further form fields as they are to be sent, those that have a row there among them.
    """

    prompt: str
    model: str
    n: int = _default("n")
    size: str = _default("size")
    quality: str = _default("quality")
    background: str = _default("background")
    input_fidelity: str | None = _default("input_fidelity")
    output_format: str = _default("output_format")
    output_compression: int | None = _default("output_compression")
    stream: bool = _default("stream")
    partial_images: int = _default("partial_images")
    moderation: str = _default("moderation")
    response_format: str | None = _default("response_format")
    user: str | None = _default("user")
    extra: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, values: Mapping[str, Any], extra: Mapping[str, Any] = _NOTHING) -> EditParams:
        """The params of values under their wire names; `extra` goes over those without attribute.

        Those without attribute are left out where they are at their default.
        """
        own = {name: value for name, value in values.items() if name in _ATTRIBUTES}
        further = {
            row.name: values[row.name]
            for row in further_fields()
            if values.get(row.name, row.default) != row.default
        }
        return cls(**own, extra={**further, **extra})

    def value(self, name: str) -> Any:
        """What is chosen for a field of the table, wherever it is kept."""
        if name in _ATTRIBUTES:
            return getattr(self, name)
        return self.extra.get(name, _default(name))

    def with_value(self, name: str, value: Any) -> EditParams:
        """The same with another value for one field; one that has no row joins `extra`."""
        if name in _ATTRIBUTES:
            return replace(self, **{name: value})
        rest = {other: kept for other, kept in self.extra.items() if other != name}
        is_usual = any(row.name == name and row.default == value for row in FIELDS)
        return replace(self, extra=rest if is_usual else {**rest, name: value})

    def to_json(self) -> dict[str, Any]:
        """All fields as a JSON object, for the history and for presets."""
        return asdict(self)

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> EditParams:
        """The params a `to_json` object describes; names this version does not know are dropped.

        What makes no sense is as where nothing is chosen; `read_params` tells of it.
        """
        return read_params(stored)[0]


_ATTRIBUTES = frozenset(item.name for item in fields(EditParams))


def further_fields() -> tuple[RequestField, ...]:
    """The rows whose values travel in `extra`."""
    return tuple(row for row in FIELDS if row.name not in _ATTRIBUTES)


def read_params(stored: Any) -> tuple[EditParams, tuple[str, ...]]:
    """Params from JSON nobody has looked at yet, and the names of what made no sense in it."""
    if not isinstance(stored, Mapping):
        return EditParams(prompt="", model=""), ("params",)
    extra = stored.get("extra", {})
    refused = [] if isinstance(extra, Mapping) else ["extra"]
    extra = dict(extra) if isinstance(extra, Mapping) else {}
    values: dict[str, Any] = {}
    for row in FIELDS:
        is_further = row.name not in _ATTRIBUTES
        holder = extra if is_further else stored
        value = holder.get(row.name, row.default)
        # What is written by hand, as further fields may be, is text as it goes on the wire.
        if row.is_kind(value) or (is_further and isinstance(value, str)):
            values[row.name] = value
        else:
            refused.append(row.name)
            extra.pop(row.name, None)
    own = {name: value for name, value in values.items() if name in _ATTRIBUTES}
    return EditParams(**{"prompt": "", "model": "", **own, "extra": extra}), tuple(refused)


@dataclass(frozen=True, slots=True)
class InputImage:
    """One picture of a request, as an encoded file.

    `content` is the file's bytes, or the path of a file to be streamed from disk. `media_type` is
    its true type: OpenAI refuses `application/octet-stream`.
    """

    name: str
    media_type: str
    content: bytes | Path

    @property
    def byte_count(self) -> int:
        """Size of the encoded file in bytes."""
        if isinstance(self.content, bytes):
            return len(self.content)
        return self.content.stat().st_size


@dataclass(frozen=True, slots=True)
class EditRequest:
    """Params plus pictures, frozen at the click.

    `images[0]` is the source (or its frame), the others are references in order. `mask` is a PNG of
    the first image's size that is right for both conventions: where to edit it is white with alpha
    0, elsewhere black with alpha 255. `seeds` has one for each variant, or is empty.
    """

    params: EditParams
    images: tuple[InputImage, ...]
    mask: InputImage | None = None
    markup: InputImage | None = None
    seeds: tuple[int, ...] = ()
