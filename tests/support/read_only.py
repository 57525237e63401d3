"""A place that cannot be written to, for as long as a test needs one: by anyone, root included."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

_NOBODY = 65534


def read_only_disk(folder: Path) -> AbstractContextManager[Path]:
    """The empty folder as a disk that can only be read; skips where nothing can be mounted."""
    return mounted(folder, "ro,size=64k")


@contextmanager
def mounted(folder: Path, options: str) -> Iterator[Path]:
    """The empty folder as a disk in memory; skips where nothing can be mounted."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root mounts a disk")
    mount = ["mount", "-t", "tmpfs", "-o", options, "none", str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@contextmanager
def forbidden_folder(folder: Path) -> Iterator[Path]:
    """The folder without the right to write in it; root is somebody else meanwhile."""
    if not hasattr(os, "geteuid"):
        pytest.skip("folder permissions are POSIX")
    user = os.geteuid()
    folder.chmod(0o555)
    if user == 0:
        os.seteuid(_NOBODY)
    try:
        yield folder
    finally:
        os.seteuid(user)
        folder.chmod(0o755)
