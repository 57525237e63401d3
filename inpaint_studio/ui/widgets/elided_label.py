# ruff: noqa: N802 -- the names are those of Qt's labels
"""Words that may be longer than their place: cut where that ends, whole in the tool tip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from inpaint_studio.ui.style.tips import set_tip
from inpaint_studio.ui.widgets.labels import Label
from inpaint_studio.visible_text import visible


class ElidedLabel(Label):
    """Takes what room there is and asks for none."""

    def __init__(self) -> None:
        self._whole = ""
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        """Show these words in place of others."""
        self._whole = " ".join(text.split())
        self.setAccessibleName(self._whole)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """One line."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another part of the words fits."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(
            visible(self._whole), Qt.TextElideMode.ElideRight, self.width()
        )
        super().setText(shown)
        set_tip(self, self._whole if shown != self._whole else "")
