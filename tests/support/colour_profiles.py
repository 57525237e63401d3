"""Colour profiles that show whether they are applied."""

from __future__ import annotations

from functools import cache

from PIL import ImageCms


def profile_bytes(kind: str) -> bytes:
    """One of the profiles that come with the colour library."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile(kind)).tobytes()


@cache
def swapped_primaries() -> bytes:
    """sRGB whose red and green primaries have changed places: every wrong use shows."""
    stored = bytearray(profile_bytes("sRGB"))
    red, green = stored.index(b"rXYZ"), stored.index(b"gXYZ")
    stored[red : red + 4], stored[green : green + 4] = b"gXYZ", b"rXYZ"
    return bytes(stored)
