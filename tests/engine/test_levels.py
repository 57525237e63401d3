"""Halved pictures hold nothing of what is hidden."""

import numpy as np
import pytest

from inpaint_studio.engine.crop import crop_around, cut, put_back
from inpaint_studio.engine.levels import first_level, halve, halvings
from inpaint_studio.engine.protocol import FillJob
from tests.engine.pictures import ellipse, meadow


@pytest.mark.parametrize("size", [(64, 48), (65, 49), (31, 90)])
def test_hidden_pixels_never_reach_any_size(size):
    image, hole = meadow(*size), ellipse(size[0], size[1], 0.2)
    other = image.copy()
    other[hole] = 255
    known = np.ones_like(hole)
    for one, two in zip(
        halvings(first_level(image, hole, known), 3),
        halvings(first_level(other, hole, known), 3),
        strict=True,
    ):
        assert np.array_equal(one.image, two.image)


def test_a_level_is_half_its_parent_and_keeps_its_flags_apart():
    image, hole = meadow(65, 49), ellipse(65, 49, 0.2)
    known = np.ones_like(hole)
    known[:, :5] = False
    level = first_level(image, hole, known)
    half = halve(level)
    assert half.image.shape == (25, 33, 3)
    assert not (half.hole & half.usable).any()
    assert not half.usable[:, :2].any()
    assert half.hole.sum() == pytest.approx(hole.sum() / 4, rel=0.25)


def test_usable_pixels_are_averaged_exactly():
    image, hole = meadow(40, 40), ellipse(40, 40, 0.1)
    half = halve(first_level(image, hole, np.ones_like(hole)))
    block = image[:2, :2].reshape(4, 3).mean(axis=0)
    assert np.abs(half.image[0, 0] - block).max() <= 0.51


def test_a_hole_that_vanishes_ends_the_halving():
    hole = np.zeros((200, 200), bool)
    hole[100, 100] = True
    assert len(halvings(first_level(meadow(200, 200), hole, ~hole), 3)) == 1


def test_the_crop_holds_the_hole_and_its_surroundings_and_goes_back_exactly():
    image = meadow(500, 400)
    hole = np.zeros((400, 500), bool)
    hole[50:60, 200:290] = True
    job = FillJob(image, hole, np.ones_like(hole))
    crop = crop_around(job)
    assert (crop.rows, crop.columns) == (slice(0, 240), slice(20, 470))
    part = cut(job, crop)
    whole = put_back(job, crop, np.zeros_like(part.image))
    assert np.array_equal(whole[~hole], image[~hole])
    assert (whole[hole] == 0).all()
