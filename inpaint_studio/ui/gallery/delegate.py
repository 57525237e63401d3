"""Paints one card of a view: brings together card, theme, thumbnail and marks."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from inpaint_studio.ui.gallery.card_buttons import button_boxes, buttons_of, paint_buttons
from inpaint_studio.ui.gallery.card_painting import Look, card_size, paint_card
from inpaint_studio.ui.gallery.cards import Card
from inpaint_studio.ui.gallery.model import CARD_ROLE
from inpaint_studio.ui.gallery.thumbnails import Thumbnails
from inpaint_studio.ui.style.theme import Theme, icon

_MARKS = {
    "failed": "error",
    "interrupted": "warning",
    "stopped": "stop",
    "queued": "waiting",
    "accepted": "done",
    "picked": "pick",
    "rejected": "reject",
    "missing": "warning",
}


class CardDelegate(QStyledItemDelegate):
    """Knows the theme and where thumbnails come from."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.thumbnails: Thumbnails | None = None
        self.hovered_button = ""
        """Action of the button under the pointer, which is on the hovered card."""
        self._marks: dict[str, QPixmap] = {}
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Recolour the marks."""
        self._theme = theme
        colours = {
            "failed": theme.error,
            "interrupted": theme.warn,
            "missing": theme.warn,
            "accepted": theme.ok,
            "picked": theme.text,
            "rejected": theme.error,
        }
        self._marks = {
            state: icon(name, theme, colours.get(state, theme.dim), 18).pixmap(18, 18)
            for state, name in _MARKS.items()
        }

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """One card; nothing where its run was deleted meanwhile."""
        card: Card | None = index.data(CARD_ROLE)
        if card is None:
            return
        look = self.look(card, option)
        paint_card(painter, option.rect, card, look)
        buttons = buttons_of(card, is_active=look.is_hovered or look.has_focus)
        if buttons:
            hovered = self.hovered_button if look.is_hovered else ""
            paint_buttons(painter, QRectF(option.rect), buttons, hovered, look)

    def look(self, card: Card, option: QStyleOptionViewItem) -> Look:
        """What a card is painted with."""
        state = option.state
        return Look(
            theme=self._theme,
            font=option.font,
            is_selected=bool(state & QStyle.StateFlag.State_Selected),
            is_hovered=bool(state & QStyle.StateFlag.State_MouseOver),
            has_focus=bool(state & QStyle.StateFlag.State_HasFocus),
            thumbnail=self._thumbnail(card),
            mark=self._marks.get(_state_mark(card)),
            flag=self._marks.get(card.flag),
        )

    def button_boxes(self, card: Card, cell: QRect, font: QFont) -> dict[str, QRectF]:
        """Where the buttons of a card under the pointer lie, by their actions."""
        buttons = buttons_of(card, is_active=True)
        if not buttons:
            return {}
        boxes = button_boxes(QRectF(cell), buttons, QFontMetricsF(font))
        return {button.action: box for button, box in zip(buttons, boxes, strict=True)}

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


def _state_mark(card: Card) -> str:
    if card.is_missing:
        return "missing"
    return "accepted" if card.accepted else card.state
