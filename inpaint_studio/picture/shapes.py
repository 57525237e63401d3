"""Closed lines: rectangle, ellipse, lasso and polygon, and the exact area they cover.

While a shape is drawn only its line is shown; the mask changes once, when it is closed. A drag over
a whole 100-megapixel picture so costs no more than one over a corner of it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

from inpaint_studio.phrase import Phrase
from inpaint_studio.picture.brush import Coverage
from inpaint_studio.picture.geometry import EMPTY_BOX, Box, Point
from inpaint_studio.picture.selection_mode import SelectionMode, apply_selection
from inpaint_studio.picture.undo import TileRecorder, TileStep

Line = NDArray[np.float64]

ELLIPSE_FLATNESS_PX = 0.02
_NEAREST_POINTS_PX = 0.2
_BAND_ROWS = 256


class Shape(Protocol):
    """A closed line while it is being drawn."""

    label: str

    @property
    def outline(self) -> Sequence[Point]:
        """The corners of the line, which closes by itself."""
        ...

    def extend(self, point: Point) -> None:
        """Go on to a picture point."""
        ...


class Rectangle:
    """Two opposite corners; `regular` makes it a square."""

    label: str = Phrase("Rectangle")

    def __init__(self) -> None:
        self.regular = False
        self._start: Point | None = None
        self._end: Point | None = None

    @property
    def outline(self) -> Sequence[Point]:
        x0, y0, x1, y1 = self.edges
        return (Point(x0, y0), Point(x1, y0), Point(x1, y1), Point(x0, y1))

    @property
    def edges(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom; in the order they were drawn."""
        start, end = self._start or Point(0, 0), self._end or Point(0, 0)
        dx, dy = end.x - start.x, end.y - start.y
        if self.regular:
            edge = max(abs(dx), abs(dy))
            dx, dy = math.copysign(edge, dx), math.copysign(edge, dy)
        return start.x, start.y, start.x + dx, start.y + dy

    def extend(self, point: Point) -> None:
        self._start, self._end = self._start or point, point


class Ellipse(Rectangle):
    """The ellipse in a rectangle; `regular` makes it a circle."""

    label: str = Phrase("Ellipse")

    @property
    def outline(self) -> Sequence[Point]:
        x0, y0, x1, y1 = self.edges
        x, y, a, b = (x0 + x1) / 2, (y0 + y1) / 2, abs(x1 - x0) / 2, abs(y1 - y0) / 2
        radius = max(a, b, ELLIPSE_FLATNESS_PX)
        # A chord over the angle t strays from the circle by radius · t² / 8.
        count = max(8, math.ceil(math.tau / math.sqrt(8 * ELLIPSE_FLATNESS_PX / radius)))
        angles = [math.tau * step / count for step in range(count)]
        return [Point(x + a * math.cos(angle), y + b * math.sin(angle)) for angle in angles]


class Lasso:
    """The pointer's own way, closed by a straight line."""

    label: str = Phrase("Lasso")

    def __init__(self) -> None:
        self._points: list[Point] = []

    @property
    def outline(self) -> Sequence[Point]:
        return self._points

    def extend(self, point: Point) -> None:
        if not self._points or math.dist(self._points[-1], point) >= _NEAREST_POINTS_PX:
            self._points.append(point)


class Polygon:
    """Corners set one by one; the last follows the pointer until the next is set."""

    label: str = Phrase("Polygon")

    def __init__(self) -> None:
        self._corners: list[Point] = []
        self._pointer: Point | None = None

    @property
    def corners(self) -> Sequence[Point]:
        """The corners that were set."""
        return self._corners

    @property
    def outline(self) -> Sequence[Point]:
        return self._corners if self._pointer is None else [*self._corners, self._pointer]

    def extend(self, point: Point) -> None:
        self._pointer = point

    def set_corner(self, point: Point) -> None:
        """A corner stays here."""
        self._corners.append(point)
        self._pointer = None

    def drop_pointer(self) -> None:
        """Only what was set counts."""
        self._pointer = None

    def drop_corner(self) -> bool:
        """Take the last corner back; whether any is left."""
        if self._corners:
            self._corners.pop()
        return bool(self._corners)


