"""The whole gallery: the strip's cards over the centre, in blocks of runs, day by day."""

from __future__ import annotations

from datetime import date, datetime, time

from PySide6.QtCore import QDate, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QMenu,
    QStackedWidget,
    QWidgetAction,
)

from inpaint_studio.history import StoreSize
from inpaint_studio.ui.gallery.arrangement import Arrangement, Blocks
from inpaint_studio.ui.gallery.calendar import HistoryCalendar
from inpaint_studio.ui.gallery.card_painting import card_size
from inpaint_studio.ui.gallery.card_view import CardView
from inpaint_studio.ui.gallery.filter_bar import FilterBar
from inpaint_studio.ui.gallery.model import GalleryModel
from inpaint_studio.ui.shell.overlay_page import OverlayPage
from inpaint_studio.ui.style.figures import grouped, measure
from inpaint_studio.ui.style.theme import Theme, icon
from inpaint_studio.ui.widgets.buttons import icon_button
from inpaint_studio.ui.widgets.labels import dim_label
from inpaint_studio.ui.widgets.layouts import in_column, wide

_HEADING_PX = 24
_DAY_PX = 40
_ROOM_EDGE_PX = 6


class GalleryPage(OverlayPage):
    """Shares its model, and so its filter, with the strip."""

    cleanup_asked = Signal()

    def __init__(self, theme: Theme, model: GalleryModel) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._model = model
        self.view = CardView(self.tr("Gallery"), theme, model, _in_blocks)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.filter_bar = FilterBar(theme, model, is_expanded=True)
        self._date = icon_button(self.tr("Go to a date"), self._offer_dates)
        self._count = dim_label()
        self._empty = dim_label(
            self.tr("Nothing in the history is like this. Take a filter away to see more.")
        )
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._size_words = ""
        self._build()
        self.set_theme(theme)
        model.arranged.connect(self._show_count)
        self._show_count()

    def show_size(self, size: StoreSize) -> None:
        """Say how much the history takes on the disk."""
        self._size_words = measure(f"{size.total_bytes / 1e6:,.0f}", "MB")
        self._clean.setText(self._size_words)
        self._clean.show()

    def take_keyboard(self) -> None:
        """Give the keyboard to what it shows."""
        self.view.setFocus()

    def leave_room(self, height_px: int) -> int:
        """Below the cards, which stay where they are: all of them are in use."""
        room = height_px + _ROOM_EDGE_PX if height_px else 0
        self._column.setContentsMargins(0, 0, 0, room)
        return self.height() - height_px

    def set_theme(self, theme: Theme) -> None:
        """Recolour the icon, and the calendar at its next opening."""
        self._theme = theme
        self._date.setIcon(icon("calendar", theme))

    def _build(self) -> None:
        self._clean = icon_button(
            self.tr("Clean up the history"),
            self.cleanup_asked,
            tip=self.tr("What the history takes on the disk. Clean up…"),
        )
        self._clean.hide()
        self.filter_bar.add(self._count, self._clean, self._date)
        head = QFrame()
        head.setObjectName("optionsBar")
        in_column(self.filter_bar, of=head, margins=(14, 6, 12, 6))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        self._column = in_column(head, wide(self._stack), of=self, spacing=0)

    def _show_count(self) -> None:
        count = len(self._model.listing)
        self._count.setText(grouped(count))
        self._count.setAccessibleName(self.tr("{0} results").format(count))
        self._stack.setCurrentWidget(self.view if count else self._empty)

    def _offer_dates(self) -> None:
        created = self._model.listing.created
        if not created:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        looked_at = created[max(0, self.view.currentIndex().row())]
        calendar = HistoryCalendar(
            self._theme, map(date.fromtimestamp, created), date.fromtimestamp(looked_at)
        )
        calendar.clicked.connect(self._go_to)
        calendar.clicked.connect(menu.close)
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        menu.popup(self._date.mapToGlobal(self._date.rect().bottomLeft()))

    def _go_to(self, day: QDate) -> None:
        end = datetime.combine(day.toPython(), time.max).timestamp()  # type: ignore[arg-type]
        row = self._model.row_at(end)
        self.view.scroll_to_row(row)
        self.view.select_row(row)


def _in_blocks(view: CardView) -> Arrangement:
    model = view.model()
    assert isinstance(model, GalleryModel)
    cell = card_size(view.fontMetrics())
    width = max(cell.width(), view.viewport().width())
    return Blocks(model.listing, width, QSize(cell), _HEADING_PX, _DAY_PX)
