"""Masks as picture files: what a file means is detected, and can be told otherwise."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from inpaint_studio.errors import ImageError
from inpaint_studio.picture.colour import Pixels, is_opaque
from inpaint_studio.picture.geometry import Size
from inpaint_studio.picture.image_file import Picture, decode_picture, open_picture
from inpaint_studio.picture.mask import Mask, wire_png
from inpaint_studio.picture.mask_reading import Reading as Reading
from inpaint_studio.picture.mask_reading import coverage_by, mask_meaning
from inpaint_studio.picture.resample import resize

_BRIGHT = 128


class MaskForm(enum.StrEnum):
    """How a mask is written to a file."""

    ALPHA = "alpha"
    BLACK_WHITE = "black-white"
    SENT = "sent"


@dataclass(frozen=True, slots=True, eq=False)
class MaskFile:
    """A picture that is to become a mask, and the reading that its pixels suggest.

    `words` say what is unusual about it; it `is_clear` unless another reading may be meant as well.
    """

    name: str
    pixels: Pixels
    reading: Reading
    readings: tuple[Reading, ...]
    labels: Mask | None = None
    words: str = ""
    is_clear: bool = True

    @property
    def size(self) -> Size:
        """Width and height in pixels."""
        return Size(self.pixels.shape[1], self.pixels.shape[0])

    def mask(self, reading: Reading | None = None) -> Mask:
        """The coverage (H×W uint8, 255 = edit) by a reading; by the detected one without."""
        return coverage_by(self.pixels, reading or self.reading, self.labels)


def open_mask(path: Path) -> MaskFile:
    """Read a mask from a picture file.

    Raises:
        ImageError: it cannot be opened as a picture.
    """
    return mask_in(open_picture(path))


def mask_in(picture: Picture) -> MaskFile:
    """What a picture means as a mask; white is edited, unless its edge is mostly white."""
    meaning = mask_meaning(picture)
    reading = _by_light(picture.pixels) if meaning.reading is Reading.WHITE else meaning.reading
    readings = [Reading.WHITE, Reading.BLACK]
    if not is_opaque(picture.pixels):
        readings.insert(0, Reading.TRANSPARENT)
    if meaning.labels is not None:
        readings.insert(0, Reading.LABELS)
    labels, words, is_clear = meaning.labels, meaning.words, meaning.is_clear
    return MaskFile(picture.name, picture.pixels, reading, tuple(readings), labels, words, is_clear)


def decode_mask(data: bytes, name: str) -> MaskFile:
    """Read a mask from the bytes of a picture file.

    Raises:
        ImageError: it cannot be read as a picture.
    """
    return mask_in(decode_picture(data, name))


def fitted_mask(mask: Mask, size: Size) -> Mask:
    """The mask at the size of a picture."""
    return resize(mask, size)


def mask_png(mask: Mask, form: MaskForm) -> bytes:
    """The bytes of a PNG that holds the mask; `SENT` is hard and what servers read.

    Raises:
        ImageError: it cannot be encoded.
    """
    if form is MaskForm.SENT:
        return wire_png(mask)
    drawn = mask if form is MaskForm.BLACK_WHITE else _transparent_where_edited(mask)
    done, png = cv2.imencode(".png", drawn)
    if not done:
        raise ImageError("The mask cannot be written", "Close other programs and try again.")
    return png.tobytes()


def _transparent_where_edited(mask: Mask) -> Pixels:
    white = np.full_like(mask, 255)
    return np.asarray(cv2.merge([white, white, white, cv2.bitwise_not(mask)]), np.uint8)


def _by_light(pixels: Pixels) -> Reading:
    """White is edited, unless the picture's edge, which is seldom masked, is mostly white."""
    light = cv2.cvtColor(pixels, cv2.COLOR_BGRA2GRAY)
    edge = np.concatenate([light[0], light[-1], light[:, 0], light[:, -1]])
    is_bright = np.count_nonzero(edge >= _BRIGHT) * 2 > edge.size
    return Reading.BLACK if is_bright and int(light.min()) < _BRIGHT else Reading.WHITE
