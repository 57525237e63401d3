"""One database, and a connection to it for each thread that asks."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable


class Connections:
    """`of_thread` opens what the calling thread has not opened yet; `close` ends all of them.

    A commit waits for the disk, for tens of milliseconds when that is busy: threads with
    connections of their own do not wait for each other's.
    """

    def __init__(self, first: sqlite3.Connection, reopen: Callable[[], sqlite3.Connection]) -> None:
        self._reopen = reopen
        self._lock = threading.Lock()
        self._all: list[sqlite3.Connection] | None = [first]
        self._own = threading.local()
        self._own.connection = first

    def of_thread(self) -> sqlite3.Connection:
        """The calling thread's connection.

        Raises:
            sqlite3.Error: closed, or anything SQLite meets on opening.
        """
        known: sqlite3.Connection | None = getattr(self._own, "connection", None)
        if known is None:
            with self._lock:
                if self._all is None:
                    raise sqlite3.ProgrammingError("The history has been closed.")
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
