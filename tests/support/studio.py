"""A whole application per test: window, session, history, and the embedded server behind it."""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest
from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QApplication

from inpaint_studio.app import Studio
from inpaint_studio.server.child import ServerAddress, ServerChild
from inpaint_studio.session import local_server
from inpaint_studio.session.event_loop import EventLoop
from inpaint_studio.ui.style.i18n import install_language

StartStudio = Callable[[], Awaitable[Studio]]


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
def loop_factory(qapp: QApplication) -> Callable[[], EventLoop]:
    """Coroutine tests run in Qt's loop, as the window does."""
    return lambda: EventLoop(qapp)


@pytest.fixture
def start_studio(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, shared_server: SharedServer
) -> AbstractAsyncContextManager[StartStudio]:
    """Await it for an application; awaited again, the former one is closed first, as by a restart.

    For tests that prepare what it finds, or need several; others take `studio`.
    """
    monkeypatch.setattr(local_server, "ServerChild", shared_server.lease)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    return _one_at_a_time()


@pytest.fixture
@asynccontextmanager
async def studio(start_studio) -> AsyncIterator[Studio]:
    """The application with its window, until the test ends."""
    async with start_studio as start:
        yield await start()


@asynccontextmanager
async def _one_at_a_time() -> AsyncIterator[StartStudio]:
    started: list[Studio] = []

    async def start() -> Studio:
        await close()
        started.append(Studio([]))
        await _begun(started[-1])
        return started[-1]

    async def close() -> None:
        if started and not started[-1]._closed.done():
            await started[-1].close()
        _delete_windows()

    try:
        yield start
    finally:
        await close()


async def _begun(studio: Studio) -> None:
    painted = asyncio.Event()
    studio.window.first_painted.connect(painted.set)
    studio.window.show()
    await painted.wait()
    studio.begin()


@pytest.fixture(autouse=True)
def no_window_is_left() -> Iterator[None]:
    yield
    _delete_windows()
    app = QApplication.instance()
    if isinstance(app, QApplication) and (app.isRightToLeft() or QLocale() != _LOCALE):
        install_language(app, "en")
        QLocale.setDefault(_LOCALE)


_LOCALE = QLocale()
"""As no window has changed it yet: those that speak another language leave theirs."""


def _delete_windows() -> None:
    """Every window that is left would be dressed anew with each test's own, until the collector
    deletes it at a time of its own choosing.
    """
    for window in QApplication.topLevelWidgets():
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
