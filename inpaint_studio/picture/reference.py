"""References: further pictures a model may look at. What leaves is the picture, no more of it.

Whatever made a reference, a file of today or a project of last year, it passes here before it is
sent. Only files and thumbnails are kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from inpaint_studio.contract.media import sniff
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.geometry import Size
from inpaint_studio.picture.image_file import (
    Picture,
    decode_picture,
    open_picture,
    thumbnail,
    without_profile,
)
from inpaint_studio.picture.picture_bytes import bare_file

THUMBNAIL_PX = 160


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
    return reference_of(open_picture(path))


def decode_reference(data: bytes, name: str) -> Reference:
    """The reference in the bytes of a file, made here or elsewhere.

    Raises:
        ImageError: it cannot be read as a picture.
    """
    return reference_of(decode_picture(data, name))


def reference_of(picture: Picture) -> Reference:
    """The picture as it may leave."""
    data = bare_file(picture)
    small = thumbnail(without_profile(picture), THUMBNAIL_PX)
    return Reference(picture.name, data, sniff(data) or "image/png", picture.size, small)
