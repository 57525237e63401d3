"""Results of the history shown on the canvas, or the offer to open the picture they belong to."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from inpaint_studio.history import RunRecord
from inpaint_studio.picture.document import Document
from inpaint_studio.runs.run import Variant
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
        session.accepting.elsewhere.connect(self._offer_its_document)

    def _offer_its_picture(self, run: RunRecord, variant_id: str, open_: Document | None) -> None:
        then = partial(self._session.stored_results.show, variant_id)
        if open_ is not None:
            self._offer_to_show(open_, run.source_name, then)
        elif run.source is None:
            words = self.tr("That was not kept. Edit this result, or export it.")
            self._session.notify(Notice("info", self._title(), words))
        else:
            words = self.tr("Open {0} to show it there.").format(outside(run.source_name))
            notice = Notice("info", self._title(), words, about="cards")
            opening = partial(self._gallery.recall.open_blob, run.source, then, run.source_name)
            self._notices.show_notice(notice, self.tr("Open it"), opening)

    def _offer_its_document(self, variant: Variant) -> None:
        """What is to be accepted belongs to a document in the background, or to none any more."""
        snapshot = variant.run.snapshot
        if snapshot.document in self._session.documents.all:
            then = partial(self._session.staging.show, variant)
            self._offer_to_show(snapshot.document, snapshot.source.name, then)
        else:
            self._session.stored_results.show(variant.id)

    def _offer_to_show(self, document: Document, name: str, then: Callable[[], object]) -> None:
        def show() -> None:
            self._session.documents.show(document)
            then()

        words = self.tr("Go to {0} to see it there, and to accept it.").format(outside(name))
        notice = Notice("info", self._title(), words, about="cards")
        self._notices.show_notice(notice, self.tr("Show it"), show)

    def _title(self) -> str:
        return self.tr("This result belongs to another picture")
