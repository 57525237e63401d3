"""Every row of the fault catalogue has tests that exist."""

import ast
from functools import cache
from pathlib import Path

import pytest

from tests.faults.catalogue import CATALOGUE
from tests.faults.page import PAGE, rows_of, with_tests

TESTS = Path(__file__).parents[1]


@cache
def functions_of(file: str) -> frozenset[str]:
    tree = ast.parse((TESTS / file).read_text(encoding="utf-8"))
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, functions))


def test_all_rows_are_there():
    assert sorted(CATALOGUE) == list(range(1, 88))


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


def test_the_page_has_every_row_with_its_tests():
    page = PAGE.read_text(encoding="utf-8")
    assert rows_of(page) == list(CATALOGUE)
    assert with_tests(page) == page, "run python -m tests.faults.page"
