"""Words a server answers with, byte for byte: each is called with the request and the socket."""

from __future__ import annotations

import asyncio
import base64
import json
import socket
import struct
from collections.abc import Callable, Coroutine
from typing import Any

from tests.support.http_server import Asked

Reply = Callable[[Asked, asyncio.StreamWriter], Coroutine[Any, Any, None]]

PNG = b"\x89PNG\r\n\x1a\n"
FOREVER_S = 3600.0
STREAM_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"


def picture(mark: object = "", size: int = 0) -> bytes:
    """Bytes that pass for a PNG and differ by `mark`."""
    return PNG + str(mark).encode() + bytes(size)


def b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def raw(*pieces: bytes | float) -> Reply:
    """Bytes as they are, with pauses in seconds between."""

    async def reply(asked: Asked, writer: asyncio.StreamWriter) -> None:
        await write(writer, *pieces)

    return reply


async def write(writer: asyncio.StreamWriter, *pieces: bytes | float) -> None:
    """Send bytes, sleep numbers."""
    for piece in pieces:
        if isinstance(piece, bytes):
            writer.write(piece)
            await writer.drain()
        else:
            await asyncio.sleep(piece)


def reset(writer: asyncio.StreamWriter) -> None:
    """End the connection as a crash does: what is under way is lost, the peer is told so."""
    end: socket.socket = writer.get_extra_info("socket")
    end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


def http(
    body: bytes, content_type: str = "application/json", status: int = 200, **headers: str
) -> Reply:
    return raw(http_bytes(body, content_type, status, **headers))


def http_bytes(
    body: bytes, content_type: str = "application/json", status: int = 200, **headers: str
) -> bytes:
    lines = [f"HTTP/1.1 {status} Whatever", f"Content-Length: {len(body)}"]
    lines += [f"Content-Type: {content_type}"] if content_type else []
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + body


def answer(*images: bytes, status: int = 200, **fields: Any) -> Reply:
    data = [{"b64_json": b64(image)} for image in images]
    return http(json.dumps({"created": 7, "data": data, **fields}).encode(), status=status)


def error(status: int, message: str = "said so", headers: Any = (), **fields: Any) -> Reply:
    body = {"error": {"message": message, "type": None, "param": None, "code": None, **fields}}
    return http(json.dumps(body).encode(), status=status, **dict(headers))


def frame(kind: str, image: bytes = b"", **fields: Any) -> bytes:
    value = {"type": f"image_edit.{kind}", **({"b64_json": b64(image)} if image else {}), **fields}
    return f"event: image_edit.{kind}\ndata: {json.dumps(value)}\n\n".encode()


def partial(index: int, image: bytes | None = None) -> bytes:
    return frame("partial_image", image or picture(f"p{index}"), partial_image_index=index)


def completed(image: bytes | None = None, **fields: Any) -> bytes:
    return frame("completed", image or picture("done"), **fields)


def stream(*pieces: bytes | float) -> Reply:
    return raw(STREAM_HEAD, *pieces)
