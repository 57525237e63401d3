"""The model, of those the profile serves."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox

from inpaint_studio.contract.model_info import ModelInfo


class ModelBox(QComboBox):
    """Shows labels, yields ids."""

    chosen = Signal(str)

    def __init__(self, models: Iterable[ModelInfo]) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Model"))
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for index, info in enumerate(models):
            self.addItem(info.label, info.id)
            self.setItemData(index, info.note, Qt.ItemDataRole.ToolTipRole)
        self.activated.connect(lambda _: self.chosen.emit(self.value()))

    def value(self) -> str:
        """The id of the model."""
        return str(self.currentData() or self.currentText())

    def set_value(self, model: str) -> None:
        """Show the model without a signal; one that is not listed changes nothing."""
        index = self.findData(model)
        if index >= 0:
            self.setCurrentIndex(index)
        self.setToolTip(str(self.currentData(Qt.ItemDataRole.ToolTipRole) or ""))
