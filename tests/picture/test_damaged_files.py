"""Files that are cut, altered or no pictures at all: whole, or refused in words."""

import contextlib
import struct

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inpaint_studio.errors import ImageError
from inpaint_studio.picture.image_file import decode_picture, decode_result, without_profile
from tests.picture.test_image_file import as_image, photo, saved
from tests.support.format_rows import ROWS
from tests.support.metadata_rows import ROWS as BESIDE

_SEEDS = ("PNG", "JPEG", "WEBP", "TIFF", "GIF", "BMP", "AVIF", "JPEG2000")
SEEDS = [saved(as_image(photo(9, 7)), name) for name in _SEEDS]
SEEDS += [ROWS[name]()[0] for name in ("psd-rgba", "tiff-grey-alpha16-tiles", "png-rgb16-clear")]
SEEDS += [BESIDE[name]().data for name in ("WEBP-all", "JPEG-all", "TIFF-exif", "AVIF-all")]
_SAMPLES = struct.Struct("<HHIH").pack  # tag, type and count, then how many there are
ODD_TIFF = saved(as_image(photo()), "TIFF").replace(
    _SAMPLES(277, 3, 1, 3), _SAMPLES(277, 3, 1, 255)
)


@pytest.mark.parametrize("file_format", ["PNG", "JPEG", "WEBP", "TIFF", "BMP", "GIF", "AVIF"])
def test_a_file_cut_anywhere_never_opens_with_made_up_pixels(file_format: str) -> None:
    data = saved(as_image(photo()), file_format)
    whole = decode_picture(data, "whole").pixels
    for length in range(0, len(data), max(1, len(data) // 120)):
        with contextlib.suppress(ImageError):
            pixels = decode_picture(data[:length], "cut").pixels
            assert np.array_equal(pixels, whole), f"cut at {length} of {len(data)}"
            assert len(data) - length <= 20  # nothing but checksum and trailer was missing


@settings(max_examples=60)
@given(st.data())
def test_any_bytes_are_a_picture_or_an_image_error(data: st.DataObject) -> None:
    start = data.draw(st.sampled_from([*SEEDS, b""]))
    content = bytearray(start or data.draw(st.binary(max_size=200)))
    for _ in range(data.draw(st.integers(0, 6)) if content else 0):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(ImageError):
        picture = decode_picture(bytes(content), "fuzz")
        assert picture.pixels.shape[2] == 4
        assert np.array_equal(decode_result(bytes(content)), without_profile(picture))


@pytest.mark.parametrize(
    ("content", "advice"),
    [
        (b"", "another file"),
        (ODD_TIFF, "damaged"),  # of which Pillow would also log something
        (b"hello, this is text", "PNG"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
        (b"\xff\x0a" + b"\0" * 40, "JPEG XL"),
    ],
)
def test_what_is_no_picture_says_what_to_do(content: bytes, advice: str) -> None:
    with pytest.raises(ImageError) as caught:
        decode_picture(content, "thing")
    assert advice in caught.value.message
    assert "thing" in caught.value.title


@pytest.mark.parametrize("where", ["in the directory that names it", "in the pixels"])
def test_a_directory_that_points_anywhere_costs_nothing_but_itself(where: str) -> None:
    """As Pillow writes that of interoperability into a TIFF."""
    image = as_image(photo())
    whole = saved(image, "TIFF", tiffinfo={271: "Maker", 34665: 0})
    # A few bytes behind its beginning it looks like one that has entries of no known kind.
    at = 34 if where.endswith("names it") else len(whole) - 400
    pointer = _SAMPLES(34665, 4, 1, 0)[:8]
    found = whole.index(pointer) + len(pointer)
    data = whole[:found] + at.to_bytes(4, "little") + whole[found + 4 :]
    picture = decode_picture(data, "photo")
    assert np.array_equal(picture.pixels, decode_picture(saved(image, "TIFF"), "plain").pixels)
    assert "34665" in str(picture.notices)
