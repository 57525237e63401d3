"""The cards as a list: newest run first, older pages fetched as the view nears the end."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from inpaint_studio.history import History
from inpaint_studio.ui.gallery.cards import Card, cards_of, cards_of_all

CARD_ROLE = Qt.ItemDataRole.UserRole
_PAGE = 60
Index = QModelIndex | QPersistentModelIndex


class GalleryModel(QAbstractListModel):
    """Reads the history; `refresh_run` is called when one of its runs has changed."""

    def __init__(self) -> None:
        super().__init__()
        self._history: History | None = None
        self._cards: list[Card] = []
        self._search = ""
        self._ended = True

    def attach(self, history: History) -> None:
        """Show this history from its newest run on."""
        self._history = history
        self.reload()

    def search(self, text: str) -> None:
        """Show only runs whose prompt matches; "" shows all."""
        self._search = text.strip()
        self.reload()

    def reload(self) -> None:
        """Read the first page anew."""
        self.beginResetModel()
        self._cards = []
        self._ended = False
        self._cards = self._next_page()
        self.endResetModel()

    def refresh_run(self, run_id: str) -> None:
        """Read one run again; a run that is not listed yet appears in front."""
        if self._history is None:
            return
        cards = cards_of(self._history.run(run_id))
        rows = [row for row, card in enumerate(self._cards) if card.run_id == run_id]
        if not rows:
            self.beginInsertRows(QModelIndex(), 0, len(cards) - 1)
            self._cards[:0] = cards
            self.endInsertRows()
            return
        self._cards[rows[0] : rows[-1] + 1] = cards
        self.dataChanged.emit(self.index(rows[0]), self.index(rows[-1]))

    def card(self, index: Index) -> Card | None:
        """The card at an index, None outside the list."""
        return self._cards[index.row()] if index.isValid() else None

    def row_of(self, variant_id: str) -> int:
        """The row of a variant's card, -1 where it is not listed."""
        for row, card in enumerate(self._cards):
            if card.variant_id == variant_id:
                return row
        return -1

    def rowCount(self, parent: Index | None = None) -> int:
        """Number of cards read so far."""
        return 0 if parent is not None and parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The card itself, its words, or what a screen reader says."""
        card = self.card(index)
        if card is None:
            return None
        if role == CARD_ROLE:
            return card
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in (card.prompt, card.words) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return card.detail or card.prompt or None
        return None

    def canFetchMore(self, parent: Index) -> bool:
        """Whether older runs may follow."""
        return not parent.isValid() and not self._ended

    def fetchMore(self, parent: Index) -> None:
        """Read the next page."""
        del parent
        cards = self._next_page()
        if not cards:
            return
        first = len(self._cards)
        self.beginInsertRows(QModelIndex(), first, first + len(cards) - 1)
        self._cards.extend(cards)
        self.endInsertRows()

    def _next_page(self) -> list[Card]:
        if self._history is None:
            self._ended = True
            return []
        before = self._cards[-1].run_id if self._cards else None
        if self._search:
            runs = self._history.search(self._search, before=before, limit=_PAGE)
        else:
            runs = self._history.page(before=before, limit=_PAGE)
        self._ended = len(runs) < _PAGE
        return cards_of_all(runs)
