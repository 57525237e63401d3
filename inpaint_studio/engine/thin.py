"""Scratches: where a hole is a few pixels thin, the smoothest surface through its rim is closest.

Minimises the squared Laplacian over and beside the hole (a biharmonic surface) by conjugate
gradients. There is one such surface, so seeds change nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from inpaint_studio.engine.levels import first_level
from inpaint_studio.engine.protocol import FillJob, Pixels, Stage
from inpaint_studio.engine.pyramid import thickness

METHOD = "biharmonic"

THIN = 9.0
"""Thickness in pixels, as of crossing scratches of 4. There this is some 3 dB ahead of patches;
thicker, it still is, but a smooth band is seen in a texture."""

MOST_PIXELS = 400_000
"""Of a hole: more would take seconds."""

STEPS = 30
"""At most: four times as many win nothing (23.5 dB on scratches of 4 px either way)."""

GOOD_ENOUGH = 1e-3
"""Of the first residual: less than half a grey level is left to win."""

Values = NDArray[np.float64]
Indexes = NDArray[np.int64]


def is_thin(job: FillJob) -> bool:
    """Whether `thin_stages` is the way to fill it."""
    pixels = int(np.count_nonzero(job.hole))
    return pixels <= MOST_PIXELS and bool(job.known.any()) and thickness(job.hole) <= THIN


def thin_stages(job: FillJob) -> Iterator[Stage]:
    """Up to `job.partials` intermediate pictures, then the result with fraction 1."""
    full = first_level(job.image, job.hole, job.known)
    surface = _surface(full.image, job.hole)
    shown = 0
    for step, values in enumerate(_descend(surface)):
        if shown < job.partials and step == 4 * shown:
            yield Stage(_painted(full.image, job.hole, values), step / STEPS, METHOD)
            shown += 1
    yield Stage(_painted(full.image, job.hole, values), 1.0, METHOD)


@dataclass(frozen=True, slots=True, eq=False)
class _Surface:
    """Pixels in and around a hole as a list.

    `values` N×3; `free` N bool, the hole; `sides` 4×N are the neighbours' places in the list, the
    pixel's own where there is none; `bent` N×1 is 1 where the Laplacian counts.
    """

    values: Values
    free: NDArray[np.bool_]
    sides: Indexes
    bent: Values

    def bend(self, values: Values) -> Values:
        """The gradient of half the squared Laplacian, for the hole's pixels, 0 elsewhere."""
        laplacian = self._laplacian(values) * self.bent
        gradient = self._laplacian(laplacian)
        gradient[~self.free] = 0
        return gradient

    def _laplacian(self, values: Values) -> Values:
        return np.asarray(values[self.sides].sum(axis=0) - 4 * values)


def _surface(image: Pixels, hole: NDArray[np.bool_]) -> _Surface:
    """The hole and three pixels around it."""
    reach = cv2.dilate(hole.astype(np.uint8), np.ones((7, 7), np.uint8)).astype(np.bool_)
    near = cv2.dilate(hole.astype(np.uint8), np.ones((3, 3), np.uint8)).astype(np.bool_)
    rows, columns = np.nonzero(reach)
    places = np.full(hole.shape, -1, dtype=np.int64)
    places[rows, columns] = own = np.arange(len(rows))
    height, width = hole.shape
    sides = []
    for dy, dx in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        beside = places[np.clip(rows + dy, 0, height - 1), np.clip(columns + dx, 0, width - 1)]
        sides.append(np.where(beside >= 0, beside, own))
    bent = near[rows, columns].astype(np.float64)[:, None]
    values = image[rows, columns].astype(np.float64)
    return _Surface(values, hole[rows, columns], np.array(sides), bent)


def _descend(surface: _Surface) -> Iterator[Values]:
    """Ever better values of the hole's pixels, M×3."""
    values = surface.values
    residual = -surface.bend(values)
    direction = residual.copy()
    size = first = _dot(residual, residual)
    yield values[surface.free]
    for _ in range(STEPS):
        if size <= first * GOOD_ENOUGH**2:
            return
        bent = surface.bend(direction)
        pace = size / _dot(direction, bent)
        values = values + pace * direction
        residual -= pace * bent
        before, size = size, _dot(residual, residual)
        direction = residual + (size / before) * direction
        yield values[surface.free]


def _dot(one: Values, other: Values) -> float:
    # np.vdot is BLAS's, whose sum depends on how many processors share it.
    return float((one * other).sum())


def _painted(image: Pixels, hole: NDArray[np.bool_], values: Values) -> Pixels:
    painted = image.copy()
    painted[hole] = np.clip(np.rint(values), 0, 255).astype(np.uint8)
    return painted
