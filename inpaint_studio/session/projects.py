"""Project files: the document, and the runs that were made of it, in one file."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Signal

from inpaint_studio.durable import FORMER_SUFFIX
from inpaint_studio.errors import HistoryError, ImageError, StudioError
from inpaint_studio.history import Filter, History, RunRecord
from inpaint_studio.history.packing import Rows, blobs_of, unpack
from inpaint_studio.phrase import Phrase
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.openraster import (
    SUFFIX,
    Project,
    open_project,
    project_of,
    save_project,
)
from inpaint_studio.picture.stored_extras import StoredExtras
from inpaint_studio.runs.lineage import Lineage
from inpaint_studio.session.journals import Journals
from inpaint_studio.session.notice import Notice
from inpaint_studio.session.tasks import Tasks
from inpaint_studio.typed_values import as_object, parse_json

_RUNS = "runs.json"
_LINEAGE = "lineage.json"
_BLOBS = "blobs/"


class Projects(QObject):
    """Saves and opens; knows which file a document was saved to."""

    opened = Signal(object, object)  # Document, params or None
    saved = Signal(object)  # Path
    failed = Signal()
    """A file could not be saved; why is told elsewhere."""
    noticed = Signal(object)  # Notice
    runs_added = Signal()

    def __init__(
        self, history: History, lineage: Lineage, journals: Journals, tasks: Tasks
    ) -> None:
        super().__init__()
        self._history = history
        self._lineage = lineage
        self._journals = journals
        self._tasks = tasks
        self._paths: WeakKeyDictionary[Document, Path] = WeakKeyDictionary()

    def path_of(self, document: Document) -> Path | None:
        """The file a document was opened from or saved to."""
        return self._paths.get(document)

    def set_path(self, document: Document, path: Path) -> None:
        """The document belongs to that file."""
        self._paths[document] = path

    def save(self, document: Document, path: Path, params: Mapping[str, Any]) -> None:
        """Write the document and its runs; painting goes on meanwhile."""
        if path.suffix.lower() != SUFFIX and path != self.path_of(document):
            path = path.with_name(path.name + SUFFIX)
        self._tasks.start(self._save(document, path, params))

    async def _save(self, document: Document, path: Path, params: Mapping[str, Any]) -> None:
        project = project_of(document, params=params)
        mark = self._journals.mark(document)
        document.mark_saved()
        try:
            source = await asyncio.to_thread(self._lineage.source_blob, document)
            rows = self._history.packed(self._runs_of(document, source))
            extras = {_LINEAGE: json.dumps(self._lineage.to_json(document)).encode()}
            project = replace(project, extras=extras)
            await asyncio.to_thread(self._write, project, rows, path)
        except StudioError:
            document.dirty = True
            self.failed.emit()
            raise
        self._paths[document] = path
        self._journals.saved(document, mark, path)
        self.saved.emit(path)
        self.noticed.emit(Notice("done", Phrase("Saved {file}", file=path.name), str(path.parent)))

    def _runs_of(self, document: Document, source: str) -> list[RunRecord]:
        numbers: set[int] = set()
        for each in {source, *self._lineage.places_of(document)}:
            numbers.update(self._history.listing(Filter(source=each)).runs)
        for edit in document.edits:
            if edit.variant_id is not None:
                numbers.add(self._number_of(edit.variant_id))
        numbers.discard(0)
        return self._history.runs_numbered(list(numbers))

    def _number_of(self, variant_id: str) -> int:
        try:
            return self._history.run(self._history.variant(variant_id).run_id).number
        except HistoryError:
            return 0  # deleted since

    def _write(self, project: Project, rows: Rows, path: Path) -> None:
        extras = {**project.extras, _RUNS: json.dumps(rows).encode()}
        for name in sorted(blobs_of(rows)):
            blob = self._history.blob_path(name)
            if blob.is_file():
                extras[_BLOBS + name] = blob.read_bytes()
        save_project(replace(project, extras=extras), path)

    async def open(self, path: Path) -> None:
        """Open a project in place of the document.

        A former version, kept as `~`, is not what is saved to: what was saved since stays.

        Raises:
            StudioError: it cannot be opened; the document stays.
        """
        project = await asyncio.to_thread(open_project, path)
        document = await asyncio.to_thread(project.document)
        if not path.name.endswith(FORMER_SUFFIX):
            self._paths[document] = path
        self.opened.emit(document, project.params)
        assert isinstance(project.extras, StoredExtras)
        await self._take_runs(project.extras)
        lineage = await asyncio.to_thread(project.extras.get, _LINEAGE, b"{}")
        self._take_lineage(document, lineage)

    async def _take_runs(self, extras: StoredExtras) -> None:
        """Runs this history does not know yet come into it, with their pictures."""
        if _RUNS not in extras:
            return
        try:
            packed, odd = await asyncio.to_thread(lambda: unpack(extras[_RUNS]))
            blobs = extras.below(_BLOBS, blobs_of(packed))
            await asyncio.to_thread(self._history.put_named, blobs)
        except ImageError as fault:
            raise HistoryError(
                "The runs in this project are damaged", "The picture was opened without them."
            ) from fault
        if self._history.take_in(packed):
            self.runs_added.emit()
        if odd:
            title = Phrase("Some of what the project tells of its runs made no sense")
            words = Phrase("It was left out: {names}.", names=", ".join(sorted(odd)))
            self.noticed.emit(Notice("warning", title, words))

    def _take_lineage(self, document: Document, stored: bytes) -> None:
        """Runs to come belong to the same source as those that came with the file."""
        with suppress(ValueError):
            self._lineage.take(document, as_object(parse_json(stored)), self._history)
