"""What a Photoshop file says beside its pixels, as far as Pillow does not ask.

Adobe Photoshop File Formats Specification: a saved selection is a channel like any other. Only
where the number of layers is negative is the first of them the merged picture's transparency.
"""

from __future__ import annotations

import struct

import numpy as np
from PIL import Image

from inpaint_studio.errors import ImageError
from inpaint_studio.phrase import Phrase
from inpaint_studio.picture.description import IPTC_RESOURCE, resource_in
from inpaint_studio.picture.sorted_file import SortedFile

SIGNATURE = b"8BPS"
_HEADER_BYTES = 26
_RESOLUTION, _VERSION, _XMP = 0x03ED, 0x0421, 0x0424
_FIXED_POINT = 1 << 16


def sort_psd(data: bytes) -> SortedFile:
    """What a Photoshop file holds: its pixels, and what only describes them.

    Raises:
        ImageError: it holds its layers alone; what stands where the merged picture would is white.
    """
    resources = _resources(data)
    version = resource_in(resources, _VERSION)
    if version is not None and version[4:5] == b"\0":
        raise ImageError(
            Phrase("The Photoshop file holds no merged picture"),
            Phrase(
                "Save it with maximised compatibility, which Photoshop asks for, or as PNG, and"
                " open that file."
            ),
        )
    xmp, iptc = (resource_in(resources, each) for each in (_XMP, IPTC_RESOURCE))
    return SortedFile(data, xmp=xmp, iptc=iptc)


def resolution(data: bytes) -> tuple[float, float] | None:
    """Pixels per inch, across and down, where a Photoshop file says so."""
    said = resource_in(_resources(data), _RESOLUTION)
    if said is None or len(said) < 12:
        return None
    across, down = struct.unpack_from(">I4xI", said)
    return across / _FIXED_POINT, down / _FIXED_POINT


def _resources(data: bytes) -> bytes:
    """The section of image resource blocks."""
    at = _HEADER_BYTES
    at += 4 + int.from_bytes(data[at : at + 4])
    return data[at + 4 : at + 4 + int.from_bytes(data[at : at + 4])]


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
    taken = Image.fromarray(np.rint(values).clip(0, 255).astype(np.uint8))
    taken.info = image.info
    return taken
