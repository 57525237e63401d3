"""Everything that keeps Run from running, or may: one line each, with its fix beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from inpaint_studio.contract.check import Problem
from inpaint_studio.contract.profile import KEY
from inpaint_studio.phrase import Phrase
from inpaint_studio.ui.style.figures import spaced_size
from inpaint_studio.ui.style.i18n import outside, translate
from inpaint_studio.ui.style.theme import Theme, icon
from inpaint_studio.ui.widgets.buttons import push_button
from inpaint_studio.ui.widgets.labels import Label, button_text
from inpaint_studio.ui.widgets.layouts import SPRING, in_column

_MARK_PX = 14


class ProblemList(QWidget):
    """Lines that are rebuilt only when the problems change, so that a fix can be clicked."""

    fix_asked = Signal(object)  # Problem
    profile_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[Problem, ...] = ()
        self._quiet: frozenset[str] = frozenset()
        self._lines: list[QWidget] = []
        self._column = in_column(SPRING, of=self, spacing=6)
        self.setAccessibleName(self.tr("What keeps Run from running"))

    def set_problems(self, problems: Sequence[Problem], quiet: frozenset[str]) -> None:
        """Show these in order; those of `quiet` fields as what merely has not been done yet."""
        if (tuple(problems), quiet) == (self._shown, self._quiet):
            return
        self._shown, self._quiet = tuple(problems), quiet
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
            line.show()

    def _line(self, problem: Problem) -> QWidget:
        line = QWidget()
        row = QGridLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.setHorizontalSpacing(6)
        row.setColumnStretch(1, 1)
        mark = Label()
        mark.setPixmap(self._mark(problem))
        words = Label(translate(problem.message))
        words.setWordWrap(True)
        is_loud = problem.is_error and not self._is_quiet(problem)
        words.setProperty("tone", "said" if is_loud else "next")
        row.addWidget(mark, 0, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 0, 1)
        button = self._button(problem)
        if button is not None:
            button.setAccessibleDescription(translate(problem.message))
            row.addWidget(button, 1, 1, Qt.AlignmentFlag.AlignLeft)
        return line

    def _button(self, problem: Problem) -> QPushButton | None:
        """What does something about it: puts a legal value in place, or leads to the profile."""
        if problem.field == KEY:
            return push_button(self.tr("Open profile"), self.profile_asked.emit, look="fix")
        if problem.fix is None:
            return None
        words = self.tr("Use {0}").format(outside(button_text(_value_text(problem.fix))))
        return push_button(words, lambda: self.fix_asked.emit(problem), look="fix")

    def _is_quiet(self, problem: Problem) -> bool:
        return problem.is_error and problem.field in self._quiet

    def _mark(self, problem: Problem) -> QPixmap:
        theme = self._theme
        name, colour = "warning", theme.warn
        if self._is_quiet(problem):
            name, colour = "info", theme.dim
        elif problem.is_error:
            name, colour = "error", theme.error
        return icon(name, theme, colour, _MARK_PX).pixmap(_MARK_PX, _MARK_PX)


def _value_text(value: object) -> str:
    if isinstance(value, bool):
        return translate(Phrase("on") if value else Phrase("off"))
    return spaced_size(str(value))
