"""The non-modal line above the canvas: the one place that shows what happened.

A notice says what to do next and stays until it is dismissed or replaced; good news leaves by
itself.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QWidget

from inpaint_studio.session.notice import Notice
from inpaint_studio.ui.style.i18n import say
from inpaint_studio.ui.style.theme import Theme, icon
from inpaint_studio.ui.widgets.buttons import icon_button, push_button
from inpaint_studio.ui.widgets.labels import Label
from inpaint_studio.ui.widgets.layouts import in_row, wide

_GOOD_NEWS_MS = 6000


class NoticeBar(QFrame):
    """Shows one notice at a time."""

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
        self._close = icon_button(self.tr("Dismiss"), self.hide)
        buttons = (self._action, self._copy, self._close)
        parts = (self._mark, wide(self._words), *buttons)
        in_row(*parts, of=self, spacing=8, margins=(12, 6, 6, 6))
        self._timer = QTimer(self, singleShot=True, interval=_GOOD_NEWS_MS)
        self._timer.timeout.connect(self.hide)
        self._verb: Callable[[], object] | None = None
        self.set_theme(theme)
        self.hide()

    def show_notice(
        self, notice: Notice, action: str = "", verb: Callable[[], object] | None = None
    ) -> None:
        """Show `notice`; `action` names a button that calls `verb`."""
        said = (say(words) for words in (notice.title, notice.message) if words)
        self._words.setText(". ".join(said))
        self._detail = notice.detail
        self._copy.setVisible(bool(notice.detail))
        self._verb = verb
        self._action.setText(action)
        self._action.setVisible(verb is not None)
        self._set_mark(notice.kind)
        self.setAccessibleName(self._words.text())
        self.show()
        if notice.kind in ("info", "done"):
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
        self.hide()
        if self._verb is not None:
            self._verb()

    def _set_mark(self, kind: str) -> None:
        theme = self._theme
        colour = {"info": theme.dim, "done": theme.ok, "warning": theme.warn}.get(kind, theme.error)
        self._mark.setPixmap(icon(kind, theme, colour, 18).pixmap(18, 18))
        self._mark.setAccessibleName(kind)
