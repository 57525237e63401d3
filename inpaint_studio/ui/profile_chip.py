"""Who is asked: always in sight at the right end of the menu bar."""

from __future__ import annotations

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from inpaint_studio.ui.theme import Theme, icon


class ProfileChip(QWidget):
    """A mark, the profile's name, and a word on what it means."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._ready = False
        self._mark = QLabel()
        self._name = QLabel()
        self._words = QLabel()
        self._words.setObjectName("dim")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 14, 0)
        row.setSpacing(6)
        for part in (self._mark, self._name, self._words):
            row.addWidget(part)
        self.set_theme(theme)

    def show_profile(self, name: str, words: str, *, ready: bool) -> None:
        """Name the profile; the mark tells by shape as well as colour whether it is ready."""
        self._name.setText(name)
        self._words.setText(words)
        self._ready = ready
        self.setAccessibleName(f"{name}, {words}")
        self.set_theme(self._theme)

    def set_theme(self, theme: Theme) -> None:
        """Recolour the mark."""
        self._theme = theme
        self._mark.setPixmap(self._mark_pixmap())

    def _mark_pixmap(self) -> QPixmap:
        if self._ready:
            return icon("done", self._theme, self._theme.ok, 16).pixmap(16, 16)
        return icon("info", self._theme, self._theme.dim, 16).pixmap(16, 16)
