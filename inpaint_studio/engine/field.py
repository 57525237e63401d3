"""One size of a fill at work: which patch of the surroundings each patch of the hole comes from."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import cv2
import numpy as np
from numpy.typing import NDArray

from inpaint_studio.engine import kernels
from inpaint_studio.engine.protocol import Pixels
from inpaint_studio.engine.pyramid import RADIUS, FillSize, valid_centres

Numbers = NDArray[np.int32]
Floats = NDArray[np.float32]

RANGES = 8
"""Pieces a size is worked on in, whatever the number of processors: the result depends on it."""

FEWEST_IN_RANGE = 1500
TRUST_DECAY = 1.5
"""How much less a patch is trusted per pixel further from the hole's rim."""

_threads = ThreadPoolExecutor(max(1, min(RANGES, os.cpu_count() or 1)), thread_name_prefix="fill")


class PatchField:
    """The search at one size.

    `picture` H×W×4 uint8 (red, green, blue, texture) changes in its hole with every vote; `made`
    N×4 float32 is the last vote before rounding, for the hole's pixels `inside` in reading order.
    """

    def __init__(self, size: FillSize) -> None:
        level = size.level
        self.level = level
        self.picture: Pixels = np.dstack([level.image, size.texture])
        self.valid = valid_centres(level)
        self.rows, self.columns = _int32(np.nonzero(self._overlapping()))
        self.numbers: Numbers = np.full(level.hole.shape, -1, dtype=np.int32)
        self.numbers[self.rows, self.columns] = np.arange(len(self.rows), dtype=np.int32)
        self.inside = _int32(np.nonzero(level.hole))
        self.found: Numbers = np.zeros((len(self.rows), 2), dtype=np.int32)
        self.cost: Numbers = np.zeros(len(self.rows), dtype=np.int32)
        self.made: Floats = np.zeros((len(self.inside[0]), 4), dtype=np.float32)
        self._nearness = self._trust_by_distance()

    def start_anywhere(self, rng: np.random.Generator) -> None:
        """Random sources."""
        rows, columns = np.nonzero(self.valid)
        drawn = rng.integers(0, len(rows), len(self.rows))
        self.found[:, 0], self.found[:, 1] = rows[drawn], columns[drawn]

    def start_from(self, coarse: PatchField, rng: np.random.Generator) -> None:
        """The sources found at half this size; random ones where there is none."""
        self.start_anywhere(rng)
        height, width = coarse.valid.shape
        rows = np.clip(self.rows // 2, RADIUS, height - RADIUS - 1)
        columns = np.clip(self.columns // 2, RADIUS, width - RADIUS - 1)
        parent = coarse.numbers[rows, columns]
        has = parent >= 0
        parent = parent[has]
        height, width = self.valid.shape
        moved = (
            2 * (coarse.found[parent, 0] - rows[has]),
            2 * (coarse.found[parent, 1] - columns[has]),
        )
        rows = np.clip(self.rows[has] + moved[0], RADIUS, height - RADIUS - 1)
        columns = np.clip(self.columns[has] + moved[1], RADIUS, width - RADIUS - 1)
        allowed = self.valid[rows, columns] > 0
        which = np.flatnonzero(has)[allowed]
        self.found[which, 0], self.found[which, 1] = rows[allowed], columns[allowed]

    def paint(self, values: Pixels) -> None:
        """Put N×4 `values` into the hole."""
        self.picture[self.inside] = values

    def search(self, sweeps: int, reach: int, seed: int) -> None:
        """Better every source; `reach` pixels around the best so far are tried at random."""
        places = self.picture, self.valid, self.numbers, self.rows, self.columns
        for turn in range(sweeps):
            before = self.found.copy()

            def sweep(start: int, stop: int, turn: int = turn, before: Numbers = before) -> None:
                mark = np.int64(seed * 64 + turn) * 64
                kernels.sweep(
                    *(places, self.found, before, self.cost),
                    *((start, stop), bool(turn % 2), reach, mark),
                )

            _side_by_side(sweep, len(self.rows))

    def vote(self, softness: float) -> None:
        """Make the hole anew from its sources; see `kernels.vote`.

        `softness` is the cost, in units of the 75th percentile of all costs, at which a patch is
        still trusted by 1/e; infinity trusts all alike.
        """
        self._vote(self.inside, self.made, softness)
        self.paint(np.clip(np.rint(self.made), 0, 255).astype(np.uint8))

    def voted_at(self, rows: Numbers, columns: Numbers) -> Floats:
        """What the patches say about other pixels that they overlap, N×3."""
        made = np.zeros((len(rows), 4), dtype=np.float32)
        self._vote((rows, columns), made, 1.0)
        return made[:, :3]

    def energy(self) -> float:
        """How badly the hole's patches match their sources, against how busy they are.

        Without the second part the dullest of several fills would always win.
        """
        busy = float(self.picture[self.inside][:, 3].mean())
        return float(self.cost.mean()) / (busy + 1.0)

    def _vote(self, at: tuple[Numbers, Numbers], made: Floats, softness: float) -> None:
        scale = softness * (float(np.percentile(self.cost, 75)) + 1.0)
        trust = self._nearness * np.exp(self.cost.astype(np.float32) / np.float32(-scale))
        trust += np.float32(1e-9)

        sources = self.picture, self.numbers, self.found, trust

        def vote(start: int, stop: int) -> None:
            kernels.vote(sources, *at, start, stop, made)

        _side_by_side(vote, len(at[0]))

    def _overlapping(self) -> NDArray[np.bool_]:
        """Where a patch lies inside the picture and touches the hole."""
        edge = 2 * RADIUS + 1
        kernel = np.ones((edge, edge), dtype=np.uint8)
        touching = cv2.dilate(self.level.hole.astype(np.uint8), kernel).astype(np.bool_)
        touching[:RADIUS] = touching[-RADIUS:] = False
        touching[:, :RADIUS] = touching[:, -RADIUS:] = False
        return touching

    def _trust_by_distance(self) -> Floats:
        hole = self.level.hole.astype(np.uint8)
        distance = cv2.distanceTransform(hole, cv2.DIST_L2, 3)[self.rows, self.columns]
        trust = np.exp(-np.log(TRUST_DECAY) * distance)
        return np.asarray(np.maximum(trust, 1e-4), dtype=np.float32)


def _int32(places: tuple[NDArray[np.int64], ...]) -> tuple[Numbers, Numbers]:
    return places[0].astype(np.int32), places[1].astype(np.int32)


def _side_by_side(work: Callable[[int, int], None], count: int) -> None:
    pieces = max(1, min(RANGES, count // FEWEST_IN_RANGE))
    ends = [count * piece // pieces for piece in range(pieces + 1)]
    list(_threads.map(work, ends[:-1], ends[1:]))
