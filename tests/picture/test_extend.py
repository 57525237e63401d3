"""A picture grows without losing a bit, and the new area is asked for in requests models take."""

import cv2
import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from inpaint_studio.contract.catalog import load_catalog
from inpaint_studio.contract.sizes import SizeRule
from inpaint_studio.errors import ImageError
from inpaint_studio.picture.composite import blend_mask
from inpaint_studio.picture.extend import (
    MAX_STEPS,
    MIN_SCALE,
    Extension,
    check_extension,
    extend_source,
    extension_mask,
    extension_past,
    extension_to_ratio,
    plan,
    underlaid,
)
from inpaint_studio.picture.frame import Frame, cut
from inpaint_studio.picture.geometry import Box, Size
from tests.support.drifted import photo

MODELS = load_catalog().models
lengths = st.integers(0, 40)
extensions = st.builds(Extension, lengths, lengths, lengths, lengths)
sizes = st.builds(Size, st.integers(1, 50), st.integers(1, 50))


def noise(size: Size, seed: int = 1) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (size.height, size.width, 4), np.uint8)


class TestExtension:
    def test_a_frame_past_the_edge_adds_what_lies_past_it(self) -> None:
        frame = Box(-30, 10, 700, 520)
        assert extension_past(frame, Size(640, 480)) == Extension(left=30, right=60, bottom=40)

    def test_a_frame_inside_adds_nothing(self) -> None:
        assert extension_past(Box(0, 0, 640, 480), Size(640, 480)).is_nothing

    @settings(max_examples=50)
    @given(sizes, extensions)
    def test_the_grown_picture_is_the_box_that_was_dragged(
        self, size: Size, extension: Extension
    ) -> None:
        dragged = extension.moved_back(Box.of_size(extension.extended(size)))
        assert extension_past(dragged, size) == extension
        assert extension.moved(dragged) == Box.of_size(extension.extended(size))

    @pytest.mark.parametrize(
        ("anchor", "expected"),
        [
            ((0.5, 0.5), Extension(left=107, right=106)),
            ((0.0, 0.0), Extension(right=213)),
            ((1.0, 1.0), Extension(left=213)),
        ],
    )
    def test_a_ratio_grows_the_edge_that_is_short(
        self, anchor: tuple[float, float], expected: Extension
    ) -> None:
        extension = extension_to_ratio(Size(640, 480), 16, 9, anchor=anchor)
        assert sum((extension.left, extension.right)) == 213
        assert extension.left == pytest.approx(expected.left, abs=1)
        assert extension.top == extension.bottom == 0
        assert extension.extended(Size(640, 480)) == Size(853, 480)

    def test_a_ratio_that_is_there_adds_nothing(self) -> None:
        assert extension_to_ratio(Size(640, 480), 4, 3).is_nothing

    @pytest.mark.parametrize(
        "extension", [Extension(right=40_000), Extension(right=9000, bottom=9000)]
    )
    def test_too_much_is_refused_in_words(self, extension: Extension) -> None:
        with pytest.raises(ImageError, match="Extend it by less"):
            check_extension(Size(3000, 3000), extension)

    def test_cropping_is_refused(self) -> None:
        with pytest.raises(ImageError, match="0 or more"):
            extend_source(noise(Size(9, 9)), Extension(left=-2))


class TestExtendedSource:
    @settings(max_examples=50)
    @given(sizes, extensions)
    def test_the_picture_lies_in_it_with_every_bit(self, size: Size, extension: Extension) -> None:
        pixels = noise(size)
        grown = extend_source(pixels, extension)
        assert grown.shape[1::-1] == extension.extended(size)
        assert grown[extension.old_box(size).slices].tobytes() == pixels.tobytes()

    @settings(max_examples=60)
    @given(sizes, extensions, st.sampled_from([0, 255]))
    def test_the_new_area_hides_the_nearest_edge(
        self, size: Size, extension: Extension, alpha: int
    ) -> None:
        pixels = noise(size)
        extended = extend_source(pixels, extension, alpha=alpha)
        outside = np.ones(extended.shape[:2], bool)
        outside[extension.old_box(size).slices] = False
        assert np.all(extended[..., 3][outside] == alpha)
        assert np.array_equal(extended[0, 0, :3], pixels[0, 0, :3])
        assert np.array_equal(extended[-1, -1, :3], pixels[-1, -1, :3])

    def test_the_underlay_survives_resizing(self) -> None:
        extension = Extension(right=200)
        grown = extend_source(photo(), extension)
        frame = Frame(Box(440, 0, 840, 480), Size(200, 240))
        whole = Frame(frame.box, frame.box.size)
        part = underlaid(cut(grown, whole), Box(-440, 0, 200, 480))
        sent = cut(part, Frame(Box(0, 0, 400, 480), frame.sent))
        assert np.all(sent[..., 3] == 255)
        assert np.abs(sent[:, 150].astype(int) - sent[:, 102]).mean() < 3
        assert np.array_equal(part[:, :200], photo()[:, 440:])


