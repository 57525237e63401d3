"""What a Photoshop file says of its transparency, which Pillow takes any fourth channel for.

Adobe Photoshop File Formats Specification: a saved selection is a channel like any other. Only
where the number of layers is negative is the first of them the merged picture's transparency.
"""

from __future__ import annotations

import numpy as np
from PIL import Image

_HEADER_BYTES = 26


def has_transparency(data: bytes) -> bool:
    """Whether the merged picture of a Photoshop file has any."""
    at = _HEADER_BYTES
    for _ in ("colour mode data", "image resources"):
        at += 4 + int.from_bytes(data[at : at + 4])
    layers_and_mask = int.from_bytes(data[at : at + 4])
    layers = int.from_bytes(data[at + 4 : at + 8])
    count = int.from_bytes(data[at + 8 : at + 10], signed=True)
    return layers_and_mask > 0 and layers > 0 and count < 0


def without_white(image: Image.Image) -> Image.Image:
    """An RGBA picture as it was before Photoshop laid it on white, which it keeps the alpha of."""
    values = np.asarray(image).astype(np.float32)
    share = values[..., 3:] / 255
    laid = values[..., :3] - 255 * (1 - share)
    values[..., :3] = np.divide(laid, share, out=np.zeros_like(laid), where=share > 0)
    return Image.fromarray(np.rint(values).clip(0, 255).astype(np.uint8))
