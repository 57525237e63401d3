"""Mip levels of a picture or mask, each half the last, kept in step by dirty boxes."""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from inpaint_studio.picture.geometry import EMPTY_BOX, Box

Levels = NDArray[np.uint8]

SMALLEST_EDGE_PX = 128
_BAND_ROWS = 512


class Pyramid:
    """Level 0 is the given array itself (H×W or H×W×4 BGRA uint8), never copied.

    Pixel (x, y) of level l is the mean of the 2^l × 2^l pixels from (x·2^l, y·2^l), rounded once
    per level; where an edge is odd the last row or column counts twice. Coloured levels above 0 are
    premultiplied by alpha, so that hidden colours never bleed. Levels are brought up to date when
    they are asked for: a stroke pays only for the level on show.
    """

    def __init__(self, base: Levels) -> None:
        self._levels = [base]
        self._stale: list[Box] = [EMPTY_BOX]
        self._opaque = base.ndim == 2 or is_opaque(base)
        while max(self._levels[-1].shape[:2]) > SMALLEST_EDGE_PX:
            self._add_level()

    @property
    def depth(self) -> int:
        """Number of levels, level 0 included."""
        return len(self._levels)

    @property
    def opaque(self) -> bool:
        """Whether no pixel is known to be transparent, even in part."""
        return self._opaque

    def level_for(self, scale: float) -> int:
        """The level from which a view at `scale` is drawn: shrunk by at most half, if it exists."""
        wanted = math.floor(-math.log2(scale)) if scale < 1 else 0
        return min(wanted, self.depth - 1)

    def level(self, index: int) -> Levels:
        """The level's array, up to date; read only, and valid until the next `touch`."""
        for lower in range(1, index + 1):
            self._refresh(lower)
        return self._levels[index]

    def touch(self, box: Box) -> None:
        """Level 0 changed inside `box`."""
        if self._opaque and self._levels[0].ndim == 3:
            self._opaque = is_opaque(self._levels[0][box.slices])
        for index in range(1, self.depth):
            self._stale[index] = self._stale[index].union(box)

    def settle(self) -> None:
        """Bring every level up to date."""
        self.level(self.depth - 1)

    def rebase(self, base: Levels) -> None:
        """Take an array of the same shape and content as level 0; `touch` what differs."""
        self._levels[0] = base

    def _add_level(self) -> None:
        height, width = self._levels[-1].shape[:2]
        shape = ((height + 1) // 2, (width + 1) // 2, *self._levels[-1].shape[2:])
        # Written once now: the first touch of fresh pages would stall a stroke by milliseconds.
        self._levels.append(np.full(shape, 0, np.uint8))
        base_height, base_width = self._levels[0].shape[:2]
        self._stale.append(Box(0, 0, base_width, base_height))

    def _refresh(self, index: int) -> None:
        box = _shrink(self._stale[index], 1 << index)
        self._stale[index] = EMPTY_BOX
        for y0 in range(box.y0, box.y1, _BAND_ROWS):
            self._halve(index, Box(box.x0, y0, box.x1, min(y0 + _BAND_ROWS, box.y1)))

    def _halve(self, index: int, box: Box) -> None:
        """Make `box` of the level from the level below."""
        finer, coarser = self._levels[index - 1], self._levels[index]
        box = box.intersect(Box(0, 0, coarser.shape[1], coarser.shape[0]))
        if box.is_empty:
            return
        area = finer[2 * box.y0 : 2 * box.y1, 2 * box.x0 : 2 * box.x1]
        if index == 1 and not self._opaque:
            area = premultiplied(area)
        coarser[box.slices] = cv2.resize(
            _evened(area), (box.width, box.height), interpolation=cv2.INTER_AREA
        )


def is_opaque(pixels: Levels) -> bool:
    """Whether every BGRA pixel is fully opaque."""
    bands = (pixels[row : row + _BAND_ROWS] for row in range(0, pixels.shape[0], _BAND_ROWS))
    return all(int(cv2.extractChannel(band, 3).min(initial=255)) == 255 for band in bands)


def premultiplied(pixels: Levels) -> Levels:
    """BGRA pixels with the colours multiplied by alpha, as a new array."""
    alpha = cv2.extractChannel(pixels, 3)
    weights = cv2.merge([alpha, alpha, alpha, np.full_like(alpha, 255)])
    return np.asarray(cv2.multiply(pixels, weights, scale=1 / 255), np.uint8)


def _evened(area: Levels) -> Levels:
    """The area with its last row and column repeated where their number is odd."""
    height, width = area.shape[:2]
    if height % 2 == 0 and width % 2 == 0:
        return area
    return np.asarray(
        cv2.copyMakeBorder(area, 0, height % 2, 0, width % 2, cv2.BORDER_REPLICATE), np.uint8
    )


def _shrink(box: Box, factor: int) -> Box:
    if box.is_empty:
        return EMPTY_BOX
    return Box(box.x0 // factor, box.y0 // factor, -(-box.x1 // factor), -(-box.y1 // factor))
