"""A number of a few: the usual ones to click, any other to type."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QWidget

from inpaint_studio.ui.style.tips import set_tip
from inpaint_studio.ui.widgets.controls import SpinBox
from inpaint_studio.ui.widgets.layouts import in_row, wide
from inpaint_studio.ui.widgets.segments import Segments

USUAL_VARIANTS = (1, 2, 4)


class Count(QWidget):
    """Whole numbers from 1 to a limit that may change; the wanted one returns with the limit."""

    chosen = Signal(int)

    def __init__(self, name: str, usual: tuple[int, ...], most: int) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._usual = usual
        self._wanted = usual[0]
        self._segments = Segments(name)
        self._number = SpinBox()
        self._number.setAccessibleName(name)
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        in_row(wide(self._segments), self._number, of=self, spacing=6)
        self._segments.chosen.connect(lambda text: self._on_chosen(int(text)))
        self._number.valueChanged.connect(self._on_chosen)
        self.set_limit(most)
        self._number.setFixedSize(44, self._segments.sizeHint().height())

    def value(self) -> int:
        """The number that holds: the wanted one, or the most there may be."""
        return min(self._wanted, self._number.maximum())

    def set_value(self, value: int) -> None:
        """Want `value`, without a signal."""
        self._wanted = max(1, value)
        self._show()

    def set_limit(self, most: int) -> None:
        """Allow 1 to `most`, without a signal."""
        with QSignalBlocker(self._number):
            self._number.setRange(1, most)
        set_tip(self._number, self.tr("1 to {0}").format(most))
        self._segments.set_choices([(str(n), str(n)) for n in self._usual if n <= most])
        self._show()

    def _on_chosen(self, value: int) -> None:
        self.set_value(value)
        self.chosen.emit(value)

    def _show(self) -> None:
        with QSignalBlocker(self._number):
            self._number.setValue(self.value())
        if self.value() in self._usual:
            self._segments.set_value(str(self.value()))
        else:
            self._segments.clear_choice()
