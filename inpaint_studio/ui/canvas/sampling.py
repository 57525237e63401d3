"""Drawing mip levels at view resolution: arrays in, arrays of device pixels out."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from inpaint_studio.picture.geometry import Box
from inpaint_studio.picture.pyramid import Pyramid, premultiplied

Levels = NDArray[np.uint8]

NEAREST_FROM = 3.0
"""Picture pixels drawn at least this large stay squares."""


@dataclass(frozen=True, slots=True)
class ViewTransform:
    """Where an array lies in the view: device px per array px, and device px of its corner."""

    factor: float
    left: float
    top: float

    @property
    def copies(self) -> bool:
        """Whether array and device pixels coincide."""
        return self.factor == 1 and self.left % 1 == 0 and self.top % 1 == 0

    def shrunk(self, level: int) -> ViewTransform:
        """The placing of a mip level of the array."""
        return ViewTransform(self.factor * (1 << level), self.left, self.top)


def draw(pyramid: Pyramid, transform: ViewTransform, area: Box) -> Levels:
    """The device pixels `area` of a pyramid placed in the view; its edge pixels go on beyond it.

    Pictures come premultiplied by alpha.
    """
    index = pyramid.level_for(transform.factor)
    level, transform = pyramid.level(index), transform.shrunk(index)
    premultiply = index == 0 and not pyramid.opaque
    if transform.factor >= NEAREST_FROM or transform.copies:
        drawn = _nearest(level, transform, area)
        return premultiplied(drawn) if premultiply else drawn
    level, transform = _cropped(level, transform, area)
    return _interpolated(premultiplied(level) if premultiply else level, transform, area)


def axis_indices(start: int, stop: int, origin: float, factor: float) -> NDArray[np.int64]:
    """The array index under each device pixel centre from `start` to `stop`."""
    centres = np.arange(start, stop) + 0.5 - origin
    return np.asarray(np.floor(centres / factor), np.int64)


def _cropped(level: Levels, transform: ViewTransform, area: Box) -> tuple[Levels, ViewTransform]:
    """The part of the level that `area` shows, with a rim for interpolation.

    OpenCV's coordinates end at 32767, and a small array stays in the processor's cache.
    """
    height, width = level.shape[:2]
    x0, x1 = _span(area.x0, area.x1, transform.left, transform.factor, width)
    y0, y1 = _span(area.y0, area.y1, transform.top, transform.factor, height)
    left, top = transform.left + x0 * transform.factor, transform.top + y0 * transform.factor
    return level[y0:y1, x0:x1], ViewTransform(transform.factor, left, top)


def _span(start: int, stop: int, origin: float, factor: float, length: int) -> tuple[int, int]:
    first = math.floor((start - origin) / factor) - 2
    last = math.ceil((stop - origin) / factor) + 2
    first = min(max(first, 0), length - 1)
    return first, min(max(last, first + 1), length)


def _interpolated(level: Levels, transform: ViewTransform, area: Box) -> Levels:
    step = 1 / transform.factor
    to_level = np.array(
        [
            [step, 0, (area.x0 + 0.5 - transform.left) * step - 0.5],
            [0, step, (area.y0 + 0.5 - transform.top) * step - 0.5],
        ]
    )
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    drawn = cv2.warpAffine(level, to_level, area.size, flags=flags, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(drawn, np.uint8)


def _nearest(level: Levels, transform: ViewTransform, area: Box) -> Levels:
    height, width = level.shape[:2]
    columns = axis_indices(area.x0, area.x1, transform.left, transform.factor).clip(0, width - 1)
    rows = axis_indices(area.y0, area.y1, transform.top, transform.factor).clip(0, height - 1)
    level = level[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    if level.shape[:2] == (len(rows), len(columns)) and transform.copies:
        return level
    rows, columns = rows - rows[0], columns - columns[0]
    if level.ndim == 2:
        return np.asarray(level.take(columns, axis=1).take(rows, axis=0))
    # One 32-bit word per pixel is taken in a single move.
    words = level.view(np.uint32)[..., 0].take(columns, axis=1).take(rows, axis=0)
    return np.asarray(words[..., None].view(np.uint8))
