"""Pictures that are to stay: what is encoded is read back, and compared, before it is believed."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np

from inpaint_studio.errors import ImageError
from inpaint_studio.phrase import Phrase
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.image_encoding import encode, is_lossless, on_white, written_of
from inpaint_studio.picture.image_file import Picture, decode_picture
from inpaint_studio.picture.metadata import DAMAGED_EXIF

_MOST_LOSS = 48.0
"""How far a lossy picture may be off on average, of 255, at whatever quality."""


def encode_checked(
    pixels: Pixels,
    file_format: str,
    *,
    icc_profile: bytes | None = None,
    exif: bytes | None = None,
    **options: Any,
) -> bytes:
    """As `encode`; the bytes are known to be read as the same picture with the same metadata.

    Raises:
        ImageError: as `encode`, or they are read as anything else.
    """
    data = encode(pixels, file_format, icc_profile=icc_profile, exif=exif, **options)
    again = decode_picture(data, Phrase("What was written"))
    is_exact = is_lossless(file_format, options.get("quality"))
    matches = is_same(again, pixels) if is_exact else _is_alike(again, pixels)
    said = again.description
    wanted = written_of(file_format, options.get("description"))
    if (
        not matches
        or (again.icc_profile, said.xmp, said.iptc) != (icc_profile, wanted.xmp, wanted.iptc)
        or DAMAGED_EXIF in again.notices
        or (exif and not again.exif)
    ):
        raise ImageError(
            "The picture reads back as another",
            "Choose another format, or leave the metadata out, and try again.",
        )
    return data


def own_file(picture: Picture, *, png_level: int = 6) -> bytes:
    """The file the picture was read from, byte for byte; else a PNG of all there is of it.

    Raises:
        ImageError: that PNG is read as anything else.
    """
    if picture.file is not None:
        return picture.file
    return encode_checked(
        picture.pixels,
        "png",
        icc_profile=picture.icc_profile,
        exif=picture.exif,
        description=picture.description,
        png_level=png_level,
    )


def is_same(again: Picture, pixels: Pixels) -> bool:
    """Whether a picture has exactly these pixels."""
    if again.pixels.shape != pixels.shape:
        return False
    return cv2.norm(again.pixels, pixels, cv2.NORM_INF) == 0


def _is_alike(again: Picture, pixels: Pixels) -> bool:
    if again.pixels.shape != pixels.shape:
        return False
    seen, wanted = (np.ascontiguousarray(on_white(each)) for each in (again.pixels, pixels))
    return cv2.norm(seen, wanted, cv2.NORM_L1) / seen.size <= _MOST_LOSS
