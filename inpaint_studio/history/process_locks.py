"""Which processes are alive: each holds a lock on a file of its own until it ends."""

from __future__ import annotations

import threading
import uuid
from pathlib import Path

from inpaint_studio.durable import make_private_folder
from inpaint_studio.file_lock import FileLock, try_lock


class ProcessLock:
    """The sign of life of one History, put up on first use."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock: FileLock | None = None
        self._once = threading.Lock()
        self.token = uuid.uuid4().hex

    def put_up(self) -> str:
        """Hold the lock from now on; returns the token that names it."""
        with self._once:
            if self._lock is None:
                make_private_folder(self._folder)
                self._lock = try_lock(self._path(self.token))
        return self.token

    def take_down(self) -> None:
        """Release the lock and remove its file."""
        if self._lock is not None:
            self._lock.release(remove=True)
            self._lock = None

    def is_alive(self, token: str) -> bool:
        """Whether the History that put up `token` still stands; a dead one's file is removed."""
        if token == self.token:
            return self._lock is not None
        path = self._path(token)
        if not path.exists():
            return False
        lock = try_lock(path)
        if lock is not None:
            lock.release(remove=True)
        return lock is None

    def others_live(self) -> bool:
        """Whether any other History in the folder stands."""
        tokens = [path.stem for path in self._folder.glob("*.lock")]
        return any(self.is_alive(token) for token in tokens if token != self.token)

    def _path(self, token: str) -> Path:
        return self._folder / f"{token}.lock"
