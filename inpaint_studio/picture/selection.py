"""Selections by one click: the wand follows the picture's colours, fill follows the mask itself."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np

from inpaint_studio.picture.brush import Coverage
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.geometry import EMPTY_BOX, Box, Point
from inpaint_studio.picture.selection_mode import SelectionMode, apply_selection
from inpaint_studio.picture.undo import TileRecorder, TileStep

HALF_COVERED = 128
# Beyond the half covered rim of a painted line, so that no seam stays between line and filling.
_SEAM_PX = 2
_FOUND = 128
MOST_TOLERANT = 255


@dataclass(frozen=True, slots=True)
class Wand:
    """How far a colour may be from the clicked one, 0–255 a channel, and whether it must touch."""

    tolerance: int = 32
    contiguous: bool = True


class ClickStroke:
    """A selection made where the pointer is pressed; going on changes nothing.

    `select` gives the coverage (H×W) for a column and row of the mask.
    """

    def __init__(
        self,
        mask: Coverage,
        label: str,
        select: Callable[[int, int], Coverage],
        how: SelectionMode = SelectionMode.ADD,
    ) -> None:
        self._mask = mask
        self._label = label
        self._select = select
        self._how = how
        self._recorder = TileRecorder(mask)
        self._is_done = False

    def extend(self, point: Point, pressure: float = 1.0) -> Box:
        """Select at the first point; the box of the mask that may have changed."""
        del pressure
        x, y = math.floor(point.x), math.floor(point.y)
        height, width = self._mask.shape
        if self._is_done or not (0 <= x < width and 0 <= y < height):
            return EMPTY_BOX
        self._is_done = True
        coverage = self._select(x, y)
        left, top, columns, rows = cv2.boundingRect(coverage)
        box = Box(left, top, left + columns, top + rows)
        return apply_selection(self._mask, coverage[box.slices], box, self._how, self._recorder)

    def finish(self) -> tuple[Box, TileStep | None]:
        return EMPTY_BOX, self._recorder.step(self._label)

    def cancel(self) -> Box:
        return self._recorder.restore()


def similar(pixels: Pixels, x: int, y: int, wand: Wand) -> Coverage:
    """255 where the colour (BGRA) is near the one at `x`, `y`, and where it touches, if asked."""
    colour = pixels[y, x].astype(int)
    low, high = np.clip([colour - wand.tolerance, colour + wand.tolerance], 0, 255).tolist()
    near = np.asarray(cv2.inRange(pixels, tuple(low), tuple(high)), np.uint8)
    return _touching(near, x, y) if wand.contiguous else near


def enclosed(mask: Coverage, x: int, y: int) -> Coverage:
    """The bare area around `x`, `y` up to the painted lines, and the seam along them."""
    bare = within(mask, 0, HALF_COVERED - 1)
    if not bare[y, x]:
        return np.zeros_like(mask)
    return grown_by_seam(_touching(bare, x, y))


def painted(mask: Coverage, x: int, y: int) -> Coverage:
    """The painted area that holds `x`, `y`, soft rim included."""
    some = within(mask, 1, 255)
    return _touching(some, x, y) if some[y, x] else np.zeros_like(mask)


def within(mask: Coverage, low: int, high: int) -> Coverage:
    """255 where the coverage is from `low` to `high`, else 0."""
    return np.asarray(cv2.inRange(mask, (low,), (high,)), np.uint8)


def grown_by_seam(area: Coverage) -> Coverage:
    """The area and the half covered pixels along a line around it."""
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * _SEAM_PX + 1, 2 * _SEAM_PX + 1))
    return np.asarray(cv2.dilate(area, kernel), np.uint8)


def _touching(area: Coverage, x: int, y: int) -> Coverage:
    """The part of a 0/255 area that is connected to a pixel of it by edges."""
    cv2.floodFill(area, None, (x, y), (_FOUND,), flags=4)
    return within(area, _FOUND, _FOUND)
