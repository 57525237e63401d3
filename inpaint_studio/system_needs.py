"""What the system has to bring: libraries, the packages they come in, and a display.

Standard library only, and no syntax newer than 3.8: `packaging/dev.py` reads this, too, before
there is an environment, and an old Python must get far enough to be told so.
"""

from __future__ import annotations

import ctypes
import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


class Need(NamedTuple):
    """A shared library or program, and the packages that bring it, newest name first."""

    name: str
    packages: tuple[str, ...]

    @property
    def is_there(self) -> bool:
        """Whether it can be loaded, or found on the search path."""
        if ".so." not in self.name:
            return shutil.which(self.name) is not None
        try:
            ctypes.CDLL(self.name)
        except OSError:
            return False
        return True


# Found by experiment on a bare Debian 12: without these PySide6's modules cannot be imported,
IMPORT_NEEDS = (
    Need("libGL.so.1", ("libgl1",)),
    Need("libEGL.so.1", ("libegl1",)),
    Need("libxkbcommon.so.0", ("libxkbcommon0",)),
    Need("libfontconfig.so.1", ("libfontconfig1",)),
    Need("libglib-2.0.so.0", ("libglib2.0-0t64", "libglib2.0-0")),
    Need("libdbus-1.so.3", ("libdbus-1-3",)),
)
# and without these Qt cannot open a window on X11. They bring the other xcb libraries with them.
X11_NEEDS = (
    Need("libxcb-cursor.so.0", ("libxcb-cursor0",)),
    Need("libxkbcommon-x11.so.0", ("libxkbcommon-x11-0",)),
    Need("libxcb-icccm.so.4", ("libxcb-icccm4",)),
    Need("libxcb-keysyms.so.1", ("libxcb-keysyms1",)),
    Need("libxcb-shape.so.0", ("libxcb-shape0",)),
)
WAYLAND_NEEDS = (
    Need("libwayland-client.so.0", ("libwayland-client0",)),
    Need("libwayland-cursor.so.0", ("libwayland-cursor0",)),
)

# Recommended packages are a desktop's worth.
INSTALL = ("install", "-y", "--no-install-recommends")


def platforms() -> list[str]:
    """The Qt platforms that will be tried on Linux, in Qt's order; none where there is no display.

    Qt tries xcb in any case; without DISPLAY in vain. Arguments (`linuxfb:fb=/dev/fb1`) stay.
    """
    named = os.environ.get("QT_QPA_PLATFORM", "")
    if named:
        return [part for part in named.split(";") if part]
    wayland = ["wayland"] if _is_wayland_announced() else []
    return wayland + (["xcb"] if os.environ.get("DISPLAY") else [])


def wayland_socket() -> Path | None:
    """Where the compositor listens, by libwayland's rules; None where the variables do not say."""
    name = Path(os.environ.get("WAYLAND_DISPLAY") or "wayland-0")
    path = Path(os.environ.get("XDG_RUNTIME_DIR", "")) / name
    return path if path.is_absolute() else None


def display_needs() -> tuple[Need, ...]:
    """What windows need on the displays that will be tried."""
    return tuple(need for platform in platforms() for need in needs_of(platform))


def needs_of(platform: str) -> tuple[Need, ...]:
    """What windows need on one of Qt's platforms."""
    name = platform.lower()
    if name.startswith("xcb"):
        return X11_NEEDS
    return WAYLAND_NEEDS if name.startswith("wayland") else ()


def library_fault(text: str, needs: Sequence[Need]) -> str:
    """What a loader's `text` mean, and what to do: all `needs` that are missing are named."""
    library = text.partition(":")[0]
    missing = [need for need in needs if not need.is_there]
    if not missing:
        return f"Qt cannot be loaded ({text}). Install or update what provides {library}."
    return f"A system library is missing ({library}). {advice(missing)}"


def advice(missing: Sequence[Need]) -> str:
    """What to do about needs that are not there, in one line."""
    if shutil.which("apt-get"):
        return "Run: " + install_command(missing)
    return "Install what provides: " + ", ".join(need.name for need in missing)


def install_command(missing: Sequence[Need]) -> str:
    """The command that installs what is missing."""
    return " ".join(["sudo apt-get", *INSTALL, *packages_for(missing)])


def packages_for(needs: Sequence[Need]) -> list[str]:
    """One package for each need, under the name this release of the system knows."""
    return [next(filter(is_known, need.packages), need.packages[-1]) for need in needs]


def is_known(package: str) -> bool:
    """Whether apt has heard of the package."""
    if shutil.which("apt-cache") is None:
        return False
    import subprocess  # the window's first paint does not wait for it

    question = ["apt-cache", "show", "--no-all-versions", package]
    return not subprocess.call(question, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _is_wayland_announced() -> bool:
    if os.environ.get("WAYLAND_DISPLAY"):
        return True
    socket = wayland_socket()
    is_session = os.environ.get("XDG_SESSION_TYPE") == "wayland"
    return is_session and socket is not None and socket.exists()
