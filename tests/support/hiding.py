"""A system library that is not there, for one command: hidden in a mount namespace of its own."""

from __future__ import annotations

import ctypes
import os
import shlex
import subprocess
from pathlib import Path

import pytest


def without_library(name: str, command: list[str], room: Path) -> list[str]:
    """The command as it runs where the library `name` has been removed; skips where it cannot be.

    `room` is an empty folder for what the namespace takes away.
    """
    folder = _folder_of(name)
    script = f"""set -e
mount -t tmpfs none {shlex.quote(str(room))}
cd {shlex.quote(str(room))}
mkdir upper work
mount -t overlay none -o lowerdir={folder},upperdir=upper,workdir=work {folder}
rm {folder}/{name}
cd {shlex.quote(str(Path.cwd()))}
"""
    as_root = ["--map-root-user"] if os.geteuid() else []
    hidden = ["unshare", "--mount", *as_root, "sh", "-c"]
    try:
        subprocess.run([*hidden, script], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no library can be hidden here: needs `unshare --mount` and overlayfs")
    return [*hidden, f"{script}exec {shlex.join(command)}"]


def _folder_of(name: str) -> Path:
    """Where the loader finds the library; skips where it does not."""
    try:
        ctypes.CDLL(name)
    except OSError:
        pytest.skip(f"{name} is not there to be hidden")
    maps = Path("/proc/self/maps").read_text("utf-8").split()
    return next(Path(path).parent for path in maps if path.startswith("/") and name in path)
