"""What the history could not take waits, in its order and within bounds."""

from __future__ import annotations

import sqlite3
import threading
from functools import partial

import pytest

from inpaint_studio.errors import HistoryError
from inpaint_studio.runs import backlog
from inpaint_studio.runs.backlog import Backlog, can_be_tried_again


def full() -> HistoryError:
    error = HistoryError("The disk is full", "Free some space.")
    error.__cause__ = sqlite3.OperationalError("database or disk is full")
    return error


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backlog, "RETRY_S", 0.02)


def test_all_are_written_in_their_order_once_there_is_room() -> None:
    written: list[int] = []
    has_room, caught_up = threading.Event(), threading.Event()
    waiting = Backlog(caught_up.set)

    def write(number: int) -> None:
        if not has_room.is_set():
            raise full()
        written.append(number)

    for number in range(20):
        waiting.add(partial(write, number), full())
    assert waiting.reason is not None
    has_room.set()

    assert caught_up.wait(10)
    assert written == list(range(20))
    assert waiting.reason is None


def test_what_was_deleted_meanwhile_holds_up_nothing() -> None:
    def gone() -> None:
        raise HistoryError("This run is no longer in the history", "")

    caught_up = threading.Event()
    waiting = Backlog(caught_up.set)
    waiting.add(gone, full())

    assert caught_up.wait(10)
    assert not can_be_tried_again(HistoryError("This run is no longer in the history", ""))


def test_closing_tries_once_more_and_then_lets_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backlog, "RETRY_S", 3600.0)
    tried: list[int] = []

    def write() -> None:
        tried.append(1)
        raise full()

    waiting = Backlog()
    waiting.add(write, full())
    waiting.close()

    assert tried == [1]


def test_partials_that_wait_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backlog, "MOST_BYTES", 100)
    monkeypatch.setattr(backlog, "RETRY_S", 3600.0)
    waiting = Backlog()
    waiting.add(lambda: None, full(), byte_count=60)

    assert waiting.has_room_for(40)
    assert not waiting.has_room_for(41)
    waiting.close()
