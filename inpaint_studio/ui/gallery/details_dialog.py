"""All that is known of one result: what was asked, what came of it, the endpoint's own words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from inpaint_studio.history import RunRecord, VariantRecord
from inpaint_studio.history.details import Detail, run_details, variant_details
from inpaint_studio.ui.widgets.buttons import push_button
from inpaint_studio.ui.widgets.labels import Label, dim_label
from inpaint_studio.ui.widgets.layouts import in_column, in_row, wide
from inpaint_studio.ui.widgets.name_value_table import NameValueTable


class DetailsDialog(QDialog):
    """Window-modal; the words can be selected, and all of it copied as text."""

    def __init__(self, parent: QWidget, run: RunRecord, variant: VariantRecord) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("detailsDialog")
        self.setWindowTitle(self.tr("Details"))
        self.resize(620, 520)
        self._facts: list[Detail] = [*variant_details(variant), *run_details(run)]
        words = Label(_text_of(variant))
        words.setWordWrap(True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.setVisible(bool(variant.title))
        table = NameValueTable(self.tr("Details"))
        table.show_pairs([fact for fact in self._facts if fact[0] != "reason"])
        self._copied = dim_label()
        copy = push_button(self.tr("Copy all"), self._copy)
        close = push_button(self.tr("Close"), self.accept)
        close.setDefault(True)
        parts = (words, wide(table), in_row(wide(self._copied), copy, close))
        in_column(*parts, of=self, spacing=12, margins=(16, 16, 16, 12))

    def _copy(self) -> None:
        lines = (f"{name}: {value}" for name, value in self._facts)
        QGuiApplication.clipboard().setText("\n".join(lines))
        self._copied.setText(self.tr("Copied"))


def _text_of(variant: VariantRecord) -> str:
    return "\n".join(part for part in (variant.title, variant.message) if part)
