"""What is asked of pixels as a whole."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from inpaint_studio.picture.colour import convert, is_opaque


@pytest.mark.parametrize("place", [(0, 0), (511, 6), (512, 0), (699, 6)])
def test_one_pixel_of_less_alpha_is_seen_wherever_it_is(place: tuple[int, int]) -> None:
    pixels = np.full((702, 9, 4), 255, np.uint8)[1:-1, 1:-1]
    assert is_opaque(pixels)
    pixels[place][:3] = 0
    assert is_opaque(pixels)
    pixels[place][3] = 254
    assert not is_opaque(pixels)


@pytest.mark.parametrize("height", [1, 127, 128, 129, 300])
@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA", "P"])
def test_every_row_of_a_picture_is_converted(mode: str, height: int) -> None:
    rows = np.arange(height * 5 * 4, dtype=np.uint32).reshape(height, 5, 4).astype(np.uint8)
    image = Image.fromarray(rows).convert("RGB" if mode == "P" else mode).convert(mode)
    expected = np.asarray(image.convert("RGBA"))[..., [2, 1, 0, 3]]
    assert np.array_equal(convert(image).pixels, expected)
