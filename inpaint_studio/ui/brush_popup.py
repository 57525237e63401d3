"""The brush's settings right where the hand is: a small window that a click elsewhere closes."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QPushButton, QWidget

from inpaint_studio.session.editor import Editor
from inpaint_studio.session.tools import OPPOSITE, Tool
from inpaint_studio.ui.widgets.number_slider import NumberSlider
from inpaint_studio.ui.widgets.popup import Popup
from inpaint_studio.ui.widgets.segments import Segments


class BrushPopup(Popup):
    """Brush or eraser, size, hardness, flow, and back to how they came."""

    def __init__(self, editor: Editor, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor = editor
        self._tool = Segments(self.tr("Tool"))
        self._tool.set_choices([("brush", self.tr("Brush")), ("eraser", self.tr("Eraser"))])
        self._size = NumberSlider(self.tr("Size"), low=1, high=2000, unit="px", logarithmic=True)
        self._hardness = NumberSlider(self.tr("Hardness"), low=0, high=100, unit="%")
        self._flow = NumberSlider(self.tr("Flow"), low=1, high=100, unit="%")
        self._pressure = QCheckBox(self.tr("Pen pressure changes the size"))
        self._soft_pressure = QCheckBox(self.tr("Pen pressure changes the flow"))
        reset = QPushButton(self.tr("Reset"))
        reset.setToolTip(self.tr("Brush and eraser as they came (D)"))
        reset.clicked.connect(editor.reset_brushes)
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 12, 14, 12)
        grid.setSpacing(8)
        grid.addWidget(self._tool, 0, 0)
        for row, part in enumerate((self._size, self._hardness, self._flow), start=1):
            grid.addWidget(part, row, 0, Qt.AlignmentFlag.AlignRight)
        hint = QLabel(self.tr("[ ] size · Shift+[ ] hardness · Alt+right-drag both"))
        hint.setObjectName("dim")
        grid.addWidget(self._pressure, 4, 0)
        grid.addWidget(self._soft_pressure, 5, 0)
        grid.addWidget(hint, 6, 0)
        grid.addWidget(reset, 7, 0, Qt.AlignmentFlag.AlignRight)
        self._connect()

    def open_at(self, place: QPoint) -> None:
        """Open beside a point of the screen, all of it in sight."""
        self._show_settings()
        self.show_at(place + QPoint(12, 12))

    def _connect(self) -> None:
        editor = self._editor
        self._tool.chosen.connect(lambda name: editor.set_tool(Tool(name)))
        self._size.changed.connect(lambda size: editor.set_brush(size=float(size)))
        self._hardness.changed.connect(lambda share: editor.set_brush(hardness=float(share)))
        self._flow.changed.connect(lambda share: editor.set_brush(flow=float(share)))
        self._pressure.clicked.connect(lambda on: editor.set_brush(pressure_size=on))
        self._soft_pressure.clicked.connect(lambda on: editor.set_brush(pressure_flow=on))
        editor.brush_changed.connect(self._show_settings)

    def _show_settings(self) -> None:
        brush = self._editor.brush
        if self._editor.tool in OPPOSITE:
            self._tool.set_value(self._editor.tool.value)
        self._size.set_value(round(brush.size))
        self._hardness.set_value(round(brush.hardness))
        self._flow.set_value(round(brush.flow))
        self._pressure.setChecked(brush.pressure_size)
        self._soft_pressure.setChecked(brush.pressure_flow)
