"""A picture file with its picture only: pixels, colours, how they are coded; nothing about them."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from itertools import pairwise

from inpaint_studio.contract.png_chunks import SIGNATURE
from inpaint_studio.errors import ImageError
from inpaint_studio.picture import jpeg_file, png_file, webp_file
from inpaint_studio.picture.checked_encoding import encode_checked, is_same
from inpaint_studio.picture.image_file import Picture, decode_picture

_PNG_KEPT = {
    *(b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"),
    *(b"iCCP", b"sRGB", b"gAMA", b"cHRM", b"cICP", b"sBIT"),
}
_JFIF, _ICC, _ADOBE = 0xE0, 0xE2, 0xEE
_APP, _COM = range(0xE0, 0xF0), 0xFE
_KEPT_BEGINS = {_ICC: b"ICC_PROFILE\0", _ADOBE: b"Adobe"}
_PLAIN_JFIF = b"JFIF\0\1\1\0\0\1\0\1\0\0"
"""Version 1.01, square pixels, no small picture (JFIF 1.02, page 5)."""
_SOS, _EOI = 0xDA, 0xD9
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
    if again.icc_profile != picture.icc_profile or again.exif:
        return False
    return is_same(again, picture.pixels)


def picture_bytes(data: bytes) -> bytes | None:
    """The file without what nobody needs to see it.

    That is EXIF, XMP, IPTC, text, small pictures and what follows the picture. Orientation
    goes with the EXIF. None where it is no PNG, JPEG or still WebP, or not whole.
    """
    try:
        if data.startswith(SIGNATURE):
            return SIGNATURE + b"".join(_png_parts(data))
        if data.startswith(jpeg_file.START):
            return jpeg_file.START + b"".join(_jpeg_parts(data))
        if webp_file.is_webp(data):
            return webp_file.webp_of(_webp_parts(data))
    except (struct.error, IndexError, EOFError):
        pass
    return None


def _png_parts(data: bytes) -> Iterator[bytes | memoryview]:
    last = b""
    for last, content, checksum in png_file.chunks(data):
        if last in _PNG_KEPT:
            yield from png_file.chunk(last, content, checksum)
    if last != b"IEND":
        raise EOFError


def _jpeg_parts(data: bytes) -> Iterator[bytes]:
    # What follows a segment up to the next is a scan, of which stuffed bytes and restarts are part.
    segments = list(jpeg_file.headers(data, len(jpeg_file.START)))
    if not segments or segments[-1][0] != _EOI:
        raise EOFError
    for (marker, content, place), (_, _, following) in pairwise(segments):
        end = place + 4 + len(content)
        yield _jpeg_part(marker, data[place + 2 : end])
        if marker == _SOS:
            yield data[end:following]
    yield jpeg_file.END


def _jpeg_part(marker: int, body: bytes) -> bytes:
    """A segment, which begins with its length, as it stays."""
    begin = _KEPT_BEGINS.get(marker)
    if marker == _JFIF and body.startswith(b"JFIF\0", 2):
        body = struct.pack(">H", len(_PLAIN_JFIF) + 2) + _PLAIN_JFIF
    elif (marker in _APP or marker == _COM) and not (begin and body.startswith(begin, 2)):
        return b""
    return bytes([0xFF, marker]) + body


def _webp_parts(data: bytes) -> Iterator[bytes]:
    for name, content, is_whole in webp_file.chunks(data):
        if name == b"ANIM" or not is_whole:
            raise EOFError
        if name == b"VP8X":
            content = bytes([content[0] & ~_WEBP_SAYS_MORE]) + content[1:]
        if name in _WEBP_KEPT:
            yield webp_file.chunk(name, content)
