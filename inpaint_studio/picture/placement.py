"""Placement of a raw result in the picture: laid back, toned, and given the blend it shows through.

Nothing is lost on the way: the raw result is kept elsewhere, and every choice here, the mask
included, can be made again later without a request.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

import cv2
import numpy as np

from inpaint_studio.errors import ImageError
from inpaint_studio.phrase import Phrase
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.colour_match import colour_match
from inpaint_studio.picture.composite import PAINTED, blend_mask, sent_mask
from inpaint_studio.picture.fidelity import Figures, figures_of
from inpaint_studio.picture.frame import Frame, check_returned, restore
from inpaint_studio.picture.geometry import MAX_EDGE, Box, Size
from inpaint_studio.picture.mask_operations import grown
from inpaint_studio.picture.registration import Shift, register, shifted
from inpaint_studio.typed_values import (
    Column,
    as_flag,
    as_number,
    as_whole,
    or_none,
    read_fields,
)


@dataclass(frozen=True, slots=True)
class Placement:
    """How a result is put into the picture.

    `match` is the strength of the colour match, 0–1. `register` lays a shifted result back. The
    painted mask is grown by `grow_px` (shrunk when negative) and feathered `feather_px` wide, None
    for 2 % of its size, 4–64 px.
    """

    match: float = 1.0
    register: bool = True
    grow_px: int = 0
    feather_px: float | None = None

    def to_json(self) -> dict[str, Any]:
        """Plain values that `from_json` understands."""
        return asdict(self)

    @staticmethod
    def from_json(stored: object) -> Placement:
        """The stored choice; what is missing or makes no sense is as a new result has it."""
        if not isinstance(stored, Mapping):
            return Placement()
        return Placement(**read_fields(stored, _COLUMNS)[0])


AS_IT_CAME = Placement(match=0.0, register=False)
"""Neither toned nor laid back."""
_COLUMNS = {
    "match": Column(as_number(0, 1), 1.0),
    "register": Column(as_flag, True),
    "grow_px": Column(as_whole(-MAX_EDGE, MAX_EDGE), 0),
    "feather_px": Column(or_none(as_number(0, MAX_EDGE))),
}


class Placed(NamedTuple):
    """What is shown and accepted: `composite(source, pixels, blend)`, and the result's figures.

    `pixels` is H×W×4 BGRA, `blend` H×W. Where the blend is 0 the composite is the source, bit for
    bit.
    """

    pixels: Pixels
    blend: Pixels
    figures: Figures


@dataclass(frozen=True, slots=True, eq=False)
class Site:
    """Where results belong, as it was when they were asked for.

    `frame` is what was sent and `box` the part of it that lies in the picture. `source` (H×W×4
    BGRA) and `painted` (H×W coverage) are of that box, as they were at the click.
    """

    frame: Frame
    box: Box
    source: Pixels
    painted: Pixels

    def fitted(self, result: Pixels) -> Pixels:
        """A result of any size laid back onto the frame and cropped to `box`.

        Raises:
            ImageError: its ratio is not the frame's.
        """
        check_returned(Size(result.shape[1], result.shape[0]), self.frame)
        start = self.frame.box
        return restore(result, self.frame)[self.box.shift(-start.x0, -start.y0).slices]

    def placed(
        self,
        raw: Pixels,
        placement: Placement | None = None,
        *,
        mask: Pixels | None = None,
        shift: Shift | None = None,
    ) -> Placed:
        """A fitted result put into the picture; slow, for a worker thread.

        It shows through `mask`, coverage of `box`, or what was painted. `shift` is as in `place`.
        """
        through = self.painted if mask is None else mask
        sent = sent_mask(self.painted)
        return place(self.source, raw, through, placement, sent=sent, shift=shift)


def place(
    source: Pixels,
    result: Pixels,
    mask: Pixels,
    placement: Placement | None = None,
    *,
    sent: Pixels | None = None,
    shift: Shift | None = None,
) -> Placed:
    """Put a raw result of a box into that box of the picture.

    `source` is the picture as it was sent and `result` what came back, restored to its size, both
    H×W×4 BGRA; `mask` is the painted coverage, H×W. For a mask painted later, `sent` is the one
    that went out (hard, H×W): by it the result is laid back, toned and judged. `shift` is what an
    earlier call found for the same result and `sent`: looking for it is a third of the work. Fully
    transparent pixels of the source have nothing to blend with: there painted means replaced.

    Raises:
        ImageError: the sizes differ.
    """
    placement = placement or Placement()
    sent = sent_mask(mask) if sent is None else sent
    _check_sizes(source, result, mask, sent)
    blend = _blend_for(source, mask, placement)
    if shift is None:
        shift = register(source, result, np.asarray(cv2.bitwise_not(sent), np.uint8))
    aligned = shifted(result, shift)
    shown = colour_match(
        source, aligned if placement.register else result, sent, blend, strength=placement.match
    )
    figures = figures_of(source, aligned, sent, blend, shift=shift, shown=shown)
    return Placed(shown, blend, figures)


def _blend_for(source: Pixels, mask: Pixels, placement: Placement) -> Pixels:
    """The coverage (H×W) through which a result shows, of the source (H×W×4) and painted mask."""
    mask = grown(mask, placement.grow_px)
    blend = blend_mask(mask, feather=placement.feather_px)
    blend[(source[..., 3] == 0) & (mask >= PAINTED)] = 255
    return blend


def _check_sizes(source: Pixels, result: Pixels, mask: Pixels, sent: Pixels) -> None:
    height, width = source.shape[:2]
    shapes = (result.shape == source.shape, mask.shape == sent.shape == (height, width))
    if not all(shapes):
        raise ImageError(
            "The result does not fit",
            Phrase(
                "It is {result_width}×{result_height}, its place in the picture "
                "{width}×{height}. Open the result as a picture of its own, or run again.",
                result_width=result.shape[1],
                result_height=result.shape[0],
                width=width,
                height=height,
            ),
        )
