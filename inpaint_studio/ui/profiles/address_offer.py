"""Below an address: the one that was meant, once it has answered, to be taken with one click."""

from __future__ import annotations

import asyncio
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from inpaint_studio.session.profiles import Profiles
from inpaint_studio.session.tasks import Tasks
from inpaint_studio.ui.style.i18n import outside
from inpaint_studio.ui.widgets.buttons import push_button
from inpaint_studio.ui.widgets.labels import dim_label
from inpaint_studio.ui.widgets.layouts import in_row, keep_room, wide


class AddressOffer(QWidget):
    """Its place is kept until there is something to offer; `chosen` carries the right address."""

    chosen = Signal(str)

    def __init__(self, profiles: Profiles, tasks: Tasks) -> None:
        super().__init__()
        self._profiles = profiles
        self._tasks = tasks
        self._task: asyncio.Task[Any] | None = None
        self._address = ""
        self._words = dim_label(wraps=True)
        self.button = push_button(
            self.tr("Use this address"),
            lambda: self.chosen.emit(self._address),
            auto_default=False,
        )
        row = in_row(wide(self._words), spacing=12, of=self)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        keep_room(self)
        self.hide()

    def look(self, address: str) -> None:
        """Offer what `address` may stand for, once that has answered."""
        self.clear()
        self._task = self._tasks.start(self._look(address))

    def clear(self) -> None:
        """Offer nothing, and stop looking."""
        if self._task is not None:
            self._task.cancel()
        self.hide()

    async def _look(self, address: str) -> None:
        corrected = await self._profiles.corrected(address)
        if corrected is not None:
            self._address = corrected
            self._words.setText(self.tr("{0} answers.").format(outside(corrected)))
            self.button.setAccessibleDescription(corrected)
            self.show()
