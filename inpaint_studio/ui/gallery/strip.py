"""The history strip below the canvas: a row of cards and what can be done with them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from inpaint_studio.history import Filter, History
from inpaint_studio.session.tasks import Tasks
from inpaint_studio.ui.gallery.arrangement import Arrangement, Strip
from inpaint_studio.ui.gallery.card_painting import card_size
from inpaint_studio.ui.gallery.card_view import CardView
from inpaint_studio.ui.gallery.filter_bar import FilterBar
from inpaint_studio.ui.gallery.model import CardSources, GalleryModel
from inpaint_studio.ui.gallery.thumbnails import Thumbnails
from inpaint_studio.ui.style.theme import Theme
from inpaint_studio.ui.widgets.labels import dim_label


class HistoryStrip(QWidget):
    """Cards in a row; a click shows a variant, a double click opens it as a new source."""

    shown = Signal(str)  # variant id
    opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = GalleryModel(self)
        self.view = CardView(self.tr("History"), theme, self.model, _in_a_row)
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.filter_bar = FilterBar(theme, self.model, is_expanded=False)
        self.search_field = self.filter_bar.search_field
        self._empty = dim_label(self.tr("Every run is kept here by itself."))
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedLayout(self)
        self.setContentsMargins(14, 0, 14, 6)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.view)
        self.view.clicked.connect(self._on_clicked)
        self.view.doubleClicked.connect(lambda index: self._tell(self.opened, index.row()))
        self.model.arranged.connect(self._show_state)
        height = card_size(self.fontMetrics()).height()
        self.setMinimumHeight(height + self.view.horizontalScrollBar().sizeHint().height() + 12)

    def attach(
        self, history: History, thumbnails: Thumbnails, tasks: Tasks, sources: CardSources
    ) -> None:
        """Show this history."""
        self.view.delegate.thumbnails = thumbnails
        thumbnails.arrived.connect(self.view.show_picture)
        self.model.attach(history, tasks, sources)

    def select(self, variant_id: str) -> None:
        """Mark the card of a variant and bring it into view; one in a selection stays in it."""
        if variant_id not in self.view.selected_ids():
            self.view.select_row(self.model.row_of(variant_id))

    def _on_clicked(self, index: QModelIndex) -> None:
        """Show the card that was chosen; with others it is part of a selection."""
        if len(self.view.selectionModel().selectedIndexes()) == 1:
            self._tell(self.shown, index.row())

    def _tell(self, signal, row: int) -> None:  # type: ignore[no-untyped-def]
        card = self.model.card_at(row)
        if card is not None:
            signal.emit(card.variant_id)

    def _show_state(self) -> None:
        self._empty.setText(
            self.tr("Every run is kept here by itself.")
            if self.model.filter == Filter()
            else self.tr("Nothing in the history is like this. Take a filter away to see more.")
        )
        self._stack.setCurrentWidget(self.view if len(self.model.listing) else self._empty)


def _in_a_row(view: CardView) -> Arrangement:
    return Strip(view.model().rowCount(), card_size(view.fontMetrics()))
