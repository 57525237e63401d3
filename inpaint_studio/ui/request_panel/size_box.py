"""The size that is asked for: whatever the frame is mapped to, or one of the model's own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from inpaint_studio.contract.model_info import ModelInfo

FROM_FRAME = "frame"


class SizeBox(QComboBox):
    """Yields "frame", or a size as it goes on the wire."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Size"))
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._wanted = FROM_FRAME
        self.addItem(self.tr("From frame"), FROM_FRAME)
        self.activated.connect(self._on_activated)

    def value(self) -> str:
        """The chosen size."""
        return str(self.currentData())

    def set_value(self, size: str) -> None:
        """Want `size` without a signal; "auto" is "from frame" here."""
        self._wanted = FROM_FRAME if size == "auto" else size
        self._show_wanted()

    def set_model(self, info: ModelInfo) -> None:
        """Offer the sizes the catalog suggests for the model."""
        while self.count() > 1:
            self.removeItem(1)
        for size in info.sizes:
            if size != "auto":
                self.addItem(spaced_size(size), size)
        self._show_wanted()

    def set_frame_size(self, sent: str) -> None:
        """Show what "from frame" comes to."""
        words = self.tr("From frame")
        self.setItemText(0, f"{words} · {spaced_size(sent)}" if sent else words)

    def _on_activated(self, index: int) -> None:
        self._wanted = str(self.itemData(index))
        self.chosen.emit(self._wanted)

    def _show_wanted(self) -> None:
        index = self.findData(self._wanted)
        self.setCurrentIndex(max(0, index))


def spaced_size(size: str) -> str:
    """A size such as 1536x1024 as people read it."""
    return size.replace("x", "\u2009×\u2009")
