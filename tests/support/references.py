"""References as the tests need them."""

from __future__ import annotations

from inpaint_studio.picture import reference
from inpaint_studio.picture.image_file import decode_picture
from inpaint_studio.picture.reference import Reference


def decode_reference(data: bytes, name: str) -> Reference:
    """The reference in the bytes of a picture file."""
    return reference._reference(decode_picture(data, name), data)
