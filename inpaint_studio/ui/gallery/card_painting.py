"""How a card looks: functions of (painter, box, card, look).

What many cards share (grounds) and what one card shows again and again (its picture, cut and
rounded) is drawn once and kept in Qt's cache of pixmaps: curves and scaling are most of a paint.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, floor

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPixmapCache,
)

from inpaint_studio.ui.gallery.cards import Card
from inpaint_studio.ui.style.painting import painter_on, saved
from inpaint_studio.ui.style.theme import Theme, section_font
from inpaint_studio.visible_text import visible

MARGIN = 5
GAP = 10
RADIUS = 8
_PICTURE_RADIUS = 4


@dataclass(frozen=True, slots=True)
class Look:
    """All that painting a card depends on besides the card."""

    theme: Theme
    font: QFont
    is_selected: bool
    is_hovered: bool
    has_focus: bool
    thumbnail: QPixmap | None
    mark: QPixmap | None
    flag: QPixmap | None = None


CARD_PX = 150
"""Width of a card where nobody chose another."""
_PICTURE_RATIO = 150 / 84


def card_size(metrics: QFontMetrics, width_px: int = CARD_PX) -> QSize:
    """Width and height of a card with its gap to the next; words of one line fit below."""
    picture_px = round(width_px / _PICTURE_RATIO)
    return QSize(width_px + GAP, picture_px + 2 * MARGIN + metrics.height() + 6)


def paint_card(painter: QPainter, cell: QRect, card: Card, look: Look) -> None:
    """Ground, picture, words, and the thin bar of a running variant."""
    metrics = QFontMetrics(look.font)
    with saved(painter):
        _ground(painter, QRectF(cell.adjusted(0, 0, -GAP, 0)), look)
        picture = picture_box(QRectF(cell), metrics.height())
        paint_thumbnail(painter, picture, card, look)
        if look.flag is not None:
            _mark(painter, QPointF(picture.left() + 3, picture.top() + 3), look.flag, look.theme)
        if card.progress:
            _progress(painter, picture, card.progress, look.theme)
        words = QRectF(cell).adjusted(MARGIN + 3, 0, -GAP - MARGIN - 1, -MARGIN - 1)
        _paint_text(painter, words, card, look, metrics)


def picture_box(cell: QRectF, line_height: float) -> QRectF:
    """Where the picture lies in a card's cell, above one line of words."""
    box = cell.adjusted(1, 1, -GAP - 1, -1)
    return box.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN - line_height - 4)


def paint_thumbnail(painter: QPainter, box: QRectF, card: Card, look: Look) -> None:
    """The card's picture, cut to the box, with the mark of its state."""
    theme, size = look.theme, box.size()

    def draw_ground(on: QPainter) -> None:
        on.fillPath(_rounded(size), QColor(theme.canvas))

    _draw_once(painter, box, f"picture ground {theme.canvas}", draw_ground)
    if look.thumbnail is None or look.thumbnail.isNull():
        if look.mark is not None:
            _centred(painter, box, look.mark)
        return
    if not card.is_preview or card.flag == "rejected":
        painter.setOpacity(0.4)
    _picture(painter, box, look.thumbnail)
    painter.setOpacity(1.0)
    if look.mark is not None:
        _mark(painter, QPointF(box.right() - 25, box.top() + 3), look.mark, look.theme)


def paint_heading(
    painter: QPainter, box: QRect, text: str, font: QFont, theme: Theme, *, is_day: bool
) -> None:
    """Words above cards, at the foot of their box: of a day, or of a run."""
    painter.setFont(section_font(font) if is_day else font)
    painter.setPen(QColor(theme.dim if is_day else theme.text))
    box = box.adjusted(2, 0, -GAP, -4)
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(visible(text), Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, shown)


def _ground(painter: QPainter, box: QRectF, look: Look) -> None:
    fill = look.theme.hover if look.is_hovered else look.theme.raised
    line, width = (look.theme.accent_line, 2) if look.is_selected else (look.theme.line, 1)

    def draw(on: QPainter) -> None:
        on.setBrush(QColor(fill))
        on.setPen(QPen(QColor(line), width))
        inset = 1 + width / 2
        inside = QRectF(QPointF(0, 0), box.size()).adjusted(inset, inset, -inset, -inset)
        on.drawRoundedRect(inside, RADIUS, RADIUS)

    _draw_once(painter, box, f"card ground {fill} {line} {width}", draw)


