"""Fidelity: what a result did to the pixels it was to keep, in figures a person can compare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.composite import composite
from inpaint_studio.picture.geometry import Box
from inpaint_studio.picture.registration import NO_SHIFT, Shift

MOVED_LEVELS = 20
"""From here on a difference counts as moved: noise, JPEG and redrawn texture stay below it mostly.
A model that kept to its mask moved 2.4 % of the protected pixels by more, in a test of one."""
IGNORED_SPILL = 0.25
"""Ten times what a model did that kept to its mask, half of what a gateway did that dropped it
(51.6 %): between them a re-composed picture is told apart from drift."""
RESPECTED_SPILL = 0.05
"""Twice what a model did that kept to its mask."""
BLURRED_SEAM, VISIBLE_SEAM = 0.8, 1.3
INVERTED_SHARE = 0.1
"""If inside the mask less than this part of the share outside has moved, the sides are swapped."""
MIN_JUDGED_PIXELS = 1024
"""Fewer pixels, inside or outside, say nothing about a server."""

_SEAM_RING_PX = 16
_GRADIENT_FLOOR = 1.0
_SAMPLE_STEP = 3

Region = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Figures:
    """What is told of one result.

    `spill` is the share (0–1) of protected pixels that moved by more than 20 of 255 levels in any
    channel of the raw result, once it was laid back into place. `shift` is how it lay before.
    `seam` is how steep the composite is along the mask's edge, against the source just outside: 1
    cannot be told from its surroundings, see `seam_verdict`.
    """

    spill: float = 0.0
    shift: Shift = NO_SHIFT
    seam: float = 1.0
    mask_seems_ignored: bool = False
    mask_seems_inverted: bool = False

    @property
    def mask_verdict(self) -> Literal["ignored", "inverted", "respected", "exceeded"]:
        """What the figures say of how the mask was kept to."""
        if self.mask_seems_ignored:
            return "ignored"
        if self.mask_seems_inverted:
            return "inverted"
        return "respected" if self.spill <= RESPECTED_SPILL else "exceeded"

    @property
    def seam_verdict(self) -> Literal["blurred", "clean", "visible"]:
        """What `seam` says to the eye."""
        if self.seam < BLURRED_SEAM:
            return "blurred"
        return "visible" if self.seam > VISIBLE_SEAM else "clean"


def figures_of(
    source: Pixels, aligned: Pixels, sent: Pixels, blend: Pixels, *, shift: Shift, shown: Pixels
) -> Figures:
    """The figures of a raw result, `aligned` (H×W×4 BGRA) by taking its `shift` back.

    `sent` (H×W) is the mask that was sent: outside it the pixels were to be kept. `shown` is what
    is blended, colour matched or not; the seam is its seam.
    """
    moved = _moved(source, aligned)
    protected = (sent == 0) & (source[..., 3] > 0)
    spill = _share(moved, protected)
    ignored, inverted = False, False
    if spill >= IGNORED_SPILL and np.count_nonzero(protected) >= MIN_JUDGED_PIXELS:
        # Another tone over everything is drift, not disregard.
        toned = _moved(source, _with_tones_of(source, aligned, protected))
        ignored = _share(toned, protected) >= IGNORED_SPILL
        inverted = ignored and _is_kept(moved, (sent > 0) & (blend == 255), spill)
    seam = _seam(source, shown, blend)
    return Figures(spill, shift, seam, ignored and not inverted, inverted)


def _moved(source: Pixels, result: Pixels) -> Region:
    difference = cv2.absdiff(source, result)
    return np.asarray(cv2.inRange(difference, (0,) * 4, (MOVED_LEVELS,) * 4) == 0, np.bool_)


def _with_tones_of(source: Pixels, result: Pixels, region: Region) -> Pixels:
    """The result with each channel's values spread as the source's are in the region."""
    sample = np.s_[::_SAMPLE_STEP, ::_SAMPLE_STEP]
    found, wanted = (pixels[sample][region[sample]] for pixels in (result, source))
    curves = [_curve(found[:, channel], wanted[:, channel]) for channel in range(3)]
    table = np.column_stack([*curves, np.arange(256, dtype=np.uint8)])
    return np.asarray(cv2.LUT(result, table[None]), np.uint8)


def _curve(values: Pixels, target: Pixels) -> Pixels:
    """The rising curve (256) that gives `values` the histogram of `target`."""
    have, want = (np.bincount(each, minlength=256).cumsum() for each in (values, target))
    # From the middle of each step: a value alone in its step stays what it is.
    middle = [total - np.diff(total, prepend=0) / 2 for total in (have, want)]
    return np.asarray(np.rint(np.interp(middle[0], middle[1], np.arange(256))), np.uint8)


def _is_kept(moved: Region, inside: Region, spill: float) -> bool:
    """Whether what should have changed is what was kept."""
    judged = np.count_nonzero(inside) >= MIN_JUDGED_PIXELS
    return bool(judged and _share(moved, inside) < INVERTED_SHARE * spill)


def _share(moved: Region, region: Region) -> float:
    count = int(np.count_nonzero(region))
    return int(np.count_nonzero(moved & region)) / count if count else 0.0


def _seam(source: Pixels, shown: Pixels, blend: Pixels) -> float:
    """Mean gradient of the composite on the edge over the source's just outside.

    A grey level is added to both: on a plain sky the least step would be an infinity of seams.
    """
    left, top, width, height = cv2.boundingRect(blend)
    whole = Box(0, 0, blend.shape[1], blend.shape[0])
    near = Box(left, top, left + width, top + height).grow(_SEAM_RING_PX + 2).intersect(whole)
    if width == 0 or near.is_empty:
        return 1.0
    blend, source, shown = (array[near.slices] for array in (blend, source, shown))
    edge, outside = _edge_and_outside(blend)
    if not edge.any() or not outside.any():
        return 1.0
    steep = _gradient(composite(source, shown, blend))
    return float((steep[edge].mean() + _GRADIENT_FLOOR) / (steep[outside].mean() + _GRADIENT_FLOOR))


def _edge_and_outside(blend: Pixels) -> tuple[Region, Region]:
    """The feather with a pixel on either side, and 16 px beyond it where the source shows."""
    touched = (blend > 0).astype(np.uint8)
    full = (blend == 255).astype(np.uint8)
    pixel = np.ones((3, 3), np.uint8)
    edge = cv2.dilate(touched, pixel) - cv2.erode(full, pixel)
    reach = (2 * _SEAM_RING_PX + 3,) * 2
    near = cv2.boxFilter(touched, cv2.CV_32F, reach, normalize=False) > 0.5
    return edge > 0, near & (cv2.dilate(touched, pixel) == 0)


def _gradient(pixels: Pixels) -> NDArray[np.float32]:
    grey = cv2.cvtColor(np.ascontiguousarray(pixels), cv2.COLOR_BGRA2GRAY)
    across = cv2.Sobel(grey, cv2.CV_32F, 1, 0, scale=1 / 8)
    down = cv2.Sobel(grey, cv2.CV_32F, 0, 1, scale=1 / 8)
    return np.asarray(cv2.magnitude(across, down), np.float32)
