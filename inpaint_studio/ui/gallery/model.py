"""The cards as a list: all rows at once as numbers, each card read when it is looked at.

The first page comes with the window's own connection, at once; a worker brings the rest, so that
the scroll bar is honest a moment later.
"""

from __future__ import annotations

import asyncio
from array import array
from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from inpaint_studio.errors import HistoryError
from inpaint_studio.history import Filter, History, Listing, RunRecord
from inpaint_studio.session.runs import PreparedRun
from inpaint_studio.session.tasks import Tasks
from inpaint_studio.ui.gallery.cards import Card, Live, LiveOf, Price, cards_of
from inpaint_studio.ui.gallery.preparing import PreparingCards
from inpaint_studio.ui.style.tips import tip_text

CARD_ROLE = Qt.ItemDataRole.UserRole
_FIRST_PAGE = 400
_READ_RUNS = 48
_KEPT_RUNS = 3000
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class CardSources:
    """What cards get from elsewhere; `files_of` gives variants as files, to be dragged out."""

    price_of: Price = lambda _model, _usage: ""
    live_of: LiveOf = lambda _variant_id: Live()
    files_of: Callable[[list[str]], QMimeData] = lambda _ids: QMimeData()


class GalleryModel(QAbstractListModel):
    """Reads the history; `refresh_run` is called when one of its runs has changed."""

    filter_changed = Signal()
    arranged = Signal()
    """Rows came or went: whoever computed places from `listing` does so again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history: History | None = None
        self._tasks: Tasks | None = None
        self._filling: asyncio.Task[None] | None = None
        self._sources = CardSources()
        self._cards: OrderedDict[int, dict[int, Card]] = OrderedDict()
        self._preparing = PreparingCards()
        self._stale_runs: set[str] = set()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._refresh_stale)
        self.listing = Listing()
        self.filter = Filter()
        for signal in (self.modelReset, self.rowsInserted, self.rowsRemoved):
            signal.connect(lambda *_: self.arranged.emit())

    def attach(
        self,
        history: History,
        tasks: Tasks | None = None,
        sources: CardSources = CardSources(),
    ) -> None:
        """Show this history from its newest run on; without `tasks`, all of it at once."""
        self._history, self._tasks, self._sources = history, tasks, sources
        self.reload()

    def set_filter(self, filter_: Filter) -> None:
        """Show only what meets the filter."""
        if filter_ != self.filter:
            self.filter = filter_
            self.reload()
            self.filter_changed.emit()

    def reload(self) -> None:
        """Read the list anew."""
        if self._history is None:
            return
        self._stop_filling()
        limit = None if self._tasks is None else _FIRST_PAGE
        listing = self._history.listing(self.filter, limit=limit)
        self.beginResetModel()
        self._cards.clear()
        is_page = len(listing) == limit
        _insert(listing, 0, self._preparing.listing)
        self.listing = listing
        self.endResetModel()
        if self._tasks is not None and is_page:
            self._filling = self._tasks.start(self._fill(self._history))

    def complete(self) -> None:
        """Read at once what a worker was to bring after the first page."""
        if self._filling is not None and self._history is not None:
            self._stop_filling()
            self._take_rest(self._history.listing(self.filter))

    def show_preparing(self, runs: Sequence[PreparedRun]) -> None:
        """Have cards of runs that the history does not know yet before all others."""
        former = len(self._preparing.listing)
        self._preparing.show(runs)
        self._replace(0, former, self._preparing.listing)

    def refresh_soon(self, run_id: str) -> None:
        """Read a run again once what it told of is on screen; many changes are one reading."""
        self._stale_runs.add(run_id)
        self._soon.start()

    def _refresh_stale(self) -> None:
        stale, self._stale_runs = self._stale_runs, set()
        for run_id in stale:
            self.refresh_run(run_id)

    def refresh_run(self, run_id: str) -> None:
        """Read one run again; it comes, changes and goes as it meets the filter."""
        if self._history is None:
            return
        try:
            run = self._history.run(run_id)
            fresh = self._history.listing(self.filter, run_id=run_id)
        except HistoryError:
            self.reload()
            return
        former = self._cards.pop(run.number, {})
        first, last = self._rows_of_run(run.number)
        if list(self.listing.variants[first:last]) != list(fresh.variants):
            self._replace(first, last, fresh)
            return
        self._read(run)
        for row in range(first, last):
            # Four streams tell of changes often: only cards that changed are painted again.
            if self.card_at(row) != former.get(self.listing.variants[row]):
                self.dataChanged.emit(self.index(row), self.index(row))

    def models(self) -> list[str]:
        """Models there are results of, the most frequent first."""
        return [] if self._history is None else self._history.models_in_use()

    def profiles(self) -> list[str]:
        """Names of the profiles there are results of, the most frequent first."""
        return [] if self._history is None else self._history.profiles_in_use()

    def card(self, index: Index) -> Card | None:
        """The card at an index, None outside the list."""
        return self.card_at(index.row()) if index.isValid() else None

    def card_at(self, row: int) -> Card | None:
        """The card of a row, read now if need be; None where its run was deleted meanwhile."""
        if not 0 <= row < len(self.listing):
            return None
        run = self.listing.runs[row]
        if run in self._preparing:
            return self._preparing.card(run, self.listing.variants[row])
        if run not in self._cards:
            self._read_around(row)
        self._cards.move_to_end(run)
        return self._cards[run].get(self.listing.variants[row])

    def row_of(self, variant_id: str) -> int:
        """The row of a variant's card, -1 where it is not listed."""
        found = self._numbers_of(variant_id)
        if found is None:
            return -1
        run, variant = found
        rows = range(*self._rows_of_run(run))
        return next((row for row in rows if self.listing.variants[row] == variant), -1)

    def row_at(self, time_s: float) -> int:
        """The first row of a run begun at that Unix time or before; the last row if all are newer.

        Rows are ordered by number, and clocks may jump: so this looks at each.
        """
        for row, created in enumerate(self.listing.created):
            if created <= time_s:
                return row
        return len(self.listing) - 1

    def rowCount(self, parent: Index | None = None) -> int:
        """Number of cards in the list."""
        return 0 if parent is not None and parent.isValid() else len(self.listing)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The card itself, its words, or what a screen reader says."""
        card = self.card(index)
        if card is None:
            return None
        if role == CARD_ROLE:
            return card
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return card.accessible_text
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip_text(card.tip) or None
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cards can be selected and dragged out."""
        if index.isValid() and self.listing.runs[index.row()] in self._preparing:
            return Qt.ItemFlag.ItemIsEnabled  # nothing of it is known to the history
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The results as real files, which any program takes."""
        cards = [self.card(index) for index in indexes]
        ids = [card.variant_id for card in cards if card is not None and card.state == "done"]
        return self._sources.files_of(ids)

    def supportedDragActions(self) -> Qt.DropAction:
        """What is dragged out stays here."""
        return Qt.DropAction.CopyAction

    def _numbers_of(self, variant_id: str) -> tuple[int, int] | None:
        """Numbers of a variant's run and of the variant in it; lately read cards spare a query."""
        for run, cards in reversed(self._cards.items()):
            for number, card in cards.items():
                if card.variant_id == variant_id:
                    return run, number
        if self._history is None:
            return None
        try:
            variant = self._history.variant(variant_id)
            return self._history.run(variant.run_id).number, variant.number
        except HistoryError:
            return None

    def _read_around(self, row: int) -> None:
        assert self._history is not None
        rows = self.listing.runs[max(0, row - _READ_RUNS // 2) : row + _READ_RUNS]
        known = (self._cards, self._preparing)
        wanted = {number for number in rows if not any(number in each for each in known)}
        self._cards.update((number, {}) for number in wanted)
        for run in self._history.runs_numbered(list(wanted)):
            self._read(run)
        while len(self._cards) > _KEPT_RUNS:
            self._cards.popitem(last=False)

    def _read(self, run: RunRecord) -> None:
        cards = cards_of(run, self._sources.price_of, self._sources.live_of)
        self._cards[run.number] = {card.number: card for card in cards}

    def _rows_of_run(self, number: int) -> tuple[int, int]:
        """First row and the one after the last; where it would be, if it is not listed."""
        runs = self.listing.runs  # falling numbers
        return (
            bisect_left(runs, -number, key=lambda each: -each),
            bisect_right(runs, -number, key=lambda each: -each),
        )

    def _replace(self, first: int, last: int, fresh: Listing) -> None:
        if first < last:
            self.beginRemoveRows(QModelIndex(), first, last - 1)
            for mine, _ in _columns(self.listing, fresh):
                del mine[first:last]
            self.endRemoveRows()
        self._insert(first, fresh)

    def _insert(self, row: int, fresh: Listing, start: int = 0) -> None:
        """Put what `fresh` lists from `start` on before a row."""
        count = len(fresh) - start
        if count <= 0:
            return
        self.beginInsertRows(QModelIndex(), row, row + count - 1)
        _insert(self.listing, row, fresh, start)
        self.endInsertRows()

    async def _fill(self, history: History) -> None:
        """Bring what follows the first page."""
        self._take_rest(await asyncio.to_thread(history.whole_listing, self.filter))
        self._filling = None

    def _take_rest(self, whole: Listing) -> None:
        known = len(self.listing)
        if known and self.listing.runs[-1] in whole.runs[:known]:
            # Runs may have come or gone in front meanwhile: go on after the last row there is.
            start = whole.variants.index(self.listing.variants[-1]) + 1
            self._insert(known, whole, start)

    def _stop_filling(self) -> None:
        if self._filling is not None:
            self._filling.cancel()
            self._filling = None


def _insert(mine: Listing, row: int, theirs: Listing, start: int = 0) -> None:
    for column, other in _columns(mine, theirs):
        column[row:row] = other[start:]


def _columns(mine: Listing, theirs: Listing) -> tuple[tuple[array[int], array[int]], ...]:
    """The columns of two listings in pairs."""
    return (
        (mine.variants, theirs.variants),
        (mine.runs, theirs.runs),
        (mine.created, theirs.created),
    )
