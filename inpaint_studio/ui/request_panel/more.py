"""A row of quiet links, one of which unfolds the controls that are seldom needed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inpaint_studio.ui.widgets.buttons import push_button
from inpaint_studio.ui.widgets.layouts import SPRING, in_column, in_row

_FOLDED, _UNFOLDED = "▸", "▾"


class More(QWidget):
    """The links stay, the content comes and goes."""

    unfolded = Signal(bool)

    def __init__(self, content: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._content = content
        self.fold = push_button(look="link", checkable=True)
        tip = self.tr("The exact pictures and fields, to read or to copy")
        self.sent = push_button(self.tr("What is sent"), tip=tip, look="link")
        tip = self.tr("Use, save and manage sets of choices")
        self.presets = push_button(self.tr("Presets"), tip=tip, look="link")
        links = in_row(self.fold, self.sent, self.presets, SPRING, spacing=14)
        in_column(links, content, of=self, spacing=6)
        self.fold.toggled.connect(self._on_toggled)
        self.set_unfolded(False)

    def set_unfolded(self, unfolded: bool) -> None:
        """Show or hide the content."""
        self.fold.setChecked(unfolded)
        self._on_toggled(unfolded)

    def _on_toggled(self, unfolded: bool) -> None:
        self._content.setVisible(unfolded)
        self.fold.setText(f"{_UNFOLDED if unfolded else _FOLDED} {self.tr('More')}")
        self.fold.setAccessibleName(self.tr("Less") if unfolded else self.tr("More"))
        self.unfolded.emit(unfolded)
