"""How far a result has moved against its source, measured where nothing should have changed.

Phase correlation finds a start, a few steps of least squares make it sub-pixel and add a scale.
Nothing is moved unless that makes the protected pixels fit clearly better.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

import cv2
import numpy as np
from numpy.typing import NDArray

from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.geometry import MAX_EDGE
from inpaint_studio.typed_values import as_number

MAX_SCALE = 0.03
MAX_SHIFT_SHARE = 0.04
"""Of the longer edge: models drift by a few pixels; what lies farther off was recomposed."""
MIN_MOTION_PX = 0.3
"""A smaller motion cannot be seen, and resampling would cost sharpness for nothing."""
MIN_DROP = 0.1
"""Resampling blurs noise away, which alone makes pictures differ some per cent less."""
MIN_RESIDUAL = 0.75
"""Grey levels by which protected pixels differ after lossless or gentle compression."""
MIN_PROTECTED_PIXELS = 1024

_COARSE_PX, _FINE_PX = 256, 512
_COARSE_STEPS, _FINE_STEPS = 10, 4
_STANDS_STILL_PX = 0.02
_HIGH_PASS_PX = 6.0
_EDGE_PX = 3
_INLIER, _OUTLIER = 10.0, 40.0
_SCALE_MUST_GAIN = 0.97
_MAX_GAIN = 2.0

Plane = NDArray[np.float32]
Motion = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Shift:
    """Where the result's content lies against the source's; `shifted` takes it back.

    `dx`, `dy` are pixels, right and down; `scale` is how much larger the content is, about the
    centre (0.01 = 1 %). The residuals are mean differences of the protected pixels, in grey levels
    of 255, with colour drift taken off; they are equal when nothing is to be moved.
    """

    dx: float = 0.0
    dy: float = 0.0
    scale: float = 0.0
    residual_before: float = 0.0
    residual_after: float = 0.0

    @property
    def is_none(self) -> bool:
        """Whether the result lies where it should."""
        return self.dx == self.dy == self.scale == 0.0


NO_SHIFT = Shift()


def stored_shift(stored: Mapping[str, object]) -> Shift | None:
    """The shift whose fields were stored, None where they tell of none that could be drift."""
    try:
        number = as_number(-MAX_EDGE, MAX_EDGE)
        shift = Shift(*(number(stored[item.name]) for item in fields(Shift)))
    except ValueError:
        return None
    return shift if abs(shift.scale) <= MAX_SCALE else None


@dataclass(frozen=True, slots=True)
class _Pair:
    """Both pictures in grey, and a mask of what counts of them, all h×w at a working size."""

    source: Plane
    result: Plane
    counts: Pixels


def register(source: Pixels, result: Pixels, protected: Pixels) -> Shift:
    """How the result (H×W×4 BGRA) has moved against the source, by what is protected.

    `protected` is H×W, above 0 where the result should show the source. The shift is none when too
    little is protected, the motion is too small to be seen or too large to be drift, or when taking
    it back would not make the protected pixels differ by 10 % less.
    """
    trusted = _trusted(source, result, protected)
    if cv2.countNonZero(trusted) < MIN_PROTECTED_PIXELS:
        return NO_SHIFT
    fine = _pair(source, result, trusted, _FINE_PX)
    still = np.zeros(3)
    before = _residual(fine, still)
    if before < MIN_RESIDUAL or cv2.countNonZero(fine.counts) < MIN_PROTECTED_PIXELS / 4:
        return Shift(residual_before=before, residual_after=before)
    motion = _best_motion(fine, _pair(source, result, trusted, _COARSE_PX))
    after = _residual(fine, motion)
    height, width = trusted.shape
    dx, dy, scale = (float(value) for value in motion)
    unscale_x, unscale_y = width / fine.source.shape[1], height / fine.source.shape[0]
    found = Shift(dx * unscale_x, dy * unscale_y, scale, before, after)
    if after > (1 - MIN_DROP) * before or not _is_drift(found, width, height):
        return Shift(residual_before=before, residual_after=before)
    return found


def shifted(result: Pixels, shift: Shift) -> Pixels:
    """The result (H×W×4) with the shift taken back; `result` itself when there is none.

    What would come from outside repeats the edge.
    """
    if shift.is_none:
        return result
    matrix = _matrix(np.asarray([shift.dx, shift.dy, shift.scale]), result.shape)
    if bool((result[..., 3] == 255).all()):
        return np.asarray(_warped(result, matrix, cv2.INTER_CUBIC), np.uint8)
    alpha = result[..., 3:].astype(np.float32)
    weighted = np.concatenate([result[..., :3] * (alpha / 255), alpha], axis=2)
    moved = _warped(weighted, matrix, cv2.INTER_LINEAR)
    visible = np.maximum(moved[..., 3:], 0.5) / 255
    straight = np.concatenate([moved[..., :3] / visible, moved[..., 3:]], axis=2)
    return np.asarray(np.rint(straight.clip(0, 255)), np.uint8)


def _trusted(source: Pixels, result: Pixels, protected: Pixels) -> Pixels:
    """255 where something is protected and opaque in both."""
    opaque = np.minimum(source[..., 3], result[..., 3]) == 255
    return np.asarray((opaque & (protected > 0)) * np.uint8(255), np.uint8)


def _pair(source: Pixels, result: Pixels, trusted: Pixels, longest_px: int) -> _Pair:
    height, width = trusted.shape
    factor = min(1.0, longest_px / max(width, height))
    size = max(1, round(width * factor)), max(1, round(height * factor))
    first, second = (_grey(pixels, size) for pixels in (source, result))
    share = cv2.resize(trusted, size, interpolation=cv2.INTER_AREA)
    kernel = np.ones((2 * _EDGE_PX + 1,) * 2, np.uint8)
    # What lies past the picture's edge is unknown as well: motion brings it in.
    inner = cv2.erode(share, kernel, borderType=cv2.BORDER_CONSTANT, borderValue=(0,))
    return _Pair(first, second, np.where(inner == 255, np.uint8(255), np.uint8(0)))


def _grey(pixels: Pixels, size: tuple[int, int]) -> Plane:
    small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.cvtColor(small, cv2.COLOR_BGRA2GRAY), np.float32)


def _best_motion(fine: _Pair, coarse: _Pair) -> Motion:
    """The motion in pixels of the fine pair, with a scale only where that pays."""
    up = fine.source.shape[1] / coarse.source.shape[1]
    starts = (np.zeros(3), _phase_start(coarse))
    rough = [_refined(coarse, start, 3, _COARSE_STEPS) for start in starts]
    best = min(rough, key=lambda motion: _residual(coarse, motion)) * (up, up, 1)
    zoomed = _refined(fine, best, 3, _FINE_STEPS)
    plain = _refined(fine, best * (1, 1, 0), 2, _FINE_STEPS)
    pays = _residual(fine, zoomed) < _SCALE_MUST_GAIN * _residual(fine, plain)
    return zoomed if pays else plain


def _phase_start(pair: _Pair) -> Motion:
    window = np.asarray(cv2.GaussianBlur(pair.counts, (0, 0), 2), np.float32)
    planes = (_high_pass(plane, window) for plane in (pair.source, pair.result))
    (dx, dy), _ = cv2.phaseCorrelate(*planes)
    limit = MAX_SHIFT_SHARE * max(pair.source.shape)
    return np.array([dx, dy, 0.0]) if max(abs(dx), abs(dy)) <= limit else np.zeros(3)


def _high_pass(plane: Plane, window: Plane) -> Plane:
    """The plane without its low tones, which the hole must not colour."""
    around = cv2.GaussianBlur(plane * window, (0, 0), _HIGH_PASS_PX)
    share = cv2.GaussianBlur(window, (0, 0), _HIGH_PASS_PX)
    return np.asarray((plane - around / np.maximum(share, 1e-3)) * window, np.float32)


def _refined(pair: _Pair, start: Motion, unknowns: int, steps: int) -> Motion:
    """Least squares on the source's gradient, outliers weighted down, until it stands still.

    Of dx, dy and scale the first `unknowns` are looked for.
    """
    slopes = _slopes(pair.source, unknowns)
    counts = (pair.counts.ravel() > 0).astype(np.float32)
    motion = start.copy()
    for _ in range(steps):
        difference = (pair.source - _toned(pair, motion)).ravel()
        weighted = slopes * (counts / np.maximum(np.abs(difference) / _INLIER, 1))
        system = weighted @ slopes.T + np.eye(unknowns, dtype=np.float32)
        step = np.linalg.solve(system, weighted @ difference)
        motion[:unknowns] += step
        motion[2] = min(max(motion[2], -MAX_SCALE), MAX_SCALE)
        if np.abs(step[:2]).max() < _STANDS_STILL_PX:
            break
    return motion


def _slopes(plane: Plane, unknowns: int) -> Plane:
    """How each pixel changes with dx, dy and scale, unknowns×N."""
    height, width = plane.shape
    across = cv2.Sobel(plane, cv2.CV_32F, 1, 0, scale=1 / 8)
    down = cv2.Sobel(plane, cv2.CV_32F, 0, 1, scale=1 / 8)
    x = np.arange(width, dtype=np.float32) - (width - 1) / 2
    y = np.arange(height, dtype=np.float32)[:, None] - (height - 1) / 2
    slopes = [across, down, across * x + down * y][:unknowns]
    return np.asarray(np.stack(slopes).reshape(unknowns, -1), np.float32)


def _toned(pair: _Pair, motion: Motion) -> Plane:
    """The result moved back, with the source's mean and contrast."""
    moved = _warped(pair.result, _matrix(motion, pair.result.shape), cv2.INTER_LINEAR)
    mean, deviation = cv2.meanStdDev(pair.source, mask=pair.counts)
    moved_mean, moved_deviation = cv2.meanStdDev(moved, mask=pair.counts)
    gain = (deviation[0, 0] + 1) / (moved_deviation[0, 0] + 1)
    gain = min(max(gain, 1 / _MAX_GAIN), _MAX_GAIN)
    return np.asarray(moved * np.float32(gain) + np.float32(mean - gain * moved_mean), np.float32)


