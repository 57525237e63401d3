"""What the tool in hand can be set to, and what can be done to the whole mask: one row."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from inpaint_studio.ui.actions.shortcuts import Shortcuts
from inpaint_studio.ui.mask.mask_options import MaskOptions
from inpaint_studio.ui.style.theme import Theme
from inpaint_studio.ui.tools.tool_options import BrushOptions, FrameOptions, WandOptions
from inpaint_studio.ui.widgets.elided_label import ElidedLabel
from inpaint_studio.ui.widgets.layouts import in_row, wide

_LEAST_WIDTH_PX = 320


class OptionsBar(QFrame):
    """Shows a page per tool beside the mask's own controls; `ToolsController` connects it."""

    def __init__(self, theme: Theme, shortcuts: Shortcuts) -> None:
        super().__init__()
        self.setObjectName("optionsBar")
        self.brush = BrushOptions()
        self.wand = WandOptions()
        self.frame = FrameOptions()
        self.mask_options = MaskOptions(theme)
        # One line on what keys do with a tool that has nothing to set.
        shape = ElidedLabel(
            self.tr("Adds · Alt takes away · Shift+Alt intersects · Shift: regular")
        )
        corners = ElidedLabel(self.tr("Click corners · {0} closes · {1} takes one back"))
        fill = ElidedLabel(self.tr("Fills what is enclosed · Alt takes a painted area away"))
        lasso = ElidedLabel(self.tr("Adds · Alt takes away · Shift+Alt intersects · {0} pans"))
        hand = ElidedLabel(self.tr("Drag to pan · {0} fits · {1} is 100 %"))
        zoom = ElidedLabel(self.tr("Click in · Alt+click out · {0} fits · {1} is 100 %"))
        shortcuts.fill_in(corners, "drawing.confirm", "drawing.drop_corner")
        shortcuts.fill_in(lasso, "pan")
        for label in (hand, zoom):
            shortcuts.fill_in(label, "fit", "actual")
        shortcuts.name_key(self.frame.automatic, "follow_mask")
        shortcuts.name_key(self.mask_options.invert, "invert")
        shortcuts.name_key(self.mask_options.clear, "clear")
        self._pages: dict[str, QWidget] = {
            **dict.fromkeys(("brush", "eraser"), self.brush),
            **dict.fromkeys(("rectangle", "ellipse"), shape),
            "lasso": lasso,
            "polygon": corners,
            "wand": self.wand,
            "fill": fill,
            "frame": self.frame,
            "hand": hand,
            "zoom": zoom,
        }
        self._stack = QStackedWidget()
        for page in dict.fromkeys(self._pages.values()):
            self._stack.addWidget(page)
        # A row too long must not take the room of the panel beside it: it leaves things out.
        self.setMinimumWidth(_LEAST_WIDTH_PX)
        parts = (wide(self._stack), self.mask_options)
        self._row = in_row(*parts, of=self, spacing=8, margins=(14, 4, 14, 4))

    def show_tool(self, tool: str) -> None:
        """Show the page of a tool."""
        self._stack.setCurrentWidget(self._pages[tool])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what the room does not suffice for, the least missed first."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        steps = (
            lambda left_out: self.brush.show_sliders(soft=not left_out),
            self.mask_options.set_wordless,
            self.mask_options.leave_out_smooth,
            lambda left_out: self.brush.show_sliders(soft=False, size=not left_out),
            self.brush.leave_out_pen,
        )
        for step in reversed(steps):
            step(False)
        for step in steps:
            if self._wanted_width() <= self.width():
                return
            step(True)

    def _wanted_width(self) -> int:
        """What the row would take now; layouts within layouts learn of hidden parts too late."""
        for part in reversed(self.findChildren(QWidget)):
            layout = part.layout()
            if layout is not None:
                layout.invalidate()
                layout.activate()
        return self._row.sizeHint().width()
