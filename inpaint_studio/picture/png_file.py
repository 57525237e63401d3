"""PNG files without what may stop a picture from opening: bad or large data beside the pixels.

Pillow ends at the first chunk with a wrong checksum or length, and at texts over 1 MiB, such as the
workflows that image generators write. The chunks are sorted out before it sees them.
"""

from __future__ import annotations

import binascii
import struct
import zlib
from collections.abc import Iterator

from inpaint_studio.contract.png_chunks import EXIF_AS_TEXT, SIGNATURE
from inpaint_studio.picture.description import IPTC_AS_TEXT, iptc_in
from inpaint_studio.picture.metadata import DAMAGED_EXIF
from inpaint_studio.picture.sorted_file import ANIMATED, SortedFile, damaged_profile, left_out

_HEAD = struct.Struct(">I4s")
_CRC_BYTES = 4
_PIXELS = (b"IHDR", b"PLTE", b"IDAT", b"IEND")
_TEXTS = (b"tEXt", b"zTXt", b"iTXt")
_XMP = b"XML:com.adobe.xmp\0"
_IPTC_AS_TEXT = IPTC_AS_TEXT.encode() + b"\0"
_MOST_EXIF_BYTES = 1 << 18
_LENGTHS = {b"gAMA": 4, b"cHRM": 32, b"sRGB": 1, b"pHYs": 9, b"cICP": 4}
"""Chunks that describe colours and resolution, and how long they are (PNG, third edition, 11.3)."""
_GREY, _RGB, _PALETTE = 0, 2, 3
_TRNS_BYTES = {_GREY: 2, _RGB: 6}


def sort_png(data: bytes, most_profile_bytes: int) -> SortedFile:
    """What a PNG file holds: its pixels with what their colours need, and what only describes them.

    Chunks that are damaged are left out and told; those that hold the pixels stay as they are.
    """
    sorter = _Sorter(most_profile_bytes)
    for name, content, checksum in chunks(data):
        sorter.take(name, content, checksum)
    return sorter.sorted_file(data)


def chunks(data: bytes) -> Iterator[tuple[bytes, memoryview, bytes]]:
    """Name, content and checksum of each chunk, as far as the file reaches."""
    view, at = memoryview(data), len(SIGNATURE)
    while at + _HEAD.size <= len(data):
        length, name = _HEAD.unpack_from(data, at)
        start, end = at + _HEAD.size, at + _HEAD.size + length
        yield name, view[start:end], bytes(view[end : end + _CRC_BYTES])
        if name == b"IEND":
            return
        at = end + _CRC_BYTES


def chunk(name: bytes, content: memoryview, checksum: bytes) -> tuple[bytes, memoryview, bytes]:
    """The parts of one chunk of a file."""
    return _HEAD.pack(len(content), name), content, checksum


def without_chunk(data: bytes, unwanted: bytes) -> bytes:
    """A whole PNG file without the chunks of one name."""
    kept = (chunk(*each) for each in chunks(data) if each[0] != unwanted)
    return SIGNATURE + b"".join(part for parts in kept for part in parts)


