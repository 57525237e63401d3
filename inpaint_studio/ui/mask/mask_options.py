"""The options row's right part: what can be done to the whole mask, seen before it is applied."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QSpinBox, QToolButton, QWidget

from inpaint_studio.ui.style.theme import Theme, icon
from inpaint_studio.ui.widgets.buttons import icon_button, push_button
from inpaint_studio.ui.widgets.controls import SpinBox
from inpaint_studio.ui.widgets.labels import Label, dim_label
from inpaint_studio.ui.widgets.layouts import in_row, keep_room

MAX_GROW_PX = 64
MAX_FEATHER_PX = 128
MAX_SMOOTH_PX = 64


class MaskOptions(QWidget):
    """Numbers that are previewed as they change, then applied; and the actions without a number."""

    adjusted = Signal()
    """Another number: read `values`."""
    apply_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._row = in_row(of=self, spacing=8)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._labels: dict[QSpinBox, Label] = {}
        self.grow = self._number(self.tr("Grow"), -MAX_GROW_PX, MAX_GROW_PX)
        self.feather = self._number(self.tr("Feather"), 0, MAX_FEATHER_PX)
        self.smooth = self._number(self.tr("Smooth"), 0, MAX_SMOOTH_PX)
        self._cancel = self._ending(self.tr("Cancel"), self.tr("The mask as it was (Esc)"))
        self._apply = self._ending(self.tr("Apply"), self.tr("Keep what is shown (Enter)"))
        self._apply.setObjectName("apply")
        self._cancel.setObjectName("cancel")
        self.invert = self._button(self.tr("Invert"), self.tr("Exchange what is edited and kept"))
        self.clear = self._button(self.tr("Clear"), self.tr("Clear the mask"))
        self._cancel.clicked.connect(self.cancel_asked)
        self._apply.clicked.connect(self.apply_asked)
        self.show_adjusting(False)
        self.set_theme(theme)

    def values(self) -> tuple[int, int, int]:
        """Grow, feather and smooth, px."""
        return self.grow.value(), self.feather.value(), self.smooth.value()

    def show_adjusting(self, adjusting: bool) -> None:
        """Offer to apply what is shown; otherwise start from zero."""
        for button in (self._apply, self._cancel):
            button.setVisible(adjusting)
        if not adjusting:
            for number in self._labels:
                with QSignalBlocker(number):
                    number.setValue(0)

    def set_enabled(self, *, has_document: bool, has_mask: bool) -> None:
        """Offer what the mask allows."""
        self.invert.setEnabled(has_document)
        for part in (self.clear, *self._labels):
            part.setEnabled(has_mask)

    def set_wordless(self, wordless: bool) -> None:
        """Icons without words where there is little room."""
        self.invert.setText("" if wordless else self.tr("Invert"))
        self.clear.setText("" if wordless else self.tr("Clear"))

    def leave_out_smooth(self, left_out: bool) -> None:
        """The menu still has it."""
        for part in (self.smooth, self._labels[self.smooth]):
            part.setHidden(left_out)

    def set_theme(self, theme: Theme) -> None:
        """Recolour the icons."""
        self.invert.setIcon(icon("invert", theme, None, 16))
        self.clear.setIcon(icon("clear", theme, None, 16))
        self._cancel.setIcon(icon("close", theme, None, 16))
        self._apply.setIcon(icon("accept", theme, theme.on_accent, 16))

    def ask_for(self, number: QSpinBox) -> None:
        """Put the cursor into one of the numbers, ready to be typed over."""
        if number is self.smooth:
            self.leave_out_smooth(False)
        number.setFocus(Qt.FocusReason.ShortcutFocusReason)
        number.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape in a number drops what it shows; Enter in it applies."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.cancel_asked.emit()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.apply_asked.emit()
                return True
        return super().eventFilter(watched, event)

    def _number(self, name: str, low: int, high: int) -> QSpinBox:
        label = dim_label(name)
        number = SpinBox()
        number.setRange(low, high)
        number.setSuffix("\u2009px")
        number.setAccessibleName(self.tr("{0} the mask by pixels").format(name))
        number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        number.setFixedWidth(number.fontMetrics().horizontalAdvance("−64 px") + 18)
        number.valueChanged.connect(lambda _: self.adjusted.emit())
        number.installEventFilter(self)
        label.setBuddy(number)
        self._labels[number] = label
        self._row.addWidget(label)
        self._row.addWidget(number)
        return number

    def _button(self, text: str, tip: str) -> QPushButton:
        button = push_button(text, tip=tip)
        button.setAccessibleName(text)
        self._row.addWidget(button)
        return button

    def _ending(self, name: str, tip: str) -> QToolButton:
        """An icon beside the numbers whose room is kept: nothing else is there while it is not."""
        button = icon_button(name, tip=tip)
        keep_room(button)
        self._row.addWidget(button)
        return button
