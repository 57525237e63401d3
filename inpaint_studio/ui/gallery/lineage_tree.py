"""The lineage of a result as a tree: the first picture, its results, and what was made of those."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
)

from inpaint_studio.history import RunRecord
from inpaint_studio.ui.gallery.card_painting import paint_thumbnail
from inpaint_studio.ui.gallery.cards import Card, cards_of
from inpaint_studio.ui.gallery.delegate import CardDelegate
from inpaint_studio.ui.gallery.model import CARD_ROLE
from inpaint_studio.ui.gallery.thumbnails import Thumbnails
from inpaint_studio.ui.style.painting import within
from inpaint_studio.ui.style.theme import Theme
from inpaint_studio.visible_text import visible

_WHEN_ROLE = Qt.ItemDataRole.UserRole + 1
_THUMBNAIL = QSize(72, 48)
_GAP = 5
_ROUND = 6
_INDENT = 22
_ARROW_ROOM = 7


class LineageTree(QTreeWidget):
    """Results below what they were made from; `chosen` follows the current one."""

    chosen = Signal(str)  # variant id

    def __init__(self, theme: Theme, thumbnails: Thumbnails) -> None:
        super().__init__()
        self.setObjectName("lineage")
        self.setAccessibleName(self.tr("Lineage"))
        self._theme = theme
        self.setHeaderHidden(True)
        self.setIndentation(_INDENT)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._delegate = _RowDelegate(theme)
        self._delegate.thumbnails = thumbnails
        self.setItemDelegate(self._delegate)
        thumbnails.arrived.connect(lambda _: self.viewport().update())
        self.currentItemChanged.connect(self._on_current)

    @property
    def current_id(self) -> str:
        """The current result; "" where the first picture is."""
        item = self.currentItem()
        return _card(item).variant_id if item is not None else ""

    def show_family(self, runs: Sequence[RunRecord], variant_id: str) -> None:
        """Show runs that descend from one picture, parents first, with this variant current."""
        self.clear()
        root = _item(_first_picture(runs[0]), runs[0])
        root.setData(0, _WHEN_ROLE, self.tr("The picture all began with"))
        self.addTopLevelItem(root)
        items = {"": root}
        parents = {run.parent_variant for run in runs}
        for run in runs:
            above = items.get(run.parent_variant or "", root)
            for card in _worth_showing(run, parents):
                items[card.variant_id] = _item(card, run)
                above.addChild(items[card.variant_id])
        self.expandAll()
        current = items.get(variant_id, root)
        self.setCurrentItem(current)
        self.scrollToItem(current)

    def set_theme(self, theme: Theme) -> None:
        """Recolour the rows."""
        self._theme = theme
        self._delegate.set_theme(theme)
        self.viewport().update()

    def drawBranches(  # noqa: N802 -- Qt's name
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Lines from parents to children; the style adds what folds them."""
        super().drawBranches(painter, rect, index)
        painter.setPen(QPen(QColor(self._theme.edge), 1))
        x, middle = rect.right() - _INDENT // 2, rect.center().y()
        room = _ARROW_ROOM if self.model().hasChildren(index) else 0
        level = index.sibling(index.row(), 0)
        if level.parent().isValid():
            painter.drawLine(x, rect.top(), x, middle - room)
            painter.drawLine(x + room, middle, rect.right(), middle)
        start = middle + room
        while level.parent().isValid():
            if level.sibling(level.row() + 1, 0).isValid():
                painter.drawLine(x, start, x, rect.bottom())
            level, x, start = level.parent(), x - _INDENT, rect.top()

    def _on_current(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and _card(item).variant_id:
            self.chosen.emit(_card(item).variant_id)


class _RowDelegate(CardDelegate):
    """A row: thumbnail, prompt, and below it when and how well."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """One row of the tree."""
        card: Card = index.data(CARD_ROLE)
        box = QRectF(option.rect).adjusted(0, 1, -1, -1)
        with within(painter):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            _ground(painter, box, option.state, self._theme)
            picture = QRectF(box.left() + _GAP, box.top() + _GAP, _THUMBNAIL.width(), 0)
            picture.setBottom(box.bottom() - _GAP)
            paint_thumbnail(painter, picture, card, self.look(card, option))
            words = box.adjusted(_THUMBNAIL.width() + 3 * _GAP, _GAP, -2 * _GAP, -_GAP)
            _lines(painter, words, (card.title, index.data(_WHEN_ROLE)), self._theme)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All rows are of one height."""
        del index
        lines = 2 * option.fontMetrics.lineSpacing() + 4 * _GAP
        return QSize(260, max(lines, _THUMBNAIL.height() + 2 * _GAP + 2))


def _ground(painter: QPainter, box: QRectF, state: QStyle.StateFlag, theme: Theme) -> None:
    is_selected = bool(state & QStyle.StateFlag.State_Selected)
    is_hovered = bool(state & QStyle.StateFlag.State_MouseOver)
    if not is_selected and not is_hovered:
        return
    painter.setBrush(QColor(theme.hover if is_hovered else theme.raised))
    painter.setPen(QPen(QColor(theme.accent_line), 2) if is_selected else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(box.adjusted(1, 0, -1, 0), _ROUND, _ROUND)


def _lines(painter: QPainter, box: QRectF, lines: tuple[str, str], theme: Theme) -> None:
    metrics = painter.fontMetrics()
    upper = QRectF(box.left(), box.center().y() - metrics.lineSpacing(), box.width(), 0)
    for words, colour in zip(lines, (theme.text, theme.dim), strict=True):
        upper.setHeight(metrics.lineSpacing())
        painter.setPen(QColor(colour))
        shown = metrics.elidedText(visible(words), Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter, shown)
        upper.translate(0, metrics.lineSpacing())


def _item(card: Card, run: RunRecord) -> QTreeWidgetItem:
    item = QTreeWidgetItem()
    item.setData(0, CARD_ROLE, card)
    item.setData(0, _WHEN_ROLE, _when(card, run))
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, card.accessible_text or card.title)
    return item


def _card(item: QTreeWidgetItem) -> Card:
    card: Card = item.data(0, CARD_ROLE)
    return card


def _when(card: Card, run: RunRecord) -> str:
    created = datetime.fromtimestamp(run.created_at)
    parts = (f"{created.day} {created:%B, %H:%M}", card.words, run.model)
    return " · ".join(part for part in parts if part)


def _first_picture(run: RunRecord) -> Card:
    """The card of the picture all began with; it is no variant."""
    picture = run.source or run.sent_image
    return Card(variant_id="", run_id="", state="done", picture=picture, title=run.source_name)


def _worth_showing(run: RunRecord, parents: Collection[str | None]) -> list[Card]:
    """Results, and whatever has descendants; not what came to nothing."""
    shown = {
        each.id
        for each in run.variants
        if each.id in parents or (each.blob is not None and each.trashed_at is None)
    }
    return [card for card in cards_of(run) if card.variant_id in shown]
