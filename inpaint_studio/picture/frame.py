"""The rectangle of the picture that is sent: chosen from the mask, cut out, and put back exactly.

A frame's two sizes have the same ratio to within one pixel: pictures are scaled, never distorted.
"""

from __future__ import annotations

import contextlib
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import cv2
import numpy as np

from inpaint_studio.contract.sizes import SizeRule
from inpaint_studio.errors import ImageError, RequestError
from inpaint_studio.phrase import Phrase
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.geometry import Box, Size
from inpaint_studio.picture.resample import resize

CONTEXT_SHARE = 0.35
MIN_CONTEXT_PX = 48
MAX_CONTEXT_PX = 384
MAX_STRETCH = 0.03

# What is given up for what when not all can be had; shares are of the area, scale in octaves.
_PADDING_COST = 4.0
_LOST_CONTEXT_COST = 2.0
_RESAMPLING_COST = 0.25
_REDUCING_COST = 2.0
_ENLARGING_COST = 1.0
_AREA_COST = 0.1
_STEPS_TRIED = 8
_MAX_ENLARGEMENT = 4.0


@dataclass(frozen=True, slots=True)
class Frame:
    """A box of the picture and the size in which it is sent.

    The box may reach past the picture's edge; what lies there is made up of repeated edge pixels
    and is never edited unless the mask says so.
    """

    box: Box
    sent: Size

    @property
    def scale(self) -> float:
        """Sent pixels per picture pixel: 1.0 sends every pixel as it is, above 1 enlarges."""
        return math.sqrt(self.sent.width * self.sent.height / (self.box.width * self.box.height))


def auto_frame(mask_box: Box, picture: Size, rule: SizeRule) -> Frame:
    """The frame for a mask: its box and context around it, 35 % of its longer edge, 48–384 px.

    See `fit_frame` for what happens when no legal size fits. `mask_box` must not be empty.
    """
    longer_edge = max(mask_box.size)
    context = min(max(round(CONTEXT_SHARE * longer_edge), MIN_CONTEXT_PX), MAX_CONTEXT_PX)
    return fit_frame(mask_box.grow(context), picture, rule, keep=mask_box)


def fit_frame(box: Box, picture: Size, rule: SizeRule, *, keep: Box) -> Frame:
    """The frame nearest to `box` that always holds `keep` and is sent in a legal size.

    The frame grows to a legal size at scale 1.0 where one fits into the picture. Otherwise it is
    reduced (larger than the largest legal size) or enlarged (the picture is smaller than the
    smallest), giving up context beyond 48 px where that brings the scale nearer to 1. Only when no
    legal size has a ratio that holds `keep` inside the picture, or it would be enlarged more than
    4×, its box reaches past the picture's edges, by as little as can be. With no rule at all the
    frame is `box` inside the picture.
    """
    region = Box.of_size(picture).union(keep)
    box = box.union(keep).intersect(region)
    if rule.free:
        return Frame(box, box.size)
    close = keep.grow(MIN_CONTEXT_PX).intersect(box)
    candidates = (box.size, close.size, region.size)
    frames = [
        Frame(_placed(size, keep, region), sent)
        for sent in _legal_sizes(candidates, rule)
        for size in _box_sizes(sent, candidates, keep.size)
    ]
    return min(
        frames,
        key=lambda frame: (
            _is_forced(frame, region),
            not frame.box.contains(close),
            _cost(frame, box, region),
        ),
    )


def cut(array: Pixels, frame: Frame) -> Pixels:
    """The frame's part of a picture (H×W×4) or mask (H×W), `frame.sent` in size, as its own copy.

    Past the picture's edge a picture repeats its edge pixels and a mask is 0.
    """
    height, width = array.shape[:2]
    inside = frame.box.intersect(Box(0, 0, width, height))
    part = array[inside.slices]
    if inside != frame.box:
        part = _padded(part, inside, frame.box)
    resized = resize(part, frame.sent)
    return resized if resized.base is None and resized is not array else resized.copy()


def restore(pixels: Pixels, frame: Frame) -> Pixels:
    """A result or mask of any size laid back onto the frame's box: `frame.box` in size.

    At scale 1.0 these are the very pixels that came back.
    """
    return resize(pixels, frame.box.size)


def check_returned(size: Size, frame: Frame) -> str | None:
    """What is to be said of a result of that size: nothing when it is the size that was sent.

    A result in the frame's ratio is resized, which is said; 3 % of difference are taken for it, as
    servers round to their own multiples.

    Raises:
        ImageError: the ratio is another, so that the result would have to be distorted.
    """
    if size == frame.sent:
        return None
    stretch = size.width * frame.sent.height / (size.height * frame.sent.width)
    if abs(math.log(stretch)) > math.log(1 + MAX_STRETCH):
        raise ImageError(
            Phrase(
                "The result is {width}×{height}, the frame {frame_width}×{frame_height}",
                width=size.width,
                height=size.height,
                frame_width=frame.sent.width,
                frame_height=frame.sent.height,
            ),
            "It has another ratio and would be distorted in the picture. Open it as a picture of "
            "its own, or choose a size that this server keeps to.",
        )
    return Phrase(
        "The server returned {width}×{height} instead of {frame_width}×{frame_height}; "
        "it was resized.",
        width=size.width,
        height=size.height,
        frame_width=frame.sent.width,
        frame_height=frame.sent.height,
    )


