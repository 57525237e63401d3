"""Whatever is done to a result on its way into the picture, nothing outside the blend changes."""

import io
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from inpaint_studio.errors import ImageError
from inpaint_studio.picture.composite import GROW_PX, composite, sent_mask
from inpaint_studio.picture.extend import Extension, extend_source, extension_mask, underlaid
from inpaint_studio.picture.geometry import Box
from inpaint_studio.picture.image_file import decode_result
from inpaint_studio.picture.placement import Placement, place
from tests.support.drifted import disc, moved, noisy, photo, repainted, tinted

placings = st.builds(
    Placement,
    match=st.sampled_from([0.0, 0.5, 1.0]),
    register=st.booleans(),
    grow_px=st.sampled_from([-64, -7, 0, 1, 20, 64]),
    feather_px=st.sampled_from([None, 0.0, 1.0, 12.5, 128.0]),
)
MASKS = ("nothing", "everything", "a border", "a corner pixel", "noise", "a box", "soft")


def drawn_mask(kind: str, height: int, width: int, random: np.random.Generator) -> np.ndarray:
    mask = np.zeros((height, width), np.uint8)
    if kind == "everything":
        mask[:] = 255
    elif kind == "a border":
        mask[:, : max(1, width // 4)] = 255
    elif kind == "a corner pixel":
        mask[-1, -1] = 255
    elif kind == "noise":
        mask = random.integers(0, 256, (height, width), np.uint8)
    elif kind == "a box":
        mask[height // 4 : height // 2 + 1, width // 3 : width // 2 + 1] = 255
    elif kind == "soft":
        mask[height // 3 :, width // 3 :] = 90
    return mask


def drawn_picture(kind: str, height: int, width: int, random: np.random.Generator) -> np.ndarray:
    """Noise, or a part of a photograph; opaque, see-through here and there, or not there at all."""
    pixels = random.integers(0, 256, (height, width, 4), np.uint8)
    if "photo" in kind:
        pixels[..., :3] = photo()[:height, :width, :3]
    if "opaque" in kind:
        pixels[..., 3] = 255
    elif "hidden" in kind:
        pixels[..., 3] = 0
    return pixels


PICTURES = ("opaque photo", "opaque noise", "noise with alpha", "hidden photo")


class TestThePromise:
    @settings(max_examples=100)
    @given(
        st.integers(1, 90),
        st.integers(1, 90),
        st.sampled_from(MASKS),
        st.sampled_from(PICTURES),
        st.sampled_from([*PICTURES, "moved and tinted"]),
        placings,
        st.integers(0, 2**32 - 1),
    )
    @example(1, 1, "everything", "opaque noise", "noise with alpha", Placement(), 1)
    @example(1, 1, "nothing", "opaque noise", "opaque noise", Placement(grow_px=64), 1)
    @example(1, 90, "a border", "hidden photo", "opaque photo", Placement(feather_px=0.0), 1)
    @example(90, 90, "a box", "opaque photo", "moved and tinted", Placement(), 1)
    def test_outside_the_blend_every_bit_is_the_source(
        self,
        height: int,
        width: int,
        mask_kind: str,
        source_kind: str,
        result_kind: str,
        placement: Placement,
        seed: int,
    ) -> None:
        random = np.random.default_rng(seed)
        source = drawn_picture(source_kind, height, width, random)
        mask = drawn_mask(mask_kind, height, width, random)
        drifts = result_kind == "moved and tinted"
        result = (
            tinted(moved(source, 1.4, -0.6), 0.8, 1, 1.1)
            if drifts
            else drawn_picture(result_kind, height, width, random)
        )
        before = source.tobytes(), result.tobytes(), mask.tobytes()

        pixels, blend, figures = place(source, result, mask, placement)

        shown = composite(source, pixels, blend)
        assert shown[blend == 0].tobytes() == source[blend == 0].tobytes()
        assert (source.tobytes(), result.tobytes(), mask.tobytes()) == before
        assert pixels.shape == source.shape
        assert blend.shape == mask.shape
        far = sent_mask(mask, max(placement.grow_px, 0) + GROW_PX + 2) == 0
        assert not blend[far].any()
        assert 0 <= figures.spill <= 1
        assert np.isfinite(figures.seam)

    @settings(max_examples=30)
    @given(st.sampled_from(MASKS), placings, st.integers(0, 2**32 - 1))
    def test_the_same_in_an_encoded_and_decoded_result(
        self, mask_kind: str, placement: Placement, seed: int
    ) -> None:
        random = np.random.default_rng(seed)
        source = drawn_picture("noise with alpha", 50, 70, random)
        mask = drawn_mask(mask_kind, 50, 70, random)
        encoded = io.BytesIO()
        Image.fromarray(photo()[:50, :70, 2::-1]).save(encoded, "JPEG")
        placed = place(source, decode_result(encoded.getvalue()), mask, placement)
        shown = composite(source, placed.pixels, placed.blend)
        untouched = placed.blend == 0
        assert shown[untouched].tobytes() == source[untouched].tobytes()


class TestPlace:
    MASK = disc((480, 640), 300, 240, 90)

    def drifted(self) -> np.ndarray:
        return noisy(tinted(moved(photo(), 3.2, -1), 0.85, 1.0, 1.1), 1.5)

    def difference(self, shown: np.ndarray) -> float:
        return float(np.abs(shown.astype(int) - photo())[self.MASK > 0].mean())

    def test_drift_is_taken_back_in_place_and_in_tone(self) -> None:
        raw = place(photo(), self.drifted(), self.MASK, Placement(match=0, register=False))
        placed = place(photo(), self.drifted(), self.MASK)
        assert self.difference(placed.pixels) < 0.4 * self.difference(raw.pixels)
        assert placed.figures.shift == raw.figures.shift
        assert placed.figures.spill == raw.figures.spill
        assert placed.figures.shift.dx == pytest.approx(3.2, abs=0.1)

    def test_with_everything_off_the_result_is_shown_as_it_came(self) -> None:
        result = self.drifted()
        assert (
            place(photo(), result, self.MASK, Placement(match=0, register=False)).pixels is result
        )

    def test_growing_and_shrinking_move_the_edge(self) -> None:
        shares = [
            np.count_nonzero(place(photo(), photo(), self.MASK, Placement(grow_px=px)).blend == 255)
            for px in (-30, 0, 30)
        ]
        edges = [np.sqrt(share / np.pi) for share in shares]
        assert np.diff(edges) == pytest.approx([30, 30], abs=1)

    def test_a_feather_of_nothing_is_a_hard_edge(self) -> None:
        blend = place(photo(), photo(), self.MASK, Placement(feather_px=0)).blend
        assert np.array_equal(blend, self.MASK)

    def test_a_wide_feather_is_wide(self) -> None:
        soft = place(photo(), photo(), self.MASK, Placement(feather_px=60)).blend
        between = np.count_nonzero((soft[240, 300:] > 0) & (soft[240, 300:] < 255))
        assert between == pytest.approx(60, abs=4)

    def test_a_mask_painted_later_is_judged_by_the_one_that_was_sent(self) -> None:
        result = repainted(photo(), disc((480, 640), 300, 240, 70), (0, 0, 255))
        later = disc((480, 640), 200, 150, 40)
        placed = place(photo(), result, later, sent=sent_mask(self.MASK))
        assert placed.figures.spill == 0
        assert place(photo(), result, later).figures.spill > 0.03

    def test_a_shift_found_before_is_taken_as_it_is(self) -> None:
        first = place(photo(), self.drifted(), self.MASK)
        later = place(
            photo(), self.drifted(), self.MASK, Placement(match=0.5), shift=first.figures.shift
        )
        assert later.figures.shift is first.figures.shift
        assert later.figures.spill == first.figures.spill
        assert not np.array_equal(later.pixels, first.pixels)

    def test_painted_transparency_is_replaced_up_to_its_edge(self) -> None:
        extension = Extension(right=200)
        source = extend_source(photo(), extension)
        mask = extension_mask(np.zeros((480, 640), np.uint8), extension)
        result = underlaid(source, Box(0, 0, 640, 480))
        for feather in (None, 128.0):
            placed = place(source, result, mask, Placement(feather_px=feather))
            shown = composite(source, placed.pixels, placed.blend)
            assert np.all(shown[..., 3] == 255)

    def test_whole_frame_is_a_full_mask(self) -> None:
        full = np.full_like(self.MASK, 255)
        placed = place(photo(), self.drifted(), full, sent=sent_mask(self.MASK))
        assert np.all(placed.blend == 255)
        assert placed.figures.shift.dx == pytest.approx(3.2, abs=0.1)

    @pytest.mark.parametrize("shape", [(480, 639, 4), (240, 320, 4), (480, 640, 3)])
    def test_a_result_of_another_shape_is_refused_in_words(self, shape: tuple[int, ...]) -> None:
        with pytest.raises(ImageError, match="does not fit"):
            place(photo(), np.zeros(shape, np.uint8), self.MASK)

    @pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16", "CMYK"])
    def test_results_of_every_mode_are_placed(self, mode: str) -> None:
        grey = Image.fromarray(photo()[..., 1])
        image = (
            grey.convert("I").point(lambda v: v * 257).convert("I;16")
            if mode == "I;16"
            else (Image.fromarray(photo()[..., 2::-1]).convert(mode))
        )
        encoded = io.BytesIO()
        image.save(encoded, "TIFF" if mode == "CMYK" else "PNG")
        placed = place(photo(), decode_result(encoded.getvalue()), self.MASK)
        shown = composite(photo(), placed.pixels, placed.blend)
        assert np.array_equal(shown[placed.blend == 0], photo()[placed.blend == 0])
        if mode not in ("1", "P"):
            lightness = np.abs(shown[..., :3].mean(axis=2) - photo()[..., :3].mean(axis=2))
            assert lightness[self.MASK > 0].mean() < 12

    def test_choices_are_values(self) -> None:
        assert replace(Placement(), match=0.5) == Placement(match=0.5)
