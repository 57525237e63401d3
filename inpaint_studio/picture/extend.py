"""A picture that grows past its edges: how far, what is sent for it, and the grown arrays.

New pixels are transparent and hold the colours of the nearest edge underneath, so that a model
continues the picture instead of painting into black. Taking the extension off again gives back
the very pixels.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np

from inpaint_studio.contract.sizes import SizeRule
from inpaint_studio.errors import ImageError
from inpaint_studio.phrase import Phrase
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.composite import GROW_PX, feather_of_area
from inpaint_studio.picture.frame import Frame, fit_frame
from inpaint_studio.picture.geometry import MAX_EDGE, MAX_PIXELS, Box, Size
from inpaint_studio.picture.mask import Mask

MIN_SCALE = 0.75
"""One request for all of the new area is taken as long as it is reduced no further than this:
details drawn larger than life stand out beside the sharp source."""
MAX_STEPS = 12
"""More requests than this are not asked of anybody: the pieces are sent reduced instead."""
UNBOUNDED_EDGE_PX = 2048
"""Edge of a step where the model sets no limit."""
OLD_SHARE = 0.5
"""Part of a step's frame that shows what is already there: without it a model invents afresh."""
_DETAILS = (1.0, 0.7, 0.5, 0.35, 0.25)
_PIECE_SHARE = 0.75
_PIECE_OVERLAP_SHARE = 0.25


