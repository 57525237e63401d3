"""Pictures whose files tell more than they show: camera, place, words, a second picture."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import numpy as np
from PIL import ExifTags, Image
from PIL.PngImagePlugin import PngInfo

from tests.support.colour_profiles import swapped_primaries

SECRETS = (b"SECRETCAMERA", b"SECRETXMP", b"SECRETIPTC", b"SECRETWORDS", b"SECRETTRAILER")
"""What stands in the files that `private_picture` makes, where their format has room for it."""
FORMATS = ("PNG", "JPEG", "WEBP", "TIFF", "AVIF", "GIF", "BMP")

_CAMERA, _XMP, _IPTC, _WORDS, _TRAILER = SECRETS


def private_picture(file_format: str, *, orientation: int | None = 1, alpha: bool = False) -> bytes:
    """A 48×32 picture; stored turned where `orientation` says so, and without EXIF for None."""
    rows, columns = np.mgrid[0:32, 0:48]
    planes = [columns * 5, rows * 7, columns * 0 + 90, *([rows * 8] if alpha else [])]
    pixels = np.dstack(planes).astype(np.uint8)
    choices: dict[str, dict[str, Any]] = {
        "JPEG": {"comment": _WORDS, "quality": 100, "extra": _iptc_segment()},
        "PNG": {"pnginfo": _words()},
        "WEBP": {"lossless": True},
        "AVIF": {"quality": 100, "subsampling": "4:4:4"},
        "TIFF": {"tiffinfo": {700: packet(), 33723: _iptc_records(), 270: _WORDS.decode()}},
        "GIF": {"comment": _WORDS},
    }
    options = choices.get(file_format, {})
    if file_format in ("JPEG", "WEBP", "AVIF"):
        options["xmp"] = packet()
    if orientation and file_format in ("PNG", "JPEG", "WEBP", "AVIF"):
        options["exif"] = camera(orientation).tobytes()
    if file_format not in ("GIF", "BMP"):
        options["icc_profile"] = swapped_primaries()
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, file_format, dpi=(300, 300), **options)
    trailer = b"" if file_format in ("WEBP", "AVIF") else _TRAILER
    return buffer.getvalue() + trailer


def camera(orientation: int = 1) -> Image.Exif:
    """What a camera writes, with the place."""
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = _CAMERA.decode()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.IFD.Exif] = {ExifTags.Base.BodySerialNumber: _CAMERA.decode()}
    exif[ExifTags.IFD.GPSInfo] = {
        ExifTags.GPS.GPSLatitudeRef: "N",
        ExifTags.GPS.GPSLatitude: (48.0, 8.0, 1.0),
    }
    return exif


def packet(orientation: int | None = None) -> bytes:
    """An XMP packet; with an orientation where one is asked for."""
    turned = f' tiff:Orientation="{orientation}"' if orientation else ""
    return (
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF'
        b' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""'
        b' xmlns:tiff="http://ns.adobe.com/tiff/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        + turned.encode() + b' dc:creator="' + _XMP + b'"/></rdf:RDF></x:xmpmeta>'
    )  # fmt: skip


def png_chunk(name: bytes, content: bytes) -> bytes:
    """A chunk with its length and checksum."""
    return (
        struct.pack(">I4s", len(content), name)
        + content
        + struct.pack(">I", zlib.crc32(name + content))
    )


def _words() -> PngInfo:
    info = PngInfo()
    info.add_text("Comment", _WORDS.decode())
    info.add_itxt("XML:com.adobe.xmp", packet().decode())
    return info


def _iptc_records() -> bytes:
    """One record 2:80 (by-line) of IPTC-IIM 4.2."""
    return b"\x1c\x02\x50" + struct.pack(">H", len(_IPTC)) + _IPTC


def _iptc_segment() -> bytes:
    records = _iptc_records()
    block = (
        b"8BIM\x04\x04\0\0" + struct.pack(">I", len(records)) + records + b"\0" * (len(records) % 2)
    )
    content = b"Photoshop 3.0\0" + block
    return b"\xff\xed" + struct.pack(">H", len(content) + 2) + content
