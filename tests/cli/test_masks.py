"""Masks of the command line: what they mean, and that nothing is sent where that is not clear."""

from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from inpaint_studio.picture.composite import blend_mask
from inpaint_studio.picture.image_file import open_picture
from tests.cli.conftest import disc, noise
from tests.support import replies
from tests.support.misbehaving import misbehaving
from tests.support.scripted import encoded


@pytest.mark.parametrize("kind", ["alpha", "luminance"])
def test_both_kinds_of_mask_are_understood(edit, photo, mask, kind) -> None:
    coverage = disc(120, 180, radius=16)
    if kind == "alpha":
        black = np.zeros_like(coverage)
        cv2.imwrite(str(mask), cv2.merge([black, black, black, 255 - coverage]))

    outcome = edit()

    result = open_picture(Path(outcome.out.strip())).pixels
    changed = (result != open_picture(photo).pixels).any(axis=-1)
    assert changed[coverage > 0].mean() > 0.5
    assert not changed[blend_mask(coverage) == 0].any()


@pytest.mark.parametrize("kind", ["0 and 1", "palette", "stray pixel", "faint"])
def test_a_mask_that_says_nothing_plainly_is_taken_as_what_it_means(
    edit, photo, mask, kind
) -> None:
    coverage = disc(120, 180, radius=16)
    if kind == "stray pixel":
        alpha = np.full_like(coverage, 255)
        alpha[2, 3] = 254
        cv2.imwrite(str(mask), cv2.merge([coverage, coverage, coverage, alpha]))
    elif kind == "palette":
        labels = Image.fromarray(coverage // 255)
        labels.putpalette([0, 0, 0, 0, 0, 142])
        labels.save(mask)
    else:
        cv2.imwrite(str(mask), coverage // 255 * (1 if kind == "0 and 1" else 100))

    outcome = edit()

    assert outcome.status == 0
    assert "--mask: " in outcome.err
    result = open_picture(Path(outcome.out.strip())).pixels
    changed = (result != open_picture(photo).pixels).any(axis=-1)
    assert changed[coverage > 0].mean() > 0.5
    assert not changed[blend_mask(coverage) == 0].any()


@pytest.mark.parametrize("kind", ["labels", "photo", "empty with a stray pixel"])
def test_a_mask_that_may_mean_several_things_is_refused_in_words(
    run, photo, tmp_path, kind
) -> None:
    mask, alpha = tmp_path / "unclear.png", np.full((120, 180), 255, np.uint8)
    alpha[2, 3] = 254
    if kind == "labels":
        labels = disc(120, 180, radius=16) // 255
        labels[:9] = 2
        cv2.imwrite(str(mask), labels)
    else:
        colours = noise(120, 180) if kind == "photo" else np.zeros((120, 180, 3), np.uint8)
        cv2.imwrite(str(mask), cv2.merge([*cv2.split(colours), alpha]))
    with misbehaving(replies.answer(encoded((10, 90, 10), (180, 120)))) as there:
        outcome = run(
            "edit", "--image", photo, "--mask", mask, "--prompt", "x", "--model", "m",
            "--output", tmp_path / "out", "--base-url", there.base_url,
        )  # fmt: skip

    assert outcome.status == 2
    assert "--mask: " in outcome.err
    assert there.asked == []
