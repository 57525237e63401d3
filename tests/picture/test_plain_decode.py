"""The short way reads what Pillow reads, and leaves to Pillow what it might read otherwise."""

import io
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from inpaint_studio.errors import ImageError
from inpaint_studio.picture.image_file import decode_picture, decode_result
from inpaint_studio.picture.plain_decode import decode_plain, plain_size


def _photo(mode: str, width: int, height: int, seed: int = 0) -> Image.Image:
    noise = np.random.default_rng(seed).integers(0, 256, (height, width, 4), np.uint8)
    return Image.fromarray(noise, "RGBA").convert(mode)


def _file(image: Image.Image, file_format: str, **options: Any) -> bytes:
    stream = io.BytesIO()
    image.save(stream, file_format, **options)
    return stream.getvalue()


_SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
_TURNED = Image.Exif()
_TURNED[0x0112] = 6

_PLAIN = {
    "png rgb": _file(_photo("RGB", 33, 21), "PNG"),
    "png rgba": _file(_photo("RGBA", 33, 21), "PNG"),
    "jpeg": _file(_photo("RGB", 40, 24), "JPEG", quality=80),
    "jpeg progressive": _file(_photo("RGB", 40, 24), "JPEG", progressive=True),
    "jpeg unsampled": _file(_photo("RGB", 37, 23), "JPEG", subsampling=0),
}
_MORE = {
    "png grey": _file(_photo("L", 8, 8), "PNG"),
    "png palette": _file(_photo("P", 8, 8), "PNG"),
    "png one colour transparent": _file(_photo("RGB", 8, 8), "PNG", transparency=(1, 2, 3)),
    "png profile": _file(_photo("RGB", 8, 8), "PNG", icc_profile=_SRGB),
    "png turned": _file(_photo("RGB", 8, 8), "PNG", exif=_TURNED),
    "jpeg grey": _file(_photo("L", 8, 8), "JPEG"),
    "jpeg cmyk": _file(_photo("CMYK", 8, 8), "JPEG"),
    "jpeg profile": _file(_photo("RGB", 8, 8), "JPEG", icc_profile=_SRGB),
    "jpeg turned": _file(_photo("RGB", 8, 8), "JPEG", exif=_TURNED),
    "webp": _file(_photo("RGB", 8, 8), "WEBP"),
    "nothing": b"",
}


@pytest.mark.parametrize("kind", _PLAIN)
def test_plain_pictures_are_read_as_pillow_reads_them(kind: str) -> None:
    data = _PLAIN[kind]

    assert plain_size(data) == decode_picture(data, "it").size
    np.testing.assert_array_equal(decode_plain(data), decode_picture(data, "it").pixels)


@pytest.mark.parametrize("kind", _MORE)
def test_whatever_means_more_is_left_to_pillow(kind: str) -> None:
    assert plain_size(_MORE[kind]) is None


@pytest.mark.parametrize("kind", _PLAIN)
@given(cut=st.integers(0, 4000))
def test_a_cut_picture_is_whole_or_refused_wherever_it_was_cut(kind: str, cut: int) -> None:
    data = _PLAIN[kind]
    length = cut % len(data)
    try:
        pixels = decode_result(data[:length])
    except ImageError:
        return

    assert kind.startswith("png")
    assert len(data) - length <= 20, "more was missing than checksums and trailer"
    np.testing.assert_array_equal(pixels, decode_result(data))


@given(at=st.integers(0, 4000), bit=st.integers(0, 7))
@pytest.mark.parametrize("kind", ["png rgb", "png rgba"])
def test_a_png_with_a_wrong_bit_is_read_as_pillow_reads_it(kind: str, at: int, bit: int) -> None:
    damaged = bytearray(_PLAIN[kind])
    damaged[at % len(damaged)] ^= 1 << bit
    try:
        wanted = decode_picture(bytes(damaged), "it").pixels
    except ImageError:
        wanted = None
    try:
        got = decode_result(bytes(damaged))
    except ImageError:
        got = None

    assert (got is None) == (wanted is None)
    if got is not None:
        np.testing.assert_array_equal(got, wanted)
