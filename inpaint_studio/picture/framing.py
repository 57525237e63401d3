"""Drawing the frame by hand: which part of it a pointer grips, and what a drag makes of it."""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace

from inpaint_studio.picture.geometry import Box, Point, Size

SMALLEST_EDGE_PX = 16


class Side(enum.IntEnum):
    """Which edge along one axis a grip moves."""

    LOW = -1
    NONE = 0
    HIGH = 1


@dataclass(frozen=True, slots=True)
class Grip:
    """A corner or side of a frame; both `NONE`: its inside, which moves the whole."""

    x: Side
    y: Side

    @property
    def moves(self) -> bool:
        """Whether the frame keeps its size."""
        return self.x is Side.NONE and self.y is Side.NONE


@dataclass(frozen=True, slots=True)
class FrameDrag:
    """A drag that began at `start` on `grip` of the frame `box`.

    `ratio` is width / height, None where it is free.
    """

    box: Box
    grip: Grip
    start: Point
    ratio: float | None = None

    def dragged(self, point: Point, picture: Size, *, past: int = 0, snap: float = 0.0) -> Box:
        """The frame once the pointer is at `point`.

        It may reach `past` px beyond the picture; one that is moved keeps half of itself inside.
        Sides within `snap` px of the picture's edge go to it.
        """
        dx, dy = round(point.x - self.start.x), round(point.y - self.start.y)
        whole = Box.of_size(picture)
        if self.grip.moves:
            moved = _snapped(self.box.shift(dx, dy), whole, snap)
            return _pushed_inside(moved, _room_for(moved, whole, past))
        room = whole.grow(past)
        grip, start = self.grip, self.box
        x0, x1 = _stretched((start.x0, start.x1), grip.x, dx, (room.x0, room.x1))
        y0, y1 = _stretched((start.y0, start.y1), grip.y, dy, (room.y0, room.y1))
        x0 = 0 if grip.x is Side.LOW and abs(x0) <= snap else x0
        y0 = 0 if grip.y is Side.LOW and abs(y0) <= snap else y0
        x1 = whole.x1 if grip.x is Side.HIGH and abs(x1 - whole.x1) <= snap else x1
        y1 = whole.y1 if grip.y is Side.HIGH and abs(y1 - whole.y1) <= snap else y1
        box = Box(x0, y0, x1, y1)
        return box if self.ratio is None else _with_ratio(box, self.grip, self.ratio, room)


def new_frame(point: Point, ratio: float | None = None) -> FrameDrag:
    """A drag that draws a frame from `point` on."""
    x, y = round(point.x), round(point.y)
    return FrameDrag(Box(x, y, x, y), Grip(Side.HIGH, Side.HIGH), point, ratio)


def flipped(drag: FrameDrag, point: Point) -> FrameDrag:
    """A new frame's drag gripping the corner the pointer is at, whichever way it is drawn."""
    x = Side.LOW if point.x < drag.start.x else Side.HIGH
    y = Side.LOW if point.y < drag.start.y else Side.HIGH
    return replace(drag, grip=Grip(x, y))


def grip_at(box: Box, point: Point, reach: float) -> Grip | None:
    """What of the frame lies within `reach` px of a point; None outside."""
    if not (
        box.x0 - reach <= point.x <= box.x1 + reach and box.y0 - reach <= point.y <= box.y1 + reach
    ):
        return None
    return Grip(
        _side(point.x, box.x0, box.x1, reach),
        _side(point.y, box.y0, box.y1, reach),
    )


def _side(at: float, low: int, high: int, reach: float) -> Side:
    # In a frame smaller than its handles the middle third still moves it.
    reach = min(reach, (high - low) / 3)
    if at <= low + reach:
        return Side.LOW
    return Side.HIGH if at >= high - reach else Side.NONE


def _stretched(
    edges: tuple[int, int], side: Side, by: int, room: tuple[int, int]
) -> tuple[int, int]:
    (low, high), (first, last) = edges, room
    least = min(SMALLEST_EDGE_PX, last - first)
    if side is Side.LOW:
        return max(first, min(low + by, high - least)), max(high, first + least)
    if side is Side.HIGH:
        low = max(first, min(low, last - least))
        return low, min(last, max(high + by, low + least))
    return low, high


def _with_ratio(box: Box, grip: Grip, ratio: float, room: Box) -> Box:
    """The box in a ratio, the edges opposite to the grip staying where they are."""
    width = box.height * ratio if grip.x is Side.NONE else float(box.width)
    if grip.x is not Side.NONE and grip.y is not Side.NONE:
        width = max(width, box.height * ratio)
    room_x = box.x1 - room.x0 if grip.x is Side.LOW else room.x1 - box.x0
    room_y = box.y1 - room.y0 if grip.y is Side.LOW else room.y1 - box.y0
    width = min(width, room_x, room_y * ratio)
    size = Size(max(1, round(width)), max(1, round(width / ratio)))
    x0 = box.x1 - size.width if grip.x is Side.LOW else box.x0
    y0 = box.y1 - size.height if grip.y is Side.LOW else box.y0
    return Box(x0, y0, x0 + size.width, y0 + size.height)


def _snapped(box: Box, whole: Box, snap: float) -> Box:
    """The box moved onto the picture's edges it is near to."""
    dx = next((d for d in (-box.x0, whole.x1 - box.x1) if abs(d) <= snap), 0)
    dy = next((d for d in (-box.y0, whole.y1 - box.y1) if abs(d) <= snap), 0)
    return box.shift(dx, dy)


def _room_for(box: Box, whole: Box, past: int) -> Box:
    """Where a box may be moved to: at least half of it stays in the picture."""
    x, y = min(past, box.width // 2), min(past, box.height // 2)
    return Box(whole.x0 - x, whole.y0 - y, whole.x1 + x, whole.y1 + y)


def _pushed_inside(box: Box, room: Box) -> Box:
    x0 = min(max(box.x0, room.x0), max(room.x1 - box.width, room.x0))
    y0 = min(max(box.y0, room.y0), max(room.y1 - box.height, room.y0))
    return box.shift(x0 - box.x0, y0 - box.y0).intersect(room)
