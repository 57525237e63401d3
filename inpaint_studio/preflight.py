"""What must be true before Qt is started: it would abort, and name the wrong library.

Checked in the order in which a person can mend it; each fault is one line that says what to do.
Qt itself is imported by the checks only: it may be what is missing.
"""

from __future__ import annotations

import importlib
import sys

from inpaint_studio import system_needs
from inpaint_studio.system_needs import IMPORT_NEEDS

_BROKEN_PYSIDE = "6.12.0"
_NONE_IS_IMMORTAL = (3, 12)


def find_fault() -> str | None:
    """What keeps the window from opening and what to do about it; None when nothing does."""
    is_linux = sys.platform.startswith("linux")
    wanted = system_needs.platforms() if is_linux else []
    if fault := _broken_pyside():
        return fault
    if is_linux and not wanted:
        return (
            "There is no display. Start it from a desktop session, or use "
            "'inpaint-studio demo' and 'inpaint-studio edit', which need none."
        )
    if fault := _unloadable("PySide6.QtWidgets"):
        return fault
    if not is_linux:
        return None
    from inpaint_studio import displays

    return displays.find_fault(wanted)


def _broken_pyside() -> str | None:
    """Qt's Python package is missing, in pieces, or the one that aborts while painting."""
    if fault := _unloadable("PySide6"):
        return fault
    version = getattr(importlib.import_module("PySide6"), "__version__", None)
    if version is None:  # the folder that one left behind
        return _reinstall("it is in pieces")
    if version == _BROKEN_PYSIDE and _loses_none():
        return _reinstall(f"{version} crashes on Python {sys.version.split()[0]}")
    return None


def _unloadable(module: str) -> str | None:
    try:
        importlib.import_module(module)
    except ModuleNotFoundError as fault:
        return _reinstall(str(fault))
    except ImportError as fault:
        return system_needs.library_fault(str(fault), IMPORT_NEEDS)
    return None


def _reinstall(reason: str) -> str:
    bound = ",<" + _BROKEN_PYSIDE if _loses_none() else ""
    return (
        f"PySide6 cannot be used ({reason}). Run: {sys.executable} -m pip install "
        f"--force-reinstall 'PySide6-Essentials>=6.9{bound}'"
    )


def _loses_none() -> bool:
    """Whether this Python counts references to None, which PySide6 6.12.0 drops."""
    python = (sys.version_info.major, sys.version_info.minor)
    return python < _NONE_IS_IMMORTAL
