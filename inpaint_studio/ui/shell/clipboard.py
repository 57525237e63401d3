"""Pictures onto the clipboard."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from inpaint_studio.errors import ExportError
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.image_file import Picture
from inpaint_studio.runs.run import Variant
from inpaint_studio.runs.stored_results import raw_picture
from inpaint_studio.session.notice import Notice
from inpaint_studio.session.session import Session
from inpaint_studio.ui.shell.notice_bar import NoticeBar
from inpaint_studio.ui.style.images import coloured_qimage


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
            self._put(document.composite, document.source, self.tr("Picture copied"))

    def copy_variant(self, variant: Variant) -> None:
        """A result that is shown, in the colours of its picture."""
        if variant.pixels is not None:
            self._put(variant.pixels, variant.run.snapshot.source, self.tr("Result copied"))

    def copy_result(self, variant_id: str) -> None:
        """A result of the history, or the last partial of one that never came."""
        self._session.tasks.start(self._copy_stored(variant_id))

    async def _copy_stored(self, variant_id: str) -> None:
        history = self._session.history
        variant = history.variant(variant_id)
        blob = variant.newest
        if blob is None:
            return
        try:
            picture = await asyncio.to_thread(raw_picture, history, variant, blob)
        except ExportError:
            words = self.tr("The file of this result is missing or damaged")
            self._notices.show_notice(Notice("warning", words))
            return
        self._put(picture.pixels, picture, self.tr("Result copied"))

    def _put(self, pixels: Pixels, source: Picture, text: str) -> None:
        """Put pixels there, in the colours and the resolution of their source."""
        image = coloured_qimage(pixels, source.icc_profile, source.description.dpi)
        QGuiApplication.clipboard().setImage(image)
        self._notices.show_notice(Notice("done", text))
