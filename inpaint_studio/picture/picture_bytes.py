"""A picture file with its picture only: pixels, colours, how they are coded; nothing about them."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

import cv2

from inpaint_studio.contract.png_chunks import SIGNATURE
from inpaint_studio.errors import ImageError
from inpaint_studio.picture.checked_encoding import encode_checked
from inpaint_studio.picture.image_file import Picture, decode_picture

_PNG_KEPT = {
    *(b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"),
    *(b"iCCP", b"sRGB", b"gAMA", b"cHRM", b"cICP", b"sBIT"),
}
_JPEG = b"\xff\xd8"
_JFIF, _ICC, _ADOBE = 0xE0, 0xE2, 0xEE
_APP, _COM = range(0xE0, 0xF0), 0xFE
_KEPT_BEGINS = {_ICC: b"ICC_PROFILE\0", _ADOBE: b"Adobe"}
_PLAIN_JFIF = b"JFIF\0\1\1\0\0\1\0\1\0\0"
"""Version 1.01, square pixels, no small picture (JFIF 1.02, page 5)."""
_SOS, _EOI = 0xDA, 0xD9
_NEXT_MARKER = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")
"""What ends a scan: stuffed bytes and restarts belong to it (ITU-T T.81, B.1.1)."""
_WEBP_KEPT = {b"VP8X", b"ICCP", b"ALPH", b"VP8 ", b"VP8L"}
_WEBP_SAYS_MORE = 0x08 | 0x04  # EXIF, XMP


def bare_file(picture: Picture) -> bytes:
    """A file of the picture upright, with its colours told, and nothing else about it.

    PNG, JPEG and WebP keep how their pixels are coded; anything else becomes a PNG.
    """
    data = None if picture.notices else picture_bytes(picture.file or b"")
    if data is not None and _is_all_of(picture, data):
        return data
    return encode_checked(picture.pixels, "png", icc_profile=picture.icc_profile)


def _is_all_of(picture: Picture, data: bytes) -> bool:
    """Whether the file shows the same picture, upright and in its colours, and says no more."""
    try:
        again = decode_picture(data, picture.name)
    except ImageError:
        return False
    if again.size != picture.size or again.icc_profile != picture.icc_profile or again.exif:
        return False
    return cv2.norm(again.pixels, picture.pixels, cv2.NORM_INF) == 0


def picture_bytes(data: bytes) -> bytes | None:
    """The file without what nobody needs to see it.

    That is EXIF, XMP, IPTC, text, small pictures and what follows the picture. Orientation
    goes with the EXIF. None where it is no PNG, JPEG or still WebP, or not whole.
    """
    try:
        if data.startswith(SIGNATURE):
            return SIGNATURE + b"".join(_png_parts(data))
        if data.startswith(_JPEG):
            return _JPEG + b"".join(_jpeg_parts(data))
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            body = b"WEBP" + b"".join(_webp_parts(data))
            return b"RIFF" + struct.pack("<I", len(body)) + body
    except (struct.error, IndexError, EOFError):
        pass
    return None


def _png_parts(data: bytes) -> Iterator[bytes]:
    at = len(SIGNATURE)
    while True:
        length, name = struct.unpack_from(">I4s", data, at)
        part, at = data[at : at + length + 12], at + length + 12
        if at > len(data):
            raise EOFError
        if name in _PNG_KEPT:
            yield part
        if name == b"IEND":
            return


def _jpeg_parts(data: bytes) -> Iterator[bytes]:
    at = len(_JPEG)
    while True:
        found = _NEXT_MARKER.match(data, at)
        if found is None:
            raise EOFError
        marker, start = data[found.end() - 1], found.end()
        if marker == _EOI:
            yield b"\xff\xd9"
            return
        end = start + struct.unpack_from(">H", data, start)[0]
        if marker == _SOS:
            scan = _NEXT_MARKER.search(data, end)
            if scan is None:
                raise EOFError
            end = scan.start()
        yield _jpeg_part(marker, data[start:end])
        at = end


def _jpeg_part(marker: int, body: bytes) -> bytes:
    """A segment, which begins with its length, as it stays."""
    begin = _KEPT_BEGINS.get(marker)
    if marker == _JFIF and body.startswith(b"JFIF\0", 2):
        body = struct.pack(">H", len(_PLAIN_JFIF) + 2) + _PLAIN_JFIF
    elif (marker in _APP or marker == _COM) and not (begin and body.startswith(begin, 2)):
        return b""
    return bytes([0xFF, marker]) + body


def _webp_parts(data: bytes) -> Iterator[bytes]:
    at, end = 12, 8 + struct.unpack_from("<I", data, 4)[0]
    while at + 8 <= end:
        name, length = struct.unpack_from("<4sI", data, at)
        part, at = data[at : at + 8 + length + length % 2], at + 8 + length + length % 2
        if name == b"ANIM":
            raise EOFError
        if name == b"VP8X":
            part = part[:8] + bytes([part[8] & ~_WEBP_SAYS_MORE]) + part[9:]
        if name in _WEBP_KEPT:
            yield part
