"""The journals of the open documents, and what others have left: nothing that was done is lost."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from inpaint_studio.disk_faults import why_unwritable
from inpaint_studio.errors import HistoryError, StudioError
from inpaint_studio.journal import (
    LeftJournal,
    Origin,
    handed_over,
    left_journals,
    quarantine_damaged,
)
from inpaint_studio.phrase import Phrase
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.geometry import Box
from inpaint_studio.session.document_journal import DocumentJournal
from inpaint_studio.session.editor import Editor
from inpaint_studio.session.notice import Notice
from inpaint_studio.session.open_documents import OpenDocuments
from inpaint_studio.session.tasks import Tasks

_STROKE_MS = 1000
"""A stroke that lasts is written this often: with the disk's own time it stays below 2 s."""
_CHOICES_MS = 300
"""A frame that is dragged changes many times a second."""
_FIRST_RETRY_MS = 5000
_LAST_RETRY_MS = 60_000
_CLOSING_S = 1.0
_HANDING_S = 30.0
"""A restart waits until the largest picture has been written."""


class Journals(QObject):
    """Has a journal for each open document, and follows the editor in that of the shown one.

    `originate` says of a document what is known besides its picture.
    """

    noticed = Signal(object)  # Notice
    found = Signal(object)  # list[LeftJournal]: what a session that died left
    restored = Signal(object, object, object)  # Document, params or None, Origin
    unsaved_changed = Signal()
    left = Signal(object, str)
    """A document was closed; where it was not saved, the name of its journal on the disk."""

    def __init__(
        self,
        folder: Path,
        editor: Editor,
        documents: OpenDocuments,
        tasks: Tasks,
        originate: Callable[[Document], Origin],
    ) -> None:
        super().__init__()
        self._folder = folder
        self._editor = editor
        self._tasks = tasks
        self._originate = originate
        self._open: dict[Document, DocumentJournal] = {}
        self._coming_back: tuple[Document, LeftJournal] | None = None
        self._params: Mapping[str, Any] = {}
        self._in_trouble = False
        self._stroke_timer = QTimer(self, singleShot=True, interval=_STROKE_MS)
        self._stroke_timer.timeout.connect(self._write_stroke)
        self._choices_timer = QTimer(self, singleShot=True, interval=_CHOICES_MS)
        self._choices_timer.timeout.connect(self._write_choices)
        self._retry_timer = QTimer(self, singleShot=True)
        self._retry_timer.timeout.connect(self._try_again)
        editor.leaving.connect(self._write_last_choices)
        editor.document_changed.connect(self._on_document_changed)
        documents.closed.connect(self._leave)
        editor.mask_changed.connect(self._on_mask_changed)
        editor.resized.connect(self._begin_again)
        editor.frame_changed.connect(self._choices_timer.start)
        editor.references_changed.connect(self._choices_timer.start)
        editor.undo_changed.connect(self._choices_timer.start)
        editor.undo_changed.connect(self.unsaved_changed)

    @property
    def is_unsaved(self) -> bool:
        """Whether any open document holds what no project file does."""
        return bool(self.unsaved)

    @property
    def unsaved(self) -> tuple[Document, ...]:
        """The open documents that hold what no project file does."""
        return tuple(each.document for each in self._open.values() if each.is_unsaved)

    def is_refused(self, document: Document) -> bool:
        """Whether the disk does not take what is done to an open document."""
        return self._open[document].is_refused

    def set_params(self, params: Mapping[str, Any]) -> None:
        """What the panel says now; it belongs to the document that is shown."""
        self._params = dict(params)
        self._choices_timer.start()

    def mark(self, document: Document) -> int:
        """The present state of `document`, to be named in `saved`."""
        kept = self._open.get(document)
        return kept.journal.number if kept is not None and kept.journal else 0

    def saved(self, document: Document, mark: int, path: Path) -> None:
        """The state at `mark` is in the project file `path`."""
        kept = self._open.get(document)
        if kept is not None and kept.journal is not None:
            kept.journal.saved(mark, path)
            self.unsaved_changed.emit()

    def look(self) -> None:
        """Tell, soon, what sessions that died have left."""
        self._tasks.start(self._look())

    async def look_for_left(self) -> list[LeftJournal]:
        """Every unsaved document that is not open anywhere, locked until it is released."""
        return await asyncio.to_thread(left_journals, self._folder)

    def restore(self, left: LeftJournal) -> None:
        """Open what was left."""
        self._tasks.start(self._restore(left))

    def flush(self, timeout_s: float) -> bool:
        """Bring everything to the disk now; False where that is not done in time."""
        if self._choices_timer.isActive():
            self._write_choices()
        ends = time.monotonic() + timeout_s
        flushed = [each.flush(ends - time.monotonic()) for each in self._open.values()]
        return all(flushed)

    async def hand_over(self) -> tuple[str, ...]:
        """Let go of the journals for a process to come; the names of their folders, as opened.

        Raises:
            HistoryError: one is not on the disk; nothing was let go of.
        """
        self._write_choices()
        if not await asyncio.to_thread(self.flush, _HANDING_S):
            raise HistoryError(
                "The picture could not be kept for the restart",
                "Save it, then close Inpaint Studio and start it again.",
            )
        journals = [each.journal for each in self._open.values() if each.journal is not None]
        self._open.clear()
        for journal in journals:
            journal.hand_over()
        for journal in journals:
            await asyncio.to_thread(journal.flush, _HANDING_S)
        return tuple(journal.folder.name for journal in journals)

    def name_of(self, document: Document) -> str:
        """What the folder of its journal is called; "" while it has none."""
        kept = self._open.get(document)
        return kept.journal.folder.name if kept is not None and kept.journal else ""

    def take(self, names: Sequence[str]) -> asyncio.Task[None]:
        """Open what a process before has handed over, or a closed tab has left, saved or not.

        It is locked at once, before anybody looks for what nobody has open.
        """
        folders = [self._folder / Path(name).name for name in names]
        found = [left for each in folders if (left := handed_over(each)) is not None]
        return self._tasks.start(self._restore_all(found))

    async def close(self) -> None:
        """The session ends as it was meant to: no journal stays."""
        for timer in (self._stroke_timer, self._choices_timer, self._retry_timer):
            timer.stop()
        journals, self._open = [*self._open.values()], {}
        for each in journals:
            each.finish(keep=False)
        for each in journals:
            await asyncio.to_thread(each.flush, _CLOSING_S)

    @property
    def _shown(self) -> DocumentJournal | None:
        document = self._editor.document
        return None if document is None else self._open.get(document)

    def _on_document_changed(self) -> None:
        document = self._editor.document
        coming_back, self._coming_back = self._coming_back, None
        if document is None or document in self._open:
            return
        kept = DocumentJournal(document, self._params, partial(self._report, document))
        self._open[document] = kept
        if coming_back is not None and coming_back[0] is document:
            kept.resume(coming_back[1])
        else:
            # What is known of the document's origin is told right after it has been opened.
            QTimer.singleShot(0, partial(self._begin, kept))

    def _begin(self, kept: DocumentJournal) -> None:
        if self._open.get(kept.document) is kept and kept.journal is None:
            kept.begin(self._originate(kept.document), self._folder)

    def _leave(self, document: Document) -> None:
        """A document was closed: it stays to be found, if it was not saved."""
        kept = self._open.pop(document, None)
        if kept is None:  # handed over
            return
        is_unsaved = kept.is_unsaved
        kept.finish(keep=is_unsaved)
        if is_unsaved:
            self._tasks.start(self._tell_left(kept))
        else:
            self.left.emit(document, "")

    async def _tell_left(self, kept: DocumentJournal) -> None:
        assert kept.journal is not None
        await asyncio.to_thread(kept.flush, _HANDING_S)
        self.left.emit(kept.document, kept.journal.folder.name)

    def _begin_again(self) -> None:
        if self._shown is not None and self._shown.journal is not None:
            self._shown.journal.begin()

    def _try_again(self) -> None:
        for each in self._open.values():
            if each.is_refused and each.journal is not None:
                each.journal.begin()

    def _on_mask_changed(self, box: Box) -> None:
        journal = None if self._shown is None else self._shown.journal
        if journal is None:
            return
        if not self._editor.is_painting:
            journal.dropped()
            return
        journal.painting(box)
        if not self._stroke_timer.isActive():
            self._stroke_timer.start()

    def _write_stroke(self) -> None:
        kept = self._shown
        if kept is not None and kept.journal is not None and self._editor.is_painting:
            kept.journal.write_painting()

    def _write_last_choices(self) -> None:
        """The document is about to be covered by another."""
        if self._choices_timer.isActive():
            self._write_choices()

    def _write_choices(self) -> None:
        """What of frame, references and panel differs from what was written last."""
        self._choices_timer.stop()
        if self._shown is not None and self._shown.write_choices(self._params):
            self.unsaved_changed.emit()

    async def _look(self) -> None:
        for folder in await asyncio.to_thread(quarantine_damaged, self._folder):
            title = self.tr("An unsaved picture cannot be brought back")
            words = self.tr("What was kept of it is damaged. You find it in {0}.").format(folder)
            self.noticed.emit(Notice("warning", title, words))
        left = await self.look_for_left()
        crashed = [each for each in left if each.is_crash]
        for each in left:
            if not each.is_crash:
                each.release()
        if crashed:
            self.found.emit(crashed)

    async def _restore_all(self, found: Sequence[LeftJournal]) -> None:
        for left in found:
            with suppress(StudioError):  # of which the task of its own has told
                await self._tasks.start(self._restore(left))

    async def _restore(self, left: LeftJournal) -> None:
        try:
            document, params = await asyncio.to_thread(left.restore)
        except StudioError:
            left.release()
            raise
        if left.losses:
            self.noticed.emit(await self._report_losses(left))
        self._coming_back = (document, left)
        self.restored.emit(document, params, left.origin)

    async def _report_losses(self, left: LeftJournal) -> Notice:
        """Keep the damaged journal before the document goes on in it."""
        title = Phrase("{name} could not be restored completely", name=left.name)
        try:
            copy = await asyncio.to_thread(left.keep_copy)
        except OSError:  # no room: what can be restored comes first
            return Notice("warning", title, left.losses)
        words = Phrase(
            "{losses} The damaged journal is kept in {folder}.", losses=left.losses, folder=copy
        )
        return Notice("warning", title, words)

    def _report(self, document: Document, fault: BaseException | None) -> None:
        """From a journal's own thread."""
        with suppress(RuntimeError):  # the loop has closed; nobody is there to be told
            self._tasks.post(partial(self._on_report, document, fault))

    def _on_report(self, document: Document, fault: BaseException | None) -> None:
        if fault is not None and not isinstance(fault, OSError):
            raise fault
        kept = self._open.get(document)
        if kept is not None:
            kept.is_refused = fault is not None
        if fault is not None:
            self._on_refused(fault)
        elif self._in_trouble and not any(each.is_refused for each in self._open.values()):
            self._in_trouble = False
            self._retry_timer.setInterval(_FIRST_RETRY_MS)
            self.noticed.emit(Notice("done", self.tr("What you do is kept on disk again")))

    def _on_refused(self, fault: OSError) -> None:
        if not self._in_trouble:
            self._in_trouble = True
            self._retry_timer.setInterval(_FIRST_RETRY_MS)
            words = Phrase(
                "{why} You can go on, but a crash would lose it. Or save the project elsewhere.",
                why=why_unwritable(self._folder, fault),
            )
            title = Phrase("What you do is not being kept on disk")
            self.noticed.emit(Notice("warning", title, words))
        self._retry_timer.start()
        self._retry_timer.setInterval(min(2 * self._retry_timer.interval(), _LAST_RETRY_MS))