def _residual(pair: _Pair, motion: Motion) -> float:
    """Mean difference where it counts; what was repainted counts no more than 40 levels."""
    difference = np.minimum(cv2.absdiff(pair.source, _toned(pair, motion)), _OUTLIER)
    return float(cv2.mean(difference, mask=pair.counts)[0])


def _matrix(motion: Motion, shape: tuple[int, ...]) -> NDArray[np.float64]:
    """From a source position to where the result shows it."""
    dx, dy, scale = motion
    x, y = (shape[1] - 1) / 2, (shape[0] - 1) / 2
    return np.array([[1 + scale, 0, dx - scale * x], [0, 1 + scale, dy - scale * y]])


def _warped(array: NDArray, matrix: NDArray[np.float64], method: int) -> NDArray:  # type: ignore[type-arg]
    size = array.shape[1], array.shape[0]
    flags = method | cv2.WARP_INVERSE_MAP
    # Reflecting borders hang OpenCV 5.0 for ever on pictures one pixel wide or high.
    return cv2.warpAffine(array, matrix, size, flags=flags, borderMode=cv2.BORDER_REPLICATE)


def _is_drift(shift: Shift, width: int, height: int) -> bool:
    farthest_x = abs(shift.dx) + abs(shift.scale) * width / 2
    farthest_y = abs(shift.dy) + abs(shift.scale) * height / 2
    limit = max(8.0, MAX_SHIFT_SHARE * max(width, height))
    moved = max(abs(shift.dx), abs(shift.dy))
    return max(farthest_x, farthest_y) >= MIN_MOTION_PX and moved <= limit
