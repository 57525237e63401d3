"""What a benchmark says: one row a figure, as a table for people or as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """`bar` bounds `ratio` = `value` / `baseline`; `holds` says whether it does.

    The baseline is measured in the same run; where the bar is an absolute figure, the baseline is
    that figure and the bar 1.
    """

    name: str
    value: float
    unit: str
    baseline: float
    ratio: float
    bar: float
    holds: bool


def at_most(name: str, value: float, unit: str, baseline: float, bar: float) -> Row:
    """A row that holds while value / baseline stays at or under the bar."""
    ratio = value / baseline
    return Row(name, value, unit, baseline, ratio, bar, ratio <= bar)


def at_least(name: str, value: float, unit: str, baseline: float, bar: float) -> Row:
    """A row that holds while value / baseline reaches the bar."""
    ratio = value / baseline
    return Row(name, value, unit, baseline, ratio, bar, ratio >= bar)


def best_of(count: int, measure: Callable[[], float]) -> float:
    """The least of several measurements: what the machine's other work added least to."""
    return min(measure() for _ in range(count))


def as_table(rows: Iterable[Row]) -> str:
    """A table in Markdown."""
    lines = ["| figure | value | baseline | ratio | bar | holds |", "|---|---|---|---|---|---|"]
    lines += [
        f"| {row.name} | {row.value:.4g} {row.unit} | {row.baseline:.4g} {row.unit} "
        f"| {row.ratio:.2f} | {row.bar:g} | {'yes' if row.holds else 'NO'} |"
        for row in rows
    ]
    return "\n".join(lines)


def as_json(rows: Iterable[Row]) -> str:
    """A JSON list of objects with the fields of a row."""
    return json.dumps([asdict(row) for row in rows])
