"""Results of the history shown on the canvas, or the offer to open the picture they belong to."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from inpaint_studio.history import RunRecord
from inpaint_studio.session.notice import Notice
from inpaint_studio.session.session import Session
from inpaint_studio.ui.gallery.controller import GalleryController
from inpaint_studio.ui.shell.notice_bar import NoticeBar
from inpaint_studio.ui.style.i18n import outside


class StoredResultsController(QObject):
    """Connects the gallery's cards with what is staged."""

    def __init__(self, session: Session, gallery: GalleryController, notices: NoticeBar) -> None:
        super().__init__(gallery)
        self._notices = notices
        self._session = session
        self._gallery = gallery
        gallery.shown.connect(session.stored_results.show)
        session.stored_results.elsewhere.connect(self._offer_its_picture)

    def _offer_its_picture(self, run: RunRecord, variant_id: str) -> None:
        title = self.tr("This result belongs to another picture")
        if run.source is None:
            words = self.tr("That was not kept. Edit this result, or export it.")
            self._session.notify(Notice("info", title, words))
            return
        words = self.tr("Open {0} to show it there.").format(outside(run.source_name))
        notice = Notice("info", title, words, about="cards")
        opening = partial(self._open, run, variant_id)
        self._notices.show_notice(notice, self.tr("Open it"), opening)

    def _open(self, run: RunRecord, variant_id: str) -> None:
        assert run.source is not None
        then = partial(self._session.stored_results.show, variant_id)
        self._gallery.recall.open_blob(run.source, then, run.source_name)
