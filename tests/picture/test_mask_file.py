"""Masks come in from any picture and go out as files that mean the same."""

import io

import numpy as np
import pytest
from PIL import Image

from inpaint_studio.errors import ImageError
from inpaint_studio.picture.geometry import Size
from inpaint_studio.picture.image_file import decode_picture
from inpaint_studio.picture.mask_file import (
    MaskForm,
    Reading,
    fitted_mask,
    mask_in,
    mask_png,
    open_mask,
)


def decode_mask(data, name):
    return mask_in(decode_picture(data, name))


@pytest.fixture
def mask():
    mask = np.zeros((60, 80), np.uint8)
    mask[20:40, 30:60] = 255
    mask[15:20, 30:60] = 90
    return mask


def png(array, mode=None):
    buffer = io.BytesIO()
    image = Image.fromarray(array)
    (image.convert(mode) if mode else image).save(buffer, "PNG")
    return buffer.getvalue()


@pytest.mark.parametrize("form", [MaskForm.ALPHA, MaskForm.BLACK_WHITE])
def test_what_is_exported_comes_back_the_same(mask, form):
    assert np.array_equal(decode_mask(mask_png(mask, form), "m.png").mask(), mask)


def test_what_is_sent_is_hard_and_transparent_where_edited(mask):
    data = mask_png(mask, MaskForm.SENT)
    pixels = np.asarray(Image.open(io.BytesIO(data)))
    assert {tuple(pixel) for pixel in pixels.reshape(-1, 4).tolist()} == {
        (255, 255, 255, 0),
        (0, 0, 0, 255),
    }
    assert np.array_equal(decode_mask(data, "m.png").mask(), np.where(mask > 0, 255, 0))


def test_meanings_are_detected(mask):
    assert decode_mask(png(mask), "white.png").reading is Reading.WHITE
    inverted = decode_mask(png(255 - mask), "black.png")
    assert inverted.reading is Reading.BLACK
    assert np.array_equal(inverted.mask(), mask)
    assert inverted.readings == (Reading.WHITE, Reading.BLACK)
    rgba = np.dstack([mask, mask, mask, 255 - mask])
    assert decode_mask(png(rgba), "alpha.png").reading is Reading.TRANSPARENT
    assert decode_mask(png(mask, "P"), "palette.png").reading is Reading.WHITE
    everything = np.full_like(mask, 255)
    assert decode_mask(png(everything), "all.png").mask().min() == 255


def test_another_meaning_can_be_told(mask):
    found = decode_mask(png(mask), "white.png")
    assert np.array_equal(found.mask(Reading.BLACK), 255 - mask)


def test_a_mask_of_another_size_is_fitted(mask):
    assert fitted_mask(mask, Size(160, 120)).shape == (120, 160)
    assert fitted_mask(mask, Size(80, 60)) is mask


def test_what_is_no_picture_is_refused(tmp_path):
    with pytest.raises(ImageError):
        decode_mask(b"nothing", "m.png")
    with pytest.raises(ImageError):
        open_mask(tmp_path / "missing.png")
