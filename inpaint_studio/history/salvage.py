"""Salvage: what can still be read of a damaged database, carried into a new one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from inpaint_studio.history.schema import transaction

_MARKER = "damaged"
_LOST_WORDS = (
    "Lost with the damaged history",
    "Its pictures come back as “Found in the history folder”, if their files are still there.",
)
# Parents before children; each with the order its pages lie in.
_ORDER_BY_TABLE = {"runs": "number", "variants": "rowid", "partials": "variant, position"}


def mark_damaged(folder: Path) -> None:
    """Have the next opening replace the database: not every damage is met by opening it."""
    with suppress(OSError):
        (folder / _MARKER).touch()


def is_marked(folder: Path) -> bool:
    """Whether damage was met since the database was opened."""
    return (folder / _MARKER).exists()


def move_aside(path: Path) -> Path:
    """Rename the database at `path` to a name with the date, which is returned."""
    stamp = datetime.now().strftime("%Y-%m-%d-%H%M%S")
    kept = path.with_name(f"{path.stem}-damaged-{stamp}.db")
    for suffix in ("-shm", "-wal", ""):
        part = path.with_name(path.name + suffix)
        if part.exists():
            part.replace(kept.with_name(kept.name + suffix))
    (path.parent / _MARKER).unlink(missing_ok=True)
    return kept


def carry_over(damaged: Path, fresh: sqlite3.Connection) -> int:
    """Copy every row that can still be read; returns the number of runs that were."""
    with closing(sqlite3.connect(damaged)) as source, transaction(fresh):
        for table, order in _ORDER_BY_TABLE.items():
            for row in _readable_rows(source, table, order):
                _insert(fresh, table, row)
        _stand_in_for_lost_variants(fresh)
        return int(fresh.execute("SELECT count(*) FROM runs").fetchone()[0])


def _readable_rows(
    source: sqlite3.Connection, table: str, order: str
) -> Iterator[dict[str, object]]:
    backwards = ", ".join(f"{column} DESC" for column in order.split(", "))
    # From both ends up to the broken page.
    for direction in (order, backwards):
        with suppress(sqlite3.DatabaseError):
            cursor = source.execute(f"SELECT * FROM {table} ORDER BY {direction}")
            names = [column[0] for column in cursor.description]
            for row in cursor:
                yield dict(zip(names, row, strict=True))


def _stand_in_for_lost_variants(fresh: sqlite3.Connection) -> None:
    """A run of which no variant could be read stays in the gallery, with its prompt."""
    fresh.execute(
        """INSERT INTO variants (id, run, position, state, title, message)
        SELECT lower(hex(randomblob(16))), number, 0, 'failed', ?, ? FROM runs
        WHERE number NOT IN (SELECT run FROM variants)""",
        _LOST_WORDS,
    )


def _insert(fresh: sqlite3.Connection, table: str, row: dict[str, object]) -> None:
    names = ", ".join(row)
    marks = ", ".join("?" * len(row))
    # A variant whose run is lost, or a row whose bytes make no sense, breaks a constraint.
    with suppress(sqlite3.IntegrityError):
        fresh.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(row.values()))
