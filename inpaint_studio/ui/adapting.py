"""The window as the settings want it: theme, scale, overlay, motion and keys follow at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from inpaint_studio.session.session import Session
from inpaint_studio.settings import Settings
from inpaint_studio.ui.canvas.canvas import Canvas
from inpaint_studio.ui.canvas.colours import CanvasColours
from inpaint_studio.ui.canvas.overlay_mode import OverlayMode
from inpaint_studio.ui.main_window import MainWindow
from inpaint_studio.ui.shortcuts.keymap import keymap_of
from inpaint_studio.ui.theme import Theme

if TYPE_CHECKING:
    from inpaint_studio.ui.settings_dialog import SettingsDialog


class Adapting(QObject):
    """Connects the settings of a session with one window and its canvas."""

    def __init__(self, session: Session, window: MainWindow, canvas: Canvas) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._canvas = canvas
        self._shown = session.settings
        self.dialog: SettingsDialog | None = None
        canvas.set_overlay_mode(OverlayMode(session.settings.overlay_mode))
        session.settings_changed.connect(self._follow)
        window.theme_changed.connect(self._on_theme_changed)
        self._apply(session.settings)

    def ask(self) -> None:
        """Open the settings."""
        self._opened().show_page()

    def ask_shortcuts(self) -> None:
        """Open the settings on the shortcuts."""
        self._opened().show_page(-1)

    def show_sheet(self) -> None:
        """Show what keys and gestures do."""
        from inpaint_studio.ui.shortcuts.sheet import ShortcutSheet

        rows = self._window.actions_.shown_rows()
        keys = keymap_of(self._window.actions_.rows, self._session.settings)
        ShortcutSheet(rows, keys, self._window).open()

    def _opened(self) -> SettingsDialog:
        from inpaint_studio.ui.settings_dialog import SettingsDialog

        if self.dialog is None:
            rows = self._window.actions_.shown_rows()
            self.dialog = SettingsDialog(
                self._session.settings, rows, self._window, started_with=self._session.started_with
            )
            self.dialog.changed.connect(lambda changes: self._session.change_settings(**changes))
            self.dialog.restart_asked.connect(self.dialog.accept)
            self.dialog.restart_asked.connect(self._window.restart_asked)
        self.dialog.show_settings(self._session.settings)
        return self.dialog

    def _follow(self, settings: Settings) -> None:
        former, self._shown = self._shown, settings
        if former.language != settings.language:
            self._window.settings = replace(self._window.settings, language=settings.language)
            self._window.language_changed.emit()
        if (former.theme, former.ui_scale) != (settings.theme, settings.ui_scale):
            self._window.settings = replace(
                self._window.settings, theme=settings.theme, ui_scale=settings.ui_scale
            )
            self._window.set_theme(settings.theme)
        self._apply(settings)
        if self.dialog is not None:
            self.dialog.show_settings(settings)

    def _apply(self, settings: Settings) -> None:
        self._canvas.set_colours(canvas_colours(self._window.theme, settings))
        self._canvas.set_reduced_motion(_is_still(settings))
        self._window.actions_.set_keys(keymap_of(self._window.actions_.rows, settings))
        document = self._session.editor.document
        if document is not None:
            document.undo_stack.limit_bytes = settings.undo_memory_mb << 20

    def _on_theme_changed(self, theme: Theme) -> None:
        self._canvas.set_colours(canvas_colours(theme, self._session.settings))
        if self._session.settings.theme != self._window.settings.theme:
            self._session.change_settings(theme=self._window.settings.theme)


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
