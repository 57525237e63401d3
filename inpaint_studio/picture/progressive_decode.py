"""A plain picture decoded while its file comes: after the last byte, little is left to do.

Plain is what endpoints send most: 8-bit RGB or RGBA without profile, palette or orientation, as PNG
(ISO/IEC 15948) or JPEG (ITU-T T.81). Pillow's decoders take such a file in pieces and leave the
interpreter lock alone meanwhile; here they write straight into an array. `PIL.ImageFile.Parser`
begins with PNG and JPEG only when it is closed, and copies the picture afterwards: of 12 megapixels
it leaves 220 ms (JPEG) and 350 ms (PNG) of work for after the last byte, this 3 ms and 6 ms.
"""

from __future__ import annotations

import struct
import weakref
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from PIL import Image

from inpaint_studio.contract.png_chunks import EXIF_AS_TEXT, SIGNATURE, PngChunks
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.decoding_budget import AHEAD, WORK
from inpaint_studio.picture.geometry import MAX_EDGE, MAX_PIXELS, Size

_MOST_OPENING_BYTES = 1 << 20
"""What comes before the pixels: 64 KB segments and chunks of text, if anything."""
_STEP_BYTES = 1 << 19
"""Taken at a time of a file that is there already: what is copied of it holds the lock."""
_BAND_ROWS = 32
"""OpenCV copies what it converts in place: within the processor's cache, six times faster."""
_IHDR = struct.Struct(">IIBBBBB")
_PNG_RGB, _PNG_RGBA = 2, 6
_PNG_MEANS_MORE = {b"PLTE", b"tRNS", b"iCCP", b"eXIf", b"acTL", b"cICP", b"gAMA", b"cHRM"}
_JPEG = b"\xff\xd8"
_JPEG_END = b"\xff\xd9"
_SOF = (0xC0, 0xC2)
"""Baseline and progressive: the kinds of frame that are written."""
_SOF_HEAD = struct.Struct(">BHHB")
_SOS = 0xDA
_JPEG_MEANS_MORE = (b"Exif\0", b"ICC_PROFILE\0", b"MPF\0", b"Adobe")


def decode_plain(data: bytes) -> Pixels | None:
    """BGRA of a whole file; None where it is not plain, too large, cut or damaged."""
    opening = _opening(data[:_MOST_OPENING_BYTES])
    if opening is None:
        return None
    with WORK.hold(opening.size.width * opening.size.height):
        decoding, view = _Decoding(opening), memoryview(data)[opening.begins_at :]
        for at in range(0, len(view), _STEP_BYTES):
            decoding.feed(view[at : at + _STEP_BYTES])
        return decoding.finish(data)


