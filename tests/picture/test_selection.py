"""Wand and fill select what a person would have painted around."""

import numpy as np
import pytest

from inpaint_studio.picture.brush import Brush
from inpaint_studio.picture.geometry import Point, Size
from inpaint_studio.picture.mask import new_mask
from inpaint_studio.picture.selection import ClickStroke, Wand, enclosed, painted, similar
from inpaint_studio.picture.selection_mode import SelectionMode
from inpaint_studio.picture.strokes import BrushStroke

SIZE = Size(90, 60)


@pytest.fixture
def picture():
    """Two reddish squares on grey, the right one slightly lighter."""
    pixels = np.full((SIZE.height, SIZE.width, 4), (90, 90, 90, 255), np.uint8)
    pixels[10:30, 10:30] = (20, 20, 200, 255)
    pixels[10:30, 50:70] = (30, 30, 210, 255)
    return pixels


def test_the_wand_takes_what_is_alike_and_touches(picture):
    assert np.argwhere(similar(picture, 15, 15, Wand(0))).min(axis=0).tolist() == [10, 10]
    assert np.count_nonzero(similar(picture, 15, 15, Wand(32))) == 400
    assert np.count_nonzero(similar(picture, 15, 15, Wand(32, contiguous=False))) == 800
    assert np.count_nonzero(similar(picture, 15, 15, Wand(5, contiguous=False))) == 400
    assert similar(picture, 0, 0, Wand(255)).min() == 255


def test_transparency_is_a_colour_of_its_own(picture):
    picture[:, 40:, 3] = 0
    assert similar(picture, 0, 0, Wand(32))[:, 40:].max() == 0


def test_fill_covers_the_inside_of_a_painted_ring_without_a_seam():
    mask = new_mask(SIZE)
    ring(mask)
    before = mask.copy()
    stroke = ClickStroke(mask, "Fill", lambda x, y: enclosed(mask, x, y))
    stroke.extend(Point(45, 30))
    box, step = stroke.finish()
    assert (mask[22:39, 32:59] == 255).all()
    assert np.array_equal(mask[:5], before[:5])
    step.swap()
    assert np.array_equal(mask, before)
    del box


def test_fill_takes_a_painted_area_away_with_its_soft_rim():
    mask = new_mask(SIZE)
    ring(mask)
    stroke = ClickStroke(mask, "Fill", lambda x, y: painted(mask, x, y), SelectionMode.SUBTRACT)
    stroke.extend(Point(30, 30))
    stroke.finish()
    assert mask.max() == 0


@pytest.mark.parametrize("place", [(-3, 10), (200, 10), (10, 60)])
def test_a_click_beside_the_picture_selects_nothing(place):
    mask = new_mask(SIZE)
    stroke = ClickStroke(mask, "Fill", lambda x, y: enclosed(mask, x, y))
    assert stroke.extend(Point(*place)).is_empty
    assert stroke.finish()[1] is None


def test_cancelling_puts_the_mask_back():
    mask = new_mask(SIZE)
    stroke = ClickStroke(mask, "Fill", lambda x, y: enclosed(mask, x, y))
    stroke.extend(Point(10, 10))
    assert mask.min() == 255
    stroke.cancel()
    assert mask.max() == 0


def ring(mask):
    stroke = BrushStroke(mask, Brush(5, 100))
    for corner in ((30, 20), (60, 20), (60, 40), (30, 40), (30, 20)):
        stroke.straight_to(Point(*corner))
    stroke.finish()
