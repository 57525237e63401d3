"""A dialog that asks how something is to be done, and does it or not."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from inpaint_studio.ui.widgets.layouts import Part, in_column


class ConfirmDialog(QDialog):
    """Cancel, and `confirm`, whose words say what is done."""

    def __init__(self, parent: QWidget, title: str, text: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.confirm = self._buttons.addButton(text, QDialogButtonBox.ButtonRole.AcceptRole)
        self.confirm.setObjectName("primary")
        self._buttons.rejected.connect(self.reject)
        self._buttons.accepted.connect(self.on_confirmed)

    def lay_out(
        self,
        *parts: Part,
        spacing: int = 16,
        margins: tuple[int, int, int, int] = (20, 18, 20, 16),
    ) -> None:
        """Put parts below each other, and the buttons at the foot."""
        in_column(*parts, self._buttons, of=self, spacing=spacing, margins=margins)

    @abstractmethod
    def on_confirmed(self) -> None:
        """Act on what was chosen, and accept."""
