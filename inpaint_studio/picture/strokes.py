"""Strokes: from pointer events to coverage in the mask.

    events ─ Curve ─▶ polyline ─┬─ thin brush: swept exactly, segment by segment
                                └─ thick brush: dabs every `Brush.spacing` pixels

Coverage is combined by maximum (brush) or minimum (eraser), so a stroke never builds up over itself
and needs no buffer of its own.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import cv2
import numpy as np

from inpaint_studio.phrase import Phrase
from inpaint_studio.picture.brush import CAPSULE_BELOW_PX, Brush, Coverage, Dab
from inpaint_studio.picture.geometry import EMPTY_BOX, Box, Point
from inpaint_studio.picture.undo import TileRecorder, TileStep

# OpenCV's own threads gain nothing on dabs, and take the core that decoding workers need: a stroke
# of 1000 px costs 54 ms of processor time with two, 30 ms with one, in the same time on the clock.
cv2.setNumThreads(1)

FLATNESS_PX = 0.1
_CAPSULE_CHUNK_PX = 64.0


class Sample(NamedTuple):
    """A pointer position in picture px and the pen's pressure 0–1."""

    x: float
    y: float
    pressure: float = 1.0


class Curve:
    """Rounds sparse events off: quadratic arcs between the midpoints of successive samples."""

    def __init__(self) -> None:
        self._position: Sample | None = None
        self._corner: Sample | None = None

    def extend(self, sample: Sample) -> list[Sample]:
        """The points of the polyline up to halfway to `sample`; the first sample is itself one."""
        if self._position is None or self._corner is None:
            self._position = self._corner = sample
            return [sample]
        end = _middle(self._corner, sample)
        points = _flattened(self._position, self._corner, end)
        self._position, self._corner = end, sample
        return points

    def finish(self) -> list[Sample]:
        """The rest of the way to the last sample."""
        if self._corner is None or self._corner == self._position:
            return []
        self._position = self._corner
        return [self._corner]

    def straight(self, sample: Sample) -> list[Sample]:
        """The rest of the way, then a straight line to `sample`, where the curve goes on."""
        points = [*self.finish(), sample]
        self._position = self._corner = sample
        return points


class BrushStroke:
    """Paints, or erases, along the pointer's way in `mask` (H×W uint8, changed in place)."""

    def __init__(self, mask: Coverage, brush: Brush, *, erase: bool = False) -> None:
        self._mask = mask
        self._brush = brush
        self._press(1.0)
        self._erase = erase
        self._bounds = Box(0, 0, mask.shape[1], mask.shape[0])
        self._recorder = TileRecorder(mask)
        self._curve = Curve()
        self._last: Sample | None = None
        self._until_dab = 0.0

    def extend(self, point: Point, pressure: float = 1.0) -> Box:
        """Go on in a smooth curve, up to half the way from the last point to this one."""
        return self._draw(self._curve.extend(Sample(*point, pressure)))

    def straight_to(self, point: Point, pressure: float = 1.0) -> Box:
        """Go on in a straight line, all the way to `point`."""
        return self._draw(self._curve.straight(Sample(*point, pressure)))

    def finish(self) -> tuple[Box, TileStep | None]:
        box = self._draw(self._curve.finish())
        return box, self._recorder.step(Phrase("Erase") if self._erase else Phrase("Brush stroke"))

    def cancel(self) -> Box:
        return self._recorder.restore()

    def _draw(self, samples: list[Sample]) -> Box:
        if not samples:
            return EMPTY_BOX
        start = self._last or samples[0]
        drawn = [self._draw_to(sample) for sample in samples]
        # Most events of a thick brush fall between two dabs and need no repainting.
        if not any(drawn):
            return EMPTY_BOX
        return self._around([start, *samples], self._brush.reach + 1)

    def _draw_to(self, sample: Sample) -> bool:
        """Draw from the last sample to this one; whether the mask was touched."""
        start, self._last = self._last or sample, sample
        if sample.pressure != self._pressure:
            self._press(sample.pressure)
        if self._pressed.size >= CAPSULE_BELOW_PX:
            return self._dab_along(start, sample)
        # Should the pen's pressure thicken the brush here, dabs go on at once.
        self._until_dab = 0.0
        first, last = (self._pressed.pinned(Point(x, y)) for x, y, _ in (start, sample))
        for near, far in _chunks(first, last):
            self._sweep(near, far)
        return True

    def _press(self, pressure: float) -> None:
        self._pressure = pressure
        self._pressed = self._brush.pressed(pressure)
        self._dab = Dab(self._pressed)

    def _dab_along(self, start: Sample, end: Sample) -> bool:
        dx, dy = end.x - start.x, end.y - start.y
        length = math.hypot(dx, dy)
        first = at = self._until_dab
        while at <= length:
            share = at / length if length else 0.0
            self._stamp(start.x + dx * share, start.y + dy * share)
            at += self._dab.spacing
        self._until_dab = at - length
        return first <= length

    def _stamp(self, x: float, y: float) -> None:
        """Put one dab; plain numbers instead of boxes, since there are thousands."""
        kernel, left, top = self._dab.at(x, y)
        height, width = kernel.shape
        x0, y0 = max(left, 0), max(top, 0)
        x1, y1 = min(left + width, self._bounds.x1), min(top + height, self._bounds.y1)
        if x0 < x1 and y0 < y1:
            self._combine(x0, y0, x1, y1, kernel[y0 - top : y1 - top, x0 - left : x1 - left])

    def _sweep(self, start: Point, end: Point) -> None:
        """Cover what lies within the brush's reach of a segment."""
        box = self._around([start, end], self._pressed.reach)
        if not box.is_empty:
            coverage = self._pressed.coverage(_distances(box, start, end))
            self._combine(box.x0, box.y0, box.x1, box.y1, coverage)

    def _around(self, points: Sequence[Point | Sample], reach: float) -> Box:
        """The part of the mask that holds everything nearer than `reach` to the points' polygon."""
        xs, ys = [point.x for point in points], [point.y for point in points]
        return Box.around(
            min(xs) - reach, min(ys) - reach, max(xs) + reach, max(ys) + reach
        ).intersect(self._bounds)

    def _combine(self, x0: int, y0: int, x1: int, y1: int, coverage: Coverage) -> None:
        self._recorder.keep(x0, y0, x1, y1)
        area = self._mask[y0:y1, x0:x1]
        if self._erase:
            cv2.min(area, cv2.bitwise_not(coverage), area)
        else:
            cv2.max(area, coverage, area)


