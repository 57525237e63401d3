"""The settings that hold now: one owner, one signal, soon on the disk."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from inpaint_studio.errors import SettingsError
from inpaint_studio.settings import Settings, save_settings

_SAVE_AFTER_MS = 400
"""A slider of the settings moves many times a second; the disk need not."""


class SettingsStore(QObject):
    """`now` is what holds, `started_with` what held when the program began."""

    changed = Signal(object)
    """frozenset[str]: the names of the settings that differ from what held before."""
    failed = Signal(object)  # SettingsError: they are not on the disk

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.now = self.started_with = settings
        self._is_saved = True
        self._saving = QTimer(self, singleShot=True, interval=_SAVE_AFTER_MS)
        self._saving.timeout.connect(self._save)

    def change(self, **changes: Any) -> None:
        """Change some settings, at once and soon on disk; nobody hears of what was so before."""
        names = frozenset(name for name in changes if getattr(self.now, name) != changes[name])
        if names:
            self.now, self._is_saved = replace(self.now, **changes), False
            self._saving.start()
            self.changed.emit(names)

    def took_effect(self, name: str) -> None:
        """What needs a restart has come to hold without one."""
        self.started_with = replace(self.started_with, **{name: getattr(self.now, name)})

    def save(self) -> None:
        """Write now what is still to be written.

        Raises:
            SettingsError: the file cannot be written.
        """
        self._saving.stop()
        if not self._is_saved:
            save_settings(self.now)
            self._is_saved = True

    def _save(self) -> None:
        try:
            self.save()
        except SettingsError as error:
            self.failed.emit(error)
