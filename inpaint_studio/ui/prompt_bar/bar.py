"""The bar: prompt, number of variants, price and Run."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inpaint_studio.ui.request_panel.count import USUAL_VARIANTS, Count
from inpaint_studio.ui.request_panel.prompt import PromptEdit
from inpaint_studio.ui.style.theme import Theme, icon
from inpaint_studio.ui.style.tips import set_tip
from inpaint_studio.ui.widgets.buttons import icon_button, push_button
from inpaint_studio.ui.widgets.floating import SHADOW_PX, Floating
from inpaint_studio.ui.widgets.labels import Label
from inpaint_studio.ui.widgets.layouts import LayoutPart, in_row, wide
from inpaint_studio.ui.widgets.tab_order import order_tabs

_MOST_LINES = 3
_AROUND_LINES_PX = 16
_WIDTH_PX, _LEAST_PX = 680, 420
_COUNT_PX = 148
_EDGE_PX = SHADOW_PX + 8


class PromptBar(Floating):
    """Shows what it is told."""

    def __init__(self, theme: Theme, parent: QWidget, most: int) -> None:
        super().__init__(theme, parent)
        self.prompt = PromptEdit()
        self.count = Count(self.tr("Variants"), USUAL_VARIANTS, most)
        self._price = Label()
        self._price.setObjectName("price")
        self.run_button = push_button(look="primary")
        self.close_button = icon_button(self.tr("Hide the prompt at the mask"))
        self._tip = ""
        self._reasons: Sequence[str] = ()
        self._row = self._build()
        self.set_theme(theme)
        self.hide()

    def show_offer(self, offer: str, price: str, reasons: Sequence[str]) -> None:
        """What Run does and costs, "" where nothing is said of costs, and why it cannot."""
        self.run_button.setText(offer)
        self._price.setText(price)
        self._price.setVisible(bool(price))
        was_blocked, self._reasons = bool(self._reasons), reasons
        self.run_button.setAccessibleDescription(" ".join(reasons))
        self._show_tip()
        if bool(reasons) != was_blocked:
            self.run_button.setProperty("blocked", bool(reasons))
            self.run_button.style().polish(self.run_button)
            self._set_icons()

    def name_key(self, tip: str) -> None:
        """What the tool tip of Run says where nothing keeps it from running."""
        self._tip = tip
        self._show_tip()

    @property
    def price(self) -> str:
        """What is said of costs."""
        return self._price.text()

    def fit_into(self, width: int) -> None:
        """Take the width there is, up to what reads well, and the height the prompt needs there."""
        self.resize(max(_LEAST_PX, min(_WIDTH_PX, width)), self.height())
        self._row.activate()
        self._fit_prompt()

    def set_theme(self, theme: Theme) -> None:
        """Recolour ground and icons."""
        super().set_theme(theme)
        self.close_button.setIcon(icon("close", theme, theme.dim, 16))
        self._set_icons()

    def _fit_prompt(self) -> None:
        """One line, or as many as the text has, up to a few."""
        lines = round(self.prompt.document().size().height())
        policy = Qt.ScrollBarPolicy
        self.prompt.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if lines <= _MOST_LINES else policy.ScrollBarAsNeeded
        )
        shown = max(1, min(_MOST_LINES, lines))
        self.prompt.setFixedHeight(
            shown * self.prompt.fontMetrics().lineSpacing() + _AROUND_LINES_PX
        )
        self._row.activate()
        self.resize(self.width(), self.sizeHint().height())

    def _show_tip(self) -> None:
        set_tip(self.run_button, "\n".join(self._reasons) or self._tip)

    def _set_icons(self) -> None:
        theme = self._theme
        ink = theme.dim if self._reasons else theme.on_accent
        self.run_button.setIcon(icon("run", theme, ink, 16))

    def _build(self) -> QHBoxLayout:
        self.count.setMinimumWidth(_COUNT_PX)
        self._price.hide()
        middle = Qt.AlignmentFlag.AlignVCenter
        fixed = (self.count, self._price, self.run_button, self.close_button)
        parts = (wide(self.prompt), *(LayoutPart(each, side=middle) for each in fixed))
        row = in_row(*parts, of=self, spacing=8, margins=(_EDGE_PX,) * 4)
        order_tabs(self)
        return row
