"""Opening a history: the database as it is, or what can be read of a damaged one."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from inpaint_studio.errors import HistoryError
from inpaint_studio.file_lock import try_lock
from inpaint_studio.history import salvage
from inpaint_studio.history.error_mapping import is_damage
from inpaint_studio.history.process_locks import ProcessLock
from inpaint_studio.history.schema import check_schema, closed_on_fault, open_database
from inpaint_studio.phrase import Phrase

DATABASE = "history.db"
_SALVAGED = "history-salvaged.db"
_OPENING = "opening.lock"
_GLANCE_S = 0.02


def opened(
    folder: Path, lock: ProcessLock, busy_timeout_s: float
) -> tuple[sqlite3.Connection, tuple[str, ...]]:
    """A connection to the database in `folder`, and words about what was found.

    Raises:
        HistoryError: it is damaged, and another window has it open; or of a newer version.
        sqlite3.Error, OSError: anything else that is met.
    """
    with _one_at_a_time(folder / _OPENING, busy_timeout_s):
        lock.put_up()
        return _opened(folder, lock, busy_timeout_s)


@contextmanager
def _one_at_a_time(path: Path, patience_s: float) -> Iterator[None]:
    """Two that start at once never take each other for a window that works on the database."""
    until = time.monotonic() + patience_s
    while (lock := try_lock(path)) is None:
        if time.monotonic() > until:
            fault = sqlite3.OperationalError("another program is opening the history")
            fault.sqlite_errorcode = sqlite3.SQLITE_BUSY
            raise fault
        time.sleep(_GLANCE_S)
    try:
        yield
    finally:
        lock.release()


def _opened(
    folder: Path, lock: ProcessLock, busy_timeout_s: float
) -> tuple[sqlite3.Connection, tuple[str, ...]]:
    path, salvaged = folder / DATABASE, folder / _SALVAGED
    if salvaged.exists() and not path.exists():
        salvaged.replace(path)  # killed between the two names: it was whole before the first went
    # What another window has open is not pulled from under it.
    if salvage.is_marked(folder) and not lock.others_live():
        return _replaced(folder, busy_timeout_s)
    try:
        return _as_it_is(path, busy_timeout_s), ()
    except salvage.FAULTS as fault:
        if not is_damage(fault):
            raise
        if lock.others_live():
            raise _held_open(folder) from fault
        return _replaced(folder, busy_timeout_s)


def _as_it_is(path: Path, busy_timeout_s: float) -> sqlite3.Connection:
    connection = open_database(path, busy_timeout_s=busy_timeout_s)
    with closed_on_fault(connection):
        check_schema(connection)
    return connection


def _replaced(folder: Path, busy_timeout_s: float) -> tuple[sqlite3.Connection, tuple[str, ...]]:
    """A new database with what could be read; the damaged one stays until that is written."""
    path, salvaged = folder / DATABASE, folder / _SALVAGED
    salvaged.unlink(missing_ok=True)
    fresh = open_database(salvaged, busy_timeout_s=busy_timeout_s)
    with closed_on_fault(fresh):
        found = salvage.carry_over(path, fresh)
    fresh.close()
    kept = salvage.move_aside(path)
    salvaged.replace(path)
    return _as_it_is(path, busy_timeout_s), (_report(found, kept),)


def _report(found: salvage.Salvaged, kept: Path) -> str:
    words = Phrase(
        "The history was damaged. It is kept as {kept} in {folder}, and a new one was "
        "begun with the {count} runs that could be read. No picture was deleted.",
        kept=kept.name,
        folder=kept.parent,
        count=found.runs,
    )
    if not found.lost:
        return words
    return Phrase("{words} {count} runs could not be read.", words=words, count=found.lost)


def _held_open(folder: Path) -> HistoryError:
    return HistoryError(
        "The history is damaged",
        Phrase(
            "Another Inpaint Studio has it open. Close that and start again: what can be read of "
            "{folder} is then carried into a new one.",
            folder=folder,
        ),
    )
