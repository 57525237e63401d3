"""Salvage: what can still be read of a damaged database, carried into a new one, row by row."""

from __future__ import annotations

import sqlite3
import uuid
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from inpaint_studio.history.blobs import is_blob_name
from inpaint_studio.history.database_pages import Pages
from inpaint_studio.history.rows import PARTIAL, RUN, VARIANT, checked
from inpaint_studio.history.schema import columns_of, transaction
from inpaint_studio.phrase import Phrase

Row = dict[str, Any]
FAULTS = (sqlite3.Error, UnicodeDecodeError)
"""What reading a damaged database raises: its damaged words stand in the text of the fault."""

_MARKER = "damaged"
_LOST_WORDS = (
    Phrase("Lost with the damaged history"),
    Phrase(
        "Its pictures come back as “Found in the history folder”, if their files are still there."
    ),
)
_FEWEST_RUN, _FEWEST_VARIANT = 16, 14
_MOST_NUMBER = 1 << 40


@dataclass(frozen=True, slots=True)
class Salvaged:
    """How many runs were carried over, and how many there are signs of that could not be read."""

    runs: int
    lost: int


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


def carry_over(damaged: Path, fresh: sqlite3.Connection) -> Salvaged:
    """Copy every row that can still be read.

    Raises:
        OSError, sqlite3.Error: the damaged file cannot be read, or the new one not written.
    """
    found = _found_in(damaged)
    orphaned = {row["run"] for row in found.variants.values()} - found.runs.keys()
    with transaction(fresh):
        for number, row in sorted(found.runs.items()):
            _insert(fresh, "runs", {**checked(row, RUN)[0], "number": number})
        for number in sorted(orphaned):
            _insert(fresh, "runs", _lost_run(number))
        for row in found.variants.values():
            _insert(fresh, "variants", checked(row, VARIANT)[0])
        for row in found.partials:
            _insert(fresh, "partials", checked(row, PARTIAL)[0])
        _stand_in_for_lost_variants(fresh)
    lost = (found.numbers | orphaned) - found.runs.keys()
    return Salvaged(len(found.runs), len(lost))


@dataclass(slots=True)
class _Found:
    """Rows by number or id; `numbers` are those of all runs that the full-text index knows of."""

    runs: dict[int, Row] = field(default_factory=dict)
    variants: dict[str, Row] = field(default_factory=dict)
    partials: list[Row] = field(default_factory=list)
    numbers: set[int] = field(default_factory=set)


def _found_in(damaged: Path) -> _Found:
    """Which table a record is of can be seen from its values: the schema need not be read."""
    found = _Found()
    for number, values in Pages(damaged).records():
        if number is None:
            if _is_partial(values):
                found.partials.append(_named("partials", values))
        elif not 0 < number < _MOST_NUMBER:
            continue
        elif _is_run(values):
            found.runs.setdefault(number, _named("runs", values))
        elif _is_variant(values):
            found.variants.setdefault(values[0], _named("variants", values))
        elif _is_size_text(values):
            found.numbers.add(number)
    return found


def _named(table: str, values: tuple[Any, ...]) -> Row:
    """Rows of older versions are shorter."""
    return dict(zip(columns_of(table), values, strict=False))


def _is_run(values: tuple[Any, ...]) -> bool:
    if not _FEWEST_RUN <= len(values) <= len(columns_of("runs")) or values[0] is not None:
        return False
    return _is_id(values[1]) and all(isinstance(value, str) for value in values[4:7])


def _is_variant(values: tuple[Any, ...]) -> bool:
    if not _FEWEST_VARIANT <= len(values) <= len(columns_of("variants")):
        return False
    return _is_id(values[0]) and isinstance(values[1], int) and 0 < values[1] < _MOST_NUMBER


def _is_partial(values: tuple[Any, ...]) -> bool:
    return (
        len(values) == len(columns_of("partials")) and _is_id(values[0]) and is_blob_name(values[2])
    )


def _is_id(value: object) -> bool:
    return isinstance(value, str) and bool(value)


def _is_size_text(values: tuple[Any, ...]) -> bool:
    """How many words prompt and source name of a run have: two numbers of one byte or more."""
    if len(values) != 2 or values[0] is not None or not isinstance(values[1], bytes):
        return False
    return sum(byte < 0x80 for byte in values[1]) == 2 and values[1][-1] < 0x80


def _lost_run(number: int) -> Row:
    """Where only its results could be read: they are worth more than what was asked for them."""
    texts = dict.fromkeys(("owner", "prompt", "model", "profile_name"), "")
    own = {"number": number, "id": uuid.uuid4().hex, "created_at": 0.0, "params": "{}"}
    return {**own, **texts, "source_name": _LOST_WORDS[0]}


def _stand_in_for_lost_variants(fresh: sqlite3.Connection) -> None:
    """A run of which no variant could be read stays in the gallery, with its prompt."""
    fresh.execute(
        """INSERT INTO variants (id, run, position, state, title, message)
        SELECT lower(hex(randomblob(16))), number, 0, 'failed', ?, ? FROM runs
        WHERE number NOT IN (SELECT run FROM variants)""",
        _LOST_WORDS,
    )


def _insert(fresh: sqlite3.Connection, table: str, row: Row) -> None:
    names = ", ".join(row)
    marks = ", ".join(f":{name}" for name in row)
    # Bytes that are a row by chance may break a constraint.
    with suppress(sqlite3.IntegrityError):
        fresh.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", row)
