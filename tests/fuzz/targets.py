"""What is fuzzed: each target makes its inputs from real samples and takes them in this process.

Taking an input either works or raises a `StudioError`; whatever else it raises is a fault.
"""

from __future__ import annotations

import asyncio
import io
import json
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from inpaint_studio.contract import wire
from inpaint_studio.contract.fields import FIELDS
from inpaint_studio.contract.sse import SseDecoder
from inpaint_studio.engine.protocol import FillJob, Progress, Stage
from inpaint_studio.errors import StudioError
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.geometry import Box
from inpaint_studio.picture.image_file import decode_picture
from inpaint_studio.picture.mask import read_wire_mask
from inpaint_studio.picture.openraster import encode_project, open_project, project_of
from inpaint_studio.server.app import create_app
from tests.fuzz.journals import DamageTold, damaged_journal, take_journal
from tests.fuzz.mutation import (
    JSON_WORDS,
    mutated,
    with_odd_parts,
    with_odd_values,
    with_right_checksums,
)
from tests.fuzz.responses import Client, damaged_response
from tests.fuzz.samples import answer_sample, picture, stream_sample
from tests.fuzz.stored import Stored
from tests.support.replies import b64

BOUNDARY = b"x-y-z"
REQUEST_NAMES = (*(row.name for row in FIELDS), "images", "mask", "stream", "x", "user")


@dataclass(frozen=True)
class Target:
    """`make` gives one input, `take` hands it to the program."""

    make: Callable[[Random], bytes]
    take: Callable[[bytes], None]


class ServerFault(Exception):  # noqa: N818 -- what is looked for, not a fault of the test
    """The server answered an input with a status of 500 or more, or not at all."""


class Declined(Exception):  # noqa: N818 -- the usual outcome
    """The server refused an input with a status of the 400s."""


@cache
def _multipart() -> bytes:
    fields = {
        "prompt": "a dœr", "model": "gpt-image-2", "n": "1", "size": "auto", "stream": "true",
        "partial_images": "1", "output_format": "png", "quality": "low", "seed": "5",
    }  # fmt: skip
    parts = [_part(f'name="{name}"', value.encode()) for name, value in fields.items()]
    for name in ("image[]", "mask"):
        head = f'name="{name}"; filename="a.png"\r\nContent-Type: image/png'
        parts.append(_part(head, picture()))
    return b"".join([*parts, b"--", BOUNDARY, b"--\r\n"])


def _part(head: str, value: bytes) -> bytes:
    line = f"\r\nContent-Disposition: form-data; {head}\r\n\r\n".encode()
    return b"".join((b"--", BOUNDARY, line, value, b"\r\n"))


@cache
def _json() -> bytes:
    url = {"image_url": "data:image/png;base64," + b64(picture())}
    return json.dumps(
        {"model": "gpt-image-2", "prompt": "a door", "n": 1, "size": "auto", "seed": 3,
         "stream": False, "quality": "low", "images": [url, url], "mask": url}
    ).encode()  # fmt: skip


@cache
def _project() -> bytes:
    document = Document(decode_picture(picture(mode="RGB"), "a.png"))
    document.mask[2:9, 3:12] = 255
    document.mask_touched(Box(3, 2, 12, 9))
    return encode_project(project_of(document, params={"prompt": "x"}))


def _damaged_json(random: Random) -> bytes:
    """Damaged as a whole, which a parser mostly notices, or odd somewhere in what it finds."""
    if random.random() < 0.3:
        return mutated(_json(), JSON_WORDS, random)
    return with_odd_parts(json.loads(_json()), random)


def _odd_request(random: Random) -> bytes:
    """A request like any other, but for some values."""
    url = {"image_url": "data:image/png;base64," + b64(picture())}
    whole = {"images": [url], "mask": url, "prompt": "a door", "model": "gpt-image-2"}
    return with_odd_values(json.dumps(whole).encode(), REQUEST_NAMES, random)


