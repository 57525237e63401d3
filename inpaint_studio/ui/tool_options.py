"""The options row's left part: what the tool in hand can be set to, one page per kind of tool."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QWidget

from inpaint_studio.ui.widgets.choice import Choice
from inpaint_studio.ui.widgets.number_slider import NumberSlider

RATIOS = ("", "1:1", "3:2", "2:3", "4:3", "3:4", "16:9", "9:16")
"""The ratios a frame can keep; the empty one is free."""


class BrushOptions(QWidget):
    """Size, hardness and flow of brush or eraser, and what the pen's pressure drives."""

    size_changed = Signal(int)
    hardness_changed = Signal(int)
    flow_changed = Signal(int)
    pressure_changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._size = NumberSlider(self.tr("Size"), low=1, high=2000, unit="px", logarithmic=True)
        self._hardness = NumberSlider(self.tr("Hardness"), low=0, high=100, unit="%")
        self._flow = NumberSlider(self.tr("Flow"), low=1, high=100, unit="%")
        self._pressure = QCheckBox(self.tr("Pressure"))
        self._pressure.setToolTip(self.tr("Pen pressure changes the size"))
        _in_a_row(self, self._size, self._hardness, self._flow, self._pressure)
        self._size.changed.connect(self.size_changed)
        self._hardness.changed.connect(self.hardness_changed)
        self._flow.changed.connect(self.flow_changed)
        self._pressure.toggled.connect(self.pressure_changed)

    def show_settings(self, *, size: int, hardness: int, flow: int, pressure: bool) -> None:
        """Show settings without a signal; pixels, per cent."""
        self._size.set_value(size)
        self._hardness.set_value(hardness)
        self._flow.set_value(flow)
        self._pressure.blockSignals(True)
        self._pressure.setChecked(pressure)
        self._pressure.blockSignals(False)

    def show_sliders(self, *, soft: bool, size: bool = True) -> None:
        """Leave out sliders: the numbers beside them say the same."""
        self._size.show_slider(size)
        self._hardness.show_slider(soft)
        self._flow.show_slider(soft)

    def leave_out_pen(self, left_out: bool) -> None:
        """Flow and pressure are in the brush's popup, too."""
        self._flow.setHidden(left_out)
        self._pressure.setHidden(left_out)


class WandOptions(QWidget):
    """How alike colours must be, and whether they must touch."""

    tolerance_changed = Signal(int)
    contiguous_changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._tolerance = NumberSlider(self.tr("Tolerance"), low=0, high=255, unit="")
        self._contiguous = QCheckBox(self.tr("Contiguous"))
        self._contiguous.setToolTip(self.tr("Only what touches the place that is clicked"))
        _in_a_row(self, self._tolerance, self._contiguous)
        self._tolerance.changed.connect(self.tolerance_changed)
        self._contiguous.toggled.connect(self.contiguous_changed)

    def show_settings(self, *, tolerance: int, contiguous: bool) -> None:
        """Show settings without a signal."""
        self._tolerance.set_value(tolerance)
        self._contiguous.blockSignals(True)
        self._contiguous.setChecked(contiguous)
        self._contiguous.blockSignals(False)


class FrameOptions(QWidget):
    """Whether the frame follows the mask, and the ratio it keeps while it is dragged."""

    automatic_asked = Signal()
    whole_asked = Signal()
    ratio_changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._automatic = QPushButton(self.tr("Follow the mask"))
        self._automatic.setCheckable(True)
        self._automatic.setObjectName("chip")
        self._automatic.setToolTip(self.tr("The frame is chosen from the mask (Shift+B)"))
        self._whole = QPushButton(self.tr("Whole picture"))
        self._whole.setObjectName("chip")
        self._whole.setCheckable(True)
        self._ratio = Choice(self.tr("Ratio"))
        self._ratio.set_choices([(ratio, ratio or self.tr("Free")) for ratio in RATIOS])
        self._ratio.setToolTip(self.tr("Shift keeps the ratio the frame has"))
        label = QLabel(self.tr("Ratio"))
        label.setObjectName("dim")
        self.extend_button = QPushButton(self.tr("Extend…"))
        self.extend_button.setObjectName("chip")
        self.extend_button.setToolTip(
            self.tr("Let the picture grow; dragging the frame past its edge does the same")
        )
        _in_a_row(self, self._automatic, self._whole, label, self._ratio, self.extend_button)
        self._automatic.clicked.connect(self.automatic_asked)
        self._whole.clicked.connect(self.whole_asked)
        self._ratio.chosen.connect(self.ratio_changed)

    def show_settings(self, *, automatic: bool, whole: bool) -> None:
        """Show whether the frame follows the mask, or is the whole picture."""
        self._automatic.setChecked(automatic)
        self._whole.setChecked(whole)


class Advice(QLabel):
    """One line on what keys do with a tool that has nothing to set."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setObjectName("dim")


def _in_a_row(page: QWidget, *parts: QWidget) -> None:
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(14)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
