"""Save and save as: where the project goes; and all of them before the window closes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from inpaint_studio.export.naming import NameFields, file_name
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.openraster import SUFFIX
from inpaint_studio.session.session import Session


class SaveController(QObject):
    """The actions of File → Save."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._then: Callable[[], object] | None = None
        session.projects.saved.connect(lambda _: self._save_next())
        session.projects.failed.connect(self.stop)

    def save(self) -> None:
        """Into the project's own file; the first time, ask for one."""
        if (document := self._session.editor.document) is not None:
            self._save(document)

    def save_as(self) -> None:
        """Ask for a file."""
        if (document := self._session.editor.document) is not None:
            self._ask(document)

    def save_all(self, then: Callable[[], object]) -> None:
        """Save what is not saved, one after the other, and `then` go on unless a person stops it.

        A picture that has no project file yet is shown while it is asked for.
        """
        self._then = then
        self._save_next()

    def stop(self) -> None:
        """Save no more of them."""
        self._then = None

    def _save_next(self) -> None:
        if self._then is None:
            return
        if unsaved := self._session.journals.unsaved:
            self._save(unsaved[0])
        else:
            then, self._then = self._then, None
            then()

    def _save(self, document: Document) -> None:
        path = self._session.projects.path_of(document)
        if path is None:
            self._session.documents.show(document)
            self._ask(document)
        else:
            self._write(document, path)

    def _ask(self, document: Document) -> None:
        source = document.source
        folder = source.path.parent if source.path else Path.home()
        suggested = folder / file_name(
            "{source}", NameFields(source=Path(source.name).stem), SUFFIX
        )
        filters = self.tr("Project, opens in Krita and GIMP too ({0})").format(f"*{SUFFIX}")
        dialog = QFileDialog(self._window, self.tr("Save project"), str(suggested), filters)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX)
        dialog.selectFile(suggested.name)
        dialog.fileSelected.connect(lambda name: self._write(document, Path(name)))
        dialog.rejected.connect(self.stop)
        dialog.open()

    def _write(self, document: Document, path: Path) -> None:
        wanted = self._session.document_drafts.of(document)
        self._session.projects.save(document, path, wanted.to_json())
