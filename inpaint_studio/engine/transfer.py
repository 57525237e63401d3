"""Detail for a larger size: where each filled patch came from, copied from there at full size.

The search is PatchMatch (Barnes et al., SIGGRAPH 2009) over short patch descriptors. Its place is
above the size PyPatchMatch can afford: a fill that is right at half the size needs no new search,
only its sources' pixels.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from inpaint_studio.engine.levels import Flags, Level, enlarge, mean_of_four
from inpaint_studio.engine.protocol import Pixels

Indexes = NDArray[np.int64]

MARGIN = 3
"""Radius in pixels around a source that must be usable; descriptors reach as far."""

REFINED_PIXELS = 300_000
"""Holes above this many pixels keep the coarser sources unrefined: bounds time and memory."""

AT_ONCE = 50_000
"""Pixels that vote together: what fits into a core's cache."""

NEIGHBOURS = tuple((dy, dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1))
SIDES = ((0, 1), (1, 0), (0, -1), (-1, 0))


@dataclass(frozen=True, slots=True)
class Sources:
    """Where each pixel of a hole was taken from.

    `row` and `column` are H×W int64 of the level's size, -1 where nothing was found or nothing is
    to be made.
    """

    row: Indexes
    column: Indexes

    @property
    def found(self) -> Flags:
        """H×W bool: a source is known."""
        return self.row >= 0


def find_sources(level: Level, filled: Pixels, rng: np.random.Generator) -> Sources:
    """Search for each pixel of the hole the source that its patch in `filled` looks like."""
    nothing = np.full(level.hole.shape, -1, dtype=np.int64)
    return refine_sources(level, filled, Sources(nothing, nothing.copy()), rng, rounds=4)


def refine_sources(
    level: Level, filled: Pixels, start: Sources, rng: np.random.Generator, rounds: int = 1
) -> Sources:
    """Better `start` by propagation and random search; pixels without a start get one."""
    valid = _valid(level.usable)
    if not valid.any():
        return start
    search = _Search(level, filled, valid, start, rng)
    for step in (4, 2, 1, 1)[-rounds:]:
        search.propagate(step)
        search.look_around()
    return Sources(search.row, search.column)


