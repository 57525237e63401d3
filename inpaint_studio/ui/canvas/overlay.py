"""A transparent widget over the canvas: cursor, outline, drawn line, frame, hint, focus ring.

A widget of its own, so that each of these can be repainted without knowing of the picture.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPolygonF, QRegion
from PySide6.QtWidgets import QWidget

from inpaint_studio.picture.geometry import Box, Point
from inpaint_studio.picture.viewport import Viewport
from inpaint_studio.ui.canvas.colours import CanvasColours
from inpaint_studio.ui.canvas.outline import Outline
from inpaint_studio.ui.canvas.painting import (
    HANDLE_PX,
    MINUS_PX,
    LabelLook,
    SizePreview,
    hint_rect,
    label_rect,
    paint_brush,
    paint_dimmed,
    paint_focus,
    paint_frame,
    paint_label,
    paint_minus,
    paint_outline,
    paint_size,
    size_label_rect,
)
from inpaint_studio.ui.style.painting import painting

_RING_MARGIN_PX = 9


class Overlay(QWidget):
    """Draws what it was last told; every setter repaints only what it changes."""

    def __init__(self, parent: QWidget, colours: CanvasColours) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self._canvas = parent
        self._colours = colours
        self._look = LabelLook(self.font(), colours)
        self._viewport: Viewport | None = None
        self._ring: tuple[QPointF, float, bool] | None = None
        self._outline: Outline | None = None
        self._path: QPainterPath | None = None
        self.frame: Box | None = None
        self._frame_label = ""
        self._hint = ""
        self._tag: tuple[Box, str] | None = None
        self._has_focus_ring = False
        self._line: Sequence[Point] = ()
        self._dims = False
        self._strength = 1.0
        self._size: SizePreview | None = None

    def set_colours(self, colours: CanvasColours) -> None:
        """Draw in the colours of another theme."""
        self._colours = colours
        self._look = LabelLook(self.font(), colours)
        self._repaint(self.rect())

    def set_viewport(self, viewport: Viewport | None) -> None:
        """Follow a zoom or pan; the canvas repaints."""
        self._viewport = viewport
        self._place_outline()

    def set_outline(self, outline: Outline | None) -> None:
        """Draw this line around the mask."""
        with self._repainted(self._outline_area):
            self._outline = outline
            self._place_outline()

    def set_ring(
        self, centre: QPointF | None, radius: float = 0.0, *, erases: bool = False
    ) -> None:
        """Draw the cursor of brush or eraser around `centre`; None takes it away."""
        with self._repainted(self._ring_area):
            self._ring = None if centre is None else (centre, radius, erases)

    def set_frame(self, box: Box | None, label: str) -> None:
        """Draw the frame around a box of the picture; None takes it away."""
        with self._repainted(self._frame_area):
            self.frame, self._frame_label = box, label

    def set_strength(self, strength: float) -> None:
        """How much of outline and frame is seen, 0 to 1."""
        self._strength = strength
        self._repaint(self._outline_area())
        self._repaint(self._frame_area())

    def set_dimmed(self, dims: bool) -> None:
        """Darken what lies outside the frame."""
        if dims != self._dims:
            self._dims = dims
            self._repaint(self.rect())

    def set_line(self, points: Sequence[Point]) -> None:
        """Draw the closed line of a shape through picture points; none takes it away."""
        with self._repainted(self._line_rect):
            self._line = tuple(points)

    def set_size_preview(
        self, centre: QPointF | None, radius: float = 0.0, hardness: float = 0.0, text: str = ""
    ) -> None:
        """Show a dab of `radius` logical pixels and words below it; None takes both away."""
        with self._repainted(self._size_area):
            self._size = None if centre is None else SizePreview(centre, radius, hardness, text)

    def set_hint(self, text: str) -> None:
        """Show one line of advice; the empty text takes it away."""
        with self._repainted(lambda: _around(self._hint_rect())):
            self._hint = text

    def set_tag(self, box: Box | None, text: str = "") -> None:
        """Put words on a part of the picture; None takes them away."""
        with self._repainted(lambda: _around(self._tag_rect())):
            self._tag = None if box is None else (box, text)

    def set_focus_ring(self, *, shown: bool) -> None:
        """Show that the keyboard acts here."""
        self._has_focus_ring = shown
        self._repaint(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._strength > 0:
                painter.setOpacity(self._strength)
                self._paint_bounds(painter, event.rect())
                painter.setOpacity(1.0)
            if self._line:
                paint_outline(painter, self._line_path(), self._colours, self.devicePixelRatioF())
            if self._hint:
                paint_label(painter, self._hint_rect(), self._hint, self._look)
            if self._tag:
                paint_label(painter, self._tag_rect(), self._tag[1], self._look)
            self._paint_pointer(painter)
            if self._has_focus_ring:
                paint_focus(painter, QRectF(self.rect()), self._colours)

    def _paint_bounds(self, painter: QPainter, dirty: QRect) -> None:
        """Of the mask, and of what is sent."""
        if self._path is not None and self._outline_area().intersects(dirty):
            paint_outline(painter, self._path, self._colours, self.devicePixelRatioF())
        if self.frame is not None:
            self._paint_frame(painter)

    def _paint_frame(self, painter: QPainter) -> None:
        frame, label = self._frame_rects()
        if self._dims:
            paint_dimmed(painter, QRectF(self.rect()), frame)
        paint_frame(painter, frame, self._colours)
        if self._frame_label and frame.intersects(QRectF(self.rect())):
            paint_label(painter, label, self._frame_label, self._look)

    def _paint_pointer(self, painter: QPainter) -> None:
        if self._size is not None:
            paint_size(painter, self._size, self._colours, self.devicePixelRatioF())
            paint_label(painter, self._size_label(), self._size.words, self._look)
        if self._ring is not None:
            centre, radius, erases = self._ring
            paint_brush(painter, centre, radius, self.devicePixelRatioF())
            if erases:
                paint_minus(painter, centre)

    @contextmanager
    def _repainted(self, area: Callable[[], QRect | QRegion]) -> Iterator[None]:
        """Paint anew where something was and where it is then."""
        self._repaint(area())
        yield
        self._repaint(area())

    def _repaint(self, area: QRect | QRegion) -> None:
        """Through the canvas: two widgets with dirty areas would be painted one after the other."""
        self._canvas.update(area)

    def _place_outline(self) -> None:
        if self._outline is None or self._viewport is None:
            self._path = None
        else:
            self._path = self._outline.seen_at(self._viewport)

    def _outline_area(self) -> QRect:
        if self._path is None:
            return QRect()
        return self._path.boundingRect().toAlignedRect().adjusted(-2, -2, 2, 2)

    def _ring_area(self) -> QRegion:
        """Around the ring, not its inside: a large brush covers half the view."""
        if self._ring is None:
            return QRegion()
        centre, radius, _ = self._ring
        reach, inner = radius + _RING_MARGIN_PX, round(radius * 0.7) - 3
        outside = QRectF(centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach)
        ring = QRegion(outside.toAlignedRect())
        if inner > _RING_MARGIN_PX:
            middle = centre.toPoint()
            ring -= QRegion(middle.x() - inner, middle.y() - inner, 2 * inner, 2 * inner)
            reach = round(MINUS_PX) + 2
            ring += QRegion(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach)
        return ring

    def _frame_rects(self) -> tuple[QRectF, QRectF]:
        """The frame and its label, in widget pixels."""
        if self.frame is None or self._viewport is None:
            return QRectF(), QRectF()
        frame = self._seen(self.frame)
        size = self._look.label_size(self._frame_label)
        return frame, label_rect(frame, QRectF(self.rect()), size)

    def _seen(self, box: Box) -> QRectF:
        """A box of the picture in widget pixels."""
        if self._viewport is None:
            return QRectF()
        corner = self._viewport.to_widget(Point(box.x0, box.y0))
        far = self._viewport.to_widget(Point(box.x1, box.y1))
        return QRectF(QPointF(*corner), QPointF(*far))

    def _frame_area(self) -> QRegion:
        """Along the frame's sides, and its label."""
        frame, label = self._frame_rects()
        if frame.isEmpty():
            return QRegion()
        if self._dims:
            return QRegion(self.rect())
        margin = round(HANDLE_PX)
        whole = frame.toAlignedRect()
        sides = QRegion(whole.adjusted(-margin, -margin, margin, margin))
        sides -= QRegion(whole.adjusted(margin, margin, -margin, -margin))
        return sides + QRegion(label.toAlignedRect().adjusted(-1, -1, 1, 1))

    def _hint_rect(self) -> QRectF:
        if not self._hint:
            return QRectF()
        return hint_rect(QRectF(self.rect()), self._look.label_size(self._hint))

    def _tag_rect(self) -> QRectF:
        if self._tag is None:
            return QRectF()
        box, words = self._tag
        return label_rect(self._seen(box), QRectF(self.rect()), self._look.label_size(words))

    def _line_path(self) -> QPainterPath:
        path = QPainterPath()
        if self._viewport is not None and self._line:
            points = [QPointF(*self._viewport.to_widget(point)) for point in self._line]
            path.addPolygon(QPolygonF(points))
            path.closeSubpath()
        return path

    def _line_rect(self) -> QRect:
        return self._line_path().boundingRect().toAlignedRect().adjusted(-3, -3, 3, 3)

    def _size_label(self) -> QRectF:
        if self._size is None:
            return QRectF()
        size = self._look.label_size(self._size.words)
        return size_label_rect(self._size, QRectF(self.rect()), size)

    def _size_area(self) -> QRect:
        if self._size is None:
            return QRect()
        area = self._size.area.united(self._size_label().adjusted(-1, -1, 1, 1))
        return area.toAlignedRect().intersected(self.rect())


def _around(place: QRectF) -> QRect:
    """The whole pixels of words and their edge; none where there are no words."""
    return QRect() if place.isEmpty() else place.toAlignedRect().adjusted(-1, -1, 1, 1)
