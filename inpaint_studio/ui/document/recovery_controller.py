"""Unsaved pictures in the window: offered after a crash, and whenever they are asked for."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from inpaint_studio.errors import ImageError
from inpaint_studio.journal import LeftJournal
from inpaint_studio.session.session import Session
from inpaint_studio.ui.document.recovery_dialog import RecoveryDialog, RecoveryRow


class RecoveryController(QObject):
    """Connects the session's journals with the window."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self.dialog: RecoveryDialog | None = None
        session.journals.found.connect(self.offer)

    def ask(self) -> None:
        """Show every unsaved document that nobody has open."""
        if self.dialog is not None:
            self.dialog.raise_()
            self.dialog.activateWindow()
        else:
            self._session.tasks.start(self._ask())

    def offer(self, left: Sequence[LeftJournal]) -> None:
        """Show these beside the window."""
        self.dialog = RecoveryDialog(self._window, left)
        self.dialog.restore_asked.connect(self._session.journals.restore)
        self.dialog.closed.connect(self._on_closed)
        self.dialog.show()
        self._session.tasks.start(self._show_pictures(list(self.dialog.rows)))

    async def _ask(self) -> None:
        self.offer(await self._session.journals.look_for_left())

    async def _show_pictures(self, rows: Sequence[RecoveryRow]) -> None:
        for row in rows:
            try:
                pixels = await asyncio.to_thread(row.left.picture)
            except ImageError as error:
                if self.dialog is not None:
                    row.show_no_picture(error.message)
                continue
            if self.dialog is None:
                return
            row.show_picture(pixels)

    def _on_closed(self, later: Sequence[LeftJournal], discarded: Sequence[LeftJournal]) -> None:
        self.dialog = None
        for each in later:
            each.release()
        for each in discarded:
            each.discard()
