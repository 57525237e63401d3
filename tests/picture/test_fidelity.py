"""The figures tell drift, spill and disregard apart."""

import numpy as np
import pytest

from inpaint_studio.picture.composite import blend_mask, sent_mask
from inpaint_studio.picture.fidelity import Figures, figures_of
from inpaint_studio.picture.registration import register, shifted
from tests.support.drifted import disc, moved, noisy, photo, repainted, tinted

MASK = disc((480, 640), 300, 240, 90)
SENT, BLEND = sent_mask(MASK), blend_mask(MASK)
PROTECTED_COUNT = int(np.count_nonzero(SENT == 0))


def judge(source: np.ndarray, result: np.ndarray, sent: np.ndarray, blend: np.ndarray) -> Figures:
    shift = register(source, result, 255 - sent)
    aligned = shifted(result, shift)
    return figures_of(source, aligned, sent, blend, shift=shift, shown=aligned)


def verdict(result: np.ndarray) -> Figures:
    return judge(photo(), result, SENT, BLEND)


class TestSpill:
    def test_a_server_that_keeps_to_the_mask_spills_nothing(self) -> None:
        figures = verdict(repainted(photo(), SENT, (0, 0, 255)))
        assert figures.spill == 0
        assert figures.shift.is_none
        assert not figures.mask_seems_ignored
        assert not figures.mask_seems_inverted

    def test_it_is_the_share_of_protected_pixels_that_moved(self) -> None:
        result = photo().copy()
        result[0:40, 0:50, :3] = 255 - result[0:40, 0:50, :3]
        changed = np.abs(result.astype(int) - photo()).max(axis=2) > 20
        assert verdict(result).spill == np.count_nonzero(changed) / PROTECTED_COUNT > 0.005

    @pytest.mark.parametrize(("levels", "counts"), [(20, False), (21, True)])
    def test_more_than_twenty_levels_in_one_channel_is_a_move(
        self, levels: int, counts: bool
    ) -> None:
        grey = np.full((200, 200, 4), (100, 100, 100, 255), np.uint8)
        mask = disc((200, 200), 100, 100, 30)
        result = grey.copy()
        result[:50, :, 1] += levels
        spill = judge(grey, result, sent_mask(mask), blend_mask(mask)).spill
        assert (spill > 0) == counts

    def test_a_shift_is_told_as_a_shift_and_not_as_spill(self) -> None:
        result = moved(photo(), 4, -3)
        unregistered = np.abs(result.astype(int) - photo()).max(axis=2)[SENT == 0] > 20
        figures = verdict(result)
        assert unregistered.mean() > 0.05
        assert figures.spill < 0.02
        assert figures.shift.dx == pytest.approx(4, abs=0.1)

    def test_what_hides_in_transparency_cannot_move(self) -> None:
        source, result = photo().copy(), photo().copy()
        source[:100] = (0, 0, 0, 0)
        result[:100] = (255, 255, 255, 0)
        assert judge(source, result, SENT, BLEND).spill == 0

    def test_nothing_protected_is_nothing_spilt(self) -> None:
        full = np.full_like(MASK, 255)
        assert judge(photo(), photo()[::-1], full, full).spill == 0


class TestVerdict:
    def test_another_picture_everywhere_is_an_ignored_mask(self) -> None:
        figures = verdict(photo()[:, ::-1])
        assert figures.mask_seems_ignored
        assert not figures.mask_seems_inverted

    def test_a_kept_inside_in_a_new_outside_is_an_inverted_mask(self) -> None:
        result = noisy(photo()[:, ::-1], 2)
        result[MASK > 0] = photo()[MASK > 0]
        figures = verdict(result)
        assert figures.mask_seems_inverted
        assert not figures.mask_seems_ignored

    @pytest.mark.parametrize("gain", [0.6, 1.6])
    def test_another_tone_over_all_is_drift(self, gain: float) -> None:
        result = tinted(repainted(photo(), SENT, (0, 0, 255)), gain, gain, gain)
        figures = verdict(result)
        assert figures.spill > 0.25
        assert not figures.mask_seems_ignored

    def test_a_band_around_the_mask_is_no_disregard(self) -> None:
        wide = disc((480, 640), 300, 240, 130)
        figures = verdict(repainted(photo(), wide, (240, 0, 240)))
        assert 0.05 < figures.spill < 0.25
        assert not figures.mask_seems_ignored

    def test_a_few_pixels_are_no_evidence(self) -> None:
        full = np.full_like(MASK, 255)
        full[0, :100] = 0
        assert not judge(photo(), photo()[::-1, ::-1], full, full).mask_seems_ignored


class TestSeam:
    def test_the_source_itself_has_none(self) -> None:
        assert verdict(photo().copy()).seam == pytest.approx(1.0, abs=0.3)

    def test_a_step_of_tone_shows(self) -> None:
        plain = noisy(np.full((480, 640, 4), (90, 120, 150, 255), np.uint8), 2)
        stepped = plain.copy()
        stepped[..., :3] += 40
        even = judge(plain, plain, SENT, BLEND).seam
        assert even == pytest.approx(1.0, abs=0.1)
        assert judge(plain, stepped, SENT, BLEND).seam > 1.5

    @pytest.mark.parametrize("value", [0, 255])
    def test_without_an_edge_there_is_none(self, value: int) -> None:
        blend = np.full_like(MASK, value)
        assert judge(photo(), photo()[::-1], blend, blend).seam == 1.0


@pytest.mark.parametrize(
    ("figures", "mask", "seam"),
    [
        (Figures(spill=0.05, seam=1.3), "respected", "clean"),
        (Figures(spill=0.051, seam=1.31), "exceeded", "visible"),
        (Figures(spill=0.5, seam=0.79, mask_seems_ignored=True), "ignored", "blurred"),
        (Figures(spill=0.5, seam=0.8, mask_seems_inverted=True), "inverted", "clean"),
    ],
)
def test_figures_come_with_a_verdict(figures: Figures, mask: str, seam: str) -> None:
    assert (figures.mask_verdict, figures.seam_verdict) == (mask, seam)
