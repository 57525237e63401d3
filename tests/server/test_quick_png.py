"""The quick PNG is a PNG like any other."""

import io

import numpy as np
import pytest
from PIL import Image, ImageCms

from inpaint_studio.server.quick_png import quick_png

PIXELS = np.random.default_rng(2).integers(0, 255, (13, 17, 4)).astype(np.uint8)


@pytest.mark.parametrize("opaque", [True, False])
def test_every_pixel_comes_back(opaque):
    pixels = PIXELS.copy()
    if opaque:
        pixels[..., 3] = 255
    with Image.open(io.BytesIO(quick_png(pixels))) as image:
        assert image.mode == ("RGB" if opaque else "RGBA")
        assert np.array_equal(np.asarray(image.convert("RGBA")), pixels[..., [2, 1, 0, 3]])


def test_the_profile_is_embedded():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    with Image.open(io.BytesIO(quick_png(PIXELS, profile))) as image:
        image.load()
        assert image.info["icc_profile"] == profile
