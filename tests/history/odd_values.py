"""Values nobody meant: what JSON, SQLite and a damaged disk can put where others belong."""

from __future__ import annotations

import sqlite3
from pathlib import Path

ODD: dict[str, object] = {
    "half": 2.5,
    "negative": -1,
    "huge": 10**18,
    "vast": 1e308,
    "endless": float("inf"),
    "word": "abc",
    "empty": "",
    "null-character": "a\0b",
    "bytes": b"\xff\xfe",
    "list": "[]",
    "number": "7",
    "text": '"x"',
    "endless-box": "[1e999, 0, 1, 1]",
    "vast-size": "[1e300, 1]",
    "deep": "[" * 900 + "]" * 900,
    "list-of-extra": '{"prompt": 3, "extra": [], "n": 1e99, "partial_images": "x"}',
    "odd-placing": '{"grow_px": 1e308, "match": "x", "feather_px": {}}',
    "odd-usage": '{"input_tokens": "x", "output_tokens": 9223372036854775807}',
    "odd-answer": '{"returned": [1], "figures": {"shift": {"dx": 1e999}}, "stated": null}',
    "surrogate": "\udce9",
}


def columns() -> list[tuple[str, str]]:
    """Every column a reader looks at, with its table."""
    from inpaint_studio.history import rows

    own = {"runs": rows.RUN, "variants": rows.VARIANT, "partials": rows.PARTIAL}
    keys = {("runs", "id"), ("variants", "id"), ("variants", "run"), ("partials", "variant")}
    found = [(table, name) for table, known in own.items() for name in known]
    return [each for each in found if each not in keys]


def put(database: Path, table: str, column: str, value: object) -> bool:
    """Write a value past all checks into every row; False where SQLite itself will not have it."""
    if isinstance(value, str):
        value = value.encode("utf-8", "surrogatepass")
        expression = "CAST(? AS TEXT)"
    else:
        expression = "?"
    connection = sqlite3.connect(database, isolation_level=None)
    try:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(f"UPDATE {table} SET {column} = {expression}", (value,))
    except sqlite3.IntegrityError:
        return False
    finally:
        connection.close()
    return True
