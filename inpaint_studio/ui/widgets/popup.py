"""A small window of settings where the hand is: a click elsewhere closes it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QFrame, QStyle, QStyleOption, QVBoxLayout, QWidget

from inpaint_studio.ui.style.painting import painting
from inpaint_studio.ui.widgets.layouts import LayoutPart, Part, in_column


class Popup(QFrame):
    """Round corners on a ground of its own; what it holds is the subclass's."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)  # seen at the corners

    def lay_out(self, *parts: Part | LayoutPart) -> QVBoxLayout:
        """Put parts below each other."""
        return in_column(*parts, of=self, spacing=8, margins=(14, 12, 14, 12))

    def show_at(self, corner: QPoint) -> None:
        """Show with the upper left corner at a point of the screen, or as near as all is seen."""
        self.adjustSize()
        screen = QGuiApplication.screenAt(corner) or self.screen()
        room = screen.availableGeometry()
        x = min(corner.x(), room.right() - self.width())
        y = min(corner.y(), room.bottom() - self.height())
        self.move(max(room.left(), x), max(room.top(), y))
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the stylesheet's ground, which Qt leaves out where a window is translucent."""
        option = QStyleOption()
        option.initFrom(self)
        with painting(self) as painter:
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
