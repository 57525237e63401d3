"""The menu over selected cards: the gallery's rows of the table of actions that have a menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from inpaint_studio.session.settings_store import SettingsStore
from inpaint_studio.ui.actions.action import CARD_MENU, Action
from inpaint_studio.ui.actions.shortcuts import Shortcuts
from inpaint_studio.ui.actions.table import GALLERY


class CardMenu:
    """Makes one each time it is asked for; `can` says what can be done, `do` does it."""

    def __init__(
        self,
        shortcuts: Shortcuts,
        settings: SettingsStore,
        can: Callable[[Action], bool],
        do: Callable[[str], object],
    ) -> None:
        self._shortcuts = shortcuts
        self._settings = settings
        self._can = can
        self._do = do

    def over(self, parent: QWidget) -> QMenu:
        """What can be done now."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        parts: dict[str, QMenu] = {CARD_MENU: menu}
        for row in GALLERY:
            if not row.menu:
                continue
            if row.menu not in parts:
                parts[row.menu] = menu.addMenu(row.menu_title)
            if row.group:
                parts[row.menu].addSeparator()
            action = self._action(row, parts[row.menu])
            action.setEnabled(self._can(row))
        return menu

    def _action(self, row: Action, menu: QMenu) -> QAction:
        # The key is shown only: the view's filter acts on it, before the window's shortcuts.
        key = self._shortcuts.first_key(row.name)
        action = menu.addAction(f"{row.text}\t{key}" if key else row.text)
        if row.checkable:
            action.setCheckable(True)
            action.setChecked(self._settings.now.auto_advance)
        action.triggered.connect(lambda _=False: self._do(row.id))
        return action
