"""HTTP from raw sockets: what a real server would not let a test do, this one does."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from ssl import SSLError
from typing import Any

from python_multipart.multipart import MultipartParser, parse_options_header


@dataclass(frozen=True)
class Part:
    name: str
    value: bytes
    filename: str | None = None
    media_type: str | None = None


@dataclass
class Asked:
    """One request as it came over the wire."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes

    @property
    def parts(self) -> list[Part]:
        return parse_multipart(self.headers["content-type"], self.body)

    @property
    def fields(self) -> dict[str, str]:
        return {part.name: part.value.decode() for part in self.parts if part.filename is None}

    @property
    def files(self) -> list[Part]:
        return [part for part in self.parts if part.filename is not None]


Handler = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Coroutine[Any, Any, None]]


@asynccontextmanager
async def serving(
    handler: Handler, host: str = "127.0.0.1", ssl: Any = None, limit: int = 65_536
) -> AsyncIterator[int]:
    """Serve connections with `handler`; gives the port. Leaves nothing open behind."""
    closing, running = asyncio.Event(), set[Any]()

    async def connection(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        running.add(asyncio.current_task())
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            await finishes_first(handler(reader, writer), closing.wait())
        writer.close()
        with suppress(ConnectionError, TimeoutError, SSLError):
            await asyncio.wait_for(writer.wait_closed(), 0.1)
        with suppress(AttributeError):  # up to Python 3.11.2 a closed TLS transport has no insides
            writer.transport.abort()

    server = await asyncio.start_server(connection, host, 0, ssl=ssl, limit=limit)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        closing.set()
        await asyncio.gather(*running)
        await asyncio.sleep(0)


async def finishes_first(one: Coroutine[Any, Any, Any], other: Coroutine[Any, Any, Any]) -> bool:
    """Run both until either ends, then stop the other; whether `one` did."""
    loop = asyncio.get_running_loop()
    tasks = [loop.create_task(one), loop.create_task(other)]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        was_first = tasks[0].done()
        for task in tasks:
            task.cancel()
        outcomes = await asyncio.gather(*tasks, return_exceptions=True)
    if was_first and isinstance(outcomes[0], Exception):
        raise outcomes[0]
    return was_first


async def read_head(reader: asyncio.StreamReader) -> Asked:
    """The request without its body."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    method, target, _ = head[0].split(" ")
    headers = {
        name.lower(): value for name, _, value in (line.partition(": ") for line in head[1:])
    }
    return Asked(method, target, headers, b"")


async def read_body(asked: Asked, reader: asyncio.StreamReader) -> None:
    asked.body = await reader.readexactly(int(asked.headers.get("content-length", "0")))


def parse_multipart(content_type: str, body: bytes) -> list[Part]:
    """The parts as python-multipart, the parser of Starlette and FastAPI, sees them."""
    _, options = parse_options_header(content_type)
    parts: list[tuple[dict[bytes, bytes], bytearray]] = []
    names: list[bytes] = []
    parser = MultipartParser(
        options[b"boundary"],
        {
            "on_part_begin": lambda: parts.append(({}, bytearray())),
            "on_header_field": lambda data, a, b: names.append(data[a:b].lower()),
            "on_header_value": lambda data, a, b: parts[-1][0].update({names[-1]: data[a:b]}),
            "on_part_data": lambda data, a, b: parts[-1][1].extend(data[a:b]),
        },
    )
    parser.write(body)
    parser.finalize()
    return [_part(headers, bytes(value)) for headers, value in parts]


def _part(headers: dict[bytes, bytes], value: bytes) -> Part:
    _, options = parse_options_header(headers[b"content-disposition"])
    filename, kind = options.get(b"filename"), headers.get(b"content-type")
    return Part(
        options[b"name"].decode(),
        value,
        None if filename is None else filename.decode(),
        None if kind is None else kind.decode(),
    )
