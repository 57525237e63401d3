"""What the tool in hand can be set to, and what can be done to the whole mask: one row."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPushButton

from inpaint_studio.ui.theme import Theme, icon
from inpaint_studio.ui.widgets.number_slider import NumberSlider


class OptionsBar(QFrame):
    """Shows the settings of brush or eraser; the window connects it to the editor."""

    size_changed = Signal(int)
    hardness_changed = Signal(int)
    pressure_changed = Signal(bool)
    invert_asked = Signal()
    clear_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("optionsBar")
        self._size = NumberSlider(self.tr("Size"), low=1, high=2000, unit="px", logarithmic=True)
        self._hardness = NumberSlider(self.tr("Hardness"), low=0, high=100, unit="%")
        self._pressure = QCheckBox(self.tr("Pressure"))
        self._pressure.setToolTip(self.tr("Pen pressure changes the size"))
        self._invert = QPushButton(self.tr("Invert"))
        self._invert.setToolTip(self.tr("Exchange what is edited and what is kept (Ctrl+Shift+I)"))
        self._clear = QPushButton(self.tr("Clear"))
        self._clear.setToolTip(self.tr("Clear the mask (Ctrl+D)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(16)
        for part in (self._size, self._hardness, self._pressure):
            row.addWidget(part)
        row.addStretch(1)
        row.setSpacing(8)
        for button in (self._invert, self._clear):
            row.addWidget(button)
        self._connect()
        self.set_theme(theme)

    def set_brush(self, *, size: int, hardness: int, pressure: bool) -> None:
        """Show settings without a signal; pixels, per cent."""
        self._size.set_value(size)
        self._hardness.set_value(hardness)
        self._pressure.blockSignals(True)
        self._pressure.setChecked(pressure)
        self._pressure.blockSignals(False)

    def set_mask_verbs(self, *, has_document: bool, has_mask: bool) -> None:
        """Offer what the mask allows."""
        self._invert.setEnabled(has_document)
        self._clear.setEnabled(has_mask)

    def set_theme(self, theme: Theme) -> None:
        """Recolour the icons."""
        self._invert.setIcon(icon("invert", theme, None, 16))
        self._clear.setIcon(icon("clear", theme, None, 16))

    def _connect(self) -> None:
        self._size.changed.connect(self.size_changed)
        self._hardness.changed.connect(self.hardness_changed)
        self._pressure.toggled.connect(self.pressure_changed)
        self._invert.clicked.connect(self.invert_asked)
        self._clear.clicked.connect(self.clear_asked)
