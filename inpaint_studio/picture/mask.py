"""The mask: coverage H×W uint8, 255 = edit here. Only on the wire transparent means edit."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from inpaint_studio.picture.geometry import Box, Size
from inpaint_studio.picture.image_file import decode_picture
from inpaint_studio.picture.mask_reading import coverage_by, mask_meaning

Mask = NDArray[np.uint8]

_PNG_SPEED = [cv2.IMWRITE_PNG_COMPRESSION, 1]


def new_mask(size: Size) -> Mask:
    """An empty mask of that size."""
    # `zeros` would leave the pages untouched: each first touch costs a stroke milliseconds.
    return np.full((size.height, size.width), 0, np.uint8)


def bounding_box(mask: Mask) -> Box:
    """The smallest box that holds every pixel with any coverage; empty for an empty mask."""
    x, y, width, height = cv2.boundingRect(mask)
    return Box(x, y, x + width, y + height)


def share(mask: Mask) -> float:
    """The part of all pixels that has any coverage, 0–1."""
    return cv2.countNonZero(mask) / mask.size if mask.size else 0.0


def wire_png(mask: Mask) -> bytes:
    """The mask as it is sent: an RGBA PNG, any coverage = (255, 255, 255, 0), else (0, 0, 0, 255).

    It reads right both for servers that take transparent and for those that take white as edit.
    """
    edit = np.where(mask > 0, np.uint8(255), np.uint8(0))
    return _png(cv2.merge([edit, edit, edit, cv2.bitwise_not(edit)]))


def luminance_png(mask: Mask) -> bytes:
    """The mask as a plain RGB PNG, white = edit on black, for servers that alpha confuses."""
    return _png(cv2.merge([mask, mask, mask]))


def inverted_png(mask: Mask) -> bytes:
    """The mask with the opposite meaning, for readers of alpha and of white alike."""
    keep = cv2.bitwise_not(mask)
    return _png(cv2.merge([keep, keep, keep, mask]))


def coverage_png(mask: Mask) -> bytes:
    """The mask as it is kept: a grey PNG of its very values. `read_coverage` reads it."""
    return _png(mask)


def read_coverage(data: bytes) -> Mask:
    """The mask in a file that `coverage_png` gave.

    Raises:
        ImageError: the bytes are no picture this program can read.
    """
    return np.ascontiguousarray(decode_picture(data, "mask").pixels[..., 0])


def read_wire_mask(data: bytes) -> Mask:
    """The mask in an encoded picture: its transparency, its lightness, or what else it means.

    Raises:
        ImageError: the bytes are no picture this program can read.
    """
    picture = decode_picture(data, "mask")
    meaning = mask_meaning(picture)
    return coverage_by(picture.pixels, meaning.reading, meaning.labels)


def _png(pixels: cv2.typing.MatLike) -> bytes:
    done, png = cv2.imencode(".png", pixels, _PNG_SPEED)
    if not done:
        raise MemoryError("A PNG could not be encoded.")
    return png.tobytes()
