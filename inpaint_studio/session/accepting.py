"""Results taken into the document, which grows where the request was for a larger picture."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QObject, Signal

from inpaint_studio.history import History
from inpaint_studio.picture.document import Document, Edit
from inpaint_studio.picture.extend import Extension, extension_past
from inpaint_studio.picture.geometry import Box
from inpaint_studio.runs.run import Variant, edit_of
from inpaint_studio.session.accepted_marks import AcceptedMarks
from inpaint_studio.session.editor import Editor
from inpaint_studio.session.runs import Runs
from inpaint_studio.session.settings_store import SettingsStore
from inpaint_studio.session.tasks import Tasks


class Accepting(QObject):
    """Accepts one variant at a time; one of another picture is told, not accepted."""

    accepted = Signal(object)  # Variant
    elsewhere = Signal(object)  # Variant: another picture is shown than it belongs to

    def __init__(
        self,
        editor: Editor,
        runs: Runs,
        history: History,
        tasks: Tasks,
        settings: SettingsStore,
    ) -> None:
        super().__init__()
        self._editor = editor
        self._runs = runs
        self._tasks = tasks
        self._settings = settings
        self._is_extending = False
        self.marks = AcceptedMarks(editor, runs, history, tasks)

    def accept(self, variant: Variant) -> None:
        """Put a result or a partial into the document as one undoable edit, and end its stream.

        Where the document must grow for it, that is worked out first, in a worker.
        """
        snapshot = variant.run.snapshot
        document = self._editor.document
        if document is None or document is not snapshot.document:
            self.elsewhere.emit(variant)
            return
        if variant.pixels is None or self._is_extending:
            return
        whole = snapshot.in_document(Box.of_size(snapshot.size))
        extension = extension_past(whole, document.size)
        edit = edit_of(variant)
        if extension.is_nothing:
            self._editor.accept(edit, unmask=self._unmasked(document, variant, edit))
            self._finish(variant)
        else:
            self._is_extending = True
            self._tasks.start(self._extend(document, variant, edit, extension))

    async def _extend(
        self, document: Document, variant: Variant, edit: Edit, extension: Extension
    ) -> None:
        try:
            edits: tuple[Edit, ...] | None = None
            while edits is not document.edits:  # until none came meanwhile
                edits = document.edits
                rasters = await asyncio.to_thread(
                    document.extended_rasters, extension, [*edits, edit]
                )
        finally:
            self._is_extending = False
        if document is not self._editor.document:
            self.elsewhere.emit(variant)
            return
        takes_mask = self._begins_mask(variant)
        filled = extension.moved(edit.box)
        self._editor.extend(rasters, extension, filled, keeps_mask=not takes_mask)
        self._finish(variant)

    def _begins_mask(self, variant: Variant) -> bool:
        """Whether the mask goes with what is accepted: parts that are still to come need it."""
        return self._settings.now.new_mask_after_accept and not variant.run.snapshot.coming

    def _unmasked(self, document: Document, variant: Variant, edit: Edit) -> Box | None:
        """Where the mask goes within the same step."""
        if self._begins_mask(variant):
            return Box.of_size(document.size)
        return None if variant.run.snapshot.coming is None else edit.box

    def _finish(self, variant: Variant) -> None:
        """Say that it is done, and go on to the next part of a large extension."""
        self._runs.stop(variant)
        snapshot = variant.run.snapshot
        if snapshot.coming is not None:
            self._go_on([snapshot.in_document(box) for box in snapshot.coming])
        self.accepted.emit(variant)

    def _go_on(self, frames: list[Box]) -> None:
        """Send the next of these frames in which anything is left to fill, or none of them."""
        document = self._editor.document
        assert document is not None
        whole = Box.of_size(document.size)
        left = [box for box in frames if document.mask[box.intersect(whole).slices].any()]
        if left:
            self._editor.set_frame(left[0], tuple(left[1:]))
        else:
            self._editor.set_frame(None)
