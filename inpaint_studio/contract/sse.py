"""Server-sent events at the level of bytes: an incremental, bounded decoder, and an encoder.

Bytes rather than text, because one event may carry twenty megabytes of base64 that nobody should
decode as UTF-8 first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from inpaint_studio.errors import ProtocolError
from inpaint_studio.phrase import Phrase

MAX_EVENT_BYTES = 64 * 1024 * 1024
"""A 3840x2160 PNG of noise is 33 MB as base64; nothing honest is twice that."""

_BOM = b"\xef\xbb\xbf"
_DATA = b"data: "


@dataclass(frozen=True, slots=True)
class ServerEvent:
    """One dispatched event; `name` is empty for data-only events, `retry_ms` rarely given."""

    data: bytes
    name: str = ""
    id: str | None = None
    retry_ms: int | None = None


class SseDecoder:
    """Turns chunks of a `text/event-stream`, split anywhere, into events.

    Line ends may be CR, LF or CRLF, also mixed. Holds at most `max_event_bytes` of one event.
    """

    def __init__(self, max_event_bytes: int = MAX_EVENT_BYTES) -> None:
        self._limit = max_event_bytes
        self._line = BytesIO()
        self._data: list[bytes] = []
        self._held = 0
        self._name = ""
        self._id: str | None = None
        self._retry_ms: int | None = None
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
        """Keep the beginning or middle of a line; of a long `data:` line, the value alone."""
        if not self._line.tell() and not self._in_data and piece.startswith(_DATA):
            # Taking the name off at the end would copy megabytes.
            self._in_data, piece = True, piece[len(_DATA) :]
        self._line.write(piece)

    def _end_line(self, tail: bytes) -> Iterator[ServerEvent]:
        line = self._whole(tail)
        if self._at_start and not self._in_data:
            line = line.removeprefix(_BOM)
        self._at_start = False
        if self._in_data:
            self._data.append(line)
            self._in_data = False
        elif line:
            self._read_field(line)
        else:
            yield from self._dispatch()

    def _whole(self, tail: bytes) -> bytes:
        if not self._line.tell():
            return tail
        self._line.write(tail)
        line = self._line.getvalue()  # shares its memory; joining a list would double it
        self._line = BytesIO()
        return line

    def _read_field(self, line: bytes) -> None:
        colon = line.find(b":")
        field = line if colon < 0 else line[:colon]
        start = colon + 2 if line[colon + 1 : colon + 2] == b" " else colon + 1
        value = b"" if colon < 0 else line[start:]
        if field == b"data":
            self._data.append(value)
        elif field == b"event":
            self._name = value.decode("utf-8", "replace")
        elif field == b"id" and b"\0" not in value:
            self._id = value.decode("utf-8", "replace")
        elif field == b"retry" and value.isdigit():
            self._retry_ms = int(value[:9])
        if not self._data:
            self._held = len(self._name)  # comments and other fields are not kept

    def _dispatch(self) -> Iterator[ServerEvent]:
        data, name = self._data, self._name
        self._data, self._name, self._held = [], "", 0
        if data:
            yield ServerEvent(b"\n".join(data), name, self._id, self._retry_ms)


def encode(event_name: str, data: bytes | str) -> bytes:
    """One event as it goes on the wire; a data-only event when the name is empty."""
    payload = data.encode() if isinstance(data, str) else data
    head = f"event: {event_name}\n".encode() if event_name else b""
    lines = payload.splitlines() if b"\n" in payload or b"\r" in payload else [payload]
    return b"".join((head, *(b"data: " + line + b"\n" for line in lines), b"\n"))
