"""How a card looks: functions of (painter, box, card, look)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
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
from inpaint_studio.ui.theme import Theme

MARGIN = 5
GAP = 10
RADIUS = 8


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


def card_size(metrics: QFontMetrics) -> QSize:
    """Width and height of a card with its gap to the next; words of one line fit below."""
    return QSize(150 + GAP, 84 + 2 * MARGIN + metrics.height() + 6)


def paint_card(painter: QPainter, cell: QRect, card: Card, look: Look) -> None:
    """Ground, picture, words, and the thin bar of a running variant."""
    box = QRectF(cell.adjusted(0, 0, -GAP, 0)).adjusted(1, 1, -1, -1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    _ground(painter, box, look)
    picture = picture_box(QRectF(cell), QFontMetrics(look.font).height())
    paint_thumbnail(painter, picture, card, look)
    if look.flag is not None:
        _mark(painter, QPointF(picture.left() + 3, picture.top() + 3), look.flag, look.theme)
    if card.progress:
        _progress(painter, picture, card.progress, look.theme)
    _words(painter, box.adjusted(MARGIN + 2, 0, -MARGIN, -MARGIN), card, look)
    painter.restore()


def picture_box(cell: QRectF, line_height: float) -> QRectF:
    """Where the picture lies in a card's cell, above one line of words."""
    box = cell.adjusted(1, 1, -GAP - 1, -1)
    return box.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN - line_height - 4)


def _ground(painter: QPainter, box: QRectF, look: Look) -> None:
    theme = look.theme
    painter.setBrush(QColor(theme.hover if look.is_hovered else theme.raised))
    if look.is_selected:
        painter.setPen(QPen(QColor(theme.accent_line), 2))
    else:
        painter.setPen(QPen(QColor(theme.line), 1))
    painter.drawRoundedRect(box, RADIUS, RADIUS)


def paint_thumbnail(painter: QPainter, box: QRectF, card: Card, look: Look) -> None:
    """The card's picture, cut to the box, with the mark of its state."""
    path = QPainterPath()
    path.addRoundedRect(box, 4, 4)
    painter.fillPath(path, QColor(look.theme.canvas))
    if look.thumbnail is None or look.thumbnail.isNull():
        _placeholder(painter, box, look)
        return
    painter.save()
    painter.setClipPath(path)
    if not card.is_preview or card.flag == "rejected":
        painter.setOpacity(0.4)
    painter.drawPixmap(box.topLeft(), _fitted(look.thumbnail, box, painter))
    painter.restore()
    if look.mark is not None:
        _mark(painter, QPointF(box.right() - 25, box.top() + 3), look.mark, look.theme)


def _mark(painter: QPainter, corner: QPointF, mark: QPixmap, theme: Theme) -> None:
    """On a ground of its own: pictures have every colour."""
    ground = QRectF(corner.x(), corner.y(), 22, 22)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.panel))
    painter.drawEllipse(ground)
    painter.drawPixmap(round(ground.x() + 2), round(ground.y() + 2), mark)


def _placeholder(painter: QPainter, box: QRectF, look: Look) -> None:
    if look.mark is not None:
        painter.drawPixmap(round(box.center().x() - 9), round(box.center().y() - 9), look.mark)


def _fitted(thumbnail: QPixmap, box: QRectF, painter: QPainter) -> QPixmap:
    """The thumbnail as the card shows it, scaled once: smooth scaling takes most of a paint."""
    device = painter.device()
    ratio = device.devicePixelRatioF() if device is not None else 1.0
    size = (box.size() * ratio).toSize()
    key = f"card {thumbnail.cacheKey()} {size.width()} {size.height()}"
    kept = QPixmap()
    if QPixmapCache.find(key, kept):
        return kept
    part = thumbnail.copy(_covering(thumbnail.size(), box).toAlignedRect())
    fitted = part.scaled(
        size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    fitted.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, fitted)
    return fitted


def _covering(size: QSize, box: QRectF) -> QRectF:
    """The largest part of a picture that has the box's ratio, about its centre."""
    scale = min(size.width() / box.width(), size.height() / box.height())
    width, height = box.width() * scale, box.height() * scale
    return QRectF((size.width() - width) / 2, (size.height() - height) / 2, width, height)


def _progress(painter: QPainter, picture: QRectF, share: float, theme: Theme) -> None:
    bar = QRectF(picture.left(), picture.bottom() - 3, picture.width(), 3)
    painter.fillRect(bar, QColor(0, 0, 0, 90))
    bar.setWidth(bar.width() * min(1.0, share))
    painter.fillRect(bar, QColor(theme.accent_line))


def _words(painter: QPainter, box: QRectF, card: Card, look: Look) -> None:
    metrics = QFontMetrics(look.font)
    painter.setFont(look.font)
    is_fault = card.is_missing or card.state in ("failed", "interrupted")
    painter.setPen(QColor(look.theme.error if is_fault else look.theme.dim))
    words = metrics.elidedText(card.words, Qt.TextElideMode.ElideRight, int(box.width()))
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, words)
