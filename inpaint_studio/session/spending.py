"""What runs have cost, what this one would, and the cap that keeps it from being sent."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from inpaint_studio.contract.catalog import Catalog
from inpaint_studio.contract.check import Problem
from inpaint_studio.contract.cost import Cost, actual, estimate
from inpaint_studio.contract.events import Usage
from inpaint_studio.contract.money import dollars
from inpaint_studio.errors import HistoryError
from inpaint_studio.history import History, VariantRecord
from inpaint_studio.phrase import Phrase
from inpaint_studio.runs.run import Variant

FIELD = "spending"
"""The field of problems with the cap: no control of the panel, but a setting."""


class Spending(QObject):
    """Follows the results of a session; US dollars by the catalog's prices.

    `month_usd` is of all runs in the history of this month, local time: those that a wrong clock
    has put into another do not count until they fill the cap for years.
    """

    changed = Signal()

    def __init__(self, history: History, catalog: Catalog) -> None:
        super().__init__()
        self._history = history
        self._catalog = catalog
        self._counted: set[str] = set()
        self.session_usd = 0.0
        self.month_usd = 0.0
        self._left_behind_usd = 0.0
        self._add_up_month()

    def take(self, variant: Variant) -> None:
        """Count a variant once it is done; call it whenever one has changed."""
        if variant.state != "done" or variant.id in self._counted:
            return
        record = self._record_of(variant)
        if record is None or record.state != "done":
            return  # once it is in the history it is told of again
        self._counted.add(variant.id)
        cost = self.cost_of(variant.run.snapshot.params.model, record.usage)
        self.session_usd += cost.usd if cost else 0.0
        self._add_up_month()
        self.changed.emit()

    def go_on(self) -> None:
        """The history has moved: what was spent of the month in the former one counts on."""
        before = self.month_usd
        self._add_up_month()
        self._left_behind_usd += max(0.0, before - self.month_usd)
        self._add_up_month()

    def cost_of(self, model: str, usage: Usage | None) -> Cost | None:
        """What one result was charged for; None where its answer or the catalog does not tell."""
        return actual(usage, self._catalog.model(model))

    def committed_usd(self, pending: Iterable[Variant]) -> float:
        """What the month has cost, with what still runs as if it had been charged."""
        return self.month_usd + sum(self._expected(variant) for variant in pending)

    def _expected(self, variant: Variant) -> float:
        params = replace(variant.run.snapshot.params, n=1)
        snapshot = variant.run.snapshot
        sent = [snapshot.frame.sent, *(reference.size for reference in snapshot.references)]
        model = self._catalog.model(params.model)
        cost = estimate(params, model, [(size.width, size.height) for size in sent])
        return cost.usd_max if cost else 0.0

    def _record_of(self, variant: Variant) -> VariantRecord | None:
        # A history that cannot be read has said so where the result was to be kept.
        with suppress(HistoryError):
            return self._history.variant(variant.id)
        return None

    def _add_up_month(self) -> None:
        today = datetime.now()
        first = datetime(today.year, today.month, 1)
        following = datetime(today.year + today.month // 12, today.month % 12 + 1, 1)
        with suppress(HistoryError):
            used = self._history.usage_between(first.timestamp(), following.timestamp())
            costs = (self.cost_of(model, usage) for model, usage in used.items())
            known = sum(cost.usd for cost in costs if cost)
            self.month_usd = known + self._left_behind_usd


def cap_problem(cap: float, committed: float, cost: Cost | None) -> Problem | None:
    """Why a run estimated at `cost` must not be sent under a monthly cap (0 is none).

    All in US dollars; `committed` is what was spent and what still runs.
    """
    if not cap:
        return None
    if cost is None:
        words = Phrase("The catalog has no price for this model: your monthly cap cannot watch it.")
        return Problem(FIELD, words, is_error=False)
    if not cost.usd_max or committed + cost.usd_max <= cap:
        return None
    words = Phrase(
        "This run may cost {cost}. With {spent} spent this month it would pass your "
        "cap of {cap}; raise it in the settings.",
        cost=dollars(cost.usd_max),
        spent=dollars(committed),
        cap=dollars(cap),
    )
    return Problem(FIELD, words, is_error=True)
