"""Mip levels of a picture or mask, each half the last, kept in step by dirty boxes."""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from inpaint_studio.picture.colour import is_opaque
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
        former, merged = EMPTY_BOX, box
        for index in range(1, self.depth):
            # Levels not asked for meanwhile share one box: a stroke touches often, so join it once.
            if self._stale[index] is not former:
                former = self._stale[index]
                merged = former.union(box)
            self._stale[index] = merged

    def settle(self) -> None:
        """Bring every level up to date."""
        self.level(self.depth - 1)

    def rebase(self, base: Levels) -> None:
        """Take an array of the same shape and content as level 0; `touch` what differs."""
        self._levels[0] = base

    def rest(self) -> None:
        """Hold no memory but level 0 until others are asked for, and then make them anew."""
        for index in range(1, self.depth):
            self._levels[index] = self._levels[index][:0].copy()
            self._stale[index] = self._whole

    @property
    def _whole(self) -> Box:
        height, width = self._levels[0].shape[:2]
        return Box(0, 0, width, height)

    def _add_level(self) -> None:
        # Written once now: the first touch of fresh pages would stall a stroke by milliseconds.
        self._levels.append(np.full(_halved(self._levels[-1].shape), 0, np.uint8))
        self._stale.append(self._whole)

    def _refresh(self, index: int) -> None:
        stale, factor = self._stale[index], 1 << index
        if stale.is_empty:
            return
        self._stale[index] = EMPTY_BOX
        if not self._levels[index].size:
            self._levels[index] = np.full(_halved(self._levels[index - 1].shape), 0, np.uint8)
        height, width = self._levels[index].shape[:2]
        x0, x1 = stale.x0 // factor, min(-(-stale.x1 // factor), width)
        y0, y1 = stale.y0 // factor, min(-(-stale.y1 // factor), height)
        for row in range(y0, y1, _BAND_ROWS):
            self._halve(index, x0, row, x1, min(row + _BAND_ROWS, y1))

    def _halve(self, index: int, x0: int, y0: int, x1: int, y1: int) -> None:
        """Make a box of the level from the level below."""
        area = self._levels[index - 1][2 * y0 : 2 * y1, 2 * x0 : 2 * x1]
        if index == 1 and not self._opaque:
            area = premultiplied(area)
        size = (x1 - x0, y1 - y0)
        halved = cv2.resize(_evened(area), size, interpolation=cv2.INTER_AREA)
        self._levels[index][y0:y1, x0:x1] = halved


def _halved(shape: tuple[int, ...]) -> tuple[int, ...]:
    height, width, *channels = shape
    return ((height + 1) // 2, (width + 1) // 2, *channels)


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
