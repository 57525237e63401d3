"""Further form fields, written as JSON."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal

from inpaint_studio.ui.style.figures import in_order
from inpaint_studio.ui.widgets.drops import PlainTextEdit


class ExtraEdit(PlainTextEdit):
    """Two lines of JSON; Tab moves on."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Extra fields as JSON"))
        self.setPlaceholderText(in_order('{"seed": 1}'))
        self.setFixedHeight(self.fontMetrics().lineSpacing() * 2 + 20)
        self.textChanged.connect(self.chosen)

    def set_text(self, text: str) -> None:
        """Show this text without a signal."""
        with QSignalBlocker(self):
            self.setPlainText(text)
