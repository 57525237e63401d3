"""Editors of one value each, all alike: `value`, `set_value`, `edited` when a person is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QSpinBox,
    QWidget,
)

from inpaint_studio.ui.widgets.choice import Choice
from inpaint_studio.ui.widgets.controls import CheckBox, DoubleSpinBox, SpinBox
from inpaint_studio.ui.widgets.drops import LineEdit, PlainTextEdit
from inpaint_studio.ui.widgets.layouts import in_row, wide

_TEXT_MARGINS = (6, 0, 6, 0)
"""A spin box takes no padding from the stylesheet once its buttons are gone."""


class Field(QWidget):
    """A control with its name for those who cannot see it."""

    edited = Signal()

    def __init__(self, name: str, control: QWidget) -> None:
        super().__init__()
        self.control = control
        control.setAccessibleName(name)
        self.setFocusProxy(control)
        self.row = in_row(wide(control), of=self)

    def take_cursor(self) -> None:
        """Have the keyboard."""
        self.setFocus()

    def value(self) -> Any:
        """What the control says."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show `value` without a signal."""
        raise NotImplementedError

    def set_problem(self, text: str) -> None:
        """Outline the control and say why, or take that away with ""."""
        self.control.setProperty("problem", bool(text))
        self.control.setAccessibleDescription(text)
        self.control.style().polish(self.control)


class TextField(Field):
    """One line; `edited` comes when it is left or Enter is pressed."""

    def __init__(self, name: str, hint: str = "") -> None:
        self._line = LineEdit()
        self._line.setPlaceholderText(hint)
        super().__init__(name, self._line)
        self._last = ""
        self._line.editingFinished.connect(self._on_finished)

    def value(self) -> Any:
        """The text without surrounding space."""
        return self._line.text().strip()

    def take_cursor(self) -> None:
        """Let a person type on behind the text."""
        super().take_cursor()
        self._line.end(False)

    def set_value(self, value: Any) -> None:
        """Show a text."""
        self._last = str(value or "")
        self._line.setText(self._last)
        self._line.setCursorPosition(0)

    def _on_finished(self) -> None:
        if self._line.text() != self._last:
            self._last = self._line.text()
            self.edited.emit()


class OptionalTextField(TextField):
    """One line; empty is None."""

    def value(self) -> Any:
        """The text, or None."""
        return super().value() or None


class ListField(TextField):
    """Texts parted by commas, as a tuple."""

    def value(self) -> Any:
        """The texts."""
        parts = (part.strip() for part in super().value().split(","))
        return tuple(dict.fromkeys(part for part in parts if part))

    def set_value(self, value: Any) -> None:
        """Show texts."""
        super().set_value(", ".join(value))


class PairsField(Field):
    """Names and values, a `name: value` on each line."""

    def __init__(self, name: str, hint: str = "") -> None:
        self._edit = _LeavableEdit()
        self._edit.setPlaceholderText(hint)
        self._edit.setTabChangesFocus(True)
        self._edit.setFixedHeight(self._edit.fontMetrics().lineSpacing() * 2 + 18)
        super().__init__(name, self._edit)
        self._last: Mapping[str, str] = {}
        self._edit.left.connect(self._on_left)

    def value(self) -> Any:
        """The pairs; a line without a colon is a name with an empty value."""
        lines = (line.partition(":") for line in self._edit.toPlainText().splitlines())
        return {name.strip(): value.strip() for name, _, value in lines if name.strip()}

    def set_value(self, value: Any) -> None:
        """Show pairs."""
        self._last = dict(value)
        self._edit.setPlainText("\n".join(f"{name}: {item}" for name, item in value.items()))

    def _on_left(self) -> None:
        if self.value() != self._last:
            self._last = self.value()
            self.edited.emit()


class _LeavableEdit(PlainTextEdit):
    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class _SpinField(Field):
    """A number with its unit; `edited` comes when it is typed to the end or stepped."""

    def __init__(self, name: str, spin: QSpinBox | QDoubleSpinBox, unit: str) -> None:
        spin.setSuffix(f"\u2009{unit}" if unit else "")
        spin.setKeyboardTracking(False)
        spin.lineEdit().setTextMargins(*_TEXT_MARGINS)
        super().__init__(name, spin)
        spin.valueChanged.connect(self.edited)


class CountField(_SpinField):
    """A whole number; `none` names the value below the lowest that stands for None."""

    def __init__(self, name: str, low: int, high: int, unit: str = "", none: str = "") -> None:
        self._spin = SpinBox()
        self._none = bool(none)
        self._spin.setRange(low - self._none, high)
        self._spin.setSpecialValueText(none)
        super().__init__(name, self._spin, unit)

    def value(self) -> Any:
        """The number, or None."""
        number = self._spin.value()
        return None if self._none and number == self._spin.minimum() else number

    def set_value(self, value: Any) -> None:
        """Show a number, or None."""
        with QSignalBlocker(self._spin):
            self._spin.setValue(self._spin.minimum() if value is None else int(value))


class NumberField(_SpinField):
    """A number; `scale` shows a share as per cent."""

    def __init__(
        self, name: str, low: float, high: float, unit: str = "", scale: float = 1.0
    ) -> None:
        self._spin = DoubleSpinBox()
        self._scale = scale
        self._spin.setDecimals(0 if scale > 1 else 1)
        self._spin.setRange(low * scale, high * scale)
        self._spin.setSingleStep(10 if scale > 1 else 1)
        super().__init__(name, self._spin, unit)

    def value(self) -> Any:
        """The number."""
        return self._spin.value() / self._scale

    def set_value(self, value: Any) -> None:
        """Show a number."""
        with QSignalBlocker(self._spin):
            self._spin.setValue(float(value) * self._scale)


class ChoiceField(Field):
    """One of a few (value, label) pairs; `values` maps what is shown to what is meant."""

    def __init__(self, name: str, choices: Sequence[tuple[Any, str]]) -> None:
        self._choice = Choice(name)
        self._values = [value for value, _ in choices]
        self._choice.set_choices([(str(value), label) for value, label in choices])
        super().__init__(name, self._choice)
        self._choice.chosen.connect(lambda _: self.edited.emit())

    def value(self) -> Any:
        """The chosen value."""
        shown = self._choice.value()
        return next((value for value in self._values if str(value) == shown), None)

    def set_value(self, value: Any) -> None:
        """Choose a value."""
        self._choice.set_value(str(value))


class CheckField(Field):
    """On or off, its name beside the box."""

    def __init__(self, name: str) -> None:
        self._box = CheckBox(name)
        super().__init__(name, self._box)
        self._box.clicked.connect(lambda _on: self.edited.emit())

    def value(self) -> Any:
        """Whether it is on."""
        return self._box.isChecked()

    def set_value(self, value: Any) -> None:
        """Switch on or off."""
        self._box.setChecked(bool(value))
