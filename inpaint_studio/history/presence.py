"""Which processes are alive: each holds a lock on a file of its own until it ends, however it ends.

A process id alone would not do: ids are reused, and differ between containers that share a folder.
"""

from __future__ import annotations

import os
import sys
import threading
import uuid
from contextlib import suppress
from pathlib import Path


class Presence:
    """The sign of life of one History, put up on first use."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._descriptor: int | None = None
        self._once = threading.Lock()
        self.token = uuid.uuid4().hex

    def put_up(self) -> str:
        """Hold the lock from now on; returns the token that names it."""
        with self._once:
            if self._descriptor is None:
                self._folder.mkdir(parents=True, exist_ok=True)
                descriptor = os.open(self._path(self.token), os.O_RDWR | os.O_CREAT)
                _try_lock(descriptor)
                self._descriptor = descriptor
        return self.token

    def take_down(self) -> None:
        """Release the lock and remove its file."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
            self._path(self.token).unlink(missing_ok=True)

    def is_alive(self, token: str) -> bool:
        """Whether the History that put up `token` still stands; a dead one's file is removed."""
        if token == self.token:
            return self._descriptor is not None
        try:
            descriptor = os.open(self._path(token), os.O_RDWR)
        except FileNotFoundError:
            return False
        try:
            is_dead = _try_lock(descriptor)
        finally:
            os.close(descriptor)
        if is_dead:
            with suppress(OSError):
                self._path(token).unlink(missing_ok=True)
        return not is_dead

    def _path(self, token: str) -> Path:
        return self._folder / f"{token}.lock"


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
