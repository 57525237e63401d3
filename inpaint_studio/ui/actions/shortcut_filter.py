"""Keys that mean something only while one widget has the focus.

They go before the window's shortcuts: X rejects a card in the gallery and swaps brushes elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from inpaint_studio.ui.actions.action import Action, Scope
from inpaint_studio.ui.actions.shortcuts import Shortcuts

_LOSSES = (QEvent.Type.FocusOut, QEvent.Type.Hide)


class ShortcutFilter(QObject):
    """Watches a widget for the keys of some scopes, the first of them first.

    `pressed` tells the id of an action that `can` be done, `released` of one whose key was held.
    """

    pressed = Signal(str)
    released = Signal(str)

    def __init__(
        self,
        widget: QWidget,
        shortcuts: Shortcuts,
        *scopes: Scope,
        can: Callable[[str], bool] = lambda _: True,
    ) -> None:
        super().__init__(widget)
        self._shortcuts = shortcuts
        self._scopes = scopes
        self._can = can
        self._held: dict[int, str] = {}
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim our keys from the window's shortcuts, then act on them."""
        if isinstance(event, QKeyEvent):
            is_used = self._use(event)
            if is_used:
                event.accept()
            return is_used
        if self._held and event.type() in _LOSSES:
            # Their releases will go elsewhere.
            for key in tuple(self._held):
                self.released.emit(self._held.pop(key))
        return super().eventFilter(watched, event)

    def _use(self, event: QKeyEvent) -> bool:
        if event.type() is QEvent.Type.KeyRelease:
            return self._let_go(event)
        action = self._meant(event)
        if action is None:
            return False
        if event.type() is QEvent.Type.KeyPress:
            self._press(action, event)
        return True

    def _meant(self, event: QKeyEvent) -> Action | None:
        found = (self._shortcuts.meant(scope, event) for scope in self._scopes)
        return next((each for each in found if each is not None and self._can(each.id)), None)

    def _press(self, action: Action, event: QKeyEvent) -> None:
        if not action.holds:
            self.pressed.emit(action.id)
        elif event.key() not in self._held:
            self._held[event.key()] = action.id
            self.pressed.emit(action.id)

    def _let_go(self, event: QKeyEvent) -> bool:
        if event.key() not in self._held:
            return False
        if not event.isAutoRepeat():
            self.released.emit(self._held.pop(event.key()))
        return True
