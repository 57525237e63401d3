"""The film strip's bar: its pictures, and what can be done with the one looked at."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inpaint_studio.ui.actions.shortcut_filter import ShortcutFilter
from inpaint_studio.ui.actions.shortcuts import Shortcuts
from inpaint_studio.ui.film_strip.stills import Stills
from inpaint_studio.ui.style.theme import Theme, icon
from inpaint_studio.ui.widgets.buttons import icon_button, push_button
from inpaint_studio.ui.widgets.floating import Floating
from inpaint_studio.ui.widgets.layouts import in_row


class FilmStripBar(Floating):
    """Floats at the canvas' foot; `asked` tells what for: accept, open, export or close."""

    asked = Signal(str)
    looked = Signal(int)
    """The number of the picture a person looks at."""

    def __init__(self, theme: Theme, parent: QWidget, shortcuts: Shortcuts) -> None:
        super().__init__(theme, parent)
        self.frames = Stills(theme)
        open_ = push_button(
            self.tr("Open as source"),
            lambda: self.asked.emit("open"),
            tip=self.tr("Go on from this picture; it remembers where it came from"),
        )
        export = push_button(
            self.tr("Export strip…"),
            lambda: self.asked.emit("export"),
            tip=self.tr("All of them as one animated WebP"),
        )
        self._close = icon_button(
            self.tr("Close the film strip"),
            lambda: self.asked.emit("close"),
        )
        shortcuts.name_key(self._close, "film.close")
        in_row(self.frames, open_, export, self._close, of=self, spacing=8, margins=self.margins)
        self.frames.valueChanged.connect(self.looked)
        ShortcutFilter(self.frames, shortcuts, "film").pressed.connect(self.asked)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Recolour ground and icon."""
        super().set_theme(theme)
        self._close.setIcon(icon("close", theme, None, 16))
