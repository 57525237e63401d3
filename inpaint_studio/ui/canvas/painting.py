"""What lies over the picture: brush cursor, outline, frame, hint. Functions of painter and thing.

Coordinates are the widget's logical pixels.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QRadialGradient,
)

from inpaint_studio.ui.canvas.colours import CanvasColours

DASH_PX = 4.0
HANDLE_PX = 7.0
LABEL_TEXT_PX = 12
LABEL_RADIUS = 5.0
LABEL_PADDING = (8.0, 4.0)
_DENSE_FROM = 1.5
_THIN = ((0, 0),)
# Two neighbours, not one: whatever way a line runs, it gets thicker.
_THICKER = ((0, 0), (1, 0), (0, 1))
_CROSS_BELOW_PX = 3.0
_CROSS_ARM_PX = 6.0
MINUS_PX = 4.0
TOP_LINE_PX = 30
"""At the upper edge, where it is said that the rest of the picture is kept."""


def paint_brush(painter: QPainter, centre: QPointF, radius: float, ratio: float) -> None:
    """A ring readable on any picture; a cross in place of a ring too small to see."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, distance in _ring_lines(ratio):
        painter.setPen(hairline(colour))
        if radius >= _CROSS_BELOW_PX:
            painter.drawEllipse(centre, radius + distance, radius + distance)
        else:
            _paint_cross(painter, centre + QPointF(distance, distance))


def paint_minus(painter: QPainter, centre: QPointF) -> None:
    """In the middle of the ring: it takes away."""
    reach = QPointF(MINUS_PX, 0)
    for pen in (QPen(QColor(0, 0, 0, 150), 4.0), QPen(QColor(255, 255, 255), 2.0)):
        painter.setPen(pen)
        painter.drawLine(centre - reach, centre + reach)


def paint_outline(
    painter: QPainter, path: QPainterPath, colours: CanvasColours, ratio: float
) -> None:
    """A light line with dark dashes along the mask."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    dashes = hairline(QColor(colours.outline_dash))
    dashes.setDashPattern([DASH_PX * ratio, DASH_PX * ratio])
    for pen in (hairline(QColor(colours.outline)), dashes):
        painter.setPen(pen)
        for dx, dy in _THICKER if ratio >= _DENSE_FROM else _THIN:
            painter.drawPath(path.translated(dx / ratio, dy / ratio))


def paint_dimmed(painter: QPainter, bounds: QRectF, frame: QRectF) -> None:
    """A veil over everything outside the frame."""
    veil = QPainterPath()
    veil.addRect(bounds)
    inside = QPainterPath()
    inside.addRect(frame)
    painter.fillPath(veil - inside, QColor(0, 0, 0, 120))


@dataclass(frozen=True, slots=True)
class SizePreview:
    """A brush while its size is changed: logical pixels, hardness 0–1, and what it says."""

    centre: QPointF
    radius: float
    hardness: float
    words: str

    @property
    def area(self) -> QRectF:
        """Everything the ring and its dab cover."""
        reach = self.radius + 3
        return QRectF(self.centre.x() - reach, self.centre.y() - reach, 2 * reach, 2 * reach)


def paint_size(painter: QPainter, size: SizePreview, colours: CanvasColours, ratio: float) -> None:
    """A dab as the brush would leave it, within its ring."""
    fade = QRadialGradient(size.centre, max(size.radius, 1.0))
    inner = min(size.hardness, 0.99)
    for step in range(9):
        fall = step / 8
        colour = QColor(colours.tint)
        # The brush's own bell, see `picture.brush.Brush.coverage`.
        colour.setAlphaF(0.6 * (1 - fall * fall) ** 2)
        fade.setColorAt(inner + (1 - inner) * fall, colour)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fade)
    painter.drawEllipse(size.centre, size.radius, size.radius)
    paint_brush(painter, size.centre, size.radius, ratio)


def size_label_rect(size: SizePreview, bounds: QRectF, label: tuple[float, float]) -> QRectF:
    """Below the ring; in its middle where that would be out of view."""
    width, height = label
    top = size.centre.y() + size.radius + 8
    if top + height > bounds.bottom() - 8:
        top = size.centre.y() - height / 2
    left = min(max(size.centre.x() - width / 2, 8), bounds.right() - width - 8)
    return QRectF(left, min(max(top, 8), bounds.bottom() - height - 8), width, height)


def hairline(colour: QColor) -> QPen:
    """A pen one device pixel wide; dense screens take several side by side.

    Qt draws only these without computing the stroke's area first: a large ring takes 0.3 instead of
    8 ms.
    """
    pen = QPen(colour, 1.0)
    pen.setCosmetic(True)
    return pen


def paint_frame(painter: QPainter, frame: QRectF, colours: CanvasColours) -> None:
    """The rectangle that is sent, and its handles."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(QColor(0, 0, 0, 110), 3.0), QPen(QColor(colours.outline), 1.4)):
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRect(frame)
    painter.setPen(QPen(QColor(0, 0, 0, 140), 1.0))
    painter.setBrush(QColor(colours.outline))
    for handle in handle_rects(frame):
        painter.drawRoundedRect(handle, 1.5, 1.5)


