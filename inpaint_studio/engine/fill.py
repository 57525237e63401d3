"""One hole, coarse to fine: PyPatchMatch up to the size it can afford, copied detail above.

PyPatchMatch on halved pictures alone gives unrelated pictures at each size. Here every size is
guided by the one before (its regularity map carries the coarser colours), so each intermediate
picture is a blurred form of the next.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
import patchmatch
from numpy.typing import NDArray

from inpaint_studio.engine.levels import Level, enlarge, first_level, halvings
from inpaint_studio.engine.protocol import FillJob, Pixels, Stage
from inpaint_studio.engine.transfer import (
    REFINED_PIXELS,
    Sources,
    find_sources,
    refine_sources,
    transfer,
    upscale_sources,
)

METHOD = "patchmatch"

HOLE_BUDGET = {"low": 2_500, "medium": 10_000, "high": 40_000}
"""Hole pixels of the largest size that PyPatchMatch searches: about 80 µs each on one 2020s core,
so some ¼, 1 and 3 s whatever the picture's size. Larger holes are searched at half, quarter, … size
and sharpened from their sources, which adds about 2 µs per pixel. Four times as much is not closer
to the truth, and the first fill on a computer is to come soon."""

AREA_BUDGET = 1_500_000
"""Pixels, hole and surroundings, of that largest searched size."""

COARSER_SIZES = 3
"""Halvings below the largest searched size that are filled first."""

PATCH_RADIUS = 3
GUIDE_WEIGHT = 0.02
"""Above 0.05 textures turn dull, below 0.01 sizes no longer agree (by eye and low-passed PSNR)."""

GUIDE_BLUR = 4.0
"""Standard deviation in pixels: the guide says where colours belong, not what texture is."""


@dataclass(frozen=True, slots=True)
class _Plan:
    levels: list[Level]
    searched: int
    """Index of the largest level that PyPatchMatch searches; 0 is full size."""


def fill_stages(job: FillJob) -> Iterator[Stage]:
    """Up to `job.partials` intermediate pictures, then the result with fraction 1.

    Which intermediate pictures are asked for never changes the result.
    """
    plan = _plan(job)
    if not plan.levels[0].usable.any():
        yield Stage(plan.levels[0].image, 1.0, METHOD)
        return
    shown = _shown(plan, job.partials)
    if len(shown) < job.partials:
        yield Stage(_smooth(plan), 0.0, METHOD)
    for index, image in _sizes(plan, job.seed):
        if index in shown or index == 0:
            yield Stage(_at_full_size(image, index, plan.levels[0]), _fraction(index, plan), METHOD)


def _plan(job: FillJob) -> _Plan:
    """As many halvings as the budgets ask for, and `COARSER_SIZES` more."""
    pixels, area = int(np.count_nonzero(job.hole)), job.hole.size
    budget = HOLE_BUDGET.get(job.quality, HOLE_BUDGET["medium"])
    searched = 0
    while pixels >> (2 * searched) > budget or area >> (2 * searched) > AREA_BUDGET:
        searched += 1
    full = first_level(job.image, job.hole, job.known)
    levels = halvings(full, searched + COARSER_SIZES)
    return _Plan(levels, min(searched, len(levels) - 1))


def _shown(plan: _Plan, partials: int) -> set[int]:
    """The sizes to hand out: the first quarter of the work, then whatever comes, up to three."""
    coarsest, finest = len(plan.levels) - 1, 1
    first = min(plan.searched + 2, coarsest)
    if first - finest + 1 < partials:
        first = min(first + 1, coarsest)
    return set(range(first, max(first - partials, 0), -1))


def _smooth(plan: _Plan) -> Pixels:
    """The hole in the colours around it, before any search: for pictures of too few sizes.

    Smaller holes and pictures have fewer sizes still; those send fewer than three.
    """
    coarsest = len(plan.levels) - 1
    return _at_full_size(plan.levels[coarsest].image, coarsest, plan.levels[0])


def _fraction(index: int, plan: _Plan) -> float:
    """Work done once size `index` stands: a searched size costs three times the one before."""
    if index == 0:
        return 1.0
    searched = 3.0 ** min(plan.searched - index, 0)
    return 0.8 * searched + 0.05 * max(plan.searched - index, 0)


def _sizes(plan: _Plan, seed: int) -> Iterator[tuple[int, Pixels]]:
    """Every size's filled picture with its index, coarse to fine."""
    patchmatch.set_random_seed(seed)
    image: Pixels | None = None
    for index in range(len(plan.levels) - 1, plan.searched - 1, -1):
        image = painted(plan.levels[index], image)
        yield index, image
    if plan.searched > 0 and image is not None:
        yield from _sharpen(plan, image, np.random.default_rng(seed & 0xFFFFFFFF))


def painted(level: Level, coarser: Pixels | None = None) -> Pixels:
    """PyPatchMatch on one size, guided by the filled picture of half that size."""
    barred = None if (level.usable | level.hole).all() else ~(level.usable | level.hole)
    if coarser is None:
        made = patchmatch.inpaint(
            level.image, level.hole, global_mask=barred, patch_size=PATCH_RADIUS
        )
    else:
        made = patchmatch.inpaint_regularity(
            level.image,
            level.hole,
            _guide(level, coarser),
            global_mask=barred,
            patch_size=PATCH_RADIUS,
            guide_weight=GUIDE_WEIGHT,
        )
    return np.where(level.hole[..., None], made, level.image)


def _guide(level: Level, coarser: Pixels) -> NDArray[np.float32]:
    """H×W×3 float32: brightness and red against blue in 0 … ½ of the map's circle, one spare."""
    larger = enlarge(coarser.astype(np.float32), level.hole.shape)
    colours = np.where(level.hole[..., None], larger, level.image.astype(np.float32))
    red, green, blue = cv2.split(cv2.GaussianBlur(colours, (0, 0), GUIDE_BLUR))
    brightness = (0.299 * red + 0.587 * green + 0.114 * blue) / 510
    warmth = (red - blue + 255) / 1020
    guide = np.dstack([brightness, warmth, np.zeros_like(warmth)])
    return np.ascontiguousarray(np.clip(guide, 0, 0.5), dtype=np.float32)


def _sharpen(plan: _Plan, image: Pixels, rng: np.random.Generator) -> Iterator[tuple[int, Pixels]]:
    """The sizes above the searched ones."""
    sources = find_sources(plan.levels[plan.searched], image, rng)
    for index in range(plan.searched - 1, -1, -1):
        level = plan.levels[index]
        image = transfer(level, image, sources)
        if index > 0:
            sources = _sources_at(level, image, sources, rng)
        yield index, image


def _sources_at(level: Level, image: Pixels, coarse: Sources, rng: np.random.Generator) -> Sources:
    sources = upscale_sources(coarse, level.hole)
    if np.count_nonzero(level.hole) > REFINED_PIXELS:
        return sources
    return refine_sources(level, image, sources, rng)


def _at_full_size(image: Pixels, index: int, full: Level) -> Pixels:
    """A coarse picture in the hole of the full one."""
    if index == 0:
        return image
    height, width = full.hole.shape
    scale = 2**index
    larger = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
    return np.where(full.hole[..., None], larger[:height, :width], full.image)
