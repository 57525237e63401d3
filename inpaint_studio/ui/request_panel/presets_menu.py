"""Presets to choose from, and the way to manage them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from inpaint_studio.ui.widgets.labels import button_text


class PresetsMenu(QMenu):
    """Lives as long as it is open."""

    chosen = Signal(str)
    managed = Signal()

    def __init__(self, names: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in names:
            # An ampersand would become an underline.
            action = self.addAction(button_text(name))
            action.triggered.connect(lambda _=False, name=name: self.chosen.emit(name))
        if names:
            self.addSeparator()
        words = self.tr("Save or manage presets…") if names else self.tr("Save as a preset…")
        self.addAction(words).triggered.connect(lambda _=False: self.managed.emit())

    def popup_above(self, link: QWidget) -> None:
        """Open upwards and leftwards from a link near the window's lower right corner."""
        corner = link.mapToGlobal(QPoint(link.width(), 0))
        self.popup(corner - QPoint(self.sizeHint().width(), self.sizeHint().height()))
