"""A picture that is decoded while its file comes in: after the last byte, little is left to do.

For the files that `plain_decode` takes, and with the same pixels. Pillow's own decoders take a file
in pieces and leave the interpreter lock alone meanwhile; here they write straight into an array.
PNG: ISO/IEC 15948, JPEG: ITU-T T.81.
"""

from __future__ import annotations

import struct
import zlib
from typing import Any

import cv2
import numpy as np
from PIL import Image

from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.geometry import Size
from inpaint_studio.picture.image_file import MAX_EDGE, MAX_PIXELS
from inpaint_studio.picture.plain_decode import Opening, plain_opening, plain_size

_MOST_OPENING_BYTES = 1 << 20
"""What comes before the pixels: 64 KB segments and chunks of text, if anything."""
_BAND_ROWS = 32
"""OpenCV copies what it converts in place: within the processor's cache, six times faster."""
_SIGNATURE_BYTES = 8
_HEADER = struct.Struct(">I4s")
_CRC_BYTES = 4


class GrowingPicture:
    """One file. Not for several threads at once; `feed` and `finish` are slow, for a worker."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._head = b""
        self._is_given_up = False
        self._decoding: _Decoding | None = None

    def feed(self, piece: bytes) -> None:
        """Decode as far as the file has come now."""
        self._pieces.append(piece)
        if self._is_given_up:
            return
        if self._decoding is not None:
            self._decoding.feed(piece)
            return
        self._head += piece
        opening = plain_opening(self._head)
        if opening is not None and not opening.is_interlaced and _fits(opening.size):
            self._decoding = _Decoding(opening)
            self._decoding.feed(self._head[0 if opening.is_jpeg else _SIGNATURE_BYTES :])
        self._is_given_up = self._decoding is None and len(self._head) > _MOST_OPENING_BYTES

    def finish(self, data: bytes) -> Pixels | None:
        """BGRA of the file `data`; None where that is not what came, or is no plain picture."""
        if self._decoding is None or not self._is(data):
            return None
        pixels = self._decoding.finish()
        if pixels is None or plain_size(data) != Size(pixels.shape[1], pixels.shape[0]):
            return None
        return pixels

    def _is(self, data: bytes) -> bool:
        at = 0
        for piece in self._pieces:
            if not data.startswith(piece, at):
                return False
            at += len(piece)
        return at == len(data)


def _fits(size: Size) -> bool:
    """Whether the picture may be decoded at all; one that is too large takes no memory."""
    return size.width * size.height <= MAX_PIXELS and max(size) <= MAX_EDGE


class _Decoding:
    """The pixels so far; the decoders write whole rows, the upper first."""

    def __init__(self, opening: Opening) -> None:
        width, height = opening.size
        # Memory that nobody has written to yet costs nothing.
        self._pixels = np.zeros((height, width, 4), np.uint8)
        self._opening = opening
        self._rows = 0
        self._chunks = _PngPixels()
        self._rest = b""
        self._has_ended = self._has_failed = False
        mode = "RGBA" if opening.has_alpha else "RGBX"
        # An image over the array's memory: what is decoded into one is in the other.
        self._image = Image.frombuffer(mode, opening.size, self._pixels, "raw", mode, 0, 1)
        self._decoder = _decoder(opening, mode)
        self._decoder.setimage(self._image.im, (0, 0, width, height))

    def feed(self, piece: bytes) -> None:
        """Decode the next bytes of the file."""
        data = self._rest + (piece if self._opening.is_jpeg else self._chunks.take(piece))
        if self._has_ended:
            return
        count, error = self._decoder.decode(data)
        self._has_ended, self._has_failed = count < 0, error < 0
        self._rest = b"" if self._has_ended else data[count:]
        if not self._opening.has_alpha:
            self._take_rows()

    def finish(self) -> Pixels | None:
        """The picture, if all of it has come."""
        is_short = not self._opening.has_alpha and self._rows < len(self._pixels)
        has_failed = self._has_failed or self._chunks.is_damaged
        return self._pixels if self._has_ended and not has_failed and not is_short else None

    def _take_rows(self) -> None:
        """Count the rows that are there, which are opaque; libjpeg leaves red and blue to us."""
        end = self._rows + int(np.count_nonzero(self._pixels[self._rows :, -1, 3]))
        if self._opening.is_jpeg:
            for start in range(self._rows, end, _BAND_ROWS):
                band = self._pixels[start : min(start + _BAND_ROWS, end)]
                cv2.cvtColor(band, cv2.COLOR_RGBA2BGRA, dst=band)
        self._rows = end


def _decoder(opening: Opening, mode: str) -> Any:
    """Pillow's decoder, told to write blue first where it can."""
    core: Any = Image.core  # type: ignore[attr-defined]
    if opening.is_jpeg:
        return core.jpeg_decoder(mode, "RGB", "")
    return core.zip_decoder(mode, "BGRA" if opening.has_alpha else "BGR")


class _PngPixels:
    """Takes the compressed pixels out of the chunks of a PNG, which come in pieces, cut anywhere.

    `is_damaged` where a checksum was wrong: decoders stop at the last row, before zlib's own.
    """

    def __init__(self) -> None:
        self.is_damaged = False
        self._header = b""
        self._left = 0  # of a chunk's content and its checksum
        self._is_wanted = False
        self._sum = 0
        self._stated = b""

    def take(self, piece: bytes) -> bytes:
        """What the next piece holds of them."""
        data, at, found = self._header + piece, 0, []
        self._header = b""
        while at < len(data):
            if self._left:
                end = min(at + self._left, len(data))
                content = self._checked(data[at:end])
                found.append(content if self._is_wanted else b"")
                self._left -= end - at
                at = end
            elif len(data) - at < _HEADER.size:
                self._header, at = data[at:], len(data)
            else:
                length, name = _HEADER.unpack_from(data, at)
                self._left, self._is_wanted = length + _CRC_BYTES, name == b"IDAT"
                self._sum, self._stated = zlib.crc32(name), b""
                at += _HEADER.size
        return b"".join(found)

    def _checked(self, part: bytes) -> bytes:
        """The content in the next part of a chunk, which may reach into its checksum."""
        content = part[: max(0, self._left - _CRC_BYTES)]
        self._sum = zlib.crc32(content, self._sum)
        self._stated += part[len(content) :]
        if len(self._stated) == _CRC_BYTES and int.from_bytes(self._stated) != self._sum:
            self.is_damaged = True
        return content
