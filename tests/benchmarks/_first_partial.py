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
from tests.benchmarks.report import Row, at_most
from tests.ui import scenes

_SIZE = 4000, 3000
_ROUNDS = 3
_BAR_S = 0.15


def rows() -> list[Row]:
    """The best of three; its baseline is Pillow decoding the same PNG, with nothing else to do."""
    delays: list[float] = []
    decoding: list[float] = []

    async def measure(studio: Studio) -> int:
        with tempfile.TemporaryDirectory() as folder, streaming_server(*_SIZE) as (endpoint, said):
            await open_large(studio, Path(folder), *_SIZE)
            for _ in range(_ROUNDS):
                submit(studio, endpoint, 1)
                shown = await _first_shown(studio)
                delays.append(shown - float(said.readline()))
                await scenes.all_ended(studio)
                said.readline(), said.readline(), said.readline()
                decoding.append(_decoding_s(studio))
                studio.desk.staging.clear()
        await studio.close()
        return 0

    Studio([]).run(measure)
    return [
        at_most("first partial at 12 MP on the canvas", min(delays), "s", _BAR_S, 1),
        at_most("the same, against decoding alone", min(delays), "s", min(decoding), 1.5),
    ]


async def _first_shown(studio: Studio) -> float:
    """When the canvas has drawn the first picture of the run: monotonic seconds."""
    runs = studio.session.runs
    await scenes.until(
        runs.variant_changed, lambda: any(each.pixels is not None for each in runs.pending)
    )
    QApplication.sendPostedEvents()
    studio.desk.canvas.repaint()
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
