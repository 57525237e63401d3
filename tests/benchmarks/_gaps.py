"""How long the window's thread keeps a hand waiting while large partials stream in."""

from __future__ import annotations

import asyncio
import math
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import IO

import numpy as np
from PIL import Image
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from inpaint_studio.app import Studio
from inpaint_studio.contract.profile import local_fill
from inpaint_studio.contract.sizes import SizeRule
from inpaint_studio.runs.request import take_snapshot
from inpaint_studio.runs.run import Endpoint
from tests.benchmarks.report import Row, at_most
from tests.support import scenes

_VARIANTS = 4
_EVENT_S = 1 / 120
_ROUNDS = 3
_GAP_BAR_S = 0.025


def rows() -> list[Row]:
    """The 99th percentile of the time between events of a stroke, with and without streams."""
    results: list[tuple[float, float]] = []

    async def measure(studio: Studio) -> int:
        with tempfile.TemporaryDirectory() as folder, streaming_server() as (endpoint, _):
            await open_large(studio, Path(folder), 3840, 2160)
            for _ in range(_ROUNDS):
                calm = await _stroke(studio, lambda: False, least_s=3)
                results.append((await _while_streaming(studio, endpoint), calm))
        await studio.close()
        return 0

    Studio([]).run(measure)
    streaming = min(gap for gap, _ in results)
    calm = min(gap for _, gap in results)
    return [
        at_most("gap p99 of a stroke while four 4K streams arrive", streaming, "s", _GAP_BAR_S, 1),
        at_most("the same, against no streams", streaming, "s", calm, 2.5),
    ]


@contextmanager
def streaming_server(
    *arguments: object, module: str = "_stream_server"
) -> Iterator[tuple[Endpoint, IO[str]]]:
    """A server of pictures in a process of its own, and what it says of its sending."""
    process = subprocess.Popen(
        [sys.executable, "-m", f"tests.benchmarks.{module}", *map(str, arguments)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        endpoint = Endpoint(local_fill(process.stdout.readline().strip()), None)
        yield endpoint, process.stdout
    finally:
        process.terminate()
        process.wait(10)


async def open_large(studio: Studio, folder: Path, width: int, height: int) -> None:
    """Open noise of that size, with a mask over so much of it that all of it is sent."""
    path = folder / "large.jpg"
    Image.effect_noise((width, height), 40).convert("RGB").save(path)
    await scenes.open_photo(studio, path)
    document = studio.session.editor.document
    assert document is not None
    mask = np.zeros_like(document.mask)
    mask[height // 12 : -height // 12, width // 12 : -width // 12] = 255
    studio.session.editor.replace_mask(mask, "Mask")


def submit(studio: Studio, endpoint: Endpoint, variants: int) -> None:
    """Ask the server for streamed variants of the whole picture."""
    document = studio.session.editor.document
    assert document is not None
    params = replace(scenes.PARAMS, n=variants, partial_images=3)
    snapshot = take_snapshot(document, "benchmark", params, SizeRule())

    async def source() -> Endpoint:
        return endpoint

    studio.session.runs.submit(snapshot, source)


async def _while_streaming(studio: Studio, endpoint: Endpoint) -> float:
    runs = studio.session.runs
    submit(studio, endpoint, _VARIANTS)
    await scenes.until(runs.run_added, lambda: bool(runs.pending))
    gap = await _stroke(studio, lambda: runs.pending_count > 0, least_s=1)
    studio.session.staging.clear()
    return gap


async def _stroke(studio: Studio, goes_on, *, least_s: float) -> float:  # type: ignore[no-untyped-def]
    """Paint at 120 events a second; the 99th percentile of what lies between them."""
    canvas = studio.wiring.canvas
    times, start = [], time.perf_counter()
    _send(canvas, QEvent.Type.MouseButtonPress, 0.0)
    while goes_on() or time.perf_counter() - start < least_s:
        _send(canvas, QEvent.Type.MouseMove, time.perf_counter() - start)
        times.append(time.perf_counter())
        await asyncio.sleep(_EVENT_S)
    _send(canvas, QEvent.Type.MouseButtonRelease, 0.0)
    return float(np.percentile(np.diff(times), 99))


def _send(canvas, kind: QEvent.Type, seconds: float) -> None:  # type: ignore[no-untyped-def]
    middle = QPointF(canvas.width() / 2, canvas.height() / 2)
    place = middle + QPointF(200 * math.sin(seconds * 3), 100 * math.cos(seconds * 2))
    left = Qt.MouseButton.LeftButton
    no_keys = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(canvas, QMouseEvent(kind, place, place, left, left, no_keys))
