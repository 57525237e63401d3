"""What keeps Run from running, Run and Stop: fixed at the panel's foot, never scrolled away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from inpaint_studio.ui.theme import Theme, icon


class RunBlock(QWidget):
    """Run says what a click does, or why it cannot."""

    run_asked = Signal()
    stop_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        rule = QFrame()
        rule.setObjectName("rule")
        self._problem = QLabel()
        self._problem.setWordWrap(True)
        self._run = QPushButton()
        self._run.setObjectName("run")
        self._stop = QPushButton(self.tr("Stop"))
        self._stop.setToolTip(self.tr("Stop everything that runs (Ctrl+Shift+.)"))
        self._stop.setFixedHeight(self._run.sizeHint().height() + 12)
        self._run.setFixedHeight(self._stop.height())
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._stop)
        buttons.addWidget(self._run, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 0, 14, 12)
        column.setSpacing(8)
        for part in (rule, self._problem):
            column.addWidget(part)
        column.addLayout(buttons)
        self._run.clicked.connect(self.run_asked)
        self._stop.clicked.connect(self.stop_asked)
        self._theme = theme
        self.set_problem("")
        self.set_live(0)

    def set_theme(self, theme: Theme) -> None:
        """Recolour the icons."""
        self._theme = theme
        ink = theme.dim if self._blocked else theme.on_accent
        self._run.setIcon(icon("run", theme, ink, 16))
        self._stop.setIcon(icon("stop", theme, None, 16))

    def set_offer(self, words: str) -> None:
        """What a click does, for example "Fill locally, free"."""
        self._run.setText(f"{words}   Ctrl\u2009↵")
        self._run.setToolTip(self.tr("Run (Ctrl+Enter)"))

    def set_problem(self, words: str, *, is_next_step: bool = False) -> None:
        """Why Run cannot, or "" when it can; the button stays reachable and says so again.

        What merely has not been done yet is said quietly.
        """
        self._blocked = bool(words)
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
        self._problem.setProperty("tone", "next" if is_next_step else "problem")
        self._problem.style().polish(self._problem)
        self._run.setProperty("blocked", self._blocked)
        self._run.setAccessibleDescription(words)
        self._run.style().polish(self._run)
        self.set_theme(self._theme)

    def set_live(self, count: int) -> None:
        """Offer Stop while `count` variants run or wait."""
        self._stop.setVisible(count > 0)
        self._stop.setText(self.tr("Stop") if count < 2 else self.tr("Stop {0}").format(count))
