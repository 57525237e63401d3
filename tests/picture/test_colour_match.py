"""A drift of tone is taken back by what the ring shows, and by nothing else."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inpaint_studio.picture.colour_match import colour_match
from inpaint_studio.picture.composite import blend_mask, sent_mask
from tests.support.drifted import disc, noisy, photo, repainted, tinted

MASK = disc((480, 640), 300, 240, 90)
SENT, BLEND = sent_mask(MASK), blend_mask(MASK)
TINTS = [(0.85, 1.0, 1.1), (1.15, 1.15, 1.15), (0.8, 0.8, 0.8)]


def off(first: np.ndarray, second: np.ndarray, where: np.ndarray) -> float:
    """Mean difference of colour in levels of 255."""
    return float(np.abs(first.astype(float) - second)[where > 0][:, :3].mean())


class TestColourMatch:
    @pytest.mark.parametrize("tint", TINTS)
    def test_the_inside_gets_its_tone_back(self, tint: tuple[float, float, float]) -> None:
        result = noisy(tinted(photo(), *tint), 1.5)
        matched = colour_match(photo(), result, SENT, BLEND)
        assert off(result, photo(), MASK) > 4
        assert off(matched, photo(), MASK) < 2

    @pytest.mark.parametrize("tint", TINTS)
    def test_a_repainted_part_of_the_ring_does_not_decide(
        self, tint: tuple[float, float, float]
    ) -> None:
        intruder = disc((480, 640), 405, 240, 45)
        result = repainted(noisy(tinted(photo(), *tint), 1.5), intruder, (240, 30, 200))
        matched = colour_match(photo(), result, SENT, BLEND)
        inner = np.where(intruder > 0, 0, MASK)
        assert off(matched, photo(), inner) < 3

    def test_lost_contrast_comes_back(self) -> None:
        flat = photo().copy()
        flat[..., :3] = np.rint(photo()[..., :3] * 0.8 + 25)
        matched = colour_match(photo(), flat, SENT, BLEND)
        assert off(matched, photo(), MASK) < 0.45 * off(flat, photo(), MASK)

    def test_strength_goes_from_nothing_to_all(self) -> None:
        result = tinted(photo(), 0.8, 1.0, 1.1)
        steps = [
            off(colour_match(photo(), result, SENT, BLEND, strength=strength), photo(), MASK)
            for strength in (0.0, 0.5, 1.0)
        ]
        assert steps[0] > steps[1] > steps[2]
        assert colour_match(photo(), result, SENT, BLEND, strength=0.0) is result

    def test_a_result_without_drift_keeps_every_value(self) -> None:
        result = repainted(photo(), MASK, (10, 200, 30))
        assert np.array_equal(colour_match(photo(), result, SENT, BLEND), result)

    def test_another_picture_keeps_its_tones(self) -> None:
        other = tinted(photo(), 0.6, 0.6, 0.6)[:, ::-1]
        assert colour_match(photo(), other, SENT, BLEND) is other

    def test_everything_masked_leaves_the_result(self) -> None:
        full = np.full_like(MASK, 255)
        result = tinted(photo(), 0.8, 1.0, 1.1)
        assert colour_match(photo(), result, full, full) is result

    def test_a_ring_of_a_few_pixels_leaves_the_result(self) -> None:
        sent = np.full_like(MASK, 255)
        sent[0, :40] = 0
        result = tinted(photo(), 0.8, 1.0, 1.1)
        assert colour_match(photo(), result, sent, sent) is result

    def test_a_flat_ring_gives_its_tone_not_a_contrast(self) -> None:
        plain = np.full((200, 200, 4), (80, 120, 160, 255), np.uint8)
        mask = disc((200, 200), 100, 100, 40)
        warm = noisy(tinted(plain, 0.8, 1.0, 1.2), 1)
        warm[100, 100] = (0, 0, 0, 255)
        matched = colour_match(plain, warm, sent_mask(mask), blend_mask(mask))
        assert off(matched, plain, mask) < 1.5
        assert matched[100, 100, :3].max() <= 8

    def test_clipped_pixels_do_not_count(self) -> None:
        source = photo().copy()
        source[:, :300, :3] = 255
        result = tinted(source, 0.8, 0.8, 0.8)
        result[:, :300, :3] = 255
        matched = colour_match(source, result, SENT, BLEND)
        right = np.where(np.arange(640) >= 300, MASK, 0)
        assert off(matched, source, right) < 2

    def test_transparent_pixels_do_not_count(self) -> None:
        source = photo().copy()
        source[:, :300] = (255, 0, 0, 0)
        result = tinted(source, 0.8, 1.0, 1.1)
        result[:, :300, 3] = 255
        matched = colour_match(source, result, SENT, BLEND)
        right = np.where(np.arange(640) >= 300, MASK, 0)
        assert off(matched, source, right) < 2

    @settings(max_examples=60)
    @given(st.integers(1, 60), st.integers(1, 60), st.integers(0, 2**32 - 1), st.floats(0, 1))
    def test_anything_goes_and_alpha_stays(
        self, width: int, height: int, seed: int, strength: float
    ) -> None:
        random = np.random.default_rng(seed)
        source, result = random.integers(0, 256, (2, height, width, 4), np.uint8)
        mask = random.integers(0, 2, (height, width), np.uint8) * np.uint8(255)
        matched = colour_match(source, result, mask, mask, strength=strength)
        assert matched.shape == result.shape
        assert np.array_equal(matched[..., 3], result[..., 3])
