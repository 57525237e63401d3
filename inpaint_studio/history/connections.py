"""One database, and a connection to it for each thread that asks."""

from __future__ import annotations

import errno
import os
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path


class Connections:
    """`of_thread` opens what the calling thread has not opened yet; `close` ends all of them.

    A commit waits for the disk, for tens of milliseconds when that is busy: threads with
    connections of their own do not wait for each other's.
    """

    def __init__(
        self, path: Path, first: sqlite3.Connection, reopen: Callable[[], sqlite3.Connection]
    ) -> None:
        self._path = path
        self._file = _identity(path)
        self._reopen = reopen
        self._lock = threading.Lock()
        self._all: list[sqlite3.Connection] | None = [first]
        self._own = threading.local()
        self._own.connection = first

    def check_is_there(self) -> None:
        """Make sure that what is written now can be found again.

        Raises:
            OSError: the file has gone, or is another: a connection would write on into nothing.
        """
        if _identity(self._path) != self._file:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(self._path))

    def of_thread(self) -> sqlite3.Connection:
        """The calling thread's connection.

        Raises:
            sqlite3.Error, OSError: closed, or anything that is met on opening.
        """
        known: sqlite3.Connection | None = getattr(self._own, "connection", None)
        if known is None:
            with self._lock:
                if self._all is None:
                    raise sqlite3.ProgrammingError("The history has been closed.")
                self.check_is_there()
                known = self._reopen()
                self._all.append(known)
            self._own.connection = known
        return known

    def close(self) -> None:
        """Close every connection; whoever asks again is refused."""
        with self._lock:
            connections, self._all = self._all or [], None
        for connection in connections:
            connection.close()


def _identity(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino
