"""Tools at the left, request at the right, history below: shown, hidden, moved, put back."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QFrame, QMainWindow, QToolBar, QWidget

from inpaint_studio.settings import Settings
from inpaint_studio.ui.shell.start_up_look import StartUpLook
from inpaint_studio.ui.style import theme as themes
from inpaint_studio.ui.widgets.labels import section_head
from inpaint_studio.ui.widgets.layouts import SPRING, in_row, wide

_LAYOUT_VERSION = 2
_REQUEST_WIDTH = 304
_HISTORY_HEIGHT = 180


class Docks:
    """The tool bar and the docks of one window."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._is_history_folded = False
        self._tools = _tool_bar(window)
        areas = Qt.DockWidgetArea
        for corner in (Qt.Corner.BottomRightCorner, Qt.Corner.BottomLeftCorner):
            window.setCorner(corner, areas.BottomDockWidgetArea)
        self._request = _dock(window, "request")
        self._history = _dock(window, "history")
        window.addDockWidget(areas.RightDockWidgetArea, self._request)
        window.addDockWidget(areas.BottomDockWidgetArea, self._history)

    @property
    def holder(self) -> QWidget:
        """The parent to make the request's widget with.

        Given another afterwards, it would be dressed anew with all that is in it.
        """
        return self._request

    def fill(self, request: QWidget, history: QWidget, search: QWidget) -> None:
        """Put the contents in, `search` beside the history's title, and show all."""
        _put(self._request, self._window.tr("Request"), request)
        _put(self._history, self._window.tr("History"), history, search)
        # What joins a window that is on screen stays hidden until it is told to show.
        for part in (self._tools, self._request, self._history):
            part.show()
        self._plain = self._window.saveState(_LAYOUT_VERSION)

    def add_tools(self, tools: Iterable[tuple[QAction, bool]]) -> None:
        """Put actions into the tool bar; true draws a line above."""
        for action, starts_group in tools:
            if starts_group:
                self._tools.addSeparator()
            self._tools.addAction(action)

    def restore(self, docks: QByteArray | None) -> None:
        """Put the docks where they were, or in their first place."""
        if docks is None or not self._window.restoreState(docks, _LAYOUT_VERSION):
            self.reset()

    def reset(self) -> None:
        """Put the docks in their first place."""
        self._window.restoreState(self._plain, _LAYOUT_VERSION)
        self._window.resizeDocks([self._request], [_REQUEST_WIDTH], Qt.Orientation.Horizontal)
        self._window.resizeDocks([self._history], [_HISTORY_HEIGHT], Qt.Orientation.Vertical)

    def set_hidden(self, hidden: bool) -> None:
        """Leave the whole window to the picture, or bring the docks back."""
        for dock in (self._request, self._history):
            dock.setVisible(not hidden)

    def fold_history(self, folded: bool) -> None:
        """Put the history away while the whole gallery is open; bring back only what was there."""
        if folded and not self._history.isHidden():
            self._history.hide()
            self._is_history_folded = True
        elif not folded and self._is_history_folded:
            self._history.show()
            self._is_history_folded = False

    def look(self, theme: str, settings: Settings) -> StartUpLook:
        """What the next start's shell should look like."""
        window = self._window
        right = window.dockWidgetArea(self._request) == Qt.DockWidgetArea.RightDockWidgetArea
        below = window.dockWidgetArea(self._history) == Qt.DockWidgetArea.BottomDockWidgetArea
        return StartUpLook(
            theme=theme,
            ui_scale=settings.ui_scale,
            language=settings.language,
            left=self._tools.width(),
            right=_taken(self._request, self._request.width(), right),
            bottom=_taken(self._history, self._history.height(), below),
            geometry=window.saveGeometry(),
            docks=window.saveState(_LAYOUT_VERSION),
        )


def _taken(dock: QDockWidget, length: int, in_place: bool) -> int:
    return length + 1 if in_place and dock.isVisible() and not dock.isFloating() else 0


def _tool_bar(window: QMainWindow) -> QToolBar:
    bar = QToolBar(window.tr("Tools"), window)
    bar.setObjectName("tools")
    bar.setMovable(False)
    bar.setIconSize(QSize(themes.ICON_PX, themes.ICON_PX))
    window.addToolBar(Qt.ToolBarArea.LeftToolBarArea, bar)
    return bar


def _dock(window: QMainWindow, name: str) -> QDockWidget:
    dock = QDockWidget(window)
    dock.setObjectName(name)
    features = QDockWidget.DockWidgetFeature
    dock.setFeatures(features.DockWidgetMovable | features.DockWidgetClosable)
    return dock


def _put(dock: QDockWidget, title: str, content: QWidget, *extras: QWidget) -> None:
    """The head, for dragging, shows the title in small capitals and `extras` beside it."""
    dock.setWindowTitle(title)
    dock.setTitleBarWidget(_head(title, extras))
    dock.setWidget(content)


def _head(title: str, extras: tuple[QWidget, ...]) -> QFrame:
    head = QFrame()
    head.setObjectName("dockTitle")
    beside = [wide(part) for part in extras] or [SPRING]
    in_row(section_head(title), *beside, of=head, spacing=12, margins=(14, 8, 12, 6))
    return head