class _Sorter:
    """Takes the chunks in their order."""

    def __init__(self, most_profile_bytes: int) -> None:
        self._most_profile_bytes = most_profile_bytes
        self._before: list[bytes | memoryview] = []
        self._pixels: list[bytes | memoryview] = []
        self._depth, self._kind = 8, _RGB
        self._profile: bytes | None = None
        self._exif: bytes | None = None
        self._xmp: bytes | None = None
        self._iptc: bytes | None = None
        self._notices: list[str] = []
        self._damaged: list[str] = []

    def take(self, name: bytes, content: memoryview, checksum: bytes) -> None:
        """Sort one chunk."""
        if name in _PIXELS:
            if name == b"IHDR" and len(content) > 9:
                self._depth, self._kind = content[8], content[9]
            self._keep(name, content, checksum)
        elif int.from_bytes(checksum) != zlib.crc32(content, zlib.crc32(name)):
            self._damaged.append(name.decode("latin-1"))
        elif name == b"tRNS":
            self._take_transparency(content)
        elif name in _LENGTHS:
            self._take_description(name, content, checksum)
        else:
            self._take_beside(name, content)

    def sorted_file(self, data: bytes) -> SortedFile:
        """All that was taken."""
        if self._damaged:
            self._notices.append(left_out(self._damaged))
        pixels = b"".join([SIGNATURE, *self._before, *self._pixels])
        return SortedFile(
            data if pixels == data else pixels,
            self._profile,
            self._exif,
            tuple(self._notices),
            self._xmp,
            self._iptc,
        )

    def _keep(self, name: bytes, content: memoryview, checksum: bytes) -> None:
        # What describes the pixels comes before them, wherever it stood.
        where = self._before if name in (b"IHDR", b"PLTE") else self._pixels
        where += chunk(name, content, checksum)

    def _take_beside(self, name: bytes, content: memoryview) -> None:
        if name == b"iCCP":
            self._take_profile(bytes(content))
        elif name == b"acTL" and int.from_bytes(content[:4]) > 1:
            self._notices.append(ANIMATED)
        elif name == b"eXIf":
            self._exif = bytes(content)
        elif name == b"iTXt" and bytes(content[: len(_XMP)]) == _XMP:
            self._xmp = _international_text(bytes(content[len(_XMP) : _MOST_EXIF_BYTES]))
        elif name in _TEXTS:
            self._take_text(name, bytes(content[:_MOST_EXIF_BYTES]))

    def _take_description(self, name: bytes, content: memoryview, checksum: bytes) -> None:
        if len(content) == _LENGTHS[name]:
            self._before += [_HEAD.pack(len(content), name), content, checksum]
        else:
            self._damaged.append(name.decode("latin-1"))

    def _take_transparency(self, content: memoryview) -> None:
        if self._kind in _TRNS_BYTES and len(content) != _TRNS_BYTES[self._kind]:
            self._damaged.append("tRNS")
            return
        told = bytes(content)
        if self._kind == _GREY and self._depth in (2, 4):
            # Pillow compares the value with pixels that it has spread over 8 bits.
            value = int.from_bytes(told) & ((1 << self._depth) - 1)
            told = (value * 255 // ((1 << self._depth) - 1)).to_bytes(2)
        self._before.append(_HEAD.pack(len(told), b"tRNS") + told)
        self._before.append(zlib.crc32(told, zlib.crc32(b"tRNS")).to_bytes(4))

    def _take_profile(self, content: bytes) -> None:
        _, _, packed = content.partition(b"\0")
        inflated = _inflated(packed[1:], self._most_profile_bytes + 1)
        if inflated is None:
            self._notices.append(damaged_profile())
        else:
            self._profile = inflated

    def _take_text(self, name: bytes, content: bytes) -> None:
        """EXIF as older programs write it, and IPTC as all do: as hexadecimal digits in a text."""
        if content.startswith(EXIF_AS_TEXT) and self._exif is None:
            self._exif = _raw_profile(name, content[len(EXIF_AS_TEXT) :])
            if self._exif is None:
                self._notices.append(DAMAGED_EXIF)
        elif content.startswith(_IPTC_AS_TEXT):
            profile = _raw_profile(name, content[len(_IPTC_AS_TEXT) :])
            self._iptc = iptc_in(profile) or profile
            if profile is None:
                self._damaged.append(name.decode("latin-1"))


def _raw_profile(name: bytes, content: bytes) -> bytes | None:
    """The bytes behind the keyword of a text, which ImageMagick came up with; None if damaged."""
    packed = name == b"zTXt" and content
    digits = _inflated(content[1:], _MOST_EXIF_BYTES) if packed else content
    try:
        return binascii.unhexlify(b"".join((digits or b"").split(b"\n")[3:]))
    except ValueError:
        return None


def _international_text(content: bytes) -> bytes | None:
    """What an iTXt chunk says; `content` follows its keyword. None where it is damaged."""
    rest = content[2:].split(b"\0", 2)
    if len(rest) < 3:
        return None
    return _inflated(rest[2], _MOST_EXIF_BYTES) if content[0] else rest[2]


def _inflated(packed: bytes, most: int) -> bytes | None:
    """At most so many bytes of what zlib has packed; None where it is damaged or cut."""
    unpacking = zlib.decompressobj()
    try:
        data = unpacking.decompress(packed, most)
    except zlib.error:
        return None
    return data if unpacking.eof or len(data) == most else None