def _picture(painter: QPainter, box: QRectF, thumbnail: QPixmap) -> None:
    """The part of a thumbnail that covers the box, with round corners."""
    size = box.size()

    def draw(on: QPainter) -> None:
        on.setClipPath(_rounded(size))
        part = thumbnail.copy(_covering(thumbnail.size(), size).toAlignedRect())
        ratio = on.device().devicePixelRatioF()
        device_size = (size * ratio).toSize()
        fitted = part.scaled(
            device_size,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        fitted.setDevicePixelRatio(ratio)
        on.drawPixmap(0, 0, fitted)

    _draw_once(painter, box, f"card {thumbnail.cacheKey()}", draw)


def _draw_once(painter: QPainter, box: QRectF, name: str, draw: Callable[[QPainter], None]) -> None:
    """Paint what `draw` draws at (0, 0) in the box's size; `name` stands for all else it shows."""
    ratio = painter.device().devicePixelRatioF()
    size = QSize(ceil(box.width() * ratio), ceil(box.height() * ratio))
    key = f"{name} {size.width()} {size.height()} {ratio}"
    kept = QPixmap()
    if not QPixmapCache.find(key, kept):
        kept = QPixmap(size)
        kept.setDevicePixelRatio(ratio)
        kept.fill(Qt.GlobalColor.transparent)
        with painter_on(kept) as on:
            on.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw(on)
        QPixmapCache.insert(key, kept)
    _lay(painter, box.topLeft(), kept)


def _lay(painter: QPainter, corner: QPointF, pixmap: QPixmap) -> None:
    """On whole device pixels, where Qt copies instead of interpolating.

    Halves are always rounded up: a view scrolled by whole pixels must look as if painted anew. At
    a scale like 1.5 the view itself may begin between two of them.
    """
    to_device = painter.deviceTransform()
    place = to_device.map(corner)
    whole = QPointF(floor(place.x() + 0.5), floor(place.y() + 0.5))
    painter.drawPixmap(to_device.inverted()[0].map(whole), pixmap)


def _rounded(size: QSizeF) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(QPointF(0, 0), size), _PICTURE_RADIUS, _PICTURE_RADIUS)
    return path


def _mark(painter: QPainter, corner: QPointF, mark: QPixmap, theme: Theme) -> None:
    """On a ground of its own: pictures have every colour."""
    ground = QRectF(corner.x(), corner.y(), 22, 22)

    def draw(on: QPainter) -> None:
        on.setPen(Qt.PenStyle.NoPen)
        on.setBrush(QColor(theme.panel))
        on.drawEllipse(QRectF(0, 0, 22, 22))

    _draw_once(painter, ground, f"mark ground {theme.panel}", draw)
    _centred(painter, ground, mark)


def _centred(painter: QPainter, box: QRectF, mark: QPixmap) -> None:
    half = mark.deviceIndependentSize() / 2
    _lay(painter, box.center() - QPointF(half.width(), half.height()), mark)


def _covering(size: QSize, box: QSizeF) -> QRectF:
    """The largest part of a picture that has the box's ratio, about its centre."""
    scale = min(size.width() / box.width(), size.height() / box.height())
    width, height = box.width() * scale, box.height() * scale
    return QRectF((size.width() - width) / 2, (size.height() - height) / 2, width, height)


def _progress(painter: QPainter, picture: QRectF, share: float, theme: Theme) -> None:
    bar = QRectF(picture.left(), picture.bottom() - 3, picture.width(), 3)
    painter.fillRect(bar, QColor(0, 0, 0, 90))
    bar.setWidth(bar.width() * min(1.0, share))
    if painter.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        bar.moveRight(picture.right())
    painter.fillRect(bar, QColor(theme.accent_line))


def _paint_text(
    painter: QPainter, box: QRectF, card: Card, look: Look, metrics: QFontMetrics
) -> None:
    painter.setFont(look.font)
    is_fault = card.is_missing or card.state in ("failed", "interrupted")
    painter.setPen(QColor(look.theme.error if is_fault else look.theme.dim))
    words = card.words
    if metrics.horizontalAdvance(words) > box.width():
        words = metrics.elidedText(visible(words), Qt.TextElideMode.ElideMiddle, int(box.width()))
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, words)
