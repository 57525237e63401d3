"""Memory that nobody uses goes back to the system, but never under a stroke."""

from __future__ import annotations

import asyncio
import gc
import subprocess
import sys
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from inpaint_studio.picture.geometry import Point
from inpaint_studio.session.event_loop import EventLoop
from inpaint_studio.session.free_memory import FreeMemory
from tests.session.conftest import white
from tests.support import waiting

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="glibc alone keeps it")


@pytest.fixture
def loop_factory(qapp) -> Callable[[], EventLoop]:
    """The rest is timed by Qt."""
    return lambda: EventLoop(qapp)


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    """Whatever is collected is so because it was asked for."""
    gc.disable()
    yield
    gc.enable()
    gc.unfreeze()


def resident_mb() -> float:
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6


async def test_what_is_free_between_small_things_is_given_back(session) -> None:
    FreeMemory(session.editor, session.runs, session)
    session.editor.open(white())
    session.editor.press(Point(20, 20))
    pieces = [bytearray(b"x" * 60_000) for _ in range(3000)]
    kept = pieces[::50]
    pieces.clear()
    before = resident_mb()
    await asyncio.sleep(0.8)
    assert resident_mb() > before - 50  # a stroke is under way
    session.editor.release()
    await waiting.eventually(lambda: resident_mb() < before - 100)
    assert len(kept) == 60


async def test_a_document_that_was_closed_does_not_stay_in_memory(session) -> None:
    document = white()
    document.clear_mask()
    left = weakref.ref(document)
    FreeMemory(session.editor, session.runs, session)
    session.editor.open(document)
    session.editor.open(white())
    session.documents.close(document)
    del document
    await waiting.eventually(lambda: left() is None)


def test_a_large_array_is_given_back_the_moment_it_is_freed() -> None:
    subprocess.run([sys.executable, "-c", _LARGE], check=True)


_LARGE = """
import numpy as np
from inpaint_studio.session.free_memory import take_large_arrays_from_the_system
from tests.session.test_free_memory import resident_mb

np.ones(30_000_000, np.uint8)  # glibc would take whatever is smaller from its own from now on
take_large_arrays_from_the_system()
arrays = [np.ones(20_000_000, np.uint8) for _ in range(5)]
between = [bytearray(50_000) for _ in range(5)]
before = resident_mb()
arrays.clear()
assert resident_mb() < before - 90, (before, resident_mb())
"""
