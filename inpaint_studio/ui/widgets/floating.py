"""A bar that floats above the canvas on a soft shadow.

The shadow is a few translucent outlines: an effect object would blur again at every repaint of the
canvas below.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from inpaint_studio.ui.style.painting import painting
from inpaint_studio.ui.style.theme import Theme

SHADOW_PX = 6
_RADIUS = 10


class Floating(QWidget):
    """Lays its children out inside its `margins`."""

    margins = (SHADOW_PX + 8,) * 4

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Recolour ground and outline."""
        self._theme = theme
        self.update()

    def fit_into(self, width: int) -> None:
        """Take the size that is needed where the canvas is `width` px wide."""
        del width
        self.adjustSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Shadow, ground, outline."""
        del event
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(SHADOW_PX, SHADOW_PX, -SHADOW_PX, -SHADOW_PX)
            for spread in range(SHADOW_PX, 0, -1):
                painter.setPen(QPen(QColor(0, 0, 0, 26 - 4 * spread), 1.5))
                grown = box.adjusted(-spread, -spread + 1, spread, spread + 1)
                painter.drawRoundedRect(grown, _RADIUS + spread, _RADIUS + spread)
            painter.setPen(QPen(QColor(self._theme.line), 1))
            painter.setBrush(QColor(self._theme.panel))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
