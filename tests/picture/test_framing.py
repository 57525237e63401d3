"""A frame drawn by hand stays inside the picture and keeps its ratio where it must."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inpaint_studio.picture.framing import (
    SMALLEST_EDGE_PX,
    FrameDrag,
    Grip,
    Side,
    flipped,
    grip_at,
    new_frame,
)
from inpaint_studio.picture.geometry import Box, Point, Size

PICTURE = Size(800, 600)
FRAME = Box(200, 150, 500, 350)
grips = st.builds(Grip, st.sampled_from(Side), st.sampled_from(Side))
points = st.builds(Point, st.floats(-900, 1700), st.floats(-900, 1500))


@settings(max_examples=80)
@given(grips, points, st.sampled_from([None, 1.0, 1.5, 0.5]))
def test_a_dragged_frame_lies_in_the_picture_and_keeps_its_ratio(grip, point, ratio):
    box = FrameDrag(FRAME, grip, Point(300, 300), ratio).dragged(point, PICTURE)
    assert Box.of_size(PICTURE).contains(box)
    assert not box.is_empty
    if grip.moves:
        assert box.size == FRAME.size
    elif ratio is not None:
        assert box.width / box.height == pytest.approx(ratio, rel=0.1)
    else:
        assert min(box.size) >= SMALLEST_EDGE_PX


def test_each_handle_moves_its_own_edges():
    drag = FrameDrag(FRAME, Grip(Side.LOW, Side.NONE), Point(200, 250))
    assert drag.dragged(Point(180, 300), PICTURE) == Box(180, 150, 500, 350)
    drag = FrameDrag(FRAME, Grip(Side.HIGH, Side.HIGH), Point(500, 350))
    assert drag.dragged(Point(540, 360), PICTURE) == Box(200, 150, 540, 360)


def test_grips_are_found_near_edges_inside_and_not_outside():
    assert grip_at(FRAME, Point(202, 149), 6) == Grip(Side.LOW, Side.LOW)
    assert grip_at(FRAME, Point(350, 352), 6) == Grip(Side.NONE, Side.HIGH)
    assert grip_at(FRAME, Point(350, 250), 6) == Grip(Side.NONE, Side.NONE)
    assert grip_at(FRAME, Point(190, 250), 6) is None


def test_a_new_frame_may_be_drawn_any_way():
    drag = new_frame(Point(400, 300))
    for point, box in (
        (Point(500, 400), Box(400, 300, 500, 400)),
        (Point(300, 200), Box(300, 200, 400, 300)),
    ):
        assert flipped(drag, point).dragged(point, PICTURE) == box
