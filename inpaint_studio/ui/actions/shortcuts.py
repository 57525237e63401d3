"""The keys as they are now, for whoever acts on them or says them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from inpaint_studio.settings import Settings
from inpaint_studio.ui.actions.action import Action, Scope
from inpaint_studio.ui.actions.keymap import Keymap, Keys, brief, keymap_of, keys_text
from inpaint_studio.ui.actions.table import ACTION_BY_NAME
from inpaint_studio.ui.style.tips import set_tip

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT_GR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_OF_THE_KEYBOARD = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier
_NAMED_KEYS = 0x0100_0000
"""From here on Qt numbers keys that type nothing; below, a key is the code point it types."""


class Shortcuts(QObject):
    """Lives as long as the window; `changed` comes when a person gives an action another key."""

    changed = Signal()

    def __init__(self, settings: Settings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keymap: Keymap = {}
        self._actions: dict[tuple[Scope, str], Action] = {}
        self.follow(settings or Settings())

    def follow(self, settings: Settings) -> None:
        """Take the keys of those settings."""
        self._keymap = keymap_of(settings)
        self._actions = {
            (ACTION_BY_NAME[name].scope, key): ACTION_BY_NAME[name]
            for name, keys in self._keymap.items()
            for key in keys
        }
        self.changed.emit()

    def keys(self, name: str) -> Keys:
        """The keys of an action, in portable text."""
        return self._keymap[name]

    def first_key(self, name: str) -> str:
        """The first key of an action as it is shown, "" where it has none."""
        return keys_text(self._keymap[name][:1])

    def brief_key(self, name: str) -> str:
        """The first key of an action as a button has it, "" where it has none."""
        return "".join(map(brief, self._keymap[name][:1]))

    def meant(self, scope: Scope, event: QKeyEvent) -> Action | None:
        """The action of a scope that this key is for; one that is held has it with any modifier."""
        found = (self._actions.get((scope, keys)) for keys in _readings(event))
        action = next((each for each in found if each is not None), None)
        if action is None:
            held = self._actions.get((scope, QKeySequence(event.key()).toString()))
            action = held if held is not None and held.holds else None
        return action

    def filled(self, text: str, *names: str) -> str:
        """Words with the first keys of those actions in their gaps."""
        return text.format(*(self.first_key(each) or "–" for each in names))

    def keep_shown(self, show: Callable[[], None]) -> None:
        """Call this now and whenever keys have changed; it lives as long as the window."""
        show()
        self.changed.connect(show)

    def name_key(self, widget: QWidget, name: str) -> None:
        """Let a widget's tooltip name the action's key after the words it has, from now on."""
        words = widget.toolTip()

        def show() -> None:
            key = self.first_key(name)
            set_tip(widget, f"{words} ({key})" if key else words)

        self.keep_shown(show)

    def fill_in(self, label: QLabel | QAbstractButton, *names: str) -> None:
        """Let words with gaps name the keys of those actions there, from now on."""
        words = label.text()
        self.keep_shown(lambda: label.setText(self.filled(words, *names)))


def _readings(event: QKeyEvent) -> Iterator[str]:
    """A key press as its modifiers and key, and as the sign that it types with Shift or AltGr."""
    modifiers = event.modifiers() & ~_OF_THE_KEYBOARD
    yield QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key()))).toString()
    sign = chr(event.key()) if event.key() < _NAMED_KEYS else " "
    is_typed = {_SHIFT: not sign.isalpha(), _ALT_GR: not sign.isalnum()}
    if not sign.isspace() and is_typed.get(modifiers, False):
        yield QKeySequence(event.key()).toString()
