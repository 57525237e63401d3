"""Pictures inside JSON: base64 taken out before the JSON is read, and decoded in small steps.

`json.loads` of a 20 MB frame holds the interpreter lock for 25-37 ms and the standard library's
`b64decode` of it for 60-176 ms (measured): either makes a brush stroke in another thread stutter.
Cutting the base64 out of the bytes and decoding it with SIMD instructions, which takes 5 ms, in
steps does not.
"""

from __future__ import annotations

import binascii
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pybase64

from inpaint_studio.errors import ProtocolError

STEP = 1024 * 1024
"""Characters decoded at a time; a multiple of 4."""

_KEY = b'"b64_json"'
_OPENING = re.compile(rb'\s*:\s*"')
MARK = "\ue000"
"""Begins what stands in the JSON for a picture taken out: a private character base64 never has."""
_CUT = f"{MARK}picture "

_URL_SAFE = bytes.maketrans(b"-_", b"+/")


@dataclass(frozen=True, slots=True)
class PictureJson:
    """A JSON object together with the pictures, and the base64 of others, taken out of it."""

    value: Any
    texts: Mapping[str, memoryview]
    pictures: Mapping[str, bytes]

    def picture(self, text: str) -> bytes:
        """The bytes a `b64_json` value of `value` stands for.

        Raises:
            ProtocolError: it is not base64.
        """
        if text in self.pictures:
            return self.pictures[text]
        cut = self.texts.get(text)
        return decode_base64(memoryview(text.encode("utf-8", "replace")) if cut is None else cut)


def read_json(data: bytes, pictures: Mapping[str, bytes] | None = None) -> PictureJson:
    """JSON whose `b64_json` values are kept aside undecoded; `pictures` were before.

    Raises:
        ProtocolError: the bytes are not JSON.
    """
    texts: dict[str, memoryview] = {}
    try:
        return PictureJson(json.loads(_cut_pictures(data, texts)), texts, pictures or {})
    except (ValueError, RecursionError) as error:
        raise ProtocolError(
            "The answer cannot be read", "The endpoint sent JSON that is broken or cut off."
        ) from error


def _cut_pictures(data: bytes, texts: dict[str, memoryview]) -> bytes:
    view, pieces, kept_to = memoryview(data), [], 0
    for start, end in _picture_spans(data):
        mark = f"{_CUT}{len(texts)}"
        pieces += [data[kept_to:start], mark.encode()]
        texts[mark] = view[start:end]
        kept_to = end
    return b"".join((*pieces, data[kept_to:]))


def _picture_spans(data: bytes) -> Iterator[tuple[int, int]]:
    """Where the base64 texts begin and end, found without ever searching through one."""
    at = data.find(_KEY)
    while at >= 0:
        opening = _OPENING.match(data, at + len(_KEY))
        start = opening.end() if opening else len(data)
        end = data.find(b'"', start)
        is_taken = data.startswith(MARK.encode(), start)
        # Escaped slashes, as PHP writes them, are json's work.
        if opening and end >= 0 and not is_taken and data.find(b"\\", start, end) < 0:
            yield start, end
        at = data.find(_KEY, max(at + 1, end))


def decode_base64(text: memoryview) -> bytes:
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
        return _decode_strictly(memoryview(_clean(bytes(text))))
    except binascii.Error as error:
        raise ProtocolError(
            "The picture cannot be read", "The endpoint sent a picture that is not valid base64."
        ) from error


def _decode_strictly(text: memoryview) -> bytes:
    decoded = BytesIO()  # gives its memory away undoubled, which joining a list does not
    for start in range(0, len(text), STEP):
        decoded.write(pybase64.b64decode(text[start : start + STEP], validate=True))
    return decoded.getvalue()


def _clean(text: bytes) -> bytes:
    if text[:5].lower() == b"data:":
        text = text.partition(b",")[2]
    text = b"".join(text.split()).translate(_URL_SAFE).rstrip(b"=")
    return text + b"=" * (-len(text) % 4)


def encode_base64(data: bytes) -> bytes:
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
