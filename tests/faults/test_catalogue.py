"""Every row of the fault catalogue has tests that exist."""

import ast
from functools import cache
from pathlib import Path

import pytest

from tests.faults.catalogue import CATALOGUE

TESTS = Path(__file__).parents[1]


@cache
def functions_of(file: str) -> frozenset[str]:
    tree = ast.parse((TESTS / file).read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def test_all_rows_are_there():
    assert sorted(CATALOGUE) == list(range(1, 76))


@pytest.mark.parametrize("row", CATALOGUE)
def test_what_holds_a_row_exists(row):
    held_by = CATALOGUE[row]
    if isinstance(held_by, str):
        assert held_by.endswith(".")
        return
    assert held_by
    for test in held_by:
        file, _, name = test.partition("::")
        assert name.startswith("test_")
        assert name in functions_of(file), test