class LabelLook:
    """Font and colours of words on the canvas."""

    def __init__(self, font: QFont, colours: CanvasColours) -> None:
        self.font = QFont(font)
        self.font.setPixelSize(LABEL_TEXT_PX)
        self.font.setWeight(QFont.Weight.DemiBold)
        self.colours = colours

    def label_size(self, text: str) -> tuple[float, float]:
        """Width and height of a label."""
        metrics = QFontMetricsF(self.font)
        return (
            metrics.horizontalAdvance(text) + 2 * LABEL_PADDING[0],
            metrics.height() + 2 * LABEL_PADDING[1],
        )


def paint_label(painter: QPainter, place: QRectF, text: str, look: LabelLook) -> None:
    """Words on a dark plate."""
    plate = QColor(look.colours.label)
    plate.setAlphaF(look.colours.label_opacity)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(plate)
    painter.drawRoundedRect(place, LABEL_RADIUS, LABEL_RADIUS)
    painter.setFont(look.font)
    painter.setPen(QColor(look.colours.label_text))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


def paint_focus(painter: QPainter, bounds: QRectF, colours: CanvasColours) -> None:
    """The ring of keyboard focus."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colours.accent), 2.0))
    painter.drawRect(bounds.adjusted(1, 1, -1, -1))


def label_rect(frame: QRectF, bounds: QRectF, size: tuple[float, float]) -> QRectF:
    """Above the frame's left corner; inside the frame where there is no room, always in view."""
    width, height = size
    top = frame.top() - height - 4
    if top < bounds.top() + TOP_LINE_PX:
        top = max(frame.top() + 8, bounds.top() + TOP_LINE_PX)
    left = min(max(frame.left(), bounds.left() + 8), bounds.right() - width - 8)
    return QRectF(left, min(top, bounds.bottom() - height - 8), width, height)


def hint_rect(bounds: QRectF, size: tuple[float, float]) -> QRectF:
    """Near the top, in the middle."""
    width, height = size
    return QRectF(bounds.center().x() - width / 2, bounds.top() + 10, width, height)


def handle_rects(frame: QRectF) -> list[QRectF]:
    """The eight handles: corners and middles of the sides."""
    xs = (frame.left(), frame.center().x(), frame.right())
    ys = (frame.top(), frame.center().y(), frame.bottom())
    places = [(x, y) for y in ys for x in xs if (x, y) != (xs[1], ys[1])]
    half = HANDLE_PX / 2
    return [QRectF(x - half, y - half, HANDLE_PX, HANDLE_PX) for x, y in places]


def _paint_cross(painter: QPainter, centre: QPointF) -> None:
    arm, gap = _CROSS_ARM_PX, _CROSS_BELOW_PX - 1
    for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        step = QPointF(dx, dy)
        painter.drawLine(centre + step * gap, centre + step * arm)


def _ring_lines(ratio: float) -> list[tuple[QColor, float]]:
    """Colour and distance from the radius of the hairlines that make the ring."""
    dark, light = QColor(0, 0, 0, 130), QColor(255, 255, 255)
    step, lights = 1 / ratio, max(1, round(ratio))
    rings = [(dark, -step), (dark, lights * step)]
    return rings + [(light, line * step) for line in range(lights)]
