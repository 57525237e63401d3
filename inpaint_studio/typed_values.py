"""The typed reader: values that come from a file or another program, of their kind or refused.

JSON holds numbers without end, texts that no path takes and objects nested too deeply to be read;
SQLite holds anything in any column. Whoever reads them says here what they may be: `Reader`s raise
ValueError and nothing else, and `read_fields` lets what they refuse be stood in for.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Reader = Callable[[Any], Any]
MOST = 2**53
"""Up to here every whole number has a float of its own: JSON readers elsewhere know no others."""
LATEST_S = 253_370_764_800.0
"""Unix time of the year 9999: later ones are no date in any time zone."""


MOST_NESTED = 100
"""Deeper values are refused: `json.loads` takes them, `asdict` and `json.dumps` do not."""


def parse_json(data: str | bytes) -> Any:
    """What a JSON text says.

    Raises:
        ValueError: it is none, or nested too deeply.
    """
    try:
        value = json.loads(data)
    except RecursionError as fault:
        raise ValueError("nested too deeply") from fault
    opening = ("[", "{") if isinstance(data, str) else (b"[", b"{")
    if sum(map(data.count, opening)) < MOST_NESTED:  # type: ignore[arg-type]
        return value  # nearly always: the history reads several such texts for each card
    inner = [value]
    for _ in range(MOST_NESTED):
        inner = [each for outer in inner for each in _parts(outer)]
        if not inner:
            return value
    raise ValueError("nested too deeply")


def _parts(value: Any) -> Iterable[Any]:
    """What a list or an object holds; of all else nothing."""
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def as_text(value: Any) -> str:
    """Any text."""
    if not isinstance(value, str):
        raise ValueError("must be a text")
    return value


def as_name(value: Any) -> str:
    """A text that a path and a system call take."""
    if "\0" in as_text(value):
        raise ValueError("must be a text without null characters")
    return str(value)


def as_flag(value: Any) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise ValueError("must be true or false")
    return value


def as_whole(least: int = 0, most: int = MOST) -> Reader:
    """A whole number within bounds."""

    def read(value: Any) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise ValueError(f"must be a whole number, {_between(least, most)}")
        return value

    return read


def as_number(least: float = 0, most: float = MOST) -> Reader:
    """A finite number within bounds."""

    def read(value: Any) -> float:
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        # In this order: no number is within bounds that is not one, and none of 400 digits a float.
        if not is_number or not least <= value <= most or not math.isfinite(value):
            raise ValueError(f"must be a number, {_between(least, most)}")
        return float(value)

    return read


def as_one_of(values: Collection[Any]) -> Reader:
    """One of some values, of the very same kind: 1 is not true, and 0.5 no key of a table."""

    def read(value: Any) -> Any:
        for each in values:
            if type(value) is type(each) and value == each:
                return each
        raise ValueError(f"must be one of {', '.join(map(str, values))}")

    return read


def as_texts(value: Any) -> tuple[str, ...]:
    """A list of texts that paths take."""
    if not isinstance(value, list | tuple):
        raise ValueError("must be a list of texts")
    return tuple(map(as_name, value))


def as_object(value: Any) -> Mapping[str, Any]:
    """An object of JSON, whatever it holds."""
    if not isinstance(value, Mapping) or not all(isinstance(name, str) for name in value):
        raise ValueError("must be an object")
    return value


def as_table(of: Reader) -> Reader:
    """An object whose values are all of one kind."""
    return lambda value: {name: of(item) for name, item in as_object(value).items()}


def or_none(reader: Reader) -> Reader:
    """What `reader` reads, or nothing."""
    return lambda value: None if value is None else reader(value)


def as_json(reader: Reader) -> Reader:
    """The text of a JSON value that `reader` takes; the text itself is read."""

    def read(value: Any) -> str:
        reader(parse_json(as_text(value)))
        return str(value)

    return read


@dataclass(frozen=True, slots=True)
class Column:
    """What a field may be, and what stands in for one that is something else."""

    read: Reader
    otherwise: Any = None


def read_fields(
    stored: Mapping[str, Any], columns: Mapping[str, Column]
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The fields of a foreign object by their names, and the names of those stood in for.

    What is missing is stood in for without being named.
    """
    values: dict[str, Any] = {}
    refused: list[str] = []
    for name, column in columns.items():
        values[name] = column.otherwise
        if name in stored:
            try:
                values[name] = column.read(stored[name])
            except ValueError:
                refused.append(name)
    return values, tuple(refused)


def _between(least: float, most: float) -> str:
    return f"{least} or more" if most == MOST else f"{least} to {most}"
