"""A whole application per test: window, session, history, and the embedded server behind it."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Coroutine, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from inpaint_studio.app import Studio
from inpaint_studio.server.child import ServerAddress, ServerChild
from inpaint_studio.session import local_server

Play = Callable[[Studio], Coroutine[Any, Any, None]]


class SharedServer:
    """The embedded server's process, started for the first window and kept for all others.

    Each start costs seconds of the processor. How a server of one's own starts, stops and dies is
    tested beside it, and with whole applications in `faults/`.
    """

    def __init__(self) -> None:
        self.child = ServerChild()
        self.address: ServerAddress | None = None

    def lease(self) -> Lease:
        return Lease(self)


class Lease:
    """What a window holds as its own child."""

    def __init__(self, shared: SharedServer) -> None:
        self._shared = shared
        self._is_started = False

    @property
    def is_alive(self) -> bool:
        return self._is_started and self._shared.child.is_alive

    def start(self, timeout_s: float) -> ServerAddress:
        if self._shared.address is None or not self._shared.child.is_alive:
            self._shared.address = self._shared.child.start(timeout_s)
        self._is_started = True
        return self._shared.address

    def stop(self) -> None:
        self._is_started = False


@pytest.fixture(scope="session")
def shared_server() -> Iterator[SharedServer]:
    shared = SharedServer()
    yield shared
    shared.child.stop()


@pytest.fixture
def in_studio(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, shared_server: SharedServer
) -> Callable[[Play], None]:
    """Call it with `async def play(studio)`: the application runs as long as that does."""
    monkeypatch.setattr(local_server, "ServerChild", shared_server.lease)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)

    def run(play: Play) -> None:
        async def then(studio: Studio) -> int:
            try:
                await play(studio)
            finally:
                await studio.close()
            return 0

        try:
            assert Studio([]).run(then) == 0
        finally:
            _delete_windows()

    return run


@pytest.fixture(autouse=True)
def no_window_is_left() -> Iterator[None]:
    yield
    _delete_windows()


def _delete_windows() -> None:
    """Every window that is left would be dressed anew with each test's own, until the collector
    deletes it at a time of its own choosing.
    """
    for window in QApplication.topLevelWidgets():
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
