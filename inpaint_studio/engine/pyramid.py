"""What the multi-scale fill knows of each size: colours, how busy they are, and where."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from inpaint_studio.engine.levels import Level, first_level, halvings, mean_of_four
from inpaint_studio.engine.protocol import FillJob, Pixels

RADIUS = 3
"""Of a patch: 7×7 pixels."""

THINNEST = 1.5 * RADIUS
"""Half the width in pixels of the hole at the coarsest size: a patch there sees both rims."""

MOST_STARTED = 2_500
"""Pixels of the hole at the coarsest size: the first fill there takes some 80 µs for each."""

FEWEST_SOURCES = 60
"""Patches without a missing pixel below which a size has nothing to choose from."""

TEXTURE_WEIGHT = 1.2
"""Of busyness against colour. At 1 fills get duller than what surrounds them, at 2 they stop
following its lines (gradient energy against PSNR on the pictures it was tuned with)."""


@dataclass(frozen=True, slots=True, eq=False)
class FillSize:
    """One size: `level`, and `texture` H×W uint8, the busyness around each pixel."""

    level: Level
    texture: Pixels


class Pyramids:
    """The sizes of the last picture, kept for its further variants. Not for several threads."""

    def __init__(self) -> None:
        self._digest = b""
        self._sizes: list[FillSize] = []

    def of(self, job: FillJob) -> list[FillSize]:
        """What `pyramid` makes of the job, whose seed and quality do not matter to it."""
        digest = job.input_digest()
        if digest != self._digest:
            self._digest, self._sizes = b"", []  # frees the last ones first: 100 MB at 8K
            self._digest, self._sizes = digest, pyramid(job)
        return self._sizes


def pyramid(job: FillJob) -> list[FillSize]:
    """Full size first, halved until the hole is thin and small or too little is left to copy from.

    Empty where not even the full size has a patch to copy from.
    """
    full = first_level(job.image, job.hole, job.known)
    levels = halvings(full, _halvings_until_small(full))
    while levels and np.count_nonzero(valid_centres(levels[-1])) < FEWEST_SOURCES:
        levels.pop()
    textures = [texture(full)]
    for _ in pairwise(levels):
        textures.append(mean_of_four(textures[-1]))
    return [FillSize(level, busy) for level, busy in zip(levels, textures, strict=False)]


def valid_centres(level: Level) -> Pixels:
    """H×W uint8, 1 where a whole patch around the pixel may be copied."""
    edge = 2 * RADIUS + 1
    kernel = np.ones((edge, edge), dtype=np.uint8)
    usable = level.usable.astype(np.uint8)
    eroded = cv2.erode(usable, kernel, borderType=cv2.BORDER_CONSTANT, borderValue=(0,))
    return np.asarray(eroded, dtype=np.uint8)


def texture(level: Level) -> Pixels:
    """H×W uint8: mean of |dx| + |dy| over 9×9 usable pixels, weighted; 0 far from any."""
    grey = cv2.cvtColor(level.image, cv2.COLOR_RGB2GRAY).astype(np.float32)
    certain = cv2.erode(level.usable.astype(np.uint8), np.ones((3, 3), dtype=np.uint8))
    weight = certain.astype(np.float32)
    busy = np.abs(np.diff(grey, axis=1, append=grey[:, -1:]))
    busy += np.abs(np.diff(grey, axis=0, append=grey[-1:]))
    busy = cv2.blur(busy * weight, (9, 9))
    share = cv2.blur(weight, (9, 9))
    mean = TEXTURE_WEIGHT * busy / np.maximum(share, 1e-3)
    return np.clip(np.rint(mean), 0, 255).astype(np.uint8)


def thickness(hole: NDArray[np.bool_]) -> float:
    """Twice the distance in pixels of the hole's innermost pixel to its rim, borders counting."""
    walled = np.pad(hole, 1).astype(np.uint8)
    return 2 * float(cv2.distanceTransform(walled, cv2.DIST_L2, 3).max())


def _halvings_until_small(full: Level) -> int:
    half, pixels, count = thickness(full.hole) / 2, int(np.count_nonzero(full.hole)), 0
    while half / 2**count > THINNEST or pixels >> (2 * count) > MOST_STARTED:
        count += 1
    return count
