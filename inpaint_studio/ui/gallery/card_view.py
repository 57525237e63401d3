# ruff: noqa: N802 -- the names are those of Qt's item views
"""A view of cards at any arrangement: it paints what is in sight and reads nothing else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QCursor,
    QMouseEvent,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from inpaint_studio.ui.gallery.arrangement import Arrangement, Heading, Strip
from inpaint_studio.ui.gallery.card_painting import CARD_PX, GAP, card_size, paint_heading
from inpaint_studio.ui.gallery.cards import day_text
from inpaint_studio.ui.gallery.delegate import CardDelegate
from inpaint_studio.ui.gallery.model import GalleryModel
from inpaint_studio.ui.style.painting import painting, within
from inpaint_studio.ui.style.theme import Theme
from inpaint_studio.ui.widgets.drag_out import drag_out

Index = QModelIndex | QPersistentModelIndex
_WHEEL_NOTCH = 120
_HEADINGS_PX = 64
"""Above a card: its run's heading and perhaps its day's."""
_Move = QAbstractItemView.CursorAction


class CardView(QAbstractItemView):
    """Cards of a `GalleryModel`; `arrange` makes the arrangement for a number of pixels in width.

    `current_changed` follows the current card, `button_pressed` tells of the buttons on live ones.
    """

    current_changed = Signal(str)  # variant id
    button_pressed = Signal(str, str)  # action, variant id

    def __init__(
        self,
        name: str,
        theme: Theme,
        model: GalleryModel,
        arrange: Callable[[CardView], Arrangement],
    ) -> None:
        super().__init__()
        self.setObjectName("cards")
        self.setAccessibleName(name)
        self._theme = theme
        self._arrange = arrange
        self._card_px = CARD_PX
        self._arrangement: Arrangement = Strip(0, self.card_size)
        self._hovered = -1
        self.delegate = CardDelegate(theme)
        self.setItemDelegate(self.delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)
        # Qt moves what is painted only where nothing shines through, and a stylesheet's ground may.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self._cards = model
        self.setModel(model)
        model.arranged.connect(self.rearrange)
        model.filter_changed.connect(self._show_first)

    def set_theme(self, theme: Theme) -> None:
        """Recolour cards and headings."""
        self._theme = theme
        self.delegate.set_theme(theme)
        self.viewport().update()

    @property
    def card_size(self) -> QSize:
        """Width and height of a card with its gap to the next."""
        return card_size(self.fontMetrics(), self._card_px)

    def set_card_width(self, width_px: int) -> None:
        """Show cards of that width; the current one stays in sight."""
        if width_px != self._card_px:
            self._card_px = width_px
            self.rearrange()
            self.scrollTo(self.currentIndex())

    def rearrange(self) -> None:
        """Compute all places anew."""
        self._arrangement = self._arrange(self)
        self.updateGeometries()
        self.viewport().update()

    def selected_ids(self) -> list[str]:
        """Variants of the selected cards, in the order they are shown."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        cards = [self._cards.card_at(row) for row in rows]
        return [card.variant_id for card in cards if card is not None]

    def select_row(self, row: int) -> None:
        """Select this card alone and bring it into view."""
        if 0 <= row < len(self._cards.listing):
            # The view's own way would heed a Ctrl held for something else, as in Ctrl+Enter.
            index = self._cards.index(row)
            alone = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, alone)
            self.scrollTo(index)

    def scroll_to_row(self, row: int) -> None:
        """Bring a row to the upper or left edge."""
        if 0 <= row < len(self._cards.listing):
            cell = self._arrangement.cell(row)
            self.verticalScrollBar().setValue(cell.top() - 80)
            self.horizontalScrollBar().setValue(cell.left())

    def show_picture(self, blob: str) -> None:
        """Paint the cards in sight that show this blob: its thumbnail has come."""
        if not self.isVisible():
            return
        for row in self._rows_in_sight():
            card = self._cards.card_at(row)
            if card is not None and card.picture == blob:
                self.viewport().update(self.visualRect(self._cards.index(row)))

    # What Qt asks of a view.

    def startDrag(self, _supported: Qt.DropAction) -> None:
        """Drag the selected cards out, under the picture of the one that was taken hold of."""
        content = self._cards.mimeData(self.selectionModel().selectedIndexes())
        box = self.visualRect(self.currentIndex())
        place = self.viewport().mapFromGlobal(QCursor.pos())
        drag_out(self, content, self.viewport().grab(box), place - box.topLeft())

    def visualRect(self, index: Index) -> QRect:
        """The place of a card in the viewport."""
        if not index.isValid() or index.row() >= len(self._cards.listing):
            return QRect()
        return self._in_view(self._arrangement.cell(index.row()))

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The card at a place of the viewport."""
        place = self._in_content(QRect(point, point)).topLeft()
        for row in self._arrangement.rows_in(QRect(place, place)):
            if self._arrangement.cell(row).adjusted(0, 0, -GAP, 0).contains(place):
                return self._cards.index(row)
        return QModelIndex()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a card into view by the shortest way."""
        del hint
        if not index.isValid() or index.row() >= len(self._cards.listing):
            return
        cell = self._arrangement.cell(index.row()).translated(-self._offset())
        view = self.viewport().rect()
        for bar, low, high, length in (
            (self.horizontalScrollBar(), cell.left(), cell.right(), view.width()),
            (self.verticalScrollBar(), cell.top() - _HEADINGS_PX, cell.bottom(), view.height()),
        ):
            if low < 0:
                bar.setValue(bar.value() + low)
            elif high >= length:
                bar.setValue(bar.value() + high - length + 1)

    def moveCursor(self, action: _Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """The card an arrow, page or end key leads to."""
        del modifiers
        count = len(self._cards.listing)
        if not count:
            return QModelIndex()
        row = max(0, self.currentIndex().row())
        page = max(1, self.viewport().height() // max(1, self._arrangement.cell(row).height()))
        below = self._arrangement.below
        onwards = -1 if self.isRightToLeft() else 1
        target = {
            _Move.MoveLeft: row - onwards,
            _Move.MovePrevious: row - 1,
            _Move.MoveRight: row + onwards,
            _Move.MoveNext: row + 1,
            _Move.MoveUp: below(row, -1),
            _Move.MoveDown: below(row, 1),
            _Move.MovePageUp: below(row, -page),
            _Move.MovePageDown: below(row, page),
            _Move.MoveHome: 0,
            _Move.MoveEnd: count - 1,
        }[action]
        return self._cards.index(min(max(target, 0), count - 1))

    def horizontalOffset(self) -> int:
        """Pixels scrolled along the lines."""
        return self.horizontalScrollBar().value()

    def verticalOffset(self) -> int:
        """Pixels scrolled down."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:
        """No card is hidden."""
        del index
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the cards that a rectangle of the viewport touches.

        Keys and Shift+click give two cards as its corners: these select all from one to the other.
        """
        selection = QItemSelection()
        for row in self._rows_between(rect) or self._rows_touched(rect):
            index = self._cards.index(row)
            selection.select(index, index)
        self.selectionModel().select(selection, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """The places of selected cards, as far as they are in view."""
        region = QRegion()
        for row in self._rows_in_sight():
            index = self._cards.index(row)
            if selection.contains(index):
                region += self.visualRect(index)
        return region

    def updateGeometries(self) -> None:
        """Set the scroll bars to the whole list."""
        view, extent = self.viewport().size(), self._arrangement.extent
        cell = self.card_size
        for bar, length, seen, step in (
            (self.horizontalScrollBar(), extent.width(), view.width(), cell.width()),
            (self.verticalScrollBar(), extent.height(), view.height(), cell.height()),
        ):
            bar.setRange(0, max(0, length - seen))
            bar.setPageStep(seen)
            bar.setSingleStep(max(1, step // 3))
        super().updateGeometries()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted; only what comes into sight is painted anew."""
        self.viewport().scroll(-dx if self.isRightToLeft() else dx, dy)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which card is current."""
        super().currentChanged(current, previous)
        card = self._cards.card(current)
        if card is not None:
            self.current_changed.emit(card.variant_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines may hold more or fewer cards."""
        super().resizeEvent(event)
        self.rearrange()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A plain wheel moves a strip sideways."""
        turned = event.angleDelta()
        if self.verticalScrollBar().maximum() == 0 and turned.y() and not turned.x():
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - turned.y() * 3 * bar.singleStep() // _WHEEL_NOTCH)
            event.accept()
            return
        super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A button on a card acts by itself and leaves the selection alone."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        action, card = self._button_at(place, index), self._cards.card(index)
        if action and card is not None and event.button() is Qt.MouseButton.LeftButton:
            self.button_pressed.emit(action, card.variant_id)
            event.accept()
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        super().mouseMoveEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        self._hover(index.row(), self._button_at(place, index))

    def viewportEvent(self, event: QEvent) -> bool:
        """The pointer has left."""
        if event.type() == QEvent.Type.Leave:
            self._hover(-1, "")
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cards and headings of which a part is missing.

        While the wheel turns that is a strip at the edge and the card under the pointer, whose
        common rectangle is most of the view.
        """
        with painting(self.viewport()) as painter:
            missing, around = event.region(), self._in_content(event.rect())
            painter.fillRect(event.rect(), QColor(self._theme.panel))
            for heading in self._arrangement.headings_in(around):
                box = self._in_view(heading.box)
                if missing.intersects(box):
                    words = self._heading_text(heading)
                    paint_heading(
                        painter, box, words, self.font(), self._theme, is_day=heading.is_day
                    )
            option = QStyleOptionViewItem()
            self.initViewItemOption(option)
            for row in self._arrangement.rows_in(around):
                cell = self._in_view(self._arrangement.cell(row))
                if missing.intersects(cell):
                    index = self._cards.index(row)
                    option.rect, option.state = cell, self._state(row, index)
                    with within(painter):
                        self.delegate.paint(painter, option, index)

    def _rows_between(self, rect: QRect) -> range:
        """All rows from the card at one corner to that at the other; none while a band is drawn."""
        ends = self.indexAt(rect.topLeft()), self.indexAt(rect.bottomRight())
        is_band = self.state() is QAbstractItemView.State.DragSelectingState
        if is_band or not all(end.isValid() for end in ends):
            return range(0)
        first, last = sorted(end.row() for end in ends)
        return range(first, last + 1)

    def _rows_touched(self, rect: QRect) -> list[int]:
        box = self._in_content(rect.normalized())
        rows = self._arrangement.rows_in(box)
        return [row for row in rows if self._arrangement.cell(row).intersects(box)]

    def _show_first(self) -> None:
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.setValue(0)

    def _state(self, row: int, index: QModelIndex) -> QStyle.StateFlag:
        state = QStyle.StateFlag.State_Enabled
        if self.selectionModel().isSelected(index):
            state |= QStyle.StateFlag.State_Selected
        if row == self._hovered:
            state |= QStyle.StateFlag.State_MouseOver
        if self.hasFocus() and self.currentIndex() == index:
            state |= QStyle.StateFlag.State_HasFocus
        return state

    def _heading_text(self, heading: Heading) -> str:
        created = datetime.fromtimestamp(self._cards.listing.created[heading.row])
        if heading.is_day:
            return day_text(created.date())
        card = self._cards.card_at(heading.row)
        return f"{created:%H:%M}  {card.title}" if card else ""

    def _button_at(self, place: QPoint, index: QModelIndex) -> str:
        """The action of the button of that card at a place of the viewport, "" for none."""
        card = self._cards.card(index)
        if card is None:
            return ""
        boxes = self.delegate.button_boxes(card, self.visualRect(index), self.font())
        return next((action for action, box in boxes.items() if box.contains(place.toPointF())), "")

    def _hover(self, row: int, button: str) -> None:
        if row == self._hovered and button == self.delegate.hovered_button:
            return
        self.delegate.hovered_button = button
        for each in (self._hovered, row):
            if each >= 0:
                self.viewport().update(self.visualRect(self._cards.index(each)))
        self._hovered = row

    def _rows_in_sight(self) -> range:
        return self._arrangement.rows_in(self._in_content(self.viewport().rect()))

    def _in_view(self, box: QRect) -> QRect:
        """A card or heading with its gap in the viewport: lines run as the language is read."""
        shown = box.translated(-self._offset())
        if self.isRightToLeft():
            shown.moveRight(self.viewport().width() - 1 - shown.left() + GAP)
        return shown

    def _in_content(self, box: QRect) -> QRect:
        """A part of the viewport in the arrangement's coordinates."""
        if self.isRightToLeft():
            box = QRect(box)
            box.moveLeft(self.viewport().width() - 1 - box.right())
        return box.translated(self._offset())

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalOffset(), self.verticalOffset())
