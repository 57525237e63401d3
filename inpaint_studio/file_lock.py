"""A lock on a file that ends with its process, however that ends.

A process id alone would not do: ids are reused, and differ between containers that share a folder.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path


class FileLock:
    """A lock that is held; made by `try_lock`."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self.path = path
        self._descriptor: int | None = descriptor

    def release(self, *, remove: bool = False) -> None:
        """Let go of the lock, and of its file if asked; may be called twice."""
        if self._descriptor is None:
            return
        os.close(self._descriptor)
        self._descriptor = None
        if remove:
            with suppress(OSError):
                self.path.unlink(missing_ok=True)


def try_lock(path: Path) -> FileLock | None:
    """Take the lock on `path`, creating the file; None where a living process holds it.

    Raises:
        OSError: the file can be neither opened nor created.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    if _is_taken(descriptor):
        return FileLock(path, descriptor)
    os.close(descriptor)
    return None


if sys.platform == "win32":
    import msvcrt

    def _is_taken(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _is_taken(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
