"""Pictures coming into the window: dialog, drop, paste."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from inpaint_studio.contract.media import sniff

_FILES_ON_CLIPBOARDS = ("image/png", "image/tiff", "image/webp", "image/avif", "image/jpeg")
"""Whole files, which say more of themselves than what Qt makes of them; the exact ones first."""
_PATTERNS = "*.ora *.png *.jpg *.jpeg *.webp *.tif *.tiff *.bmp *.gif *.avif *.heic"


class OpenController(QObject):
    """Turns what a person hands over into a file to open or bytes to decode."""

    file_given = Signal(object)  # Path
    bytes_given = Signal(bytes, str)
    file_dropped = Signal(object)  # Path
    refused = Signal(object)  # Notice

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def ask(self) -> None:
        """Open the file dialog."""
        from PySide6.QtWidgets import QFileDialog

        filters = ";;".join([self.tr("Pictures ({0})").format(_PATTERNS), self.tr("All files (*)")])
        dialog = QFileDialog(self._window, self.tr("Open a picture"), "", filters)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.file_given.emit(Path(name)))
        dialog.open()

    def paste(self) -> None:
        """Open what the clipboard holds."""
        from inpaint_studio.session.notice import Notice

        mime = QGuiApplication.clipboard().mimeData()
        if mime is None or not self.take(mime):
            self.refused.emit(
                Notice(
                    "info",
                    self.tr("There is no picture on the clipboard"),
                    self.tr("Copy one in another program, then paste again."),
                )
            )

    @staticmethod
    def accepts(mime: QMimeData) -> bool:
        """Whether a drop may hold a picture."""
        return mime.hasImage() or any(url.isLocalFile() for url in mime.urls())

    def drop(self, mime: QMimeData) -> bool:
        """Take what was dropped: of a file it is still to be asked what it is for."""
        for url in mime.urls():
            if url.isLocalFile():
                self.file_dropped.emit(Path(url.toLocalFile()))
                return True
        return self.take(mime)

    def take(self, mime: QMimeData) -> bool:
        """Open the first picture in `mime`; false where there is none."""
        for url in mime.urls():
            if url.isLocalFile():
                self.file_given.emit(Path(url.toLocalFile()))
                return True
        for kind in _FILES_ON_CLIPBOARDS:
            data = bytes(mime.data(kind).data()) if mime.hasFormat(kind) else b""
            if sniff(data) == kind:
                self.bytes_given.emit(data, self.tr("Pasted picture"))
                return True
        if not mime.hasImage():
            return False
        from PySide6.QtGui import QImage

        from inpaint_studio.ui.style.images import png_of  # numpy comes after the first paint

        image = QImage(mime.imageData())
        if image.isNull():
            return False

        self.bytes_given.emit(png_of(image), self.tr("Pasted picture"))
        return True
