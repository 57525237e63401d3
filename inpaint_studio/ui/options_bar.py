"""What the tool in hand can be set to, and what can be done to the whole mask: one row."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QWidget

from inpaint_studio.ui.mask_options import MaskOptions
from inpaint_studio.ui.theme import Theme
from inpaint_studio.ui.tool_options import Advice, BrushOptions, FrameOptions, WandOptions

_ROOMY_FROM_PX = 1140
_TIGHT_BELOW_PX = 1000


class OptionsBar(QFrame):
    """Shows a page per tool beside the mask's own controls; `ui.tooling` connects it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("optionsBar")
        self.brush = BrushOptions()
        self.wand = WandOptions()
        self.frame = FrameOptions()
        self.mask_options = MaskOptions(theme)
        shape = Advice(self.tr("Adds · Alt takes away · Shift+Alt intersects · Shift: regular"))
        corners = Advice(self.tr("Click corners · Enter closes · Backspace takes one back"))
        fill = Advice(self.tr("Fills what is enclosed · Alt takes a painted area away"))
        lasso = Advice(self.tr("Adds · Alt takes away · Shift+Alt intersects · Space pans"))
        hand = Advice(self.tr("Drag to pan · Ctrl+0 fits · Ctrl+1 is 100 %"))
        zoom = Advice(self.tr("Click in · Alt+click out · Ctrl+0 fits · Ctrl+1 is 100 %"))
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
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 14, 4)
        row.setSpacing(14)
        row.addWidget(self._stack, 1)
        row.addWidget(self.mask_options)

    def show_tool(self, tool: str) -> None:
        """Show the page of a tool."""
        self._stack.setCurrentWidget(self._pages[tool])

    def set_mask_verbs(self, *, has_document: bool, has_mask: bool) -> None:
        """Offer what the mask allows."""
        self.mask_options.set_enabled(has_document=has_document, has_mask=has_mask)

    def set_theme(self, theme: Theme) -> None:
        """Recolour the icons."""
        self.mask_options.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave words and sliders out where there is little room."""
        super().resizeEvent(event)
        self.brush.set_compact(self.width() < _ROOMY_FROM_PX)
        self.mask_options.set_compact(self.width() < _TIGHT_BELOW_PX)