FORM_WORDS = (
    b"\r\n", b"\n", b"--", b"--x-y-z", b"--x-y-z--", b"Content-Disposition: form-data", b'name="',
    b'filename="', b'"', b";", b"Content-Type: image/png", b"Content-Type: multipart/mixed",
    b"filename*=utf-8''%00", b"image[]", b"image[99999999999]", b"mask", b"n", b"-1", b"9" * 400,
    b"16384x16384", b"0x0", b"auto", b"\xff\xfe", b"\0", b"Content-Transfer-Encoding: base64",
    b"markup", b"stream", b"true", b"dall-e-2", b"\xd9\xa3", b"\xc2\xb2",
)  # fmt: skip
STREAM_WORDS = (
    b"\n", b"\r", b"\r\n", b"\n\n", b"data:", b"data: ", b"event: ", b"id: \0", b"retry: 9", b":",
    b"\xef\xbb\xbf", b"[DONE]", b"event: error\n", *JSON_WORDS,
)  # fmt: skip
PNG_WORDS = (
    b"IHDR", b"IDAT", b"IEND", b"PLTE", b"tRNS", b"zTXt", b"iTXt", b"iCCP", b"eXIf", b"acTL",
    b"fcTL", b"fdAT", b"gAMA", b"cHRM", b"pHYs", b"\0\0\0\x0d", b"\x89PNG\r\n\x1a\n", b"x" * 4096,
)  # fmt: skip
PROJECT_WORDS = (
    b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"stack.xml", b"mimetype", b"data/source.png",
    b"../../etc/passwd", b"inpaint-studio/project.json", b"<layer", b"<!DOCTYPE x [", b"<!ENTITY",
    b"image/openraster", *JSON_WORDS[:12], *PNG_WORDS[:4],
)  # fmt: skip


def _damaged(sample: Callable[[], bytes], words: Sequence[bytes]) -> Callable[[Random], bytes]:
    return lambda random: mutated(sample(), words, random)


def _damaged_picture(random: Random) -> bytes:
    mode = random.choice(("RGBA", "RGB", "P", "L", "LA", "1", "I;16"))
    kind = random.choice(("PNG", "PNG", "PNG", "JPEG", "WEBP"))
    sample = picture(kind, "RGB" if kind != "PNG" else mode if mode != "I;16" else "L")
    data = mutated(sample, PNG_WORDS, random)
    return with_right_checksums(data) if random.random() < 0.7 else data


def _damaged_project(random: Random) -> bytes:
    """The archive damaged as a whole, or one entry of it behind right checksums."""
    if random.random() < 0.4:
        return mutated(_project(), PROJECT_WORDS, random)
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_project())) as whole, zipfile.ZipFile(file, "w") as archive:
        names = whole.namelist()
        victim = random.choice([n for n in names if n.endswith((".xml", ".json", ".png"))])
        for name in names:
            content = whole.read(name)
            if name == victim:
                content = mutated(content, PROJECT_WORDS, random)
                content = with_right_checksums(content) if name.endswith(".png") else content
            archive.writestr(name, content)
    return file.getvalue()


class _Copying:
    """An engine that returns the picture as it is: the fill is not what is fuzzed."""

    model = "local-fill-no-prompt"
    note = ""
    follows_prompt = False

    def warm(self) -> None:
        pass

    def close(self) -> None:
        pass

    def fill(self, job: FillJob, progress: Progress, is_cancelled: Callable[[], bool]) -> Stage:
        for number in range(job.partials):
            progress(Stage(job.image, (number + 1) / (job.partials + 1), "copy"))
        return Stage(job.image, 1.0, "copy")