def _legal_sizes(candidates: Iterable[Size], rule: SizeRule) -> set[Size]:
    """The legal sizes worth a look: all of a closed list, else those near the candidates."""
    if rule.sizes:
        return {Size(*size) for size in rule.sizes}
    found = set()
    for candidate in candidates:
        width, height = _reachable(candidate, rule)
        # A picture one pixel wide may be nearest to no size at all.
        with contextlib.suppress(RequestError):
            found.add(Size(*rule.nearest(*candidate)))
        found.update(size for size in _near(width, height, rule.multiple) if rule.allows(*size))
    return found


def _reachable(candidate: Size, rule: SizeRule) -> tuple[float, float]:
    """Its short edge extended to a legal ratio, then both scaled to a legal area and edge."""
    width, height = float(candidate.width), float(candidate.height)
    if rule.max_ratio:
        width, height = max(width, height / rule.max_ratio), max(height, width / rule.max_ratio)
    scale = math.sqrt(max(1.0, (rule.min_pixels or 0) / (width * height)))
    scale = min(scale, math.sqrt((rule.max_pixels or math.inf) / (width * height)))
    scale = min(scale, (rule.max_edge or math.inf) / max(width, height))
    return width * scale, height * scale


def _near(width: float, height: float, multiple: int) -> Iterator[Size]:
    """Sizes of about this ratio, from just above the candidate to some steps below and above it."""
    first_column = math.ceil(width / multiple)
    for step in range(-_STEPS_TRIED, _STEPS_TRIED + 1):
        columns = first_column + step
        rows = columns * multiple * height / width / multiple
        for count in (math.floor(rows), math.ceil(rows), math.ceil(height / multiple)):
            if columns > 0 and count > 0:
                yield Size(columns * multiple, count * multiple)


def _box_sizes(sent: Size, candidates: tuple[Size, Size, Size], keep: Size) -> set[Size]:
    """The sizes a box sent as `sent` may sensibly have; every one holds `keep`."""
    wanted, close, region = candidates
    least = _covering(sent, keep)
    most = min(region.width / sent.width, region.height / sent.height)
    scales = (1.0, _covering(sent, wanted), _covering(sent, close), most)
    enough = {max(least, scale) for scale in scales}
    return {Size(round(sent.width * scale), round(sent.height * scale)) for scale in enough}


def _covering(sent: Size, size: Size) -> float:
    """How many picture pixels a sent pixel must cover for the whole to cover `size`."""
    return max(size.width / sent.width, size.height / sent.height)


def _placed(size: Size, keep: Box, region: Box) -> Box:
    """A box of that size around `keep`, inside the region where it is not larger than it."""
    x0 = _start(size.width, keep.x0, keep.x1, region.x0, region.x1)
    y0 = _start(size.height, keep.y0, keep.y1, region.y0, region.y1)
    return Box(x0, y0, x0 + size.width, y0 + size.height)


def _start(length: int, keep0: int, keep1: int, region0: int, region1: int) -> int:
    if length >= region1 - region0:
        return region0 - (length - (region1 - region0)) // 2
    centred = keep0 - (length - (keep1 - keep0)) // 2
    return min(max(centred, region0), region1 - length)


def _is_forced(frame: Frame, region: Box) -> bool:
    return frame.scale > _MAX_ENLARGEMENT or not region.contains(frame.box)


def _cost(frame: Frame, box: Box, region: Box) -> float:
    inside = _area(frame.box.intersect(region))
    padding = 1 - inside / _area(frame.box)
    lost = 1 - _area(frame.box.intersect(box)) / _area(box)
    area = math.log2(frame.sent.width * frame.sent.height)
    return (
        _PADDING_COST * padding
        + _LOST_CONTEXT_COST * lost
        + _AREA_COST * area
        + _resampling_cost(frame)
    )


def _resampling_cost(frame: Frame) -> float:
    if frame.box.size == frame.sent:
        return 0.0
    octaves = math.log2(frame.scale)
    return _RESAMPLING_COST + max(_ENLARGING_COST * octaves, -_REDUCING_COST * octaves)


def _area(box: Box) -> int:
    return box.width * box.height


def _padded(part: Pixels, inside: Box, box: Box) -> Pixels:
    border = cv2.BORDER_CONSTANT if part.ndim == 2 else cv2.BORDER_REPLICATE
    margins = (inside.y0 - box.y0, box.y1 - inside.y1, inside.x0 - box.x0, box.x1 - inside.x1)
    return np.asarray(cv2.copyMakeBorder(part, *margins, border, value=0), np.uint8)
