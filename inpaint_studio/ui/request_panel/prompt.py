"""The prompt, the count of what is left of it, and the prompts of before."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from inpaint_studio.ui.request_panel.field_grid import light
from inpaint_studio.ui.style.figures import THIN, grouped, in_order
from inpaint_studio.ui.widgets.buttons import push_button
from inpaint_studio.ui.widgets.drops import PlainTextEdit
from inpaint_studio.ui.widgets.elided_label import ElidedLabel
from inpaint_studio.ui.widgets.labels import dim_label, set_tone
from inpaint_studio.ui.widgets.layouts import SPRING, in_column, in_row

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class PromptEdit(PlainTextEdit):
    """Plain text; Tab moves on, Alt+arrows step."""

    stepped = Signal(int)
    """1 for an older prompt, -1 for a newer one."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Prompt"))

    def ask(self, *, ignores_prompt: bool) -> None:
        """Say in the empty field what it is for."""
        self.setPlaceholderText(
            self.tr("Not needed: local fill continues what surrounds your mask.")
            if ignores_prompt
            else self.tr("What should be there instead?")
        )

    def set_text(self, text: str) -> None:
        """Change only what is different, so that cursor and undo of the text stay with the rest."""
        former = self.toPlainText()
        if text == former:
            return
        start = _alike(former, text)
        end = _alike(former[start:][::-1], text[start:][::-1])
        cursor = QTextCursor(self.document())
        cursor.setPosition(_units(former[:start]))
        cursor.setPosition(_units(former[: len(former) - end]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text[start : len(text) - end])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step on Alt+Up and Alt+Down."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)


class PromptField(QWidget):
    """Text, counter, and the way back through former prompts."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._edit = PromptEdit()
        self._edit.setFixedHeight(self._edit.fontMetrics().lineSpacing() * 3 + 22)
        self._count = dim_label()
        self._note = ElidedLabel()
        self._limit = 0
        self._earlier: Callable[[], Sequence[str]] = tuple
        self._place = 0
        self._draft = ""
        tip = self.tr("Former prompts (Alt+Up, Alt+Down)")
        self.history = push_button(self.tr("Alt ↑↓ history"), tip=tip, look="link")
        self.history.setAccessibleName(self.tr("Former prompts"))
        foot = in_row(self._count, SPRING, self.history)
        in_column(self._edit, foot, self._note, of=self, spacing=2)
        self._edit.textChanged.connect(self._on_edited)
        self._edit.stepped.connect(self.step)

    def text(self) -> str:
        """The prompt as it is sent."""
        return self._edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Replace the prompt."""
        self._edit.set_text(text)

    def set_earlier(self, earlier: Callable[[], Sequence[str]]) -> None:
        """Where Alt+Up finds former prompts, newest first."""
        self._earlier = earlier

    def set_lit(self, lit: bool) -> None:
        """Outline the text that has to be changed before anything can run."""
        light(self._edit, lit)

    def take_focus(self) -> None:
        """Put the cursor into the prompt."""
        self._edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_model(self, *, limit: int, ignores_prompt: bool) -> None:
        """Count against the model's limit; say so where the text is ignored."""
        self._limit = limit
        self._note.setText(self.tr("Local fill ignores this text") if ignores_prompt else "")
        self._edit.ask(ignores_prompt=ignores_prompt)
        self._update_count()

    def step(self, direction: int) -> None:
        """Older or newer by one; the newest place is what was being written."""
        earlier = self._earlier()
        place = min(max(self._place + direction, 0), len(earlier))
        if place == self._place:
            return
        draft = self.text() if self._place == 0 else self._draft
        self.set_text(draft if place == 0 else earlier[place - 1])
        self._draft, self._place = draft, place
        self._edit.selectAll()

    def _on_edited(self) -> None:
        self._place = 0
        self._update_count()
        self.changed.emit()

    def _update_count(self) -> None:
        length = len(self.text())
        counted = (
            in_order(f"{grouped(length)}{THIN}/{THIN}{grouped(self._limit)}") if self._limit else ""
        )
        self._count.setText(counted)
        over = bool(self._limit) and length > self._limit
        set_tone(self._count, "error" if over else "next")


def _alike(one: str, other: str) -> int:
    """How many letters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _units(text: str) -> int:
    """The length of a text as Qt counts it, in UTF-16."""
    return len(text.encode("utf-16-le")) // 2
