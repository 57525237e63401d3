"""A result that drifted is found where it went, and only then moved back."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inpaint_studio.picture.registration import NO_SHIFT, Shift, register, shifted
from tests.support.drifted import disc, moved, noisy, photo, repainted, tinted

HOLE = disc((480, 640), 300, 240, 90)
PROTECTED = 255 - HOLE


def drifted(dx: float, dy: float, scale: float = 0.0) -> np.ndarray:
    """As a model returns it: something else in the hole, noise, another tint."""
    edited = repainted(photo(), HOLE, (30, 60, 220))
    return noisy(tinted(moved(edited, dx, dy, scale), 1.1, 1.0, 0.9), 2)


class TestRegister:
    @pytest.mark.parametrize(
        ("dx", "dy"), [(3.2, -1.0), (0.6, 0.0), (-7.0, 11.4), (19.0, -16.0), (0.0, 2.0)]
    )
    def test_a_shift_is_found_to_a_tenth_of_a_pixel(self, dx: float, dy: float) -> None:
        shift = register(photo(), drifted(dx, dy), PROTECTED)
        assert (shift.dx, shift.dy) == pytest.approx((dx, dy), abs=0.12)
        assert shift.scale == pytest.approx(0, abs=0.0005)
        assert shift.residual_after < 0.9 * shift.residual_before

    @pytest.mark.parametrize("scale", [0.01, -0.015, 0.028])
    def test_a_zoom_is_found_beside_the_shift(self, scale: float) -> None:
        shift = register(photo(), drifted(2, -1.5, scale), PROTECTED)
        assert (shift.dx, shift.dy) == pytest.approx((2, -1.5), abs=0.15)
        assert shift.scale == pytest.approx(scale, abs=0.0007)

    def test_what_lies_still_is_left_alone(self) -> None:
        shift = register(photo(), drifted(0, 0), PROTECTED)
        assert shift.is_none
        assert shift.residual_before == shift.residual_after > 0

    def test_identical_pixels_differ_by_nothing(self) -> None:
        result = repainted(photo(), HOLE, (0, 0, 0))
        assert register(photo(), result, PROTECTED) == NO_SHIFT

    def test_another_picture_is_not_pulled_about(self) -> None:
        assert register(photo(), photo()[:, ::-1], PROTECTED).is_none

    def test_a_leap_is_no_drift(self) -> None:
        assert register(photo(), drifted(60, 0), PROTECTED).is_none

    def test_a_flat_picture_gives_nothing_to_hold_on_to(self) -> None:
        flat = np.full((300, 300, 4), (90, 120, 200, 255), np.uint8)
        assert register(flat, noisy(flat, 4), np.full((300, 300), 255, np.uint8)).is_none

    def test_what_changed_in_the_hole_does_not_matter(self) -> None:
        result = moved(photo(), 4, 3).copy()
        inner = disc((480, 640), 300, 240, 80)
        result[inner > 0] = np.roll(photo(), 25, axis=1)[inner > 0]
        shift = register(photo(), result, PROTECTED)
        assert (shift.dx, shift.dy) == pytest.approx((4, 3), abs=0.12)

    def test_a_band_around_the_hole_may_be_repainted_too(self) -> None:
        wide = disc((480, 640), 300, 240, 130)
        result = repainted(moved(photo(), 2, -3), wide, (200, 200, 40))
        shift = register(photo(), result, PROTECTED)
        assert (shift.dx, shift.dy) == pytest.approx((2, -3), abs=0.15)

    def test_hidden_pixels_do_not_count(self) -> None:
        source, result = photo().copy(), moved(photo(), 3, 1)
        source[:, 320:, 3] = 0
        result[:, 320:, :3] = 255
        shift = register(source, result, PROTECTED)
        assert (shift.dx, shift.dy) == pytest.approx((3, 1), abs=0.12)

    @settings(max_examples=40)
    @given(st.integers(1, 70), st.integers(1, 70), st.integers(0, 2**32 - 1))
    def test_any_size_gives_numbers(self, width: int, height: int, seed: int) -> None:
        random = np.random.default_rng(seed)
        source, result = random.integers(0, 256, (2, height, width, 4), np.uint8)
        source[..., 3] = result[..., 3] = 255
        protected = random.integers(0, 2, (height, width), np.uint8) * np.uint8(255)
        shift = register(source, result, protected)
        numbers = (shift.dx, shift.dy, shift.scale, shift.residual_before, shift.residual_after)
        assert np.isfinite(numbers).all()
        assert shifted(result, shift).shape == result.shape


class TestShifted:
    def test_no_shift_is_the_very_array(self) -> None:
        assert shifted(photo(), NO_SHIFT) is photo()

    def test_whole_pixels_are_moved_bit_for_bit(self) -> None:
        back = shifted(np.roll(photo(), (2, 5), (0, 1)), Shift(5, 2))
        assert np.array_equal(back[:-2, :-5], photo()[:-2, :-5])

    def test_a_motion_taken_back_leaves_the_picture(self) -> None:
        back = shifted(moved(photo(), 2.5, -1.25, 0.02), Shift(2.5, -1.25, 0.02))
        difference = np.abs(back.astype(int) - photo())[20:-20, 20:-20]
        assert difference.mean() < 1.5

    @pytest.mark.parametrize("shape", [(1, 1, 4), (1, 90, 4), (90, 1, 4)])
    def test_lines_and_single_pixels_move_too(self, shape: tuple[int, ...]) -> None:
        pixels = np.full(shape, 255, np.uint8)
        assert np.array_equal(shifted(pixels, Shift(1.5, -1.5, 0.01)), pixels)

    def test_hidden_colours_do_not_bleed(self) -> None:
        pixels = np.full((40, 40, 4), (0, 0, 255, 255), np.uint8)
        pixels[:, 20:] = (0, 255, 0, 0)
        back = shifted(pixels, Shift(0.5, 0.0))
        shown = back[back[..., 3] > 0]
        assert np.all(shown[:, 1] == 0)
        assert np.all(shown[:, 2] == 255)
