"""The line around the mask follows its half-covered edge, at every zoom."""

from dataclasses import replace

import pytest

from inpaint_studio.picture.brush import Brush
from inpaint_studio.picture.geometry import Point, Size
from inpaint_studio.picture.mask import new_mask
from inpaint_studio.picture.pyramid import Pyramid
from inpaint_studio.picture.strokes import BrushStroke
from inpaint_studio.picture.viewport import Viewport
from inpaint_studio.ui.canvas.outline import trace

PICTURE = Size(800, 600)


@pytest.fixture
def mask():
    mask = new_mask(PICTURE)
    mask[200:300, 300:500] = 255
    return mask


def bounds(path):
    rect = path.boundingRect()
    return rect.left(), rect.top(), rect.right(), rect.bottom()


@pytest.mark.parametrize("scale", [0.3, 0.5, 1.0, 2.7, 4.0, 16.0])
def test_the_line_runs_along_the_edge_of_what_is_in_view(mask, scale):
    viewport = replace(Viewport(PICTURE, Size(3400, 3000)), scale=scale)
    viewport = (
        viewport.centred(Point(400, 250)) if scale < 16 else viewport.centred(Point(300, 200))
    )
    path = trace(Pyramid(mask), viewport).seen_at(viewport)
    left, top = viewport.to_widget(Point(300, 200))
    right, bottom = viewport.to_widget(Point(500, 300))
    found = bounds(path)
    assert found[:2] == pytest.approx((left, top), abs=1.6)
    if scale < 16:
        assert found[2:] == pytest.approx((right, bottom), abs=1.6)


def test_the_line_goes_with_the_picture_until_it_is_traced_again(mask):
    viewport = Viewport(PICTURE, Size(800, 600), 2.0)
    outline = trace(Pyramid(mask), viewport)
    moved = replace(viewport, scale=2.0, left=40, top=-20)
    left, top = moved.to_widget(Point(300, 200))
    assert bounds(outline.seen_at(moved))[:2] == pytest.approx((left, top), abs=1.5)


def test_an_empty_mask_has_no_line():
    assert trace(Pyramid(new_mask(PICTURE)), Viewport(PICTURE, PICTURE)).path.isEmpty()


def test_a_round_dab_has_a_round_line():
    mask = new_mask(PICTURE)
    stroke = BrushStroke(mask, Brush(200, 100))
    stroke.extend(Point(400, 300))
    path = trace(Pyramid(mask), Viewport(PICTURE, PICTURE)).path
    centre = Point(400, 300)
    points = [path.elementAt(index) for index in range(path.elementCount())]
    radii = [((p.x - centre.x) ** 2 + (p.y - centre.y) ** 2) ** 0.5 for p in points]
    assert 98 < min(radii) <= max(radii) < 101
