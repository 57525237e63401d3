"""Memory that nobody uses goes back to the system, but never under a stroke."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from inpaint_studio.picture.geometry import Point
from inpaint_studio.session import free_memory
from inpaint_studio.session.event_loop import EventLoop
from inpaint_studio.session.free_memory import FreeMemory
from tests.session.conftest import white
from tests.support import waiting

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="glibc alone keeps it")


@pytest.fixture
def loop_factory(qapp) -> Callable[[], EventLoop]:
    """The rest is timed by Qt."""
    return lambda: EventLoop(qapp)


def resident_mb() -> float:
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6


async def test_what_is_free_between_small_things_is_given_back(session, monkeypatch) -> None:
    monkeypatch.setattr(free_memory, "_REST_S", 0.05)
    FreeMemory(session.editor, session.runs, session)
    session.editor.open(white())
    session.editor.press(Point(20, 20))
    pieces = [bytearray(b"x" * 60_000) for _ in range(3000)]
    kept = pieces[::50]
    pieces.clear()
    before = resident_mb()
    await asyncio.sleep(0.3)
    assert resident_mb() > before - 50  # a stroke is under way
    session.editor.release()
    await waiting.eventually(lambda: resident_mb() < before - 100)
    assert len(kept) == 60
