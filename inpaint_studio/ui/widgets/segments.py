"""Up to a handful of choices side by side, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from inpaint_studio.ui.widgets.controls import PushButton
from inpaint_studio.ui.widgets.layouts import in_row


class Segments(QWidget):
    """One row of exclusive buttons; arrow keys move the choice as in a radio group."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._row = in_row(of=self, spacing=0)
        self._values: list[str] = []
        self._group.idClicked.connect(lambda index: self.chosen.emit(self._values[index]))

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer (value, label) pairs; the choice stays where its value is still offered."""
        if [value for value, _ in choices] == self._values:
            return
        kept = self.value()
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._values = [value for value, _ in choices]
        last = len(choices) - 1
        for index, (_, label) in enumerate(choices):
            from_left = last - index if self.isRightToLeft() else index
            self._add(index, label, _position(from_left, len(choices)))
        self.set_value(kept if kept in self._values else (self._values or [""])[0])

    def value(self) -> str:
        """The chosen value, or "" where nothing is offered."""
        index = self._group.checkedId()
        return self._values[index] if 0 <= index < len(self._values) else ""

    def set_value(self, value: str) -> None:
        """Choose without a signal; a value that is not offered changes nothing."""
        if value in self._values:
            self._group.button(self._values.index(value)).setChecked(True)

    def clear_choice(self) -> None:
        """Show none of them chosen, without a signal."""
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)

    def _add(self, index: int, label: str, position: str) -> None:
        button = PushButton(label, self)
        button.setCheckable(True)
        button.setProperty("segment", position)
        button.setAccessibleName(f"{self.accessibleName()}: {label}")
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setMinimumWidth(button.fontMetrics().horizontalAdvance(label) + 10)
        self._group.addButton(button, index)
        self._row.addWidget(button, 1)


def _position(index: int, count: int) -> str:
    if count == 1:
        return "only"
    return {0: "first", count - 1: "last"}.get(index, "middle")
