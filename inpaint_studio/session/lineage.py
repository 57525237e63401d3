"""Where the pictures being edited came from: a result of the history, or a file."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from inpaint_studio.contract.media import sniff
from inpaint_studio.history import History
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.image_file import Picture, encode


class Lineage:
    """What is known of open documents; forgotten with them."""

    def __init__(self, history: History) -> None:
        self._history = history
        self._parents: WeakKeyDictionary[Document, str] = WeakKeyDictionary()
        self._sources: WeakKeyDictionary[Document, str] = WeakKeyDictionary()

    def set_parent(self, document: Document, variant_id: str) -> None:
        """The document's source is the result of that variant."""
        self._parents[document] = variant_id

    def parent_of(self, document: Document) -> str | None:
        """The variant whose result the document's source is."""
        return self._parents.get(document)

    def set_source(self, document: Document, blob: str) -> None:
        """The document was opened from that blob of the history."""
        self._sources[document] = blob

    def source_blob(self, document: Document) -> str:
        """The blob that runs of this document name as their source, stored if need be.

        Slow the first time; for a worker thread.

        Raises:
            HistoryError: it cannot be stored.
        """
        if document not in self._sources:
            self._sources[document] = self._history.put(*source_file(document.source))
        return self._sources[document]


def source_file(source: Picture) -> tuple[bytes, str]:
    """The source as a file: its own bytes where there are any, else a PNG of its pixels."""
    path = source.path
    if path is not None and path.is_file():
        data = path.read_bytes()
        return data, sniff(data) or "application/octet-stream"
    return encode(source.pixels, "PNG"), "image/png"
