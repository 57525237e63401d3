"""What keeps Run from running, the cost, Run and Stop: at the panel's foot, never scrolled away.

All of it keeps its room, said or not: nothing here moves while something runs.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from inpaint_studio.contract.check import Problem
from inpaint_studio.ui.actions.shortcuts import Shortcuts
from inpaint_studio.ui.request_panel.cost_line import CostLine
from inpaint_studio.ui.request_panel.problem_list import ProblemList
from inpaint_studio.ui.request_panel.upright import UprightScroll
from inpaint_studio.ui.style.figures import in_order
from inpaint_studio.ui.style.i18n import translate
from inpaint_studio.ui.style.theme import Theme, icon
from inpaint_studio.ui.widgets.buttons import icon_button, push_button, widest
from inpaint_studio.ui.widgets.layouts import in_column, in_row, keep_room, wide

_PADDING_PX = 11
_PROBLEM_LINES = 2
"""How many are seen at once; further ones are scrolled to."""
_MOST_DIGITS = "88"


class RunBlock(QWidget):
    """Run, its `button`, says what a click does, or why it cannot."""

    def __init__(self, theme: Theme, offers: Sequence[str]) -> None:
        """`offers` is all that a click may ever be said to do: there is room for each of it."""
        super().__init__()
        self.problems = ProblemList(theme)
        self.cost = CostLine()
        self._offer, self._key = "", ""
        self._rule = QFrame()
        self.button = push_button(look="run", tip=self.tr("Run"))
        self._offers = offers
        self._more = icon_button(self.tr("Run in another turn"))
        self._more.setObjectName("runMore")
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        tip = self.tr("Stop everything that runs")
        self.stop_button = push_button(look="runStop", tip=tip)
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

    def show_rule(self, shown: bool) -> None:
        """Part it from what is scrolled away above; where all is seen there is nothing to part."""
        self._rule.setVisible(shown)

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
        self.stop_button.setEnabled(count > 0)
        self.stop_button.setText(str(count) if count > 1 else "")
        self.stop_button.setAccessibleName(
            self.tr("Stop") if count < 2 else self.tr("Stop {0}").format(count)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name the key where there is room for it."""
        super().resizeEvent(event)
        self._show_offer(self._key)

    def _show_offer(self, key: str) -> None:
        self._key = key
        self.button.setText(f"{self._offer}   {in_order(key)}" if key else self._offer)
        if self.button.sizeHint().width() > self._room():
            self.button.setText(self._offer)

    def _room(self) -> int:
        """The pixels there are for Run in its row."""
        layout = self.layout()
        assert layout is not None
        margins = layout.contentsMargins()
        taken = self.stop_button.width() + self._more.sizeHint().width()
        return self.width() - margins.left() - margins.right() - taken

    def _build(self) -> None:
        self._rule.setObjectName("rule")
        keep_room(self._rule)
        for button in (self.stop_button, self.button, self._more):
            button.setProperty("mirrored", self.isRightToLeft())
            button.setFixedHeight(self.fontMetrics().height() + 2 * _PADDING_PX)
        self._fix_widths()
        problems = UprightScroll()
        problems.setWidget(self.problems)
        problems.setFixedHeight(self.fontMetrics().lineSpacing() * (_PROBLEM_LINES + 1))
        buttons = in_row(self.stop_button, wide(self.button), self._more, spacing=0)
        parts = (self._rule, problems, self.cost, buttons)
        in_column(*parts, of=self, spacing=8, margins=(14, 0, 14, 12))

    def _fix_widths(self) -> None:
        """Stop has room for any number, Run for each offer; what is said changes no width."""
        self.stop_button.setIcon(icon("stop", self._theme, None, 16))
        self.stop_button.setFixedWidth(widest(self.stop_button, [_MOST_DIGITS]))
        self.button.setIcon(icon("run", self._theme, None, 16))
        self.button.setMinimumWidth(widest(self.button, self._offers))
        self.button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def _set_icons(self) -> None:
        theme = self._theme
        ink = theme.dim if self._blocked else theme.on_accent
        self.button.setIcon(icon("run", theme, ink, 16))
        self._more.setIcon(icon("chevron-down", theme, ink, 16))
        self.stop_button.setIcon(icon("stop", theme, None, 16))
