"""References in the window: the tray follows the document and the model."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.image_file import decode_picture, thumbnail, without_profile
from inpaint_studio.picture.reference import (
    THUMBNAIL_PX,
    Reference,
    decode_reference,
    read_reference,
)
from inpaint_studio.session.notice import Notice
from inpaint_studio.session.session import Session
from inpaint_studio.ui.actions.shortcuts import Shortcuts
from inpaint_studio.ui.references.tray import SOURCE, ReferenceTray
from inpaint_studio.ui.shell.handed import Handed
from inpaint_studio.ui.shell.notice_bar import NoticeBar
from inpaint_studio.ui.style.i18n import outside
from inpaint_studio.ui.style.images import to_qimage
from inpaint_studio.ui.widgets.enlarged_picture import EnlargedPicture

_ENLARGED_PX = 2048
"""As large as a preview is kept: of a hundred megapixels nobody sees more on a screen."""


class ReferencesController(QObject):
    """Adds, moves and removes references; those beyond what the model takes are kept, not sent."""

    address_given = Signal(str)
    """Of a picture elsewhere; whoever hears it asks before anything is fetched."""

    def __init__(
        self, session: Session, shortcuts: Shortcuts, notices: NoticeBar, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._editor = session.editor
        self._window = window
        self._shortcuts = shortcuts
        self._notices = notices
        self._removed_from: WeakKeyDictionary[Document, list[tuple[int, Reference]]] = (
            WeakKeyDictionary()
        )
        self._sources: WeakKeyDictionary[Document, Pixels] = WeakKeyDictionary()
        self._shown: tuple[object, ...] = ()
        self.tray = ReferenceTray(shortcuts, lambda: bool(self._removed))
        self._connect()
        self._show()

    @property
    def reason(self) -> str:
        """Why no reference can be sent now, or nothing."""
        if self._editor.document is None:
            return self.tr("Open a picture first")
        info = self._session.draft.info
        if info.max_images < 2:
            return self.tr("{0} takes no references").format(outside(info.label))
        return ""

    @property
    def has_focus(self) -> bool:
        """Whether what is pasted is pasted here."""
        focused = self.tray.window().focusWidget()
        return focused is not None and self.tray.isAncestorOf(focused)

    def add_files(self, paths: Sequence[Path]) -> None:
        """Add picture files at the end, in their order; what is no picture is told and left out."""
        self._take(partial(read_reference, path) for path in paths)

    def add_bytes(self, data: bytes, name: str) -> None:
        """Add a picture that has no file."""
        self._take((partial(decode_reference, data, name),))

    def take(self, given: Handed, name: str) -> None:
        """Add what was dropped or pasted; `name` is what a picture that has none is called."""
        if given.files:
            self.add_files(given.files)
        elif given.data:
            self.add_bytes(given.data, name)
        elif given.address:
            self.address_given.emit(given.address)

    def ask(self) -> None:
        """Choose a file to add."""
        dialog = QFileDialog(self._window, self.tr("Add references"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.add_files([Path(name) for name in names]))
        dialog.open()

    def _take(self, loads: Iterable[Callable[[], Reference]]) -> None:
        self._session.tasks.start(self._add_all(self._editor.document, tuple(loads)))

    async def _add_all(
        self, document: Document | None, loads: Sequence[Callable[[], Reference]]
    ) -> None:
        for load in loads:
            with self._session.telling:
                self._add(document, await asyncio.to_thread(load))

    def _connect(self) -> None:
        self.tray.add_asked.connect(self.ask)
        self.tray.dropped.connect(lambda given: self.take(given, self.tr("Dropped picture")))
        self.tray.removed.connect(self._remove)
        self.tray.moved.connect(self._move)
        self.tray.enlarged.connect(self._enlarge)
        self.tray.undo_asked.connect(self._put_back)
        self._shortcuts.changed.connect(self._show_anew)
        self._editor.references_changed.connect(self._show)
        self._editor.document_changed.connect(self._on_document_changed)
        self._session.draft.changed.connect(self._show)

    def _remove(self, index: int) -> None:
        document = self._editor.document
        if document is None:
            return
        gone = document.references[index]
        self._removed.append((index, gone))
        self._change(lambda all_: all_.pop(index))
        self._notices.withdraw("references")
        title = self.tr("{0} is no longer a reference").format(outside(gone.name))
        notice = Notice("done", title, about="references")
        self._notices.show_notice(notice, self.tr("Undo"), self._put_back)

    def _put_back(self) -> None:
        """The one that was removed last, where it was."""
        self._notices.withdraw("references")
        index, reference = self._removed.pop()
        self._change(lambda all_: all_.insert(index, reference))

    def _enlarge(self, index: int) -> None:
        document = self._editor.document
        if document is None or self._source is None:
            return
        if index == SOURCE:
            title, small = self.tr("Picture 1: the canvas"), self._source
            load = partial(_shown, document)
        else:
            reference = document.references[index]
            words = self.tr("Picture {0}: {1}")
            title, small = words.format(index + 2, outside(reference.name)), reference.thumbnail
            load = partial(_whole, reference)
        window = EnlargedPicture(title, to_qimage(small), self._window)
        window.open()
        shown = self._session.tasks.run(
            load, lambda pixels: window.picture.show_image(to_qimage(pixels))
        )
        window.finished.connect(shown.cancel)

    def _move(self, start: int, end: int) -> None:
        self._change(lambda all_: all_.insert(end, all_.pop(start)))

    def _change(self, act: Callable[[list[Reference]], object]) -> None:
        document = self._editor.document
        if document is not None:
            references = list(document.references)
            act(references)
            self._editor.set_references(references)

    def _add(self, document: Document | None, reference: Reference) -> None:
        """Reading it took a while: another picture may be shown by now."""
        if document is None or document not in self._session.documents.all:
            return
        references = (*document.references, reference)
        if document is self._editor.document:
            self._editor.set_references(references)
        else:
            document.references = references

    @property
    def _source(self) -> Pixels | None:
        """The source, small; made once, as that takes long for a large picture."""
        document = self._editor.document
        if document is not None and document not in self._sources:
            small = thumbnail(document.source.pixels, THUMBNAIL_PX)
            self._sources[document] = document.shown(small)
        return None if document is None else self._sources[document]

    @property
    def _removed(self) -> list[tuple[int, Reference]]:
        """What can be put back into the shown document, and where."""
        document = self._editor.document
        return [] if document is None else self._removed_from.setdefault(document, [])

    def _on_document_changed(self) -> None:
        self._notices.withdraw("references")
        self._show()

    def _show_anew(self) -> None:
        self._shown = ()
        self._show()

    def _show(self) -> None:
        document = self._editor.document
        references = document.references if document else ()
        most = self._session.draft.info.max_images - 1
        shown = (document, references, most)
        if shown == self._shown:
            return
        self._shown = shown
        self.tray.set_reason(self.reason)
        thumbnails = [(each.name, each.thumbnail) for each in references]
        self.tray.show_references(self._source, thumbnails, most=most)


def _whole(reference: Reference) -> Pixels:
    picture = decode_picture(reference.data, reference.name)
    return thumbnail(without_profile(picture), _ENLARGED_PX)


def _shown(document: Document) -> Pixels:
    return document.shown(thumbnail(document.composite, _ENLARGED_PX))
