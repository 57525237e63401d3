"""How long the window stands still while an endpoint sends thousands of pictures.

Wall clock from one turn of the window's loop to the next, with everything the program does in it;
the longest while the flood lasts and half a second after, the best of three floods.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from pathlib import Path

from inpaint_studio.app import Studio
from tests.benchmarks._flood_server import PARTIALS, PICTURES
from tests.benchmarks._gaps import streaming_server, submit
from tests.benchmarks.report import Row, at_most
from tests.support import scenes

ROUNDS = 3
STANDS_STILL_S = 0.1
_TICK_S = 0.005
_AFTER_S = 0.5
_WARMUP_S = 1.0


def rows() -> list[Row]:
    """One answer, and one stream."""
    longest: dict[str, list[float]] = {"answer": [], "stream": []}

    async def measure(studio: Studio) -> int:
        with tempfile.TemporaryDirectory() as folder:
            await scenes.open_masked_photo(studio, Path(folder))
            for kind, gaps in longest.items():
                with streaming_server(kind, module="_flood_server") as (endpoint, _):
                    for _ in range(ROUNDS):
                        await asyncio.sleep(_WARMUP_S)
                        submit(studio, endpoint, 1)
                        gaps.append(await _longest_gap(studio))
        await studio.close()
        return 0

    Studio([]).run(measure)
    return [
        at_most(f"longest standstill, {what}", min(longest[kind]), "s", STANDS_STILL_S, 1)
        for kind, what in (
            ("answer", f"{PICTURES:,} pictures in one answer"),
            ("stream", f"{PARTIALS:,} partials in one stream"),
        )
    ]


async def _longest_gap(studio: Studio) -> float:
    runs = studio.session.runs
    longest, tick = 0.0, time.perf_counter()
    ends = float("inf")
    while tick < ends:
        await asyncio.sleep(_TICK_S)
        before, tick = tick, time.perf_counter()
        longest = max(longest, tick - before - _TICK_S)
        if not runs.pending_count:
            ends = min(ends, tick + _AFTER_S)
    return longest
