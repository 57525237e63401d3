"""The brush's settings right where the hand is: a small window that a click elsewhere closes."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from inpaint_studio.session.editor import Editor
from inpaint_studio.session.tools import OPPOSITE, Tool
from inpaint_studio.ui.actions.shortcuts import Shortcuts
from inpaint_studio.ui.tools.tool_options import BrushControls
from inpaint_studio.ui.widgets.buttons import push_button
from inpaint_studio.ui.widgets.controls import CheckBox
from inpaint_studio.ui.widgets.labels import dim_label
from inpaint_studio.ui.widgets.layouts import LayoutPart
from inpaint_studio.ui.widgets.popup import Popup
from inpaint_studio.ui.widgets.segments import Segments


class BrushPopup(Popup):
    """Brush or eraser, size, hardness, flow, and back to how they came."""

    def __init__(self, editor: Editor, parent: QWidget, shortcuts: Shortcuts) -> None:
        super().__init__(parent)
        self._editor = editor
        self._tool = Segments(self.tr("Tool"))
        self._tool.set_choices([("brush", self.tr("Brush")), ("eraser", self.tr("Eraser"))])
        brush = BrushControls(self, self.tr("Pen pressure changes the size"))
        self._soft_pressure = CheckBox(self.tr("Pen pressure changes the flow"))
        tip = self.tr("Brush and eraser as they came")
        reset = push_button(self.tr("Reset"), editor.reset_brushes, tip=tip)
        shortcuts.name_key(reset, "reset_brushes")
        hint = dim_label(
            self.tr("{0} {1} size · {2} {3} hardness · Alt+right-drag both"), wraps=True
        )
        shortcuts.fill_in(hint, "smaller_brush", "larger_brush", "softer_brush", "harder_brush")
        right = Qt.AlignmentFlag.AlignRight
        self.lay_out(
            self._tool,
            *(LayoutPart(part, side=right) for part in (brush.size, brush.hardness, brush.flow)),
            brush.pressure,
            self._soft_pressure,
            hint,
            LayoutPart(reset, side=right),
        )
        brush.follow(editor)
        self._tool.chosen.connect(lambda name: editor.set_tool(Tool(name)))
        self._soft_pressure.clicked.connect(lambda on: editor.set_brush(pressure_flow=on))
        editor.brush_changed.connect(self._show_rest)
        self._show_rest()

    def open_at(self, place: QPoint) -> None:
        """Open beside a point of the screen, all of it in sight."""
        self.show_at(place + QPoint(12, 12))

    def _show_rest(self) -> None:
        if self._editor.tool in OPPOSITE:
            self._tool.set_value(self._editor.tool.value)
        self._soft_pressure.setChecked(self._editor.brush.pressure_flow)
