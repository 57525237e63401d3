"""A slider with its number and unit beside it; wide ranges run on a logarithmic scale."""

from __future__ import annotations

import math

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QWidget

from inpaint_studio.ui.widgets.controls import Slider, SpinBox
from inpaint_studio.ui.widgets.labels import dim_label
from inpaint_studio.ui.widgets.layouts import in_row

_STEPS = 500


class NumberSlider(QWidget):
    """Chooses a whole number; `changed` tells only what a person did."""

    changed = Signal(int)

    def __init__(
        self,
        name: str,
        *,
        low: int,
        high: int,
        unit: str,
        logarithmic: bool = False,
        slider_px: int = 110,
    ) -> None:
        super().__init__()
        self._low, self._high, self._logarithmic = low, high, logarithmic
        self._slider = Slider()
        self._slider.setRange(0, _STEPS if logarithmic else high - low)
        self._slider.setFixedWidth(slider_px)
        self._slider.setAccessibleName(name)
        self._number = SpinBox()
        self._number.setRange(low, high)
        self._number.setSuffix(f"\u2009{unit}")
        self._number.setAccessibleName(f"{name} in {unit}")
        self._number.setKeyboardTracking(False)
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._number.setFixedWidth(
            self._number.fontMetrics().horizontalAdvance(f"{high} {unit}") + 26
        )
        in_row(dim_label(name), self._slider, self._number, of=self, spacing=8)
        self._slider.valueChanged.connect(lambda place: self._take(self._value_at(place)))
        self._number.valueChanged.connect(self._take)

    def value(self) -> int:
        """The number."""
        return self._number.value()

    def set_value(self, value: int) -> None:
        """Show `value` without a signal."""
        with QSignalBlocker(self._slider), QSignalBlocker(self._number):
            self._slider.setValue(self._position(value))
            self._number.setValue(value)

    def show_slider(self, shown: bool) -> None:
        """Only the number where there is little room."""
        self._slider.setVisible(shown)

    def _take(self, value: int) -> None:
        self.set_value(value)
        self.changed.emit(value)

    def _position(self, value: int) -> int:
        if not self._logarithmic:
            return value - self._low
        span = math.log(self._high / self._low)
        return round(math.log(max(value, self._low) / self._low) / span * _STEPS)

    def _value_at(self, position: int) -> int:
        if not self._logarithmic:
            return position + self._low
        return round(self._low * math.pow(self._high / self._low, position / _STEPS))
