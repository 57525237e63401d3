"""Incremental JSON: its pictures are decoded as they come, and their text is dropped.

Gathering a frame of 20 MB as text and decoding it afterwards makes a brush stroke in another thread
wait five times as long for the interpreter lock (99th percentile, measured); `json.loads` of it
alone holds that for 25-37 ms. And whoever watches has the picture's file before its frame is
complete.
"""

from __future__ import annotations

import binascii
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import pybase64

from inpaint_studio.contract.foreign_json import parse_foreign_json
from inpaint_studio.contract.image_text import STEP, decode_base64, encode_base64
from inpaint_studio.errors import ProtocolError

_OPENING = re.compile(rb'"b64_json"\s{0,16}:\s{0,16}"')
_REACH = 48
"""More bytes than an opening has: it may begin in one piece and end in the next."""
_MARK = f"picture {secrets.token_hex(8)} "
"""Begins what stands in the JSON for a picture taken out: nothing that a server could guess."""


class PictureWatch(Protocol):
    """Is told of the pictures in a stream while their files come in; must not block.

    What begins may never end, or end in something else than base64: only whoever is given the
    whole file knows that it was a picture.
    """

    def begin(self) -> None:
        """A picture begins; the former one is over."""

    def take(self, piece: bytes) -> None:
        """The next bytes of its file."""


@dataclass(frozen=True, slots=True)
class PictureJson:
    """A JSON value together with the pictures taken out of it."""

    value: Any
    pictures: Mapping[str, bytes]

    def picture(self, text: str) -> bytes:
        """The bytes a `b64_json` value of `value` stands for.

        Raises:
            ProtocolError: it is not base64.
        """
        taken_out = self.pictures.get(text)
        return decode_base64(text.encode("utf-8", "replace")) if taken_out is None else taken_out


def read_json(data: bytes, pictures: Mapping[str, bytes] | None = None) -> PictureJson:
    """Whole JSON; `pictures` were taken out of it while it came.

    Raises:
        ProtocolError: the bytes are not JSON.
    """
    if pictures is None:
        reader = IncrementalJson()
        for start in range(0, len(data), STEP):
            reader.write(data[start : start + STEP])
        data, pictures = reader.finish()
    try:
        return PictureJson(parse_foreign_json(data), pictures)
    except ValueError as error:
        raise ProtocolError(
            "The answer cannot be read", "The endpoint sent JSON that is broken or cut off."
        ) from error


class IncrementalJson:
    """JSON in pieces: what is base64 under `b64_json` is decoded, everything else stays text."""

    def __init__(self, watch: PictureWatch | None = None) -> None:
        self._watch = watch
        self._text = bytearray()
        self._sought = 0
        self._picture: _IncrementalPicture | None = None
        self._pictures: dict[str, bytes] = {}

    def write(self, piece: bytes) -> None:
        """Take the next bytes, split anywhere."""
        while piece:
            picture = self._picture
            piece = self._seek(piece) if picture is None else self._go_on(picture, piece)

    def finish(self) -> tuple[bytes, Mapping[str, bytes]]:
        """The JSON, and the pictures that belong where it says what they are called."""
        if self._picture is not None:
            self._text += self._picture.text
        return bytes(self._text), self._pictures

    def _seek(self, piece: bytes) -> bytes:
        """Keep the text up to where a picture begins; what follows is the picture's."""
        self._text += piece
        opening = _OPENING.search(self._text, self._sought)
        if opening is None:
            self._sought = max(self._sought, len(self._text) - _REACH)
            return b""
        start, rest = opening.end(), len(self._text) - opening.end()
        del self._text[start:]
        self._picture = _IncrementalPicture()
        if self._watch is not None:
            self._watch.begin()
        return piece[len(piece) - rest :]

    def _go_on(self, picture: _IncrementalPicture, piece: bytes) -> bytes:
        """Decode the text up to the quotation mark that ends it; what follows is JSON again."""
        end = piece.find(b'"')
        decoded = picture.take(piece if end < 0 else piece[:end])
        if self._watch is not None and decoded:
            self._watch.take(decoded)
        if end < 0:
            return b""
        self._keep(picture)
        return piece[end:]

    def _keep(self, picture: _IncrementalPicture) -> None:
        content = picture.content()
        if content:
            mark = f"{_MARK}{len(self._pictures)}"
            self._pictures[mark] = content
            self._text += mark.encode()
        else:
            self._text += picture.text
        self._picture, self._sought = None, len(self._text)


class _IncrementalPicture:
    """Base64 in pieces: decoded as long as it is strict, gathered as text from there on."""

    def __init__(self) -> None:
        # Not one growing buffer: beside four of these a stroke waits 35 ms (99th percentile) for
        # the interpreter lock where pieces cost it 27.
        self._pieces: list[bytes] = []
        self._is_padded = False
        self._rest = b""
        self._odd: list[bytes] = []

    @property
    def text(self) -> bytes:
        """The text taken so far."""
        return b"".join([*map(encode_base64, self._pieces), *self._odd, self._rest])

    def take(self, text: bytes) -> bytes:
        """What the next part of the text stands for, as far as that is known by now."""
        if self._odd:
            self._odd.append(text)
            return b""
        text = self._rest + text
        whole = len(text) - len(text) % 4
        try:
            if self._is_padded and text:
                raise binascii.Error("Text after its padding")
            decoded = pybase64.b64decode(memoryview(text)[:whole], validate=True)
        except binascii.Error:
            self._odd, self._rest = [text], b""
            return b""
        self._pieces.append(decoded)
        self._rest = text[whole:]
        self._is_padded = text[:whole].endswith(b"=")
        return decoded

    def content(self) -> bytes:
        """The picture's file, now that its text is complete; empty where it is not base64.

        Escaped slashes, as PHP writes them, are left to JSON.
        """
        if not (self._odd or self._rest):
            return b"".join(self._pieces)
        text = self.text
        self._pieces, self._odd, self._rest = [], [text], b""  # not held twice
        try:
            return decode_base64(text)
        except ProtocolError:
            return b""
