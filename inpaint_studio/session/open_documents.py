"""The documents that are open, each in a tab of its own; the editor has the one that is shown."""

from __future__ import annotations

import uuid

from PySide6.QtCore import QObject, Signal

from inpaint_studio.picture.document import Document
from inpaint_studio.session.editor import Editor


class OpenDocuments(QObject):
    """In the order of their tabs. What the editor is given to show is open until it is closed.

    Those in the background cost nothing but memory, and of that only what cannot be made again.
    """

    changed = Signal()
    """Others are open, or another is shown."""
    closed = Signal(object)  # Document

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self._editor = editor
        self._ids: dict[Document, str] = {}
        self._former: Document | None = None
        editor.leaving.connect(self._on_leaving)
        editor.document_changed.connect(self._on_document_changed)

    @property
    def all(self) -> tuple[Document, ...]:
        """Every open document."""
        return tuple(self._ids)

    def id_of(self, document: Document) -> str:
        """What the history calls it: the same for all that is made of it, in every session."""
        return self._ids[document]

    def open(self, document: Document, document_id: str = "") -> None:
        """Open it in a tab of its own, and show it; it has an id where it was open before."""
        self._ids[document] = document_id or uuid.uuid4().hex
        self._editor.open(document)

    def show(self, document: Document) -> None:
        """Show an open document as it was left."""
        if document in self._ids and document is not self._editor.document:
            self._editor.open(document)

    def step(self, by: int) -> None:
        """Show the next or the previous one, round and round."""
        shown, everyone = self._editor.document, self.all
        if shown is not None:
            self.show(everyone[(everyone.index(shown) + by) % len(everyone)])

    def close(self, document: Document) -> None:
        """Close it; where it was shown, the one that follows it is, or the one before."""
        if document is self._editor.document:
            self._show_beside(document)
        del self._ids[document]
        self.closed.emit(document)
        self.changed.emit()

    def _show_beside(self, document: Document) -> None:
        place = self.all.index(document)
        others = [*self.all[place + 1 :], *reversed(self.all[:place])]
        if others:
            self._editor.open(others[0])
        else:
            self._editor.close()

    def _on_leaving(self) -> None:
        self._former = self._editor.document

    def _on_document_changed(self) -> None:
        former, self._former = self._former, None
        document = self._editor.document
        if document is not None:
            self._ids.setdefault(document, uuid.uuid4().hex)
        if former is not None and former is not document:
            former.rest()
        self.changed.emit()
