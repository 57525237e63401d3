"""The menu bar: its menus open by Alt and a letter, by nothing that was meant for the picture."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QMenuBar, QStyleOptionMenuItem, QWidgetAction

from inpaint_studio.ui.style.figures import in_order


class MenuBar(QMenuBar):
    """Qt's, but that a tap on Alt arms nothing: on the canvas Alt is the eraser."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep from Qt that Alt went down; with a letter it comes as a shortcut."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return False
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is in the bar's corner has no menu that Escape could close."""
        if event.key() == Qt.Key.Key_Escape and self.activeAction() is None:
            event.ignore()
        else:
            super().keyPressEvent(event)


class Menu(QMenu):
    """Qt's, but that keys are read from left to right in every language."""

    def initStyleOption(self, option: QStyleOptionMenuItem, action: QAction) -> None:
        """What a line shows, its key behind a tab."""
        super().initStyleOption(option, action)
        words, tab, key = option.text.partition("\t")
        if tab:
            option.text = f"{words}\t{in_order(key)}"


def give_mnemonics(actions: Iterable[QAction]) -> None:
    """Underline a letter of each name, in any language: its first that no one before it has."""
    taken: set[str] = set()
    for action in actions:
        if isinstance(action, QWidgetAction):  # a head
            continue
        text = action.text().replace("&", "")
        for place, letter in enumerate(text.lower()):
            if letter.isalpha() and letter not in taken:
                taken.add(letter)
                action.setText(f"{text[:place]}&{text[place:]}")
                break
