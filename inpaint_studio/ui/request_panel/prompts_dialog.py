"""Former prompts: search them, take one, star what is worth keeping."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from inpaint_studio.errors import SettingsError
from inpaint_studio.session.prompt_history import FormerPrompt, PromptHistory
from inpaint_studio.ui.style.i18n import translate_error
from inpaint_studio.ui.style.tips import set_tip
from inpaint_studio.ui.widgets.buttons import push_button
from inpaint_studio.ui.widgets.drops import LineEdit
from inpaint_studio.ui.widgets.labels import dim_label
from inpaint_studio.ui.widgets.layouts import SPRING, in_column, in_row, wide
from inpaint_studio.visible_text import visible

_STAR = "★"
_MOST_SHOWN = 200
_LINE_CHARACTERS = 160
_TO_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class PromptsDialog(QDialog):
    """Typing searches, arrows choose, Enter takes."""

    chosen = Signal(str)

    def __init__(self, prompts: PromptHistory, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Former prompts"))
        self.resize(520, 420)
        self._prompts = prompts
        self._search = LineEdit()
        self._list = QListWidget()
        self._words = dim_label(wraps=True)
        self._take = push_button(self.tr("Use"), self._on_taken, look="primary")
        self._take.setDefault(True)
        self._star = push_button(self.tr("Star"), self._on_starred, auto_default=False)
        self._forget = push_button(self.tr("Forget"), self._on_forgotten, auto_default=False)
        self._build()
        self._connect()

    def show_now(self) -> None:
        """Open with everything in sight."""
        self._search.clear()
        self._fill()
        self.open()
        self._search.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows typed into the search move through the list."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() not in _TO_LIST:
            return super().eventFilter(watched, event)
        self._list.keyPressEvent(event)
        return True

    def _build(self) -> None:
        self._search.setPlaceholderText(self.tr("Search"))
        self._search.setAccessibleName(self.tr("Search former prompts"))
        self._search.setClearButtonEnabled(True)
        self._list.setAccessibleName(self.tr("Former prompts"))
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        buttons = in_row(self._star, self._forget, SPRING, self._take)
        parts = (self._search, wide(self._list), self._words, buttons)
        in_column(*parts, of=self, spacing=10, margins=(16, 16, 16, 12))

    def _connect(self) -> None:
        self._search.installEventFilter(self)
        self._search.textChanged.connect(lambda _: self._fill())
        self._list.itemActivated.connect(lambda _: self._on_taken())
        self._list.currentItemChanged.connect(lambda *_: self._show_current())

    def _fill(self, current: str = "") -> None:
        found = self._prompts.matching(self._search.text())
        self._list.clear()
        for prompt in found[:_MOST_SHOWN]:
            item = QListWidgetItem(visible(_line(prompt)))
            item.setData(Qt.ItemDataRole.UserRole, prompt)
            set_tip(item, prompt.text if len(prompt.text) > _LINE_CHARACTERS else "")
            self._list.addItem(item)
            if prompt.text == current:
                self._list.setCurrentItem(item)
        if self._list.currentItem() is None:
            self._list.setCurrentRow(0)
        self._words.setText("" if found else self._nothing())
        self._words.setVisible(not found)
        self._show_current()

    def _nothing(self) -> str:
        if self._search.text():
            return self.tr("No former prompt has these words.")
        return self.tr("Prompts appear here once they have been run.")

    def _current(self) -> FormerPrompt | None:
        item = self._list.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item else None

    def _show_current(self) -> None:
        prompt = self._current()
        for button in (self._take, self._star, self._forget):
            button.setEnabled(prompt is not None)
        starred = prompt is not None and prompt.starred
        self._star.setText(self.tr("Remove star") if starred else self.tr("Star"))

    def _on_taken(self) -> None:
        prompt = self._current()
        if prompt is not None:
            self.chosen.emit(prompt.text)
            self.accept()

    def _on_starred(self) -> None:
        prompt = self._current()
        if prompt is not None:
            self._change(lambda: self._prompts.star(prompt.text, not prompt.starred), prompt.text)

    def _on_forgotten(self) -> None:
        prompt = self._current()
        if prompt is not None:
            self._change(lambda: self._prompts.forget(prompt.text), "")

    def _change(self, change: Callable[[], None], current: str) -> None:
        try:
            change()
        except SettingsError as error:
            self._words.setText(translate_error(error))
            self._words.show()
            return
        self._fill(current)


def _line(prompt: FormerPrompt) -> str:
    text = " ".join(prompt.text.split())
    text = text if len(text) <= _LINE_CHARACTERS else f"{text[: _LINE_CHARACTERS - 1]}…"
    return f"{_STAR} {text}" if prompt.starred else text
