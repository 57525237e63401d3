"""The whole gallery: the strip's cards over the centre, in blocks of runs, day by day."""

from __future__ import annotations

from datetime import date, datetime, time

from PySide6.QtCore import QDate, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QMenu,
    QStackedWidget,
    QWidgetAction,
)

from inpaint_studio.history import StoreSize
from inpaint_studio.ui.gallery.arrangement import Arrangement, Blocks
from inpaint_studio.ui.gallery.calendar import HistoryCalendar
from inpaint_studio.ui.gallery.card_view import CardView
from inpaint_studio.ui.gallery.filter_bar import FilterBar
from inpaint_studio.ui.gallery.loupe import Loupe
from inpaint_studio.ui.gallery.model import GalleryModel
from inpaint_studio.ui.shell.overlay_page import OverlayPage
from inpaint_studio.ui.style.figures import grouped, measure, number_text
from inpaint_studio.ui.style.theme import Theme, icon
from inpaint_studio.ui.style.tips import set_tip
from inpaint_studio.ui.widgets.buttons import icon_button, push_button
from inpaint_studio.ui.widgets.controls import Slider
from inpaint_studio.ui.widgets.labels import dim_label
from inpaint_studio.ui.widgets.layouts import SPRING, held, in_column, in_row, wide

_HEADING_PX = 24
_DAY_PX = 40
_ROOM_EDGE_PX = 6
_CARD_WIDTHS_PX = (120, 420)
_CARD_STEP_PX = 30


class GalleryPage(OverlayPage):
    """Shares its model, and so its filter, with the strip."""

    cleanup_asked = Signal()
    card_width_chosen = Signal(int)  # px

    def __init__(self, theme: Theme, model: GalleryModel, loupe: Loupe) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._model = model
        self.view = CardView(self.tr("Gallery"), theme, model, _in_blocks)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.loupe = loupe
        self.filter_bar = FilterBar(theme, model, is_expanded=True)
        self._date = icon_button(self.tr("Go to a date"), self._offer_dates)
        self._count = dim_label()
        self._empty = dim_label(
            self.tr("Nothing in the history is like this. Take a filter away to see more.")
        )
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._is_loupe = False
        self._size = Slider()
        self._build()
        self.set_theme(theme)
        self._connect()
        self._show_count()

    def show_size(self, size: StoreSize) -> None:
        """Say how much the history takes on the disk."""
        taken = measure(number_text(size.total_bytes / 1e6), "MB")
        self._clean.setText(self.tr("{0} on disk").format(taken))
        self._clean.show()

    def set_card_width(self, width_px: int) -> None:
        """Show cards of that width."""
        with QSignalBlocker(self._size):
            self._size.setValue(width_px)
        self.view.set_card_width(width_px)

    @property
    def is_loupe(self) -> bool:
        """Whether one result is shown large, in place of the cards."""
        return self._is_loupe

    def show_loupe(self, shown: bool) -> None:
        """The current card large, or the cards again."""
        self._is_loupe = shown
        self._show_count()
        self.take_keyboard()

    def step(self, steps: int) -> None:
        """Go on by so many cards; stop at the ends."""
        last = len(self._model.listing) - 1
        self.view.select_row(min(max(0, self.view.currentIndex().row() + steps), last))

    def take_keyboard(self) -> None:
        """Give the keyboard to what it shows."""
        (self.loupe if self._is_loupe else self.view).setFocus()

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
        self._clean = push_button(
            handler=self.cleanup_asked,
            tip=self.tr("What the history takes on the disk. Clean up…"),
            look="link",
        )
        self._clean.setAccessibleName(self.tr("Clean up the history"))
        self._clean.hide()
        self._size.setRange(*_CARD_WIDTHS_PX)
        self._size.setSingleStep(_CARD_STEP_PX)
        self._size.setPageStep(2 * _CARD_STEP_PX)
        self._size.setFixedWidth(140)
        self._size.setAccessibleName(self.tr("Size of the cards"))
        set_tip(self._size, self.tr("Size of the cards"))
        self.filter_bar.add(self._date)
        head = QFrame()
        head.setObjectName("optionsBar")
        in_column(self.filter_bar, of=head, margins=(14, 6, 12, 6))
        foot = in_row(
            self._count, self._clean, SPRING, self._size, spacing=16, margins=(16, 6, 16, 8)
        )
        self._cards = held(in_column(wide(self.view), foot, spacing=0))
        self._stack = QStackedWidget()
        for part in (self._cards, self.loupe, self._empty):
            self._stack.addWidget(part)
        self._column = in_column(head, wide(self._stack), of=self, spacing=0)

    def _connect(self) -> None:
        self._model.arranged.connect(self._show_count)
        self._size.valueChanged.connect(self.card_width_chosen)
        self.view.current_changed.connect(self._show_current)
        self._model.dataChanged.connect(self._show_current)

    def _show_count(self) -> None:
        count = len(self._model.listing)
        words = self.tr("%n result(s)", "", count)
        self._count.setText(words.replace(str(count), grouped(count)))
        shown = self.loupe if self._is_loupe else self._cards
        self._stack.setCurrentWidget(shown if count else self._empty)
        self._show_current()

    def _show_current(self) -> None:
        """What the loupe shows is the current card."""
        if self._is_loupe:
            row = max(0, self.view.currentIndex().row())
            self.loupe.show_card(self._model.card_at(row), row + 1, len(self._model.listing))

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
    cell = view.card_size
    # The room of the scroll bar stays free: its coming and going changes no line.
    room = view.width() - view.verticalScrollBar().sizeHint().width()
    return Blocks(model.listing, max(cell.width(), room), cell, _HEADING_PX, _DAY_PX)
