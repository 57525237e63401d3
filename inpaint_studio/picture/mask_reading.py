"""What a picture means as a mask: which of its pixels say "edit here".

Most are plain: transparent, or white on black. Others say nothing by those rules though they mean
something: values 0 and 1, labels of a segmentation, one colour on black, white on black with a
pixel whose alpha is 254. Read plainly, nothing would be edited, and paid for.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from inpaint_studio.errors import ImageError
from inpaint_studio.phrase import Phrase
from inpaint_studio.picture.colour import GREY_DEEP_MODES, Pixels
from inpaint_studio.picture.decoding import (
    BOMB_FAULTS,
    DECODE_FAULTS,
    decode_file,
    header_of,
    sorted_file,
)
from inpaint_studio.picture.file_kinds import is_tiff
from inpaint_studio.picture.image_file import Picture
from inpaint_studio.picture.metadata import read_exif

_EDITS = 128
"""Coverage from which endpoints make a pixel anew."""
_STRAY = 1 / 1000
"""Parts of a picture smaller than this are no hole where it is black and white besides."""
_MOST_LABELS = 64
_COLOURED = 8  # between two channels
_MIXED = 0.05  # of the pixels, in a picture of two tones
_INDEXED = ("P", *GREY_DEEP_MODES)

_STRAY_WORDS = Phrase("A few of its pixels are a little transparent, which means nothing here.")
_FAINT_WORDS = Phrase("Nothing of it is white, so what differs from its background is edited.")
_DARK_WORDS = Phrase("Nothing of it is white or transparent.")


class Reading(enum.StrEnum):
    """What in a picture means "edit here"."""

    TRANSPARENT = "transparent"
    WHITE = "white"
    BLACK = "black"
    LABELS = "labels"


@dataclass(frozen=True, slots=True, eq=False)
class MaskMeaning:
    """The reading that fits a picture best.

    `labels` is coverage (H×W) of all that is not background, None where a picture holds no labels.
    `words` say what is unusual. It `is_clear` unless another reading may be meant as well.
    """

    reading: Reading
    labels: Pixels | None = None
    words: str = ""
    is_clear: bool = True


def mask_meaning(picture: Picture) -> MaskMeaning:
    """Look at what is there: alpha, light, and the values as they are stored."""
    alpha, light = _plane(picture.pixels, 3), _light(picture.pixels)
    hole = int(np.count_nonzero(alpha < _EDITS))
    if hole and not (hole < alpha.size * _STRAY and _is_drawn(light)):
        return MaskMeaning(Reading.TRANSPARENT)
    partly = int(np.count_nonzero(alpha < 255))
    if partly > alpha.size * _STRAY and int(light.max()) == int(light.min()):
        return _faint(np.asarray(cv2.bitwise_not(alpha), np.uint8))
    labels = _labels(picture, light)
    if labels is not None:
        return labels
    if 0 < int(light.max()) < _EDITS:
        return _faint(light)
    is_clear = not partly or not _is_coloured(picture.pixels)
    return MaskMeaning(Reading.WHITE, words=_STRAY_WORDS if partly else "", is_clear=is_clear)


def coverage_by(pixels: Pixels, reading: Reading, labels: Pixels | None) -> Pixels:
    """The coverage (H×W uint8, 255 = edit) of a picture by one reading."""
    if reading is Reading.LABELS and labels is not None:
        return labels
    if reading is Reading.TRANSPARENT:
        return np.asarray(cv2.bitwise_not(_plane(pixels, 3)), np.uint8)
    light = _light(pixels)
    return np.asarray(cv2.bitwise_not(light), np.uint8) if reading is Reading.BLACK else light


def _is_drawn(light: Pixels) -> bool:
    """Whether the colours alone are a mask: black and white, more of each than stray pixels."""
    levels = np.bincount(light.ravel(), minlength=256)
    black, white = int(levels[:8].sum()), int(levels[-8:].sum())
    return min(black, white) > light.size * _STRAY and black + white > light.size * (1 - _STRAY)


def _labels(picture: Picture, light: Pixels) -> MaskMeaning | None:
    """Labels, where there are few values and white does not tell the edited ones from the others.

    It does where no more of the picture lies between black and white than is white, as soft edges
    do, and where nothing is coloured.
    """
    white = int(np.count_nonzero(light >= _EDITS))
    between = int(np.count_nonzero(light)) - white
    is_coloured = _is_coloured(picture.pixels)
    if white and white >= between and not is_coloured:
        return None
    values = _stored(picture)
    if values is None:
        values = _packed(picture.pixels) if is_coloured else light
    found = _distinct(values)
    if not 1 < found.size <= _MOST_LABELS:
        return None
    background = 0 if 0 in found else _most_at_the_edge(values)
    covered = np.where(values == background, np.uint8(0), np.uint8(255))
    if found.size == 2:
        return MaskMeaning(Reading.LABELS, covered, _FAINT_WORDS)
    words = Phrase(
        "It holds {count} labels beside its background, and nothing says which is meant.",
        count=found.size - 1,
    )
    return MaskMeaning(Reading.LABELS, covered, words, is_clear=False)


def _faint(coverage: Pixels) -> MaskMeaning:
    """A mask that is nowhere strong: clear where it has two tones, as a darkened mask has."""
    most = int(coverage.max())
    covered = np.where(coverage > most // 2, np.uint8(255), np.uint8(0))
    mixed = np.count_nonzero((coverage > most // 4) & (coverage < most - most // 4))
    if mixed > coverage.size * _MIXED:
        return MaskMeaning(Reading.LABELS, covered, _DARK_WORDS, is_clear=False)
    return MaskMeaning(Reading.LABELS, covered, _FAINT_WORDS)


def _distinct(values: NDArray[np.generic]) -> NDArray[np.generic]:
    """Each value once, in order. Of the colours of 12 megapixels numpy's `unique` takes 30 s."""
    ordered = np.sort(values, axis=None)
    return ordered[np.flatnonzero(np.append(True, ordered[1:] != ordered[:-1]))]


