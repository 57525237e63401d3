"""What the shell needs to look like the window that follows it: read before anything heavy is.

It lies in `window.ini` beside the settings: the theme the last session ended in, its scale, and
where the window and its panels were.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QMargins, QSettings

from inpaint_studio import paths
from inpaint_studio.durable import kept_beside, make_file, make_private_folder
from inpaint_studio.typed_values import Column, Reader, as_number, as_text, or_none, read_fields

_FIRST_MARGINS = (49, 305, 29)


@dataclass(frozen=True, slots=True)
class StartUpLook:
    """`left`, `right` and `bottom` are the pixels that tools, request and history will take.

    `theme` is the one that was seen, never "system": asking the system takes Qt's namespace.
    """

    theme: str = "dark"
    ui_scale: float = 1.0
    language: str = ""
    left: int = _FIRST_MARGINS[0]
    right: int = _FIRST_MARGINS[1]
    bottom: int = _FIRST_MARGINS[2]
    geometry: QByteArray | None = None
    docks: QByteArray | None = None
    history: str = ""
    """"open" or "line" where a person has chosen."""
    refused: tuple[str, ...] = ()
    """What was stored and made no sense."""

    @property
    def margins(self) -> QMargins:
        """What the centre leaves free for the panels."""
        return QMargins(self.left, 0, self.right, self.bottom)


def load_look() -> StartUpLook:
    """The look of the last session; the first one's where nothing of use is stored."""
    store = _store()
    stored = {name: store.value(name) for name in _COLUMNS if store.contains(name)}
    values, refused = read_fields(stored, _COLUMNS)
    return StartUpLook(**values, refused=refused)


def keep_look_aside() -> Path | None:
    """A copy of what made no sense, before the next look takes its place; None if that fails."""
    try:
        return kept_beside(_path())
    except OSError:
        return None


def scale_interface(look: StartUpLook) -> None:
    """Scale everything, on top of the system's own scale; before there is an application."""
    if look.ui_scale != 1.0:
        # Whatever set it may have meant anything.
        systems = _systems_scale(os.environ.get("QT_SCALE_FACTOR") or 1.0)
        os.environ["QT_SCALE_FACTOR"] = f"{systems * look.ui_scale:.3f}"


def save_look(look: StartUpLook) -> None:
    """Remember the look for the next start."""
    with suppress(OSError):  # Qt says nothing of what it cannot write, and keeps the rights
        make_private_folder(paths.config_folder())
        make_file(_path())
    store = _store()
    for name in _COLUMNS:
        store.setValue(name, getattr(look, name))


def _systems_scale(value: str | float) -> float:
    with suppress(ValueError):
        return float(_as_written(as_number(0.1, 10))(value))
    return 1.0


def _as_written(reader: Reader) -> Reader:
    """A number as the file has it, which is text."""
    return lambda value: reader(float(value) if isinstance(value, str) else value)


def _as_pixels(value: Any) -> int:
    return int(_as_written(as_number(0, _MOST_PX))(value))


def _as_code(value: Any) -> str:
    if not re.fullmatch("[a-zA-Z_]{0,8}", as_text(value)):
        raise ValueError("must be a word of letters")
    return str(value)


def _as_bytes(value: Any) -> QByteArray:
    if not isinstance(value, QByteArray):
        raise ValueError("must be bytes")
    return value


_MOST_PX = 16_000
_COLUMNS = {
    "theme": Column(_as_code, "dark"),
    "ui_scale": Column(_as_written(as_number(0.5, 4)), 1.0),
    "language": Column(_as_code, ""),
    "left": Column(_as_pixels, _FIRST_MARGINS[0]),
    "right": Column(_as_pixels, _FIRST_MARGINS[1]),
    "bottom": Column(_as_pixels, _FIRST_MARGINS[2]),
    "geometry": Column(or_none(_as_bytes)),
    "docks": Column(or_none(_as_bytes)),
    "history": Column(_as_code, ""),
}


def _store() -> QSettings:
    return QSettings(str(_path()), QSettings.Format.IniFormat)


def _path() -> Path:
    return paths.config_folder() / "window.ini"
