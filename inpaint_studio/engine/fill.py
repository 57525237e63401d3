"""The fill until the kernels are compiled, and where they cannot be.

PyPatchMatch paints at a size it can afford. On halved pictures alone it gives unrelated pictures,
so every size is guided by the one before (its regularity map carries the coarser colours), and each
intermediate picture is a blurred form of the next. Above that size a fill that is right needs no
new painting, only its sources' pixels: `engine/transfer` copies them.
"""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np
import patchmatch
from numpy.typing import NDArray

from inpaint_studio.engine.levels import Level, enlarge, enlarged_into, first_level, halvings
from inpaint_studio.engine.protocol import FillJob, Pixels, Stage
from inpaint_studio.engine.transfer import sharpened

METHOD = "patchmatch"

HOLE_BUDGET = {"low": 2_500, "medium": 10_000, "high": 40_000}
"""Hole pixels of the largest size that PyPatchMatch paints: about 80 µs each on one 2020s core,
so some ¼, 1 and 3 s whatever the picture's size. Four times as much is not closer to the truth, and
the first fill on a computer is to come soon."""

AREA_BUDGET = 1_500_000
"""Pixels, hole and surroundings, of that size."""

COARSER_SIZES = 3
"""Halvings below that size that are painted first, to be seen early."""

PATCH_RADIUS = 3
GUIDE_WEIGHT = 0.02
"""Above 0.05 textures turn dull, below 0.01 sizes no longer agree (by eye and low-passed PSNR)."""

GUIDE_BLUR = 4.0
"""Standard deviation in pixels: the guide says where colours belong, not what texture is."""


def fill_stages(job: FillJob) -> Iterator[Stage]:
    """Up to `job.partials` intermediate pictures, then the result with fraction 1.

    Which intermediate pictures are asked for never changes the result.
    """
    full = first_level(job.image, job.hole, job.known)
    if not full.usable.any():
        yield Stage(full.image, 1.0, METHOD)
        return
    finest = _halvings_to_afford(job)
    levels = halvings(full, finest + COARSER_SIZES)
    finest = min(finest, len(levels) - 1)
    shown = _shown(finest, len(levels) - 1, job.partials)
    if len(shown) < job.partials:  # of too few sizes: the colours around the hole
        yield Stage(enlarged_into(full, levels[-1].image), 0.0, METHOD)
    image = full.image
    for index, image in _painted_sizes(levels, finest, job.seed):
        if index in shown:
            yield Stage(enlarged_into(full, image), 0.8 / 3.0 ** (index - finest), METHOD)
    yield Stage(sharpened(levels[: finest + 1], image, job.seed), 1.0, METHOD)


def _halvings_to_afford(job: FillJob) -> int:
    pixels, area, count = int(np.count_nonzero(job.hole)), job.hole.size, 0
    budget = HOLE_BUDGET.get(job.quality, HOLE_BUDGET["medium"])
    while pixels >> (2 * count) > budget or area >> (2 * count) > AREA_BUDGET:
        count += 1
    return count


def _shown(finest: int, coarsest: int, partials: int) -> list[int]:
    """The sizes to hand out: from where a ninth of the work is done, all but the result."""
    first = min(max(finest, 1) + 2, coarsest)
    return list(range(first, max(finest, 1) - 1, -1))[:partials]


def _painted_sizes(levels: list[Level], finest: int, seed: int) -> Iterator[tuple[int, Pixels]]:
    """The filled picture of each size from the coarsest to `finest`, with its index."""
    patchmatch.set_random_seed(seed)
    image: Pixels | None = None
    for index in range(len(levels) - 1, finest - 1, -1):
        image = painted(levels[index], image)
        yield index, image


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
