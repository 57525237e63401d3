"""The brush's settings and the kernels made of them."""

import numpy as np
import pytest

from inpaint_studio.picture.brush import Brush, Dab
from inpaint_studio.picture.geometry import Point


def test_settings_outside_their_range_are_brought_into_it():
    assert Brush(0.2, -5, 400) == Brush(1, 0, 100)
    assert Brush(9000).size == 2000


def test_resizing_takes_ten_percent_and_at_least_a_pixel():
    assert Brush(100).resized(1).size == 110
    assert Brush(100).resized(-1).size == 90
    assert Brush(3).resized(1).size == 4
    assert Brush(1).resized(-1).size == 1


@pytest.mark.parametrize("size", [20, 21.5, 100, 399, 1000])
@pytest.mark.parametrize("hardness", [0, 50, 100])
def test_a_kernel_is_full_in_the_middle_and_ends_where_coverage_does(size, hardness):
    brush = Brush(size, hardness)
    kernel, column, row = Dab(brush).at(500.3, 400.8)
    assert kernel[400 - row, 500 - column] >= 250
    assert brush.coverage(np.array([brush.reach, size], np.float32)).max() == 0
    assert size <= min(kernel.shape) <= max(kernel.shape) <= size + 2


def test_the_same_dab_is_made_once():
    dab = Dab(Brush(64, 30))
    assert dab.at(10.1, 10.1)[0] is dab.at(17.05, 13.12)[0]


def test_only_a_pixel_thin_brush_keeps_to_pixel_centres():
    assert Brush(1).pinned(Point(4.9, 7.1)) == Point(4.5, 7.5)
    assert Brush(3).pinned(Point(4.9, 7.1)) == Point(4.9, 7.1)


def test_dabs_stay_close_enough_for_a_smooth_edge():
    for size in (20, 100, 1000, 2000):
        hard = Brush(size, 100)
        assert hard.spacing**2 / (8 * hard.radius) <= 0.25 + 1e-9
        assert Brush(size, 0).spacing == size / 8


def test_pressure_drives_what_is_chosen():
    plain = Brush(100, flow=80, pressure_size=False, pressure_flow=False)
    assert plain.pressed(0.5) == plain
    assert Brush(100).pressed(1.0).size == 100
    assert Brush(100).pressed(0.0).size == 10
    assert Brush(100, flow=80, pressure_size=False, pressure_flow=True).pressed(0.5).flow == 40
