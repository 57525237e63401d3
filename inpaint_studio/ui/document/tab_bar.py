"""The tabs over the canvas, one for each open picture, there from the second on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QTabBar, QToolButton

from inpaint_studio.ui.style.theme import Theme, icon
from inpaint_studio.ui.style.tips import tip_text
from inpaint_studio.ui.widgets.buttons import icon_button
from inpaint_studio.ui.widgets.labels import button_text

Sign = Literal["", "unsaved", "running", "arrived"]
HEIGHT_PX = 32
_WIDEST_PX = 208
_NARROWEST_PX = 136
"""So much of a name is seen that it is told from others; from there on the bar scrolls."""
_SIGN_PX = 12


@dataclass(frozen=True, slots=True)
class Tab:
    """A picture's name, the sign before it, and all that is to be said of it."""

    name: str
    sign: Sign
    tip: str


class TabBar(QTabBar):
    """Takes neither keyboard nor wheel. A sign has its room where there is none: nothing moves."""

    chosen = Signal(int)
    close_asked = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("tabs")
        self.setAccessibleName(self.tr("Open pictures"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.setIconSize(QSize(_SIGN_PX, _SIGN_PX))
        self.setFixedHeight(HEIGHT_PX)
        self._tabs: list[Tab] = []
        self._pressed = -1
        self.currentChanged.connect(self.chosen)
        self.set_theme(theme)
        self.hide()

    def show_tabs(self, tabs: Sequence[Tab], current: int) -> None:
        """Show these in place of others; one alone needs no bar."""
        self.blockSignals(True)
        while self.count() > len(tabs):
            self.removeTab(self.count() - 1)
        while self.count() < len(tabs):
            self._add()
        former, self._tabs = self._tabs, list(tabs)
        for place, tab in enumerate(tabs):
            if former[place : place + 1] != [tab]:
                self._describe(place, tab)
        self.setCurrentIndex(current)
        self.blockSignals(False)
        self.setVisible(len(tabs) > 1)

    def set_theme(self, theme: Theme) -> None:
        """Recolour signs and crosses."""
        self._theme = theme
        for place, tab in enumerate(self._tabs):
            self._describe(place, tab)

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802 -- Qt's name
        """As wide as the name, up to a limit."""
        wanted = super().tabSizeHint(index).width()
        return QSize(min(max(wanted, _NARROWEST_PX), _WIDEST_PX), HEIGHT_PX)

    def minimumTabSizeHint(self, index: int) -> QSize:  # noqa: N802 -- Qt's name
        """What tabs shrink to before the bar scrolls."""
        return QSize(min(_NARROWEST_PX, self.tabSizeHint(index).width()), HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        """No number of tabs widens the window."""
        return QSize(_NARROWEST_PX, HEIGHT_PX)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A turn of the wheel changes no picture."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The middle button closes what it was pressed and released on."""
        is_middle = event.button() is Qt.MouseButton.MiddleButton
        self._pressed = self.tabAt(event.position().toPoint()) if is_middle else -1
        if not is_middle:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """See `mousePressEvent`."""
        place, self._pressed = self._pressed, -1
        if event.button() is not Qt.MouseButton.MiddleButton:
            super().mouseReleaseEvent(event)
        elif place >= 0 and place == self.tabAt(event.position().toPoint()):
            self.close_asked.emit(place)

    def _add(self) -> None:
        place = self.addTab("")
        cross = icon_button(self.tr("Close picture"))
        cross.setObjectName("closeTab")
        cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        cross.clicked.connect(partial(self._ask_to_close, cross))
        self.setTabButton(place, QTabBar.ButtonPosition.RightSide, cross)

    def _ask_to_close(self, cross: QToolButton) -> None:
        self.close_asked.emit(self.tabAt(cross.geometry().center()))

    def _describe(self, place: int, tab: Tab) -> None:
        self.setTabText(place, button_text(tab.name))
        self.setTabToolTip(place, tip_text(tab.tip))
        self.setAccessibleTabName(place, tab.tip)
        colours = {"unsaved": self._theme.text, "arrived": self._theme.ok}
        colour = colours.get(tab.sign, self._theme.dim)
        self.setTabIcon(place, icon(_ICONS[tab.sign], self._theme, colour, _SIGN_PX))
        cross = self.tabButton(place, QTabBar.ButtonPosition.RightSide)
        if isinstance(cross, QToolButton):
            cross.setIcon(icon("close", self._theme, self._theme.dim, 14))
            cross.setIconSize(QSize(14, 14))


_ICONS: dict[Sign, str] = {"": "blank", "unsaved": "dot", "running": "waiting", "arrived": "done"}
