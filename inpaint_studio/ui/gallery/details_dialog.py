"""All that is known of one result: what was asked, what came of it, the endpoint's own words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from inpaint_studio.history import RunRecord, VariantRecord
from inpaint_studio.history.facts import Fact, run_facts, variant_facts
from inpaint_studio.ui.widgets.facts_table import FactsTable


class DetailsDialog(QDialog):
    """Window-modal; the words can be selected, and all of it copied as text."""

    def __init__(self, parent: QWidget, run: RunRecord, variant: VariantRecord) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("detailsDialog")
        self.setWindowTitle(self.tr("Details"))
        self.resize(620, 520)
        self._facts: list[Fact] = [*variant_facts(variant), *run_facts(run)]
        self._words = QLabel(_words(variant))
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setVisible(bool(variant.title))
        self._table = FactsTable(self.tr("Details"))
        self._table.show_facts([fact for fact in self._facts if fact[0] != "reason"])
        self._copied = QLabel()
        self._copied.setObjectName("dim")
        self._build()

    def _build(self) -> None:
        copy, close = QPushButton(self.tr("Copy all")), QPushButton(self.tr("Close"))
        copy.clicked.connect(self._copy)
        close.clicked.connect(self.accept)
        close.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self._copied, 1)
        buttons.addWidget(copy)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addWidget(self._words)
        column.addWidget(self._table, 1)
        column.addLayout(buttons)

    def _copy(self) -> None:
        lines = (f"{name}: {value}" for name, value in self._facts)
        QGuiApplication.clipboard().setText("\n".join(lines))
        self._copied.setText(self.tr("Copied"))


def _words(variant: VariantRecord) -> str:
    return "\n".join(part for part in (variant.title, variant.message) if part)
