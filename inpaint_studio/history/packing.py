"""Runs as JSON, to travel with a project file into another history."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from inpaint_studio.errors import HistoryError
from inpaint_studio.history.blobs import BlobFolder, is_blob_name, media_type_of
from inpaint_studio.history.records import RunRecord
from inpaint_studio.history.rows import PARTIAL, RUN, RUN_BLOBS, VARIANT, VARIANT_BLOBS, checked
from inpaint_studio.history.schema import transaction
from inpaint_studio.typed_values import Column, as_object, as_whole, parse_json

Rows = dict[str, list[dict[str, Any]]]
_COLUMNS = {
    "runs": {**RUN, "number": Column(as_whole(1))},
    "variants": VARIANT,
    "partials": PARTIAL,
}
_KEYS = {"id", "number", "run", "variant"}
"""Without these nothing tells which row belongs to which."""
# Of this history alone: numbers count up here, owners are processes, the trash is a person's own.
_OWN = {"number", "owner", "trashed_at", "is_missing"}
_MOST_RUNS = 10_000


def pack(
    connection: sqlite3.Connection, runs: Iterable[RunRecord], *, with_pending: bool = False
) -> Rows:
    """The rows of these runs, `with_pending` of what still waits or runs, too."""
    found: Rows = {table: [] for table in _COLUMNS}
    ended = "" if with_pending else "AND state NOT IN ('queued', 'running')"
    for run in runs:
        for table, condition, value in (
            ("runs", "id = ?", run.id),
            ("variants", f"run = ? {ended}", run.number),
            ("partials", "variant IN (SELECT id FROM variants WHERE run = ?)", run.number),
        ):
            rows = connection.execute(f"SELECT * FROM {table} WHERE {condition}", (value,))
            found[table] += [checked(dict(row), _COLUMNS[table])[0] for row in rows]
    return found


def unpack(data: bytes) -> tuple[Rows, set[str]]:
    """What `pack` gave, from JSON, and the names of the columns that were stood in for.

    Raises:
        HistoryError: it is no such thing.
    """
    try:
        told = as_object(parse_json(data))
        rows: Rows = {table: [dict(as_object(row)) for row in told[table]] for table in _COLUMNS}
        names = blobs_of(rows)
    except (ValueError, TypeError, KeyError) as fault:
        raise _damaged() from fault
    if len(rows["runs"]) > _MOST_RUNS or not all(map(is_blob_name, names)):
        raise _damaged()
    refused: set[str] = set()
    for table, columns in _COLUMNS.items():
        for number, row in enumerate(rows[table]):
            rows[table][number], odd = checked(row, columns)
            refused |= odd
    if refused & _KEYS:
        raise _damaged()
    return rows, refused


def take_in(connection: sqlite3.Connection, rows: Rows, *, owner: str = "") -> int:
    """Insert the runs whose id is not known yet; returns how many. What runs is the `owner`'s.

    Raises:
        HistoryError: they make no sense; nothing was taken.
    """
    try:
        with transaction(connection):
            return sum(_take_run(connection, run, rows, owner) for run in rows["runs"])
    except (sqlite3.IntegrityError, KeyError) as fault:
        raise _damaged() from fault


def put_named(blobs: BlobFolder, files: Mapping[str, bytes]) -> None:
    """Store those files whose name is the hash of their content; others are not ours."""
    for name, data in files.items():
        if Path(name).stem == hashlib.sha256(data).hexdigest():
            blobs.put(data, media_type_of(name))


def blobs_of(rows: Rows) -> set[str]:
    """Every blob the rows name."""
    names = [row.get(key) for row in rows["runs"] for key in RUN_BLOBS]
    names += [row.get(key) for row in rows["variants"] for key in VARIANT_BLOBS]
    names += [row.get("blob") for row in rows["partials"]]
    return {name for name in names if name}


def _take_run(connection: sqlite3.Connection, run: dict[str, Any], rows: Rows, owner: str) -> bool:
    if connection.execute("SELECT 1 FROM runs WHERE id = ?", (run["id"],)).fetchone():
        return False
    number = _insert(connection, "runs", {**run, "owner": owner})
    variants = [row for row in rows["variants"] if row["run"] == run["number"]]
    ids = {row["id"] for row in variants}
    for variant in variants:
        _insert(connection, "variants", {**variant, "run": number})
    for partial in rows["partials"]:
        if partial["variant"] in ids and partial["blob"]:
            _insert(connection, "partials", partial)
    return True


def _insert(connection: sqlite3.Connection, table: str, row: dict[str, Any]) -> int:
    known = {column[1] for column in connection.execute(f"PRAGMA table_info({table})")}
    kept = {
        name: value
        for name, value in row.items()
        if name in known and (name not in _OWN or name == "owner")
    }
    marks = ", ".join(f":{name}" for name in kept)
    statement = f"INSERT INTO {table} ({', '.join(kept)}) VALUES ({marks})"
    number = connection.execute(statement, kept).lastrowid
    return number or 0


def _damaged() -> HistoryError:
    return HistoryError(
        "The runs in this project are damaged", "The picture was opened without them."
    )
