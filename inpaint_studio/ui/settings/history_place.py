"""Offers another folder where the history can no longer be written to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from inpaint_studio.session.history_place import HistoryPlace
from inpaint_studio.session.notice import Notice
from inpaint_studio.ui.shell.notice_bar import NoticeBar


class HistoryPlaceController(QObject):
    """Asks in the notice bar, so that nobody's hands are stopped."""

    def __init__(self, place: HistoryPlace, notices: NoticeBar, window: QWidget) -> None:
        super().__init__(window)
        self._place = place
        self._notices = notices
        self._window = window
        place.lost.connect(self._offer)

    def _offer(self, notice: Notice) -> None:
        self._notices.show_notice(notice, self.tr("Choose another folder…"), self.ask)

    def ask(self) -> None:
        """Choose a folder for the history."""
        dialog = QFileDialog(self._window, self.tr("A folder for the history"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self._place.choose(Path(name)))
        dialog.open()
