"""The actions that menus, tool bar and canvas have, as Qt knows them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget, QWidgetAction

from inpaint_studio.ui.actions.action import Action
from inpaint_studio.ui.actions.shortcuts import Shortcuts
from inpaint_studio.ui.actions.table import TOOLS, WINDOW
from inpaint_studio.ui.shell.menu_bar import give_mnemonics
from inpaint_studio.ui.style.theme import Theme, icon
from inpaint_studio.ui.style.tips import set_tip
from inpaint_studio.ui.widgets.labels import section_head

_HEAD_MARGINS_PX = (12, 4, 12, 2)


class WindowActions:
    """One for each action of window and canvas, by id; `does` gives what one does, by its id.

    Keys of the canvas work there only; `ui/canvas/keys` has them go before the window's.
    """

    def __init__(
        self,
        window: QMainWindow,
        does: Callable[[str], Callable[[], None]],
        shortcuts: Shortcuts,
    ) -> None:
        self._window = window
        self._shortcuts = shortcuts
        self._rows = (*TOOLS, *WINDOW)
        self._by_id = {row.id: _made(window, row, does(row.id)) for row in self._rows}
        for row in self._rows:
            if row.scope == "window":
                window.addAction(self._by_id[row.id])
        shortcuts.changed.connect(self._set_keys)
        self._set_keys()

    def __getitem__(self, name: str) -> QAction:
        return self._by_id[name]

    def fill_menus(self, window: QMainWindow) -> None:
        """Put every row with a menu into the menu of that name."""
        for row in self._rows:
            menu = window.menuBar().findChild(QMenu, row.menu) if row.menu else None
            if menu is not None:
                if (row.group or row.head) and not menu.isEmpty():
                    menu.addSeparator()
                if row.head:
                    menu.addAction(_head(menu, row.head_text))
                menu.addAction(self._by_id[row.id])
        for name in dict.fromkeys(row.menu for row in self._rows if row.menu):
            menu = window.menuBar().findChild(QMenu, name)
            if menu is not None:
                give_mnemonics(menu.actions())

    def bind_canvas(self, canvas: QWidget) -> None:
        """Let the canvas' own keys work while it has the focus."""
        for row in self._rows:
            if row.scope == "canvas":
                canvas.addAction(self._by_id[row.id])

    def enable(self, present: Iterable[str]) -> None:
        """Enable the actions whose need is among what is present."""
        there = {"", *present}
        for row in self._rows:
            self._by_id[row.id].setEnabled(row.needs in there)

    def set_theme(self, theme: Theme) -> None:
        """Recolour the icons."""
        for row in self._rows:
            if row.icon:
                self._by_id[row.id].setIcon(icon(row.icon, theme))

    def _set_keys(self) -> None:
        """Every action has its keys, and its tooltip names the first of them."""
        for row in self._rows:
            action, keys = self._by_id[row.id], self._shortcuts.keys(row.name)
            action.setShortcuts([QKeySequence(each) for each in keys])
            words, key = row.text.rstrip("…"), self._shortcuts.first_key(row.name)
            set_tip(action, f"{words} ({key})" if key else words)


def _head(menu: QMenu, text: str) -> QAction:
    """Words over the lines that follow; a stylesheet leaves those of Qt's sections out."""
    head = QWidgetAction(menu)
    label = section_head(text)
    label.setContentsMargins(*_HEAD_MARGINS_PX)
    head.setDefaultWidget(label)
    head.setEnabled(False)
    return head


def _made(window: QMainWindow, row: Action, does: Callable[[], None]) -> QAction:
    action = QAction(row.text, window)
    action.setObjectName(row.id)
    action.setCheckable(row.checkable)
    if row.scope == "canvas":
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(lambda _checked=False: does())
    return action
