"""Fault row 85: an endpoint that sends thousands of pictures in one answer."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

from inpaint_studio.app import Studio
from inpaint_studio.errors import StudioError
from inpaint_studio.runs.run import Run
from inpaint_studio.session.runs import TOLD_EVERY_S
from tests.support import scenes
from tests.support.replies import Reply, answer, completed, partial, stream
from tests.support.scripted import FRAME, encoded, scripted, submit

STANDS_STILL_S = 0.1
"""Of the window's thread's own work: machines that run tests do other things meanwhile."""


BUSY_S, PAUSE_S = 2.0, 4.0


def colours(count: int) -> list[bytes]:
    return [encoded((k % 256, k // 256, 90), FRAME) for k in range(count)]


def busy() -> None:
    """The window's thread does something else for so long."""
    time.sleep(BUSY_S)


async def flooded(studio: Studio, reply: Reply) -> tuple[Run, float]:
    """A run answered so, and the longest that the window's thread worked in one turn meanwhile."""
    longest = 0.0
    with scripted(reply) as there:
        run = await submit(studio, there)
        task = run.variants[0].task
        assert task is not None
        while not task.done():
            started = time.thread_time()
            await asyncio.sleep(0.002)
            longest = max(longest, time.thread_time() - started)
    return run, longest


async def test_of_1500_pictures_ten_are_kept_and_the_rest_is_counted(
    studio: Studio, tmp_path: Path
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    complaints: list[StudioError] = []
    studio.session.runs.failed.connect(complaints.append)
    run, longest = await flooded(studio, answer(*colours(1500)))
    assert len(run.variants) == 10
    assert len(studio.session.history.run(run.id).variants) == 10
    assert "1490 were not kept" in complaints[-1].message
    assert longest < STANDS_STILL_S


async def test_of_2000_partials_few_are_kept_and_the_result(studio: Studio, tmp_path: Path) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    frames = b"".join(partial(k, each) for k, each in enumerate(colours(2000)))
    run, longest = await flooded(studio, stream(frames, completed(colours(1)[0])))
    (variant,) = run.variants
    assert variant.state == "done"
    assert variant.partials_seen == 64
    assert longest < STANDS_STILL_S


async def test_what_piles_up_while_the_window_is_busy_is_drawn_once(
    studio: Studio, tmp_path: Path
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    runs, told = studio.session.runs, []
    first, *others = (partial(k, each) for k, each in enumerate(colours(20)))
    reply = stream(first, 1.0, b"".join(others), PAUSE_S, completed(colours(1)[0]))
    with scripted(reply) as there:
        await submit(studio, there)
        runs.variant_changed.connect(lambda changed: told.append(changed.partials_seen))
        await scenes.until(runs.variant_changed, lambda: told[-1:] == [1])
        busy()
        seen = told[-1]
        told.clear()
        await scenes.until(runs.variant_changed, lambda: told[-1:] == [20])
        assert len(told) < 20 - seen
        await scenes.all_ended(studio)


async def test_partials_that_follow_each_other_at_once_are_not_all_painted(
    studio: Studio, tmp_path: Path
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    runs, told = studio.session.runs, []
    with scripted(stream(partial(0, colours(1)[0]), PAUSE_S, completed(colours(1)[0]))) as there:
        run = await submit(studio, there)
        (variant,) = run.variants
        await scenes.until(runs.variant_changed, lambda: variant.partials_seen == 1)
        runs.variant_changed.connect(lambda changed: told.append(changed.partials_seen))
        began = time.monotonic()
        for number in range(2, 300):
            variant.partials_seen = number
            runs.changed(variant)
            await asyncio.sleep(0.001)
        await scenes.until(runs.variant_changed, lambda: told[-1:] == [299])
        assert len(told) <= (time.monotonic() - began) / TOLD_EVERY_S + 3
        await scenes.all_ended(studio)
