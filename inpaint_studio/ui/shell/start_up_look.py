"""What the shell needs to look like the window that follows it: read before anything heavy is.

It lies in `window.ini` beside the settings: the theme the last session ended in, its scale, and
where the window and its panels were.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QMargins, QSettings

from inpaint_studio import paths
from inpaint_studio.durable import make_file, make_private_folder

_FIRST_MARGINS = (49, 305, 181)


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

    @property
    def margins(self) -> QMargins:
        """What the centre leaves free for the panels."""
        return QMargins(self.left, 0, self.right, self.bottom)


def load_look() -> StartUpLook:
    """The look of the last session; the first one's where nothing of use is stored."""
    store = _store()
    try:
        return StartUpLook(
            theme=str(store.value("theme", "dark")),
            ui_scale=_number(store.value("ui_scale", 1.0)),
            language=str(store.value("language", "")),
            left=int(_number(store.value("left", _FIRST_MARGINS[0]))),
            right=int(_number(store.value("right", _FIRST_MARGINS[1]))),
            bottom=int(_number(store.value("bottom", _FIRST_MARGINS[2]))),
            geometry=_bytes(store.value("geometry")),
            docks=_bytes(store.value("docks")),
        )
    except ValueError:
        return StartUpLook()


def scale_interface(look: StartUpLook) -> None:
    """Scale everything, on top of the system's own scale; before there is an application."""
    if look.ui_scale != 1.0:
        systems = _number(os.environ.get("QT_SCALE_FACTOR") or 1.0)
        os.environ["QT_SCALE_FACTOR"] = f"{systems * look.ui_scale:.3f}"


def save_look(look: StartUpLook) -> None:
    """Remember the look for the next start."""
    with suppress(OSError):  # Qt says nothing of what it cannot write, and keeps the rights
        make_private_folder(paths.config_folder())
        make_file(_path())
    store = _store()
    for name in ("theme", "ui_scale", "language", "left", "right", "bottom", "geometry", "docks"):
        store.setValue(name, getattr(look, name))


def _number(value: Any) -> float:
    return float(value)


def _bytes(value: Any) -> QByteArray | None:
    return value if isinstance(value, QByteArray) else None


def _store() -> QSettings:
    return QSettings(str(_path()), QSettings.Format.IniFormat)


def _path() -> Path:
    return paths.config_folder() / "window.ini"
