"""One small picture with all that files say of pictures, and what of it is found in a file.

Judged by Pillow and by searching bytes: what the program reads and writes has no say in it.
"""

from __future__ import annotations

import io
from functools import cache

import numpy as np
from PIL import ExifTags, Image, ImageOps

from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.image_encoding import encode
from tests.support.colour_profiles import swapped_primaries
from tests.support.private_pictures import SECRETS, private_picture

CAMERA, XMP, IPTC, _, TRAILER = SECRETS
WIDTH, HEIGHT = 32, 48
EVERYTHING = frozenset({"profile", "exif", "xmp", "iptc", "dpi"})
COLOURS = frozenset({"profile"})
ROOM = {
    "png": EVERYTHING,
    "jpeg": EVERYTHING,
    "webp": EVERYTHING - {"iptc", "dpi"},
    "tiff": EVERYTHING,
    "avif": EVERYTHING - {"iptc", "dpi"},
}
"""What each format has room for."""
_NO_DPI = ((0, 0), (1, 1), (72, 72))
"""What Pillow says where nothing is said: in most formats, in a TIFF, beside EXIF in a JPEG."""
PICTURES: dict[str, bytes] = {
    "png": private_picture("PNG", orientation=6, alpha=True),
    "jpeg": private_picture("JPEG", orientation=6),
    "webp": private_picture("WEBP", orientation=6),
    "tiff": private_picture("TIFF", orientation=6),
}


def seen(data: bytes) -> Pixels:
    """H×W×4 BGRA, upright, as Pillow sees a file."""
    with Image.open(io.BytesIO(data)) as image:
        upright = np.asarray(ImageOps.exif_transpose(image).convert("RGBA"))
    return np.ascontiguousarray(upright[..., [2, 1, 0, 3]])


def said(data: bytes) -> frozenset[str]:
    """What a file says beside its pixels; a turned one says what it must not."""
    with Image.open(io.BytesIO(data)) as image:
        exif, info = image.getexif(), image.info
        dpi = tuple(round(float(each)) for each in info.get("dpi") or (0, 0))
    found = {
        "profile": info.get("icc_profile") == swapped_primaries(),
        "another profile": info.get("icc_profile") not in (None, swapped_primaries()),
        "exif": CAMERA in data and bool(exif.get_ifd(ExifTags.IFD.GPSInfo)),
        "part of exif": (CAMERA in data) != bool(exif.get_ifd(ExifTags.IFD.GPSInfo)),
        "xmp": XMP in data,
        "iptc": IPTC in data or IPTC.hex().encode() in data.replace(b"\n", b""),
        "dpi": dpi == (300, 300),
        "another dpi": dpi not in ((300, 300), *_NO_DPI),
        "orientation": exif.get(ExifTags.Base.Orientation, 1) != 1,
        "trailer": TRAILER in data,
    }
    return frozenset(name for name, is_there in found.items() if is_there)


def carried(name: str) -> frozenset[str]:
    """What stands in the file of `PICTURES` beside its pixels and can go along."""
    return said(PICTURES[name]) & EVERYTHING


@cache
def written(name: str, file_format: str, quality: int) -> Pixels:
    """What becomes of one of the `PICTURES` in a format that loses some of the pixels."""
    return seen(encode(seen(PICTURES[name]), file_format, quality=quality))


def disagreement(data: bytes, expected: Pixels, told: frozenset[str]) -> str:
    """What is otherwise than it should be with what has left; nothing if all is right."""
    pixels = seen(data)
    if pixels.shape != expected.shape:
        return f"{pixels.shape} for {expected.shape}"
    if not np.array_equal(pixels, expected):
        return f"pixels off by {np.abs(pixels.astype(int) - expected).max()}"
    return " ".join(sorted(said(data) ^ told))
