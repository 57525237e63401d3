"""Each open document has its own request draft: the panel shows that of the one that is shown."""

from __future__ import annotations

from inpaint_studio.contract.params import EditParams
from inpaint_studio.picture.document import Document
from inpaint_studio.session.editor import Editor
from inpaint_studio.session.open_documents import OpenDocuments
from inpaint_studio.session.request_draft import RequestDraft


class DocumentDrafts:
    """Keeps the drafts of those in the background; a new document goes on with the present one."""

    def __init__(self, editor: Editor, documents: OpenDocuments, draft: RequestDraft) -> None:
        self._editor = editor
        self._draft = draft
        self._kept: dict[Document, tuple[EditParams, str]] = {}
        editor.leaving.connect(self._keep)
        editor.document_changed.connect(self._go_on)
        documents.closed.connect(lambda document: self._kept.pop(document, None))

    def of(self, document: Document) -> EditParams:
        """What is asked for of an open document."""
        is_shown = document is self._editor.document or document not in self._kept
        return self._draft.wanted if is_shown else self._kept[document][0]

    def _keep(self) -> None:
        document = self._editor.document
        assert document is not None
        self._kept[document] = self._draft.wanted, self._draft.extra_text

    def _go_on(self) -> None:
        document = self._editor.document
        if document in self._kept:
            self._draft.take_as_typed(*self._kept[document])