def _distances(
    box: Box, start: Point, end: Point
) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """Distance of every pixel centre of `box` to the segment, float32."""
    x = np.arange(box.x0, box.x1, dtype=np.float64) + (0.5 - start.x)
    y = (np.arange(box.y0, box.y1, dtype=np.float64) + (0.5 - start.y))[:, None]
    dx, dy = end.x - start.x, end.y - start.y
    along = (x * dx + y * dy) / max(dx * dx + dy * dy, 1e-12)
    np.clip(along, 0.0, 1.0, out=along)
    return np.hypot(x - along * dx, y - along * dy).astype(np.float32)


def _chunks(start: Point, end: Point) -> Iterator[tuple[Point, Point]]:
    """The segment in pieces short enough that the boxes around them stay small."""
    count = max(1, math.ceil(math.hypot(end.x - start.x, end.y - start.y) / _CAPSULE_CHUNK_PX))
    step_x, step_y = (end.x - start.x) / count, (end.y - start.y) / count
    for index in range(count):
        first = Point(start.x + step_x * index, start.y + step_y * index)
        yield first, Point(first.x + step_x, first.y + step_y)


def _flattened(start: Sample, corner: Sample, end: Sample) -> list[Sample]:
    """Points along the quadratic Bézier arc, from after `start` to `end`."""
    bend_x, bend_y = start.x - 2 * corner.x + end.x, start.y - 2 * corner.y + end.y
    # A chord over 1/n of the arc strays from it by |bend| / (4 n²).
    count = max(1, math.ceil(math.sqrt(math.hypot(bend_x, bend_y) / (4 * FLATNESS_PX))))
    return [_on_arc(start, corner, end, index / count) for index in range(1, count + 1)]


def _on_arc(start: Sample, corner: Sample, end: Sample, t: float) -> Sample:
    a, b, c = (1 - t) * (1 - t), 2 * t * (1 - t), t * t
    return Sample(
        a * start.x + b * corner.x + c * end.x,
        a * start.y + b * corner.y + c * end.y,
        a * start.pressure + b * corner.pressure + c * end.pressure,
    )


def _middle(first: Sample, second: Sample) -> Sample:
    return Sample(
        (first.x + second.x) / 2,
        (first.y + second.y) / 2,
        (first.pressure + second.pressure) / 2,
    )
