"""References: further pictures a model may look at. Only their files and thumbnails are kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from inpaint_studio.errors import ImageError
from inpaint_studio.phrase import Phrase
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.geometry import Size
from inpaint_studio.picture.image_file import (
    Picture,
    decode_picture,
    encode,
    open_picture,
    thumbnail,
)

THUMBNAIL_PX = 160
_SENT_AS_THEY_ARE = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg"}


@dataclass(frozen=True, slots=True, eq=False)
class Reference:
    """An input picture beside the source: its file as it is sent, and a small picture of it.

    Sixteen decoded originals would take gigabytes.
    """

    name: str
    data: bytes
    media_type: str
    size: Size
    thumbnail: Pixels


def read_reference(path: Path) -> Reference:
    """The reference in a picture file.

    Raises:
        ImageError: it cannot be opened as a picture.
    """
    picture = open_picture(path)
    try:
        return _reference(picture, path.read_bytes())
    except OSError as fault:
        raise ImageError(
            Phrase("{file} cannot be read", file=picture.name), fault.strerror or "Try again."
        ) from fault


def decode_reference(data: bytes, name: str) -> Reference:
    """The reference in the bytes of a picture file.

    Raises:
        ImageError: it cannot be read as a picture.
    """
    return _reference(decode_picture(data, name), data)


def _reference(picture: Picture, data: bytes) -> Reference:
    """PNG and JPEG go out as they are; anything else, and what is turned, as PNG."""
    kind = next((name for start, name in _SENT_AS_THEY_ARE.items() if data.startswith(start)), "")
    if not kind or picture.notices or _is_turned(data, picture):
        kind, data = "png", encode(picture.pixels, "png", icc_profile=picture.icc_profile)
    small = thumbnail(picture.pixels, THUMBNAIL_PX)
    return Reference(picture.name, data, f"image/{kind}", picture.size, small)


def _is_turned(data: bytes, picture: Picture) -> bool:
    """Whether an orientation mark stands in the file: not every server reads it."""
    return picture.exif is not None or b"Exif\x00\x00" in data[:4096]