class Server:
    """The embedded endpoint, called without a socket."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._app = create_app(_Copying(), api_key=None)

    def close(self) -> None:
        self._app.state.service.threads.shutdown()
        self._app.state.service.kept.close()
        self._loop.run_until_complete(self._loop.shutdown_default_executor())
        self._loop.close()

    def take(self, content_type: bytes, body: bytes) -> None:
        """Send one body.

        Raises:
            ServerFault: the status is 500 or more, or there is none.
            Declined: it is 400 or more.
        """
        status = self._loop.run_until_complete(self._status(content_type, body))
        if status >= 500 or not status:
            raise ServerFault(f"status {status}")
        if status >= 400:
            raise Declined

    async def _status(self, content_type: bytes, body: bytes) -> int:
        half, statuses = len(body) // 2, [0]
        arriving = [
            {"type": "http.request", "body": body[:half], "more_body": True},
            {"type": "http.request", "body": body[half:], "more_body": False},
        ]

        async def receive() -> dict[str, Any]:
            if arriving:
                return arriving.pop(0)
            await asyncio.Event().wait()  # the caller stays
            raise AssertionError

        async def send(message: Any) -> None:
            if message["type"] == "http.response.start":
                statuses[0] = message["status"]

        await self._app(_scope(content_type, len(body)), receive, send)
        return statuses[0]


def _scope(content_type: bytes, length: int) -> dict[str, Any]:
    return {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "POST",
        "scheme": "http", "path": "/v1/images/edits", "raw_path": b"/v1/images/edits",
        "query_string": b"", "root_path": "", "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 2),
        "headers": [(b"host", b"127.0.0.1"), (b"content-type", content_type),
                    (b"content-length", str(length).encode())],
    }  # fmt: skip


def _take_stream(data: bytes) -> None:
    decoder, step = SseDecoder(100_000), 1 + len(data) % 97
    for start in range(0, len(data), step):
        for event in decoder.feed(data[start : start + step]):
            wire.parse_event(event)
    for event in decoder.finish():
        wire.parse_event(event)


def _take_picture(data: bytes) -> None:
    """Read it as the window, and as the server reads a mask; the second even if the first fails."""
    try:
        decode_picture(data, "fuzz")
    finally:
        read_wire_mask(data)


def _take_answer(data: bytes) -> None:
    wire.parse_response(data)


Targets = Mapping[str, tuple[float, Target]]
"""By name, with the share of all inputs that each gets."""


@contextmanager
def server_targets(_: Path) -> Iterator[Targets]:
    """Requests to the embedded server: damaged as a whole, or with odd values."""
    form, server = b"multipart/form-data; boundary=" + BOUNDARY, Server()

    def take_json(data: bytes) -> None:
        server.take(b"application/json", data)

    try:
        yield {
            "multipart": (
                0.4,
                Target(_damaged(_multipart, FORM_WORDS), lambda data: server.take(form, data)),
            ),
            "json": (0.3, Target(_damaged_json, take_json)),
            "values": (0.3, Target(_odd_request, take_json)),
        }
    finally:
        server.close()


@contextmanager
def client_targets(_: Path) -> Iterator[Targets]:
    """What an endpoint sends: over a socket to the client, and its streams and answers alone."""
    client = Client()
    try:
        yield {
            "response": (0.6, Target(damaged_response, client.take)),
            "stream": (0.3, Target(_damaged(stream_sample, STREAM_WORDS), _take_stream)),
            "answer": (0.1, Target(_damaged(answer_sample, JSON_WORDS), _take_answer)),
        }
    finally:
        client.close()


@contextmanager
def file_targets(folder: Path) -> Iterator[Targets]:
    """Files that others wrote; they are written to `folder` where the program reads paths."""

    def take_project(data: bytes) -> None:
        path = folder / "fuzz.ora"
        path.write_bytes(data)
        open_project(path).document()

    journals = Target(lambda random: damaged_journal(picture(), random), take_journal)
    stored = Stored(folder)
    try:
        yield {
            "png": (0.35, Target(_damaged_picture, _take_picture)),
            "openraster": (0.25, Target(_damaged_project, take_project)),
            "journal": (0.2, journals),
            "stored": (0.2, Target(stored.damaged, stored.take)),
        }
    finally:
        stored.close()


EXPECTED = (StudioError, Declined, DamageTold)
