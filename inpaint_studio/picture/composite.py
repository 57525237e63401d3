"""Two masks made from the painted one, and the result laid through the second onto the source.

The endpoint is sent a little more than was painted, so that it can make the seam; the blend then
fades inside what was sent. Where the blend is 0 a composite equals the source, bit for bit.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.geometry import Box

GROW_PX = 8
FEATHER_SHARE = 0.02
MIN_FEATHER_PX = 4
MAX_FEATHER_PX = 64
_HARD_PX = 0.01
TILE_PX = 256
PAINTED = 128
"""Coverage from which a pixel counts as painted; softer paint blends by its own coverage."""


def sent_mask(mask: Pixels, grow_px: int = GROW_PX) -> Pixels:
    """The mask (H×W coverage) as it is sent: every touched pixel and a rim, hard 0 or 255."""
    touched = mask > 0
    sent = np.where(touched, np.uint8(255), np.uint8(0))
    for tile, around in _edge_tiles(touched, grow_px):
        depth = _signed_depth(touched[around.slices])[_inside(tile, around)]
        sent[tile.slices] = np.where(depth >= -grow_px, 255, 0)
    return sent


def blend_mask(mask: Pixels, grow_px: int = GROW_PX, feather: float | None = None) -> Pixels:
    """How much of the result shows (H×W, 255 = only the result): the painted mask, feathered.

    The feather is `feather` wide, `feather_px` of the mask when None; 0 is a hard edge where the
    mask is half covered. It lies outside the painted edge as far as the sent mask
    reaches, so that nothing of what was painted over shows through; only the rest of a wide feather
    lies inside. Soft paint keeps its own softness.
    """
    painted = mask >= PAINTED
    blend = np.where(painted, np.uint8(255), mask)
    feather = feather_px(mask) if feather is None else max(feather, _HARD_PX)
    outward = min(feather, float(grow_px))
    for tile, around in _edge_tiles(painted, math.ceil(feather)):
        depth = _signed_depth(painted[around.slices])[_inside(tile, around)]
        rise = ((depth + outward) / feather).clip(0, 1)
        feathered = np.rint(rise * rise * (3 - 2 * rise) * 255).astype(np.uint8)
        soft = np.where(painted[tile.slices], 0, mask[tile.slices])
        blend[tile.slices] = np.maximum(feathered, soft)
    return blend


def feather_px(mask: Pixels) -> float:
    """Width of the feather: 2 % of the edge of a square of the painted area, 4–64 px.

    Area, not extent: a long thin stroke must not be feathered away.
    """
    return feather_of_area(int(np.count_nonzero(mask >= PAINTED)))


def feather_of_area(pixels: int) -> float:
    """Width of the feather of a mask of so many painted pixels."""
    return min(max(FEATHER_SHARE * math.sqrt(pixels), MIN_FEATHER_PX), MAX_FEATHER_PX)


def composite(source: Pixels, result: Pixels, blend: Pixels) -> Pixels:
    """The result laid through the blend onto the source, as a new array.

    `source` and `result` are H×W×4 BGRA of one size, `blend` H×W. Where the blend is 0 the source's
    bytes come through untouched, where it is 255 the result's; between them colours are weighted by
    their alpha.
    """
    mixed = source.copy()
    lay_over(mixed, result, blend)
    return mixed


def lay_over(pixels: Pixels, result: Pixels, blend: Pixels) -> None:
    """The composite within `pixels` itself, changed where the blend is above 0 and nowhere else."""
    left, top, width, height = cv2.boundingRect(blend)
    touched = np.s_[top : top + height, left : left + width]
    pixels, result, blend = pixels[touched], result[touched], blend[touched]
    below, above = _as_uint32(pixels), _as_uint32(result)
    np.copyto(below, above, where=blend == 255)
    between = (blend > 0) & (blend < 255)
    below[between] = _as_uint32(
        _mix(_bytes(below[between]), _bytes(above[between]), blend[between])
    )


def _edge_tiles(painted: NDArray[np.bool_], reach_px: int) -> Iterator[tuple[Box, Box]]:
    """The tiles within reach of a painted edge, each with the surroundings that decide it.

    Distances are dear and matter near edges only: a mask over most of 100 megapixels takes a tenth
    of the time in tiles.
    """
    whole = Box(0, 0, painted.shape[1], painted.shape[0])
    for y, x in itertools.product(range(0, whole.y1, TILE_PX), range(0, whole.x1, TILE_PX)):
        tile = Box(x, y, x + TILE_PX, y + TILE_PX).intersect(whole)
        around = tile.grow(reach_px + 1).intersect(whole)
        part = painted[around.slices]
        if part.any() and not part.all():
            yield tile, around


def _inside(tile: Box, around: Box) -> tuple[slice, slice]:
    return tile.shift(-around.x0, -around.y0).slices


def _signed_depth(painted: NDArray[np.bool_]) -> NDArray[np.float32]:
    """Distance in pixels to the painted edge: above 0 inside it, below 0 outside."""
    inside = painted.astype(np.uint8)
    depth = cv2.distanceTransform(inside, cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    height = cv2.distanceTransform(1 - inside, cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    return np.asarray(depth - height, np.float32)


def _as_uint32(pixels: Pixels) -> NDArray[np.uint32]:
    """The same pixels as H×W words, which copy several times and gather ten times faster."""
    return pixels.view(np.uint32)[..., 0]


def _bytes(pixels: NDArray[np.uint32]) -> Pixels:
    """N words as N×4 pixels."""
    return pixels[:, None].view(np.uint8)


def _mix(source: Pixels, result: Pixels, blend: Pixels) -> Pixels:
    """N×4 pixels mixed by N weights of 1–254."""
    share = blend[:, None].astype(np.float32) / 255
    source_weight = source[:, 3:] * (1 - share)
    result_weight = result[:, 3:] * share
    alpha = source_weight + result_weight
    colour = source[:, :3] * source_weight + result[:, :3] * result_weight
    visible = alpha > 0
    straight = np.where(visible, colour / np.where(visible, alpha, 1), source[:, :3])
    return np.asarray(np.rint(np.concatenate([straight, alpha], axis=1)), np.uint8)
