"""Everything that keeps Run from running, or may: one line each, with its fix beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from inpaint_studio.contract.check import Problem
from inpaint_studio.ui.request_panel.size_box import spaced_size
from inpaint_studio.ui.theme import Theme, icon

NEXT_STEPS = ("image", "mask")
"""Fields of which "missing" only means that it has not been done yet: said quietly."""

_MARK_PX = 14


class ProblemList(QWidget):
    """Lines that are rebuilt only when the problems change, so that a fix can be clicked."""

    fix_asked = Signal(object)  # Problem

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[Problem, ...] = ()
        self._lines: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.setAccessibleName(self.tr("What keeps Run from running"))
        self.hide()

    def set_problems(self, problems: Sequence[Problem]) -> None:
        """Show these, worst first."""
        if tuple(problems) == self._shown:
            return
        self._shown = tuple(problems)
        self._rebuild()

    def set_theme(self, theme: Theme) -> None:
        """Recolour the marks."""
        self._theme = theme
        self._rebuild()

    def _rebuild(self) -> None:
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [self._line(problem) for problem in self._shown]
        for line in self._lines:
            self._column.addWidget(line)
        self.setVisible(bool(self._lines))

    def _line(self, problem: Problem) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        mark = QLabel()
        mark.setPixmap(self._mark(problem))
        words = QLabel(problem.message)
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setProperty("tone", tone(problem))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        if problem.fix is not None:
            row.addWidget(self._fix(problem), 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _fix(self, problem: Problem) -> QPushButton:
        button = QPushButton(self.tr("Use {0}").format(_spoken(problem.fix)))
        button.setObjectName("fix")
        button.setAccessibleDescription(problem.message)
        button.clicked.connect(lambda: self.fix_asked.emit(problem))
        return button

    def _mark(self, problem: Problem) -> QPixmap:
        theme = self._theme
        name, colour = {
            "next": ("info", theme.dim),
            "error": ("error", theme.error),
            "problem": ("warning", theme.warn),
        }[tone(problem)]
        return icon(name, theme, colour, _MARK_PX).pixmap(_MARK_PX, _MARK_PX)


def tone(problem: Problem) -> str:
    """How loud a problem is said: "next", "error", or "problem" for what may yet work."""
    if not problem.is_error:
        return "problem"
    return "next" if problem.field in NEXT_STEPS else "error"


def _spoken(value: object) -> str:
    if isinstance(value, bool):
        return "on" if value else "off"
    return spaced_size(str(value))
