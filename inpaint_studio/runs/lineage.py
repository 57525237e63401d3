"""Where the pictures being edited came from: a result of the history, or a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any
from weakref import WeakKeyDictionary

from inpaint_studio.contract.media import sniff
from inpaint_studio.errors import HistoryError, ImageError
from inpaint_studio.history import History
from inpaint_studio.history.blobs import is_blob_name
from inpaint_studio.picture.checked_encoding import own_file
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.geometry import Box, Size, as_box
from inpaint_studio.picture.image_file import Picture
from inpaint_studio.picture.rasters import extended_picture
from inpaint_studio.runs.recording import Ledger
from inpaint_studio.runs.request import Snapshot
from inpaint_studio.typed_values import as_table, as_text

Place = tuple[Size, Box]
"""The size of a source, and where the picture that was opened lies in it: what tells the sources
of a document that has grown from one another."""


class Lineage:
    """What is known of open documents; forgotten with them."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._parents: WeakKeyDictionary[Document, str] = WeakKeyDictionary()
        self._sources: WeakKeyDictionary[Document, dict[Place, str]] = WeakKeyDictionary()

    def set_parent(self, document: Document, variant_id: str) -> None:
        """The document's source is the result of that variant."""
        self._parents[document] = variant_id

    def parent_of(self, document: Document) -> str | None:
        """The variant whose result the document's source is."""
        return self._parents.get(document)

    def source_blob(self, document: Document) -> str:
        """The blob that runs of this document name as their source, stored if need be.

        Slow the first time; for a worker thread.

        Raises:
            HistoryError: it cannot be stored.
        """
        source = document.source
        return self._blob(document, (source.size, document.original), lambda: source)

    def snapshot_blob(self, snapshot: Snapshot) -> str:
        """The same for a snapshot, whose source may have been grown."""
        place = snapshot.size, snapshot.original
        grown = snapshot.source, snapshot.extension
        return self._blob(snapshot.document, place, lambda: extended_picture(*grown))

    def places_of(self, document: Document) -> Mapping[str, Box]:
        """Where the pictures of the known blobs lie in the document: it may have grown."""
        here = document.original
        return {
            blob: Box.of_size(size).shift(here.x0 - original.x0, here.y0 - original.y0)
            for (size, original), blob in self._sources_of(document).items()
        }

    def forget_what_is_not_in(self, history: History) -> None:
        """The history has moved: sources that did not come along are stored again when needed."""
        for sources in self._sources.values():
            for place, blob in list(sources.items()):
                if not history.blob_path(blob).is_file():
                    del sources[place]

    def _blob(self, document: Document, place: Place, source: Callable[[], Picture]) -> str:
        sources = self._sources_of(document)
        if place not in sources:
            sources[place] = self._ledger.put(*source_file(source()))
        return sources[place]

    def _sources_of(self, document: Document) -> dict[Place, str]:
        return self._sources.setdefault(document, {})

    def to_json(self, document: Document) -> dict[str, Any]:
        """What a project file keeps of it, as plain JSON values."""
        places = {
            blob: [box.x0, box.y0, box.x1, box.y1] for blob, box in self.places_of(document).items()
        }
        return {"places": places, "parent": self._parents.get(document)}

    def take(self, document: Document, stored: Mapping[str, Any], history: History) -> None:
        """Remember what a project file told, as far as the history holds what it names.

        Raises:
            ValueError: it is nothing that `stored` gave.
        """
        here = document.original
        for blob, box in as_table(as_box)(stored.get("places", {})).items():
            if is_blob_name(blob) and history.blob_path(blob).is_file():
                self._sources_of(document)[box.size, here.shift(-box.x0, -box.y0)] = blob
        with suppress(HistoryError, ValueError):
            self.set_parent(document, history.variant(as_text(stored.get("parent"))).id)


def source_file(source: Picture) -> tuple[bytes, str]:
    """The source as it was opened: its own bytes where it has any, else a PNG of all there is.

    Raises:
        HistoryError: that cannot be made.
    """
    try:
        data = own_file(source)
    except ImageError as error:
        raise HistoryError(error.title, error.message) from error
    return data, sniff(data) or "application/octet-stream"
