"""Cleaning up by rule: says beforehand how much goes to the trash, where it stays for 30 days."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from inpaint_studio.history import CleanupRule, History
from inpaint_studio.phrase import Phrase
from inpaint_studio.ui.languages import say
from inpaint_studio.ui.request_panel.sections import row_label
from inpaint_studio.ui.widgets.choice import Choice

_DAY_S = 86_400.0
_AGES = (
    ("7", Phrase("A week")),
    ("30", Phrase("A month")),
    ("90", Phrase("3 months")),
    ("365", Phrase("A year")),
)


class CleanupDialog(QDialog):
    """Window-modal; `chosen` carries the ids of the variants to put into the trash."""

    chosen = Signal(object)  # list[str]

    def __init__(self, parent: QWidget, history: History) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Clean up the history"))
        self._history = history
        self._age = Choice(self.tr("Older than"))
        self._age.set_choices([(days, say(words)) for days, words in _AGES])
        self._age.set_value("30")
        self._starred = QCheckBox(self.tr("Keep what has stars"))
        self._picked = QCheckBox(self.tr("Keep what is picked"))
        self._accepted = QCheckBox(self.tr("Keep what was accepted into a picture"))
        self._words = QLabel()
        self._words.setObjectName("dim")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._go = self._buttons.addButton(
            self.tr("Move to trash"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._go.setObjectName("primary")
        self._build()
        self._age.chosen.connect(lambda _: self._count())
        for box in (self._starred, self._picked, self._accepted):
            box.setChecked(True)
            box.toggled.connect(lambda _: self._count())
        self._buttons.rejected.connect(self.reject)
        self._buttons.accepted.connect(self._on_accepted)
        self._count()

    def rule(self) -> CleanupRule:
        """What is chosen."""
        return CleanupRule(
            older_than_s=float(self._age.value()) * _DAY_S,
            keep_starred=self._starred.isChecked(),
            keep_picked=self._picked.isChecked(),
            keep_accepted=self._accepted.isChecked(),
        )

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.addWidget(row_label(self.tr("Older than")), 0, 0)
        parts = (self._age, self._starred, self._picked, self._accepted, self._words)
        for row, part in enumerate(parts):
            grid.addWidget(part, row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(16)
        column.addLayout(grid)
        column.addWidget(self._buttons)
        self.setMinimumWidth(460)

    def _count(self) -> None:
        self._ids = self._history.cleanup_candidates(self.rule())
        count = len(self._ids)
        self._go.setEnabled(count > 0)
        self._words.setText(
            self.tr("{0} results go to the trash and stay there for 30 days.").format(count)
            if count
            else self.tr("Nothing in the history is like this.")
        )

    def _on_accepted(self) -> None:
        self.chosen.emit(self._ids)
        self.accept()
