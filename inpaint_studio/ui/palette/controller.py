"""Gathers what can be done now, offers it, and remembers what was done last."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from inpaint_studio.session.settings_store import SettingsStore
from inpaint_studio.settings import Settings, choice_of
from inpaint_studio.ui.actions.action import Action
from inpaint_studio.ui.actions.shortcut_filter import ShortcutFilter
from inpaint_studio.ui.actions.shortcuts import Shortcuts
from inpaint_studio.ui.palette.commands import Command
from inpaint_studio.ui.palette.palette import Palette
from inpaint_studio.ui.style import theme as themes
from inpaint_studio.ui.style.i18n import outside

_OWN = "palette"
_MOST_REMEMBERED = 6


@dataclass(frozen=True, slots=True)
class ActionSource:
    """Rows of the table of actions, whether each `can` be done now, and what does it.

    Those that mean nothing but in one place `are_there` only while that is shown.
    """

    rows: Sequence[Action]
    can: Callable[[Action], bool]
    do: Callable[[Action], object]
    are_there: Callable[[], bool] = lambda: True


class PaletteController(QObject):
    """`ask_setting` opens a setting by its name, `open_file` one of the `recent_files`."""

    def __init__(
        self,
        settings: SettingsStore,
        shortcuts: Shortcuts,
        window: QWidget,
        around: QWidget,
        *,
        ask_setting: Callable[[str], object],
        recent_files: Callable[[], Sequence[Path]],
        open_file: Callable[[Path], object],
    ) -> None:
        super().__init__(window)
        self._settings = settings
        self._shortcuts = shortcuts
        self._window = window
        self._ask_setting = ask_setting
        self._recent_files = recent_files
        self._open_file = open_file
        self._sources: tuple[ActionSource, ...] = ()
        self._texts: set[QWidget] = set()
        self.palette = Palette(themes.current(), around)
        self.palette.chosen.connect(self._do)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def offer(self, *sources: ActionSource) -> None:
        """Offer the actions of these."""
        self._sources = sources

    def toggle(self) -> None:
        """Open the palette, or leave it."""
        if self.palette.isVisible():
            self.palette.hide()
        else:
            commands = [*self._actions(), *self._choices(), *self._pictures()]
            self.palette.open_with(commands, self._settings.now.recent_commands)

    def _do(self, command: Command) -> None:
        former = (each for each in self._settings.now.recent_commands if each != command.name)
        self._settings.change(recent_commands=(command.name, *former)[:_MOST_REMEMBERED])
        command.do()

    def _actions(self) -> Iterator[Command]:
        for source in (each for each in self._sources if each.are_there()):
            for row in source.rows:
                if row.name != _OWN and not row.holds:
                    yield Command(
                        name=row.name,
                        title=row.title,
                        heading=row.heading,
                        do=partial(source.do, row),
                        source=row.words.rstrip("…"),
                        state=self._shortcuts.first_key(row.name),
                        reason="" if source.can(row) else row.missing,
                    )

    def _choices(self) -> Iterator[Command]:
        """Settings: what is on or off is switched, the others are shown where they are made."""
        for name in (each.name for each in fields(Settings) if each.metadata):
            choice = choice_of(name)
            if not choice.section:
                continue
            value, heading = getattr(self._settings.now, name), self.tr("Settings")
            is_switch = isinstance(value, bool)
            yield Command(
                name=f"setting.{name}",
                title=_tr(choice.label),
                heading=f"{heading} › {_tr(choice.section)}",
                do=partial(self._switch if is_switch else self._ask_setting, name),
                source=choice.label,
                state=(self.tr("On") if value else self.tr("Off")) if is_switch else "",
            )

    def _pictures(self) -> Iterator[Command]:
        for path in self._recent_files():
            yield Command(
                name=f"file.{path}",
                title=path.name,
                heading=self.tr("Open {0}").format(outside(str(path.parent))),
                do=partial(self._open_file, path),
            )

    def _switch(self, name: str) -> None:
        self._settings.change(**{name: not getattr(self._settings.now, name)})

    def _on_focus_changed(self, _left: QWidget | None, taken: QWidget | None) -> None:
        """Texts have uses of their own for a few keys, but the palette opens from everywhere."""
        if taken is None or taken in self._texts or taken.window() is not self._window:
            return
        if taken.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
            self._texts.add(taken)
            taken.destroyed.connect(partial(self._texts.discard, taken))
            keys = ShortcutFilter(taken, self._shortcuts, "window", can=_OWN.__eq__)
            keys.pressed.connect(lambda _: self.toggle())


def _tr(text: str) -> str:
    return QCoreApplication.translate("Settings", text)
