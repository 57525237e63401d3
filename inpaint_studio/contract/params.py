"""What is asked for: the choices, and the choices frozen together with their pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class EditParams:
    """The fields of `POST /v1/images/edits` that are choices, under their wire names.

    A field left at its default is not sent, except `model`, `prompt` and `size`: servers disagree
    on the defaults of those. `n` counts variants, 1 to 10; `partial_images` 0 to 3;
    `output_compression` 0 to 100. `extra` holds further form fields as they are to be sent.
    """

    prompt: str
    model: str
    n: int = 1
    size: str = "auto"
    quality: str = "auto"
    background: str = "auto"
    input_fidelity: str | None = None
    output_format: str = "png"
    output_compression: int | None = None
    stream: bool = False
    partial_images: int = 0
    moderation: str = "auto"
    response_format: str | None = None
    user: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """All fields as a JSON object, for the history and for presets."""
        return asdict(self)

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> EditParams:
        """The params a `to_json` object describes; names this version does not know are dropped."""
        known = {item.name for item in fields(cls)}
        return cls(**{name: value for name, value in stored.items() if name in known})


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
