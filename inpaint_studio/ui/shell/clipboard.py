"""Pictures onto the clipboard."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from inpaint_studio.errors import ImageError
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.image_file import decode_result
from inpaint_studio.session.notice import Notice
from inpaint_studio.session.session import Session
from inpaint_studio.ui.shell.notice_bar import NoticeBar
from inpaint_studio.ui.style.images import to_qimage


class Clipboard(QObject):
    """Copies, and says so."""

    def __init__(self, session: Session, notices: NoticeBar, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._notices = notices

    def copy_document(self) -> None:
        """The picture with its accepted edits."""
        document = self._session.editor.document
        if document is not None:
            self._put(document.composite, self.tr("Picture copied"))

    def copy_pixels(self, pixels: Pixels) -> None:
        """A result that is shown, as the model returned it."""
        self._put(pixels, self.tr("Result copied"))

    def copy_result(self, variant_id: str) -> None:
        """A result of the history, or the last partial of one that never came."""
        self._session.tasks.start(self._copy_stored(variant_id))

    async def _copy_stored(self, variant_id: str) -> None:
        history = self._session.history
        variant = history.variant(variant_id)
        blob = variant.blob or (variant.partials[-1] if variant.partials else None)
        if blob is None:
            return
        path = history.blob_path(blob)
        try:
            pixels = await asyncio.to_thread(lambda: decode_result(path.read_bytes()))
        except (ImageError, OSError):
            words = self.tr("The file of this result is missing or damaged")
            self._notices.show_notice(Notice("warning", words))
            return
        self._put(pixels, self.tr("Result copied"))

    def _put(self, pixels: Pixels, words: str) -> None:
        QGuiApplication.clipboard().setImage(to_qimage(pixels).copy())
        self._notices.show_notice(Notice("done", words))
