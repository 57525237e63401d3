"""What can be done to a whole mask: grow, shrink, feather, smooth, fill holes.

Each works on the box the mask covers, not on the picture: a small mask on a large picture is quick.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from inpaint_studio.phrase import Phrase
from inpaint_studio.picture.geometry import EMPTY_BOX, Box
from inpaint_studio.picture.mask import Mask, bounding_box
from inpaint_studio.picture.selection import HALF_COVERED, grown_by_seam, within
from inpaint_studio.picture.undo import TileRecorder, TileStep

MAX_GROW_PX = 64
MAX_FEATHER_PX = 128
MAX_SMOOTH_PX = 64


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What to do to a mask, in this order; lengths are picture px, 0 leaves a step out.

    `grow` is negative to shrink.
    """

    fill_holes: bool = False
    smooth: int = 0
    grow: int = 0
    feather: int = 0

    @property
    def is_nothing(self) -> bool:
        """Whether the mask would stay as it is."""
        return self == Adjustment()

    @property
    def label(self) -> str:
        """What undo calls it."""
        names = {
            Phrase("Fill holes"): self.fill_holes,
            Phrase("Smooth mask"): self.smooth,
            Phrase("Grow mask"): self.grow > 0,
            Phrase("Shrink mask"): self.grow < 0,
            Phrase("Feather mask"): self.feather,
        }
        done = [name for name, is_done in names.items() if is_done]
        return done[0] if len(done) == 1 else Phrase("Adjust mask")

    @property
    def reach(self) -> int:
        """No pixel farther than this from the mask changes, px."""
        return max(self.grow, 0) + 2 * self.feather + 2 * self.smooth + 4


def adjusted(mask: Mask, adjustment: Adjustment) -> tuple[Mask, Box]:
    """The adjusted coverage of a box of the mask, and that box; elsewhere the mask stays."""
    whole = Box(0, 0, mask.shape[1], mask.shape[0])
    covered = bounding_box(mask)
    if covered.is_empty:
        return np.zeros((0, 0), np.uint8), EMPTY_BOX
    box = covered.grow(adjustment.reach).intersect(whole)
    area = np.ascontiguousarray(mask[box.slices])
    if adjustment.fill_holes:
        area = without_holes(area)
    area = smoothed(area, adjustment.smooth)
    area = grown(area, adjustment.grow)
    return feathered(area, adjustment.feather), box


def grown(mask: Mask, pixels: int) -> Mask:
    """The mask with a round, antialiased margin added; taken away when negative.

    Half covered pixels are the edge it starts from. A mask that touches the picture's edge stays
    there.
    """
    if pixels == 0:
        return mask
    inside = (mask >= HALF_COVERED).astype(np.uint8)
    if pixels > 0:
        if not inside.any():
            return mask
        distance = cv2.distanceTransform(1 - inside, cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
        return np.asarray(np.maximum(mask, _scaled(distance, -255, 255 * (pixels + 1))), np.uint8)
    if inside.all():
        return mask
    distance = cv2.distanceTransform(inside, cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    return np.asarray(np.minimum(mask, _scaled(distance, 255, 255 * pixels)), np.uint8)


def feathered(mask: Mask, pixels: int) -> Mask:
    """The mask with an edge `pixels` wide on either side: three box blurs, nearly a bell."""
    if pixels == 0:
        return mask
    # Three boxes of 2r + 1 reach 3r; a bell of sigma = pixels / 2 is all but gone at 1.5 · pixels.
    return _blurred(mask, max(1, round(pixels / 2)))


def smoothed(mask: Mask, pixels: int) -> Mask:
    """Corners and wobbles up to about `pixels` rounded off; the edge stays sharp."""
    if pixels == 0:
        return mask
    soft = _blurred(mask, max(1, pixels // 2))
    # As steep as an antialiased edge: the blur spread one over about three box radii.
    steep = max(2.0, 1.5 * pixels)
    return _scaled(soft, steep, 127.5 * (1 - steep))


def without_holes(mask: Mask) -> Mask:
    """Whatever is bare and enclosed is covered; what reaches the picture's edge is no hole."""
    bare = within(mask, 0, HALF_COVERED - 1)
    framed = cv2.copyMakeBorder(bare, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=(255,))
    cv2.floodFill(framed, None, (0, 0), (0,), flags=4)
    holes = np.ascontiguousarray(framed[1:-1, 1:-1], np.uint8)
    return np.maximum(mask, grown_by_seam(holes)) if holes.any() else mask


def _blurred(mask: Mask, radius: int) -> Mask:
    size = (2 * radius + 1, 2 * radius + 1)
    # In 16 bits: rounding to 8 three times over would show as steps.
    wide = _scaled(mask, 256, 0, cv2.CV_16U)
    for _ in range(3):
        wide = np.asarray(cv2.blur(wide, size, borderType=cv2.BORDER_REPLICATE))
    return _scaled(wide, 1 / 256, 0)


def _scaled(values: Any, factor: float, offset: float, depth: int = cv2.CV_8U) -> NDArray[Any]:
    """`values` · factor + offset, rounded and cut off to what `depth` holds, in one pass."""
    return np.asarray(cv2.addWeighted(values, factor, values, 0, offset, dtype=depth))


class Adjusting:
    """A stroke over the whole mask: shows one adjustment after the other until it is finished."""

    def __init__(self, mask: Mask) -> None:
        self.base = mask.copy()
        self.base.flags.writeable = False
        self._mask = mask
        self._recorder = TileRecorder(mask)
        self._label = Adjustment().label

    def show(self, coverage: Mask, box: Box, label: str) -> Box:
        """Put `coverage` into `box` of the mask as it was at first; the box that may differ."""
        self._label = label
        restored = self._recorder.restore()
        if box.is_empty:
            return restored
        self._recorder.keep(box.x0, box.y0, box.x1, box.y1)
        self._mask[box.slices] = coverage
        return restored.union(box)

    def finish(self) -> tuple[Box, TileStep | None]:
        return EMPTY_BOX, self._recorder.step(self._label)

    def cancel(self) -> Box:
        return self._recorder.restore()
