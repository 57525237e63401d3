"""What must be true before Qt is started: it would abort, and name the wrong library.

Checked in the order in which a person can mend it; each fault is one sentence and one command.
"""

from __future__ import annotations

import ctypes
import importlib
import os
import sys
from pathlib import Path

import PySide6

EXIT_STATUS = 3
_LIBRARIES = (
    "libgl1 libegl1 libxkbcommon0 libfontconfig1 libglib2.0-0 libdbus-1-3 libxcb-cursor0 "
    "libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"
)
_BROKEN_PYSIDE = "6.12.0"


def find_fault(*, needs_display: bool = True) -> str | None:
    """What keeps the window from opening and what to do about it; None when nothing does."""
    if fault := _broken_pyside():
        return fault
    if not sys.platform.startswith("linux"):
        return None
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if needs_display and not platform and not _has_display_variable():
        return (
            "There is no display. Start it from a desktop session, or use "
            "'inpaint-studio demo' and 'inpaint-studio edit', which need none."
        )
    if fault := _missing_library("QtWidgets"):
        return fault
    if needs_display and platform in ("", "xcb") and not os.environ.get("WAYLAND_DISPLAY"):
        return _unusable_x11()
    return None


def _broken_pyside() -> str | None:
    """PySide6 6.12.0 drops references to None before Python 3.12 and aborts while painting."""
    if sys.version_info >= (3, 12):
        return None
    if PySide6.__version__ != _BROKEN_PYSIDE:
        return None
    return (
        f"PySide6 {_BROKEN_PYSIDE} crashes on Python {sys.version_info[0]}.{sys.version_info[1]}. "
        "Run: pip install 'PySide6-Essentials>=6.9,<6.12'"
    )


def _missing_library(module: str) -> str | None:
    try:
        importlib.import_module(f"PySide6.{module}")
    except ImportError as fault:
        return _missing(str(fault))
    return None


def _unusable_x11() -> str | None:
    plugin = _plugin_folder() / "libqxcb.so"
    try:
        if plugin.exists():
            ctypes.CDLL(str(plugin))
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError as fault:
        return _missing(str(fault))
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    # Left open: a bare X server starts anew when its last client leaves, just as Qt connects.
    connection = xcb.xcb_connect(None, None)
    if not xcb.xcb_connection_has_error(connection):
        return None
    return f"The display {os.environ.get('DISPLAY')} cannot be reached. Check DISPLAY and xauth."


def _plugin_folder() -> Path:
    assert PySide6.__file__ is not None
    return Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms"


def _has_display_variable() -> bool:
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _missing(words: str) -> str:
    library = words.partition(":")[0]
    return f"A system library is missing ({library}). Run: sudo apt install {_LIBRARIES}"
