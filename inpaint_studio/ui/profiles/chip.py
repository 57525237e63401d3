"""Who is asked: always in sight at the right end of the menu bar, and where that is changed.

Part of the shell: its menu and all that knows profiles comes later.
"""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap

from inpaint_studio.ui.style.i18n import outside
from inpaint_studio.ui.style.theme import Theme, icon
from inpaint_studio.ui.style.tips import set_tip
from inpaint_studio.ui.widgets.controls import PushButton
from inpaint_studio.ui.widgets.labels import Label
from inpaint_studio.ui.widgets.layouts import in_row

_MARK_PX = 16
_MOST_CHARACTERS = 32
"""Of a name or an address: longer ones are cut in their middle, the tooltip has them whole."""


class ProfileChip(PushButton):
    """Local or cloud by shape, the profile's name, and a word on what it means."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("profileChip")
        self._theme = theme
        self._kind = "computer"
        self._ready = False
        self._mark, self._name, self._words, self._more = Label(), Label(), Label(), Label()
        self._words.setObjectName("dim")
        parts = (self._mark, self._name, self._words, self._more)
        in_row(*parts, of=self, spacing=6, margins=(10, 0, 10, 0))
        self.set_theme(theme)

    def show_profile(self, name: str, text: str, *, ready: bool, local: bool = True) -> None:
        """Name the profile; a computer is local, a cloud is not, dim while it is not ready."""
        self._name.setText(_short(name))
        self._words.setText(_short(text))
        self._ready = ready
        self._kind = "computer" if local else "cloud"
        self.setAccessibleName(self.tr("Profile: {0}, {1}").format(name, text))
        set_tip(self, f"{outside(name)} · {text}\n{self.tr('Choose whom runs are sent to')}")
        self.set_theme(self._theme)
        if self.isVisible():  # a menu bar asks its corner for its width only when that is shown
            has_focus = self.hasFocus()
            self.hide()
            self.show()
            if has_focus:
                self.setFocus()

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        layout = self.layout()
        assert layout is not None
        return layout.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Never less than its words."""
        return self.sizeHint()

    def set_theme(self, theme: Theme) -> None:
        """Recolour the marks."""
        self._theme = theme
        self._mark.setPixmap(self._pixmap(self._kind, theme.ok if self._ready else theme.dim))
        self._more.setPixmap(self._pixmap("chevron-down", theme.dim))

    def _pixmap(self, name: str, colour: str) -> QPixmap:
        return icon(name, self._theme, colour, _MARK_PX).pixmap(_MARK_PX, _MARK_PX)


def _short(text: str) -> str:
    if len(text) <= _MOST_CHARACTERS:
        return text
    half = _MOST_CHARACTERS // 2
    return f"{text[:half]}…{text[-half:]}"
