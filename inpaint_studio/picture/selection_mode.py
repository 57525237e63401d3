"""The selection mode: a selection is added to the mask, taken away, or kept where both are."""

from __future__ import annotations

import enum

import cv2
import numpy as np

from inpaint_studio.picture.brush import Coverage
from inpaint_studio.picture.geometry import EMPTY_BOX, Box
from inpaint_studio.picture.undo import TileRecorder


class SelectionMode(enum.Enum):
    """What becomes of the mask where a selection is, and where it is not."""

    ADD = "add"
    SUBTRACT = "subtract"
    INTERSECT = "intersect"


def apply_selection(
    mask: Coverage, coverage: Coverage, box: Box, how: SelectionMode, recorder: TileRecorder
) -> Box:
    """Join `coverage`, the selection within `box`, into `mask` (H×W); the box that may differ.

    What is overwritten is kept by `recorder`. `box` lies inside the mask.
    """
    if how is SelectionMode.INTERSECT:
        return _intersect(mask, coverage, box, recorder)
    if box.is_empty:
        return EMPTY_BOX
    recorder.keep(box.x0, box.y0, box.x1, box.y1)
    area = mask[box.slices]
    if how is SelectionMode.ADD:
        cv2.max(area, coverage, area)
    else:
        cv2.min(area, cv2.bitwise_not(coverage), area)
    return box


def _intersect(mask: Coverage, coverage: Coverage, box: Box, recorder: TileRecorder) -> Box:
    x, y, width, height = cv2.boundingRect(mask)
    covered = Box(x, y, x + width, y + height)
    if covered.is_empty:
        return EMPTY_BOX
    recorder.keep(covered.x0, covered.y0, covered.x1, covered.y1)
    both = covered.intersect(box)
    kept = np.zeros((0, 0), np.uint8)
    if not both.is_empty:
        kept = np.minimum(mask[both.slices], coverage[both.shift(-box.x0, -box.y0).slices])
    mask[covered.slices] = 0
    if not both.is_empty:
        mask[both.slices] = kept
    return covered
