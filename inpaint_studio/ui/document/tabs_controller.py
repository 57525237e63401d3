"""The tabs of the window: which pictures are open, what becomes of them, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from inpaint_studio.picture.document import Document
from inpaint_studio.session.notice import Notice
from inpaint_studio.session.session import Session
from inpaint_studio.ui.document.save_controller import SaveController
from inpaint_studio.ui.document.tab_bar import Sign, Tab, TabBar
from inpaint_studio.ui.shell.central_area import CentralArea
from inpaint_studio.ui.style.i18n import outside
from inpaint_studio.ui.style.theme import Theme


class TabsController(QObject):
    """Follows the session. Nothing but a person's own act shows another picture."""

    def __init__(
        self, session: Session, central_area: CentralArea, saving: SaveController, theme: Theme
    ) -> None:
        super().__init__(central_area)
        self._session = session
        self._documents = session.documents
        self._central_area = central_area
        self._saving = saving
        self.bar = TabBar(theme)
        central_area.add_tabs(self.bar)
        self.bar.chosen.connect(lambda place: self._documents.show(self._documents.all[place]))
        self.bar.close_asked.connect(lambda place: self.close(self._documents.all[place]))
        for signal in (
            session.documents.changed,
            session.journals.unsaved_changed,
            session.background_runs.changed,
        ):
            signal.connect(self._show)
        session.journals.left.connect(self._tell_left)
        self._show()

    def actions(self) -> dict[str, Callable[[], object]]:
        """What menus and keys do."""
        return {
            "next_picture": lambda: self._documents.step(1),
            "previous_picture": lambda: self._documents.step(-1),
            "close_picture": self._close_shown,
            "close_others": self._close_others,
        }

    def close(self, document: Document) -> None:
        """Close a picture: what is not saved is kept, so that nobody is asked where it can be."""
        journals = self._session.journals
        if document in journals.unsaved and journals.is_refused(document):
            self._documents.show(document)
            self._ask_what_to_do(document)
        else:
            self._documents.close(document)

    def _close_shown(self) -> None:
        if (document := self._session.editor.document) is not None:
            self.close(document)

    def _close_others(self) -> None:
        for document in self._documents.all:
            if document is not self._session.editor.document:
                self.close(document)

    def _ask_what_to_do(self, document: Document) -> None:
        words = self.tr("{0} is not saved, and the disk does not take what was done to it.")
        self._central_area.question.ask(
            words.format(outside(document.source.name)),
            [
                (self.tr("Save project as…"), self._saving.save_as),
                (self.tr("Close without saving"), partial(self._documents.close, document)),
                (self.tr("Keep working"), lambda: None),
            ],
        )

    def _show(self) -> None:
        documents, shown = self._documents.all, self._session.editor.document
        unsaved = set(self._session.journals.unsaved)
        tabs = [self._tab(each, is_unsaved=each in unsaved) for each in documents]
        self.bar.show_tabs(tabs, documents.index(shown) if shown is not None else -1)

    def _tab(self, document: Document, *, is_unsaved: bool) -> Tab:
        """Results in the background are news; being unsaved is not, and gives way to them."""
        background = self._session.background_runs
        pending, arrived = background.pending(document), background.arrived(document)
        sign: Sign = "unsaved" if is_unsaved else ""
        lines = [document.source.name]
        if is_unsaved:
            lines.append(self.tr("Not saved"))
        if arrived:
            lines.append(self.tr("%n new result(s)", "", arrived))
        if pending:
            lines.append(self.tr("%n result(s) still coming", "", pending))
        if document is not self._session.editor.document:
            sign = "arrived" if arrived else "running" if pending else sign
        return Tab(document.source.name, sign, "\n".join(lines))

    def _tell_left(self, document: Document, journal: str) -> None:
        """What becomes of a closed picture: of what was done to it, and of what is still coming."""
        pending = self._session.background_runs.pending(document)
        name = outside(document.source.name)
        coming = self.tr("%n result(s) still coming go into the history.", "", pending)
        words = [coming] if pending else []
        if journal:
            words.insert(0, self.tr("What you did to it is kept: File → Unsaved pictures…"))
            notice = Notice("info", self.tr("{0} was not saved").format(name), " ".join(words))
            again = partial(self._session.journals.take, [journal])
            self._central_area.notices.show_notice(notice, self.tr("Open again"), again)
        elif pending:
            self._session.notify(Notice("info", self.tr("{0} was closed").format(name), coming))
