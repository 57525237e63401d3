"""`python -m tests.faults.page`: bring the tests of `catalogue` into `docs/fault-catalogue.md`."""

from __future__ import annotations

import re
from pathlib import Path

from tests.faults.catalogue import CATALOGUE

PAGE = Path(__file__).parents[2] / "docs" / "fault-catalogue.md"
_ROW = re.compile(
    r"(?P<head>^### Row (?P<number>\d+):.*?^Held by:\n)(?P<tests>.*?)(?=^##|\Z)", re.M | re.S
)


def with_tests(page: str) -> str:
    """The page with the tests of each row as the catalogue lists them now."""
    return _ROW.sub(_row, page)


def rows_of(page: str) -> list[int]:
    """The numbers of its rows, in their order."""
    return [int(row["number"]) for row in _ROW.finditer(page)]


def _row(row: re.Match[str]) -> str:
    held_by = CATALOGUE[int(row["number"])]
    lines = [held_by] if isinstance(held_by, str) else [f"`tests/{each}`" for each in held_by]
    tests = "".join(f"- {line}\n" for line in lines)
    is_last = row.end() == len(row.string)
    return f"{row['head']}\n{tests}" + ("" if is_last else "\n")


if __name__ == "__main__":
    PAGE.write_text(with_tests(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
