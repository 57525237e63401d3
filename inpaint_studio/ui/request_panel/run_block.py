"""What keeps Run from running, the cost, Run and Stop: at the panel's foot, never scrolled away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QMenu,
    QToolButton,
    QWidget,
)

from inpaint_studio.contract.check import Problem
from inpaint_studio.ui.actions.shortcuts import Shortcuts
from inpaint_studio.ui.request_panel.cost_line import CostLine
from inpaint_studio.ui.request_panel.problem_list import ProblemList
from inpaint_studio.ui.style.figures import in_order
from inpaint_studio.ui.style.i18n import translate
from inpaint_studio.ui.style.theme import Theme, icon
from inpaint_studio.ui.widgets.buttons import icon_button, push_button
from inpaint_studio.ui.widgets.layouts import in_column, in_row, wide

_PADDING_PX = 11


class RunBlock(QWidget):
    """Run, its `button`, says what a click does, or why it cannot."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.problems = ProblemList(theme)
        self.cost = CostLine()
        self._offer, self._key = "", ""
        self.button = push_button(look="run", tip=self.tr("Run"))
        self._more = icon_button(self.tr("Run in another turn"))
        self._more.setObjectName("runMore")
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        tip = self.tr("Stop everything that runs")
        self.stop_button = push_button(self.tr("Stop"), tip=tip)
        self._theme = theme
        self._blocked = False
        self._build()
        self._set_icons()
        self.set_live(0)

    def set_theme(self, theme: Theme) -> None:
        """Recolour the icons."""
        self._theme = theme
        self._set_icons()

    def set_turns(self, turns: Sequence[QAction]) -> None:
        """Offer these beside Run."""
        menu = QMenu(self._more)
        menu.addActions(list(turns))
        self._more.setMenu(menu)

    def set_offer(self, text: str) -> None:
        """What a click does, for example "Fill locally, free"."""
        self._offer = text
        self._show_offer(self._key)

    def name_keys(self, shortcuts: Shortcuts) -> None:
        """Let the buttons name the keys of what they do."""
        shortcuts.name_key(self.button, "run")
        shortcuts.name_key(self.stop_button, "stop_all")
        shortcuts.keep_shown(lambda: self._show_offer(shortcuts.brief_key("run")))

    def set_problems(
        self, problems: Sequence[Problem], quiet: frozenset[str] = frozenset()
    ) -> None:
        """Why Run cannot and what may go wrong; the button stays reachable and says so again.

        Problems of the fields in `quiet` are what merely has not been done yet.
        """
        self.problems.set_problems(problems, quiet)
        errors = [translate(problem.message) for problem in problems if problem.is_error]
        self.button.setAccessibleDescription(" ".join(errors))
        if bool(errors) != self._blocked:
            self._blocked = bool(errors)
            for button in (self.button, self._more):
                button.setProperty("blocked", self._blocked)
                button.style().polish(button)
            self._set_icons()

    def set_live(self, count: int) -> None:
        """Offer Stop while `count` variants run or wait."""
        self.stop_button.setVisible(count > 0)
        self.stop_button.setText(
            self.tr("Stop") if count < 2 else self.tr("Stop {0}").format(count)
        )

    def _show_offer(self, key: str) -> None:
        self._key = key
        self.button.setText(f"{self._offer}   {in_order(key)}" if key else self._offer)

    def _build(self) -> None:
        rule = QFrame()
        rule.setObjectName("rule")
        for button in (self.stop_button, self.button, self._more):
            button.setProperty("mirrored", self.isRightToLeft())
            button.setFixedHeight(self.fontMetrics().height() + 2 * _PADDING_PX)
        split = in_row(wide(self.button), self._more, spacing=0)
        buttons = in_row(self.stop_button, wide(split), spacing=8)
        parts = (rule, self.problems, self.cost, buttons)
        in_column(*parts, of=self, spacing=8, margins=(14, 0, 14, 12))

    def _set_icons(self) -> None:
        theme = self._theme
        ink = theme.dim if self._blocked else theme.on_accent
        self.button.setIcon(icon("run", theme, ink, 16))
        self._more.setIcon(icon("chevron-down", theme, ink, 16))
        self.stop_button.setIcon(icon("stop", theme, None, 16))
