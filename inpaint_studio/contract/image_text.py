"""Base64, decoded and made in small steps.

The standard library's `b64decode` of a 20 MB frame holds the interpreter lock for 60-176 ms
(measured), which makes a brush stroke in another thread stutter. Decoding with SIMD instructions,
which takes 5 ms, in steps does not.
"""

from __future__ import annotations

import binascii
import json
import string
from collections.abc import Mapping
from io import BytesIO
from typing import Any

import pybase64

from inpaint_studio.errors import ProtocolError

STEP = 1024 * 1024
"""Characters decoded at a time; a multiple of 4."""

_URL_SAFE = bytes.maketrans(b"-_", b"+/")


def decode_base64(text: bytes) -> bytes:
    """Bytes of a base64 text; strict first, then with all that servers are known to do to it.

    Tolerated: a `data:` URL prefix, white space, the URL-safe alphabet, missing padding.

    Raises:
        ProtocolError: it is not base64 at all.
    """
    try:
        return _decode_strictly(text)
    except binascii.Error:
        pass
    try:
        return _decode_strictly(_clean(text))
    except binascii.Error as error:
        raise ProtocolError(
            "The picture cannot be read", "The endpoint sent a picture that is not valid base64."
        ) from error


def _decode_strictly(text: bytes) -> bytes:
    view = memoryview(text)
    decoded = BytesIO()  # gives its memory away undoubled, which joining a list does not
    for start in range(0, len(text), STEP):
        decoded.write(pybase64.b64decode(view[start : start + STEP], validate=True))
    return decoded.getvalue()


def _clean(text: bytes) -> bytes:
    cleaned = text.translate(_URL_SAFE, string.whitespace.encode())
    if text[:5].lower() == b"data:":
        cleaned = cleaned.partition(b",")[2]
    cleaned = cleaned.rstrip(b"=")
    return cleaned + b"=" * (-len(cleaned) % 4)


def encode_base64(data: bytes | memoryview) -> bytes:
    """Base64 of `data`, made in small steps."""
    view, step = memoryview(data), STEP // 4 * 3
    return b"".join(
        pybase64.b64encode(view[start : start + step]) for start in range(0, len(view), step)
    )


def write_json(value: Mapping[str, Any], pictures: Mapping[str, bytes]) -> bytes:
    """Compact JSON in which each string that is a key of `pictures` becomes that file's base64.

    The keys must be strings that occur nowhere else in `value`.
    """
    text = json.dumps(value, separators=(",", ":")).encode()
    for mark, picture in pictures.items():
        head, _, tail = text.partition(json.dumps(mark).encode())
        text = b"".join((head, b'"', encode_base64(picture), b'"', tail))
    return text
