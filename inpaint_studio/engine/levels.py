"""The picture around a hole at halved sizes, made from known pixels only."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from inpaint_studio.engine.protocol import Pixels

Flags = NDArray[np.bool_]

MIN_EDGE = 24
"""Shorter edge in pixels below which a further halving says nothing about the picture."""


@dataclass(frozen=True, slots=True)
class Level:
    """One size of the picture.

    `image` is H×W×3 uint8 RGB, smooth nonsense made from the known pixels where `usable` is false.
    `hole` H×W bool is what is to be made, `usable` what may be copied from; a pixel may be neither.
    """

    image: Pixels
    hole: Flags
    usable: Flags

    @property
    def edge(self) -> int:
        """Length of the shorter edge in pixels."""
        return int(min(self.hole.shape))


def first_level(image: Pixels, hole: Flags, known: Flags) -> Level:
    """The full size, with everything overwritten that must not leak into the result."""
    usable = known & ~hole
    return Level(_spread(image, usable), hole, usable)


def halvings(level: Level, count: int) -> list[Level]:
    """`level` and up to `count` halvings of it; ends where the hole vanishes or little is left."""
    levels = [level]
    while len(levels) <= count and levels[-1].edge >= 2 * MIN_EDGE:
        smaller = halve(levels[-1])
        if not (smaller.hole.any() and smaller.usable.any()):
            break
        levels.append(smaller)
    return levels


def halve(level: Level) -> Level:
    """Half the size: a pixel is usable where half of its four were, coloured by those alone."""
    weight = level.usable.astype(np.float32)
    share = mean_of_four(weight)
    colour = mean_of_four(level.image.astype(np.float32) * weight[..., None])
    usable = share >= 0.5
    hole = ~usable & (mean_of_four(level.hole.astype(np.float32)) > 0)
    made = _to_bytes(np.divide(colour, np.maximum(share, 0.25)[..., None], dtype=np.float32))
    return Level(_spread(made, usable), hole, usable)


def mean_of_four(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Mean of 2×2 blocks; odd edges are repeated."""
    rows, columns = values.shape[:2]
    even = cv2.copyMakeBorder(values, 0, rows % 2, 0, columns % 2, cv2.BORDER_REPLICATE)
    size = (even.shape[1] // 2, even.shape[0] // 2)
    return np.asarray(cv2.resize(even, size, interpolation=cv2.INTER_AREA), dtype=np.float32)


def enlarge(values: NDArray[np.float32], shape: tuple[int, ...]) -> NDArray[np.float32]:
    """Twice the size, smoothly, cut to the rows and columns of `shape`."""
    double = cv2.resize(values, None, fx=2, fy=2, interpolation=cv2.INTER_LINEAR)
    return np.asarray(double[: shape[0], : shape[1]], dtype=np.float32)


def _spread(image: Pixels, usable: Flags) -> Pixels:
    """`image` with its unusable pixels painted over by their usable surroundings."""
    if usable.all():
        return image
    if not usable.any():
        return np.full_like(image, 128)
    weight = usable.astype(np.float32)
    made = _pull_push(image.astype(np.float32) * weight[..., None], weight)
    return np.where(usable[..., None], image, _to_bytes(made))


def _pull_push(colour: NDArray[np.float32], weight: NDArray[np.float32]) -> NDArray[np.float32]:
    """Colours carried down until every pixel has one and back up; `colour` is times `weight`."""
    certain = np.minimum(weight, 1)[..., None]
    if weight.min() > 0 or max(weight.shape) == 1:
        return np.asarray(colour / weight[..., None], dtype=np.float32)
    below = _pull_push(mean_of_four(colour), mean_of_four(weight))
    own = colour / np.maximum(weight, 1e-6)[..., None]
    return np.asarray(own * certain + enlarge(below, weight.shape) * (1 - certain), np.float32)


def _to_bytes(values: NDArray[np.float32]) -> Pixels:
    return np.clip(np.rint(values), 0, 255).astype(np.uint8)
