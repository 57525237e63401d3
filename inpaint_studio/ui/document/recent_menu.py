"""File → Open recent: what was opened or saved lately."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMenu

from inpaint_studio.phrase import Phrase
from inpaint_studio.session.notice import Notice
from inpaint_studio.session.session import Session
from inpaint_studio.ui.style.tips import set_tip
from inpaint_studio.ui.widgets.labels import button_text


class RecentMenu(QMenu):
    """Follows the settings. A file that has gone is told, and leaves the list."""

    def __init__(self, session: Session, parent: QMenu) -> None:
        super().__init__(parent)
        self._session = session
        self.setTitle(self.tr("Open recent"))
        self.setToolTipsVisible(True)
        session.settings.changed.connect(
            lambda names: self._fill() if "recent_files" in names else None
        )
        self._fill()

    def _fill(self) -> None:
        self.clear()
        files = self._session.recent_files.paths()
        for path in files:
            action = self.addAction(button_text(f"{path.name} – {path.parent.name}"))
            set_tip(action, str(path))
            action.triggered.connect(partial(self._open, path))
        self.addSeparator()
        self.addAction(self.tr("Clear this list"), self._session.recent_files.clear)
        self.setEnabled(bool(files))

    def _open(self, path: Path, _checked: bool = False) -> None:
        # A worker looks: the folder may be of another computer that does not answer.
        self._session.tasks.run(path.is_file, partial(self._go_on, path))

    def _go_on(self, path: Path, is_there: bool) -> None:
        if is_there:
            self._session.open_file(path)
            return
        self._session.recent_files.forget(path)
        gone = Phrase("{file} is not there any more", file=path.name)
        words = Phrase("It was in {folder}, and has left the list.", folder=path.parent)
        self._session.notify(Notice("info", gone, words))
