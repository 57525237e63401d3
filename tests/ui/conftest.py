"""A whole application per test: window, session, history, and the embedded server behind it."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Coroutine
from typing import Any

import pytest
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

        assert Studio([]).run(then) == 0

    return run
