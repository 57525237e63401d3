"""What files say of their pictures beside EXIF: XMP, IPTC, resolution; it goes out as it came."""

from __future__ import annotations

import codecs
import re
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PIL import Image

from inpaint_studio.phrase import Phrase

_MOST_BYTES = 65_000
"""A JPEG's segment, which is the smallest room of any format."""
_XMP_CHUNK = "XML:com.adobe.xmp"
_XMP_KEYS = ("xmp", _XMP_CHUNK)
IPTC_AS_TEXT = "Raw profile type iptc"
"""The PNG text that ImageMagick and ExifTool read and write it as: the format has no other room."""
_HEX_DIGITS_PER_LINE = 72
_XMP_TAG, _IPTC_TAG, _RESOURCES_TAG = 700, 33723, 34377
_HAVE_IPTC = _HAVE_RESOLUTION = ("PNG", "JPEG", "TIFF")
IPTC_RESOURCE = 0x0404
_ORIENTATION = re.compile(rb"(tiff:Orientation(?:\s*=\s*[\"']|>)\s*)[2-8]")
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_THUMBNAILS = re.compile(rb"<xmp:Thumbnails\b.*?</xmp:Thumbnails>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Description:
    """An XMP packet, IPTC-IIM records, and pixels per inch (across, down)."""

    xmp: bytes | None = None
    iptc: bytes | None = None
    dpi: tuple[float, float] | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to carry."""
        return self == Description()


NO_DESCRIPTION = Description()


def take_xmp(image: Image.Image) -> bytes | None:
    """The packet of an opened picture, which it then knows no more.

    Pillow would turn the picture by what XMP says of orientation. Nothing else does.
    """
    found = [image.info.pop(key, None) for key in _XMP_KEYS]
    xmp = next((each for each in found if each), None)
    return xmp.encode() if isinstance(xmp, str) else xmp


def description_of(
    xmp: bytes | None, iptc: bytes | None, dpi: object
) -> tuple[Description, tuple[str, ...]]:
    """What was found in a file, as far as it can be carried, and what of it was left out."""
    portable = _portable_xmp(xmp)
    found = {"XMP": portable, "IPTC": iptc}
    kept = {name: data for name, data in found.items() if data and len(data) <= _MOST_BYTES}
    told = [
        Phrase("The picture's {kind} data is too large and has been left out.", kind=name)
        for name, data in found.items()
        if data and name not in kept
    ]
    if xmp and portable is None:
        told.append(Phrase("The picture's XMP data is damaged and has been left out."))
    return Description(kept.get("XMP"), kept.get("IPTC"), _resolution(dpi)), tuple(told)


def room_for(pillow_name: str, description: Description) -> Description:
    """As much of a description as the format can hold."""
    iptc = description.iptc if pillow_name in _HAVE_IPTC else None
    return Description(
        description.xmp, iptc, description.dpi if pillow_name in _HAVE_RESOLUTION else None
    )


def save_options(
    pillow_name: str, description: Description, options: Mapping[str, Any]
) -> dict[str, Any]:
    """The `options` of Pillow's `save`, with as much of a description as the format has room for.

    TIFF has `tiff_tags` for it.
    """
    held, made = room_for(pillow_name, description), dict(options)
    xmp = held.xmp
    if held.dpi:
        made["dpi"] = held.dpi
    if pillow_name == "JPEG" and held.iptc:
        made["extra"] = _photoshop_segment(held.iptc)
    if pillow_name == "PNG" and held.iptc:
        made["pnginfo"].add_text(IPTC_AS_TEXT, _raw_profile(held.iptc))
    if pillow_name == "PNG" and xmp:
        made["pnginfo"].add_itxt(_XMP_CHUNK, xmp.decode())
    elif pillow_name != "TIFF" and xmp:
        made["xmp"] = xmp
    return made


def tiff_tags(description: Description) -> dict[int, bytes]:
    """What a TIFF has tags for in its first directory."""
    tags = {_XMP_TAG: description.xmp, _IPTC_TAG: description.iptc}
    return {tag: value for tag, value in tags.items() if value}


def iptc_in(resources: bytes | None) -> bytes | None:
    """The IPTC records in Photoshop's image resource blocks, as far as those are whole."""
    return resource_in(resources or b"", IPTC_RESOURCE)


def resource_in(data: bytes, number: int) -> bytes | None:
    """What the block of that number holds of Photoshop's, as far as those are whole."""
    at = 0
    while data[at : at + 4] == b"8BIM" and at + 7 <= len(data):
        kind = int.from_bytes(data[at + 4 : at + 6])
        size_at = at + 6 + (data[at + 6] + 2) // 2 * 2
        start = size_at + 4
        end = start + int.from_bytes(data[size_at:start])
        if kind == number:
            return data[start:end] if end <= len(data) else None
        at = end + (end - start) % 2
    return None


def tiff_description(tags: Mapping[int, Any], order: str) -> tuple[bytes | None, bytes | None]:
    """XMP and IPTC of a TIFF's directory; `order` is how the file stores numbers, "<" or ">"."""
    xmp, iptc = tags.get(_XMP_TAG), tags.get(_IPTC_TAG)
    if isinstance(iptc, tuple):  # stored as LONGs, which is how old programs did
        iptc = struct.pack(f"{order}{len(iptc)}I", *(each & 0xFFFFFFFF for each in iptc))
    if not iptc:
        iptc = iptc_in(_bytes_of(tags.get(_RESOURCES_TAG)))
    return _bytes_of(xmp), _bytes_of(iptc)


def _bytes_of(value: object) -> bytes | None:
    return value if isinstance(value, bytes) and value else None


def _portable_xmp(xmp: bytes | None) -> bytes | None:
    """The packet of an upright picture as UTF-8, which every format takes; None for what is none.

    Small pictures of it would be of the one before.
    """
    if not isinstance(xmp, bytes):
        return None
    try:
        text = xmp.decode("utf-16" if xmp.startswith(_UTF_16) else "utf-8").strip("\0")
    except UnicodeDecodeError:
        return None
    return _THUMBNAILS.sub(b"", _ORIENTATION.sub(rb"\g<1>1", text.encode())) or None


def _resolution(dpi: object) -> tuple[float, float] | None:
    try:
        across, down = (float(each) for each in dpi)  # type: ignore[attr-defined]
    except (TypeError, ValueError, ArithmeticError):
        return None
    is_sound = all(1 <= each <= 65_535 for each in (across, down))
    return (across, down) if is_sound else None


def _resource(iptc: bytes) -> bytes:
    """One resource (Adobe Photoshop File Formats, image resource blocks)."""
    block = b"8BIM" + struct.pack(">HHI", IPTC_RESOURCE, 0, len(iptc)) + iptc
    return block + bytes(len(iptc) % 2)


def _raw_profile(iptc: bytes) -> str:
    """Its kind, its length and its bytes as hexadecimal digits, as ImageMagick writes them."""
    block = _resource(iptc)
    digits = re.findall(f".{{1,{_HEX_DIGITS_PER_LINE}}}", block.hex())
    return "\n".join(["", "iptc", f"{len(block):8}", *digits, ""])


def _photoshop_segment(iptc: bytes) -> bytes:
    """An APP13 segment with one resource."""
    content = b"Photoshop 3.0\0" + _resource(iptc)
    return b"\xff\xed" + struct.pack(">H", len(content) + 2) + content
