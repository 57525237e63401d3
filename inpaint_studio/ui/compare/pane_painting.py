"""How a pane of the comparison looks: functions of (painter, box, thing)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QStyle

from inpaint_studio.picture.pyramid import Pyramid
from inpaint_studio.picture.viewport import Viewport
from inpaint_studio.ui.canvas.sampling import ViewTransform, draw
from inpaint_studio.ui.style.theme import Theme
from inpaint_studio.visible_text import visible

WORDS_PX = 26
_PADDING_PX = 10
_HANDLE_PX = 9
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class PaneCaption:
    """The line below a pane: name at the left, judgement at the right, detail between."""

    name: str
    detail: str
    marks: str


def paint_picture(
    painter: QPainter, area: QRect, view: Viewport, picture: Pyramid | None, opacity: float
) -> None:
    """The part of a picture that a viewport shows, at the corner of `area`; nothing for None."""
    if picture is None:
        return
    box = view.picture_box.intersect(view.view_box)
    if box.is_empty:
        return
    # At 100 % it is a window on the picture itself, which QImage does not take.
    drawn = np.ascontiguousarray(draw(picture, ViewTransform(view.scale, view.left, view.top), box))
    height, width = drawn.shape[:2]
    kind = QImage.Format.Format_RGB32
    if not picture.opaque:
        kind = QImage.Format.Format_ARGB32_Premultiplied
    image = QImage(drawn.data, width, height, drawn.strides[0], kind)
    image.setDevicePixelRatio(view.device_ratio)
    painter.setOpacity(opacity)
    corner = QPointF(box.x0, box.y0) / view.device_ratio
    painter.drawImage(QPointF(area.topLeft()) + corner, image)
    painter.setOpacity(1.0)


def paint_handle(painter: QPainter, line: QRect) -> None:
    """The line between two wiped pictures and what it is dragged by."""
    painter.fillRect(line, QColor("#ffffff"))
    painter.setPen(QPen(QColor(0, 0, 0, 120), 1))
    painter.setBrush(QColor("#ffffff"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawEllipse(QPointF(line.center()) + QPointF(0.5, 0.5), _HANDLE_PX, _HANDLE_PX)


def paint_caption(
    painter: QPainter, pane: QRect, caption: PaneCaption, theme: Theme, *, is_focused: bool
) -> None:
    """The line at the foot of a pane, and the ring of the one in focus."""
    bar = QRect(pane.left(), pane.bottom() - WORDS_PX + 1, pane.width(), WORDS_PX)
    painter.fillRect(bar, QColor(theme.panel))
    if is_focused:
        painter.setPen(QPen(QColor(theme.accent_line), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(pane.adjusted(1, 1, -1, -1))
    box = bar.adjusted(_PADDING_PX, 0, -_PADDING_PX, 0)
    metrics = painter.fontMetrics()
    painter.setPen(QColor(theme.text))
    name = metrics.elidedText(visible(caption.name), Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, _MIDDLE, name)
    painter.setPen(QColor(theme.dim))
    left = metrics.horizontalAdvance(name) + 12
    right = metrics.horizontalAdvance(caption.marks) + 12
    if box.width() > left + right:
        painter.drawText(box, _MIDDLE | Qt.AlignmentFlag.AlignRight, caption.marks)
        room = QStyle.visualRect(painter.layoutDirection(), box, box.adjusted(left, 0, -right, 0))
        detail = metrics.elidedText(
            visible(caption.detail), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, _MIDDLE, detail)
