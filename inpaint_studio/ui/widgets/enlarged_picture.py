"""A window with one picture, as large as it is made."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QWidget

from inpaint_studio.ui.widgets.fitted_picture import FittedPicture
from inpaint_studio.ui.widgets.layouts import in_column, wide
from inpaint_studio.visible_text import visible


class EnlargedPicture(QDialog):
    """Window-modal; Escape closes it. What stands in is shown until the picture has come."""

    def __init__(self, title: str, stand_in: QImage, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(visible(title))
        self.resize(900, 700)
        self.picture = FittedPicture()
        self.picture.show_image(stand_in)
        in_column(wide(self.picture), of=self)
