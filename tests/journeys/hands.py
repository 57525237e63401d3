"""Real hands: the X server's own mouse and key events, sent to wherever a widget is on screen."""

from __future__ import annotations

import asyncio
import subprocess
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, SignalInstance
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

PATIENCE_S = 60.0


async def xdotool(*words: str) -> None:
    """Run one xdotool command while the window's loop goes on."""
    await asyncio.to_thread(subprocess.run, ["xdotool", *words], check=True)


async def click(widget: QWidget) -> None:
    """Move to the middle of a widget and click."""
    await _move(widget.mapToGlobal(widget.rect().center()))
    await xdotool("click", "1")
    await settle()


async def drag(widget: QWidget, points: Sequence[QPoint]) -> None:
    """Press at the first point (in the widget's coordinates), move through all, release."""
    await _move(widget.mapToGlobal(points[0]))
    await xdotool("mousedown", "1")
    for point in points[1:]:
        await _move(widget.mapToGlobal(point))
    await xdotool("mouseup", "1")
    await settle()


async def press(*keys: str) -> None:
    """Press keys as xdotool names them, for example `ctrl+Return`."""
    await xdotool("key", *keys)
    await settle()


async def type_text(text: str) -> None:
    """Type into whatever has the focus."""
    await xdotool("type", "--delay", "5", text)
    await settle()


async def until(signal: SignalInstance, condition: Callable[[], bool]) -> None:
    """Wait for the first emission of `signal` at which `condition` holds."""
    reached = asyncio.get_running_loop().create_future()

    def look(*_: object) -> None:
        if condition() and not reached.done():
            reached.set_result(None)

    signal.connect(look)
    look()
    try:
        await asyncio.wait_for(reached, PATIENCE_S)
    finally:
        signal.disconnect(look)


async def eventually(condition: Callable[[], bool]) -> None:
    """Wait for what no signal tells."""
    async with asyncio.timeout(PATIENCE_S):
        while not condition():  # noqa: ASYNC110 -- the state of a file or of X has no signal
            await asyncio.sleep(0.02)


async def settle() -> None:
    """Let the X server deliver and the window paint."""
    await asyncio.sleep(0.12)


def screenshot(widget: QWidget, path: str) -> None:
    """What is on the screen where the window is."""
    screen = QGuiApplication.primaryScreen()
    corner = widget.mapToGlobal(QPoint(0, 0))
    screen.grabWindow(0, corner.x(), corner.y(), widget.width(), widget.height()).save(path)


async def _move(point: QPoint) -> None:
    await xdotool("mousemove", str(point.x()), str(point.y()))
    await asyncio.sleep(0.02)
