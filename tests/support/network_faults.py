"""Every network fault by name: what goes over the wire instead of the proper answer.

Each entry gets the request, the proper answer to it, and the socket. `BEFORE_BODY` holds those that
strike while the request still arrives. Statuses are named `status-503`, with a delay in seconds
`status-429-after-2`, and with an end `status-503-after-0-once`: the next request fares well.
"""

from __future__ import annotations

import asyncio
import gzip
import json
import re
import struct
import zlib
from collections.abc import Callable, Coroutine, Mapping
from typing import Any

from tests.support.proper import Proper
from tests.support.replies import (
    FOREVER_S,
    PNG,
    STREAM_HEAD,
    b64,
    completed,
    frame,
    http_bytes,
    partial,
    reset,
    write,
)

Fault = Callable[[Proper, asyncio.StreamWriter], Coroutine[Any, Any, None]]
Bytes = Callable[[Proper], bytes]

STALL_S = 20.0
"""How long a server that stopped reading keeps its socket: it cannot see the client leave."""

ENDLESS = b" " * 65_536
STATUS = re.compile(r"status-(\d{3})(?:-after-(-?[\w.]+?))?(-once)?")
"""Status, the text of Retry-After, and whether the next request fares well."""


def sends(whole: Bytes) -> Fault:
    """These bytes, then the end of the connection."""

    async def fault(answer: Proper, writer: asyncio.StreamWriter) -> None:
        await write(writer, whole(answer))

    return fault


def sends_and_waits(whole: Bytes) -> Fault:
    """These bytes, then silence on an open connection."""

    async def fault(answer: Proper, writer: asyncio.StreamWriter) -> None:
        await write(writer, whole(answer), FOREVER_S)

    return fault


def sends_and_resets(whole: Bytes) -> Fault:
    """These bytes, then a reset."""

    async def fault(answer: Proper, writer: asyncio.StreamWriter) -> None:
        await write(writer, whole(answer), 0.05)  # what a reset overtakes never arrives
        reset(writer)

    return fault


def drips(whole: Bytes, pause_s: float = 0.05) -> Fault:
    """These bytes one by one."""

    async def fault(answer: Proper, writer: asyncio.StreamWriter) -> None:
        for byte in whole(answer):
            await write(writer, bytes([byte]), pause_s)

    return fault


def repeats(head: bytes, endless: bytes) -> Fault:
    """A body that never ends, as fast as the client takes it."""

    async def fault(answer: Proper, writer: asyncio.StreamWriter) -> None:
        await write(writer, head)
        while True:
            await write(writer, endless)

    return fault


def streams(*frames: Callable[[Proper], bytes]) -> Fault:
    return sends(lambda answer: STREAM_HEAD + b"".join(make(answer) for make in frames))


def plain(change: Callable[[str], str]) -> Fault:
    """A plain answer whose base64 went through `change`."""

    def whole(answer: Proper) -> bytes:
        data = [{"b64_json": change(b64(image))} for image in answer.images]
        return http_bytes(json.dumps({"created": 7, "data": data}).encode())

    return sends(whole)


def pictures(change: Callable[[list[bytes]], list[bytes]]) -> Fault:
    """A plain answer with other pictures."""
    return sends(lambda answer: _whole(change(answer.images)))


def refers_to(url: str) -> Fault:
    body = json.dumps({"data": [{"url": url}]}).encode()
    return sends(lambda answer: http_bytes(body))


def json_body(body: bytes, content_type: str = "application/json", **headers: str) -> Fault:
    return sends(lambda answer: http_bytes(body, content_type, **headers))


def _whole(images: list[bytes]) -> bytes:
    return http_bytes(Proper(images, [], is_streamed=False).body)


def _done(answer: Proper) -> bytes:
    return completed(answer.images[0])


def _first(answer: Proper) -> bytes:
    return partial(0, answer.images[0])


