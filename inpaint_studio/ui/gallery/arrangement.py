"""Where cards lie: in one row, or in blocks of runs below the days they were made on.

Places are arithmetic over the listing's numbers; no card is read for them.
"""

from __future__ import annotations

import time
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import QRect, QSize

from inpaint_studio.history import Listing

MARGIN_PX = 14
_DAY_S = 86_400


@dataclass(frozen=True, slots=True)
class Heading:
    """Words above cards: of a day, or of the run whose first row in this line is `row`."""

    box: QRect
    row: int
    is_day: bool


class Arrangement(Protocol):
    """Places of all rows, in content coordinates."""

    extent: QSize

    def cell(self, row: int) -> QRect:
        """The place of a row's card."""
        ...

    def rows_in(self, box: QRect) -> range:
        """Rows of which a part may lie in `box`."""
        ...

    def headings_in(self, box: QRect) -> list[Heading]:
        """Headings of which a part may lie in `box`."""
        ...

    def below(self, row: int, steps: int) -> int:
        """The row that many lines further down, nearest below the same place."""
        ...


class Strip:
    """One row, left to right."""

    def __init__(self, count: int, cell: QSize) -> None:
        self._count, self._cell = count, cell
        self.extent = QSize(count * cell.width(), cell.height())

    def cell(self, row: int) -> QRect:
        """The place of a row's card."""
        return QRect(row * self._cell.width(), 0, self._cell.width(), self._cell.height())

    def rows_in(self, box: QRect) -> range:
        """Rows of which a part may lie in `box`."""
        width = self._cell.width()
        return range(max(0, box.left() // width), min(self._count, box.right() // width + 1))

    def headings_in(self, box: QRect) -> list[Heading]:
        """A strip has none."""
        del box
        return []

    def below(self, row: int, steps: int) -> int:
        """A strip is one line."""
        del steps
        return row


@dataclass(slots=True)
class _Lines:
    """Lines of the grid, top down: where each begins and which rows it holds."""

    tops: list[int] = field(default_factory=list)
    firsts: list[int] = field(default_factory=list)
    is_day: list[bool] = field(default_factory=list)


class Blocks:
    """Every run is a block of cards with its heading; blocks flow, and each day begins anew."""

    def __init__(
        self, listing: Listing, width: int, cell: QSize, heading_px: int, day_px: int
    ) -> None:
        self._runs, self._created = listing.runs, listing.created
        self._cell, self._heading_px, self._day_px = cell, heading_px, day_px
        self.columns = max(1, (width - 2 * MARGIN_PX) // cell.width())
        self._line_of = array("l", bytes(array("l").itemsize * len(listing)))
        self._lines = _Lines()
        self._y = 0
        self._lay_out()
        self.extent = QSize(width, self._y + MARGIN_PX)

    def cell(self, row: int) -> QRect:
        """The place of a row's card."""
        line = self._line_of[row]
        column = row - self._lines.firsts[line]
        left = MARGIN_PX + column * self._cell.width()
        top = self._lines.tops[line] + self._heading_px
        return QRect(left, top, self._cell.width(), self._cell.height())

    def rows_in(self, box: QRect) -> range:
        """Rows of which a part may lie in `box`."""
        lines = self._lines_in(box)
        if not lines:
            return range(0)
        return range(self._first(lines.start), self._first(lines.stop))

    def headings_in(self, box: QRect) -> list[Heading]:
        """Days, and for each line the runs that begin or go on in it."""
        found = []
        for line in self._lines_in(box):
            if self._lines.is_day[line]:
                found.append(self._day_heading(line))
            else:
                found += self._run_headings(line)
        return found

    def below(self, row: int, steps: int) -> int:
        """The row that many lines further down, nearest below the same place."""
        line, column = self._line_of[row], row - self._lines.firsts[self._line_of[row]]
        while steps:
            step = 1 if steps > 0 else -1
            following = self._next_line(line, step)
            if following is None:
                break
            line, steps = following, steps - step
        last = self._first(line + 1) - 1
        return min(self._first(line) + column, last)

    def _next_line(self, line: int, step: int) -> int | None:
        line += step
        while 0 <= line < len(self._lines.tops) and self._lines.is_day[line]:
            line += step
        return line if 0 <= line < len(self._lines.tops) else None

    def _lay_out(self) -> None:
        row, day = 0, _Day()
        column = self.columns
        while row < len(self._runs):
            end = _end_of_run(self._runs, row)
            if not day.holds(self._created[row]):
                self._add_line(row, is_day=True)
                column = self.columns
            while row < end:
                room = self.columns - column
                if room < min(end - row, self.columns):
                    self._add_line(row, is_day=False)
                    column, room = 0, self.columns
                count = min(room, end - row)
                self._set_lines(row, row + count)
                column, row = column + count, row + count

    def _add_line(self, row: int, *, is_day: bool) -> None:
        lines = self._lines
        lines.tops.append(self._y)
        lines.firsts.append(row)
        lines.is_day.append(is_day)
        self._y += self._day_px if is_day else self._heading_px + self._cell.height()

    def _set_lines(self, start: int, stop: int) -> None:
        line = len(self._lines.tops) - 1
        for row in range(start, stop):
            self._line_of[row] = line

    def _first(self, line: int) -> int:
        firsts = self._lines.firsts
        return firsts[line] if line < len(firsts) else len(self._runs)

    def _lines_in(self, box: QRect) -> range:
        tops = self._lines.tops
        return range(max(0, bisect_right(tops, box.top()) - 1), bisect_right(tops, box.bottom()))

    def _day_heading(self, line: int) -> Heading:
        width = self.extent.width() - 2 * MARGIN_PX
        box = QRect(MARGIN_PX, self._lines.tops[line], width, self._day_px)
        return Heading(box, self._first(line), is_day=True)

    def _run_headings(self, line: int) -> list[Heading]:
        start, stop = self._first(line), self._first(line + 1)
        found, row = [], start
        while row < stop:
            end = min(stop, _end_of_run(self._runs, row))
            left = MARGIN_PX + (row - start) * self._cell.width()
            # Words over the last run go on where no card follows.
            cells = (self.columns if end == stop else end - start) - (row - start)
            width = cells * self._cell.width()
            box = QRect(left, self._lines.tops[line], width, self._heading_px)
            found.append(Heading(box, row, is_day=False))
            row = end
        return found


class _Day:
    """The local day that is being filled."""

    def __init__(self) -> None:
        self._start = self._end = 0.0

    def holds(self, created: int) -> bool:
        """Whether that time is of this day; if not, its day is the one from now on."""
        if self._start <= created < self._end:
            return True
        year, month, day, *_ = time.localtime(created)
        self._start = time.mktime((year, month, day, 0, 0, 0, 0, 0, -1))
        self._end = self._start + _DAY_S
        return False


def _end_of_run(runs: Sequence[int], row: int) -> int:
    number, end = runs[row], row + 1
    while end < len(runs) and runs[end] == number:
        end += 1
    return end
