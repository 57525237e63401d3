"""How far the picture is to grow: by sides in pixels or per cent, or to a ratio."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QPushButton,
    QSpinBox,
    QWidget,
)

from inpaint_studio.picture.extend import Extension, extension_to_ratio
from inpaint_studio.picture.geometry import Size
from inpaint_studio.ui.style.figures import size_text
from inpaint_studio.ui.widgets.buttons import push_button
from inpaint_studio.ui.widgets.controls import SpinBox
from inpaint_studio.ui.widgets.labels import dim_label, section_head
from inpaint_studio.ui.widgets.layouts import LayoutPart, in_column, in_row, wide
from inpaint_studio.ui.widgets.popup import Popup
from inpaint_studio.ui.widgets.segments import Segments

RATIOS = ("1:1", "4:3", "3:2", "16:9", "3:4", "2:3", "9:16")
_PX, _SHARE = "px", "%"
_START, _MIDDLE, _END = "0", "0.5", "1"
_MOST_SHARE = 300
"""Per cent of the picture's own edge: four times as long is more than any model fills well."""
_RATIO_COLUMNS = 4


class ExtendPopup(Popup):
    """Opens below its button; `changed` carries the extension at every change."""

    changed = Signal(object)  # Extension

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Extend the picture"))
        self._chips = {ratio: self._chip(ratio) for ratio in RATIOS}
        self._size = Size(1, 1)
        self._extension = Extension()
        self._ratio = ""
        self._unit = Segments(self.tr("Unit"))
        self._unit.set_choices([(_PX, _PX), (_SHARE, _SHARE)])
        self._sides = {
            "left": self._number(self.tr("Left")),
            "top": self._number(self.tr("Top")),
            "right": self._number(self.tr("Right")),
            "bottom": self._number(self.tr("Bottom")),
        }
        self._anchor = Segments(self.tr("The picture lies"))
        self._anchor.set_choices(
            [
                (_START, self.tr("Left, top")),
                (_MIDDLE, self.tr("Middle")),
                (_END, self.tr("Right, bottom")),
            ]
        )
        self._anchor.set_value(_MIDDLE)
        self._outcome = dim_label()
        self._none = push_button(
            self.tr("Do not extend"),
            lambda: self._take(Extension()),
            tip=self.tr("The picture keeps its size"),
        )
        self.lay_out(
            section_head(self.tr("Extend the picture")),
            self._compass(),
            section_head(self.tr("To a ratio")),
            self._row_of_chips(),
            dim_label(self.tr("The picture then lies")),
            self._anchor,
            in_row(wide(self._outcome), self._none),
        )
        self._unit.chosen.connect(lambda _: self._show())
        self._anchor.chosen.connect(lambda _: self._take_ratio(self._ratio))

    def open_below(self, corner: QPoint, size: Size, extension: Extension) -> None:
        """Show what a picture of `size` is to grow by, the upper left corner at a screen point."""
        self._size, self._extension, self._ratio = size, extension, ""
        self._show()
        self.show_at(corner + QPoint(0, 4))

    def _compass(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(8)
        places = {"left": (1, 0), "top": (0, 1), "right": (1, 2), "bottom": (2, 1)}
        for name, (down, across) in places.items():
            number = self._sides[name]
            label = dim_label(number.accessibleName())
            label.setBuddy(number)
            above = LayoutPart(label, side=Qt.AlignmentFlag.AlignHCenter)
            grid.addLayout(in_column(above, number, spacing=2), down, across)
        grid.addWidget(self._unit, 1, 1, Qt.AlignmentFlag.AlignVCenter)
        return grid

    def _row_of_chips(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(6)
        for index, chip in enumerate(self._chips.values()):
            grid.addWidget(chip, index // _RATIO_COLUMNS, index % _RATIO_COLUMNS)
        return grid

    def _chip(self, ratio: str) -> QPushButton:
        chip = push_button(ratio, lambda: self._take_ratio(ratio), look="chip", checkable=True)
        chip.setAccessibleName(self.tr("Extend to {0}").format(ratio))
        return chip

    def _number(self, name: str) -> QSpinBox:
        number = SpinBox()
        number.setAccessibleName(name)
        number.setKeyboardTracking(False)
        number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        number.setFixedWidth(number.fontMetrics().horizontalAdvance("30000 px") + 18)
        number.valueChanged.connect(lambda _: self._on_number())
        return number

    def _on_number(self) -> None:
        self._ratio = ""
        in_px = self._unit.value() == _PX
        lengths = {}
        for name, number in self._sides.items():
            edge = self._edge(name)
            lengths[name] = number.value() if in_px else round(number.value() * edge / 100)
        self._take(Extension(**lengths))

    def _take_ratio(self, ratio: str) -> None:
        self._ratio = ratio
        if not ratio:
            return
        self._take(self._extension_to(ratio))

    def _extension_to(self, ratio: str) -> Extension:
        across, _, down = ratio.partition(":")
        share = float(self._anchor.value())
        anchor = (share, share)
        return extension_to_ratio(self._size, int(across), int(down), anchor=anchor)

    def _take(self, extension: Extension) -> None:
        self._extension = extension
        self._show()
        self.changed.emit(extension)

    def _show(self) -> None:
        """Show the extension in the chosen unit, without a signal."""
        in_px = self._unit.value() == _PX
        for name, number in self._sides.items():
            length, edge = getattr(self._extension, name), self._edge(name)
            with QSignalBlocker(number):
                number.setSuffix(f"\u2009{_PX if in_px else _SHARE}")
                number.setRange(0, _MOST_SHARE * edge // 100 if in_px else _MOST_SHARE)
                number.setSingleStep(16 if in_px else 5)
                number.setValue(length if in_px else round(length * 100 / edge))
        grown = self._extension.extended(self._size)
        words = self.tr("Becomes {0}").format(size_text(*grown))
        self._outcome.setText(self.tr("Keeps its size") if self._extension.is_nothing else words)
        self._none.setEnabled(not self._extension.is_nothing)
        for ratio, chip in self._chips.items():
            is_chosen = self._extension == self._extension_to(ratio)
            chip.setChecked(is_chosen and not self._extension.is_nothing)

    def _edge(self, side: str) -> int:
        return self._size.width if side in ("left", "right") else self._size.height
