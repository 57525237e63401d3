"""The mask, and the one form of it that every server reads right."""

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inpaint_studio.errors import ImageError
from inpaint_studio.picture.geometry import Box, Size
from inpaint_studio.picture.mask import bounding_box, new_mask, read_wire_mask, share, wire_png


def test_a_new_mask_edits_nothing():
    mask = new_mask(Size(30, 20))
    assert mask.shape == (20, 30)
    assert mask.max() == 0
    assert bounding_box(mask).is_empty
    assert share(mask) == 0.0


@given(st.integers(0, 20), st.integers(0, 20), st.integers(1, 20), st.integers(1, 20))
def test_the_bounding_box_holds_every_covered_pixel(x, y, width, height):
    mask = new_mask(Size(40, 40))
    box = Box(x, y, x + width, y + height)
    mask[y, x] = mask[y + height - 1, x + width - 1] = 1
    assert bounding_box(mask) == box


def test_the_share_counts_any_coverage():
    mask = new_mask(Size(10, 10))
    mask[0, :5] = 1
    mask[1, :5] = 255
    assert share(mask) == pytest.approx(0.1)


@settings(max_examples=30)
@given(st.integers(1, 60), st.integers(1, 60), st.integers(0, 9999))
def test_the_wire_mask_reads_the_same_by_transparency_and_by_lightness(width, height, seed):
    mask = np.random.default_rng(seed).integers(0, 3, (height, width)).astype(np.uint8) * 127
    edit = mask > 0
    pixels = np.asarray(cv2.imdecode(np.frombuffer(wire_png(mask), np.uint8), cv2.IMREAD_UNCHANGED))
    assert np.array_equal(pixels[edit], np.broadcast_to((255, 255, 255, 0), (edit.sum(), 4)))
    assert np.array_equal(pixels[~edit], np.broadcast_to((0, 0, 0, 255), ((~edit).sum(), 4)))
    assert np.array_equal(read_wire_mask(wire_png(mask)) > 127, edit)


def test_an_opaque_mask_is_read_by_lightness():
    grey = np.arange(256, dtype=np.uint8).reshape(16, 16)
    png = cv2.imencode(".png", grey)[1].tobytes()
    assert np.array_equal(read_wire_mask(png), grey)


def test_a_broken_mask_is_an_image_error():
    with pytest.raises(ImageError):
        read_wire_mask(b"no picture")
