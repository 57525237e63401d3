"""Our client beside the official Python package on one loopback server, and what edits weigh.

Every figure comes from a process of its own; the clients take turns, and the best of `ROUNDS`
counts. Each has made one small request before, so that imports, certificates and connections count
for nobody. Memory is the peak resident size above the one before the job, as Linux tells it. All
are given what the package's documentation recommends for uploads: the path of each file.
"""

from __future__ import annotations

import asyncio
import base64
import json
import multiprocessing
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Coroutine, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from tests.benchmarks.report import Row, at_most

ROUNDS = 7
MB = 1_000_000
FILES, FILE_BYTES, HEAVY_BYTES = 16, 8 * MB, 50 * MB
PARTIALS, PARTIAL_BYTES = 3, 4 * MB
CANCEL_BAR_S = 0.2
MASK_EDGE, MASK_BAR_BYTES = 8192, 4 * MB
Play = Callable[[str, Path], Coroutine[None, None, None]]
"""Does a job ("warm up", "upload", "stream") with a file."""

_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder, _server() as port:
        file, heavy = Path(folder, "source.png"), Path(folder, "heavy.png")
        file.write_bytes(_SIGNATURE + os.urandom(FILE_BYTES - 8))
        heavy.write_bytes(_SIGNATURE + os.urandom(HEAVY_BYTES - 8))
        return [
            *_compared("upload of 16 x 8 MB", "upload", port, file),
            *_compared("stream of 3 x 4 MB partials", "stream", port, file),
            at_most(
                "upload of 16 x 50 MB, peak above baseline, against one file",
                _best([_run("ours", "upload", port, heavy) for _ in range(2)])["peak_mb"],
                "MB",
                HEAVY_BYTES / MB,
                1.3,
            ),
            _mask_row(),
            _cancel_row(),
        ]


def _compared(name: str, job: str, port: int, file: Path) -> list[Row]:
    """Time against the faster, memory against the leaner of the package's two clients."""
    runs = [[_run(who, job, port, file) for who in _CLIENTS] for _ in range(ROUNDS)]
    ours, *theirs = (_best(figures) for figures in zip(*runs, strict=True))
    package = _best(theirs)
    return [
        at_most(f"{name}, time", ours["ms"], "ms", package["ms"], 1.0),
        at_most(f"{name}, peak memory", ours["peak_mb"], "MB", package["peak_mb"], 0.5),
    ]


def _run(who: str, job: str, port: int, file: Path) -> dict[str, float]:
    code = "import sys; from tests.benchmarks.contract import measure; measure(*sys.argv[1:])"
    command = [sys.executable, "-c", code, who, job, str(port), str(file)]
    figures: dict[str, float] = json.loads(subprocess.check_output(command))
    return figures


def _best(runs: Sequence[dict[str, float]]) -> dict[str, float]:
    return {key: min(run[key] for run in runs) for key in runs[0]}


def measure(who: str, job: str, port: str, file: str) -> None:
    """Print what one job by one client costs this process, its imports apart."""
    asyncio.run(_measure(_CLIENTS[who](f"http://127.0.0.1:{port}/v1"), job, Path(file)))


async def _measure(play: Play, job: str, file: Path) -> None:
    await play("warm up", file)
    _forget_peak()
    before, start = _resident_mb("VmRSS"), time.perf_counter()
    await play(job, file)
    elapsed = time.perf_counter() - start
    print(json.dumps({"ms": elapsed * 1e3, "peak_mb": _resident_mb("VmHWM") - before}))


def _forget_peak() -> None:
    Path("/proc/self/clear_refs").write_text("5")


def _resident_mb(name: str) -> float:
    lines = Path("/proc/self/status").read_text().splitlines()
    (line,) = [line for line in lines if line.startswith(name)]
    return int(line.split()[1]) * 1024 / MB


def _ours(base_url: str) -> Play:
    from inpaint_studio.client import EditClient
    from inpaint_studio.contract.events import Completed, PartialImage
    from inpaint_studio.contract.params import EditParams, EditRequest, InputImage
    from inpaint_studio.contract.profile import Profile

    client, profile = EditClient(), Profile(name="b", base_url=base_url)

    async def play(job: str, file: Path) -> None:
        partials = PARTIALS if job == "stream" else 0
        params = EditParams(
            prompt="p", model="gpt-image-2", stream=partials > 0, partial_images=partials
        )
        uploads = [file] * FILES if job == "upload" else [_SIGNATURE]
        images = tuple(InputImage("a.png", "image/png", content) for content in uploads)
        seen = 0
        async for event in client.edit(profile, EditRequest(params, images), "sk-a"):
            assert isinstance(event, PartialImage | Completed)
            seen += 1
        assert seen == partials + 1

    return play


def _package(base_url: str) -> Play:
    import openai

    client = openai.OpenAI(api_key="sk-a", base_url=base_url)

    async def play(job: str, file: Path) -> None:
        answer = client.images.edit(**_choices(job, file))
        if job == "stream":
            seen = [len(base64.b64decode(event.b64_json)) for event in answer]
            assert len(seen) == PARTIALS + 1

    return play


