"""A designer's day in one window: what it holds at the most and at the end, in megabytes.

A picture of 12 megapixels, ten runs; then one of 16 beside it, extended, ten runs, all of a run
compared. Results come from a process of their own.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
import threading
from pathlib import Path

import numpy as np
from PIL import Image

from inpaint_studio import paths
from inpaint_studio.app import Studio
from inpaint_studio.picture.extend import Extension
from inpaint_studio.runs.run import Endpoint
from tests.benchmarks._gaps import streaming_server, submit
from tests.benchmarks.memory import own_resident_mb
from tests.support import scenes

_RUNS = 10
_RESULT_PX = 1024
_EXTENDED_PX = 1600, 3333
"""What is sent where 800 px are gained at the right: as many beside them, as context."""


async def play(studio: Studio) -> int:
    """The day, in a window of the usual size."""
    studio.window.resize(1440, 900)
    with (
        tempfile.TemporaryDirectory() as folder,
        streaming_server(_RESULT_PX, _RESULT_PX, "png") as (endpoint, _),
        streaming_server(*_EXTENDED_PX, "png") as (other, _),
    ):
        await _open(studio, Path(folder), 4000, 3000)
        for number in range(_RUNS):
            await _edit(studio, endpoint, number)
        await _open(studio, Path(folder), 4800, 3333)
        await _extend(studio, other)
        for number in range(_RUNS):
            await _edit(studio, endpoint, number)
        studio.wiring.compare.compare_run(studio.session.runs.runs[-1])
        await asyncio.sleep(4)
    await studio.close()
    return 0


async def _open(studio: Studio, folder: Path, width: int, height: int) -> None:
    path = folder / f"{width}.jpg"
    Image.effect_noise((width, height), 40).convert("RGB").save(path, quality=90)
    await scenes.open_photo(studio, path)


async def _edit(studio: Studio, endpoint: Endpoint, number: int) -> None:
    """Mask a place, ask for two variants, accept the first."""
    editor = studio.session.editor
    document = editor.document
    assert document is not None
    mask = np.zeros_like(document.mask)
    x, y = 300 + 330 * number, 300 + 200 * number
    mask[y : y + 500, x : x + 500] = 255
    editor.replace_mask(mask, "Mask")
    submit(studio, endpoint, 2)
    await scenes.all_ended(studio)
    await _accept(studio)


async def _extend(studio: Studio, endpoint: Endpoint) -> None:
    studio.session.editor.clear_mask()
    studio.session.editor.set_extension(Extension(right=800))
    submit(studio, endpoint, 1)
    await scenes.all_ended(studio)
    await _accept(studio)


async def _accept(studio: Studio) -> None:
    document, staging = studio.session.editor.document, studio.session.staging
    assert document is not None
    before = len(document.edits)
    await scenes.eventually(lambda: staging.can_accept)
    staging.accept()
    await scenes.eventually(lambda: len(document.edits) > before)


def main() -> None:
    """Print the most that was resident, and what is at the end."""
    peak, over = [0.0], threading.Event()

    def look() -> None:
        while not over.wait(0.05):
            peak[0] = max(peak[0], own_resident_mb())

    watch = threading.Thread(target=look)
    watch.start()
    with tempfile.TemporaryDirectory() as home:
        os.environ[paths.HOME_VARIABLE] = home
        Studio([], owns_process=True).run(play)
    at_end = own_resident_mb()
    over.set()
    watch.join()
    print(at_end, peak[0])


if __name__ == "__main__":
    main()
