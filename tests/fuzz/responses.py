"""Whole answers of an endpoint, heads and all, and the client that has to take them."""

from __future__ import annotations

import asyncio
import zlib
from collections.abc import Sequence
from random import Random
from typing import Literal

from inpaint_studio.client import EditClient
from inpaint_studio.contract.events import Completed, PartialImage
from tests.fuzz.mutation import JSON_WORDS, ODD_VALUES, mutated, with_odd_values
from tests.fuzz.samples import answer_sample, picture, stream_sample
from tests.support.http_server import Asked
from tests.support.misbehaving import Endpoint
from tests.support.one_edit import collect, request
from tests.support.replies import b64, write

STATUSES = (200,) * 10 + (
    100, 201, 204, 206, 301, 302, 307, 308, 400, 401, 402, 403, 404, 408, 413, 422, 429, 500, 502,
    503, 504, 599, 999,
)  # fmt: skip
TYPES = ("application/json", "text/event-stream", "text/html", "image/png", "", "\xff;=", "x" * 999)
HEADERS = (
    "Retry-After", "retry-after-ms", "x-should-retry", "x-request-id", "Date", "Set-Cookie",
    "Content-Encoding", "Content-Type", "Content-Length", "Transfer-Encoding", "Connection",
    "x-ratelimit-reset-requests", "openai-processing-ms",
)  # fmt: skip
VALUES = (
    "0", "-1", "1e999", "9" * 5000, "nan", "Mon, 99 Jan 99999999999 00:00:00 GMT", "gzip, gzip",
    "chunked", "chunked, chunked", "identity", "close", "a=b; Path=/", "\x1b]0;x\x07", "\xff\xfe",
    "true", "false", "x" * 70_000, "", "0.001", "multipart/x; boundary=", "text/html; charset=hex",
)  # fmt: skip
PLACES = (
    "https://xn--/v1", "http://[::1", "https://a:99999/", "//", "/a.png", "https://a..b/", "\udc80",
    "data:image/png;base64,AAAA", "data:", "file:///etc/passwd", "https://127.0.0.1/x.png",
    "https://" + "a" * 300 + "/", "x" * 9000, "http://user:secret@a/", "?sig=1", "",
)  # fmt: skip
NAMES = (
    "type", "error", "message", "code", "param", "created", "created_at", "data", "b64_json", "url",
    "size", "quality", "background", "output_format", "usage", "revised_prompt",
    "partial_image_index",
    "safety_identifier", "detail", "engine",
)  # fmt: skip
WORDS = (b"\r\n", b"\r\n\r\n", b"HTTP/1.1 200 OK\r\n", b": ", b"\0", b"0\r\n\r\n", *JSON_WORDS)


def damaged_response(random: Random) -> bytes:
    """Status line, headers and body, any of them odd; now and then damaged as a whole."""
    body = random.choice(_BODIES)(random)
    lines = [f"HTTP/1.1 {random.choice(STATUSES)} {random.choice(('OK', '', 'x' * 999))}"]
    if random.random() < 0.8:
        lines.append(f"Content-Length: {len(body)}")
    lines.append(f"Content-Type: {random.choice(TYPES[:2] if random.random() < 0.8 else TYPES)}")
    if random.random() < 0.2:
        lines.append(f"Location: {random.choice(PLACES)}")
    lines += [
        f"{random.choice(HEADERS)}: {random.choice(VALUES)}"
        for _ in range(random.choice((0, 0, 0, 1, 1, 3)))
    ]
    data = "\r\n".join([*lines, "", ""]).encode("latin-1", "replace") + body
    return mutated(data, WORDS, random) if random.random() < 0.2 else data


def _odd_answer(random: Random) -> bytes:
    return with_odd_values(answer_sample(), NAMES, random)


def _odd_frames(random: Random) -> bytes:
    kinds = ("partial_image", "completed", "x", "error")
    whole = b'{"b64_json": "%s"}' % b64(picture()).encode()
    return b"".join(
        b"event: image_edit.%s\ndata: %s\n\n"
        % (random.choice(kinds).encode(), with_odd_values(whole, NAMES, random))
        for _ in range(random.randint(1, 5))
    )


def _error(random: Random) -> bytes:
    shape = random.choice(
        (b'{"error": %s}', b'{"error": {"message": %s, "code": %s}}', b'{"detail": [%s, %s]}',
         b"%s", b'{"message": %s}', b"<html><body>%s</body></html>")
    )  # fmt: skip
    return shape % tuple(random.choice(ODD_VALUES) for _ in range(shape.count(b"%s")))


def _pointing(random: Random) -> bytes:
    places = [random.choice(PLACES).encode("utf-8", "surrogatepass") for _ in range(2)]
    return b'{"data": [%s]}' % b", ".join(b'{"url": "%s"}' % place for place in places)


_BODIES: Sequence = (
    _odd_answer, _odd_answer, _odd_frames, _odd_frames, _error, _pointing,
    lambda random: mutated(answer_sample(), JSON_WORDS, random),
    lambda random: mutated(stream_sample(), JSON_WORDS, random),
)  # fmt: skip


class Client:
    """The client before an endpoint on loopback that sends what it is given."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._data = b""
        self._client = EditClient(resolve=_nowhere)
        self._endpoint = Endpoint([self._answer])
        self._at_once = _AtOnce()
        self._loop.run_until_complete(self._endpoint.__aenter__())

    def close(self) -> None:
        self._loop.run_until_complete(self._client.aclose())
        self._loop.run_until_complete(self._endpoint.__aexit__())
        self._loop.run_until_complete(self._loop.shutdown_default_executor())
        self._loop.close()

    def take(self, data: bytes) -> None:
        """Have it answered to an edit, and to whoever asks for a result.

        Raises:
            StudioError: the edit ended so, and its words can be stored.
        """
        self._data = data
        streaming = "on" if zlib.crc32(data) % 2 else "off"
        self._loop.run_until_complete(self._taken(streaming))

    async def _taken(self, streaming: str) -> None:
        self._endpoint.asked.clear()
        profile = self._endpoint.profile(streaming=streaming)
        asked = request(stream=True, partial_images=2)
        outcome = await collect(self._client, profile, asked, skip_wait=self._at_once)
        for event in outcome.events:
            if isinstance(event, PartialImage | Completed):
                assert event.image
        if outcome.error is not None:
            f"{outcome.error.title} {outcome.error.message}".encode()
            raise outcome.error
        assert outcome.images

    async def _answer(self, asked: Asked, writer: asyncio.StreamWriter) -> None:
        await write(writer, self._data)


class _AtOnce(asyncio.Event):
    """Ends each wait that an endpoint asks for: it stays set."""

    def is_set(self) -> bool:
        return True

    async def wait(self) -> Literal[True]:
        return True


async def _nowhere(host: str, port: int) -> list[str]:
    raise OSError("Nothing outside is asked")
