"""Our client beside the official package: 16 x 8 MB up, and a stream of 3 x 4 MB partials down.

Run as `python -m tests.client.bench_official_package`. Each figure is the best of `ROUNDS`
processes, taken in turns; memory is the peak resident size above the one after imports.
"""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROUNDS = 3
FILES, FILE_BYTES = 16, 8_000_000
PARTIALS, PARTIAL_BYTES = 3, 4_000_000


def main() -> None:
    port_box: multiprocessing.Queue[int] = multiprocessing.Queue()
    server = multiprocessing.Process(target=_serve, args=(port_box,), daemon=True)
    server.start()
    port = port_box.get()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "source.png")
        source.write_bytes(b"\x89PNG\r\n\x1a\n" + os.urandom(FILE_BYTES - 8))
        for job in ("upload", "stream"):
            runs = [
                (_run("ours", job, port, source), _run("package", job, port, source))
                for _ in range(ROUNDS)
            ]
            ours, theirs = map(_best, zip(*runs, strict=True))
            print(json.dumps({"job": job, "ours": ours, "package": theirs}))  # noqa: T201
    server.terminate()


def _run(who: str, job: str, port: int, source: Path) -> dict[str, float]:
    command = [sys.executable, "-m", __spec__.name, who, job, str(port), str(source)]
    figures: dict[str, float] = json.loads(subprocess.check_output(command))
    return figures


def _best(runs: Sequence[dict[str, float]]) -> dict[str, float]:
    return {key: round(min(run[key] for run in runs), 2) for key in runs[0]}


def _serve(port_box: multiprocessing.Queue[int]) -> None:
    asyncio.run(_serve_for_ever(port_box))


async def _serve_for_ever(port_box: multiprocessing.Queue[int]) -> None:
    from tests.client.endpoint import STREAM_HEAD, b64, completed, partial, picture, serving

    noise = [picture(k) + os.urandom(PARTIAL_BYTES) for k in range(PARTIALS)]
    frames = b"".join(partial(k, image) for k, image in enumerate(noise)) + completed()
    body = json.dumps({"created": 1, "data": [{"b64_json": b64(picture())}]}).encode()
    plain = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        left = int(head.partition(b"content-length: ")[2].split(b"\r\n")[0])
        is_small = left < 1_000_000
        while left > 0:
            left -= len(await reader.read(1 << 20))
        writer.write(STREAM_HEAD + frames if is_small else plain % (len(body), body))
        await writer.drain()

    async with serving(answer, limit=1 << 20) as port:
        port_box.put(port)
        await asyncio.Event().wait()


def measure(who: str, job: str, port: str, source: str) -> None:
    runner = _ours if who == "ours" else _package
    base_url, path = f"http://127.0.0.1:{port}/v1", Path(source)
    work = runner(job, base_url, path)
    before, start = _peak_mb(), time.perf_counter()
    asyncio.run(work)
    seconds = time.perf_counter() - start
    print(json.dumps({"seconds": seconds, "peak_mb": _peak_mb() - before}))  # noqa: T201


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _ours(job, base_url, path):
    from inpaint_studio.client import EditClient
    from inpaint_studio.contract.events import Completed, PartialImage
    from inpaint_studio.contract.params import EditParams, EditRequest, InputImage
    from inpaint_studio.contract.profile import Profile

    count = FILES if job == "upload" else 1
    content = path if job == "upload" else b"\x89PNG\r\n\x1a\n"
    streams = job == "stream"
    params = EditParams(
        prompt="p", model="gpt-image-2", stream=streams, partial_images=PARTIALS * streams
    )
    request = EditRequest(params, (InputImage("a.png", "image/png", content),) * count)

    async def run():
        client = EditClient()
        async for event in client.edit(Profile(name="b", base_url=base_url), request, "sk-a"):
            assert isinstance(event, PartialImage | Completed)
        await client.aclose()

    return run()


def _package(job, base_url, path):
    import base64

    import openai

    async def run():
        async with openai.AsyncOpenAI(api_key="sk-a", base_url=base_url) as client:
            if job == "upload":
                await client.images.edit(model="gpt-image-2", prompt="p", image=[path] * FILES)
                return
            events = await client.images.edit(
                model="gpt-image-2", prompt="p", image=("a.png", b"\x89PNG\r\n\x1a\n"),
                stream=True, partial_images=PARTIALS,
            )  # fmt: skip
            async for event in events:
                assert base64.b64decode(event.b64_json)

    return run()


if __name__ == "__main__":
    measure(*sys.argv[1:]) if len(sys.argv) > 1 else main()
