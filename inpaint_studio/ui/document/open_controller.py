"""Pictures coming into the window: dialog, drop, paste."""

from __future__ import annotations

from collections.abc import Callable
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

    files_given = Signal(object)  # list[Path], each of which is to be opened
    dropped = Signal(object, str)
    """What it was (Handed), and what to call a picture without a name.

    Whoever hears it asks what it is for, and before anything is fetched from elsewhere.
    """
    pasted = Signal(object, str)
    """The same of the clipboard."""
    refused = Signal(object)  # Notice

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.folder: Callable[[], str] = str
        """Where the dialog begins; "" is the working directory."""

    def ask(self) -> None:
        """Open the file dialog; several files are several pictures."""
        from PySide6.QtWidgets import QFileDialog

        filters = ";;".join([self.tr("Pictures ({0})").format(_PATTERNS), self.tr("All files (*)")])
        dialog = QFileDialog(self._window, self.tr("Open a picture"), self.folder(), filters)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.files_given.emit([*map(Path, names)]))
        dialog.open()

    def paste(self) -> None:
        """Take what the clipboard holds."""
        mime = QGuiApplication.clipboard().mimeData()
        given = Handed() if mime is None else handed(mime)
        if given:
            self.pasted.emit(given, self.tr("Pasted picture"))
        else:
            self._refuse(
                self.tr("There is no picture on the clipboard"),
                self.tr("Copy one in another program, then paste again."),
            )

    @staticmethod
    def accepts(mime: QMimeData) -> bool:
        """Whether a drop may hold a picture."""
        return may_be_handed(mime)

    def drop(self, mime: QMimeData) -> None:
        """Take what was dropped."""
        given = handed(mime)
        if given:
            self.dropped.emit(given, self.tr("Dropped picture"))
        else:
            self._refuse(
                self.tr("There is no picture in what was dropped"),
                self.tr("Save it as a file, and drop that."),
            )

    def _refuse(self, title: str, advice: str) -> None:
        from inpaint_studio.session.notice import Notice

        self.refused.emit(Notice("info", title, advice))