class TestMask:
    def test_all_of_the_new_area_and_a_strip_beside_it_is_masked(self) -> None:
        mask = np.zeros((480, 640), np.uint8)
        grown = extension_mask(mask, Extension(right=100), overlap_px=20)
        assert np.all(grown[:, 620:] == 255)
        assert not grown[:, :620].any()

    def test_what_was_painted_stays_painted(self) -> None:
        mask = np.zeros((480, 640), np.uint8)
        mask[100:110, 100:110] = 90
        grown = extension_mask(mask, Extension(left=50, top=10))
        assert np.all(grown[110:120, 150:160] == 90)

    def test_nothing_added_is_nothing_masked(self) -> None:
        assert not extension_mask(np.zeros((40, 40), np.uint8), Extension()).any()

    @settings(max_examples=40)
    @given(
        st.builds(Size, st.integers(1, 900), st.integers(1, 900)),
        st.builds(Extension, *[st.sampled_from([0, 1, 30, 700])] * 4),
    )
    def test_the_feather_never_reaches_the_new_area(self, size: Size, extension: Extension) -> None:
        assume(not extension.is_nothing)
        mask = extension_mask(np.zeros((size.height, size.width), np.uint8), extension)
        blend = blend_mask(mask)
        blend[extension.old_box(size).slices] = 255
        assert np.all(blend == 255)


class TestPlan:
    @pytest.mark.parametrize("name", MODELS)
    @settings(max_examples=6)
    @given(
        st.builds(Size, st.integers(1, 7000), st.integers(1, 7000)),
        st.builds(Extension, *[st.sampled_from([0, 0, 1, 90, 600, 2500])] * 4),
    )
    def test_every_model_gets_legal_requests_that_fill_all(
        self, name: str, size: Size, extension: Extension
    ) -> None:
        rule = MODELS[name].size_rule
        whole = Box.of_size(extension.extended(size))

        steps = plan(size, extension, rule)

        assert len(steps) <= MAX_STEPS
        assert all(rule.allows(*step.frame.sent) for step in steps)
        assert all(step.frame.box.contains(step.box) for step in steps)
        assert all(whole.contains(step.box) for step in steps)
        missing = np.zeros((whole.height // 10 + 1, whole.width // 10 + 1), np.uint8)
        missing[: whole.height // 10, : whole.width // 10] = 255
        old = extension.old_box(size)
        cv2.rectangle(missing, (old.x0 // 10, old.y0 // 10), (old.x1 // 10, old.y1 // 10), (0,), -1)
        for step in steps:
            box = step.box
            missing[box.y0 // 10 : box.y1 // 10 + 1, box.x0 // 10 : box.x1 // 10 + 1] = 0
        assert not missing.any()

    def test_nothing_to_fill_is_no_step(self) -> None:
        assert plan(Size(900, 900), Extension(), SizeRule()) == ()

    def test_what_fits_is_one_request_with_as_much_old_as_new(self) -> None:
        rule = SizeRule(sizes=((1024, 1024),))
        (step,) = plan(Size(1600, 1024), Extension(right=500), rule)
        assert step.frame == Frame(Box(1076, 0, 2100, 1024), Size(1024, 1024))
        assert step.box.x0 < 1600

    def test_what_does_not_is_filled_from_the_picture_outwards(self) -> None:
        rule = SizeRule(sizes=((1024, 1024),))
        steps = plan(Size(1000, 1000), Extension(right=1500), rule)
        assert len(steps) > 2
        starts = [step.box.x0 for step in steps]
        assert starts == sorted(starts)
        assert all(step.frame.scale >= MIN_SCALE for step in steps)

    def test_a_huge_extension_is_reduced_rather_than_cut_into_a_hundred(self) -> None:
        rule = SizeRule(sizes=((1024, 1024),))
        steps = plan(Size(6000, 4000), Extension(left=800, bottom=3000), rule)
        assert 1 < len(steps) <= MAX_STEPS
        assert min(step.frame.scale for step in steps) > 0.25
