"""Using again what a run was made with: its prompt, settings, mask, frame, or all of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject

from inpaint_studio.errors import ImageError
from inpaint_studio.history import RunRecord, VariantRecord
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.geometry import Box
from inpaint_studio.picture.image_file import decode_picture
from inpaint_studio.picture.mask import new_mask, read_wire_mask
from inpaint_studio.picture.resample import resize
from inpaint_studio.runs.stored_results import blob_bytes, raw_picture
from inpaint_studio.session.notice import Notice
from inpaint_studio.session.session import Session


class Recall(QObject):
    """Puts parts of a run back into draft and document."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def prompt(self, run: RunRecord) -> None:
        """Only the words."""
        self._session.draft.change(prompt=run.prompt)

    def params(self, run: RunRecord) -> None:
        """Every choice but the words, which stay."""
        self._want(run, prompt=self._session.draft.wanted.prompt)

    def frame(self, run: RunRecord) -> None:
        """The rectangle that was sent, where it lies in the open picture."""
        document = self._document_for(run)
        if document is not None and run.frame is not None:
            self._session.editor.set_frame(run.frame)

    def mask(self, run: RunRecord) -> None:
        """The mask as it was sent: hard, and a little wider than it was painted."""
        document = self._document_for(run)
        if document is not None:
            self._session.tasks.start(self._put_mask(run, document))

    def everything(self, run: RunRecord) -> None:
        """Settings, mask and frame on the picture they were made for, opened if need be."""
        self._want(run, prompt=run.prompt)
        self._session.tasks.start(self._with_its_picture(run))

    def _want(self, run: RunRecord, *, prompt: str) -> None:
        """The choices as they were made: a size that came from the frame comes from it again."""
        self._session.draft.take(replace(run.params, prompt=prompt, size=run.wanted_size))

    async def _with_its_picture(self, run: RunRecord) -> None:
        document = self._session.editor.document
        lineage = self._session.runs.lineage

        def then() -> None:
            self.mask(run)
            self.frame(run)

        if document and await asyncio.to_thread(lineage.source_blob, document) == run.source:
            then()
        elif run.source is None:
            self._show_message(self.tr("The picture of this run was not kept"))
        else:
            self.open_blob(run.source, then, run.source_name)

    def open_blob(self, blob: str, then: Callable[[], None], name: str) -> None:
        """Open a file of the history as the source; `then` follows when it is there."""
        history = self._session.history
        self._session.opening.open_picture(
            lambda: decode_picture(blob_bytes(history, blob), name), then
        )

    def open_result(
        self, variant: VariantRecord, blob: str, then: Callable[[], None], name: str
    ) -> None:
        """Open what a model returned as the source, in the colours it is seen in."""
        history = self._session.history
        self._session.opening.open_picture(
            lambda: replace(raw_picture(history, variant, blob), name=name), then
        )

    async def _put_mask(self, run: RunRecord, document: Document) -> None:
        assert run.mask is not None
        assert run.frame is not None
        path = self._session.history.blob_path(run.mask)
        try:
            mask = await asyncio.to_thread(_mask_of, path, run.frame, document)
        except OSError:
            self._show_message(self.tr("The file of this mask has gone"))
            return
        if document is self._session.editor.document:
            self._session.editor.replace_mask(mask, self.tr("Use mask again"))

    def _document_for(self, run: RunRecord) -> Document | None:
        document = self._session.editor.document
        if document is None or run.frame is None or run.mask is None:
            self._show_message(self.tr("Open the picture first"))
            return None
        if run.frame.intersect(Box.of_size(document.size)).is_empty:
            self._show_message(self.tr("The open picture is too small for it"))
            return None
        return document

    def _show_message(self, text: str) -> None:
        self._session.notify(Notice("info", text))


def _mask_of(path: Path, frame: Box, document: Document) -> Pixels:
    """The document's mask with the stored one in its frame."""
    sent = read_wire_mask(path.read_bytes())
    if not frame.width or not frame.height:
        raise ImageError("This mask has no place", "Paint it again.")
    mask = new_mask(document.size)
    inside = frame.intersect(Box.of_size(document.size))
    placed = resize(sent, frame.size)
    mask[inside.slices] = placed[inside.shift(-frame.x0, -frame.y0).slices]
    return mask
