"""One picture as large as there is room for it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from inpaint_studio.ui.style import theme as themes
from inpaint_studio.ui.style.painting import painting
from inpaint_studio.visible_text import visible

_MARGIN_PX = 12
_SMALLEST = QSize(160, 120)


class FittedPicture(QWidget):
    """Shows an image, or words while there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumSize(_SMALLEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._image = QImage()
        self._words = ""
        self._fitted = QPixmap()

    def show_image(self, image: QImage) -> None:
        """Show this image."""
        self._image, self._fitted = image, QPixmap()
        self.update()

    def show_words(self, text: str) -> None:
        """Say this in place of a picture."""
        self._image, self._words, self._fitted = QImage(), text, QPixmap()
        self.update()

    @property
    def shown_size(self) -> QSize:
        """Logical pixels the picture takes; empty without one."""
        if self._image.isNull():
            return QSize()
        room = self.size() - QSize(2 * _MARGIN_PX, 2 * _MARGIN_PX)
        return self._image.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture in the middle of the canvas' own grey."""
        del event
        theme = themes.current()
        with painting(self) as painter:
            painter.fillRect(self.rect(), QColor(theme.canvas))
            if self._image.isNull():
                painter.setPen(QColor(theme.dim))
                painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, visible(self._words))
                return
            place = QRect(0, 0, self.shown_size.width(), self.shown_size.height())
            place.moveCenter(self.rect().center())
            painter.drawPixmap(place.topLeft(), self._at(place.size()))

    def _at(self, size: QSize) -> QPixmap:
        """The image at a size in logical pixels, scaled once."""
        ratio = self.devicePixelRatioF()
        if self._fitted.size() != size * ratio:
            scaled = self._image.scaled(
                size * ratio,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            self._fitted = QPixmap.fromImage(scaled)
            self._fitted.setDevicePixelRatio(ratio)
        return self._fitted
