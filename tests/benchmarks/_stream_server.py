"""A server of large partials: `python -m tests.benchmarks._stream_server [W H KIND [MBIT]]`.

It sends as fast as loopback takes it, or as many megabits a second as a network would.
Prints its base URL, then for each frame the monotonic time at which its last byte was handed over;
serves until it is terminated.
"""

from __future__ import annotations

import asyncio
import base64
import io
import json
import math
import socket
import sys
import time
from collections.abc import AsyncIterator

import numpy as np
import uvicorn
from PIL import Image
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import StreamingResponse
from starlette.routing import Route

SIZE = (3840, 2160)
PARTIALS = 3
_PIECE = 64 * 1024


def _picture(seed: int, width: int, height: int, file_format: str) -> str:
    """A picture as little compressible as a photo: noise on a gradient. Some 15 MB at 4K as PNG."""
    noise = np.random.default_rng(seed).integers(0, 48, (height, width, 3), np.uint8)
    noise += np.linspace(0, 200, width, dtype=np.uint8)[None, :, None]
    file = io.BytesIO()
    Image.fromarray(noise).save(file, file_format, compress_level=1)
    return base64.b64encode(file.getvalue()).decode()


def _frames(width: int, height: int, file_format: str) -> list[bytes]:
    pictures = [_picture(seed, width, height, file_format) for seed in range(PARTIALS + 1)]
    common = {
        "created_at": 0,
        "size": f"{width}x{height}",
        "quality": "high",
        "output_format": "png",
    }
    frames = [
        {"type": "image_edit.partial_image", "partial_image_index": index, "b64_json": picture}
        for index, picture in enumerate(pictures[:-1])
    ]
    frames.append({"type": "image_edit.completed", "b64_json": pictures[-1]})
    return [
        f"event: {frame['type']}\ndata: {json.dumps(common | frame)}\n\n".encode()
        for frame in frames
    ]


async def _paced(frame: bytes, bytes_a_second: float) -> AsyncIterator[bytes]:
    start = time.monotonic()
    for at in range(0, len(frame), _PIECE):
        yield frame[at : at + _PIECE]
        ahead_s = at / bytes_a_second - (time.monotonic() - start)
        if ahead_s > 0:
            await asyncio.sleep(ahead_s)


def main() -> None:
    width, height = map(int, sys.argv[1:3] or SIZE)
    frames = _frames(width, height, sys.argv[3] if len(sys.argv) > 3 else "png")
    megabits = float(sys.argv[4]) if len(sys.argv) > 4 else math.inf

    async def edits(request: Request) -> StreamingResponse:
        async for _ in request.stream():
            pass

        async def events() -> AsyncIterator[bytes]:
            for frame in frames:
                if math.isinf(megabits):
                    yield frame
                else:
                    async for piece in _paced(frame, megabits * 125_000):
                        yield piece
                print(time.monotonic(), flush=True)

        return StreamingResponse(events(), media_type="text/event-stream")

    listening = socket.create_server(("127.0.0.1", 0))
    print(f"http://127.0.0.1:{listening.getsockname()[1]}/v1", flush=True)
    app = Starlette(routes=[Route("/v1/images/edits", edits, methods=["POST"])])
    uvicorn.Server(uvicorn.Config(app, log_level="error")).run(sockets=[listening])


if __name__ == "__main__":
    main()
