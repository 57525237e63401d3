"""The screen gets sRGB; the document keeps the picture's own numbers."""

import numpy as np
import pytest

from inpaint_studio.picture.display_colour import display_transform
from inpaint_studio.picture.document import Document, Edit
from inpaint_studio.picture.geometry import Box
from inpaint_studio.picture.image_file import Picture
from tests.support.colour_profiles import profile_bytes, swapped_primaries


@pytest.fixture
def swapped_profile():
    return swapped_primaries()


def solid(colour):
    pixels = np.empty((300, 400, 4), np.uint8)
    pixels[:] = colour
    return pixels


def test_srgb_and_unusable_profiles_change_nothing():
    assert display_transform(None) is None
    assert display_transform(profile_bytes("sRGB")) is None
    assert display_transform(b"not a profile") is None


def test_the_display_is_converted_and_the_document_is_not(swapped_profile):
    source = Picture(solid((0, 0, 255, 200)), "red.png", icc_profile=swapped_profile)
    document = Document(source)
    assert document.composite[10, 10].tolist() == [0, 0, 255, 200]
    blue, green, red, alpha = document.picture_levels.level(0)[10, 10].tolist()
    assert green > 250 > 20 > red
    assert blue < 20
    assert alpha == 200
    assert document.shown(solid((0, 255, 0, 255)))[0, 0, 2] > 250


def test_edits_are_shown_converted_too(swapped_profile):
    document = Document(Picture(solid((9, 9, 9, 255)), "grey.png", icc_profile=swapped_profile))
    box = Box(20, 30, 60, 80)
    pixels = np.full((50, 40, 4), (0, 0, 255, 255), np.uint8)
    document.accept(Edit(box, pixels, np.full((50, 40), 255, np.uint8)))
    assert document.composite[40, 30].tolist() == [0, 0, 255, 255]
    assert document.picture_levels.level(0)[40, 30, 1] > 250
    document.undo()
    assert np.array_equal(document.picture_levels.level(0), document.shown(document.composite))
