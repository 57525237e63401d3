"""Names and values, one pair a row, to be read and not changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from inpaint_studio.visible_text import visible


class NameValueTable(QTableWidget):
    """Long values go on in further lines; `is_code` is what programs read."""

    def __init__(self, name: str, *, is_code: bool = True) -> None:
        super().__init__(0, 2)
        self.setObjectName("fields")
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels([self.tr("Name"), self.tr("Value")])
        self.verticalHeader().hide()
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        if is_code:
            # The interface's type draws an x between digits as ×; what is sent is an x.
            self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)

    def show_pairs(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Show these pairs in place of what was there."""
        self.setRowCount(len(pairs))
        for row, pair in enumerate(pairs):
            for column, text in enumerate(pair):
                self.setItem(row, column, QTableWidgetItem(visible(text, keeps="\n\t")))
