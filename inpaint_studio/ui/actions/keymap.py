"""The keys of every action: the table's own, a preset's over them, the person's over both.

Within a scope a key belongs to one action; two scopes may give it to two.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtGui import QKeySequence

from inpaint_studio.paths import resource
from inpaint_studio.settings import Settings
from inpaint_studio.ui.actions.action import Action
from inpaint_studio.ui.actions.table import ACTION_BY_NAME
from inpaint_studio.ui.style.figures import THIN, in_order

Keys = tuple[str, ...]
Keymap = Mapping[str, Keys]
"""Keys in portable text by the names of their actions."""

_ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}


def keymap_of(settings: Settings) -> Keymap:
    """The keys of every action."""
    table = {name: _portable(action.keys) for name, action in ACTION_BY_NAME.items()}
    preset = overlaid(table, read_preset(settings.shortcut_preset))
    return overlaid(preset, own_keys(settings))


def overlaid(below: Keymap, above: Keymap) -> Keymap:
    """`above` over `below`; a key that is given anew is taken from whoever had it in the scope."""
    known = {name: _portable(keys) for name, keys in above.items() if name in below}
    taken = {(_scope(name), key) for name, keys in known.items() for key in keys}
    left = {
        name: tuple(key for key in keys if (_scope(name), key) not in taken)
        for name, keys in below.items()
    }
    return left | known


def read_preset(name: str) -> Keymap:
    """The keys a shipped preset changes."""
    text = resource(f"shortcuts/{name}.json").read_text("utf-8")
    return {action: tuple(keys) for action, keys in json.loads(text).items()}


def own_keys(settings: Settings) -> dict[str, Keys]:
    """What the person changed; entries that make no sense are passed over."""
    return {
        entry["action"]: tuple(key for key in entry["keys"] if isinstance(key, str))
        for entry in settings.shortcuts
        if isinstance(entry.get("action"), str) and isinstance(entry.get("keys"), list | tuple)
    }


def stored(keys: Keymap) -> tuple[Mapping[str, Any], ...]:
    """Own keys as the settings hold them."""
    return tuple({"action": name, "keys": list(each)} for name, each in keys.items())


def holder_of(key: str, keymap: Keymap, besides: str) -> str | None:
    """The other action of the same scope that has this key."""
    scope = _scope(besides)
    holders = (name for name in _holders(key, keymap) if _scope(name) == scope)
    return next((name for name in holders if name != besides), None)


def holders_elsewhere(key: str, keymap: Keymap, besides: str) -> list[Action]:
    """Who else has this key where both may be meant: its scope, or the window around all."""
    scope = _scope(besides)
    holders = (ACTION_BY_NAME[name] for name in _holders(key, keymap))
    return [each for each in holders if each.scope != scope and "window" in (scope, each.scope)]


def keys_text(keys: Iterable[str]) -> str:
    """Keys as this system writes them, from left to right in every language."""
    words = ", ".join(map(_native, keys))
    return in_order(words) if words else ""


def brief(key: str) -> str:
    """A key for a button, where Enter is its sign."""
    modifiers, last = _parted(key)
    if last not in ("Return", "Enter"):
        return keys_text((key,))
    held = modifiers.removesuffix("+")
    return in_order(f"{held}{THIN}↵" if held else "↵")


def _native(key: str) -> str:
    modifiers, last = _parted(key)
    return modifiers + _ARROWS[last] if last in _ARROWS else _text(key)


def _parted(key: str) -> tuple[str, str]:
    """What the system calls the modifiers (Ctrl+, Strg+, ⌘), and the rest in portable text."""
    modifiers, _, last = key.rpartition("+")
    return (_text(f"{modifiers}+A").removesuffix("A") if modifiers else "", last)


def _text(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def _holders(key: str, keymap: Keymap) -> list[str]:
    (portable,) = _portable((key,))
    return [name for name, keys in keymap.items() if portable in keys]


def _scope(name: str) -> str:
    action = ACTION_BY_NAME.get(name)
    return action.scope if action is not None else ""


def _portable(keys: Iterable[str]) -> Keys:
    return tuple(QKeySequence(key).toString() for key in keys)
