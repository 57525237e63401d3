"""The non-modal line above the canvas: the one place that shows what happened.

A notice says what to do next and stays until it is dismissed or replaced; good news leaves by
itself.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QWidget

from inpaint_studio.session.notice import Notice
from inpaint_studio.ui.style.i18n import in_one_line
from inpaint_studio.ui.style.theme import Theme, icon
from inpaint_studio.ui.widgets.buttons import icon_button, push_button
from inpaint_studio.ui.widgets.labels import Label
from inpaint_studio.ui.widgets.layouts import in_row, wide

_GOOD_NEWS_MS = 6000


@dataclass(frozen=True, slots=True)
class _Said:
    """A notice, with the button that does something about it."""

    notice: Notice
    action: str
    handler: Callable[[], object] | None


class NoticeBar(QFrame):
    """Shows one notice at a time, the newest; behind one that stays others wait, but for errors."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._theme = theme
        self._detail = ""
        self._mark = Label()
        self._words = Label()
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._action = push_button("", self._on_action)
        clipboard = QGuiApplication.clipboard()
        copy = self.tr("Copy details")
        self._copy = push_button(copy, lambda: clipboard.setText(self._detail))
        self._close = icon_button(self.tr("Dismiss"), self._on_done)
        buttons = (self._action, self._copy, self._close)
        parts = (self._mark, wide(self._words), *buttons)
        in_row(*parts, of=self, spacing=8, margins=(12, 6, 6, 6))
        self._timer = QTimer(self, singleShot=True, interval=_GOOD_NEWS_MS)
        self._timer.timeout.connect(self._on_done)
        self._shown: _Said | None = None
        self._waiting: deque[_Said] = deque()
        self.set_theme(theme)
        self.hide()

    def show_notice(
        self, notice: Notice, action: str = "", handler: Callable[[], object] | None = None
    ) -> None:
        """Show `notice`; `action` names a button that calls `handler`."""
        said = _Said(notice, action, handler)
        if self.isHidden() or self._shown is None or not self._shown.notice.stays:
            self._show(said)
        elif notice.kind == "error":  # of what a person does now; what it covers comes back
            self._waiting.appendleft(self._shown)
            self._show(said)
        else:
            self._waiting.append(said)

    def withdraw(self, about: str) -> None:
        """Take away what is about something that has passed."""
        self._waiting = deque(each for each in self._waiting if each.notice.about != about)
        if self._shown is not None and self._shown.notice.about == about:
            self._on_done()

    def _show(self, said: _Said) -> None:
        self._shown, notice = said, said.notice
        self._words.setText(in_one_line(notice.title, notice.message))
        self._detail = notice.detail
        self._copy.setVisible(bool(notice.detail))
        self._action.setText(said.action)
        self._action.setVisible(said.handler is not None)
        self._set_mark(notice.kind)
        self.setAccessibleName(self._words.text())
        self.show()
        if notice.kind in ("info", "done") and not notice.stays:
            self._timer.start()
        else:
            self._timer.stop()

    def set_theme(self, theme: Theme) -> None:
        """Recolour marks and buttons."""
        self._theme = theme
        self._close.setIcon(icon("close", theme, theme.dim, 16))

    def text(self) -> str:
        """What is being said, "" when nothing is shown."""
        return self._words.text() if self.isVisible() else ""

    def _on_action(self) -> None:
        shown = self._shown
        self._on_done()
        if shown is not None and shown.handler is not None:
            shown.handler()

    def _on_done(self) -> None:
        self.hide()
        self._shown = None
        if self._waiting:
            self._show(self._waiting.popleft())

    def _set_mark(self, kind: str) -> None:
        theme = self._theme
        colour = {"info": theme.dim, "done": theme.ok, "warning": theme.warn}.get(kind, theme.error)
        self._mark.setPixmap(icon(kind, theme, colour, 18).pixmap(18, 18))
        self._mark.setAccessibleName(kind)
