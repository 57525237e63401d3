"""Grow, shrink, feather, smooth and fill holes do what their names say, and no more."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inpaint_studio.picture.geometry import Point, Size
from inpaint_studio.picture.mask import new_mask
from inpaint_studio.picture.mask_operations import (
    Adjusting,
    Adjustment,
    adjusted,
    feathered,
    grown,
    smoothed,
    without_holes,
)
from inpaint_studio.picture.shapes import Ellipse, ShapeStroke

SIZE = Size(300, 240)


@pytest.fixture
def disc():
    """A disc of 50 px radius around the middle."""
    mask = new_mask(SIZE)
    stroke = ShapeStroke(mask, Ellipse())
    stroke.extend(Point(100, 70))
    stroke.extend(Point(200, 170))
    stroke.finish()
    return mask


@pytest.mark.parametrize("pixels", [-40, -8, -1, 1, 8, 60])
def test_a_disc_grows_and_shrinks_by_whole_pixels_of_radius(disc, pixels):
    area = grown(disc, pixels).sum() / 255
    assert np.sqrt(area / np.pi) == pytest.approx(50 + pixels, abs=0.6)


def test_growing_never_uncovers_and_shrinking_never_covers(disc):
    assert (grown(disc, 9) >= disc).all()
    assert (grown(disc, -9) <= disc).all()


def test_feathering_keeps_half_coverage_at_the_edge_and_softens_both_ways():
    mask = new_mask(SIZE)
    mask[:, 150:] = 255
    soft = feathered(mask, 24)[120].astype(int)
    assert soft[149] + soft[150] == pytest.approx(255, abs=2)
    assert (np.diff(soft) >= 0).all()
    assert soft[150 - 40] == 0
    assert soft[150 + 40] == 255
    assert 0 < soft[150 - 12] < 60


def test_smoothing_rounds_off_what_is_small_and_keeps_the_rest(disc):
    disc[60:70, 148:150] = 255
    smooth = smoothed(disc, 12)
    assert smooth[62, 149] == 0
    assert smooth[120, 150] == 255
    assert np.sqrt(smooth.sum() / 255 / np.pi) == pytest.approx(50, abs=1)
    assert 0 < np.count_nonzero((smooth > 0) & (smooth < 255)) < 3000


def test_holes_are_filled_and_bays_are_not(disc):
    disc[100:120, 140:160] = 0
    disc[0:120, 120:124] = 0
    filled = without_holes(disc)
    assert (filled[98:122, 138:162] == 255).all()
    assert filled[60:110, 122].max() == 0


@settings(max_examples=40)
@given(
    st.builds(
        Adjustment,
        fill_holes=st.booleans(),
        smooth=st.integers(0, 64),
        grow=st.integers(-64, 64),
        feather=st.integers(0, 128),
    ),
    st.tuples(st.integers(0, 250), st.integers(0, 200)),
)
def test_working_on_the_masks_box_equals_working_on_all_of_it(adjustment, corner):
    mask = new_mask(SIZE)
    x, y = corner
    mask[y : y + 37, x : x + 41] = 255
    mask[y + 10 : y + 14, x + 10 : x + 20] = 0
    coverage, box = adjusted(mask, adjustment)
    found = mask.copy()
    found[box.slices] = coverage
    whole = without_holes(mask) if adjustment.fill_holes else mask
    whole = grown(smoothed(whole, adjustment.smooth), adjustment.grow)
    assert np.array_equal(found, feathered(whole, adjustment.feather))


def test_an_empty_mask_stays_empty():
    coverage, box = adjusted(new_mask(SIZE), Adjustment(grow=20, feather=9))
    assert box.is_empty
    assert coverage.size == 0


def test_the_preview_starts_from_the_mask_as_it_was_and_is_one_step(disc):
    before = disc.copy()
    adjusting = Adjusting(disc)
    for grow in (40, 10, -5):
        adjustment = Adjustment(grow=grow)
        adjusting.show(*adjusted(adjusting.base, adjustment), adjustment.label)
    assert np.array_equal(disc, grown(before, -5))
    step = adjusting.finish()[1]
    assert step.label == "Shrink mask"
    step.swap()
    assert np.array_equal(disc, before)


def test_cancelling_the_preview_leaves_the_mask_as_it_was(disc):
    before = disc.copy()
    adjusting = Adjusting(disc)
    adjusting.show(*adjusted(adjusting.base, Adjustment(feather=30)), "Feather mask")
    adjusting.cancel()
    assert np.array_equal(disc, before)


def test_labels_name_what_was_done():
    assert Adjustment(grow=3).label == "Grow mask"
    assert Adjustment(feather=3).label == "Feather mask"
    assert Adjustment(smooth=3).label == "Smooth mask"
    assert Adjustment(fill_holes=True).label == "Fill holes"
    assert Adjustment(grow=3, feather=1).label == "Adjust mask"
    assert Adjustment().is_nothing
