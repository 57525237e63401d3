"""One slot of the tray: a picture with its number, which a click shows large."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QBrush,
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFont,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QTransform,
)
from PySide6.QtWidgets import QApplication, QStyle

from inpaint_studio.picture.colour import Pixels
from inpaint_studio.ui.actions.shortcuts import Shortcuts
from inpaint_studio.ui.style import theme as themes
from inpaint_studio.ui.style.i18n import outside
from inpaint_studio.ui.style.images import to_qimage
from inpaint_studio.ui.style.painting import painting
from inpaint_studio.ui.style.tips import set_tip
from inpaint_studio.ui.widgets.buttons import icon_button
from inpaint_studio.ui.widgets.controls import PushButton

TILE = QSize(50, 40)
_RADIUS = 4
_UNSENT_OPACITY = 0.4
_BADGE = QColor(20, 21, 23, 209)
_ON_BADGE = "#f4f5f6"
"""The same in every theme: they lie on pictures."""
_BADGE_PX, _BADGE_GAP_PX, _LOCK_PX = 14, 2, 10
_CROSS_PX = 18


class PictureTile(PushButton):
    """A button that is all picture, with the number of its slot."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.setFixedSize(TILE)
        self.number = number
        self.is_sent = True
        self.is_target = False
        self._picture = QPixmap()

    def sizeHint(self) -> QSize:
        """As large as the others, whatever is on it."""
        return TILE

    def show_pixels(self, pixels: Pixels) -> None:
        """Be filled by this picture."""
        self._picture = QPixmap.fromImage(to_qimage(pixels))
        self.update()

    def mark_target(self, is_target: bool) -> None:
        """Show whether what is dragged would come here."""
        if is_target != self.is_target:
            self.is_target = is_target
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Picture, outline, number."""
        theme = themes.current()
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.setOpacity(1.0 if self.is_sent else _UNSENT_OPACITY)
            painter.setBrush(self._filling())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
            painter.setOpacity(1.0)
            self._paint_outline(painter, box, theme)
            self._paint_badge(painter)

    def _filling(self) -> QBrush:
        """The middle of the picture, as large as fills the tile."""
        ratio = self.devicePixelRatioF()
        fitted = self._picture.scaled(
            TILE * ratio,
            Qt.AspectRatioMode.KeepAspectRatioByExpanding,
            Qt.TransformationMode.SmoothTransformation,
        )
        excess = fitted.size() - TILE * ratio
        brush = QBrush(fitted)
        placed = QTransform.fromScale(1 / ratio, 1 / ratio)
        brush.setTransform(placed.translate(-excess.width() / 2, -excess.height() / 2))
        return brush

    def _paint_outline(self, painter: QPainter, box: QRectF, theme: themes.Theme) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.hasFocus() or self.is_target:
            inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
            painter.setPen(QPen(QColor(theme.panel), 4))
            painter.drawRoundedRect(inner, _RADIUS, _RADIUS)
            painter.setPen(QPen(QColor(theme.accent_line), 2))
            painter.drawRoundedRect(inner, _RADIUS, _RADIUS)
            return
        style = Qt.PenStyle.SolidLine if self.is_sent else Qt.PenStyle.DashLine
        painter.setPen(QPen(QColor(theme.dim if self.underMouse() else theme.edge), 1, style))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)

    def _paint_badge(self, painter: QPainter) -> None:
        font = QFont(self.font())
        font.setPixelSize(10)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        words = painter.fontMetrics().horizontalAdvance(str(self.number))
        width = max(_BADGE_PX, words + 6 + self._badge_icon_px())
        corner = QPoint(_BADGE_GAP_PX + 1, TILE.height() - _BADGE_PX - _BADGE_GAP_PX - 1)
        box = self._mirrored(QRect(corner, QSize(width, _BADGE_PX)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_BADGE)
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(QColor(_ON_BADGE))
        painter.drawText(
            box.adjusted(self._badge_icon_px(), 0, 0, 0),
            Qt.AlignmentFlag.AlignCenter,
            str(self.number),
        )
        self._paint_badge_icon(painter, box)

    def _badge_icon_px(self) -> int:
        """Room beside the number."""
        return 0

    def _paint_badge_icon(self, painter: QPainter, box: QRect) -> None:
        """Nothing beside the number."""

    def _mirrored(self, box: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), box)


class SourceTile(PictureTile):
    """Slot 1: what is on the canvas, locked."""

    def __init__(self) -> None:
        super().__init__(1)
        self.setAccessibleName(self.tr("Picture 1: the canvas"))
        words = self.tr("Picture 1 is what is on the canvas: always sent first, never removed")
        set_tip(self, words)
        self.setAccessibleDescription(words)

    def _badge_icon_px(self) -> int:
        return _LOCK_PX

    def _paint_badge_icon(self, painter: QPainter, box: QRect) -> None:
        lock = themes.icon("lock", themes.current(), _ON_BADGE, _LOCK_PX)
        lock.paint(painter, QRect(box.x() + 3, box.y() + 2, _LOCK_PX, _LOCK_PX))


class ReferenceTile(PictureTile):
    """A reference: a drag moves it, its cross or its menu removes it."""

    remove_asked = Signal(int)
    dragged = Signal(int, QPoint)
    dropped = Signal(int, QPoint)

    def __init__(self, index: int, shortcuts: Shortcuts) -> None:
        super().__init__(index + 2)
        self.index = index
        self._shortcuts = shortcuts
        self._pressed_at = QPoint()
        self._is_dragged = False
        self.cross = icon_button(self.tr("Remove"), self._remove)
        self._add_cross()
        remove = QAction(self.tr("Remove"), self)
        remove.triggered.connect(self._remove)
        self.addAction(remove)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def show_reference(self, name: str, pixels: Pixels, *, is_sent: bool) -> None:
        """Be that picture, with its name."""
        self.is_sent = is_sent
        self.show_pixels(pixels)
        words = self.tr("Picture {0}: {1}").format(self.number, outside(name))
        unsent = "" if is_sent else self.tr(" (not sent: the model takes fewer)")
        self.setAccessibleName(words + unsent)
        self.cross.setAccessibleName(self.tr("Remove picture {0}").format(self.number))
        keys = self.tr("\nA click shows it large. {0} removes it, {1} and {2} move it")
        names = ("references.remove", "references.left", "references.right")
        set_tip(self, words + unsent + self._shortcuts.filled(keys, *names))
        set_tip(self.cross, self._shortcuts.filled(self.tr("Remove ({0})"), names[0]))

    def enterEvent(self, event: QEnterEvent) -> None:
        """The cross comes where the pointer is."""
        super().enterEvent(event)
        self.cross.show()
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """It goes, unless the keyboard is here."""
        super().leaveEvent(event)
        self.cross.setVisible(self.hasFocus())
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The cross comes where the keyboard is."""
        super().focusInEvent(event)
        self.cross.show()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """It goes, unless the pointer is here."""
        super().focusOutEvent(event)
        self.cross.setVisible(self.underMouse())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag may begin."""
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that the tile is being moved; it is no click any more."""
        moved = event.position().toPoint() - self._pressed_at
        far = moved.manhattanLength() >= QApplication.startDragDistance()
        if event.buttons() & Qt.MouseButton.LeftButton and (self._is_dragged or far):
            self._is_dragged = True
            self.setDown(False)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(self.index, self.mapToParent(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Where it is let go, the tile goes: a drag of Qt's own would run a nested event loop."""
        if not self._is_dragged:
            super().mouseReleaseEvent(event)
            return
        self._is_dragged = False
        self.unsetCursor()
        self.dropped.emit(self.index, self.mapToParent(event.position().toPoint()))

    def _add_cross(self) -> None:
        self.cross.setObjectName("tileCross")
        self.cross.setParent(self)
        self.cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the tile's own key does the same
        self.cross.setIcon(themes.icon("close", themes.current(), _ON_BADGE, 12))
        self.cross.setIconSize(QSize(12, 12))
        corner = QPoint(TILE.width() - _CROSS_PX - 1, 1)
        self.cross.setGeometry(self._mirrored(QRect(corner, QSize(_CROSS_PX, _CROSS_PX))))
        self.cross.hide()

    def _remove(self) -> None:
        self.remove_asked.emit(self.index)
