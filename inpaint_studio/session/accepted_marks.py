"""Marks results as accepted while they are edits of the open picture, and only then."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from inpaint_studio.history import History
from inpaint_studio.session.editor import Editor
from inpaint_studio.session.runs import Runs
from inpaint_studio.session.tasks import Tasks


class AcceptedMarks(QObject):
    """Follows the stack of edits through accepting, undo, redo and removal."""

    changed = Signal(str)
    """The id of a variant whose mark is another now."""

    def __init__(self, editor: Editor, runs: Runs, history: History, tasks: Tasks) -> None:
        super().__init__()
        self._editor = editor
        self._runs = runs
        self._history = history
        self._tasks = tasks
        self._known: set[str] = set()
        self._merged = 0
        editor.document_changed.connect(self._look)
        editor.undo_changed.connect(self._follow)

    def _look(self) -> None:
        """What a document brings along has been marked before."""
        document = self._editor.document
        ids = [edit.variant_id for edit in document.edits] if document else []
        self._known, self._merged = {each for each in ids if each}, ids.count(None)

    def _follow(self) -> None:
        known, merged = self._known, self._merged
        self._look()
        for variant_id in self._known - known:
            self._mark(variant_id, accepted=True)
        if self._merged <= merged:  # what goes into a merged edit stays in the picture
            for variant_id in known - self._known:
                self._mark(variant_id, accepted=False)

    def _mark(self, variant_id: str, *, accepted: bool) -> None:
        self._runs.write(partial(self._write, variant_id, accepted=accepted))

    def _write(self, variant_id: str, *, accepted: bool) -> None:
        self._history.mark_accepted(variant_id, accepted=accepted)
        self._tasks.post(partial(self.changed.emit, variant_id))
