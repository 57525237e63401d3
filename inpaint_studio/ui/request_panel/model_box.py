"""The model: those the profile serves, known ones first, and any other by its name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyledItemDelegate

from inpaint_studio.contract.model_info import ModelInfo
from inpaint_studio.ui.request_panel.size_box import widen_popup
from inpaint_studio.ui.style.i18n import translate
from inpaint_studio.ui.style.tips import set_tip
from inpaint_studio.ui.widgets.controls import ComboBox
from inpaint_studio.visible_text import visible

_TIP_ROLE = Qt.ItemDataRole.UserRole + 1
"""The words of an item's tool tip, before they are made fit for one."""
_ASKS_DATED_ROLE = Qt.ItemDataRole.UserRole + 2
"""Set on the row that is no model but asks for the dated ids."""


class ModelBox(ComboBox):
    """Shows labels, yields ids; retired models are not offered but may be typed.

    Dated ids stand behind their model; the last row brings them out.
    """

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
        self._offered: Sequence[ModelInfo] = ()
        self._shows_dated = False
        self._wanted = ""
        self.activated.connect(self._on_activated)

    def set_models(self, models: Iterable[ModelInfo]) -> None:
        """Offer these; where all are free they are the machine's own and no other may be typed."""
        self._offered = [info for info in models if not info.is_retired]
        self._ids = {visible(info.label): info.id for info in self._offered}
        self._set_editable(not self._offered or not all(info.free for info in self._offered))
        self._fill()

    def _fill(self) -> None:
        known = [info for info in self._offered if info.known]
        others = [info for info in self._offered if not info.known]
        dated = [_dated(info, name) for info in known for name in info.dated]
        self._items.clear()
        self._add_group(self.tr("Known models") if others else "", known)
        self._add_group(self.tr("Not in the catalog") if known else "", others)
        if self._shows_dated:
            self._add_group(self.tr("Dated ids"), dated)
        elif dated:
            row = QStandardItem(self.tr("Dated ids…"))
            row.setData(True, _ASKS_DATED_ROLE)
            self._items.appendRow(row)
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
            line.setAcceptDrops(False)
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
        if self.itemData(index, _ASKS_DATED_ROLE):
            self._shows_dated = True
            self._fill()
            self.showPopup()
        elif self.itemData(index):
            self._tell(str(self.itemData(index)))

    def _show_tip(self, model: str) -> None:
        set_tip(self, str(self.currentData(_TIP_ROLE) or model))

    def _tell(self, model: str) -> None:
        self._wanted = model
        self._show_tip(model)
        self.chosen.emit(model)


def _dated(info: ModelInfo, name: str) -> ModelInfo:
    """A snapshot of a model as a row of its own; its tip says whose it is."""
    return replace(info, id=name, label=name, note=info.label, dated=())
