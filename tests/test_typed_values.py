"""The typed reader: values of their kind and in range, or ValueError and nothing else."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpaint_studio import typed_values
from inpaint_studio.picture.geometry import as_box, as_size
from inpaint_studio.typed_values import (
    Column,
    Reader,
    as_json,
    as_number,
    as_one_of,
    as_table,
    as_whole,
    or_none,
    parse_json,
    read_fields,
)

ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.just(10**400)
    | st.floats()
    | st.text()
    | st.binary(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.integers(), inner),
    max_leaves=10,
)
READERS: dict[str, Reader] = {
    "text": typed_values.as_text,
    "name": typed_values.as_name,
    "flag": typed_values.as_flag,
    "texts": typed_values.as_texts,
    "object": typed_values.as_object,
    "whole": as_whole(-3, 7),
    "number": as_number(0.5, 2),
    "one-of": as_one_of((0, 1, "a")),
    "table": as_table(as_whole()),
    "none": or_none(as_number()),
    "json": as_json(as_whole()),
    "box": as_box,
    "size": as_size,
}


@given(value=ANYTHING)
def test_every_reader_refuses_in_one_way(value: Any) -> None:
    for name, reader in READERS.items():
        try:
            read = reader(value)
        except ValueError:
            continue
        assert name in ("box", "size") or reader(read) == read, name


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("whole", True),
        ("whole", 2.0),
        ("whole", 8),
        ("number", float("nan")),
        ("number", True),
        ("number", 10**400),
        ("one-of", True),
        ("one-of", 0.0),
        ("one-of", []),
        ("name", "a\0b"),
        ("box", [0, 0, 0, 1]),
        ("box", [0, 0, 1e999, 1]),
        ("size", [10**6, 1]),
        ("json", "[" * 100_000),
        ("json", "9" * 5000),
    ],
)
def test_what_almost_fits_is_refused(name: str, value: object) -> None:
    with pytest.raises(ValueError, match=r"must|nested|digits"):
        READERS[name](value)


def test_fields_are_stood_in_for_one_by_one_and_named() -> None:
    columns = {"a": Column(as_whole(), 7), "b": Column(as_whole(), 8), "c": Column(as_whole(), 9)}
    assert read_fields({"a": 1, "b": "x", "z": 3}, columns) == ({"a": 1, "b": 8, "c": 9}, ("b",))


@pytest.mark.parametrize("depth", [101, 400, 100_000])
def test_deep_json_is_refused_as_any_other(depth: int) -> None:
    with pytest.raises(ValueError, match="nested"):
        parse_json('{"a": [' * (depth // 2 + 1) + "1" + "]}" * (depth // 2 + 1))


def test_what_is_not_so_deep_can_be_written_again() -> None:
    value = parse_json("[" * 99 + "1" + "]" * 99)
    assert parse_json(json.dumps(value)) == value
