"""Results that are fetched by URL: kept on disk for an hour, under names nobody can guess."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import stat
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from inpaint_studio.contract.media import suffix
from inpaint_studio.file_lock import FileLock, try_lock

LIFETIME_S = 3600.0
_PREFIX = "inpaint-studio-results-"
_LOCK = ".lock"


def sweep_results() -> None:
    """Delete the results of servers that were killed: what a living one keeps, it has locked."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError):
            if not _is_own_folder(folder):
                continue
            lock = try_lock(folder / _LOCK)
            if lock is not None:
                lock.release()
                shutil.rmtree(folder)


def _is_own_folder(path: Path) -> bool:
    """Others may write beside it, and make links that lead anywhere."""
    found = path.lstat()
    return stat.S_ISDIR(found.st_mode) and found.st_uid == getattr(os, "getuid", lambda: 0)()


class KeptResults:
    """Files by name, each gone after `lifetime_s` seconds of `clock`; all gone with the object."""

    def __init__(
        self, lifetime_s: float = LIFETIME_S, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._lifetime_s = lifetime_s
        self._clock = clock
        self._ends: dict[str, float] = {}
        self._lock = threading.Lock()
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._held: FileLock | None = None

    def keep(self, content: bytes, output_format: str) -> str:
        """Store a file; return its name."""
        name = f"{secrets.token_urlsafe(24)}.{suffix(f'image/{output_format}')}"
        with self._lock:
            self._drop_old()
            if self._folder is None:
                self._folder = tempfile.TemporaryDirectory(prefix=_PREFIX)
                self._held = try_lock(Path(self._folder.name, _LOCK))
            Path(self._folder.name, name).write_bytes(content)
            self._ends[name] = self._clock() + self._lifetime_s
        return name

    def find(self, name: str) -> bytes | None:
        """The file of that name, while it lives; names are looked up, never used as paths."""
        with self._lock:
            self._drop_old()
            if name not in self._ends or self._folder is None:
                return None
            return Path(self._folder.name, name).read_bytes()

    def close(self) -> None:
        """Delete everything."""
        with self._lock:
            self._ends.clear()
            if self._held is not None:
                self._held.release()
            if self._folder is not None:
                self._folder.cleanup()
                self._folder = None

    def _drop_old(self) -> None:
        now = self._clock()
        for name in [name for name, end in self._ends.items() if end <= now]:
            del self._ends[name]
            if self._folder is not None:
                Path(self._folder.name, name).unlink(missing_ok=True)
