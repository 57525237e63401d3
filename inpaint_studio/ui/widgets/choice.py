"""One of a few values: segments up to four, a list beyond."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from inpaint_studio.ui.widgets.controls import ComboBox
from inpaint_studio.ui.widgets.segments import Segments

MOST_SEGMENTS = 4


class Choice(QWidget):
    """Offers (value, label) pairs; remembers what was wanted while it is not on offer."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._segments = Segments(name)
        self._list = ComboBox()
        self._list.setAccessibleName(name)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._segments)
        self._stack.addWidget(self._list)
        self._values: list[str] = []
        self._wanted = ""
        self._segments.chosen.connect(self._on_chosen)
        self._list.activated.connect(lambda index: self._on_chosen(self._values[index]))
        self.setFixedHeight(max(self._segments.sizeHint().height(), self._list.sizeHint().height()))

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Change what is on offer; a wanted value that returns is chosen again."""
        self._values = [value for value, _ in choices]
        if len(choices) <= MOST_SEGMENTS:
            self._segments.set_choices(choices)
            self._stack.setCurrentWidget(self._segments)
        else:
            self._list.clear()
            self._list.addItems([label for _, label in choices])
            self._stack.setCurrentWidget(self._list)
        self._show(self._wanted)

    def value(self) -> str:
        """The value on offer that is chosen: the wanted one, or the first."""
        if self._wanted in self._values:
            return self._wanted
        return self._values[0] if self._values else ""

    def set_value(self, value: str) -> None:
        """Want `value`, without a signal."""
        self._wanted = value
        self._show(value)

    def _on_chosen(self, value: str) -> None:
        self._wanted = value
        self.chosen.emit(value)

    def _show(self, value: str) -> None:
        self._segments.set_value(value if value in self._values else self.value())
        if self._stack.currentWidget() is self._list and self._values:
            self._list.setCurrentIndex(self._values.index(self.value()))
