"""The mask in the convention a profile's server reads, whatever file it comes in."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from inpaint_studio.client.form import mask_for
from inpaint_studio.contract.params import InputImage
from inpaint_studio.contract.profile import Profile
from inpaint_studio.errors import ImageError
from inpaint_studio.picture.mask import read_wire_mask, wire_png
from tests.picture.test_mask_reading import MEANT, PLAIN, grey

LUMINANCE = Profile(name="x", base_url="http://x/v1", mask_convention="luminance")
INVERTED = Profile(name="x", base_url="http://x/v1", mask_convention="inverted")
FILES = {**MEANT, **PLAIN, "as it is sent": lambda: wire_png(grey(255))}


def opened(profile: Profile, content: bytes | Path) -> Image.Image:
    sent = mask_for(profile, InputImage("mask.png", "image/png", content))
    assert isinstance(sent.content, bytes)
    assert sent.media_type == "image/png"
    return Image.open(io.BytesIO(sent.content))


@pytest.mark.parametrize("kind", FILES)
def test_white_is_edit_and_nothing_is_transparent(kind: str) -> None:
    image = opened(LUMINANCE, FILES[kind]())
    assert image.mode == "RGB"
    assert np.array_equal(np.asarray(image), np.dstack([grey(255)] * 3))


@pytest.mark.parametrize("kind", FILES)
def test_inverted_says_the_opposite_in_both_ways(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "mask"
    path.write_bytes(FILES[kind]())
    image = opened(INVERTED, path)
    assert image.mode == "RGBA"
    assert np.array_equal(np.asarray(image), np.dstack([255 - grey(255)] * 3 + [grey(255)]))
    assert np.array_equal(read_wire_mask(path.read_bytes()), grey(255))


def test_a_server_of_alpha_gets_the_file_as_it_is() -> None:
    mask = InputImage("mask.png", "image/png", wire_png(grey(255)))
    assert mask_for(Profile(name="x", base_url="http://x/v1"), mask) is mask


@pytest.mark.parametrize("content", [b"no picture", Path("/nowhere/mask.png")])
def test_what_is_no_mask_is_refused_in_words(content: bytes | Path) -> None:
    with pytest.raises(ImageError):
        mask_for(INVERTED, InputImage("mask.png", "image/png", content))
