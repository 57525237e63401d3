"""Where cards lie."""

from __future__ import annotations

import time
from array import array

import pytest
from PySide6.QtCore import QRect, QSize

from inpaint_studio.history import Listing
from inpaint_studio.ui.gallery.arrangement import MARGIN_PX, Blocks, Strip

CELL = QSize(100, 80)
NOON = time.mktime((2026, 3, 10, 12, 0, 0, 0, 0, -1))


def listing(*sizes: int, hours_apart: float = 0.1) -> Listing:
    """Runs of those many variants, newest first."""
    runs, created = array("q"), array("q")
    for index, size in enumerate(sizes):
        runs.extend([len(sizes) - index] * size)
        created.extend([int(NOON - index * hours_apart * 3600)] * size)
    return Listing(array("q", range(len(runs))), runs, created)


def blocks(*sizes: int, columns: int = 4, **more) -> Blocks:
    return Blocks(listing(*sizes, **more), columns * 100 + 2 * MARGIN_PX, CELL, 20, 30)


def test_a_strip_is_as_wide_as_its_cards() -> None:
    strip = Strip(10_000, CELL)
    assert strip.extent == QSize(1_000_000, 80)
    assert strip.rows_in(QRect(50_050, 0, 300, 80)) == range(500, 504)


def test_blocks_flow_while_they_fit_and_keep_together() -> None:
    grid = blocks(3, 1, 2, 2, 2)
    tops = [grid.cell(row).top() for row in range(10)]
    assert len(set(tops)) == 3
    assert tops[0] == tops[3]  # 3 + 1
    assert tops[4] == tops[6]  # 2 + 2
    assert grid.cell(3).left() == MARGIN_PX + 300


def test_a_run_wider_than_the_view_goes_on_below() -> None:
    grid = blocks(10)
    assert grid.cell(4).top() > grid.cell(3).top()
    assert grid.cell(4).left() == MARGIN_PX


def test_every_day_has_its_heading() -> None:
    grid = blocks(1, 1, 1, hours_apart=24)
    days = [each for each in grid.headings_in(QRect(0, 0, 500, 10_000)) if each.is_day]
    assert [each.row for each in days] == [0, 1, 2]
    assert grid.cell(1).top() > grid.cell(0).bottom() + 30


@pytest.mark.parametrize("columns", [1, 3, 7])
def test_what_is_in_sight_is_what_lies_there(columns: int) -> None:
    grid = blocks(*[1, 4, 2, 10, 3] * 8, columns=columns, hours_apart=5)
    for top in range(0, grid.extent.height(), 97):
        box = QRect(0, top, 2000, 150)
        seen = set(grid.rows_in(box))
        truly = {row for row in range(160) if grid.cell(row).intersects(box)}
        assert truly <= seen
        assert len(seen - truly) <= 2 * columns


def test_no_two_cards_share_a_place() -> None:
    grid = blocks(*[1, 4, 2, 10, 3] * 8, hours_apart=5)
    places = {(grid.cell(row).left(), grid.cell(row).top()) for row in range(160)}
    assert len(places) == 160


def test_arrows_go_up_and_down_lines_and_stop_at_the_ends() -> None:
    grid = blocks(4, 4, 2)
    assert grid.below(1, 1) == 5
    assert grid.below(7, 1) == 9  # the last line is shorter
    assert grid.below(1, -1) == 1
    assert grid.below(9, 1) == 9


def test_the_words_over_the_last_run_of_a_line_have_the_rest_of_it() -> None:
    grid = blocks(1, 1, columns=5)
    first, second = grid.headings_in(grid.cell(0).adjusted(0, -20, 400, 0))[-2:]
    assert first.box.right() < second.box.left()
    assert second.box.width() == 400
