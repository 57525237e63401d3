"""The border of every paint: what fails in one is told, and its painter ends with it.

Qt calls a paint while it holds on to what is painted. An exception that leaves it keeps the painter
alive in its traceback, on a widget or pixmap that Qt goes on to use or free: the process is torn
down, and by whatever could not be painted again at every start.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

from PySide6.QtGui import QPaintDevice, QPainter


@contextmanager
def painter_on(device: QPaintDevice) -> Iterator[QPainter]:
    """A painter that has ended after the block, whatever was raised in it."""
    painter = QPainter(device)
    try:
        yield painter
    finally:
        painter.end()


class Border:
    """A `with` block: what is raised in it is told as a bug nobody caught, and goes no further."""

    def __enter__(self) -> None:
        """Nothing has to be prepared."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        """Tell it, and let Qt go on."""
        if kind is None or not isinstance(error, Exception):
            return False
        sys.excepthook(kind, error, trace)
        return True


@contextmanager
def painting(device: QPaintDevice) -> Iterator[QPainter]:
    """A painter for a paint event."""
    with Border(), painter_on(device) as painter:
        yield painter


@contextmanager
def within(painter: QPainter) -> Iterator[QPainter]:
    """A painter of another's for one part of many: what fails costs that part only."""
    with Border(), saved(painter):
        yield painter


@contextmanager
def saved(painter: QPainter) -> Iterator[None]:
    """The painter is after the block as it was before, whatever was raised in it."""
    painter.save()
    try:
        yield
    finally:
        painter.restore()