def _package_async(base_url: str) -> Play:
    import openai

    client = openai.AsyncOpenAI(api_key="sk-a", base_url=base_url)

    async def play(job: str, file: Path) -> None:
        answer = await client.images.edit(**_choices(job, file))
        if job == "stream":
            seen = [len(base64.b64decode(event.b64_json)) async for event in answer]
            assert len(seen) == PARTIALS + 1

    return play


def _choices(job: str, file: Path) -> dict:
    usual: dict = {"model": "gpt-image-2", "prompt": "p"}
    if job == "upload":
        return {**usual, "image": [file] * FILES}
    usual |= {"image": ("a.png", _SIGNATURE)}
    return {**usual, "stream": True, "partial_images": PARTIALS} if job == "stream" else usual


_CLIENTS: dict[str, Callable[[str], Play]] = {
    "ours": _ours,
    "package": _package,
    "package, async": _package_async,
}


@contextmanager
def _server():
    """A server that does nothing but read and write, in a process of its own: its port."""
    context = multiprocessing.get_context("spawn")
    box = context.Queue()
    process = context.Process(target=_serve, args=(box,), daemon=True)
    process.start()
    try:
        yield box.get(timeout=30)
    finally:
        process.terminate()
        process.join()


def _serve(box) -> None:
    asyncio.run(_serve_for_ever(box))


async def _serve_for_ever(box) -> None:
    from tests.support.http_server import serving
    from tests.support.replies import STREAM_HEAD, b64, completed, partial, picture

    noise = [picture(k) + os.urandom(PARTIAL_BYTES) for k in range(PARTIALS)]
    official: dict = {"created_at": 1, "size": "auto", "quality": "auto", "background": "auto"}
    frames = b"".join(partial(k, image) for k, image in enumerate(noise))
    frames += completed(**official, output_format="png")
    body = json.dumps({"created": 1, "data": [{"b64_json": b64(picture())}]}).encode()
    plain = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            head = (await reader.readuntil(b"\r\n\r\n")).lower()
            left = int(head.partition(b"content-length: ")[2].split(b"\r\n")[0])
            small = await reader.readexactly(left) if left < MB else b""
            left -= len(small)
            while left > 0:
                left -= len(await reader.read(min(left, 1 << 20)))
            streams = b'name="partial_images"' in small
            writer.write(STREAM_HEAD + frames if streams else plain % (len(body), body))
            await writer.drain()
            if streams:
                return

    async with serving(answer, limit=1 << 20) as port:
        box.put(port)
        await asyncio.Event().wait()


def _mask_row() -> Row:
    """A hand-painted mask of 400 strokes on the largest picture there is."""
    import cv2
    import numpy as np

    from inpaint_studio.picture.composite import sent_mask
    from inpaint_studio.picture.mask import wire_png

    mask = np.zeros((MASK_EDGE, MASK_EDGE), np.uint8)
    rng = np.random.default_rng(7)
    for _ in range(400):
        steps = rng.integers(-300, 300, (30, 2)).cumsum(axis=0)
        path = (rng.integers(0, MASK_EDGE, 2) + steps).astype(np.int32)
        cv2.polylines(mask, [path], False, 255, int(rng.integers(8, 120)), cv2.LINE_AA)
    size = len(wire_png(sent_mask(mask)))
    name = f"mask PNG of 400 strokes at {MASK_EDGE}²"
    return at_most(name, size / MB, "MB", MASK_BAR_BYTES / MB, 1.0)


def _cancel_row() -> Row:
    """From the hang-up of a client to the moment the fill has ended, at the slowest of six."""
    from inpaint_studio.engine import PatchMatchEngine
    from tests.support.embedded import running

    engine = PatchMatchEngine(workers=1)
    engine.warm()
    try:
        with running(engine) as base_url:
            slowest = max(_until_idle(base_url, engine, 0.1 * k) for k in range(6))
    finally:
        engine.close()
    name = "server: client gone until the work has ended, slowest of 6"
    return at_most(name, slowest * 1e3, "ms", CANCEL_BAR_S * 1e3, 1.0)


def _until_idle(base_url: str, engine, busy_s: float) -> float:
    import httpx
    import numpy as np

    from tests.support.uploads import alpha_mask, png

    image = np.random.default_rng(1).integers(0, 255, (900, 1200, 3)).astype(np.uint8)
    area = np.zeros((900, 1200), bool)
    area[200:700, 200:1000] = True
    files = {"image": ("a.png", png(image)), "mask": ("m.png", alpha_mask(area))}
    fields = {"prompt": "x", "quality": "high", "stream": "true", "partial_images": "3"}
    request = httpx.Request("POST", f"{base_url}/images/edits", data=fields, files=files)
    address = urlsplit(base_url)
    with socket.create_connection((address.hostname, address.port)) as connection:
        lines = [f"{name}: {value}" for name, value in request.headers.items()]
        head = "\r\n".join(["POST /v1/images/edits HTTP/1.1", *lines, "", ""])
        connection.sendall(head.encode() + request.read())
        while not engine._busy:
            time.sleep(0.001)
        time.sleep(busy_s)
    start = time.perf_counter()
    while engine._busy:
        time.sleep(0.001)
    return time.perf_counter() - start
