"""Whether Qt will find a display: asked as Qt asks, but with an end and in true words.

Qt tries its platforms in turn. It aborts after the last, blaming xcb, and waits for ever for one
that takes a connection and says nothing.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from inpaint_studio import system_needs

ANSWER_S = 10.0
"""How long a display may take to answer; one that swaps is slow, too."""

_NEEDS_NOTHING = ("offscreen", "minimal")
_WAYLAND_SYNC = struct.pack("=IHHI", 1, 0, 12, 2)
"""`wl_display.sync` with 2 as the new id: what a compositor answers at once."""

_START_QT = """
from PySide6.QtGui import QGuiApplication
raise SystemExit(not QGuiApplication([]).screens())
"""


def find_fault(libraries: Sequence[str]) -> str | None:
    """What keeps Qt from the platforms it will try, in its order; None when one of them works."""
    plugins = _plugins()
    faults = []
    for platform in libraries:
        try:
            fault = _fault(platform, plugins)
        except TimeoutError as silent:  # the others are not tried any more
            return f"{silent} does not answer. Is its server stopped or busy? Restart it."
        if fault is None:
            return None
        faults.append(fault)
    return " ".join(faults)


def _plugins() -> dict[str, Path]:
    """The plugins that are there, by the names they answer to, as Qt itself looks for them."""
    from PySide6.QtCore import QCoreApplication, QPluginLoader

    folders = [Path(folder) / "platforms" for folder in QCoreApplication.libraryPaths()]
    if own := os.environ.get("QT_QPA_PLATFORM_PLUGIN_PATH"):
        folders.insert(0, Path(own))
    found: dict[str, Path] = {}
    for path in (path for folder in folders for path in folder.glob("*.so")):
        about = QPluginLoader(str(path)).metaData().get("MetaData")
        names: list[str] = about["Keys"] if isinstance(about, dict) else []
        for name in names:
            found.setdefault(name.lower(), path)
    return found


def _fault(platform: str, plugins: dict[str, Path]) -> str | None:
    name = platform.lower().partition(":")[0]
    if name not in plugins:
        there = ", ".join(sorted(plugins))
        return f"Qt has no platform '{name}'. Unset QT_QPA_PLATFORM, or choose one of: {there}."
    try:
        ctypes.CDLL(str(plugins[name]))
    except OSError as fault:
        return system_needs.library_fault(str(fault), system_needs.needs_of(name))
    if name == "xcb":
        return _x11_fault()
    if name.startswith("wayland"):
        return _wayland_fault()
    return None if name in _NEEDS_NOTHING else _device_fault(platform)


def _x11_fault() -> str | None:
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    display = os.environ.get("DISPLAY")
    answers: list[int] = []
    # Left open: a bare X server starts anew when its last client leaves, just as Qt connects.
    asking = threading.Thread(
        target=lambda: answers.append(xcb.xcb_connection_has_error(xcb.xcb_connect(None, None))),
        daemon=True,
    )
    asking.start()
    asking.join(ANSWER_S)
    if not answers:
        raise TimeoutError(f"The display {display}")
    if not answers[0]:
        return None
    if not display:
        return "There is no X display: DISPLAY is not set."
    return f"The display {display} cannot be reached. Check DISPLAY and xauth."


def _wayland_fault() -> str | None:
    if os.environ.get("WAYLAND_SOCKET"):  # a connection for one use, and that is Qt's
        return None
    import socket  # the window's first paint waits for it under Wayland only

    path = system_needs.wayland_socket()
    if path is None:
        return "The Wayland display cannot be reached: XDG_RUNTIME_DIR is not set."
    try:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(ANSWER_S)
            connection.connect(str(path))
            connection.sendall(_WAYLAND_SYNC)
            if connection.recv(8):
                return None
        reason = "it closes the connection"
    except TimeoutError:
        raise TimeoutError(f"The Wayland display {path}") from None
    except OSError as fault:
        reason = fault.strerror or str(fault)
    return (
        f"The Wayland display {path} cannot be reached ({reason}). "
        "Check WAYLAND_DISPLAY and XDG_RUNTIME_DIR."
    )


def _device_fault(platform: str) -> str | None:
    """What keeps Qt from a platform that draws on a device: only Qt can tell, and it may abort."""
    if getattr(sys, "frozen", False):
        return None
    import subprocess  # the window's first paint does not wait for it

    done = subprocess.run(
        [sys.executable, "-c", _START_QT],
        env={**os.environ, "QT_QPA_PLATFORM": platform},
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode == 0:
        return None
    words = " ".join(done.stderr.split()) or f"status {done.returncode}"
    return f"Qt's platform '{platform}' does not start here ({words}). Unset QT_QPA_PLATFORM."