@dataclass(frozen=True, slots=True)
class Extension:
    """How many pixels a picture grows by on each side; none is below 0."""

    left: int = 0
    top: int = 0
    right: int = 0
    bottom: int = 0

    @property
    def is_nothing(self) -> bool:
        """Whether the picture keeps its size."""
        return self == Extension()

    def extended(self, size: Size) -> Size:
        """The size of the grown picture."""
        return Size(size.width + self.left + self.right, size.height + self.top + self.bottom)

    def old_box(self, size: Size) -> Box:
        """Where a picture of `size` lies in the grown one."""
        return Box.of_size(size).shift(self.left, self.top)

    def union(self, other: Extension) -> Extension:
        """What holds both."""
        return Extension(
            max(self.left, other.left),
            max(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def around(self, size: Size) -> Box:
        """The grown picture in the coordinates of one of `size`."""
        return Box(-self.left, -self.top, size.width + self.right, size.height + self.bottom)

    def moved(self, box: Box) -> Box:
        """A box of the picture in the coordinates of the grown one."""
        return box.shift(self.left, self.top)

    def moved_back(self, box: Box) -> Box:
        """A box of the grown picture in the coordinates of the picture."""
        return box.shift(-self.left, -self.top)


@dataclass(frozen=True, slots=True)
class ExtensionStep:
    """One request of an extension, in the grown picture: what it edits is its mask within `box`."""

    frame: Frame
    box: Box


def extension_past(box: Box, size: Size) -> Extension:
    """What a box, such as a dragged frame, adds to a picture of `size`."""
    return Extension(
        left=max(0, -box.x0),
        top=max(0, -box.y0),
        right=max(0, box.x1 - size.width),
        bottom=max(0, box.y1 - size.height),
    )


def extension_to_ratio(
    size: Size, across: float, down: float, *, anchor: tuple[float, float] = (0.5, 0.5)
) -> Extension:
    """The least growth to the ratio `across`:`down`, both above 0.

    `anchor` says where the picture then lies: 0 at the left or top, 1 at the right or bottom.
    """
    width = max(size.width, round(size.height * across / down))
    height = max(size.height, round(size.width * down / across))
    left, top = (
        round(more * min(max(share, 0.0), 1.0))
        for more, share in zip((width - size.width, height - size.height), anchor, strict=True)
    )
    return Extension(left, top, width - size.width - left, height - size.height - top)


def check_extension(size: Size, extension: Extension) -> None:
    """See to it that the grown picture can be worked with.

    Raises:
        ImageError: it would be larger than pictures may be, or smaller than it is.
    """
    if min(extension.left, extension.top, extension.right, extension.bottom) < 0:
        raise ImageError("Pictures cannot be cropped by extending", "Choose lengths of 0 or more.")
    grown = extension.extended(size)
    if max(grown) > MAX_EDGE or grown.width * grown.height > MAX_PIXELS:
        raise ImageError(
            Phrase(
                "The picture would become {width}×{height} pixels",
                width=grown.width,
                height=grown.height,
            ),
            Phrase(
                "The limit is {megapixels} megapixels and {edge} pixels an edge. Extend it by "
                "less.",
                megapixels=MAX_PIXELS // 1_000_000,
                edge=MAX_EDGE,
            ),
        )


def extend_source(pixels: Pixels, extension: Extension, *, alpha: int = 0) -> Pixels:
    """The picture (H×W×4 BGRA) grown, its edge pixels repeated outwards under `alpha`.

    0 is for the document, where nothing is yet to be seen; 255 for the request, as models show
    transparent pixels as black. The picture's own pixels stay, bit for bit.

    Raises:
        ImageError: as `check_extension`.
    """
    check_extension(_size_of(pixels), extension)
    grown = np.asarray(_padded(pixels, extension, cv2.BORDER_REPLICATE), np.uint8)
    return _with_alpha_outside(grown, extension.old_box(_size_of(pixels)), alpha)


def bare(pixels: Pixels, known: Box) -> Pixels:
    """A copy of part of a grown picture as the document has it: nothing shows outside `known`."""
    return _with_alpha_outside(pixels.copy(), known.intersect(Box.of_size(_size_of(pixels))), 0)


def underlaid(pixels: Pixels, known: Box) -> Pixels:
    """A copy of part of a grown picture as it is sent: outside `known` its hidden colours show.

    `known` is in the part's own coordinates; it may reach past it. Do this before resizing, which
    drops hidden colours.
    """
    inside = known.intersect(Box.of_size(_size_of(pixels)))
    return _with_alpha_outside(pixels.copy(), inside, 255)


def extension_mask(mask: Mask, extension: Extension, overlap_px: int | None = None) -> Mask:
    """The mask (H×W) grown: all of the new area is to be filled, and a strip along it.

    The strip lies in the old picture and holds the whole feather, or the new area would fade into
    nothing; None takes what the feather of so large a mask needs. Where nothing grows it is the
    very mask.
    """
    if extension.is_nothing:
        return mask
    grown = np.asarray(_padded(mask, extension, cv2.BORDER_CONSTANT), np.uint8)
    old = extension.old_box(_size_of(mask))
    overlap_px = _overlap_px(grown.size) if overlap_px is None else overlap_px
    kept = _without_strips(old, extension, overlap_px)
    new = np.full_like(grown, 255)
    new[kept.slices] = grown[kept.slices]
    return new


def plan(size: Size, extension: Extension, rule: SizeRule) -> tuple[ExtensionStep, ...]:
    """The requests that fill the new area, in order, in coordinates of the grown picture.

    One, when a legal size takes the new area at 75 % or more. Else strips from the picture
    outwards, each cut into pieces that overlap by a quarter; every piece is filled with sight of
    what lies before it. At most 12, sent the more reduced the larger the new area is. `size` is
    the picture's; where it does not grow there is no step.
    """
    if extension.is_nothing:
        return ()
    whole, old = Box.of_size(extension.extended(size)), extension.old_box(size)
    overlap_px = _overlap_px(whole.width * whole.height)
    single = _single(whole, old, overlap_px, rule)
    for detail in _DETAILS:
        if single.frame.scale >= min(detail, MIN_SCALE):
            break
        pieces = list(_all_pieces(old, whole, round(_step_edge(rule) / detail)))
        if len(pieces) <= MAX_STEPS:
            return tuple(_step(*piece, whole, overlap_px, rule) for piece in pieces)
    return (single,)


def _single(whole: Box, old: Box, overlap_px: int, rule: SizeRule) -> ExtensionStep:
    """All of the new area in one request, beside as much of the old."""
    strips = list(_strips(old, whole, max(whole.size)))
    if len(strips) == 1:
        return _step(*strips[0], whole, overlap_px, rule)
    return ExtensionStep(fit_frame(whole, whole.size, rule, keep=whole), whole)


def _step(
    piece: Box, inwards: tuple[int, int], whole: Box, overlap_px: int, rule: SizeRule
) -> ExtensionStep:
    """One piece of the new area: its frame sees as much of what is there as of what is not."""
    across, down = inwards
    seen = piece.shift(across * piece.width, down * piece.height)
    box = piece.grow(overlap_px).intersect(whole)
    wanted = piece.union(seen).intersect(whole)
    return ExtensionStep(fit_frame(wanted, whole.size, rule, keep=box), box)


def _all_pieces(old: Box, whole: Box, edge: int) -> Iterator[tuple[Box, tuple[int, int]]]:
    for strip, inwards in _strips(old, whole, math.floor(edge * (1 - OLD_SHARE))):
        for piece in _pieces(strip, inwards, round(edge * _PIECE_SHARE)):
            yield piece, inwards


def _strips(old: Box, whole: Box, depth: int) -> Iterator[tuple[Box, tuple[int, int]]]:
    """The new area in strips at most `depth` deep, and the way back to what is there already."""
    filled = old
    while filled != whole:
        more = filled.grow(depth).intersect(whole)
        if more.x0 < filled.x0:
            yield Box(more.x0, filled.y0, filled.x0, filled.y1), (1, 0)
        if more.x1 > filled.x1:
            yield Box(filled.x1, filled.y0, more.x1, filled.y1), (-1, 0)
        if more.y0 < filled.y0:
            yield Box(more.x0, more.y0, more.x1, filled.y0), (0, 1)
        if more.y1 > filled.y1:
            yield Box(more.x0, filled.y1, more.x1, more.y1), (0, -1)
        filled = more


def _pieces(strip: Box, inwards: tuple[int, int], length: int) -> Iterator[Box]:
    """The strip in pieces of at most `length`, each a quarter over the one before."""
    along_x = inwards[0] == 0
    total = strip.width if along_x else strip.height
    apart = length * (1 - _PIECE_OVERLAP_SHARE)
    count = 1 + max(0, math.ceil((total - length) / apart))
    for number in range(count):
        first = round(number * max(total - length, 0) / max(count - 1, 1))
        last = min(first + length, total)
        if along_x:
            yield Box(strip.x0 + first, strip.y0, strip.x0 + last, strip.y1)
        else:
            yield Box(strip.x0, strip.y0 + first, strip.x1, strip.y0 + last)


def _step_edge(rule: SizeRule) -> int:
    """Edge of the square that a model surely takes at full detail."""
    if rule.sizes:
        return max(min(size) for size in rule.sizes)
    pixels = min(rule.max_pixels or math.inf, rule.experimental_above or math.inf)
    edge = min(math.sqrt(pixels), rule.max_edge or math.inf)
    return UNBOUNDED_EDGE_PX if math.isinf(edge) else math.floor(edge)


def _overlap_px(grown_pixels: int) -> int:
    """The inner part of the widest feather that a mask in so large a picture can have."""
    return max(GROW_PX, math.ceil(feather_of_area(grown_pixels)) - GROW_PX) + 1


def _without_strips(box: Box, extension: Extension, pixels: int) -> Box:
    """The box without a strip along each side that grows."""
    x0 = box.x0 + (pixels if extension.left else 0)
    y0 = box.y0 + (pixels if extension.top else 0)
    x1 = box.x1 - (pixels if extension.right else 0)
    y1 = box.y1 - (pixels if extension.bottom else 0)
    return Box(x0, y0, max(x0, x1), max(y0, y1)).intersect(box)


def _padded(array: Pixels, extension: Extension, border: int) -> cv2.typing.MatLike:
    margins = extension.top, extension.bottom, extension.left, extension.right
    return cv2.copyMakeBorder(array, *margins, border, value=(0,))


def _with_alpha_outside(pixels: Pixels, known: Box, alpha: int) -> Pixels:
    """Set alpha in place everywhere but in `known`."""
    kept = pixels[..., 3][known.slices].copy()
    pixels[..., 3] = alpha
    pixels[..., 3][known.slices] = kept
    return pixels


def _size_of(array: Pixels) -> Size:
    return Size(array.shape[1], array.shape[0])
