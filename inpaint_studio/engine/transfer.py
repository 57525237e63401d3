"""Detail for larger sizes: where each filled patch came from, copied from there at full size."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from inpaint_studio.engine.levels import Level, enlarge, mean_of_four
from inpaint_studio.engine.protocol import Pixels

Indexes = NDArray[np.int64]

MARGIN = 3
"""Radius in pixels around a source that must be usable; descriptors reach as far."""

REFINED_PIXELS = 300_000
"""Holes above this many pixels keep the coarser sources unrefined: bounds time and memory."""

AT_ONCE = 50_000
"""Pixels that vote together: what fits into a core's cache."""

NEIGHBOURS = tuple((dy, dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1))


def sharpened(levels: list[Level], image: Pixels, seed: int) -> Pixels:
    """The fill of `levels[0]` from the filled picture of the last, each half the one before."""
    rng = np.random.default_rng(seed & 0xFFFFFFFF)
    sources = np.full((2, *levels[-1].hole.shape), -1, dtype=np.int64)
    steps: tuple[int, ...] = (4, 2, 1, 1)
    for coarse, level in zip(levels[:0:-1], levels[-2::-1], strict=True):
        if np.count_nonzero(coarse.hole) <= REFINED_PIXELS:
            _search(coarse, image, sources, steps, rng)
        image = _transferred(level, image, sources)
        sources = _doubled(sources, level)
        steps = (1,)
    return image


def _search(
    level: Level, filled: Pixels, sources: Indexes, steps: tuple[int, ...], rng: np.random.Generator
) -> None:
    """Better the `sources` of the hole, rows and columns, to places its patches look like.

    PatchMatch (Barnes et al., SIGGRAPH 2009) over short descriptors: at each of `steps` what pixels
    so far away have found, moved along, is tried, and random places ever closer to the best.
    """
    valid = _valid(level.usable)
    rows, columns = np.nonzero(level.hole)
    height, width = valid.shape
    looks = _descriptors(filled).reshape(valid.size, -1)
    wanted = looks[rows * width + columns].astype(np.float32)
    best = np.full(len(rows), np.inf, dtype=np.float32)

    def offer(row: Indexes, column: Indexes) -> None:
        within = (row >= 0) & (row < height) & (column >= 0) & (column < width)
        place = np.where(within, row * width + column, 0)
        which = np.flatnonzero(within & valid.reshape(-1)[place])
        difference = wanted[which] - looks[place[which]]
        distance = np.einsum("ij,ij->i", difference, difference)
        better = distance < best[which]
        which = which[better]
        best[which] = distance[better]
        sources[:, rows[which], columns[which]] = row[which], column[which]

    offer(*sources[:, rows, columns])
    drawn = rng.choice(np.flatnonzero(valid), size=len(rows))
    offer(drawn // width, drawn % width)
    for step in steps:
        for dy, dx in ((0, step), (step, 0), (0, -step), (-step, 0)):
            down = np.clip(rows + dy, 0, height - 1)
            across = np.clip(columns + dx, 0, width - 1)
            row, column = sources[:, down, across]
            offer(np.where(row < 0, -1, row + rows - down), column + columns - across)
        radius = max(height, width)
        while radius >= 1:
            moves = rng.integers(-radius, radius + 1, size=(2, len(rows)))
            offer(*(sources[:, rows, columns] + moves))
            radius //= 4


def _valid(usable: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Pixels whose whole neighbourhood is usable; all usable ones where there is none."""
    kernel = np.ones((2 * MARGIN + 1, 2 * MARGIN + 1), dtype=np.uint8)
    eroded = cv2.erode(
        usable.astype(np.uint8), kernel, borderType=cv2.BORDER_CONSTANT, borderValue=(0,)
    ).astype(np.bool_)
    return eroded if eroded.any() else usable


def _descriptors(image: Pixels) -> Pixels:
    """H×W×27: the 3×3 colours two pixels apart around each pixel of the softened picture."""
    reach, (height, width) = MARGIN - 1, image.shape[:2]
    soft = cv2.blur(image, (2, 2))
    wide = cv2.copyMakeBorder(soft, reach, reach, reach, reach, cv2.BORDER_REFLECT)
    starts = [(reach * (dy + 1), reach * (dx + 1)) for dy, dx in NEIGHBOURS]
    return np.concatenate([wide[y : y + height, x : x + width] for y, x in starts], axis=2)


def _doubled(sources: Indexes, level: Level) -> Indexes:
    """The same sources for `level`, which is twice the size; -1 where there are none."""
    doubled = np.full((2, *level.hole.shape), -1, dtype=np.int64)
    rows, columns = np.nonzero(level.hole)
    found = sources[:, rows // 2, columns // 2]
    last = np.array(level.hole.shape)[:, None] - 1
    moved = np.minimum(found * 2 + (rows % 2, columns % 2), last)
    doubled[:, rows, columns] = np.where(found < 0, -1, moved)
    return doubled


def _transferred(level: Level, coarse_fill: Pixels, sources: Indexes) -> Pixels:
    """Fill `level` from the half-size picture `coarse_fill` and the `sources` of its hole.

    Texture comes from the sources, everything coarser from `coarse_fill`, so the picture people
    have already seen only gets sharper.
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
    sources: Indexes,
    rows: Indexes,
    columns: Indexes,
    made: NDArray[np.float32],
) -> None:
    """Write to `made` what the patches over each pixel say it should be, where any does."""
    detail = np.zeros((len(rows), 3), dtype=np.float32)
    weight = np.zeros(len(rows), dtype=np.float32)
    last = level.hole.shape[0] - 1, level.hole.shape[1] - 1
    for dy, dx in NEIGHBOURS:
        row = np.clip(rows // 2 + dy, 0, last[0] // 2)
        column = np.clip(columns // 2 + dx, 0, last[1] // 2)
        source = sources[:, row, column]
        row = np.clip((source[0] - dy) * 2 + rows % 2, 0, last[0])
        column = np.clip((source[1] - dx) * 2 + columns % 2, 0, last[1])
        vote = np.float32(0.25 ** (dy * dy + dx * dx))
        here = vote * ((source[0] >= 0) & level.usable[row, column]).astype(np.float32)
        detail += level.image[row, column] * here[:, None]
        weight += here
    voted = weight > 0
    made[rows[voted], columns[voted]] = detail[voted] / weight[voted, None]
