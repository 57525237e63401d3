"""Tools at the left, request at the right, history below: shown, hidden, moved, put back.

The history is a line of its own while it is empty or the window is short. It opens by a click or by
its key, never by itself while somebody works: what comes into it moves no picture.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QFrame, QMainWindow, QToolBar, QWidget

from inpaint_studio.settings import Settings
from inpaint_studio.ui.actions.shortcuts import Shortcuts
from inpaint_studio.ui.shell.start_up_look import StartUpLook
from inpaint_studio.ui.style import theme as themes
from inpaint_studio.ui.widgets.buttons import icon_button
from inpaint_studio.ui.widgets.labels import section_head
from inpaint_studio.ui.widgets.layouts import SPRING, LayoutPart, held, in_column, in_row, wide

_LAYOUT_VERSION = 2
_REQUEST_WIDTH = 308
_HISTORY_HEIGHT = 180
_SHORT_PX = 760
"""A window less high leaves its height to the picture: the history is a line, until asked for."""
_LINE_PX = 28
_ANY_PX = 16_777_215
"""QWIDGETSIZE_MAX, which PySide does not name."""


class Docks(QObject):
    """The tool bar and the docks of one window."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._is_history_away = False
        self._is_history_open = True
        self._wanted_history = ""
        self._has_history = False
        self.history_button = icon_button(self.tr("Show or fold the history"))
        self._tools = _tool_bar(window)
        areas = Qt.DockWidgetArea
        for corner in (Qt.Corner.BottomRightCorner, Qt.Corner.BottomLeftCorner):
            window.setCorner(corner, areas.BottomDockWidgetArea)
        self._request = _dock(window, "request")
        self._history = _dock(window, "history")
        window.addDockWidget(areas.RightDockWidgetArea, self._request)
        window.addDockWidget(areas.BottomDockWidgetArea, self._history)

    @property
    def holder(self) -> QDockWidget:
        """The parent to make the request's widget with.

        Given another afterwards, it would be dressed anew with all that is in it.
        """
        return self._request

    def fill(self, request: QWidget, history: QWidget, search: QWidget) -> None:
        """Put the contents in, `search` beside the history's title, and show all."""
        _put(self._request, _head(self._window.tr("Request"), SPRING), request)
        self._strip, self._search = history, search
        words = self._window.tr("History")
        line = _head(words, wide(search), self.history_button)
        line.installEventFilter(self)
        self.set_theme(themes.current())
        self.history_button.setObjectName("fold")
        self.history_button.clicked.connect(self.toggle_history)
        # In a box of its own: a dock whose content is hidden is no wider than its title.
        _put(self._history, line, held(in_column(history)))
        self._history.setWindowTitle(words)
        self._request.setWindowTitle(self._window.tr("Request"))
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

    def restore(self, docks: QByteArray | None, history: str) -> None:
        """Put the docks where they were, or in their first place; `history` is `look`'s."""
        self._wanted_history = history
        self._window.installEventFilter(self)
        if docks is None or not self._window.restoreState(docks, _LAYOUT_VERSION):
            self._put_back()
        self.fit_history()

    def reset(self) -> None:
        """Put the docks in their first place."""
        self._wanted_history = ""
        self._put_back()
        self.fit_history()

    def set_has_history(self, has_history: bool) -> None:
        """Say at the start whether there is anything in the history."""
        self._has_history = has_history
        self.fit_history()

    def fit_history(self) -> None:
        """Open or a line: as a person wants it, or as the window's height has room for it."""
        is_tall = self._window.height() >= _SHORT_PX
        fits = self._has_history and is_tall
        self._open_history({"open": True, "line": False}.get(self._wanted_history, fits))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Heed a window that has become short or tall, and a click on the history's line."""
        if watched is self._window:  # what nobody took of a click comes up to it, too
            if event.type() is QEvent.Type.Resize:
                self.fit_history()
        elif event.type() is QEvent.Type.MouseButtonRelease and not self._is_history_open:
            self.show_history()
        return super().eventFilter(watched, event)

    def show_history(self) -> None:
        """Open the history, to stay so."""
        self._wanted_history = "open"
        self._history.show()
        self.fit_history()

    def toggle_history(self) -> None:
        """Open the history, or make a line of it, and leave it so."""
        if self._is_history_open and self._history.isVisible():
            self._wanted_history = "line"
            self.fit_history()
        else:
            self.show_history()

    def name_keys(self, shortcuts: Shortcuts) -> None:
        """Let the button name the key of what it does."""
        shortcuts.name_key(self.history_button, "history")

    def set_theme(self, theme: themes.Theme) -> None:
        """Recolour the icon."""
        name = "chevron-down" if self._is_history_open else "chevron-up"
        self.history_button.setIcon(themes.icon(name, theme, theme.dim, 16))

    def _open_history(self, is_open: bool) -> None:
        if is_open == self._is_history_open:
            return
        self._is_history_open = is_open
        for part in (self._strip, self._search):
            part.setVisible(is_open)
        self._history.setMinimumHeight(0 if is_open else _LINE_PX)
        self._history.setMaximumHeight(_ANY_PX if is_open else _LINE_PX)
        self.set_theme(themes.current())
        if is_open:
            self._window.resizeDocks([self._history], [_HISTORY_HEIGHT], Qt.Orientation.Vertical)

    def _put_back(self) -> None:
        self._window.restoreState(self._plain, _LAYOUT_VERSION)
        self._window.resizeDocks([self._request], [_REQUEST_WIDTH], Qt.Orientation.Horizontal)
        self._window.resizeDocks([self._history], [_HISTORY_HEIGHT], Qt.Orientation.Vertical)

    def set_hidden(self, hidden: bool) -> None:
        """Leave the whole window to the picture, or bring the docks back."""
        for dock in (self._request, self._history):
            dock.setVisible(not hidden)

    def put_history_away(self, away: bool) -> None:
        """Hide the history while the whole gallery is open; bring back only what was there."""
        if away and not self._history.isHidden():
            self._history.hide()
            self._is_history_away = True
        elif not away and self._is_history_away:
            self._history.show()
            self._is_history_away = False

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
            history=self._wanted_history,
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


def _put(dock: QDockWidget, head: QWidget, content: QWidget) -> None:
    """The head is for dragging the dock."""
    dock.setTitleBarWidget(head)
    dock.setWidget(content)


def _head(title: str, beside: LayoutPart, *before: QWidget) -> QFrame:
    """The title in small capitals, with parts on both sides of it."""
    head = QFrame()
    head.setObjectName("dockTitle")
    left = 8 if before else 14
    row = in_row(
        *before, section_head(title), beside, of=head, spacing=10, margins=(left, 3, 12, 3)
    )
    row.addStrut(_LINE_PX - 6)  # a dock asks for the hint only, not for the least height
    return head
