"""The history strip below the canvas: a row of cards, search, and what a card can do."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QPainter, QPixmap
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from inpaint_studio.history import History
from inpaint_studio.ui.gallery.card_painting import Look, card_size, paint_card
from inpaint_studio.ui.gallery.cards import Card
from inpaint_studio.ui.gallery.model import CARD_ROLE, GalleryModel
from inpaint_studio.ui.gallery.thumbnails import Thumbnails
from inpaint_studio.ui.theme import Theme, icon

_TYPING_MS = 120
_MARKS = {
    "failed": "error",
    "interrupted": "warning",
    "stopped": "stop",
    "queued": "waiting",
}


class CardDelegate(QStyledItemDelegate):
    """Paints cards; knows the theme and where thumbnails come from."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.thumbnails: Thumbnails | None = None
        self._marks: dict[str, QPixmap] = {}
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Recolour the state marks."""
        self._theme = theme
        colours = {"failed": theme.error, "interrupted": theme.warn, "accepted": theme.ok}
        names = _MARKS | {"accepted": "done"}
        self._marks = {
            state: icon(name, theme, colours.get(state, theme.dim), 18).pixmap(18, 18)
            for state, name in names.items()
        }

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """One card."""
        card: Card = index.data(CARD_ROLE)
        state = option.state
        look = Look(
            theme=self._theme,
            font=option.font,
            is_selected=bool(state & QStyle.StateFlag.State_Selected),
            is_hovered=bool(state & QStyle.StateFlag.State_MouseOver),
            has_focus=bool(state & QStyle.StateFlag.State_HasFocus),
            thumbnail=self._thumbnail(card),
            mark=self._marks.get("accepted" if card.accepted else card.state),
        )
        paint_card(painter, option.rect, card, look)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All cards are of one size."""
        del index
        return card_size(option.fontMetrics)

    def _thumbnail(self, card: Card) -> QPixmap | None:
        if card.picture is None or self.thumbnails is None:
            return None
        return self.thumbnails.get(card.picture)


class HistoryStrip(QWidget):
    """Cards in a row; a click shows a variant, a double click opens it as a new source."""

    shown = Signal(str)  # variant id
    opened = Signal(str)
    prompt_recalled = Signal(str)
    original_export_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = GalleryModel()
        self._delegate = CardDelegate(theme)
        self._view = _view(self.tr("History"))
        self._view.setModel(self.model)
        self._view.setItemDelegate(self._delegate)
        self._empty = QLabel(self.tr("Every run is kept here by itself."))
        self._empty.setObjectName("dim")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.search_field = QLineEdit()
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._stack = QStackedLayout(self)
        self.setContentsMargins(14, 0, 14, 6)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._view)
        self._set_up_search()
        self._connect()
        height = card_size(self.fontMetrics()).height()
        self.setMinimumHeight(height + self._view.horizontalScrollBar().sizeHint().height() + 12)

    def attach(self, history: History, thumbnails: Thumbnails) -> None:
        """Show this history."""
        self._delegate.thumbnails = thumbnails
        thumbnails.arrived.connect(lambda _: self._view.viewport().update())
        self.model.attach(history)

    def select(self, variant_id: str) -> None:
        """Mark the card of a variant and bring it into view."""
        row = self.model.row_of(variant_id)
        if row >= 0:
            self._view.setCurrentIndex(self.model.index(row))

    def set_theme(self, theme: Theme) -> None:
        """Recolour the cards."""
        self._delegate.set_theme(theme)
        self._view.viewport().update()

    def _set_up_search(self) -> None:
        self.search_field.setPlaceholderText(self.tr("Search prompts"))
        self.search_field.setAccessibleName(self.tr("Search prompts"))
        self.search_field.setClearButtonEnabled(True)
        self.search_field.setFixedWidth(220)

    def _connect(self) -> None:
        self.search_field.textChanged.connect(lambda _: self._typing.start())
        self._typing.timeout.connect(lambda: self.model.search(self.search_field.text()))
        self._view.clicked.connect(self._on_clicked)
        self._view.activated.connect(self._on_activated)
        self._view.customContextMenuRequested.connect(self._on_menu)
        self.model.modelReset.connect(self._show_state)
        self.model.rowsInserted.connect(self._show_state)

    def _show_state(self) -> None:
        has_cards = self.model.rowCount() > 0
        self._empty.setText(
            self.tr("No prompt has these words.")
            if self.search_field.text()
            else self.tr("Every run is kept here by itself.")
        )
        self._stack.setCurrentWidget(self._view if has_cards else self._empty)

    def _on_clicked(self, index: QModelIndex) -> None:
        if card := self.model.card(index):
            self.shown.emit(card.variant_id)

    def _on_activated(self, index: QModelIndex) -> None:
        card = self.model.card(index)
        if card is not None and card.state == "done":
            self.opened.emit(card.variant_id)

    def _on_menu(self, position: QPoint) -> None:
        card = self.model.card(self._view.indexAt(position))
        if card is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, signal, enabled in (
            (self.tr("Show on the canvas"), self.shown, card.picture is not None),
            (self.tr("Edit this result"), self.opened, card.state == "done"),
            (self.tr("Use its prompt"), self.prompt_recalled, bool(card.prompt)),
            (self.tr("Export original bytes…"), self.original_export_asked, card.state == "done"),
        ):
            action = QAction(words, menu)
            action.setEnabled(enabled)
            action.triggered.connect(lambda _=False, signal=signal: signal.emit(card.variant_id))
            menu.addAction(action)
        menu.popup(self._view.viewport().mapToGlobal(position))


def _view(name: str) -> QListView:
    view = QListView()
    view.setObjectName("cards")
    view.setAccessibleName(name)
    view.setFlow(QListView.Flow.LeftToRight)
    view.setWrapping(False)
    view.setUniformItemSizes(True)
    view.setMovement(QListView.Movement.Static)
    view.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    view.setMouseTracking(True)
    return view
