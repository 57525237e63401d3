"""Which events of a hand come twice, or were never meant for the canvas.

Some systems send a pen's events as a mouse's too, before or after, and some drivers a mouse's
twice. What was accepted of a pen, Qt itself does not repeat.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent

_SOON_S = 0.25
"""Longer than a driver takes, and a hand needs longer to change from pen to mouse."""
_NEAR_PX = 3.0
_LEFT = Qt.MouseButton.LeftButton


@dataclass
class _Hand:
    """What was last seen of pen or mouse, and whether it is pressed."""

    is_down: bool = False
    at_s: float = -1e9
    place: QPointF = field(default_factory=QPointF)

    def see(self, place: QPointF, *, is_down: bool) -> None:
        self.is_down, self.at_s, self.place = is_down, time.monotonic(), QPointF(place)

    def was_seen(self, within_s: float = _SOON_S) -> bool:
        return time.monotonic() - self.at_s < within_s

    def is_near(self, place: QPointF) -> bool:
        return (place - self.place).manhattanLength() <= _NEAR_PX


class Doubled:
    """Watches both hands; told of every pen event that was used."""

    def __init__(self) -> None:
        self._pen = _Hand()
        self._mouse = _Hand()

    @property
    def is_pen_down(self) -> bool:
        """Whether a pen was pressed that has not been lifted."""
        return self._pen.is_down

    def see_pen(self, place: QPointF, *, is_down: bool) -> None:
        """A pen's event was used."""
        self._pen.see(place, is_down=is_down)

    def is_pen_late(self, place: QPointF) -> bool:
        """Whether the press of a pen repeats that of the mouse, which came first."""
        mouse = self._mouse
        return mouse.is_down and mouse.was_seen() and mouse.is_near(place)

    def is_double(self, event: QMouseEvent) -> bool:
        """Whether a mouse event is to be left alone."""
        if self._pen.is_down or self._is_just_lifted(event):
            self._pen.is_down = self._pen.is_down and self._is_of_pen(event)
            if self._pen.is_down or self._is_just_lifted(event):
                return True
        return self._is_of_mouse(event)

    def forget(self) -> None:
        """Releases will go elsewhere."""
        self._pen.is_down = self._mouse.is_down = False

    def _is_of_pen(self, event: QMouseEvent) -> bool:
        """Whether it belongs to the pen that is down; if not, its release was lost."""
        if event.type() is QEvent.Type.MouseMove and event.buttons() & _LEFT:
            return True
        return event.type() is QEvent.Type.MouseButtonRelease or self._pen.was_seen()

    def _is_just_lifted(self, event: QMouseEvent) -> bool:
        is_press = event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
        return is_press and self._pen.was_seen() and self._pen.is_near(event.position())

    def _is_of_mouse(self, event: QMouseEvent) -> bool:
        """Whether the mouse's own press came before, or the first of a pair went elsewhere.

        A bar that hides at a click leaves the second click to what lies below it.
        """
        if event.button() is not _LEFT:
            return False
        kind, mouse = event.type(), self._mouse
        if kind is QEvent.Type.MouseButtonRelease:
            mouse.is_down = False
            return False
        if kind is QEvent.Type.MouseButtonDblClick:
            pair_s = QGuiApplication.styleHints().mouseDoubleClickInterval() / 1000
            is_double = not mouse.was_seen(2 * pair_s)
        else:
            is_double = mouse.is_down and mouse.was_seen() and mouse.is_near(event.position())
        if not is_double:
            mouse.see(event.position(), is_down=True)
        return is_double
