"""The brush: its settings, the profile of a dab and the cached kernels dabs are made of."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from inpaint_studio.picture.geometry import Point

Coverage = NDArray[np.uint8]
Distances = NDArray[np.float32]

MIN_SIZE_PX = 1.0
MAX_SIZE_PX = 2000.0
CAPSULE_BELOW_PX = 20.0
"""Thinner strokes are swept exactly; above, dabs are cheaper than distances."""
PENCIL_BELOW_PX = 2.0
"""Thinner brushes keep to pixel centres, so that a click on a pixel paints that pixel."""


@dataclass(frozen=True, slots=True)
class Brush:
    """Diameter in picture pixels (1–2000), hardness and flow in percent, and what the pen drives.

    Flow is the most a stroke may cover: going over the same place again adds nothing.
    """

    size: float = 80.0
    hardness: float = 80.0
    flow: float = 100.0
    pressure_size: bool = True
    pressure_flow: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "size", _clamp(self.size, MIN_SIZE_PX, MAX_SIZE_PX))
        object.__setattr__(self, "hardness", _clamp(self.hardness, 0.0, 100.0))
        object.__setattr__(self, "flow", _clamp(self.flow, 0.0, 100.0))

    def resized(self, steps: float) -> Brush:
        """Ten percent larger per step, at least one pixel; smaller for negative steps."""
        step = math.copysign(max(1.0, self.size * (1.1 ** abs(steps) - 1)), steps)
        return replace(self, size=round(self.size + step) if steps else self.size)

    def pressed(self, pressure: float) -> Brush:
        """The brush as the pen makes it at `pressure` 0–1, in steps that keep the kernels few."""
        pressure = round(_clamp(pressure, 0.0, 1.0) * 32) / 32
        size = self.size * (0.1 + 0.9 * pressure) if self.pressure_size else self.size
        flow = self.flow * pressure if self.pressure_flow else self.flow
        return replace(self, size=size, flow=flow)

    @property
    def radius(self) -> float:
        """Half the diameter, px."""
        return self.size / 2

    @property
    def reach(self) -> float:
        """No pixel whose centre is farther than this from the path is touched, px."""
        return self.radius + 0.5

    @property
    def spacing(self) -> float:
        """Distance between dabs, px: an eighth of the diameter, less where the edge would show it.

        Between two dabs the outline dips by spacing² / (8 · radius); the dip stays under a quarter
        of the width over which the brush fades.
        """
        fade = max(1.0, self.radius * (1 - self.hardness / 100))
        return max(0.5, min(self.size / 8, math.sqrt(2 * self.radius * fade)))

    def pinned(self, point: Point) -> Point:
        """Where a thin stroke goes for `point`: through pixel centres, if it is a pixel thin."""
        if self.size >= PENCIL_BELOW_PX:
            return point
        return Point(math.floor(point.x) + 0.5, math.floor(point.y) + 0.5)

    def coverage(self, distance: Distances) -> Coverage:
        """Coverage 0–255 at `distance` px from the path: flat inside, a bell to zero at `reach`."""
        inner = min(self.radius * self.hardness / 100, self.radius - 0.5)
        fall = np.clip((distance - inner) / (self.reach - inner), 0.0, 1.0)
        bell = 1.0 - fall * fall
        return np.asarray(bell * bell * (self.flow * 2.55) + 0.5, np.uint8)


class Dab:
    """The stamp of a thick brush: kernels for the positions within a pixel that it may take.

    What every dab needs is worked out once: a stroke makes thousands.
    """

    __slots__ = ("_make", "_settings", "phases", "reach", "spacing")

    def __init__(self, brush: Brush) -> None:
        self.phases = _phases(brush.size)
        self.reach = brush.reach
        self.spacing = brush.spacing
        self._settings = (brush.size, brush.hardness, brush.flow)
        self._make = _kernel if brush.size <= 256 else _large_kernel

    def at(self, x: float, y: float) -> tuple[Coverage, int, int]:
        """The h×w coverage of a dab meant for `x`, `y`, and the column and row it begins at.

        Its centre is put on the nearest of `phases` positions per pixel and axis: finer than the
        eye for the size of the brush.
        """
        x, y = round(x * self.phases) / self.phases, round(y * self.phases) / self.phases
        column, row = math.floor(x - self.reach), math.floor(y - self.reach)
        return self._make(*self._settings, x - column, y - row), column, row


def _phases(size: float) -> int:
    if size <= 100:
        return 4
    return 2 if size <= 400 else 1


def _make_kernel(size: float, hardness: float, flow: float, x: float, y: float) -> Coverage:
    """A dab whose centre lies at `x`, `y` of the kernel."""
    brush = Brush(size, hardness, flow)
    columns = np.arange(math.ceil(x + brush.reach), dtype=np.float32) + np.float32(0.5 - x)
    rows = np.arange(math.ceil(y + brush.reach), dtype=np.float32) + np.float32(0.5 - y)
    return brush.coverage(np.sqrt(columns * columns + (rows * rows)[:, None]))


_kernel = lru_cache(maxsize=256)(_make_kernel)
# A 2000 px kernel is 4 MB.
_large_kernel = lru_cache(maxsize=12)(_make_kernel)


def _clamp(value: float, low: float, high: float) -> float:
    return min(max(float(value), low), high)
