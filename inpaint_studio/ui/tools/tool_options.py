"""The options row's left part: what the tool in hand can be set to, one page per kind of tool."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from inpaint_studio.picture.geometry import Box
from inpaint_studio.ui.style.tips import set_tip
from inpaint_studio.ui.widgets.buttons import push_button
from inpaint_studio.ui.widgets.choice import Choice
from inpaint_studio.ui.widgets.controls import CheckBox
from inpaint_studio.ui.widgets.labels import dim_label
from inpaint_studio.ui.widgets.layouts import SPRING, in_row
from inpaint_studio.ui.widgets.number_slider import NumberSlider

if TYPE_CHECKING:  # numpy comes after the first paint
    from inpaint_studio.session.editor import Editor

RATIOS = ("", "1:1", "3:2", "2:3", "4:3", "3:4", "16:9", "9:16")
"""The ratios a frame can keep; the empty one is free."""


class BrushControls(QObject):
    """Sliders and box that set the brush in hand, for options row and pop-up to lay out."""

    def __init__(self, parent: QObject, pressure: str) -> None:
        """`pressure` are the words of the box for the pen."""
        super().__init__(parent)
        self.size = NumberSlider(_tr("Size"), low=1, high=2000, unit="px", logarithmic=True)
        self.hardness = NumberSlider(_tr("Hardness"), low=0, high=100, unit="%")
        self.flow = NumberSlider(_tr("Flow"), low=1, high=100, unit="%")
        self.pressure = CheckBox(pressure)

    def follow(self, editor: Editor) -> None:
        """Show and change the brush of an editor."""
        self._editor = editor
        self.size.changed.connect(lambda size: editor.set_brush(size=float(size)))
        self.hardness.changed.connect(lambda share: editor.set_brush(hardness=float(share)))
        self.flow.changed.connect(lambda share: editor.set_brush(flow=float(share)))
        self.pressure.clicked.connect(lambda on: editor.set_brush(pressure_size=on))
        editor.brush_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        brush = self._editor.brush
        self.size.set_value(round(brush.size))
        self.hardness.set_value(round(brush.hardness))
        self.flow.set_value(round(brush.flow))
        self.pressure.setChecked(brush.pressure_size)


class BrushOptions(QWidget):
    """Size, hardness and flow of brush or eraser, and what the pen's pressure drives."""

    def __init__(self) -> None:
        super().__init__()
        self._brush = brush = BrushControls(self, self.tr("Pressure"))
        set_tip(brush.pressure, self.tr("Pen pressure changes the size"))
        _in_bar(self, brush.size, brush.hardness, brush.flow, brush.pressure)

    def follow(self, editor: Editor) -> None:
        """Show and change the brush of an editor."""
        self._brush.follow(editor)

    def show_sliders(self, *, soft: bool, size: bool = True) -> None:
        """Leave out sliders: the numbers beside them say the same."""
        self._brush.size.show_slider(size)
        self._brush.hardness.show_slider(soft)
        self._brush.flow.show_slider(soft)

    def leave_out_pen(self, left_out: bool) -> None:
        """Flow and pressure are in the brush's popup, too."""
        self._brush.flow.setHidden(left_out)
        self._brush.pressure.setHidden(left_out)


class WandOptions(QWidget):
    """How alike colours must be, and whether they must touch."""

    def __init__(self) -> None:
        super().__init__()
        self._tolerance = NumberSlider(self.tr("Tolerance"), low=0, high=255, unit="")
        self._contiguous = CheckBox(self.tr("Contiguous"))
        set_tip(self._contiguous, self.tr("Only what touches the place that is clicked"))
        _in_bar(self, self._tolerance, self._contiguous)

    def follow(self, editor: Editor) -> None:
        """Show and change the wand of an editor."""
        self._editor = editor
        self._tolerance.changed.connect(lambda most: editor.set_wand(tolerance=most))
        self._contiguous.clicked.connect(lambda on: editor.set_wand(contiguous=on))
        editor.options_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        self._tolerance.set_value(self._editor.wand.tolerance)
        self._contiguous.setChecked(self._editor.wand.contiguous)


class FrameOptions(QWidget):
    """Whether the frame follows the mask, and the ratio it keeps while it is dragged."""

    def __init__(self) -> None:
        super().__init__()
        tip = self.tr("The frame is chosen from the mask")
        self.automatic = _chip(self.tr("Follow the mask"), tip=tip, checkable=True)
        self.whole = _chip(self.tr("Whole picture"), checkable=True)
        self._ratio = Choice(self.tr("Ratio"))
        self._ratio.set_choices([(ratio, ratio or self.tr("Free")) for ratio in RATIOS])
        set_tip(self._ratio, self.tr("Shift keeps the ratio the frame has"))
        label = dim_label(self.tr("Ratio"))
        tip = self.tr("Let the picture grow; dragging the frame past its edge does the same")
        self.extend_button = _chip(self.tr("Extend…"), tip=tip)
        _in_bar(self, self.automatic, self.whole, label, self._ratio, self.extend_button)

    def follow(self, editor: Editor) -> None:
        """Show and change the frame of an editor's document."""
        self._editor = editor
        self.automatic.clicked.connect(lambda: self._set(whole=False))
        self.whole.clicked.connect(lambda: self._set(whole=True))
        self._ratio.chosen.connect(lambda text: editor.set_frame_ratio(_ratio_of(text)))
        editor.frame_changed.connect(self._show)
        editor.document_changed.connect(self._show)
        self._show()

    def _set(self, *, whole: bool) -> None:
        document = self._editor.document
        self._editor.set_frame(Box.of_size(document.size) if whole and document else None)
        self._show()  # a chip that is pressed again must not be lifted

    def _show(self) -> None:
        document = self._editor.document
        frame = document.frame if document else None
        self.automatic.setChecked(frame is None)
        self.whole.setChecked(document is not None and frame == Box.of_size(document.size))


_chip = partial(push_button, look="chip")


def _in_bar(page: QWidget, *parts: QWidget) -> None:
    in_row(*parts, SPRING, of=page, spacing=14)


def _ratio_of(text: str) -> float | None:
    """Width / height; None where it is free."""
    width, _, height = text.partition(":")
    return int(width) / int(height) if text else None


def _tr(text: str) -> str:
    return QCoreApplication.translate("BrushOptions", text)
