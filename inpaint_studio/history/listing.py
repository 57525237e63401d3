"""Long lists of variants: only numbers, so that a hundred thousand fit in a megabyte.

A view takes the first page from the window's own connection and the rest from a worker's.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from inpaint_studio.history.filters import Filter, match_query
from inpaint_studio.history.reading import find_runs_of
from inpaint_studio.history.records import MOST_VARIANTS, RunRecord
from inpaint_studio.history.rows import storable
from inpaint_studio.history.schema import lenient_text
from inpaint_studio.typed_values import LATEST_S

_TO_END = -1
_COLUMNS = f"""variants.rowid, runs.number, CASE WHEN typeof(runs.created_at) = 'real'
    AND runs.created_at BETWEEN 0 AND {LATEST_S} THEN CAST(runs.created_at AS INTEGER) ELSE 0 END"""
_BY_RUN = f"""SELECT {_COLUMNS}
    FROM runs CROSS JOIN variants ON variants.run = runs.number
    WHERE {{}} ORDER BY runs.number DESC, variants.position LIMIT ?"""
# Both indexes give their rows in this very order, so that a page ends the search; asking for the
# order by position would have SQLite sort all of them first.
_BY_WORDS = f"""SELECT {_COLUMNS}
    FROM words CROSS JOIN runs ON runs.number = words.rowid
    CROSS JOIN variants ON variants.run = runs.number
    WHERE words MATCH ? AND {{}} ORDER BY words.rowid DESC LIMIT ?"""


def _numbers() -> array[int]:
    return array("q")


@dataclass(slots=True)
class Listing:
    """Variants in the order they are shown: newest run first, within a run by position.

    `variants` holds the row numbers of variants, `runs` the number of each one's run, `created` the
    Unix time of that run in whole seconds.
    """

    variants: array[int] = field(default_factory=_numbers)
    runs: array[int] = field(default_factory=_numbers)
    created: array[int] = field(default_factory=_numbers)

    def __len__(self) -> int:
        return len(self.variants)


@contextmanager
def reading_connection(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that only reads, for a thread of its own."""
    uri = f"{path.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True, check_same_thread=False)) as connection:
        connection.row_factory = sqlite3.Row
        connection.text_factory = lenient_text
        yield connection


def list_variants(
    connection: sqlite3.Connection,
    filter_: Filter,
    *,
    limit: int | None = None,
    run_id: str | None = None,
) -> Listing:
    """The variants that meet the filter; at most `limit`, of one run where `run_id` is given."""
    most = _TO_END if limit is None else limit
    condition, values = filter_.condition()
    if run_id is not None:
        condition, values = f"{condition} AND runs.id = ?", (*values, run_id)
    query = match_query(filter_.text)
    if not query:
        return _listed(connection, _BY_RUN.format(condition), (*values, most))
    found = _listed(connection, _BY_WORDS.format(condition), (query, *values, most))
    if len(found) or filter_.text.isascii():
        return found
    # Scripts written without spaces are one long word to the index.
    inside = storable(filter_.text).strip()
    return _listed(
        connection,
        _BY_RUN.format(f"{condition} AND instr(runs.prompt, ?)"),
        (*values, inside, most),
    )


def _listed(connection: sqlite3.Connection, query: str, values: tuple[Any, ...]) -> Listing:
    cursor = connection.execute(query, values)
    cursor.row_factory = None
    listing = Listing()
    while rows := cursor.fetchmany(2000):
        numbers, runs, created = zip(*rows, strict=True)
        listing.variants.extend(numbers)
        listing.runs.extend(runs)
        listing.created.extend(created)
    return listing


def matching_runs(connection: sqlite3.Connection, filter_: Filter, limit: int) -> list[RunRecord]:
    """Up to `limit` runs, newest first, with those of their variants that meet the filter."""
    listing = list_variants(connection, filter_, limit=limit * MOST_VARIANTS)
    numbers = list(dict.fromkeys(listing.runs))[:limit]
    meeting = set(listing.variants)
    return [
        replace(run, variants=tuple(each for each in run.variants if each.number in meeting))
        for run in find_runs_of(connection, numbers)
    ]


def runs_of(connection: sqlite3.Connection, run_numbers: list[int]) -> list[RunRecord]:
    """Those runs that still exist, newest first."""
    return find_runs_of(connection, sorted(set(run_numbers), reverse=True))


def values_in_use(connection: sqlite3.Connection, column: str) -> list[str]:
    """The models or profile names there are runs of, the most frequent first."""
    assert column in ("model", "profile_name")
    query = f"SELECT {column} FROM runs WHERE {column} <> '' GROUP BY 1 ORDER BY count(*) DESC"
    return [str(row[0]) for row in connection.execute(query)]
