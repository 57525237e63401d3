"""What runs bring to documents in the background: what is on its way, and what nobody has seen."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QObject, Signal

from inpaint_studio.picture.document import Document
from inpaint_studio.runs.run import Run, Variant
from inpaint_studio.session.editor import Editor
from inpaint_studio.session.open_documents import OpenDocuments
from inpaint_studio.session.runs import Runs


class BackgroundRuns(QObject):
    """Counts variants of open documents; what comes for the one that is shown is seen."""

    changed = Signal()

    def __init__(self, editor: Editor, documents: OpenDocuments, runs: Runs) -> None:
        super().__init__()
        self._editor = editor
        self._documents = documents
        self._runs = runs
        self._awaited: set[str] = set()
        self._arrived: Counter[Document] = Counter()
        runs.run_added.connect(self._await)
        runs.variant_changed.connect(self._on_variant_changed)
        runs.pending_changed.connect(self.changed)
        editor.document_changed.connect(self._on_document_changed)
        documents.closed.connect(lambda document: self._arrived.pop(document, None))

    def pending(self, document: Document) -> int:
        """How many results are on their way to it."""
        return sum(each.run.snapshot.document is document for each in self._runs.pending)

    def arrived(self, document: Document) -> int:
        """How many have come to it since it was shown."""
        return self._arrived[document]

    def _await(self, run: Run) -> None:
        self._awaited.update(each.id for each in run.variants)

    def _on_variant_changed(self, variant: Variant) -> None:
        if variant.is_pending or variant.id not in self._awaited:
            return
        self._awaited.remove(variant.id)
        document = variant.run.snapshot.document
        is_unseen = document in self._documents.all and document is not self._editor.document
        if is_unseen and variant.state == "done":
            self._arrived[document] += 1
            self.changed.emit()

    def _on_document_changed(self) -> None:
        document = self._editor.document
        if document is not None and self._arrived.pop(document, 0):
            self.changed.emit()
