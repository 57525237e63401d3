"""Closed lines cover exactly the area they enclose, and join the mask as they are told."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inpaint_studio.picture.geometry import Box, Point, Size
from inpaint_studio.picture.mask import new_mask
from inpaint_studio.picture.selection_mode import SelectionMode
from inpaint_studio.picture.shapes import (
    Ellipse,
    Lasso,
    Polygon,
    Rectangle,
    ShapeStroke,
    polygon_coverage,
)

SIZE = Size(60, 40)
corners = st.lists(
    st.builds(Point, st.floats(-30, 90, width=32), st.floats(-30, 70, width=32)),
    min_size=3,
    max_size=7,
)
FINE = 16


@given(corners)
def test_coverage_equals_counting_the_points_inside(outline):
    """Against FINE² sample points a pixel, whose count errs by at most the line's own length.

    Where the line crosses itself, turns in opposite directions cancel each other within a pixel.
    """
    covered = polygon_coverage(outline, Box.of_size(SIZE)) / 255
    winding = winding_samples(outline)
    sampled = (winding != 0).mean((1, 3))
    one_way = (winding >= 0).all((1, 3)) | (winding <= 0).all((1, 3))
    certain = (sampled == 0) | (sampled == 1)
    errors = np.abs(covered - sampled)
    assert errors[certain & one_way].max(initial=0) < 0.13
    assert errors[~certain & one_way].sum() <= 0.12 * (~certain & one_way).sum()


@pytest.mark.parametrize("shift", [0.0, 0.25, 0.7])
def test_a_rectangle_covers_parts_of_its_edge_pixels(shift):
    mask = drawn(Rectangle(), [(10 + shift, 10), (20.5, 20 + shift)])
    assert mask[15, 10] == pytest.approx(255 * (1 - shift), abs=1)
    assert mask[15, 20] == pytest.approx(255 * 0.5, abs=1)
    assert mask[20, 15] == pytest.approx(255 * shift, abs=1)
    assert (mask[11:20, 11:20] == 255).all()
    assert mask[:10].max() == mask[:, :10].max() == mask[:, 21:].max() == 0


def test_an_ellipse_has_its_area():
    mask = drawn(Ellipse(), [(5.3, 4.2), (52.1, 33.8)])
    area = math.pi / 4 * (52.1 - 5.3) * (33.8 - 4.2)
    assert mask.sum() / 255 == pytest.approx(area, rel=0.002)


def test_regular_shapes_are_squares_and_circles():
    shape = Rectangle()
    shape.regular = True
    mask = drawn(shape, [(10, 30), (30, 25)])
    rows, columns = np.nonzero(mask)
    assert (rows.min(), rows.max(), columns.min(), columns.max()) == (10, 29, 10, 29)


def test_a_lasso_that_crosses_itself_leaves_no_hole():
    loop = [(math.cos(a), math.sin(a)) for a in np.linspace(0, 4 * math.pi, 60)]
    mask = drawn(Lasso(), [(30 + 15 * x, 20 + 15 * y) for x, y in loop])
    assert mask[20, 30] == 255
    assert (mask[18:23, 25:36] == 255).all()


@settings(max_examples=40)
@given(corners, st.sampled_from(SelectionMode))
def test_shapes_combine_with_the_mask_and_undo_restores_it(outline, how):
    mask = np.random.default_rng(5).integers(0, 256, (SIZE.height, SIZE.width), np.uint8)
    mask[:, 50:] = 0
    before, coverage = mask.copy(), polygon_coverage(outline, Box.of_size(SIZE))
    stroke = ShapeStroke(mask, Lasso(), how)
    for point in outline:
        stroke.extend(point)
    expected = {
        SelectionMode.ADD: np.maximum(before, coverage),
        SelectionMode.SUBTRACT: np.minimum(before, 255 - coverage),
        SelectionMode.INTERSECT: np.minimum(before, coverage),
    }[how]
    box, step = stroke.finish()
    outline = stroke.shape.outline
    spans = {point.x for point in outline}, {point.y for point in outline}
    if len(outline) >= 3 and min(map(len, spans)) > 1:  # else it is no shape
        assert np.abs(mask.astype(int) - expected).max() <= 1
    changed = np.argwhere(mask != before)
    assert all(box.y0 <= y < box.y1 and box.x0 <= x < box.x1 for y, x in changed.tolist())
    if step is not None:
        step.swap()
    assert np.array_equal(mask, before)


def test_what_lies_left_of_the_box_counts_and_what_lies_right_does_not():
    outline = [Point(-100, -100), Point(500, -100), Point(500, 300), Point(-100, 300)]
    assert polygon_coverage(outline, Box.of_size(SIZE)).min() == 255


def test_a_polygon_gives_its_corners_back_one_by_one():
    shape = Polygon()
    for corner in (Point(1, 1), Point(20, 1), Point(20, 20)):
        shape.set_corner(corner)
    shape.extend(Point(5, 30))
    assert len(shape.outline) == 4
    assert shape.drop_corner()
    assert len(shape.corners) == 2
    assert shape.drop_corner()
    assert not shape.drop_corner()


def test_a_click_without_a_drag_is_no_step():
    for shape in (Rectangle(), Ellipse(), Lasso()):
        mask = new_mask(SIZE)
        stroke = ShapeStroke(mask, shape)
        stroke.extend(Point(10, 10))
        assert stroke.finish()[1] is None
        assert mask.max() == 0


def drawn(shape, points):
    mask = new_mask(SIZE)
    stroke = ShapeStroke(mask, shape)
    for point in points:
        stroke.extend(Point(*point))
    stroke.finish()
    return mask


def winding_samples(outline):
    """How often the line winds around FINE × FINE points of each pixel: H×FINE×W×FINE."""
    y, x = (np.mgrid[: SIZE.height * FINE, : SIZE.width * FINE] + 0.5) / FINE
    winding = np.zeros(x.shape, int)
    for a, b in zip(outline, [*outline[1:], outline[0]], strict=True):
        if a.y == b.y:
            continue
        at = a.x + (y - a.y) * ((b.x - a.x) / (b.y - a.y))
        winding += ((a.y <= y) & (y < b.y) & (at < x)).astype(int)
        winding -= ((b.y <= y) & (y < a.y) & (at < x)).astype(int)
    return winding.reshape(SIZE.height, FINE, SIZE.width, FINE)
