"""Another program holds the history: the window goes on, and nothing of what was done is lost."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from inpaint_studio.app import Studio
from inpaint_studio.contract.profile import local_fill
from inpaint_studio.errors import StudioError
from inpaint_studio.runs.run import Endpoint, Variant
from inpaint_studio.session.culling import Culling
from inpaint_studio.session.notice import Telling
from tests.support import scenes
from tests.support.held_database import held_by
from tests.support.misbehaving import misbehaving

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

HELD_S = 2.5
LONGEST_GAP_S = 1.5
"""Each write that waited as long as workers do would take 15 s."""


@contextmanager
def held(database: Path) -> Iterator[None]:
    holder = held_by(database)
    try:
        yield
    finally:
        holder.communicate()


async def longest_gap(seconds: float) -> float:
    """Between two ticks of the window's thread."""
    ticks = [time.monotonic()]
    while ticks[-1] < ticks[0] + seconds:
        await asyncio.sleep(0.01)
        ticks.append(time.monotonic())
    return max(later - former for former, later in itertools.pairwise(ticks))


async def silent_variant(studio: Studio, base_url: str) -> Variant:
    """Of a run whose endpoint says nothing more after a partial."""

    async def endpoint() -> Endpoint:
        return Endpoint(local_fill(base_url), None)

    session = studio.session
    snapshot = session._snapshot(session.editor.document, scenes.PARAMS)
    runs, before = session.runs, len(session.runs.runs)
    runs.submit(snapshot, endpoint)
    await scenes.until(runs.run_added, lambda: len(runs.runs) > before)
    variant = runs.runs[-1].variants[0]
    await scenes.until(runs.variant_changed, lambda: bool(variant.partials_seen))
    return variant


async def test_a_held_history_is_said_and_written_to_when_it_is_free(
    studio: Studio, tmp_path: Path
) -> None:
    with misbehaving() as server:
        await scenes.open_masked_photo(studio, tmp_path)
        session, history = studio.session, studio.session.history
        (done,) = await scenes.run_once(studio)
        silent = await silent_variant(studio, server.url_of("silence-after-partial"))
        refusals: list[StudioError] = []
        culling = Culling(history, Telling(refusals.append), studio.window)
        with held(history.folder / "history.db"):
            watching = session.tasks.start(longest_gap(HELD_S))
            await asyncio.sleep(0.05)
            session.generate(scenes.PARAMS)
            session.runs.stop(silent)
            session.accepting.accept(done)
            culling.rate([done.id], 3)
            assert await watching < LONGEST_GAP_S
        assert [error.title for error in refusals] == ["The history is in use"]
        assert silent.state == "stopped"
        await scenes.eventually(lambda: history.variant(silent.id).state == "stopped")
        await scenes.eventually(lambda: history.variant(done.id).accepted)
        await scenes.until(session.runs.run_added, lambda: len(session.runs.runs) == 3)
        await scenes.all_ended(studio)
        assert history.variant(session.runs.runs[-1].variants[0].id).state == "done"
