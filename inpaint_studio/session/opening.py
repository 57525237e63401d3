"""Pictures and projects coming into tabs: read by a worker, or shown where they are open."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Signal

from inpaint_studio import paths
from inpaint_studio.errors import StudioError
from inpaint_studio.journal import Origin
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.image_file import Picture, decode_picture, open_picture
from inpaint_studio.picture.openraster import is_project
from inpaint_studio.runs.lineage import Lineage
from inpaint_studio.session.journals import Journals
from inpaint_studio.session.notice import Notice
from inpaint_studio.session.open_documents import OpenDocuments
from inpaint_studio.session.presets import params_of
from inpaint_studio.session.projects import Projects
from inpaint_studio.session.recent_files import RecentFiles
from inpaint_studio.session.request_draft import RequestDraft
from inpaint_studio.session.tasks import Tasks


class Opening(QObject):
    """Whatever comes gets a tab of its own; on failure all stays as it is."""

    changed = Signal(bool)
    """Whether something is being opened."""
    picture_opened = Signal()
    """A picture that has not been worked on before this start is shown now."""
    noticed = Signal(object)  # Notice

    def __init__(
        self,
        documents: OpenDocuments,
        projects: Projects,
        recent_files: RecentFiles,
        lineage: Lineage,
        journals: Journals,
        draft: RequestDraft,
        tasks: Tasks,
    ) -> None:
        super().__init__()
        self._documents = documents
        self._projects = projects
        self._recent_files = recent_files
        self._lineage = lineage
        self._draft = draft
        self._tasks = tasks
        self._files: WeakKeyDictionary[Document, Path] = WeakKeyDictionary()
        self._under_way: set[Path] = set()
        projects.opened.connect(self._take_project)
        journals.restored.connect(self._take_back)

    def open_file(self, path: Path, then: Callable[[], object] = lambda: None) -> None:
        """Open a picture or project, or show it where it is open, and `then` go on with it.

        What it is, its content says.
        """
        self.changed.emit(True)
        self._tasks.start(self._open_file(path, then))

    def open_files(self, files: Iterable[Path]) -> None:
        """Open these one after the other, in their order; the last is shown."""
        self._tasks.start(self._open_files(files))

    def open_recent(self, path: Path) -> None:
        """Open a file of before; one that has gone is told, and leaves the list."""
        # A worker looks: the folder may be of another computer that does not answer.
        self._tasks.run(path.is_file, partial(self._open_if_there, path))

    def open_bytes(self, data: bytes, name: str) -> None:
        """Open an encoded picture that has no file, for example from the clipboard."""
        self.open_picture(lambda: decode_picture(data, name))

    def open_picture(
        self, load: Callable[[], Picture], then: Callable[[], object] = lambda: None
    ) -> None:
        """Open what `load` gives, from a worker, and `then` go on with it."""
        self._tasks.start(self._open(load, then))

    def open_sample(self) -> None:
        """Open the picture that ships with the studio."""
        self.open_file(paths.resource("sample.jpg"))

    async def _open_files(self, files: Iterable[Path]) -> None:
        for path in files:
            with suppress(StudioError):  # of which the task of its own has told
                await self._tasks.start(self._open_file(path, lambda: None))

    async def _open_file(self, path: Path, then: Callable[[], object]) -> None:
        self.changed.emit(True)
        try:
            await self._show_or_open(path)
        finally:
            self.changed.emit(False)
        self._recent_files.opened(path)
        then()

    async def _show_or_open(self, path: Path) -> None:
        file = await asyncio.to_thread(_resolved, path)
        if (document := await self._opened_from(file)) is not None:
            self._documents.show(document)
        elif file not in self._under_way:
            self._under_way.add(file)
            try:
                await self._open_new(path)
            finally:
                self._under_way.remove(file)

    async def _opened_from(self, file: Path) -> Document | None:
        """The open document that belongs to a file: saved to it, else opened from it."""
        for document in self._documents.all:
            own = self._projects.path_of(document) or self._files.get(document)
            if own is not None and await asyncio.to_thread(_resolved, own) == file:
                return document
        return None

    async def _open_new(self, path: Path) -> None:
        if await asyncio.to_thread(is_project, path):
            await self._projects.open(path)
        else:
            await self._open(lambda: open_picture(path), lambda: None)

    def _open_if_there(self, path: Path, is_there: bool) -> None:
        if is_there:
            self.open_file(path)
        else:
            self.noticed.emit(self._recent_files.forget(path))

    async def _open(self, load: Callable[[], Picture], then: Callable[[], object]) -> None:
        self.changed.emit(True)
        try:
            picture = await asyncio.to_thread(load)
            document = await asyncio.to_thread(Document, picture)
        finally:
            self.changed.emit(False)
        self._take(document)
        then()

    def _take(self, document: Document, document_id: str = "") -> None:
        if document.source.path is not None:
            self._files[document] = document.source.path
        self._documents.open(document, document_id)
        if not document_id:
            self.picture_opened.emit()
        for words in document.source.notices:
            self.noticed.emit(Notice("info", words))

    def _take_back(
        self, document: Document, params: Mapping[str, Any] | None, origin: Origin
    ) -> None:
        """A document that its journal has brought back, and what was asked for."""
        if origin.parent is not None:
            self._lineage.set_parent(document, origin.parent)
        if origin.project is not None:
            self._projects.set_path(document, origin.project)
        self._take(document, origin.document_id)
        self._want(params)

    def _take_project(self, document: Document, params: Mapping[str, Any] | None) -> None:
        self._take(document)
        self._want(params)

    def _want(self, params: Mapping[str, Any] | None) -> None:
        """What a document brings along of what was asked for; what is not understood stays out."""
        if params and (known := params_of(params)):
            self._draft.take(known)


def _resolved(path: Path) -> Path:
    """The one name of a file, whatever links lead to it."""
    return path.resolve()
