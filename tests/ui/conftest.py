"""A whole application per test: window, session, history, and the embedded server behind it."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from inpaint_studio.app import Studio

Play = Callable[[Studio], Coroutine[Any, Any, None]]


@pytest.fixture
def in_studio(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Callable[[Play], None]:
    """Call it with `async def play(studio)`: the application runs as long as that does."""
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


def _delete_windows() -> None:
    """Every window that is left would be dressed anew with each test's own."""
    for window in QApplication.topLevelWidgets():
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
