"""The window as the settings want it: overlay and motion follow at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from inpaint_studio.session.session import Session
from inpaint_studio.settings import Settings
from inpaint_studio.ui.actions.keymap import keymap_of
from inpaint_studio.ui.canvas.canvas import Canvas
from inpaint_studio.ui.canvas.colours import CanvasColours
from inpaint_studio.ui.canvas.overlay_mode import OverlayMode
from inpaint_studio.ui.style import theme as themes
from inpaint_studio.ui.style.theme import Theme

if TYPE_CHECKING:
    from inpaint_studio.ui.settings.dialog import SettingsDialog


class SettingsController(QObject):
    """Connects the settings of a session with one window's canvas."""

    restart_asked = Signal()

    def __init__(self, session: Session, canvas: Canvas, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._canvas = canvas
        self.dialog: SettingsDialog | None = None
        canvas.set_overlay_mode(OverlayMode(session.settings.now.overlay_mode))
        session.settings.changed.connect(self._follow)
        self.colour_canvas()
        self._set_motion()

    def ask(self) -> None:
        """Open the settings."""
        self._opened().show_page()

    def ask_for(self, name: str) -> None:
        """Open the settings on the one of that name."""
        self._opened().show_setting(name)

    def ask_shortcuts(self) -> None:
        """Open the settings on the shortcuts."""
        self._opened().show_page(-1)

    def show_sheet(self) -> None:
        """Show what keys and gestures do."""
        from inpaint_studio.ui.settings.shortcut_sheet import ShortcutSheet

        ShortcutSheet(keymap_of(self._session.settings.now), self._window).open()

    def colour_canvas(self) -> None:
        """The canvas in the colours of theme and settings."""
        self._canvas.set_colours(canvas_colours(themes.current(), self._session.settings.now))

    def _opened(self) -> SettingsDialog:
        from inpaint_studio.ui.settings.dialog import SettingsDialog

        settings = self._session.settings
        if self.dialog is None:
            self.dialog = SettingsDialog(
                settings.now, self._window, started_with=settings.started_with
            )
            self.dialog.changed.connect(lambda changes: settings.change(**changes))
            self.dialog.restart_asked.connect(self.dialog.accept)
            self.dialog.restart_asked.connect(self.restart_asked)
        self.dialog.show_settings(settings.now)
        return self.dialog

    def _follow(self, names: frozenset[str]) -> None:
        if names & {"overlay_colour", "overlay_hatch"}:
            self.colour_canvas()
        if "reduced_motion" in names:
            self._set_motion()
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.show_settings(self._session.settings.now)

    def _set_motion(self) -> None:
        self._canvas.set_reduced_motion(_is_still(self._session.settings.now))


def canvas_colours(theme: Theme, settings: Settings) -> CanvasColours:
    """The canvas in the theme's colours and the person's own."""
    return CanvasColours(
        canvas=theme.canvas,
        tint=settings.overlay_colour or theme.tint,
        accent=theme.accent_line,
        hatch=settings.overlay_hatch,
    )


def _is_still(settings: Settings) -> bool:
    if settings.reduced_motion == "system":
        return not QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
    return settings.reduced_motion == "on"
