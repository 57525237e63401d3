"""Real hands: the X server's own mouse and key events, sent to wherever a widget is on screen."""

from __future__ import annotations

import asyncio
import subprocess
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from inpaint_studio.app import Studio
from tests.support.waiting import eventually as eventually
from tests.support.waiting import until as until


async def xdotool(*words: str) -> None:
    """Run one xdotool command while the window's loop goes on."""
    await asyncio.to_thread(subprocess.run, ["xdotool", *words], check=True)


async def click(widget: QWidget) -> None:
    """Move to the middle of a widget and click."""
    await click_at(widget, widget.rect().center())


async def click_at(widget: QWidget, place: QPoint) -> None:
    """Move to a place of a widget and click."""
    await _move(widget.mapToGlobal(place))
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
    await xdotool("key", *map(_with_key_codes, keys))
    await settle()


_FUNCTION_KEYS = {f"F{number}": str(66 + number) for number in range(1, 11)}
"""Their codes on every X server under Linux.

By name, xdotool adds the modifiers of whichever level its search of the keyboard's layout ends at:
where the layouts are those of 2026, F6 becomes Alt+F6.
"""


def _with_key_codes(keys: str) -> str:
    return "+".join(_FUNCTION_KEYS.get(key, key) for key in keys.split("+"))


async def type_text(text: str) -> None:
    """Type into whatever has the focus."""
    await xdotool("type", "--delay", "5", text)
    await settle()


async def settle() -> None:
    """Let the X server deliver and the window paint."""
    await asyncio.sleep(0.12)


async def leave(studio: Studio) -> int:
    """Quit by key, and let go what is unsaved by the button that says so; the exit status."""
    window, question = studio.window, studio.window.central_area.question
    await press("ctrl+q")
    await eventually(lambda: question.isVisible() or not window.isVisible())
    if question.isVisible():
        await click(question.buttons[-2])  # the words are of any language
    return await studio.closed()


def screenshot(widget: QWidget, path: str) -> None:
    """What is on the screen where the window is."""
    screen = QGuiApplication.primaryScreen()
    corner = widget.mapToGlobal(QPoint(0, 0))
    screen.grabWindow(0, corner.x(), corner.y(), widget.width(), widget.height()).save(path)


async def _move(point: QPoint) -> None:
    place = QPointF(point) * QGuiApplication.primaryScreen().devicePixelRatio()
    await xdotool("mousemove", str(round(place.x())), str(round(place.y())))
    await asyncio.sleep(0.02)
