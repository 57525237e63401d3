"""File → Open recent: what was opened or saved lately."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu

from inpaint_studio.session.session import Session
from inpaint_studio.ui.style.tips import set_tip
from inpaint_studio.ui.widgets.labels import button_text


class RecentMenu(QMenu):
    """Follows the settings."""

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
        session = self._session
        files = session.recent_files.paths()
        for path in files:
            action = self.addAction(button_text(f"{path.name} – {path.parent.name}"))
            set_tip(action, str(path))
            action.triggered.connect(lambda _on=False, path=path: session.open_recent(path))
        self.addSeparator()
        self.addAction(self.tr("Clear this list"), self._session.recent_files.clear)
        self.setEnabled(bool(files))
