"""The picture around a hole at halved sizes, made from known pixels only."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TypeVar

import cv2
import numpy as np
from numpy.typing import NDArray

from inpaint_studio.engine.protocol import Pixels

Flags = NDArray[np.bool_]
Number = TypeVar("Number", np.uint8, np.float32)

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
    share = mean_of_four(level.usable.astype(np.float32))
    usable = share >= 0.5
    hole = ~usable & (mean_of_four(level.hole.astype(np.float32)) > 0)
    image = mean_of_four(level.image)
    box = box_around(~level.usable, margin=2)
    if box is not None:
        half = tuple(slice(part.start // 2, (part.stop + 1) // 2) for part in box)
        weight = level.usable[box].astype(np.float32)
        colour = mean_of_four(level.image[box].astype(np.float32) * weight[..., None])
        made = np.divide(colour, np.maximum(share[half], 0.25)[..., None], dtype=np.float32)
        image[half] = _to_bytes(made)
    return Level(_spread(image, usable), hole, usable)


def mean_of_four(values: NDArray[Number]) -> NDArray[Number]:
    """Mean of 2×2 blocks; odd edges are repeated."""
    rows, columns = values.shape[:2]
    if rows % 2 or columns % 2:
        border = (0, rows % 2, 0, columns % 2)
        values = _as_array(cv2.copyMakeBorder(values, *border, cv2.BORDER_REPLICATE), values)
    size = (values.shape[1] // 2, values.shape[0] // 2)
    return _as_array(cv2.resize(values, size, interpolation=cv2.INTER_AREA), values)


def _as_array(made: cv2.typing.MatLike, like: NDArray[Number]) -> NDArray[Number]:
    return np.asarray(made, dtype=like.dtype)


def enlarge(values: NDArray[np.float32], shape: tuple[int, ...]) -> NDArray[np.float32]:
    """Twice the size, smoothly, cut to the rows and columns of `shape`."""
    double = cv2.resize(values, None, fx=2, fy=2, interpolation=cv2.INTER_LINEAR)
    return np.asarray(double[: shape[0], : shape[1]], dtype=np.float32)


def enlarged_into(full: Level, image: Pixels) -> Pixels:
    """`image`, some halving of the full picture, in the hole of that."""
    height, width = full.hole.shape
    scale = 2 ** round(math.log2(max(1.0, max(height, width) / max(image.shape[:2]))))
    box = box_around(full.hole, scale)
    if scale == 1 or box is None:
        return np.where(full.hole[..., None], image, full.image)
    top, left = box[0].start // scale, box[1].start // scale
    bottom, right = -(-box[0].stop // scale), -(-box[1].stop // scale)
    part = np.ascontiguousarray(image[top:bottom, left:right])
    larger = cv2.resize(part, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
    rows = slice(box[0].start - top * scale, box[0].stop - top * scale)
    columns = slice(box[1].start - left * scale, box[1].stop - left * scale)
    result = full.image.copy()
    hole = full.hole[box]
    result[box][hole] = larger[rows, columns][hole]
    return result


def _spread(image: Pixels, usable: Flags) -> Pixels:
    """`image` with its unusable pixels painted over by their usable surroundings."""
    if not usable.any():
        return np.full_like(image, 128)
    box = box_around(~usable, margin=2)
    if box is None:
        return image
    weight = usable[box].astype(np.float32)
    made = spread_colours(image[box].astype(np.float32) * weight[..., None], weight)
    painted = image.copy()
    painted[box] = np.where(usable[box][..., None], image[box], _to_bytes(made))
    return painted


def box_around(flags: Flags, margin: int) -> tuple[slice, slice] | None:
    """Row and column slices that hold every flag and `margin` more, from even numbers on."""
    x, y, width, height = cv2.boundingRect(flags.astype(np.uint8))
    if not width:
        return None
    top, left = (max(0, start - margin) // 2 * 2 for start in (y, x))
    rows, columns = flags.shape
    bottom = min(rows, (y + height + margin + 1) // 2 * 2)
    right = min(columns, (x + width + margin + 1) // 2 * 2)
    return slice(top, bottom), slice(left, right)


def spread_colours(colour: NDArray[np.float32], weight: NDArray[np.float32]) -> NDArray[np.float32]:
    """Colours carried down until every pixel has one and back up; `colour` is times `weight`."""
    certain = np.minimum(weight, 1)[..., None]
    if weight.min() > 0 or max(weight.shape) == 1:
        return np.asarray(colour / weight[..., None], dtype=np.float32)
    below = spread_colours(mean_of_four(colour), mean_of_four(weight))
    own = colour / np.maximum(weight, 1e-6)[..., None]
    return np.asarray(own * certain + enlarge(below, weight.shape) * (1 - certain), np.float32)


def _to_bytes(values: NDArray[np.float32]) -> Pixels:
    return np.clip(np.rint(values), 0, 255).astype(np.uint8)
