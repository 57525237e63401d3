"""The model: those the profile serves, known ones first, and any other by its name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate

from inpaint_studio.contract.model_info import ModelInfo
from inpaint_studio.ui.request_panel.size_box import widen_popup
from inpaint_studio.ui.style.i18n import translate
from inpaint_studio.ui.style.tips import set_tip
from inpaint_studio.visible_text import visible

_TIP_ROLE = Qt.ItemDataRole.UserRole + 1
"""The words of an item's tool tip, before they are made fit for one."""


class ModelBox(QComboBox):
    """Shows labels, yields ids; retired models are not offered but may be typed."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Model"))
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setInsertPolicy(self.InsertPolicy.NoInsert)
        self.setItemDelegate(QStyledItemDelegate(self))  # the style's own ignores the padding
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self._ids: dict[str, str] = {}
        self._wanted = ""
        self.activated.connect(self._on_activated)

    def set_models(self, models: Iterable[ModelInfo]) -> None:
        """Offer these; where all are free they are the machine's own and no other may be typed."""
        offered = [info for info in models if not info.is_retired]
        known = [info for info in offered if info.known]
        others = [info for info in offered if not info.known]
        self._items.clear()
        self._ids = {visible(info.label): info.id for info in offered}
        self._set_editable(not offered or not all(info.free for info in offered))
        self._add_group(self.tr("Known models") if others else "", known)
        self._add_group(self.tr("Not in the catalog") if known else "", others)
        widen_popup(self)
        self.set_value(self._wanted)

    def value(self) -> str:
        """The id of the model."""
        if self.isEditable():
            text = self.currentText().strip()
            return self._ids.get(text, text)
        return str(self.currentData() or "")

    def set_value(self, model: str) -> None:
        """Show the model without a signal."""
        self._wanted = model
        index = self.findData(model)
        self.setCurrentIndex(index)
        if index < 0:
            self.setEditText(model)
        self._show_tip(model)

    def _set_editable(self, editable: bool) -> None:
        if editable == self.isEditable():
            return
        self.setEditable(editable)
        line = self.lineEdit()
        if line is not None:
            line.setAccessibleName(self.tr("Model"))
            line.setPlaceholderText(self.tr("Model id"))
            line.textEdited.connect(lambda _: self._tell(self.value()))

    def _add_group(self, title: str, models: Sequence[ModelInfo]) -> None:
        if title and models:
            head = QStandardItem(title)
            head.setFlags(Qt.ItemFlag.NoItemFlags)
            self._items.appendRow(head)
        for info in models:
            item = QStandardItem(visible(info.label))
            item.setData(info.id, Qt.ItemDataRole.UserRole)
            tip = "\n".join(part for part in (info.id, translate(info.note)) if part)
            item.setData(tip, _TIP_ROLE)
            set_tip(item, tip)
            self._items.appendRow(item)

    def _on_activated(self, index: int) -> None:
        if self.itemData(index):
            self._tell(str(self.itemData(index)))

    def _show_tip(self, model: str) -> None:
        set_tip(self, str(self.currentData(_TIP_ROLE) or model))

    def _tell(self, model: str) -> None:
        self._wanted = model
        self._show_tip(model)
        self.chosen.emit(model)
