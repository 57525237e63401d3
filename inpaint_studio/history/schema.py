"""The tables, as ordered steps: step n takes a database from version n to n + 1."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from functools import cache, partial
from pathlib import Path
from typing import Any

from inpaint_studio.durable import TEMPORARY_SUFFIX, make_file
from inpaint_studio.errors import HistoryError

Step = tuple[str, ...]
_MOST_VERSIONS = 255
"""A number above it has never been written."""

STEPS: tuple[Step, ...] = (
    (
        """CREATE TABLE runs (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            created_at REAL NOT NULL,
            owner TEXT NOT NULL,
            prompt TEXT NOT NULL,
            model TEXT NOT NULL,
            params TEXT NOT NULL CHECK (json_valid(params)),
            profile_name TEXT NOT NULL,
            source_name TEXT NOT NULL,
            source TEXT,
            sent_image TEXT,
            mask TEXT,
            frame TEXT CHECK (frame IS NULL OR json_valid(frame)),
            sent_size TEXT CHECK (sent_size IS NULL OR json_valid(sent_size)),
            document_id TEXT,
            parent_variant TEXT
        )""",
        """CREATE TABLE variants (
            id TEXT PRIMARY KEY,
            run INTEGER NOT NULL REFERENCES runs(number) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            state TEXT NOT NULL CHECK (
                state IN ('queued', 'running', 'done', 'failed', 'stopped', 'interrupted')
            ),
            blob TEXT,
            media_type TEXT,
            usage TEXT CHECK (usage IS NULL OR json_valid(usage)),
            seconds REAL,
            answer_json TEXT,
            title TEXT NOT NULL DEFAULT '',
            message TEXT NOT NULL DEFAULT '',
            accepted INTEGER NOT NULL DEFAULT 0,
            stars INTEGER NOT NULL DEFAULT 0 CHECK (stars BETWEEN 0 AND 5),
            is_missing INTEGER NOT NULL DEFAULT 0,
            UNIQUE (run, position)
        )""",
        "CREATE INDEX variants_pending ON variants (state) WHERE state IN ('queued', 'running')",
        """CREATE TABLE partials (
            variant TEXT NOT NULL REFERENCES variants(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            blob TEXT NOT NULL,
            PRIMARY KEY (variant, position)
        ) WITHOUT ROWID""",
        """CREATE VIRTUAL TABLE words USING fts5 (
            prompt, source_name, content='runs', content_rowid='number',
            tokenize='unicode61 remove_diacritics 2', prefix='1 2 3'
        )""",
        """CREATE TRIGGER runs_inserted AFTER INSERT ON runs BEGIN
            INSERT INTO words (rowid, prompt, source_name)
            VALUES (new.number, new.prompt, new.source_name);
        END""",
        """CREATE TRIGGER runs_deleted AFTER DELETE ON runs BEGIN
            INSERT INTO words (words, rowid, prompt, source_name)
            VALUES ('delete', old.number, old.prompt, old.source_name);
        END""",
    ),
    (
        """ALTER TABLE variants ADD COLUMN flag INTEGER NOT NULL DEFAULT 0
            CHECK (flag BETWEEN -1 AND 1)""",
        "ALTER TABLE variants ADD COLUMN trashed_at REAL",
        "CREATE INDEX variants_trashed ON variants (trashed_at) WHERE trashed_at IS NOT NULL",
        "CREATE INDEX variants_blob ON variants (blob)",
        "CREATE INDEX partials_blob ON partials (blob)",
        "CREATE INDEX runs_source ON runs (source)",
        "CREATE INDEX runs_sent_image ON runs (sent_image)",
        "CREATE INDEX runs_mask ON runs (mask)",
        "CREATE INDEX runs_parent ON runs (parent_variant) WHERE parent_variant IS NOT NULL",
    ),
    # As text: a seed may have 64 bits without a sign.
    ("ALTER TABLE variants ADD COLUMN seed TEXT",),
    (
        "ALTER TABLE runs ADD COLUMN painted TEXT",
        "ALTER TABLE runs ADD COLUMN frame_image TEXT",
        "ALTER TABLE variants ADD COLUMN mask TEXT",
        """ALTER TABLE variants ADD COLUMN placing TEXT
            CHECK (placing IS NULL OR json_valid(placing))""",
        "CREATE INDEX runs_painted ON runs (painted)",
        "CREATE INDEX runs_frame_image ON runs (frame_image) WHERE frame_image IS NOT NULL",
        "CREATE INDEX variants_mask ON variants (mask) WHERE mask IS NOT NULL",
    ),
)


def open_database(path: Path, *, busy_timeout_s: float) -> sqlite3.Connection:
    """A durable connection to the database at `path`, brought up to date.

    Raises:
        HistoryError: the file was written by a newer version.
        sqlite3.Error: anything SQLite meets.
    """
    # Closed by whoever closes the history, which need not be the thread that used it.
    with suppress(FileExistsError):
        make_file(path)  # the journals beside it take its rights
    connection = sqlite3.connect(
        path, timeout=busy_timeout_s, isolation_level=None, check_same_thread=False
    )
    with closed_on_fault(connection):
        connection.row_factory = sqlite3.Row
        connection.text_factory = lenient_text
        _turn_on_wal(connection)
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        migrate(connection, path)
    return connection


@contextmanager
def closed_on_fault(connection: sqlite3.Connection) -> Iterator[None]:
    """Closes the connection where the block fails: its file may have to be moved then."""
    try:
        yield
    except BaseException:
        connection.close()
        raise


def check_schema(connection: sqlite3.Connection) -> None:
    """Make sure that the schema is the one these steps have made.

    Raises:
        sqlite3.DatabaseError: it is another: a damaged word may be one that SQLite understands.
    """
    if _schema_of(connection) != _own_schema():
        raise damage("the schema is not the one that was written")


def damage(text: str) -> sqlite3.DatabaseError:
    """What SQLite itself would raise, had it looked."""
    fault = sqlite3.DatabaseError(text)
    fault.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    return fault


@cache
def columns_of(table: str) -> tuple[str, ...]:
    """The table's columns in the order in which a row has them."""
    with _own_database() as connection:
        rows = connection.execute("SELECT name FROM pragma_table_info(?) ORDER BY cid", (table,))
        return tuple(name for (name,) in rows)


@cache
def _own_schema() -> frozenset[tuple[Any, ...]]:
    with _own_database() as connection:
        return _schema_of(connection)


@contextmanager
def _own_database() -> Iterator[sqlite3.Connection]:
    """An empty one in memory, as the steps make it."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection, Path())
        yield connection


def _schema_of(connection: sqlite3.Connection) -> frozenset[tuple[Any, ...]]:
    # The tables of the full-text index are SQLite's own, and worded by its version.
    query = "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT GLOB 'words_*'"
    return frozenset(map(tuple, connection.execute(query)))


lenient_text = partial(str, encoding="utf-8", errors="replace")
"""One damaged letter must not keep a page of rows from being read."""


def _turn_on_wal(connection: sqlite3.Connection) -> None:
    # Two processes that create the file at once: the loser is told "busy" at once, without the
    # timeout, and finds the mode already turned on.
    with suppress(sqlite3.OperationalError):
        connection.execute("PRAGMA journal_mode = WAL")


def migrate(connection: sqlite3.Connection, path: Path, steps: Sequence[Step] = STEPS) -> None:
    """Take the steps the database has not seen, each in one transaction of its own.

    A database with content is first copied to `<stem>-v<version>.backup.db` beside it.
    """
    version = _version(connection)
    if version > len(steps) or version < 0:
        _refuse_newer(connection, version)
    if 0 < version < len(steps):
        _back_up(connection, path, len(steps))
    for number, step in enumerate(steps[version:], start=version):
        with transaction(connection):
            # Another process may have taken it while this one waited for the lock.
            if _version(connection) == number:
                for statement in step:
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {number + 1}")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All statements of the block, or none. Takes the write lock at once."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # A full disk may have rolled back by itself.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _refuse_newer(connection: sqlite3.Connection, version: int) -> None:
    # A newer version has other words, and never was so many steps ahead.
    is_one_bit = (version ^ len(STEPS)).bit_count() == 1
    if not 0 <= version <= _MOST_VERSIONS or (
        is_one_bit and _schema_of(connection) == _own_schema()
    ):
        raise damage("there is no such version")
    raise HistoryError(
        "The history is from a newer version",
        "Update Inpaint Studio, or choose another history folder in the settings. "
        "Nothing was changed.",
    )


def _back_up(connection: sqlite3.Connection, path: Path, newest: int) -> None:
    """Copy what is there whole or not at all; of several processes one does it."""
    staged = path.with_name(f"{path.stem}{TEMPORARY_SUFFIX}")
    with transaction(connection):
        version = _version(connection)
        if version >= newest:
            return
        staged.unlink(missing_ok=True)  # of one that was killed
        make_file(staged)
        # SQLite copies for no connection that is about to write itself.
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(staged)) as copy:
            source.backup(copy)
        staged.replace(path.with_name(f"{path.stem}-v{version}.backup.db"))
