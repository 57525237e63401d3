"""Frames are legal, hold the mask, and come back to the very pixels they were cut from."""

from functools import cache

import cv2
import numpy as np
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from inpaint_studio.contract.catalog import load_catalog
from inpaint_studio.contract.sizes import SizeRule
from inpaint_studio.errors import ImageError
from inpaint_studio.picture.frame import Frame, auto_frame, check_returned, cut, fit_frame, restore
from inpaint_studio.picture.geometry import Box, Size

BOUNDED = SizeRule(
    multiple=16, max_edge=3840, max_ratio=3.0, min_pixels=655_360, max_pixels=8_294_400,
    experimental_above=3_686_400,
)  # fmt: skip
THREE_SIZES = SizeRule(sizes=((1024, 1024), (1536, 1024), (1024, 1536)))
SQUARES = SizeRule(sizes=((256, 256), (512, 512), (1024, 1024)))
MULTIPLES = SizeRule(multiple=8)
CAPPED = SizeRule(max_edge=2048)
FREE = SizeRule()
SHIPPED = list(dict.fromkeys(model.size_rule for model in load_catalog().models.values()))
RULES = list(dict.fromkeys([BOUNDED, THREE_SIZES, SQUARES, MULTIPLES, CAPPED, FREE, *SHIPPED]))
PLACES, EDGES = st.integers(0, 9000), st.integers(1, 500)


@st.composite
def pictures_with_masks(draw: st.DrawFn) -> tuple[Size, Box]:
    picture = Size(draw(st.integers(1, 9000)), draw(st.integers(1, 9000)))
    x0, x1 = sorted(draw(st.lists(st.integers(0, picture.width), min_size=2, max_size=2)))
    y0, y1 = sorted(draw(st.lists(st.integers(0, picture.height), min_size=2, max_size=2)))
    assume(x0 < x1 and y0 < y1)
    return picture, Box(x0, y0, x1, y1)


def numbered(width: int, height: int) -> np.ndarray:
    """An opaque picture in which every pixel differs."""
    numbers = np.arange(width * height, dtype=np.uint32).reshape(height, width)
    channels = [numbers & 255, numbers >> 8 & 255, numbers >> 16 & 255, np.full_like(numbers, 255)]
    return np.dstack(channels).astype(np.uint8)


@cache
def ramps(size: Size) -> np.ndarray:
    """An opaque picture of smooth slopes: any misplacement shows, resampling hardly does."""
    across = np.abs(np.arange(size.width) % 400 - 200.0) + 20
    down = np.abs(np.arange(size.height) % 400 - 200.0)[:, None] + 20
    flat = np.ones((size.height, size.width))
    channels = [across * flat, down * flat, (across + down) / 2, flat * 255]
    return cv2.GaussianBlur(np.dstack(channels), (0, 0), 3).round().astype(np.uint8)


