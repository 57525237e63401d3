"""A share in percent: a slider that fills its row, and the number beside it."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QWidget

from inpaint_studio.ui.widgets.controls import Slider, SpinBox
from inpaint_studio.ui.widgets.layouts import in_row, wide

MOST = 100


class Percent(QWidget):
    """0 to 100."""

    chosen = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._slider = Slider()
        self._slider.setRange(0, MOST)
        self._slider.setAccessibleName(name)
        self._number = SpinBox()
        self._number.setRange(0, MOST)
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._number.setAccessibleName(self.tr("{0} in percent").format(name))
        self._number.setFixedWidth(44)
        in_row(wide(self._slider), self._number, of=self, spacing=6)
        self._slider.valueChanged.connect(self._on_chosen)
        self._number.valueChanged.connect(self._on_chosen)

    def value(self) -> int:
        """The share in percent."""
        return self._number.value()

    def set_value(self, value: int) -> None:
        """Show `value` without a signal."""
        for part in (self._slider, self._number):
            with QSignalBlocker(part):
                part.setValue(value)

    def _on_chosen(self, value: int) -> None:
        self.set_value(value)
        self.chosen.emit(value)
