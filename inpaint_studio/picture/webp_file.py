"""WebP files without what may stop a picture from opening (RFC 9649).

The decoder takes no file in which anything is cut, be it only the EXIF data that comes last.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator

from inpaint_studio.picture.sorted_file import SortedFile, left_out

_HEAD = struct.Struct("<4sI")
_FILE_HEAD_BYTES = 12
_PIXELS = (b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF")
_BESIDE = (b"ICCP", b"EXIF", b"XMP ")
_HAS_BESIDE = 0x20 | 0x08 | 0x04
"""Bits of the extended header that promise a profile, EXIF and XMP."""


def is_webp(data: bytes) -> bool:
    """Whether the file is a WebP."""
    return data[:4] == b"RIFF" and data[8:12] == b"WEBP"


def sort_webp(data: bytes) -> SortedFile:
    """What a WebP file holds: its pixels, and what only describes them."""
    kept: list[bytes] = []
    beside: dict[bytes, bytes] = {}
    damaged: list[str] = []
    for name, content, is_whole in chunks(data):
        if name in _PIXELS:
            kept.append(chunk(name, _promising_nothing(content) if name == b"VP8X" else content))
            if not is_whole:
                return SortedFile(data)  # the decoder says how
        elif not is_whole:
            damaged.append(name.decode("latin-1").strip())
        elif name in _BESIDE:
            beside.setdefault(name, content)
    pixels = webp_of(kept)
    if not damaged and _stated_end(data) > len(data):
        damaged.append("RIFF")
    notices = (left_out(damaged),) if damaged else ()
    return SortedFile(
        pixels, beside.get(b"ICCP"), beside.get(b"EXIF"), notices, beside.get(b"XMP ")
    )


def webp_of(parts: Iterable[bytes]) -> bytes:
    """A file of these chunks."""
    body = b"WEBP" + b"".join(parts)
    return _HEAD.pack(b"RIFF", len(body)) + body


def chunks(data: bytes) -> Iterator[tuple[bytes, bytes, bool]]:
    """Name, content and wholeness of each chunk."""
    end = min(len(data), _stated_end(data))
    at = _FILE_HEAD_BYTES
    while at + _HEAD.size <= end:
        name, length = _HEAD.unpack_from(data, at)
        start, stop = at + _HEAD.size, at + _HEAD.size + length
        is_whole = stop <= len(data)
        if not is_whole and name in _BESIDE:  # what it is too long by are the pixels after it
            places = (data.find(each, start) for each in _PIXELS)
            stop = min((place for place in places if place > 0), default=end)
        yield name, data[start:stop], is_whole
        at = stop + (length % 2 if is_whole else 0)


def _stated_end(data: bytes) -> int:
    return _HEAD.size + int.from_bytes(data[4:8], "little")


def chunk(name: bytes, content: bytes) -> bytes:
    """One chunk of a file."""
    return _HEAD.pack(name, len(content)) + content + b"\0" * (len(content) % 2)


def _promising_nothing(header: bytes) -> bytes:
    return bytes((header[0] & ~_HAS_BESIDE & 0xFF,)) + header[1:] if header else header
