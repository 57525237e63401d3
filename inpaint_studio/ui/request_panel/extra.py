"""Further form fields, written as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit

from inpaint_studio.contract.extra_fields import read_extra, write_extra


class ExtraEdit(QPlainTextEdit):
    """Two lines of JSON; Tab moves on."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Extra fields as JSON"))
        self.setPlaceholderText('{"seed": 1}')
        self.setFixedHeight(self.fontMetrics().lineSpacing() * 2 + 20)
        self._read: dict[str, Any] = {}
        self.textChanged.connect(self.chosen)

    def value(self) -> Mapping[str, Any]:
        """The fields; while the text is none, those it held last."""
        try:
            self._read = read_extra(self.toPlainText())
        except ValueError:
            return self._read
        return self._read

    def set_value(self, extra: Mapping[str, Any]) -> None:
        """Show these fields without a signal."""
        self.blockSignals(True)
        self.setPlainText(write_extra(extra))
        self.blockSignals(False)