def _stored(picture: Picture) -> NDArray[np.generic] | None:
    """The numbers of a palette or of deep grey, as they stand in the file; None elsewhere."""
    try:
        file = sorted_file(picture.file or b"")
        with header_of(file.pixels) as header:
            if header.mode not in _INDEXED and not is_tiff(file.pixels):
                return None
        decoded = decode_file(file.pixels, lambda _: None)
        image = decoded.image
        if image.mode not in _INDEXED:
            return None
        if read_exif(image, file.exif, decoded.tiff).orientation != 1:
            return None
    except (*DECODE_FAULTS, *BOMB_FAULTS, ImageError):
        return None
    values = np.asarray(image)
    return values if values.shape == picture.pixels.shape[:2] else None


def _most_at_the_edge(values: NDArray[np.generic]) -> object:
    edge = np.concatenate([values[0], values[-1], values[:, 0], values[:, -1]])
    found, counts = np.unique(edge, return_counts=True)
    return found[counts.argmax()]


def _is_coloured(pixels: Pixels) -> bool:
    channels = [_plane(pixels, index) for index in range(3)]
    spread = cv2.max(cv2.max(*channels[:2]), channels[2]) - cv2.min(
        cv2.min(*channels[:2]), channels[2]
    )
    return int(np.count_nonzero(spread > _COLOURED)) > spread.size * _STRAY


def _packed(pixels: Pixels) -> NDArray[np.uint32]:
    """One number for each colour, 0 for black."""
    return np.ascontiguousarray(pixels).view(np.uint32)[..., 0] & np.uint32(0x00FFFFFF)


def _plane(pixels: Pixels, index: int) -> Pixels:
    return np.asarray(cv2.extractChannel(pixels, index), np.uint8)


def _light(pixels: Pixels) -> Pixels:
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGRA2GRAY), np.uint8)
