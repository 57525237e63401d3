"""The journal of the open document, and what others have left: nothing that was done is lost."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from inpaint_studio.disk_faults import why_unwritable
from inpaint_studio.errors import HistoryError, StudioError
from inpaint_studio.journal import (
    Journal,
    LeftJournal,
    Origin,
    handed_over,
    left_journals,
    quarantine_damaged,
)
from inpaint_studio.journal.log_file import LogFile
from inpaint_studio.phrase import Phrase
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.geometry import Box
from inpaint_studio.session.editor import Editor
from inpaint_studio.session.notice import Notice
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
    """Follows the editor; `originate` says of a document what is known besides its picture."""

    noticed = Signal(object)  # Notice
    found = Signal(object)  # list[LeftJournal]: what a session that died left
    restored = Signal(object, object, object)  # Document, params or None, Origin
    unsaved_changed = Signal()

    def __init__(
        self, folder: Path, editor: Editor, tasks: Tasks, originate: Callable[[Document], Origin]
    ) -> None:
        super().__init__()
        self._folder = folder
        self._editor = editor
        self._tasks = tasks
        self._originate = originate
        self._journal: Journal | None = None
        self._document: Document | None = None
        self._coming_back: tuple[Document, LeftJournal] | None = None
        self._params: dict[str, Any] = {}
        self._recorded: dict[str, Any] = {}
        self._in_trouble = False
        self._stroke_timer = QTimer(self, singleShot=True, interval=_STROKE_MS)
        self._stroke_timer.timeout.connect(self._write_stroke)
        self._choices_timer = QTimer(self, singleShot=True, interval=_CHOICES_MS)
        self._choices_timer.timeout.connect(self._write_choices)
        self._retry_timer = QTimer(self, singleShot=True)
        self._retry_timer.timeout.connect(self._begin_again)
        editor.document_changed.connect(self._on_document_changed)
        editor.mask_changed.connect(self._on_mask_changed)
        editor.resized.connect(self._begin_again)
        editor.frame_changed.connect(self._choices_timer.start)
        editor.references_changed.connect(self._choices_timer.start)
        editor.undo_changed.connect(self._choices_timer.start)
        editor.undo_changed.connect(self.unsaved_changed)

    @property
    def is_unsaved(self) -> bool:
        """Whether the open document holds what no project file does."""
        return self._journal is not None and self._journal.is_unsaved

    def set_params(self, params: Mapping[str, Any]) -> None:
        """What the panel says now; it belongs to the open document."""
        self._params = dict(params)
        self._choices_timer.start()

    def mark(self, document: Document) -> int:
        """The present state of `document`, to be named in `saved`."""
        journal = self._journal_of(document)
        return journal.number if journal else 0

    def saved(self, document: Document, mark: int, path: Path) -> None:
        """The state at `mark` is in the project file `path`."""
        journal = self._journal_of(document)
        if journal is not None:
            journal.saved(mark, path)
            self.unsaved_changed.emit()

    def look(self) -> None:
        """Tell, soon, what sessions that died have left."""
        self._tasks.start(self._look())

    async def left(self) -> list[LeftJournal]:
        """Every unsaved document that is not open anywhere, locked until it is released."""
        return await asyncio.to_thread(left_journals, self._folder)

    def restore(self, left: LeftJournal) -> None:
        """Open what was left in place of the document."""
        self._tasks.start(self._restore(left))

    def flush(self, timeout_s: float) -> bool:
        """Bring everything to the disk now; False where that is not done in time."""
        if self._choices_timer.isActive():
            self._write_choices()
        return self._journal is None or self._journal.flush(timeout_s)

    async def hand_over(self) -> str:
        """Let go of the journal for a process to come; the name of its folder, "" without one.

        Raises:
            HistoryError: it is not on the disk; nothing was let go of.
        """
        if self._journal is None:
            return ""
        self._write_choices()
        if not await asyncio.to_thread(self._journal.flush, _HANDING_S):
            raise HistoryError(
                "The picture could not be kept for the restart",
                "Save it, then close Inpaint Studio and start it again.",
            )
        journal, self._journal = self._journal, None
        journal.hand_over()
        await asyncio.to_thread(journal.flush, _HANDING_S)
        return journal.folder.name

    def take(self, name: str) -> None:
        """Open what a process before has handed over, saved or not."""
        left = handed_over(self._folder / Path(name).name)
        if left is not None:
            self.restore(left)

    async def close(self) -> None:
        """The session ends as it was meant to: no journal stays."""
        for timer in (self._stroke_timer, self._choices_timer, self._retry_timer):
            timer.stop()
        journal, self._journal = self._journal, None
        if journal is not None:
            journal.finish(keep=False)
            await asyncio.to_thread(journal.flush, _CLOSING_S)

    def _journal_of(self, document: Document) -> Journal | None:
        return self._journal if document is self._document else None

    def _on_document_changed(self) -> None:
        self._leave()
        self._document = self._editor.document
        coming_back, self._coming_back = self._coming_back, None
        if self._document is None:
            return
        self._recorded = self._choices_of(self._document)
        if coming_back is not None and coming_back[0] is self._document:
            self._resume(coming_back[1])
        else:
            # What is known of the document's origin is told right after it has been opened.
            QTimer.singleShot(0, partial(self._begin, self._document))

    def _choices_of(self, document: Document) -> dict[str, Any]:
        """What the journal keeps besides the mask and its steps."""
        return {
            "frame": document.frame,
            "references": document.references,
            "params": self._params,
        }

    def _leave(self) -> None:
        """Another document comes: the one before stays to be found, if it was not saved."""
        if self._journal is None or self._document is None:
            return
        if self._choices_timer.isActive():
            self._write_choices()
        is_unsaved = self._journal.is_unsaved
        self._journal.finish(keep=is_unsaved)
        self._journal = None
        if is_unsaved:
            title = self.tr("{0} was not saved").format(self._document.source.name)
            words = self.tr("What you did to it is kept: File → Unsaved pictures…")
            self.noticed.emit(Notice("info", title, words))

    def _begin(self, document: Document) -> None:
        if document is not self._editor.document or self._journal is not None:
            return
        log = LogFile(self._folder / uuid.uuid4().hex)
        self._journal = Journal(document, self._originate(document), log, self._report)
        self._journal.choose_first(**self._recorded)
        self._journal.begin()

    def _resume(self, left: LeftJournal) -> None:
        assert self._document is not None
        log = left.reopened()
        self._journal = Journal(self._document, left.origin, log, self._report)
        self._journal.resume(left.replay)
        self._recorded["params"] = left.replay.choices.get("params")

    def _begin_again(self) -> None:
        if self._journal is not None:
            self._journal.begin()

    def _on_mask_changed(self, box: Box) -> None:
        if self._journal is None:
            return
        if not self._editor.is_painting:
            self._journal.dropped()
            return
        self._journal.painting(box)
        if not self._stroke_timer.isActive():
            self._stroke_timer.start()

    def _write_stroke(self) -> None:
        if self._journal is not None and self._editor.is_painting:
            self._journal.write_painting()

    def _write_choices(self) -> None:
        """What of frame, references and panel differs from what was written last."""
        self._choices_timer.stop()
        if self._journal is None or self._document is None:
            return
        now = self._choices_of(self._document).items()
        new = {name: value for name, value in now if self._recorded[name] != value}
        if new:
            former = self._recorded["params"] or {}
            has_words = former.get("prompt", "") != self._params.get("prompt", "")
            self._journal.choose(is_change=has_words or new.keys() != {"params"}, **new)
            self._recorded |= new
            self.unsaved_changed.emit()

    async def _look(self) -> None:
        for folder in await asyncio.to_thread(quarantine_damaged, self._folder):
            title = self.tr("An unsaved picture cannot be brought back")
            words = self.tr("What was kept of it is damaged. You find it in {0}.").format(folder)
            self.noticed.emit(Notice("warning", title, words))
        left = await self.left()
        crashed = [each for each in left if each.is_crash]
        for each in left:
            if not each.is_crash:
                each.release()
        if crashed:
            self.found.emit(crashed)

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

    def _report(self, fault: BaseException | None) -> None:
        """From a journal's own thread."""
        with suppress(RuntimeError):  # the loop has closed; nobody is there to be told
            self._tasks.post(partial(self._on_report, fault))

    def _on_report(self, fault: BaseException | None) -> None:
        if isinstance(fault, OSError):
            self._on_refused(fault)
        elif fault is not None:
            raise fault
        elif self._in_trouble:
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
