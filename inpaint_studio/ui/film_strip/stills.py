# ruff: noqa: N802 -- the names are those of Qt's sliders
"""The pictures of a film strip side by side: a slider whose track they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractSlider

from inpaint_studio.ui.style.painting import painting, saved
from inpaint_studio.ui.style.theme import Theme

_CELL = QSize(96, 64)
_GAP_PX = 6
_RADIUS = 6
_EDGE_PX = 2


class Stills(QAbstractSlider):
    """`value` is the number of the picture looked at; drag over them, or take the arrow keys."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._blobs: Sequence[str] = ()
        self._words: Sequence[str] = ()
        self.thumbnail_of: Callable[[str], QPixmap | None] = lambda _: None
        """Gives the small picture of a blob, None while it is being made."""
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Pictures on the way"))
        self.setPageStep(1)

    def set_pictures(self, blobs: Sequence[str], captions: Sequence[str], value: int) -> None:
        """Show these pictures with these words on them; `value` is looked at, without a signal."""
        self._blobs, self._words = blobs, captions
        was_blocked = self.blockSignals(True)
        self.setRange(0, max(0, len(blobs) - 1))
        self.setValue(value)
        self.blockSignals(was_blocked)
        self.updateGeometry()
        self._describe_value()

    def set_theme(self, theme: Theme) -> None:
        """Recolour edges and words."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """All pictures in one row."""
        count = max(1, len(self._blobs))
        return QSize(count * (_CELL.width() + _GAP_PX) - _GAP_PX, _CELL.height())

    def minimumSizeHint(self) -> QSize:
        """No picture is left out."""
        return self.sizeHint()

    def cell(self, index: int) -> QRectF:
        """The place of a picture; the first is on the right where text runs that way."""
        column = self.maximum() - index if self.isRightToLeft() else index
        left = column * (_CELL.width() + _GAP_PX)
        return QRectF(left, 0, _CELL.width(), _CELL.height())

    def sliderChange(self, change: QAbstractSlider.SliderChange) -> None:
        """Another picture is looked at."""
        super().sliderChange(change)
        if change is QAbstractSlider.SliderChange.SliderValueChange:
            self._describe_value()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Look at the picture under the pointer."""
        self._scrub(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Scrub."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._scrub(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Pictures, their words, and an edge around the one looked at."""
        del event
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            for index, blob in enumerate(self._blobs):
                box = self.cell(index).adjusted(1, 1, -1, -1)
                self._paint_picture(painter, box, self.thumbnail_of(blob))
                self._paint_captions(painter, box, self._words[index])
                self._paint_edge(painter, box, is_looked_at=index == self.value())

    def _scrub(self, event: QMouseEvent) -> None:
        place = event.position().x()
        inside = [index for index in range(len(self._blobs)) if _holds(self.cell(index), place)]
        if inside:
            self.setValue(inside[0])

    def _paint_picture(self, painter: QPainter, box: QRectF, pixmap: QPixmap | None) -> None:
        path = QPainterPath()
        path.addRoundedRect(box, _RADIUS, _RADIUS)
        painter.fillPath(path, QColor(self._theme.canvas))
        if pixmap is None or pixmap.isNull():
            return
        with saved(painter):
            painter.setClipPath(path)
            scale = max(box.width() / pixmap.width(), box.height() / pixmap.height())
            shown = QRectF(0, 0, pixmap.width() * scale, pixmap.height() * scale)
            shown.moveCenter(box.center())
            painter.drawPixmap(shown, pixmap, QRectF(pixmap.rect()))

    def _paint_captions(self, painter: QPainter, box: QRectF, text: str) -> None:
        metrics = QFontMetricsF(self.font())
        ground = QRectF(0, 0, metrics.horizontalAdvance(text) + 12, metrics.height() + 3)
        ground.moveBottomLeft(box.bottomLeft() + QPointF(4, -4))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.panel))
        painter.drawRoundedRect(ground, 5, 5)
        painter.setPen(QColor(self._theme.text))
        painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_edge(self, painter: QPainter, box: QRectF, *, is_looked_at: bool) -> None:
        colour = self._theme.accent_line if is_looked_at else self._theme.line
        width = _EDGE_PX if is_looked_at else 1
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colour), width))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        if is_looked_at and self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.on_accent), 1))
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), _RADIUS - 2, _RADIUS - 2)

    def _describe_value(self) -> None:
        """What a screen reader says of the value."""
        words = self._words[self.value()] if self.value() < len(self._words) else ""
        self.setAccessibleDescription(words)


def _holds(cell: QRectF, x: float) -> bool:
    return cell.left() - _GAP_PX / 2 <= x <= cell.right() + _GAP_PX / 2