class ShapeStroke:
    """Draws a shape; what it covers joins `mask` (H×W uint8) when it is finished."""

    def __init__(
        self, mask: Coverage, shape: Shape, how: SelectionMode = SelectionMode.ADD
    ) -> None:
        self.shape = shape
        self._mask = mask
        self._how = how
        self._recorder = TileRecorder(mask)

    def extend(self, point: Point, pressure: float = 1.0) -> Box:
        """Go on to `point`; the mask stays as it is."""
        del pressure
        self.shape.extend(point)
        return EMPTY_BOX

    def finish(self) -> tuple[Box, TileStep | None]:
        outline = self.shape.outline
        if _is_point(outline):
            return EMPTY_BOX, None
        bounds = Box(0, 0, self._mask.shape[1], self._mask.shape[0])
        box = _around(outline).intersect(bounds)
        coverage = np.zeros((0, 0), np.uint8) if box.is_empty else polygon_coverage(outline, box)
        changed = apply_selection(self._mask, coverage, box, self._how, self._recorder)
        return changed, self._recorder.step(self.shape.label)

    def cancel(self) -> Box:
        return EMPTY_BOX


def polygon_coverage(outline: Sequence[Point], box: Box) -> Coverage:
    """The part of each pixel of `box` that lies inside a closed line, 0–255.

    A pixel wound around more than once is inside, too: loops of a lasso leave no holes. Each piece
    of the line adds its signed area to the pixel it crosses and its height to all pixels right of
    that; the running sum along a row is the winding number, averaged over the pixel.
    """
    rows, columns, heights = _pieces(np.asarray(outline, np.float64) - (box.x0, box.y0), box)
    out = np.empty((box.height, box.width), np.uint8)
    stride = box.width + 2
    for top in range(0, box.height, _BAND_ROWS):
        count = min(_BAND_ROWS, box.height - top)
        first, last = np.searchsorted(rows, (top, top + count))
        cells = (rows[first:last] - top) * stride
        areas = _areas(cells, columns[first:last], heights[first:last], count * stride)
        sums = np.cumsum(areas.reshape(count, stride)[:, : box.width], axis=1, dtype=np.float32)
        out[top : top + count] = cv2.convertScaleAbs(sums, alpha=255)
    return out


def _areas(cells: NDArray[np.int64], x: Line, heights: Line, length: int) -> Line:
    """What pieces at column positions `x` of rows beginning at `cells` add to a flat buffer."""
    column = np.floor(x).astype(np.int64)
    right = heights * (x - column)
    index = np.concatenate([cells + column, cells + column + 1])
    weights = np.concatenate([heights - right, right])
    return np.asarray(np.bincount(index, weights, minlength=length), np.float64)


def _pieces(line: Line, box: Box) -> tuple[NDArray[np.int64], Line, Line]:
    """Row, middle column and signed height of the line's pieces, one per pixel crossed, by row."""
    start, way = line, np.roll(line, -1, axis=0) - line
    edges = np.arange(len(line))
    found = [(edges, np.zeros(len(line))), *(_crossings(start[:, a], way[:, a]) for a in (0, 1))]
    edge, share = (np.concatenate(parts) for parts in zip(*found, strict=True))
    order = np.lexsort((share, edge))
    edge, share = edge[order], share[order]
    goes_on = np.append(edge[1:] == edge[:-1], False)
    end = np.where(goes_on, np.append(share[1:], 1.0), 1.0)
    middle = start[edge] + way[edge] * ((share + end) / 2)[:, None]
    height = way[edge, 1] * (end - share)
    row = np.floor(middle[:, 1]).astype(np.int64)
    counts = (height != 0) & (row >= 0) & (row < box.height)
    # Left of the box a piece counts for the whole row, right of it for nothing.
    column = np.clip(middle[counts, 0], 0, box.width)
    by_row = np.argsort(row[counts], kind="stable")
    return row[counts][by_row], column[by_row], height[counts][by_row]


def _crossings(start: Line, way: Line) -> tuple[NDArray[np.int64], Line]:
    """Edges and the shares of their way at which a coordinate is whole."""
    low = np.minimum(start, start + way)
    first = np.floor(low) + 1
    count = np.maximum(np.ceil(np.maximum(start, start + way)) - first, 0).astype(np.int64)
    edge = np.repeat(np.arange(len(start)), count)
    nth = np.arange(len(edge)) - np.repeat(np.cumsum(count) - count, count)
    return edge, (first[edge] + nth - start[edge]) / way[edge]


def _is_point(outline: Sequence[Point]) -> bool:
    xs, ys = [point.x for point in outline], [point.y for point in outline]
    return len(xs) < 3 or max(xs) == min(xs) or max(ys) == min(ys)


def _around(outline: Sequence[Point]) -> Box:
    xs, ys = [point.x for point in outline], [point.y for point in outline]
    return Box.around(min(xs), min(ys), max(xs), max(ys))