class TestAutoFrame:
    @pytest.mark.parametrize("rule", RULES)
    @settings(max_examples=50)
    @given(scene=pictures_with_masks())
    @example(scene=(Size(1, 1), Box(0, 0, 1, 1)))
    @example(scene=(Size(9000, 1), Box(0, 0, 9000, 1)))
    @example(scene=(Size(1, 2049), Box(0, 0, 1, 1)))
    @example(scene=(Size(33, 2000), Box(0, 0, 33, 2000)))
    def test_every_frame_is_legal_holds_the_mask_and_is_not_distorted(
        self, rule: SizeRule, scene: tuple[Size, Box]
    ) -> None:
        picture, mask_box = scene

        frame = auto_frame(mask_box, picture, rule)

        assert rule.allows(*frame.sent)
        assert frame.box.contains(mask_box)
        across = frame.box.width / frame.sent.width
        down = frame.box.height / frame.sent.height
        off_by_px = abs(across - down) * min(frame.sent)
        assert off_by_px <= 1
        if rule in SHIPPED:
            assert abs(across / down - 1) <= 1 / min(*frame.box.size, *frame.sent) + 1e-9

    @pytest.mark.parametrize("rule", RULES)
    @settings(max_examples=30)
    @given(corner=st.tuples(PLACES, PLACES), size=st.tuples(EDGES, EDGES))
    def test_a_small_mask_in_a_large_picture_is_sent_as_it_is(
        self, rule: SizeRule, corner: tuple[int, int], size: tuple[int, int]
    ) -> None:
        mask_box = Box(*corner, corner[0] + size[0], corner[1] + size[1])
        picture = Size(mask_box.x1 + 1600, mask_box.y1 + 1600)

        frame = auto_frame(mask_box, picture, rule)

        assert frame.scale == 1.0
        assert frame.box.size == frame.sent
        assert Box.of_size(picture).contains(frame.box)

    @pytest.mark.parametrize(
        ("edge", "context"), [(20, 48), (137, 48), (400, 140), (1000, 350), (1500, 384)]
    )
    def test_context_is_a_third_of_the_mask_within_bounds(self, edge: int, context: int) -> None:
        mask_box = Box(2000, 2000, 2000 + edge, 2000 + edge)
        frame = auto_frame(mask_box, Size(6000, 6000), FREE)
        assert frame.box == mask_box.grow(context)

    def test_at_the_picture_edge_the_frame_moves_inside(self) -> None:
        frame = auto_frame(Box(0, 0, 100, 100), Size(4000, 3000), BOUNDED)
        assert (frame.box.x0, frame.box.y0, frame.scale) == (0, 0, 1.0)

    def test_a_mask_beyond_the_largest_size_is_reduced_with_context_kept(self) -> None:
        mask_box = Box(1500, 1000, 4500, 3000)
        frame = auto_frame(mask_box, Size(6000, 4000), THREE_SIZES)
        assert frame.sent == Size(1536, 1024)
        assert frame.scale < 1
        assert frame.box.contains(mask_box.grow(48))
        assert Box.of_size(Size(6000, 4000)).contains(frame.box)

    def test_a_picture_below_the_smallest_size_is_enlarged_inside_its_edges(self) -> None:
        frame = auto_frame(Box(50, 100, 550, 200), Size(600, 400), THREE_SIZES)
        assert frame == Frame(Box(0, 0, 600, 400), Size(1536, 1024))
        assert frame.scale == 2.56

    def test_a_whole_picture_of_an_unknown_ratio_is_padded_by_the_least(self) -> None:
        frame = auto_frame(Box(0, 0, 400, 300), Size(400, 300), THREE_SIZES)
        assert frame.box == Box(-25, 0, 425, 300)

    def test_a_sliver_is_padded_rather_than_blown_up(self) -> None:
        frame = auto_frame(Box(10, 10, 30, 30), Size(33, 2000), THREE_SIZES)
        assert frame.scale == 1.0
        assert not Box.of_size(Size(33, 2000)).contains(frame.box)

    def test_a_whole_picture_can_be_asked_for(self) -> None:
        whole = Box(0, 0, 6000, 4000)
        frame = fit_frame(whole, Size(6000, 4000), BOUNDED, keep=whole)
        assert frame == Frame(whole, Size(3504, 2336))

    def test_a_mask_past_the_picture_is_held_too(self) -> None:
        beyond = Box(900, 0, 1200, 700)
        frame = auto_frame(beyond, Size(1000, 700), BOUNDED)
        assert frame.box.contains(beyond)


