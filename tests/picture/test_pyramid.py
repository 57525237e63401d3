"""Mip levels follow their base exactly, whatever its size and whichever boxes change."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inpaint_studio.picture.geometry import Box
from inpaint_studio.picture.pyramid import Pyramid, premultiplied


@settings(max_examples=50)
@given(st.data(), st.integers(1, 700), st.integers(1, 700), st.sampled_from([(), (4,)]))
def test_levels_after_changes_equal_levels_made_anew(data, width, height, channels):
    rng = np.random.default_rng(5)
    base = rng.integers(0, 256, (height, width, *channels), np.uint8)
    pyramid = Pyramid(base)
    for _ in range(data.draw(st.integers(0, 4))):
        x0, y0 = data.draw(st.integers(0, width - 1)), data.draw(st.integers(0, height - 1))
        x1, y1 = data.draw(st.integers(x0 + 1, width)), data.draw(st.integers(y0 + 1, height))
        base[y0:y1, x0:x1] = rng.integers(0, 256, (y1 - y0, x1 - x0, *channels), np.uint8)
        pyramid.touch(Box(x0, y0, x1, y1))
        if data.draw(st.booleans()):
            pyramid.rest()
        pyramid.level(data.draw(st.integers(0, pyramid.depth - 1)))
    fresh = Pyramid(base.copy())
    assert pyramid.depth == fresh.depth
    for index in range(pyramid.depth):
        assert np.array_equal(pyramid.level(index), fresh.level(index))


def test_each_pixel_is_the_mean_of_four():
    base = np.random.default_rng(2).integers(0, 256, (300, 256), np.uint8)
    blocks = base.reshape(150, 2, 128, 2).astype(int).sum(axis=(1, 3))
    assert np.array_equal(Pyramid(base).level(1), (blocks + 2) // 4)


def test_an_odd_edge_counts_its_last_row_and_column_twice():
    base = np.zeros((201, 301), np.uint8)
    base[-1, -1] = 200
    level = Pyramid(base).level(1)
    assert level.shape == (101, 151)
    assert level[-1, -1] == 200


def test_hidden_colours_do_not_bleed():
    base = np.zeros((256, 256, 4), np.uint8)
    base[..., 2] = 255
    base[:, 128:] = (0, 255, 0, 255)
    level = Pyramid(base).level(1)
    assert level[:, :64].max() == 0
    assert level[0, 64].tolist() == [0, 255, 0, 255]


def test_opaqueness_follows_changes():
    base = np.full((300, 300, 4), 255, np.uint8)
    pyramid = Pyramid(base)
    opaque_before = pyramid.opaque
    base[7, 9] = (100, 100, 100, 128)
    pyramid.touch(Box(9, 7, 10, 8))
    assert (opaque_before, pyramid.opaque) == (True, False)
    assert np.array_equal(pyramid.level(1), Pyramid(base).level(1))


def test_premultiplying_rounds_to_nearest():
    pixel = np.array([[[200, 100, 50, 128]]], np.uint8)
    assert premultiplied(pixel).tolist() == [[[100, 50, 25, 128]]]


@pytest.mark.parametrize(
    ("scale", "level"), [(1.0, 0), (0.7, 0), (0.51, 0), (0.5, 1), (0.3, 1), (0.25, 2), (8.0, 0)]
)
def test_the_level_shown_is_shrunk_by_less_than_half(scale, level):
    assert Pyramid(np.zeros((4096, 16), np.uint8)).level_for(scale) == level


def test_the_coarsest_level_serves_every_smaller_scale():
    pyramid = Pyramid(np.zeros((300, 300), np.uint8))
    assert pyramid.level_for(0.01) == pyramid.depth - 1
