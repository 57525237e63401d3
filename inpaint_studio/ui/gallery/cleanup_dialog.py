"""Cleaning up by rule: says beforehand how much goes to the trash, where it stays for 30 days."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QWidget,
)

from inpaint_studio.history import CleanupRule, History
from inpaint_studio.phrase import Phrase
from inpaint_studio.ui.style.i18n import translate
from inpaint_studio.ui.widgets.choice import Choice
from inpaint_studio.ui.widgets.confirm_dialog import ConfirmDialog
from inpaint_studio.ui.widgets.controls import CheckBox
from inpaint_studio.ui.widgets.labels import dim_label
from inpaint_studio.ui.widgets.layouts import form_rows

_DAY_S = 86_400.0
_AGES = (
    ("7", Phrase("A week")),
    ("30", Phrase("A month")),
    ("90", Phrase("3 months")),
    ("365", Phrase("A year")),
)


class CleanupDialog(ConfirmDialog):
    """Window-modal; `chosen` carries the ids of the variants to put into the trash."""

    chosen = Signal(object)  # list[str]

    def __init__(self, parent: QWidget, history: History) -> None:
        title, confirm = self.tr("Clean up the history"), self.tr("Move to trash")
        super().__init__(parent, title, confirm)
        self._history = history
        self._age = Choice(self.tr("Older than"))
        self._age.set_choices([(days, translate(words)) for days, words in _AGES])
        self._age.set_value("30")
        self._starred = CheckBox(self.tr("Keep what has stars"))
        self._picked = CheckBox(self.tr("Keep what is picked"))
        self._accepted = CheckBox(self.tr("Keep what was accepted into a picture"))
        self._words = dim_label()
        keeps = (self._starred, self._picked, self._accepted)
        rows = [
            (self.tr("Older than"), self._age),
            *((None, part) for part in (*keeps, self._words)),
        ]
        self.lay_out(form_rows(rows))
        self.setMinimumWidth(460)
        self._age.chosen.connect(lambda _: self._count())
        for box in keeps:
            box.setChecked(True)
            box.toggled.connect(lambda _: self._count())
        self._count()

    def rule(self) -> CleanupRule:
        """What is chosen."""
        return CleanupRule(
            older_than_s=float(self._age.value()) * _DAY_S,
            keep_starred=self._starred.isChecked(),
            keep_picked=self._picked.isChecked(),
            keep_accepted=self._accepted.isChecked(),
        )

    def _count(self) -> None:
        self._ids = self._history.cleanup_candidates(self.rule())
        count = len(self._ids)
        self.confirm.setEnabled(count > 0)
        self._words.setText(
            self.tr("{0} results go to the trash and stay there for 30 days.").format(count)
            if count
            else self.tr("Nothing in the history is like this.")
        )

    def on_confirmed(self) -> None:
        """Put away what was counted."""
        self.chosen.emit(self._ids)
        self.accept()
