"""The window over the whole screen, and back to what it was."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

_FULL = Qt.WindowState.WindowFullScreen


class FullScreen(QObject):
    """Switches a window; the action's mark says how it is, whoever changed it."""

    def __init__(self, window: QWidget, action: QAction) -> None:
        super().__init__(window)
        self._window = window
        self._action = action
        window.installEventFilter(self)

    def switch(self) -> None:
        """Fill the screen, or leave it; a maximised window is one again."""
        self._window.setWindowState(self._window.windowState() ^ _FULL)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window manager has keys of its own for it."""
        if event.type() is QEvent.Type.WindowStateChange:
            self._action.setChecked(self._window.isFullScreen())
        return super().eventFilter(watched, event)


def leave_full_screen(window: QWidget) -> None:
    """What a look of before left full screen begins as the window it was."""
    if window.isFullScreen():
        normal = window.normalGeometry()
        window.setWindowState(window.windowState() & ~_FULL)
        window.setGeometry(normal)
