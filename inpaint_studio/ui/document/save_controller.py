"""Save and save as: where the project goes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from inpaint_studio.export.naming import NameFields, file_name
from inpaint_studio.picture.openraster import SUFFIX
from inpaint_studio.session.session import Session


class SaveController(QObject):
    """The actions of File → Save."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

    def save(self) -> None:
        """Into the project's own file; the first time, ask for one."""
        document = self._session.editor.document
        if document is None:
            return
        path = self._session.projects.path_of(document)
        if path is None:
            self.save_as()
        else:
            self._save(path)

    def save_as(self) -> None:
        """Ask for a file."""
        document = self._session.editor.document
        if document is None:
            return
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
        dialog.fileSelected.connect(lambda name: self._save(Path(name)))
        dialog.open()

    def _save(self, path: Path) -> None:
        document = self._session.editor.document
        if document is not None:
            wanted = self._session.draft.wanted.to_json()
            self._session.projects.save(document, path, wanted)
