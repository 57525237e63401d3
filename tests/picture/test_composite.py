"""The promise of the product: outside the blend, not one bit of the source changes."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inpaint_studio.picture.composite import (
    GROW_PX,
    blend_mask,
    composite,
    feather_px,
    sent_mask,
)

sizes = st.tuples(st.integers(1, 60), st.integers(1, 60))
seeds = st.integers(0, 2**32 - 1)


@st.composite
def masks(draw: st.DrawFn) -> np.ndarray:
    """Coverage of a few boxes, hard or soft, anywhere up to and over the edges; or nothing."""
    height, width = draw(sizes)
    mask = np.zeros((height, width), np.uint8)
    for _ in range(draw(st.integers(0, 4))):
        x, y = draw(st.integers(0, width)), draw(st.integers(0, height))
        w, h = draw(st.integers(0, width)), draw(st.integers(0, height))
        mask[y : y + h, x : x + w] = draw(st.sampled_from([255, 255, 1, 90, 127, 128, 200]))
    return mask


def noise(shape: tuple[int, ...], seed: int) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (*shape[:2], 4), np.uint8)


def disc(size: int, radius: float) -> np.ndarray:
    rows, columns = np.mgrid[0:size, 0:size] - size / 2 + 0.5
    return np.where(np.hypot(rows, columns) <= radius, 255, 0).astype(np.uint8)


class TestComposite:
    @settings(max_examples=100)
    @given(masks(), seeds)
    def test_source_bits_come_through_where_the_blend_is_zero(
        self, mask: np.ndarray, seed: int
    ) -> None:
        source, result = noise(mask.shape, seed), noise(mask.shape, seed + 1)
        blend = blend_mask(mask)

        mixed = composite(source, result, blend)

        assert mixed[blend == 0].tobytes() == source[blend == 0].tobytes()
        assert mixed[blend == 255].tobytes() == result[blend == 255].tobytes()

    @settings(max_examples=50)
    @given(sizes, seeds)
    def test_in_between_each_channel_lies_between(self, size: tuple[int, int], seed: int) -> None:
        source, result = noise(size, seed), noise(size, seed + 1)
        source[..., 3] = result[..., 3] = 255
        blend = np.random.default_rng(seed).integers(0, 256, size, np.uint8)

        mixed = composite(source, result, blend).astype(int)

        assert np.all(mixed >= np.minimum(source, result))
        assert np.all(mixed <= np.maximum(source, result))
        exact = source + (result.astype(float) - source) * (blend[..., None] / 255)
        assert np.abs(mixed - exact).max() <= 0.51

    def test_hidden_colours_do_not_show(self) -> None:
        hidden_green = np.full((1, 1, 4), (0, 255, 0, 0), np.uint8)
        red = np.full((1, 1, 4), (0, 0, 255, 255), np.uint8)
        half = np.full((1, 1), 128, np.uint8)
        assert tuple(composite(hidden_green, red, half)[0, 0]) == (0, 0, 255, 128)
        assert tuple(composite(red, hidden_green, half)[0, 0]) == (0, 0, 255, 127)

    def test_neither_input_changes(self) -> None:
        source, result, blend = noise((9, 9), 1), noise((9, 9), 2), disc(9, 3)
        before = source.tobytes(), result.tobytes()
        composite(source, result, blend)
        assert (source.tobytes(), result.tobytes()) == before

    def test_a_read_only_source_will_do(self) -> None:
        source = noise((20, 20), 3)
        source.setflags(write=False)
        assert composite(source, noise((20, 20), 4), disc(20, 5)).flags.writeable


class TestSentMask:
    @settings(max_examples=60)
    @given(masks(), st.integers(0, 12))
    def test_it_is_hard_and_holds_every_touched_pixel(self, mask: np.ndarray, grow: int) -> None:
        sent = sent_mask(mask, grow)
        assert set(np.unique(sent)) <= {0, 255}
        assert np.all(sent[mask > 0] == 255)
        assert sent.any() == mask.any()

    def test_it_grows_by_a_round_rim(self) -> None:
        dot = np.zeros((41, 41), np.uint8)
        dot[20, 20] = 1
        rows, columns = np.mgrid[0:41, 0:41] - 20
        expected = np.where(np.hypot(rows, columns) <= 8, 255, 0)
        assert np.array_equal(sent_mask(dot), expected)

    def test_no_seam_shows_where_the_work_was_divided(self) -> None:
        mask = disc(700, 300)
        rows, columns = np.mgrid[0:700, 0:700] - 350 + 0.5
        sent, blend = sent_mask(mask), blend_mask(mask)
        assert np.all(sent[np.hypot(rows, columns) <= 307] == 255)
        assert np.all(sent[np.hypot(rows, columns) >= 309] == 0)
        for turned in (np.rot90(blend), blend.T, blend[::-1]):
            assert np.array_equal(blend, turned)

    def test_an_empty_mask_sends_nothing(self) -> None:
        assert not sent_mask(np.zeros((5, 7), np.uint8)).any()


class TestBlendMask:
    @settings(max_examples=80)
    @given(masks(), st.integers(0, 12))
    def test_it_stays_inside_what_was_sent(self, mask: np.ndarray, grow: int) -> None:
        assert not blend_mask(mask, grow)[sent_mask(mask, grow) == 0].any()

    @settings(max_examples=50)
    @given(masks())
    def test_small_masks_are_replaced_wholly_where_painted(self, mask: np.ndarray) -> None:
        assert feather_px(mask) <= GROW_PX
        assert np.all(blend_mask(mask)[mask >= 128] == 255)

    def test_large_masks_are_full_deeper_than_the_feather(self) -> None:
        mask = disc(2600, 1200)
        blend = blend_mask(mask)
        inward = feather_px(mask) - GROW_PX
        assert 30 < inward < 64
        assert np.all(blend[disc(2600, 1200 - inward - 1) > 0] == 255)
        assert 0 < blend[1300, 1300 + 1200] < 128

    def test_a_long_thin_stroke_is_not_feathered_away(self) -> None:
        mask = np.zeros((40, 3000), np.uint8)
        mask[18:21, 10:-10] = 255
        assert np.all(blend_mask(mask)[mask == 255] == 255)

    def test_it_falls_steadily_from_the_painted_edge(self) -> None:
        row = blend_mask(disc(400, 100))[200, 200:].astype(int)
        assert np.all(np.diff(row) <= 0)
        assert row[0] == 255
        assert np.count_nonzero((row > 0) & (row < 255)) >= 3
        assert row[100 + GROW_PX :].max() == 0

    def test_soft_paint_keeps_its_softness(self) -> None:
        mask = np.zeros((60, 60), np.uint8)
        mask[10:50, 10:30] = 70
        assert np.array_equal(blend_mask(mask), mask)

    def test_the_picture_edge_is_no_seam(self) -> None:
        assert np.all(blend_mask(np.full((300, 300), 255, np.uint8)) == 255)
        half = np.zeros((300, 3000), np.uint8)
        half[:, :1500] = 255
        assert np.all(blend_mask(half)[:, 0] == 255)

    @pytest.mark.parametrize(("edge", "expected"), [(10, 4), (400, 8), (1000, 20), (4000, 64)])
    def test_feather_is_two_percent_within_bounds(self, edge: int, expected: float) -> None:
        assert feather_px(np.full((edge, edge), 255, np.uint8)) == expected
