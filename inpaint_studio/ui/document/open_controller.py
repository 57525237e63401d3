"""Pictures coming into the window: dialog, drop, paste."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from inpaint_studio.ui.shell.handed import Handed, handed, may_be_handed

_PATTERNS = (
    "*.ora *.ora~ *.png *.jpg *.jpeg *.jpe *.jfif *.webp *.tif *.tiff *.bmp *.gif *.avif "
    "*.heic *.heif *.hif"
)


class OpenController(QObject):
    """Turns what a person hands over into a file to open or bytes to decode."""

    file_given = Signal(object)  # Path
    bytes_given = Signal(bytes, str)
    files_dropped = Signal(object)  # tuple[Path, ...]
    bytes_dropped = Signal(bytes, str)
    address_given = Signal(str)
    """A picture elsewhere, by http or https; whoever hears it asks before anything is fetched."""
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
        mime = QGuiApplication.clipboard().mimeData()
        if mime is None or not self.take(mime):
            self._refuse(
                self.tr("There is no picture on the clipboard"),
                self.tr("Copy one in another program, then paste again."),
            )

    @staticmethod
    def accepts(mime: QMimeData) -> bool:
        """Whether a drop may hold a picture."""
        return may_be_handed(mime)

    def drop(self, mime: QMimeData) -> bool:
        """Take what was dropped, of which it may still have to be asked what it is for."""
        given = handed(mime)
        if given.files:
            self.files_dropped.emit(given.files)
        elif given.data:
            self.bytes_dropped.emit(given.data, self.tr("Dropped picture"))
        elif not self._tell_address(given):
            self._refuse(
                self.tr("There is no picture in what was dropped"),
                self.tr("Save it as a file, and drop that."),
            )
        return bool(given)

    def take(self, mime: QMimeData) -> bool:
        """Open the first picture in `mime`; false where there is none."""
        given = handed(mime)
        if given.files:
            self.file_given.emit(given.files[0])
        elif given.data:
            self.bytes_given.emit(given.data, self.tr("Pasted picture"))
        else:
            self._tell_address(given)
        return bool(given)

    def _tell_address(self, given: Handed) -> bool:
        if given.address:
            self.address_given.emit(given.address)
        return bool(given.address)

    def _refuse(self, title: str, advice: str) -> None:
        from inpaint_studio.session.notice import Notice

        self.refused.emit(Notice("info", title, advice))
