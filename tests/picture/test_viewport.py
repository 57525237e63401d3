"""Zoom and pan: every way into the picture has its exact way back."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpaint_studio.picture.geometry import Box, Point, Size
from inpaint_studio.picture.viewport import MAX_SCALE, MIN_SCALE, Viewport

DENSITIES = (1.0, 1.25, 1.5, 1.75, 2.0, 3.0)
viewports = st.builds(
    Viewport,
    picture=st.builds(Size, st.integers(1, 20_000), st.integers(1, 20_000)),
    view=st.builds(Size, st.integers(1, 4000), st.integers(1, 3000)),
    device_ratio=st.sampled_from(DENSITIES),
    scale=st.floats(MIN_SCALE, MAX_SCALE),
    left=st.integers(-100_000, 100_000),
    top=st.integers(-100_000, 100_000),
)
points = st.builds(Point, st.floats(-10_000, 10_000), st.floats(-10_000, 10_000))


@given(viewports, points)
def test_widget_and_image_coordinates_invert_each_other(viewport, point):
    there_and_back = viewport.to_widget(viewport.to_image(point))
    assert there_and_back == pytest.approx(point, abs=1e-6)


@given(viewports, st.floats(MIN_SCALE, MAX_SCALE), st.floats(0, 1), st.floats(0, 1))
def test_zooming_keeps_the_picture_point_under_the_cursor(viewport, scale, x, y):
    viewport = viewport.fitted()
    box = viewport.picture_box
    ratio = viewport.device_ratio
    anchor = Point((box.x0 + x * box.width) / ratio, (box.y0 + y * box.height) / ratio)
    zoomed = viewport.zoomed(scale, anchor)
    moved = zoomed.to_widget(viewport.to_image(anchor))
    if zoomed == zoomed.panned(0, 0) and min(viewport.view) > 120 * ratio:
        assert moved == pytest.approx(anchor, abs=0.51 / ratio)


@given(viewports)
def test_a_fitted_picture_lies_wholly_inside_the_view_and_is_not_enlarged(viewport):
    fitted = viewport.fitted()
    if fitted.scale > MIN_SCALE:
        assert fitted.view_box.grow(1).contains(fitted.picture_box)
    assert fitted.scale <= 1.0


@given(viewports, st.integers(-50_000, 50_000), st.integers(-50_000, 50_000))
def test_no_pan_loses_the_picture(viewport, dx, dy):
    panned = viewport.panned(dx, dy)
    assert (
        not panned.picture_box.intersect(panned.view_box).is_empty
        or min(panned.picture_box.size) == 0
    )


def test_wheel_steps_from_any_scale_pass_through_one_hundred_percent():
    viewport = replace(Viewport(Size(4000, 3000), Size(1600, 1000)).fitted(), scale=0.317)
    scales = []
    for _ in range(9):
        viewport = viewport.stepped(1)
        scales.append(viewport.scale)
    assert 0.5 in scales
    assert 1.0 in scales
    assert scales == sorted(set(scales))


def test_stepping_in_and_out_again_comes_back():
    viewport = Viewport(Size(400, 300), Size(800, 600), scale=1.0)
    assert viewport.stepped(4).stepped(-4).scale == 1.0


@pytest.mark.parametrize(("steps", "limit"), [(100, MAX_SCALE), (-100, MIN_SCALE)])
def test_scale_stays_between_one_and_6400_percent(steps, limit):
    assert Viewport(Size(400, 300), Size(800, 600)).stepped(steps).scale == limit


def test_resizing_keeps_the_middle_of_the_view_and_the_logical_scale():
    viewport = Viewport(Size(4000, 3000), Size(800, 600)).zoomed(2.0).panned(-77, 31)
    resized = viewport.resized(Size(2000, 1000), 2.0)
    assert resized.scale == 4.0
    before = viewport.to_image(Point(400, 300))
    assert resized.to_image(Point(500, 250)) == pytest.approx(before, abs=0.3)


@given(viewports, st.integers(0, 500), st.integers(0, 500), st.integers(1, 60))
def test_the_device_box_of_a_change_holds_all_its_device_pixels(viewport, x, y, edge):
    box = Box(x, y, x + edge, y + edge)
    changed = viewport.device_edges(box).intersect(viewport.view_box)
    assert viewport.device_box(box).contains(changed)
