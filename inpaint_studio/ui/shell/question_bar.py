"""A question above the canvas that stops nobody: it stands there until it is answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from inpaint_studio.ui.style.theme import Theme, icon
from inpaint_studio.ui.widgets.buttons import push_button
from inpaint_studio.ui.widgets.labels import Label
from inpaint_studio.ui.widgets.layouts import in_row, wide

Answer = tuple[str, Callable[[], object]]


class QuestionBar(QFrame):
    """Words and one button for each answer; the first is the one that loses nothing."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._theme = theme
        self._mark = Label()
        self._words = Label()
        self._words.setWordWrap(True)
        self.buttons: list[QPushButton] = []
        """One for each answer, in their order."""
        parts = (self._mark, wide(self._words))
        self._row = in_row(*parts, of=self, spacing=8, margins=(12, 8, 8, 8))
        self.set_theme(theme)
        self.hide()

    def ask(self, text: str, answers: Sequence[Answer]) -> None:
        """Put a question in place of the one before."""
        for button in self.buttons:
            button.deleteLater()
        self._words.setText(text)
        self.setAccessibleName(text)
        self.buttons = [self._button(*answer) for answer in answers]
        self.buttons[0].setObjectName("primary")
        self.show()
        self.raise_()
        self.buttons[0].setFocus()

    def text(self) -> str:
        """What is being asked, "" when nothing is."""
        return self._words.text() if self.isVisible() else ""

    def set_theme(self, theme: Theme) -> None:
        """Recolour the mark."""
        self._mark.setPixmap(icon("warning", theme, theme.warn, 18).pixmap(18, 18))

    def _button(self, text: str, handler: Callable[[], object]) -> QPushButton:
        def answer() -> None:
            self.hide()
            handler()

        button = push_button(text, answer)
        self._row.addWidget(button)
        return button
