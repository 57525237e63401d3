"""What is asked of pixels as a whole."""

from __future__ import annotations

import numpy as np
import pytest

from inpaint_studio.picture.colour import is_opaque


@pytest.mark.parametrize("place", [(0, 0), (511, 6), (512, 0), (699, 6)])
def test_one_pixel_of_less_alpha_is_seen_wherever_it_is(place: tuple[int, int]) -> None:
    pixels = np.full((702, 9, 4), 255, np.uint8)[1:-1, 1:-1]
    assert is_opaque(pixels)
    pixels[place][:3] = 0
    assert is_opaque(pixels)
    pixels[place][3] = 254
    assert not is_opaque(pixels)
