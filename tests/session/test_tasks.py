"""Work beside the window: what it brings, and what becomes of what it raises."""

from __future__ import annotations

import asyncio
import threading

import pytest

from inpaint_studio.errors import ImageError, StudioError
from inpaint_studio.session.notice import Telling
from inpaint_studio.session.tasks import Tasks

FAULT = ImageError("No picture", "Choose another.")


def refuse() -> None:
    raise FAULT


class Heard:
    """Tasks, what a person was told, and what was reported as a bug."""

    def __init__(self, *, tells: bool = True) -> None:
        self.told: list[StudioError] = []
        self.bugs: list[BaseException] = []
        tell = self.told.append if tells else None
        self.tasks = Tasks(asyncio.get_running_loop(), self.bugs.append, tell)

    async def end(self, task: asyncio.Task[object]) -> None:
        await asyncio.wait([task])
        await asyncio.sleep(0)


async def test_a_worker_does_the_work_and_the_window_goes_on_with_it() -> None:
    heard, threads = Heard(), []
    await heard.end(heard.tasks.run(threading.get_ident, threads.append))
    assert threads[0] != threading.get_ident()
    assert (heard.told, heard.bugs) == ([], [])


async def test_what_a_person_can_mend_is_told_and_a_bug_is_reported() -> None:
    heard, done = Heard(), []
    await heard.end(heard.tasks.run(refuse, done.append))
    await heard.end(heard.tasks.run(lambda: 1 // 0, done.append))
    assert heard.told == [FAULT]
    assert [type(bug) for bug in heard.bugs] == [ZeroDivisionError]
    assert done == []


async def test_what_the_window_raises_on_going_on_is_told_too() -> None:
    heard = Heard()
    await heard.end(heard.tasks.run(lambda: None, lambda _: refuse()))
    assert heard.told == [FAULT]


async def test_a_fault_is_never_lost_where_nobody_tells() -> None:
    heard = Heard(tells=False)
    await heard.end(heard.tasks.run(refuse, print))
    assert heard.bugs == [FAULT]


async def test_stopped_work_is_no_fault() -> None:
    heard = Heard()
    task = heard.tasks.start(asyncio.sleep(60))
    await asyncio.sleep(0)
    task.cancel()
    await heard.end(task)
    assert (heard.told, heard.bugs) == ([], [])


def test_what_is_done_at_once_is_told_in_the_same_words() -> None:
    told: list[StudioError] = []
    with Telling(told.append):
        refuse()
    assert told == [FAULT]
    with pytest.raises(ZeroDivisionError), Telling(told.append):
        1 // 0  # noqa: B018
