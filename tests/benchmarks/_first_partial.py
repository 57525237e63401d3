"""How long the last byte of a large partial takes to become a picture on the canvas."""

from __future__ import annotations

import io
import tempfile
import time
from pathlib import Path

from PIL import Image
from PySide6.QtWidgets import QApplication

from inpaint_studio.app import Studio
from tests.benchmarks._gaps import open_large, streaming_server, submit
from tests.benchmarks._stream_server import PARTIALS
from tests.benchmarks.report import Row, at_most
from tests.support import scenes

_SIZE = 4000, 3000
_ROUNDS = 3
_BAR_S = 0.15
_MEGABITS = 400
"""Of a fast line: no network delivers 20 MB at once, as loopback does."""


def rows() -> list[Row]:
    """The best of three for each format, from the last byte on: over a fast line, and at once.

    The latter's baseline is Pillow decoding the same file with nothing else to do: no order of work
    shows a picture sooner than that.
    """
    found: list[Row] = []

    async def measure(studio: Studio) -> int:
        for file_format in ("jpeg", "png"):
            paced, _ = await _best(studio, file_format, _MEGABITS)
            at_once, decoded = await _best(studio, file_format)
            name = f"first {file_format} partial at 12 MP on the canvas"
            found.append(at_most(f"{name}, sent at {_MEGABITS} Mbit/s", paced, "s", _BAR_S, 1))
            found.append(
                at_most(f"{name}, sent at once, against decoding", at_once, "s", decoded, 2)
            )
        await studio.close()
        return 0

    Studio([]).run(measure)
    return found


async def _best(studio: Studio, file_format: str, *pace: int) -> tuple[float, float]:
    """Seconds from the last byte to the canvas, and of decoding alone."""
    delays, decoding = [], []
    with (
        tempfile.TemporaryDirectory() as folder,
        streaming_server(*_SIZE, file_format, *pace) as (endpoint, said),
    ):
        await open_large(studio, Path(folder), *_SIZE)
        for _ in range(_ROUNDS):
            submit(studio, endpoint, 1)
            shown = await _first_shown(studio)
            delays.append(shown - float(said.readline()))
            await scenes.all_ended(studio)
            for _ in range(PARTIALS):
                said.readline()
            decoding.append(_decoding_s(studio))
            studio.session.staging.clear()
    return min(delays), min(decoding)


async def _first_shown(studio: Studio) -> float:
    """When the canvas has drawn the first picture of the run: monotonic seconds."""
    runs = studio.session.runs
    await scenes.until(
        runs.variant_changed, lambda: any(each.pixels is not None for each in runs.pending)
    )
    QApplication.sendPostedEvents()
    studio.wiring.canvas.repaint()
    return time.monotonic()


def _decoding_s(studio: Studio) -> float:
    variant = studio.session.runs.runs[-1].variants[0]
    blob = studio.session.history.variant(variant.id).blob
    assert blob is not None
    data = studio.session.history.blob_path(blob).read_bytes()
    start = time.perf_counter()
    with Image.open(io.BytesIO(data)) as image:
        image.load()
    return time.perf_counter() - start
