"""Questions to the database: runs with their variants, newest first by number, never by clock."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import fields
from statistics import median
from typing import Any, TypeVar

from inpaint_studio.contract.events import Usage
from inpaint_studio.errors import HistoryError
from inpaint_studio.history.records import RunRecord, VariantRecord
from inpaint_studio.history.rows import run_record, variant_record
from inpaint_studio.typed_values import LATEST_S, MOST

_Record = TypeVar("_Record")

_USAGE_FIELDS = tuple(item.name for item in fields(Usage))
_TYPICAL_OF = 25
_LATEST_RUNS = 1000
"""Among which those are looked for: the window's thread asks, and no index leads to them."""
_JOINED = "FROM variants JOIN runs ON runs.number = variants.run"


def find_run(connection: sqlite3.Connection, run_id: str) -> RunRecord:
    """The run of that id.

    Raises:
        HistoryError: there is none.
    """
    return _only(_runs(connection, "SELECT * FROM runs WHERE id = ?", (run_id,)))


def find_run_numbered(connection: sqlite3.Connection, number: int) -> RunRecord:
    """The run of that number.

    Raises:
        HistoryError: there is none.
    """
    return _only(_runs(connection, "SELECT * FROM runs WHERE number = ?", (number,)))


def find_variant(connection: sqlite3.Connection, variant_id: str) -> VariantRecord:
    """The variant of that id.

    Raises:
        HistoryError: there is none.
    """
    return _only(find_variants(connection, "variants.id = ?", (variant_id,)))


def find_variants(
    connection: sqlite3.Connection, condition: str, values: Sequence[Any] = ()
) -> list[VariantRecord]:
    """The variants that meet an SQL condition on `variants` and `runs`, in order."""
    rows = connection.execute(
        f"""SELECT variants.*, variants.rowid AS number, runs.id AS run_id {_JOINED}
        WHERE {condition} ORDER BY run, position""",
        values,
    ).fetchall()
    partials = _partials(connection, condition, values)
    return [variant_record(row, tuple(partials[row["id"]])) for row in rows]


def usage_by_model(connection: sqlite3.Connection, since: float, until: float) -> dict[str, Usage]:
    """The usages of all results of that time, added up for each model as it was sent."""
    # One odd number must not keep the others from the month's sum: `sum` fails where it overflows.
    counts = (f"json_extract(usage, '$.{name}')" for name in _USAGE_FIELDS)
    sums = ", ".join(f"total(iif({each} BETWEEN 0 AND {MOST}, {each}, 0))" for each in counts)
    query = f"""SELECT runs.model, {sums} {_JOINED}
        WHERE runs.created_at >= ? AND runs.created_at < ? AND json_valid(usage)
        GROUP BY runs.model"""
    rows = connection.execute(query, (since, until)).fetchall()
    return {str(row[0]): Usage(*map(int, tuple(row)[1:])) for row in rows}


def typical_seconds(connection: sqlite3.Connection, model: str, profile_name: str) -> float | None:
    """The median of the seconds of the latest results; what is no number is passed over."""
    query = f"""SELECT seconds FROM runs CROSS JOIN variants ON variants.run = runs.number
        WHERE runs.number > (SELECT max(number) FROM runs) - {_LATEST_RUNS}
        AND runs.model = ? AND runs.profile_name = ? AND variants.state = 'done'
        AND typeof(seconds) IN ('real', 'integer') AND seconds BETWEEN 0 AND {LATEST_S}
        ORDER BY runs.number DESC LIMIT {_TYPICAL_OF}"""
    found = [float(row[0]) for row in connection.execute(query, (model, profile_name))]
    return median(found) if found else None


def find_runs_of(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[RunRecord]:
    """The runs of those numbers that exist, newest first."""
    wanted = _list_of(numbers)
    return _runs(
        connection, f"SELECT * FROM runs WHERE number IN ({wanted}) ORDER BY number DESC", ()
    )


def child_runs(connection: sqlite3.Connection, variant_id: str) -> list[RunRecord]:
    """The runs whose source was the result of that variant, newest first."""
    query = "SELECT * FROM runs WHERE parent_variant = ? ORDER BY number DESC"
    return _runs(connection, query, (variant_id,))


def gone() -> HistoryError:
    """What to say of a run or variant that is not there."""
    return HistoryError(
        "This run is no longer in the history", "It may have been deleted in another window."
    )


def _only(found: Sequence[_Record]) -> _Record:
    if not found:
        raise gone()
    return found[0]


def _runs(connection: sqlite3.Connection, query: str, values: Sequence[Any]) -> list[RunRecord]:
    rows = connection.execute(query, values).fetchall()
    variants: dict[str, list[VariantRecord]] = defaultdict(list)
    wanted = _list_of([row["number"] for row in rows])
    for variant in find_variants(connection, f"variants.run IN ({wanted})"):
        variants[variant.run_id].append(variant)
    return [run_record(row, variants[row["id"]]) for row in rows]


def _partials(
    connection: sqlite3.Connection, condition: str, values: Sequence[Any]
) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    query = f"""SELECT partials.variant, partials.blob {_JOINED}
        JOIN partials ON partials.variant = variants.id
        WHERE {condition} ORDER BY partials.position"""
    for row in connection.execute(query, values):
        found[row["variant"]].append(row["blob"])
    return found


def _list_of(numbers: Sequence[int]) -> str:
    return ",".join(str(number) for number in numbers)
