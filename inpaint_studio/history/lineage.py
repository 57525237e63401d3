"""Lineage: all that was made from one picture, of it and of its results."""

from __future__ import annotations

import sqlite3

from inpaint_studio.errors import HistoryError
from inpaint_studio.history.reading import find_run, find_runs_of, find_variant
from inpaint_studio.history.records import RunRecord

MOST_RUNS = 1000
"""A lineage is looked at as a tree: more would hide what a person looks for."""

# Rows come in the order they are found, and each once: parents first, and no circle.
_DESCENDANTS = """WITH RECURSIVE lineage (number) AS (
        SELECT number FROM runs WHERE {}
        UNION
        SELECT runs.number FROM lineage JOIN variants ON variants.run = lineage.number
            JOIN runs ON runs.parent_variant = variants.id
    ) SELECT number FROM lineage LIMIT ?"""


def find_lineage(connection: sqlite3.Connection, variant_id: str) -> list[RunRecord]:
    """Every run that descends from the picture a variant came from in the end.

    The first runs were made from that picture itself; a run whose source is a result comes after
    the run of that result.

    Raises:
        HistoryError: there is no such variant.
    """
    first = _first_run(connection, variant_id)
    values: tuple[object, ...] = (first.number,)
    condition = "number = ?"
    if first.source is not None:
        condition = "source = ? AND parent_variant IS ?"
        values = (first.source, first.parent_variant)
    query = _DESCENDANTS.format(condition)
    numbers = [row[0] for row in connection.execute(query, (*values, MOST_RUNS))]
    runs = {run.number: run for run in find_runs_of(connection, numbers)}
    return [runs[number] for number in numbers]


def _first_run(connection: sqlite3.Connection, variant_id: str) -> RunRecord:
    """The run at the top; rows of a damaged history may lead in a circle."""
    run = find_run(connection, find_variant(connection, variant_id).run_id)
    seen = {run.id}
    while run.parent_variant is not None:
        try:
            parent = find_run(connection, find_variant(connection, run.parent_variant).run_id)
        except HistoryError:
            break  # deleted since
        if parent.id in seen:
            break
        seen.add(parent.id)
        run = parent
    return run
