"""The prompt and the count of what is left of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget


class PromptEdit(QPlainTextEdit):
    """Plain text; Escape gives the keyboard back to the canvas, Tab moves on."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Prompt"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class PromptField(QWidget):
    """Text and counter."""

    changed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._edit = PromptEdit()
        self._edit.setFixedHeight(self._edit.fontMetrics().lineSpacing() * 3 + 22)
        self._count = QLabel()
        self._count.setObjectName("dim")
        self._count.setWordWrap(True)
        self._limit = 0
        self._note = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self._edit, self._count):
            column.addWidget(part)
        self._edit.textChanged.connect(self._on_edited)
        self._edit.left.connect(self.left)

    def text(self) -> str:
        """The prompt as it is sent."""
        return self._edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Replace the prompt."""
        self._edit.setPlainText(text)

    def take_focus(self) -> None:
        """Put the cursor into the prompt."""
        self._edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_model(self, *, limit: int, ignores_prompt: bool) -> None:
        """Count against the model's limit; say so where the text is ignored."""
        self._limit = limit
        self._note = self.tr("Local fill ignores this text") if ignores_prompt else ""
        self._edit.setPlaceholderText(
            self.tr("Not needed: local fill continues what surrounds your mask.")
            if ignores_prompt
            else self.tr("What should be there instead?")
        )
        self._update_count()

    def _on_edited(self) -> None:
        self._update_count()
        self.changed.emit()

    def _update_count(self) -> None:
        length = len(self.text())
        counted = f"{_spaced(length)}\u2009/\u2009{_spaced(self._limit)}" if self._limit else ""
        self._count.setText("   ".join(part for part in (self._note, counted) if part))
        self._edit.setProperty("problem", bool(self._limit) and length > self._limit)
        self._edit.style().polish(self._edit)


def _spaced(number: int) -> str:
    return f"{number:,}".replace(",", "\u2009")