def _half(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _with_line_ends(line_end: bytes) -> Bytes:
    return lambda answer: STREAM_HEAD + _done(answer).replace(b"\n", line_end)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png_bomb(width: int = 65_535, height: int = 65_535) -> bytes:
    """A picture of four thousand million pixels in a few bytes."""
    header = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    rows = zlib.compress(bytes(1 << 16), 9)
    return PNG + _chunk(b"IHDR", header) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


def _gzip_bomb() -> bytes:
    """20 MB in 20 KB."""
    return gzip.compress(b"[" + b" " * 20_000_000)


def _large_header(answer: Proper) -> bytes:
    return http_bytes(answer.body, X_Padding="x" * 1_000_000)


CONNECTION: Mapping[str, Fault] = {
    "hang-up": sends(lambda answer: b""),
    "reset": sends_and_resets(lambda answer: b""),
    "reset-mid-headers": sends_and_resets(lambda answer: answer.whole[:20]),
    "reset-mid-body": sends_and_resets(lambda answer: _half(http_bytes(answer.body))),
    "reset-mid-frame": sends_and_resets(
        lambda answer: STREAM_HEAD + _first(answer) + _half(_done(answer))
    ),
    "cut-body": sends(lambda answer: _half(http_bytes(answer.body))),
    "cut-frame": sends(lambda answer: STREAM_HEAD + _first(answer) + _half(_done(answer))),
    "silence": sends_and_waits(lambda answer: b""),
    "silence-after-headers": sends_and_waits(lambda answer: STREAM_HEAD),
    "silence-after-partial": sends_and_waits(lambda answer: STREAM_HEAD + _first(answer)),
    "slow-headers": drips(lambda answer: answer.whole),
    "slow-body": drips(lambda answer: http_bytes(answer.body)),
    "slow-stream": drips(lambda answer: STREAM_HEAD + b": still here\n\n" * 10_000),
    "keep-alive-cut": sends(lambda answer: _half(http_bytes(answer.body, Connection="keep-alive"))),
    "kept-open": sends_and_waits(lambda answer: http_bytes(answer.body, Connection="keep-alive")),
    "not-http": sends(lambda answer: b"SSH-2.0-OpenSSH_9.2\r\n\r\n"),
    "noise": sends(lambda answer: bytes(range(256)) * 40),
    "bad-chunk": sends(
        lambda answer: b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n"
    ),
    "bad-length": sends(lambda answer: b"HTTP/1.1 200 OK\r\nContent-Length: -7\r\n\r\n{}"),
}
"""What happens to the connection."""

HTTP: Mapping[str, Fault] = {
    "huge-header": sends(_large_header),
    "redirect": sends(
        lambda answer: http_bytes(b"", status=307, Location="http://127.0.0.2:9/v1/images/edits")
    ),
    "html-page": json_body(b"<html><title>Welcome</title><b>Sign in</b></html>", "text/html"),
    "html-error": sends(
        lambda answer: http_bytes(b"<html><h1>Bad gateway</h1></html>", "text/html", 502)
    ),
    "wrong-type": sends(lambda answer: http_bytes(answer.body, "text/plain")),
    "no-type": sends(lambda answer: http_bytes(answer.body, "")),
    "json-for-stream": sends(lambda answer: http_bytes(answer.body)),
    "stream-for-json": streams(_done),
    "stream-named-json": sends(lambda answer: http_bytes(_done(answer))),
    "gzip": sends(lambda answer: http_bytes(gzip.compress(answer.body), Content_Encoding="gzip")),
    "gzip-lie": json_body(b"not compressed at all", Content_Encoding="gzip"),
    "gzip-bomb": sends(lambda answer: http_bytes(_gzip_bomb(), Content_Encoding="gzip")),
    "endless-body": repeats(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{", ENDLESS),
    "endless-error": repeats(b"HTTP/1.1 500 No\r\nConnection: close\r\n\r\n<html>", ENDLESS),
    "empty-body": json_body(b""),
    "broken-json": json_body(b'{"data": [{"b64_json": '),
    "deep-json": json_body(b"[" * 200_000),
    "error-in-200": json_body(b'{"error": {"message": "said so", "code": "odd"}}'),
    "no-data": json_body(b'{"created": 7, "data": []}'),
}
"""What is wrong with the answer around the pictures."""

PICTURES: Mapping[str, Fault] = {
    "cut-base64": plain(lambda text: text[:-7]),
    "garbled-base64": plain(lambda text: "*" + text[1:]),
    "wrapped-base64": plain(
        lambda text: "\n".join(text[k : k + 76] for k in range(0, len(text), 76))
    ),
    "url-safe-base64": plain(lambda text: text.replace("+", "-").replace("/", "_")),
    "unpadded-base64": plain(lambda text: text.rstrip("=")),
    "data-url": plain(lambda text: "data:image/png;base64," + text),
    "no-picture": pictures(lambda images: [b"I am a poem, not a picture."]),
    "cut-picture": pictures(lambda images: [_half(images[0])]),
    "picture-bomb": pictures(lambda images: [png_bomb()]),
    "other-size": pictures(lambda images: [_tiny()]),
    "too-few": pictures(lambda images: images[:1]),
    "too-many": pictures(lambda images: images * 3),
    "url-to-file": refers_to("file:///etc/passwd"),
    "url-to-private": refers_to("http://127.0.0.2:9/secret.png"),
    "url-to-metadata": refers_to("http://169.254.169.254/latest/meta-data"),
    "url-to-nothing": refers_to("/no/such/result.png"),
}
"""What is wrong with the pictures."""


def _tiny() -> bytes:
    header = struct.pack(">IIBBBBB", 7, 5, 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x40\x80\xc0" * 7) * 5)
    return PNG + _chunk(b"IHDR", header) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


STREAMS: Mapping[str, Fault] = {
    "crlf": sends(_with_line_ends(b"\r\n")),
    "cr": sends(_with_line_ends(b"\r")),
    "byte-by-byte": drips(
        lambda answer: STREAM_HEAD + ": ünïcödé 🎨\n\n".encode() + completed(_tiny()), 0.0
    ),
    "duplicate-partials": streams(_first, _first, _done),
    "backward-partials": streams(lambda answer: partial(2, answer.images[0]), _first, _done),
    "double-completed": streams(_done, _done),
    "partial-after-completed": streams(_done, _first),
    "never-completed": streams(_first),
    "done-without-picture": streams(lambda answer: b"data: [DONE]\n\n"),
    "never-closed": sends_and_waits(lambda answer: STREAM_HEAD + _done(answer)),
    "comment-flood": streams(lambda answer: b": ping\n" * 100_000, _done),
    "no-data-event": streams(lambda answer: b"event: image_edit.completed\n\n", _done),
    "unknown-events": streams(lambda answer: frame("surprise", mood="fine"), _done),
    "endless-line": repeats(STREAM_HEAD + b"data: ", ENDLESS),
    "error-mid-stream": streams(
        _first,
        lambda answer: b'event: error\ndata: {"error": {"message": "said so", "code": "odd"}}\n\n',
    ),
    "garbled-frame": streams(_first, lambda answer: b"data: {broken\n\n"),
}
"""What is wrong with the stream."""

NAMED: Mapping[str, Fault] = {**CONNECTION, **HTTP, **PICTURES, **STREAMS}


async def _stall(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(STALL_S)


async def _reset(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    reset(writer)


async def _refuse_early(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await write(writer, http_bytes(b"", status=413, Connection="close"))
    while await reader.read(1 << 20):  # closing on unread bytes would reset the answer away
        pass


BEFORE_BODY = {
    "stalled-upload": _stall,
    "reset-mid-upload": _reset,
    "early-answer": _refuse_early,
}


def status(name: str) -> bytes | None:
    """The refusal a `status-…` name asks for; None for other names."""
    asked = STATUS.fullmatch(name)
    if asked is None:
        return None
    body = json.dumps({"error": {"message": "said so", "code": None, "param": None}}).encode()
    headers = {} if asked[2] is None else {"Retry-After": asked[2]}
    return http_bytes(body, status=int(asked[1]), **headers)
