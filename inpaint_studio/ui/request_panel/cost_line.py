"""What a click will cost, and what has been spent."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from inpaint_studio.contract.cost import Cost
from inpaint_studio.contract.money import dollars
from inpaint_studio.ui.request_panel.plan_words import price_words
from inpaint_studio.ui.style.figures import grouped, money
from inpaint_studio.ui.style.tips import set_tip
from inpaint_studio.ui.widgets.elided_label import ElidedLabel
from inpaint_studio.ui.widgets.labels import Label, dim_label
from inpaint_studio.ui.widgets.layouts import in_column, in_row, keep_room, wide


class CostLine(QWidget):
    """≈ before, totals below it; their lines are kept for them."""

    def __init__(self) -> None:
        super().__init__()
        self._price = Label()
        self._price.setObjectName("price")
        self._for = dim_label()
        self._totals = ElidedLabel()
        self._totals.hide()
        keep_room(self, self._totals)
        self._is_free = False
        top = in_row(self._price, wide(self._for), spacing=8)
        in_column(top, self._totals, of=self, spacing=2)

    def set_estimate(self, cost: Cost | None, *, count: int) -> None:
        """The estimate for `count` variants; None where the catalog has no price."""
        self._price.setText(price_words(cost))
        many = self.tr("for {0} variants").format(count) if count > 1 else ""
        self._for.setText(many if cost is None or cost.usd_max else "")
        set_tip(self, self._explained(cost))
        self._is_free = cost is not None and not cost.usd_max
        self._show_or_hide()

    def set_totals(self, *, session: float, month: float, cap: float) -> None:
        """What was charged according to the answers, in US dollars; `cap` 0 is no cap."""
        words = self.tr("Session {0} · month {1}").format(
            money(dollars(session)), money(dollars(month))
        )
        if cap:
            words = self.tr("{0} of {1}").format(words, money(dollars(cap)))
        self._totals.setText(words)
        self._totals.setVisible(bool(session or month or cap))
        self._show_or_hide()

    def _show_or_hide(self) -> None:
        """Where nothing costs anything, nothing is said of costs."""
        self.setVisible(not self._is_free or not self._totals.isHidden())

    def _explained(self, cost: Cost | None) -> str:
        if cost is None:
            return self.tr("The catalog has no price for this model.")
        if not cost.usd_max:
            return self.tr("Nothing is charged.")
        usage = cost.usage
        return self.tr(
            "An estimate from the catalog's prices: about {0} tokens in, {1} out.\n"
            "The actual cost follows from the answer."
        ).format(grouped(usage.input_tokens), grouped(usage.output_tokens))
