"""What leaves the history: first into the trash, a month later off the disk."""

from __future__ import annotations

import sqlite3
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from inpaint_studio.history.blobs import BlobFolder
from inpaint_studio.history.rows import BLOB_COLUMNS, RUN_BLOBS, VARIANT_BLOBS
from inpaint_studio.history.schema import transaction

KEPT_S = 30 * 24 * 3600.0
"""How long the trash can be undone."""
_CHUNK = 500
_PENDING = "('queued', 'running')"


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanupRule:
    """Which variants a cleanup puts into the trash: all that nothing keeps.

    `older_than_s` is the least age of the run in seconds.
    """

    older_than_s: float
    keep_starred: bool = True
    keep_picked: bool = True
    keep_accepted: bool = True


@dataclass(frozen=True, slots=True)
class StoreSize:
    """What the history takes on the disk, in bytes; `file_count` counts pictures and answers."""

    blob_bytes: int
    file_count: int
    database_bytes: int

    @property
    def total_bytes(self) -> int:
        """All of it."""
        return self.blob_bytes + self.database_bytes


def move_to_trash(connection: sqlite3.Connection, ids: Iterable[str]) -> list[str]:
    """Trash the finished among these variants; returns the ids that were moved."""
    moved = []
    with transaction(connection):
        # With a clock that stood in the past it would lie there for decades by the next start.
        now = max(time.time(), _latest(connection))
        for variant_id in ids:
            changed = connection.execute(
                f"""UPDATE variants SET trashed_at = ? WHERE id = ? AND trashed_at IS NULL
                    AND state NOT IN {_PENDING}""",
                (now, variant_id),
            )
            if changed.rowcount:
                moved.append(variant_id)
    return moved


def restore(connection: sqlite3.Connection, ids: Iterable[str]) -> None:
    """Take these variants out of the trash, with all that was known of them."""
    with transaction(connection):
        connection.executemany(
            "UPDATE variants SET trashed_at = NULL WHERE id = ?", [(each,) for each in ids]
        )


def candidates(connection: sqlite3.Connection, rule: CleanupRule) -> list[str]:
    """Ids of the variants a cleanup by this rule would put into the trash."""
    kept = [
        condition
        for is_kept, condition in (
            (rule.keep_starred, "stars = 0"),
            (rule.keep_picked, "flag < 1"),
            (rule.keep_accepted, "NOT accepted"),
        )
        if is_kept
    ]
    conditions = ["trashed_at IS NULL", f"state NOT IN {_PENDING}", "runs.created_at < ?", *kept]
    query = f"""SELECT variants.id FROM variants JOIN runs ON runs.number = variants.run
        WHERE {" AND ".join(conditions)} ORDER BY run, position"""
    return [row[0] for row in connection.execute(query, (time.time() - rule.older_than_s,))]


def purge(
    connection: sqlite3.Connection, blobs: BlobFolder, *, trashed_for_s: float, settled_s: float
) -> int:
    """Delete for good what has lain in the trash that long; returns how many variants.

    Time counts up to the last run or trashing only, so that a clock that leaps while nobody works
    empties nothing. Files go before rows: a crash in between leaves rows in the trash, not files
    nobody knows. What was written or stored again within `settled_s` waits, since another process
    may be about to write down that it needs it.
    """
    latest = min(time.time(), _latest(connection)) - trashed_for_s
    query = "SELECT id FROM variants WHERE trashed_at <= ?"
    expired = [row[0] for row in connection.execute(query, (latest,))]
    return sum(
        _purge_some(connection, blobs, expired[start : start + _CHUNK], settled_s)
        for start in range(0, len(expired), _CHUNK)
    )


def measure(blobs: BlobFolder, database_bytes: int) -> StoreSize:
    """Add up the files; reads the whole folder."""
    sizes = list(blobs.sizes())
    return StoreSize(sum(sizes), len(sizes), database_bytes)


def _latest(connection: sqlite3.Connection) -> float:
    """The Unix time of what was done last, by whatever clock; 0.0 before anything was."""
    query = """SELECT max((SELECT coalesce(max(created_at), 0.0) FROM runs),
        (SELECT coalesce(max(trashed_at), 0.0) FROM variants))"""
    return float(connection.execute(query).fetchone()[0])


def _purge_some(
    connection: sqlite3.Connection, blobs: BlobFolder, ids: Sequence[str], settled_s: float
) -> int:
    unwanted = _only_used_by(connection, ids)
    if any(blobs.is_fresh(name, settled_s) for name in unwanted):
        return 0
    for name in unwanted:
        blobs.delete(name)
    marks = ",".join("?" * len(ids))
    with transaction(connection):
        connection.execute(f"DELETE FROM variants WHERE id IN ({marks})", ids)
        connection.execute("DELETE FROM runs WHERE number NOT IN (SELECT run FROM variants)")
    return len(ids)


def _only_used_by(connection: sqlite3.Connection, ids: Sequence[str]) -> set[str]:
    """Blobs that no row would name once these variants are gone."""
    marks = ",".join("?" * len(ids))
    mine = f"variants.id IN ({marks})"
    results = [
        f"SELECT {column} FROM variants WHERE {mine} AND {column} IS NOT NULL"
        for column in VARIANT_BLOBS
    ]
    partials = f"""SELECT partials.blob FROM partials
        JOIN variants ON variants.id = partials.variant WHERE {mine}"""
    names = Counter(
        row[0] for query in (*results, partials) for row in connection.execute(query, ids)
    )
    for column in RUN_BLOBS:
        names.update(_of_emptied_runs(connection, column, ids))
    return {name for name, count in names.items() if _uses(connection, name) <= count}


def _of_emptied_runs(
    connection: sqlite3.Connection, column: str, ids: Sequence[str]
) -> Iterable[str]:
    marks = ",".join("?" * len(ids))
    query = f"""SELECT {column} FROM runs WHERE {column} IS NOT NULL AND number IN (
            SELECT run FROM variants GROUP BY run HAVING sum(id NOT IN ({marks})) = 0
        ) AND number IN (SELECT run FROM variants WHERE id IN ({marks}))"""
    return [row[0] for row in connection.execute(query, (*ids, *ids))]


def _uses(connection: sqlite3.Connection, name: str) -> int:
    counts = " + ".join(
        f"(SELECT count(*) FROM {table} WHERE {column} = :name)" for table, column in BLOB_COLUMNS
    )
    return int(connection.execute(f"SELECT {counts}", {"name": name}).fetchone()[0])
