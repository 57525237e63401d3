"""The chunks of a PNG file that comes in pieces: the one place that reads them (ISO/IEC 15948)."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"
EXIF_AS_TEXT = b"Raw profile type exif\0"
"""What a text begins with that is EXIF, as older programs write it."""
_HEADER = struct.Struct(">I4s")
_CRC_BYTES = 4


class PngChunks:
    """Takes what follows the signature, cut anywhere.

    `is_damaged` where a checksum was wrong, `is_between` after the end of a chunk.
    """

    def __init__(self) -> None:
        self.is_damaged = False
        self._name = b""
        self._header = b""
        self._left = 0  # of a chunk's content and its checksum
        self._sum = 0
        self._stated = b""

    @property
    def is_between(self) -> bool:
        """Whether every chunk that has begun is there to its end."""
        return not self._left and not self._header

    def take(self, piece: bytes | memoryview) -> Iterator[tuple[bytes, memoryview]]:
        """Name and content of each chunk in the next piece, as far as that reaches.

        A chunk that lies in several pieces comes several times.
        """
        data, at = memoryview(self._header + piece if self._header else piece), 0
        self._header = b""
        while at < len(data):
            if not self._left:
                if len(data) - at < _HEADER.size:
                    self._header = bytes(data[at:])
                    return
                length, self._name = _HEADER.unpack_from(data, at)
                self._left = length + _CRC_BYTES
                self._sum, self._stated = zlib.crc32(self._name), b""
                at += _HEADER.size
            part = data[at : at + self._left]
            yield self._name, self._checked(part)
            self._left -= len(part)
            at += len(part)

    def _checked(self, part: memoryview) -> memoryview:
        """The content in the next part of a chunk, which may reach into its checksum."""
        content = part[: max(0, self._left - _CRC_BYTES)]
        self._sum = zlib.crc32(content, self._sum)
        self._stated += part[len(content) :]
        if len(self._stated) == _CRC_BYTES and int.from_bytes(self._stated) != self._sum:
            self.is_damaged = True
        return content
