"""The keys of every action: the table's own, a preset's over them, the person's over both."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtGui import QKeySequence

from inpaint_studio.paths import resource
from inpaint_studio.settings import Settings
from inpaint_studio.ui.shell.actions import ActionRow

Keys = tuple[str, ...]
Keymap = Mapping[str, Keys]


def keymap_of(rows: Iterable[ActionRow], settings: Settings) -> Keymap:
    """The keys of every action by its id, in portable text."""
    table = {row.id: row.keys for row in rows}
    preset = overlaid(table, read_preset(settings.shortcut_preset))
    return overlaid(preset, own_keys(settings))


def overlaid(below: Keymap, above: Keymap) -> dict[str, Keys]:
    """`above` over `below`; a key that is given anew is taken from whoever had it."""
    known = {name: _portable(keys) for name, keys in above.items() if name in below}
    taken = {key for keys in known.values() for key in keys}
    kept = {name: _portable(keys) for name, keys in below.items()}
    left = {name: tuple(key for key in keys if key not in taken) for name, keys in kept.items()}
    return left | known


def read_preset(name: str) -> dict[str, Keys]:
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
    """The other action that has this key."""
    (portable,) = _portable((key,))
    return next(
        (name for name, keys in keymap.items() if name != besides and portable in keys), None
    )


def spoken(keys: Iterable[str]) -> str:
    """Keys as this system writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(key).toString(native) for key in keys)


def _portable(keys: Iterable[str]) -> Keys:
    return tuple(QKeySequence(key).toString() for key in keys)
