"""Maintenance: setting right what a crash, a full disk or another program left behind."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection

from inpaint_studio.contract.params import EditParams
from inpaint_studio.contract.profile import local_fill
from inpaint_studio.history.blobs import BlobFolder, media_type_of
from inpaint_studio.history.reading import find_variants
from inpaint_studio.history.records import MOST_VARIANTS, NewRun, RunRecord, State, VariantRecord
from inpaint_studio.history.rows import BLOB_COLUMNS
from inpaint_studio.history.schema import damage, transaction
from inpaint_studio.phrase import Phrase

_PENDING = "variants.state IN ('queued', 'running')"
_SENT_WORDS = (
    Phrase("Interrupted"),
    Phrase("Inpaint Studio ended before the answer came. It may have been charged."),
)
_FREE_WORDS = (
    Phrase("Interrupted"),
    Phrase("Inpaint Studio ended before local fill had made it. Run again."),
)
_UNSENT_WORDS = (
    Phrase("Interrupted"),
    Phrase("Inpaint Studio ended before this was sent. Nothing was charged."),
)

# Another process writes a blob's row within seconds of its file; an hour also outlasts a suspend.
SETTLED_AFTER_S = 3600.0


def interrupt_pending_of_the_dead(
    connection: sqlite3.Connection, is_alive: Callable[[str], bool]
) -> list[VariantRecord]:
    """Mark what processes that no longer live left queued or running; returns those variants."""
    query = f"""SELECT DISTINCT owner FROM runs
        JOIN variants ON variants.run = runs.number WHERE {_PENDING}"""
    owners = [row["owner"] for row in connection.execute(query)]
    return [
        variant
        for owner in owners
        if not is_alive(owner)
        for variant in _interrupt_pending_of(connection, owner)
    ]


def _interrupt_pending_of(connection: sqlite3.Connection, owner: str) -> list[VariantRecord]:
    with transaction(connection):
        pending = find_variants(connection, f"runs.owner = ? AND {_PENDING}", (owner,))
        free = find_variants(
            connection,
            f"runs.owner = ? AND runs.profile_name = ? AND {_PENDING}",
            (owner, local_fill("").name),
        )
        connection.executemany(
            "UPDATE variants SET state = ?, title = ?, message = ? WHERE id = ?",
            [(*_ended(variant, is_free=variant in free), variant.id) for variant in pending],
        )
        marks = ",".join("?" * len(pending))
        return find_variants(
            connection, f"variants.id IN ({marks})", [variant.id for variant in pending]
        )


def _ended(variant: VariantRecord, *, is_free: bool) -> tuple[State, str, str]:
    """State and words; "interrupted" is for what may have been charged."""
    if is_free:
        return "failed", *_FREE_WORDS
    return "interrupted", *(_SENT_WORDS if variant.state == "running" else _UNSENT_WORDS)


def verify(connection: sqlite3.Connection) -> None:
    """Read every page: damage that no query has met yet is met here.

    Raises:
        sqlite3.DatabaseError: the database is damaged.
    """
    found = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
    if found != "ok":
        raise damage(found)


def mark_missing(connection: sqlite3.Connection, blobs: BlobFolder) -> tuple[VariantRecord, ...]:
    """Set `is_missing` of every variant by whether its result's file is there."""
    there = set(blobs.names())
    query = "SELECT id, blob, is_missing FROM variants WHERE blob IS NOT NULL"
    changed = [
        (row["blob"] not in there, row["id"])
        for row in connection.execute(query)
        if (row["blob"] not in there) != bool(row["is_missing"])
    ]
    # Read without the write lock: the window's thread never waits for a long list.
    with transaction(connection):
        connection.executemany("UPDATE variants SET is_missing = ? WHERE id = ?", changed)
    return tuple(find_variants(connection, "variants.is_missing"))


def orphans(connection: sqlite3.Connection, blobs: BlobFolder) -> list[list[str]]:
    """Names of settled pictures that no row knows, in groups the size of a run."""
    known = _known_blobs(connection)
    names = sorted(
        name
        for name in blobs.names(older_than_s=SETTLED_AFTER_S)
        if name not in known and media_type_of(name).startswith("image/")
    )
    return [names[start : start + MOST_VARIANTS] for start in range(0, len(names), MOST_VARIANTS)]


def found_run(count: int) -> NewRun:
    """The run under which that many orphans are adopted."""
    return NewRun(
        params=EditParams(prompt="", model="", n=count),
        profile_name="",
        source_name="Found in the history folder",
    )


def adopt(connection: sqlite3.Connection, run: RunRecord, names: Collection[str]) -> None:
    """Give the orphans to the variants of a run begun for them."""
    rows = [
        (name, media_type_of(name), variant.id)
        for name, variant in zip(names, run.variants, strict=True)
    ]
    with transaction(connection):
        connection.executemany(
            "UPDATE variants SET state = 'done', blob = ?, media_type = ? WHERE id = ?", rows
        )


def _known_blobs(connection: sqlite3.Connection) -> set[str]:
    query = " UNION ".join(f"SELECT {column} FROM {table}" for table, column in BLOB_COLUMNS)
    return {row[0] for row in connection.execute(query) if row[0]}