def upscale_sources(coarse: Sources, hole: Flags) -> Sources:
    """The same sources at twice the size, for the pixels of `hole`."""
    rows, columns = np.nonzero(hole)
    row, column = np.full((2, *hole.shape), -1, dtype=np.int64)
    found = coarse.found[rows // 2, columns // 2]
    rows, columns = rows[found], columns[found]
    limit = hole.shape[0] - 1, hole.shape[1] - 1
    at = rows // 2, columns // 2
    row[rows, columns] = np.minimum(coarse.row[at] * 2 + rows % 2, limit[0])
    column[rows, columns] = np.minimum(coarse.column[at] * 2 + columns % 2, limit[1])
    return Sources(row, column)


def transfer(level: Level, coarse_fill: Pixels, sources: Sources) -> Pixels:
    """Fill `level` from the half-size picture `coarse_fill` and the `sources` of its hole.

    Texture comes from the sources at full size, everything coarser from `coarse_fill`, so the
    picture people have already seen only gets sharper.
    """
    smooth = enlarge(coarse_fill.astype(np.float32), level.hole.shape)
    made = np.where(level.hole[..., None], smooth, level.image.astype(np.float32))
    rows, columns = np.nonzero(level.hole)
    for start in range(0, len(rows), AT_ONCE):
        some = slice(start, start + AT_ONCE)
        _vote(level, sources, rows[some], columns[some], made)
    error = coarse_fill.astype(np.float32) - mean_of_four(made)
    made[rows, columns] += enlarge(error, level.hole.shape)[rows, columns]
    return np.clip(np.rint(made), 0, 255).astype(np.uint8)


def _vote(
    level: Level,
    sources: Sources,
    rows: Indexes,
    columns: Indexes,
    made: NDArray[np.float32],
) -> None:
    """Write to `made` what the patches over each pixel say it should be, where any does."""
    detail = np.zeros((len(rows), 3), dtype=np.float32)
    weight = np.zeros(len(rows), dtype=np.float32)
    last = level.hole.shape[0] - 1, level.hole.shape[1] - 1
    parents = rows // 2, columns // 2
    odd = rows % 2, columns % 2
    for dy, dx in NEIGHBOURS:
        at = np.clip(parents[0] + dy, 0, last[0] // 2), np.clip(parents[1] + dx, 0, last[1] // 2)
        source = sources.row[at]
        row = np.clip((source - dy) * 2 + odd[0], 0, last[0])
        column = np.clip((sources.column[at] - dx) * 2 + odd[1], 0, last[1])
        vote = np.float32(0.25 ** (dy * dy + dx * dx))
        here = vote * ((source >= 0) & level.usable[row, column]).astype(np.float32)
        detail += level.image[row, column] * here[:, None]
        weight += here
    voted = weight > 0
    made[rows[voted], columns[voted]] = detail[voted] / weight[voted, None]


def _valid(usable: Flags) -> Flags:
    """Pixels whose whole neighbourhood is usable and inside; fewer demands on small pictures."""
    for radius in (MARGIN, 1):
        kernel = np.ones((2 * radius + 1, 2 * radius + 1), dtype=np.uint8)
        eroded = cv2.erode(
            usable.astype(np.uint8), kernel, borderType=cv2.BORDER_CONSTANT, borderValue=(0,)
        )
        if eroded.any():
            return eroded.astype(np.bool_)
    return usable


def _descriptors(image: Pixels) -> NDArray[np.uint8]:
    """H×W×27: the 3×3 colours two pixels apart around each pixel of the softened picture."""
    soft = cv2.blur(image, (2, 2))
    reach = MARGIN - 1
    wide = cv2.copyMakeBorder(soft, reach, reach, reach, reach, cv2.BORDER_REFLECT)
    height, width = image.shape[:2]
    taps = [
        wide[y : y + height, x : x + width]
        for y in (0, reach, 2 * reach)
        for x in (0, reach, 2 * reach)
    ]
    return np.concatenate(taps, axis=2)


class _Search:
    """The best sources found so far for every pixel of a hole."""

    def __init__(
        self,
        level: Level,
        filled: Pixels,
        valid: Flags,
        start: Sources,
        rng: np.random.Generator,
    ) -> None:
        self._rng = rng
        self._valid = valid
        self._height, self._width = valid.shape
        self._rows, self._columns = np.nonzero(level.hole)
        descriptors = _descriptors(filled).reshape(valid.size, -1)
        self._looks = descriptors
        self._wanted = descriptors[self._rows * self._width + self._columns].astype(np.float32)
        self.row, self.column = start.row.copy(), start.column.copy()
        self._best = np.full(len(self._rows), np.inf, dtype=np.float32)
        self._start_anywhere()

    def propagate(self, step: int) -> None:
        """Try what the pixels `step` away found, moved along."""
        for dy, dx in SIDES:
            rows = np.clip(self._rows + dy * step, 0, self._height - 1)
            columns = np.clip(self._columns + dx * step, 0, self._width - 1)
            known = self.row[rows, columns] >= 0
            self._try(
                self.row[rows, columns] + self._rows - rows,
                self.column[rows, columns] + self._columns - columns,
                known,
            )

    def look_around(self) -> None:
        """Try random places, ever closer to the best so far."""
        radius = max(self._height, self._width)
        while radius >= 1:
            moves = self._rng.integers(-radius, radius + 1, size=(2, len(self._rows)))
            row, column = self._current()
            self._try(row + moves[0], column + moves[1])
            radius //= 4

    def _start_anywhere(self) -> None:
        row, column = self._current()
        usable = (row >= 0) & self._valid[np.maximum(row, 0), np.maximum(column, 0)]
        self.row[self._rows, self._columns] = np.where(usable, row, -1)
        self._try(row, column, usable)
        choices = np.flatnonzero(self._valid)
        drawn = choices[self._rng.integers(0, len(choices), size=len(self._rows))]
        self._try(drawn // self._width, drawn % self._width, ~usable)

    def _current(self) -> tuple[Indexes, Indexes]:
        return self.row[self._rows, self._columns], self.column[self._rows, self._columns]

    def _try(self, row: Indexes, column: Indexes, also: Flags | None = None) -> None:
        """Take the offered places where they are valid and look more alike than the best."""
        inside = (row >= 0) & (row < self._height) & (column >= 0) & (column < self._width)
        place = np.where(inside, row * self._width + column, 0)
        allowed = inside & self._valid.reshape(-1)[place]
        if also is not None:
            allowed &= also
        which = np.flatnonzero(allowed)
        place = place[which]
        difference = self._wanted[which] - self._looks[place]
        distance = np.einsum("ij,ij->i", difference, difference)
        better = distance < self._best[which]
        which, place = which[better], place[better]
        self._best[which] = distance[better]
        self.row[self._rows[which], self._columns[which]] = place // self._width
        self.column[self._rows[which], self._columns[which]] = place % self._width
