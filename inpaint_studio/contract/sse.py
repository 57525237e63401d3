"""Server-sent events at the level of bytes: an incremental, bounded decoder, and an encoder.

Bytes rather than text, because one event may carry twenty megabytes of base64 that nobody should
decode as UTF-8 first, or hold at all: pictures are taken out of the data while it comes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from inpaint_studio.contract.incremental_json import IncrementalJson, PictureWatch
from inpaint_studio.errors import ProtocolError
from inpaint_studio.phrase import Phrase

MAX_EVENT_BYTES = 64 * 1024 * 1024
"""A 3840x2160 PNG of noise is 33 MB as base64; nothing honest is twice that."""

_BOM = b"\xef\xbb\xbf"
_DATA = b"data: "


@dataclass(frozen=True, slots=True)
class ServerEvent:
    """One dispatched event; `name` is empty for data-only events.

    `pictures` were taken out of the data, which says by these names where they belong.
    """

    data: bytes
    name: str = ""
    id: str | None = None
    pictures: Mapping[str, bytes] = field(default_factory=dict)


class SseDecoder:
    """Turns chunks of a `text/event-stream`, split anywhere, into events.

    Line ends may be CR, LF or CRLF, also mixed. Holds at most `max_event_bytes` of one event.
    `watch` is told of the pictures while they come.
    """

    def __init__(
        self, max_event_bytes: int = MAX_EVENT_BYTES, watch: PictureWatch | None = None
    ) -> None:
        self._limit = max_event_bytes
        self._watch = watch
        self._line = bytearray()
        self._data: IncrementalJson | None = None
        self._held = 0
        self._name = ""
        self._id: str | None = None
        self._in_data = False
        self._at_start = True
        self._after_cr = False

    def feed(self, chunk: bytes) -> Iterator[ServerEvent]:
        """The events completed by `chunk`; the iterator must be run to its end.

        Raises:
            ProtocolError: an event is larger than the limit.
        """
        if self._after_cr and chunk[:1] == b"\n":
            chunk = chunk[1:]
            self._after_cr = False
        if not chunk:
            return
        self._after_cr = chunk.endswith(b"\r")
        # Most chunks are the middle of a picture, which splitting would only copy.
        whole = b"\n" not in chunk and b"\r" not in chunk
        for piece in (chunk,) if whole else chunk.splitlines(keepends=True):
            yield from self._take(piece)

    def finish(self) -> Iterator[ServerEvent]:
        """The event a server left without its closing blank line, when the stream has ended."""
        yield from self._end_line(b"")
        yield from self._dispatch()

    def _take(self, piece: bytes) -> Iterator[ServerEvent]:
        self._held += len(piece)
        if self._held > self._limit:
            raise ProtocolError(
                "The answer is too large",
                Phrase(
                    "One event of the stream exceeds {megabytes} MB. Ask for a smaller size.",
                    megabytes=self._limit // 1_048_576,
                ),
            )
        if piece.endswith((b"\n", b"\r")):
            yield from self._end_line(piece.rstrip(b"\r\n"))
        else:
            self._hold(piece)

    def _hold(self, piece: bytes) -> None:
        """Keep the beginning or middle of a line; of a `data:` line, hand on the value."""
        if not self._line and not self._in_data and piece.startswith(_DATA):
            self._in_data = True
            self._next_data(piece[len(_DATA) :])
        elif self._data is not None and self._in_data:
            self._data.write(piece)
        else:
            self._line += piece

    def _end_line(self, tail: bytes) -> Iterator[ServerEvent]:
        if self._data is not None and self._in_data:
            self._data.write(tail)
            self._in_data = self._at_start = False
            return
        line = bytes(self._line) + tail
        self._line.clear()
        if self._at_start:
            line = line.removeprefix(_BOM)
        self._at_start = False
        if line:
            self._read_field(line)
        else:
            yield from self._dispatch()

    def _next_data(self, value: bytes) -> None:
        """Begin the data of an event, or the next line of it."""
        if self._data is None:
            self._data = IncrementalJson(self._watch)
        else:
            self._data.write(b"\n")
        self._data.write(value)

    def _read_field(self, line: bytes) -> None:
        colon = line.find(b":")
        name = line if colon < 0 else line[:colon]
        start = colon + 2 if line[colon + 1 : colon + 2] == b" " else colon + 1
        value = b"" if colon < 0 else line[start:]
        if name == b"data":
            self._next_data(value)
        elif name == b"event":
            self._name = value.decode("utf-8", "replace")
        elif name == b"id" and b"\0" not in value:
            self._id = value.decode("utf-8", "replace")
        if self._data is None:
            self._held = len(self._name)  # comments and other fields are not kept

    def _dispatch(self) -> Iterator[ServerEvent]:
        data, name = self._data, self._name
        self._data, self._name, self._held = None, "", 0
        if data is not None:
            text, pictures = data.finish()
            yield ServerEvent(text, name, self._id, pictures)


def encode(event_name: str, data: bytes | str) -> bytes:
    """One event as it goes on the wire; a data-only event when the name is empty."""
    payload = data.encode() if isinstance(data, str) else data
    head = f"event: {event_name}\n".encode() if event_name else b""
    lines = payload.splitlines() if b"\n" in payload or b"\r" in payload else [payload]
    return b"".join((head, *(b"data: " + line + b"\n" for line in lines), b"\n"))