class TestCutAndRestore:
    @settings(max_examples=60)
    @given(
        st.integers(1, 60),
        st.integers(1, 60),
        st.integers(-40, 50),
        st.integers(-40, 50),
        st.integers(1, 70),
        st.integers(1, 70),
    )
    def test_at_scale_one_every_pixel_comes_back_to_its_place(
        self, width: int, height: int, x: int, y: int, columns: int, rows: int
    ) -> None:
        picture = numbered(width, height)
        box = Box(x, y, x + columns, y + rows)
        inside = box.intersect(Box(0, 0, width, height))
        assume(not inside.is_empty)
        frame = Frame(box, box.size)

        back = restore(cut(picture, frame), frame)

        assert back.shape == (rows, columns, 4)
        assert np.array_equal(back[inside.shift(-x, -y).slices], picture[inside.slices])

    def test_past_the_edge_pictures_repeat_and_masks_are_empty(self) -> None:
        frame = Frame(Box(-3, -2, 13, 12), Size(16, 14))
        picture, mask = numbered(10, 10), np.full((10, 10), 255, np.uint8)
        assert np.array_equal(cut(picture, frame)[0, 0], picture[0, 0])
        assert np.array_equal(cut(picture, frame)[-1, -1], picture[9, 9])
        assert int(np.count_nonzero(cut(mask, frame))) == 100

    @pytest.mark.parametrize("factor", [0.5, 2.0, 2.56])
    def test_scaling_there_and_back_does_not_shift(self, factor: float) -> None:
        rows, columns = np.mgrid[0:200, 0:200]
        bump = 255 * np.exp(-((rows - 90.0) ** 2 + (columns - 120.0) ** 2) / 300)
        picture = np.dstack([bump, bump, bump, np.full_like(bump, 255)]).astype(np.uint8)
        frame = Frame(Box(20, 10, 170, 160), Size(round(150 * factor), round(150 * factor)))

        back = restore(cut(picture, frame), frame).astype(int)

        original = picture[10:160, 20:170].astype(int)
        assert np.abs(back - original).max() <= 6
        centres = [
            (part[..., 0] * columns[:150, :150]).sum() / part[..., 0].sum()
            for part in (back, original)
        ]
        assert abs(centres[0] - centres[1]) < 0.05

    def test_the_cut_is_a_copy(self) -> None:
        picture = numbered(10, 10)
        part = cut(picture, Frame(Box(0, 0, 10, 10), Size(10, 10)))
        part[:] = 0
        assert picture.any()

    def test_a_result_of_another_size_still_fits_the_box(self) -> None:
        frame = Frame(Box(5, 5, 105, 55), Size(200, 100))
        assert restore(numbered(1024, 512), frame).shape == (50, 100, 4)

    def test_scale_tells_sent_pixels_per_picture_pixel(self) -> None:
        assert Frame(Box(0, 0, 100, 50), Size(200, 100)).scale == 2.0
        assert Frame(Box(0, 0, 100, 50), Size(50, 25)).scale == 0.5


class TestEveryShippedRule:
    """Round trips over the whole shipped catalog: odd sizes, frames at and beyond the edge."""

    @pytest.mark.parametrize("rule", SHIPPED)
    @pytest.mark.parametrize(
        ("picture", "mask_box"),
        [
            (Size(1601, 1203), Box(0, 0, 33, 47)),
            (Size(1601, 1203), Box(1560, 1170, 1601, 1203)),
            (Size(1601, 1203), Box(700, 500, 907, 611)),
            (Size(1601, 1203), Box(1500, 600, 1700, 700)),
            (Size(1601, 1203), Box(-90, -50, 40, 30)),
            (Size(1601, 1203), Box(0, 0, 1601, 1203)),
            (Size(37, 1901), Box(3, 900, 20, 950)),
        ],
    )
    def test_what_is_cut_comes_back_to_its_place(
        self, rule: SizeRule, picture: Size, mask_box: Box
    ) -> None:
        frame = auto_frame(mask_box, picture, rule)
        pixels = ramps(picture)

        back = restore(cut(pixels, frame), frame)

        inside = frame.box.intersect(Box.of_size(picture))
        assert back.shape == (frame.box.height, frame.box.width, 4)
        returned = back[inside.shift(-frame.box.x0, -frame.box.y0).slices]
        original = pixels[inside.slices]
        if frame.scale == 1.0:
            assert np.array_equal(returned, original)
        else:
            off = returned.astype(int) - original
            # The edge itself is interpolated with what lies past it.
            assert np.abs(off.mean(axis=(0, 1))).max() < 0.5
            assert np.abs(off)[4:-4, 4:-4].max(initial=0) <= 2


class TestReturnedSizes:
    FRAME = Frame(Box(0, 0, 1536, 1024), Size(1536, 1024))

    def test_the_size_that_was_sent_is_nothing_to_speak_of(self) -> None:
        assert check_returned(Size(1536, 1024), self.FRAME) is None

    @pytest.mark.parametrize("size", [(1530, 1024), (768, 512), (3072, 2048), (1536, 1040)])
    def test_the_same_ratio_is_resized_and_said(self, size: tuple[int, int]) -> None:
        notice = check_returned(Size(*size), self.FRAME)
        assert notice is not None
        assert f"{size[0]}×{size[1]}" in notice

    @pytest.mark.parametrize("size", [(1024, 1024), (1024, 1536), (1536, 960), (1, 4000)])
    def test_another_ratio_is_refused_and_never_distorted(self, size: tuple[int, int]) -> None:
        with pytest.raises(ImageError, match="another ratio"):
            check_returned(Size(*size), self.FRAME)
