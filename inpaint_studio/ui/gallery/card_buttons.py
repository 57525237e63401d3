"""The buttons on cards of variants that still wait or run: which there are, where, and their look.

They are painted with their card, as thousands of cards share one widget; the keys of the same
actions and the context menu do what they do.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from inpaint_studio.ui.gallery.card_painting import Look, picture_box
from inpaint_studio.ui.gallery.cards import Card
from inpaint_studio.ui.style.painting import saved

_HEIGHT_PX = 22.0
_PADDING_PX = 9.0
_GAP_PX = 4.0


@dataclass(frozen=True, slots=True)
class CardButton:
    """`action` is the id of the card action a press means; `words` stand on it."""

    action: str
    words: str


def buttons_of(card: Card, *, is_active: bool) -> tuple[CardButton, ...]:
    """What a card offers: while it waits out a refusal always, else once it `is_active`."""
    if not card.is_live:
        return ()
    stop = CardButton("stop", _tr("Stop"))
    if card.wait_s is not None:
        return (CardButton("send_now", _tr("Send now")), stop)
    return (stop,) if is_active else ()


def button_boxes(
    cell: QRectF, buttons: tuple[CardButton, ...], metrics: QFontMetricsF
) -> list[QRectF]:
    """Their places in a card's cell, in one row from the upper right corner of its picture."""
    corner = picture_box(cell, metrics.height()).topRight() + QPointF(-_GAP_PX, _GAP_PX)
    boxes: list[QRectF] = []
    for button in reversed(buttons):
        width = metrics.horizontalAdvance(button.words) + 2 * _PADDING_PX
        corner.setX(corner.x() - width)
        boxes.insert(0, QRectF(corner, QSizeF(width, _HEIGHT_PX)))
        corner.setX(corner.x() - _GAP_PX)
    return boxes


def paint_buttons(
    painter: QPainter, cell: QRectF, buttons: tuple[CardButton, ...], hovered: str, look: Look
) -> None:
    """Rounded grounds with words; `hovered` is the action of the one under the pointer."""
    with saved(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.font)
        boxes = button_boxes(cell, buttons, QFontMetricsF(look.font))
        for button, box in zip(buttons, boxes, strict=True):
            is_hovered = button.action == hovered
            painter.setPen(QPen(QColor(look.theme.edge), 1))
            painter.setBrush(QColor(look.theme.hover if is_hovered else look.theme.panel))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            painter.setPen(QColor(look.theme.text))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, button.words)


def _tr(text: str) -> str:
    return QCoreApplication.translate("CardButton", text)
