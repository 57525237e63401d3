"""JSON that is still coming: its pictures are decoded as they come, and their text is dropped.

Gathering a frame of 20 MB as text and decoding it afterwards makes a brush stroke in another thread
wait five times as long for the interpreter lock (99th percentile, measured); and whoever watches
has the picture's file before its frame is complete.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Mapping
from typing import Protocol

import pybase64

from inpaint_studio.contract.image_text import MARK, encode_base64

_OPENING = re.compile(rb'"b64_json"\s{0,16}:\s{0,16}"')
_REACH = 48
"""More bytes than an opening has: it may begin in one piece and end in the next."""
_ARRIVED = f"{MARK}arrived "


class PictureWatch(Protocol):
    """Is told of the pictures in a stream while their files come in; must not block.

    What begins may never end, or end in something else than base64: only whoever is given the
    whole file knows that it was a picture.
    """

    def begin(self) -> None:
        """A picture begins; the former one is over."""

    def take(self, piece: bytes) -> None:
        """The next bytes of its file."""


class ArrivingJson:
    """JSON in pieces: strict base64 under `b64_json` is decoded, everything else stays text."""

    def __init__(self, watch: PictureWatch | None = None) -> None:
        self._watch = watch
        self._text = bytearray()
        self._sought = 0
        self._picture: _ArrivingPicture | None = None
        self._pictures: dict[str, bytes] = {}

    def write(self, piece: bytes) -> None:
        """Take the next bytes, split anywhere."""
        while piece:
            picture = self._picture
            piece = self._seek(piece) if picture is None else self._go_on(picture, piece)

    def finish(self) -> tuple[bytes, Mapping[str, bytes]]:
        """The JSON, and the pictures that belong where it says what they are called."""
        if self._picture is not None:
            self._give_up(self._picture)
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
        self._picture, self._sought = _ArrivingPicture(), start
        if self._watch is not None:
            self._watch.begin()
        return piece[len(piece) - rest :]

    def _go_on(self, picture: _ArrivingPicture, piece: bytes) -> bytes:
        """Decode the text up to the quotation mark that ends it; what follows is JSON again."""
        end = piece.find(b'"')
        try:
            decoded = picture.take(piece if end < 0 else piece[:end], is_last=end >= 0)
        except binascii.Error:
            self._give_up(picture)
            return piece
        if self._watch is not None and decoded:
            self._watch.take(decoded)
        if end < 0:
            return b""
        self._keep(b"".join(picture.pieces))
        return piece[end:]

    def _keep(self, content: bytes) -> None:
        if content:
            mark = f"{_ARRIVED}{len(self._pictures)}"
            self._pictures[mark] = content
            self._text += mark.encode()
        self._picture, self._sought = None, len(self._text)

    def _give_up(self, picture: _ArrivingPicture) -> None:
        """Put back the text of what is no plain base64: somebody else knows how to take it."""
        self._text += picture.text
        self._picture, self._sought = None, len(self._text)


class _ArrivingPicture:
    """Strict base64 in pieces."""

    def __init__(self) -> None:
        self.pieces: list[bytes] = []
        self._rest = b""
        self._is_padded = False

    @property
    def text(self) -> bytes:
        """The text taken so far."""
        return b"".join([*map(encode_base64, self.pieces), self._rest])

    def take(self, text: bytes, *, is_last: bool) -> bytes:
        """What the next part of the text stands for.

        Raises:
            binascii.Error: it is not strictly base64; nothing of it was taken.
        """
        text = self._rest + text
        whole = len(text) - len(text) % 4
        if (self._is_padded and text) or (is_last and whole < len(text)):
            raise binascii.Error("Text after its padding, or cut off")
        decoded = pybase64.b64decode(memoryview(text)[:whole], validate=True)
        self.pieces.append(decoded)
        self._rest = text[whole:]
        self._is_padded = text[:whole].endswith(b"=")
        return decoded
