"""How two pictures differ, as a picture."""

from __future__ import annotations

import cv2
import numpy as np

from inpaint_studio.picture.colour import Pixels

GAINS = (1, 2, 4, 8, 16)
_OUTLINE_BGRA = (255, 255, 255, 255)
_SHADOW_BGRA = (0, 0, 0, 255)


def difference(
    one: Pixels, other: Pixels, *, gain: int, heat: bool, mask: Pixels | None = None
) -> Pixels:
    """|one − other| × gain per channel as opaque BGRA; `heat` maps the largest channel to colour.

    The pictures and `mask` are of one size; the outline of what `mask` covers is drawn on top.
    """
    apart = cv2.absdiff(one, other)
    if heat:
        most = cv2.max(cv2.max(apart[..., 0], apart[..., 1]), apart[..., 2])
        scaled = cv2.convertScaleAbs(most, alpha=gain)
        bgr = cv2.applyColorMap(scaled, cv2.COLORMAP_INFERNO)
    else:
        bgr = cv2.convertScaleAbs(apart[..., :3], alpha=gain)
    shown = np.asarray(cv2.cvtColor(bgr, cv2.COLOR_BGR2BGRA), np.uint8)
    if mask is not None:
        _outline(shown, mask)
    return shown


def _outline(pixels: Pixels, mask: Pixels) -> None:
    """White on black, so that it shows on any heat; a fixed share of the picture wide."""
    width = max(1, max(pixels.shape[:2]) // 900)
    hard = (mask > 0).astype(np.uint8)
    lines, _ = cv2.findContours(hard, cv2.RETR_LIST, cv2.CHAIN_APPROX_NONE)
    cv2.drawContours(pixels, lines, -1, _SHADOW_BGRA, 3 * width)
    cv2.drawContours(pixels, lines, -1, _OUTLINE_BGRA, width)
