"""Points, sizes and boxes in picture pixels: y points down, a box excludes right and bottom."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, NamedTuple

from inpaint_studio.typed_values import as_whole

MAX_PIXELS = 100_000_000
MAX_EDGE = 32_767
"""Qt paints and OpenCV remaps with 16-bit coordinates."""


class Point(NamedTuple):
    """A position; the centre of the top left pixel is (0.5, 0.5)."""

    x: float
    y: float


class Size(NamedTuple):
    """Width and height in whole pixels."""

    width: int
    height: int

    def __str__(self) -> str:
        return f"{self.width}x{self.height}"


@dataclass(frozen=True, slots=True)
class Box:
    """The pixels x0 ≤ x < x1, y0 ≤ y < y1. Any box with no pixel in it is empty."""

    x0: int
    y0: int
    x1: int
    y1: int

    @classmethod
    def around(cls, x0: float, y0: float, x1: float, y1: float) -> Box:
        """The smallest box that holds the given real rectangle."""
        return cls(math.floor(x0), math.floor(y0), math.ceil(x1), math.ceil(y1))

    @classmethod
    def of_size(cls, size: Size) -> Box:
        """The whole of a picture of that size."""
        return cls(0, 0, size.width, size.height)

    @property
    def width(self) -> int:
        """Number of columns, 0 when empty."""
        return max(0, self.x1 - self.x0)

    @property
    def height(self) -> int:
        """Number of rows, 0 when empty."""
        return max(0, self.y1 - self.y0)

    @property
    def size(self) -> Size:
        """Width and height."""
        return Size(self.width, self.height)

    @property
    def is_empty(self) -> bool:
        """Whether no pixel lies in it."""
        return self.x1 <= self.x0 or self.y1 <= self.y0

    @property
    def slices(self) -> tuple[slice, slice]:
        """Row and column slices into an array whose origin is the picture's; clip the box first."""
        return slice(self.y0, self.y1), slice(self.x0, self.x1)

    def union(self, other: Box) -> Box:
        """The smallest box that holds both."""
        if self.is_empty:
            return other
        if other.is_empty:
            return self
        return Box(
            min(self.x0, other.x0),
            min(self.y0, other.y0),
            max(self.x1, other.x1),
            max(self.y1, other.y1),
        )

    def intersect(self, other: Box) -> Box:
        """The pixels that lie in both; may be empty."""
        return Box(
            max(self.x0, other.x0),
            max(self.y0, other.y0),
            min(self.x1, other.x1),
            min(self.y1, other.y1),
        )

    def grow(self, pixels: int) -> Box:
        """The box with `pixels` added on every side (taken away when negative)."""
        return Box(self.x0 - pixels, self.y0 - pixels, self.x1 + pixels, self.y1 + pixels)

    def shift(self, dx: int, dy: int) -> Box:
        """The box moved by whole pixels."""
        return Box(self.x0 + dx, self.y0 + dy, self.x1 + dx, self.y1 + dy)

    def contains(self, other: Box) -> bool:
        """Whether every pixel of `other` lies in this box."""
        return other.is_empty or self.intersect(other) == other


def as_box(value: Any) -> Box:
    """The box that four whole numbers of a file tell, at most `MAX_EDGE` past a picture's edge.

    Raises:
        ValueError: they are none, or no pixel lies in it.
    """
    corner = as_whole(-MAX_EDGE, 2 * MAX_EDGE)
    if not isinstance(value, list | tuple) or len(value) != 4:
        raise ValueError("must be four whole numbers")
    box = Box(*map(corner, value))
    if box.is_empty:
        raise ValueError("must hold a pixel")
    return box


def as_size(value: Any) -> Size:
    """The size that two whole numbers of a file tell.

    Raises:
        ValueError: they are none.
    """
    if not isinstance(value, list | tuple) or len(value) != 2:
        raise ValueError("must be two whole numbers")
    return Size(*map(as_whole(1, MAX_EDGE), value))


EMPTY_BOX = Box(0, 0, 0, 0)
