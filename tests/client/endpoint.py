"""A real endpoint on loopback that answers by script, byte for byte, and remembers the requests."""

from __future__ import annotations

import asyncio
import base64
import json
import socket
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from ssl import SSLError
from typing import Any

from python_multipart.multipart import MultipartParser, parse_options_header

from inpaint_studio.client import EditClient
from inpaint_studio.contract.params import EditParams, EditRequest, InputImage
from inpaint_studio.contract.profile import Profile
from inpaint_studio.errors import StudioError

PNG = b"\x89PNG\r\n\x1a\n"


def picture(mark: object = "", size: int = 0) -> bytes:
    """Bytes that pass for a PNG and differ by `mark`."""
    return PNG + str(mark).encode() + bytes(size)


def b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


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


Reply = Callable[[Asked, asyncio.StreamWriter], Coroutine[Any, Any, None]]


@dataclass
class Endpoint:
    """Answers request k with reply k, the last reply again and again."""

    replies: Sequence[Reply]
    host: str = "127.0.0.1"
    asked: list[Asked] = field(default_factory=list)
    left: list[float] = field(default_factory=list)
    open_now: int = 0
    most_open: int = 0

    async def __aenter__(self) -> Endpoint:
        self._serving = serving(self.serve, self.host)
        self.port = await self._serving.__aenter__()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._serving.__aexit__(None, None, None)

    @property
    def base_url(self) -> str:
        return f"http://{self.host}:{self.port}/v1"

    def profile(self, **fields: Any) -> Profile:
        return Profile(**{"name": "test", "base_url": self.base_url, **fields})

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.open_now += 1
        self.most_open = max(self.most_open, self.open_now)
        try:
            asked = await read_request(reader)
            self.asked.append(asked)
            reply = self.replies[min(len(self.asked), len(self.replies)) - 1]
            if not await finishes_first(reply(asked, writer), reader.read()):
                self.left.append(asyncio.get_running_loop().time())
        finally:
            self.open_now -= 1


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
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    was_first = tasks[0].done()
    for task in tasks:
        task.cancel()
    outcomes = await asyncio.gather(*tasks, return_exceptions=True)
    if was_first and isinstance(outcomes[0], Exception):
        raise outcomes[0]
    return was_first


async def read_request(reader: asyncio.StreamReader) -> Asked:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    method, target, _ = head[0].split(" ")
    headers = {
        name.lower(): value for name, _, value in (line.partition(": ") for line in head[1:])
    }
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    return Asked(method, target, headers, body)


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


def raw(*pieces: bytes | float) -> Reply:
    """Bytes as they are, with pauses in seconds between."""

    async def reply(asked: Asked, writer: asyncio.StreamWriter) -> None:
        for piece in pieces:
            if isinstance(piece, bytes):
                writer.write(piece)
                await writer.drain()
            else:
                await asyncio.sleep(piece)

    return reply


def http(
    body: bytes, content_type: str = "application/json", status: int = 200, **headers: str
) -> Reply:
    lines = [f"HTTP/1.1 {status} Whatever", f"Content-Length: {len(body)}"]
    lines += [f"Content-Type: {content_type}"] if content_type else []
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return raw("\r\n".join([*lines, "", ""]).encode() + body)


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


STREAM_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"


def stream(*pieces: bytes | float) -> Reply:
    return raw(STREAM_HEAD, *pieces)


def request(
    *images: InputImage, mask: InputImage | None = None, markup: InputImage | None = None, **params
) -> EditRequest:
    chosen = EditParams(**{"prompt": "a red door", "model": "gpt-image-2", **params})
    return EditRequest(chosen, images or (image("a.png"),), mask, markup)


def image(name: str, media_type: str = "image/png", content: Any = PNG + b"source") -> InputImage:
    return InputImage(name, media_type, content)


@dataclass
class Outcome:
    """Everything a caller of the client gets to know."""

    events: list[Any]
    error: Any  # a StudioError, or None
    seconds: float

    @property
    def images(self) -> list[bytes]:
        return [event.image for event in self.events if type(event).__name__ == "Completed"]

    @property
    def partials(self) -> list[bytes]:
        return [event.image for event in self.events if type(event).__name__ == "PartialImage"]

    def of(self, kind: type) -> list[Any]:
        return [event for event in self.events if isinstance(event, kind)]


async def collect(
    client: EditClient, profile: Profile, asked: EditRequest, api_key: str | None = "sk-secret-key"
) -> Outcome:
    loop = asyncio.get_running_loop()
    events: list[Any] = []
    start = loop.time()
    try:
        async for event in client.edit(profile, asked, api_key):
            events.append(event)  # noqa: PERF401 -- what came before an error counts
    except StudioError as failure:
        return Outcome(events, failure, loop.time() - start)
    return Outcome(events, None, loop.time() - start)


def edit(*replies: Reply, client: dict[str, Any] | None = None, profile=None, **params: Any):
    """Run one edit against a scripted endpoint; the outcome and the endpoint."""

    async def run() -> tuple[Outcome, Endpoint]:
        async with Endpoint(replies) as endpoint:
            editor = EditClient(**(client or {}))
            try:
                asked = params.pop("asked", None) or request(**params)
                outcome = await collect(editor, endpoint.profile(**(profile or {})), asked)
            finally:
                await editor.aclose()
            return outcome, endpoint

    return asyncio.run(run())


def unused_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
