"""A raw result put into the picture: laid back, toned, and given the blend it shows through.

Nothing is lost on the way: the raw result is kept elsewhere, and every choice here, the mask
included, can be made again later without a request.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import cv2
import numpy as np

from inpaint_studio.errors import ImageError
from inpaint_studio.phrase import Phrase
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.colour_match import colour_match
from inpaint_studio.picture.composite import PAINTED, blend_mask, sent_mask
from inpaint_studio.picture.honesty import Figures, figures_of
from inpaint_studio.picture.mask_operations import grown
from inpaint_studio.picture.registration import Shift, register, shifted


@dataclass(frozen=True, slots=True)
class Placing:
    """How a result is put into the picture.

    `match` is the strength of the colour match, 0–1. `register` lays a shifted result back. The
    painted mask is grown by `grow_px` (shrunk when negative) and feathered `feather_px` wide, None
    for 2 % of its size, 4–64 px.
    """

    match: float = 1.0
    register: bool = True
    grow_px: int = 0
    feather_px: float | None = None


class Placed(NamedTuple):
    """What is shown and accepted: `composite(source, pixels, blend)`, and the result's figures.

    `pixels` is H×W×4 BGRA, `blend` H×W. Where the blend is 0 the composite is the source, bit for
    bit.
    """

    pixels: Pixels
    blend: Pixels
    figures: Figures


def place(
    source: Pixels,
    result: Pixels,
    mask: Pixels,
    placing: Placing | None = None,
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
    placing = placing or Placing()
    sent = sent_mask(mask) if sent is None else sent
    _check_sizes(source, result, mask, sent)
    blend = _blend_for(source, mask, placing)
    if shift is None:
        shift = register(source, result, np.asarray(cv2.bitwise_not(sent), np.uint8))
    aligned = shifted(result, shift)
    shown = colour_match(
        source, aligned if placing.register else result, sent, blend, strength=placing.match
    )
    figures = figures_of(source, aligned, sent, blend, shift=shift, shown=shown)
    return Placed(shown, blend, figures)


def _blend_for(source: Pixels, mask: Pixels, placing: Placing) -> Pixels:
    """The coverage (H×W) through which a result shows, of the source (H×W×4) and painted mask."""
    mask = grown(mask, placing.grow_px)
    blend = blend_mask(mask, feather=placing.feather_px)
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
