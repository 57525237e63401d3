"""Keys that mean something only while one widget has the focus.

They go before the window's shortcuts: X rejects a card in the gallery and swaps brushes elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget


class KeyVerbs(QObject):
    """Watches a widget; `pressed` tells the verb of a key of its table."""

    pressed = Signal(str)

    def __init__(self, widget: QWidget, verb_by_keys: Mapping[str, str]) -> None:
        super().__init__(widget)
        self._verbs = {QKeySequence(keys).toString(): verb for keys, verb in verb_by_keys.items()}
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim our keys from the window's shortcuts, then act on them."""
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        verb = self._verbs.get(QKeySequence(event.keyCombination()).toString())
        if verb is None:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            self.pressed.emit(verb)
            return True
        return super().eventFilter(watched, event)