class ProgressivePicture:
    """One file. Not for several threads at once; `feed` and `finish` are slow, for a worker."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._head = b""
        self._decoding: _Decoding | None = None
        self._is_refused = False

    def feed(self, piece: bytes) -> None:
        """Decode as far as the file has come now."""
        self._pieces.append(piece)
        if self._decoding is not None:
            self._decoding.feed(piece)
        elif len(self._head) <= _MOST_OPENING_BYTES and not self._is_refused:
            self._head += piece
            opening = _opening(self._head)
            if opening is not None and self._may_begin(opening):
                self._decoding = _Decoding(opening)
                self._decoding.feed(self._head[opening.begins_at :])

    def _may_begin(self, opening: _Opening) -> bool:
        """Whether there is room for it; what is large beside others is decoded when it has come."""
        pixels = opening.size.width * opening.size.height
        if not self._is_refused and AHEAD.try_take(pixels):
            weakref.finalize(self, AHEAD.give_back, pixels)
            return True
        self._is_refused = True
        return False

    def finish(self, data: bytes) -> Pixels | None:
        """BGRA of the file `data`; None where that is not what came, or is no plain picture."""
        if self._decoding is None or not self._is(data):
            return None
        return self._decoding.finish(data)

    def _is(self, data: bytes) -> bool:
        at = 0
        for piece in self._pieces:
            if not data.startswith(piece, at):
                return False
            at += len(piece)
        return at == len(data)


@dataclass(frozen=True, slots=True)
class _Opening:
    """What is known of a plain picture before its pixels."""

    size: Size
    is_jpeg: bool = False
    has_alpha: bool = False

    @property
    def begins_at(self) -> int:
        """Where what the decoder is given begins."""
        return 0 if self.is_jpeg else len(SIGNATURE)


def _opening(head: bytes) -> _Opening | None:
    """The opening of a file that begins so; None where it is not plain, or not so far."""
    opening = _png_opening(head) if head.startswith(SIGNATURE) else _jpeg_opening(head)
    if opening is None or max(opening.size) > MAX_EDGE:
        return None
    return opening if opening.size.width * opening.size.height <= MAX_PIXELS else None


def _png_opening(head: bytes) -> _Opening | None:
    opening: _Opening | None = None
    for name, content in PngChunks().take(memoryview(head)[len(SIGNATURE) :]):
        if name == b"IDAT":
            return opening
        if name == b"IHDR" and len(content) == _IHDR.size:
            width, height, depth, kind, _, _, laced = _IHDR.unpack(content)
            if depth == 8 and kind in (_PNG_RGB, _PNG_RGBA) and not laced:
                opening = _Opening(Size(width, height), has_alpha=kind == _PNG_RGBA)
        elif opening is None or _means_more(name, content):
            return None
    return None


def _means_more(name: bytes, content: memoryview) -> bool:
    """Whether a chunk says how the pixels are to be shown."""
    return name in _PNG_MEANS_MORE or bytes(content[: len(EXIF_AS_TEXT)]) == EXIF_AS_TEXT


def _jpeg_opening(head: bytes) -> _Opening | None:
    opening = None
    for marker, start, length in _segments(head):
        if marker in _SOF and length >= _SOF_HEAD.size:
            depth, height, width, parts = _SOF_HEAD.unpack_from(head, start)
            is_known = depth == 8 and parts == 3
            opening = _Opening(Size(width, height), is_jpeg=True) if is_known else None
        elif head.startswith(_JPEG_MEANS_MORE, start, start + length):
            return None
        elif marker == _SOS:
            return opening
    return None


def _segments(head: bytes) -> Iterator[tuple[int, int, int]]:
    """Marker, start and length of the content of every segment before the picture itself."""
    at = len(_JPEG)
    while head.startswith(_JPEG) and at + 4 <= len(head) and head[at] == 0xFF:
        marker, length = head[at + 1], int.from_bytes(head[at + 2 : at + 4])
        if at + 2 + length > len(head):
            return
        yield marker, at + 4, length - 2
        if marker == _SOS:
            return
        at += 2 + length


class _Decoding:
    """The pixels so far; the decoders write whole rows, the upper first."""

    def __init__(self, opening: _Opening) -> None:
        width, height = opening.size
        # Memory that nobody has written to yet costs nothing.
        self._pixels = np.zeros((height, width, 4), np.uint8)
        self._opening = opening
        self._rows = 0
        self._chunks = PngChunks()
        self._last_chunk = b""
        self._rest = b""
        self._has_ended = self._has_failed = False
        mode = "RGBA" if opening.has_alpha else "RGBX"
        # An image over the array's memory: what is decoded into one is in the other.
        self._image = Image.frombuffer(mode, opening.size, self._pixels, "raw", mode, 0, 1)
        self._decoder = _decoder(opening, mode)
        self._decoder.setimage(self._image.im, (0, 0, width, height))

    def feed(self, piece: bytes | memoryview) -> None:
        """Decode the next bytes of the file."""
        data = self._rest + (piece if self._opening.is_jpeg else self._png_pixels(piece))
        if self._has_ended:
            return
        count, error = self._decoder.decode(data)
        self._has_ended, self._has_failed = count < 0, self._has_failed or error < 0
        self._rest = b"" if self._has_ended else data[count:]
        if not self._opening.has_alpha:
            self._take_rows()

    def finish(self, data: bytes) -> Pixels | None:
        """The picture, if all of it has come."""
        if self._opening.is_jpeg:
            is_whole = data.endswith(_JPEG_END)
        else:
            is_whole = self._last_chunk == b"IEND" and self._chunks.is_between
        is_short = not self._opening.has_alpha and self._rows < len(self._pixels)
        has_failed = self._has_failed or self._chunks.is_damaged
        is_good = self._has_ended and is_whole and not has_failed and not is_short
        return self._pixels if is_good else None

    def _png_pixels(self, piece: bytes | memoryview) -> bytes:
        """What the next piece holds of the compressed pixels."""
        found = []
        for name, content in self._chunks.take(piece):
            self._last_chunk = name
            if name == b"IDAT":
                found.append(content)
            self._has_failed = self._has_failed or _means_more(name, content)
        return b"".join(found)

    def _take_rows(self) -> None:
        """Count the rows that are there, which are opaque; libjpeg leaves red and blue to us."""
        end = self._rows + int(np.count_nonzero(self._pixels[self._rows :, -1, 3]))
        if self._opening.is_jpeg:
            for start in range(self._rows, end, _BAND_ROWS):
                band = self._pixels[start : min(start + _BAND_ROWS, end)]
                cv2.cvtColor(band, cv2.COLOR_RGBA2BGRA, dst=band)
        self._rows = end


def _decoder(opening: _Opening, mode: str) -> Any:
    """Pillow's decoder, told to write blue first where it can."""
    core: Any = Image.core  # type: ignore[attr-defined]
    if opening.is_jpeg:
        return core.jpeg_decoder(mode, "RGB", "")
    return core.zip_decoder(mode, "BGRA" if opening.has_alpha else "BGR")
