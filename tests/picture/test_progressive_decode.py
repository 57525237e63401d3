"""A picture decoded while it comes is what Pillow makes of the whole file, or none."""

import io
import itertools
import struct
import zlib
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from inpaint_studio.errors import ImageError
from inpaint_studio.picture import progressive_decode
from inpaint_studio.picture.image_file import decode_picture, decode_result
from inpaint_studio.picture.progressive_decode import ProgressivePicture, decode_plain


def _photo(mode: str, width: int, height: int) -> Image.Image:
    noise = np.random.default_rng(1).integers(0, 256, (height, width, 4), np.uint8)
    return Image.fromarray(noise, "RGBA").convert(mode)


def _file(image: Image.Image, file_format: str, **options: Any) -> bytes:
    stream = io.BytesIO()
    image.save(stream, file_format, **options)
    return stream.getvalue()


def _chunk(name: bytes, content: bytes) -> bytes:
    return (
        struct.pack(">I", len(content))
        + name
        + content
        + struct.pack(">I", zlib.crc32(name + content))
    )


def _in_small_chunks(png: bytes, size: int = 100) -> bytes:
    """The same picture as other writers chop it, its pixels in many chunks."""
    start, end = png.index(b"IDAT") - 4, png.index(b"IEND") - 4
    (length,) = struct.unpack_from(">I", png, start)
    pixels = png[start + 8 : start + 8 + length]
    parts = [_chunk(b"IDAT", pixels[at : at + size]) for at in range(0, length, size)]
    return png[:start] + b"".join(parts) + png[end:]


def _with_chunk(png: bytes, name: bytes, *numbers: int) -> bytes:
    """The same picture with a chunk of numbers behind its header."""
    return png[:33] + _chunk(name, struct.pack(f">{len(numbers)}I", *numbers)) + png[33:]


_PLAIN = {
    "png rgb": _file(_photo("RGB", 33, 21), "PNG"),
    "png rgba": _file(_photo("RGBA", 33, 21), "PNG"),
    "png in small chunks": _in_small_chunks(_file(_photo("RGB", 33, 21), "PNG")),
    "jpeg": _file(_photo("RGB", 40, 24), "JPEG", quality=80),
    "jpeg progressive": _file(_photo("RGB", 40, 24), "JPEG", progressive=True),
    "jpeg unsampled": _file(_photo("RGB", 37, 23), "JPEG", subsampling=0),
}
_SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
_TURNED = Image.Exif()
_TURNED[0x0112] = 6
_INTERLACED = _file(_photo("RGB", 9, 9), "PNG").replace(b"\x08\x02\0\0\0", b"\x08\x02\0\0\1", 1)
_LARGE = b"\x89PNG\r\n\x1a\n" + _chunk(
    b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 6, 0, 0, 0)
)
_OTHERS = {
    "png grey": _file(_photo("L", 8, 8), "PNG"),
    "png palette": _file(_photo("P", 8, 8), "PNG"),
    "png one colour transparent": _file(_photo("RGB", 8, 8), "PNG", transparency=(1, 2, 3)),
    "png profile": _file(_photo("RGB", 8, 8), "PNG", icc_profile=_SRGB),
    "png turned": _file(_photo("RGB", 8, 8), "PNG", exif=_TURNED),
    "png gamma": _with_chunk(_file(_photo("RGB", 8, 8), "PNG"), b"gAMA", 100_000),
    "png primaries": _with_chunk(_file(_photo("RGB", 8, 8), "PNG"), b"cHRM", *[31_270, 32_900] * 4),
    "png interlaced": _INTERLACED,
    "png too large": _LARGE + _chunk(b"IDAT", zlib.compress(b"\0" * 9)) + _chunk(b"IEND", b""),
    "jpeg grey": _file(_photo("L", 8, 8), "JPEG"),
    "jpeg cmyk": _file(_photo("CMYK", 8, 8), "JPEG"),
    "jpeg profile": _file(_photo("RGB", 8, 8), "JPEG", icc_profile=_SRGB),
    "jpeg turned": _file(_photo("RGB", 8, 8), "JPEG", exif=_TURNED),
    "webp": _file(_photo("RGB", 8, 8), "WEBP"),
    "text": b"no picture" * 200_000,
    "nothing": b"",
}


def _as_pillow_reads(data: bytes) -> np.ndarray:
    return decode_picture(data, "it").pixels


def _arrived(data: bytes, cuts: list[int]) -> ProgressivePicture:
    picture = ProgressivePicture()
    places = sorted({0, len(data), *(cut % (len(data) + 1) for cut in cuts)})
    for start, end in itertools.pairwise(places):
        picture.feed(data[start:end])
    return picture


@pytest.mark.parametrize("kind", _PLAIN)
@given(cuts=st.lists(st.integers(0, 5000), max_size=12))
def test_a_plain_picture_is_the_same_however_it_came(kind: str, cuts: list[int]) -> None:
    data = _PLAIN[kind]

    np.testing.assert_array_equal(_arrived(data, cuts).finish(data), _as_pillow_reads(data))


@pytest.mark.parametrize("kind", _PLAIN)
def test_byte_by_byte_changes_nothing(kind: str) -> None:
    data = _PLAIN[kind]

    pixels = _arrived(data, list(range(len(data)))).finish(data)

    np.testing.assert_array_equal(pixels, _as_pillow_reads(data))


@pytest.mark.parametrize("kind", _PLAIN)
@pytest.mark.parametrize("step", [7, 1 << 19])
def test_a_whole_file_is_read_as_pillow_reads_it(
    kind: str, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progressive_decode, "_STEP_BYTES", step)

    np.testing.assert_array_equal(decode_plain(_PLAIN[kind]), _as_pillow_reads(_PLAIN[kind]))


@pytest.mark.parametrize("kind", _OTHERS)
def test_what_is_not_plain_is_left_to_others(kind: str) -> None:
    assert _arrived(_OTHERS[kind], [100, 1000]).finish(_OTHERS[kind]) is None
    assert decode_plain(_OTHERS[kind]) is None


@pytest.mark.parametrize("kind", _PLAIN)
def test_another_file_than_came_is_not_taken(kind: str) -> None:
    data = _PLAIN[kind]
    other = data[:-30] + bytes([data[-30] ^ 1]) + data[-29:]
    picture = _arrived(data, [])

    assert picture.finish(other) is None
    assert picture.finish(data + b"\0") is None
    assert picture.finish(data[:-1]) is None


@pytest.mark.parametrize("kind", _PLAIN)
@given(cut=st.integers(0, 5000))
def test_a_picture_that_was_cut_is_not_taken(kind: str, cut: int) -> None:
    data = _PLAIN[kind][: cut % len(_PLAIN[kind])]

    assert _arrived(data, []).finish(data) is None


@pytest.mark.parametrize("kind", ["png rgb", "png rgba", "png in small chunks"])
@given(
    at=st.integers(0, 5000), bit=st.integers(0, 7), cuts=st.lists(st.integers(0, 5000), max_size=3)
)
def test_a_damaged_picture_is_as_it_always_was_or_none(
    kind: str, at: int, bit: int, cuts: list[int]
) -> None:
    damaged = bytearray(_PLAIN[kind])
    damaged[at % len(damaged)] ^= 1 << bit
    data = bytes(damaged)

    pixels = _arrived(data, cuts).finish(data)

    if pixels is not None:
        np.testing.assert_array_equal(pixels, _as_pillow_reads(data))


def test_too_few_rows_are_no_picture() -> None:
    """The compressed data ends properly, but too soon."""
    start = _PLAIN["png rgb"].index(b"IDAT") - 4
    rows = zlib.compress(b"".join(b"\0" + b"\x7f" * 99 for _ in range(9)))
    data = _PLAIN["png rgb"][:start] + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")

    pixels = _arrived(data, [50]).finish(data)

    assert pixels is None


def test_a_picture_too_large_is_not_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    data = _PLAIN["png rgb"]
    monkeypatch.setattr(progressive_decode, "MAX_PIXELS", 33 * 21 - 1)

    assert _arrived(data, [50]).finish(data) is None


def test_a_picture_too_large_is_refused_as_always() -> None:
    with pytest.raises(ImageError, match="too large"):
        decode_result(_OTHERS["png too large"])


@pytest.mark.parametrize("kind", _PLAIN)
@given(cut=st.integers(0, 4000))
def test_a_cut_picture_is_whole_or_refused_wherever_it_was_cut(kind: str, cut: int) -> None:
    data = _PLAIN[kind]
    length = cut % len(data)
    try:
        pixels = decode_result(data[:length])
    except ImageError:
        return

    most = 20 if kind.startswith("png") else len(b"\xff\xd9")
    assert len(data) - length <= most, "more was missing than checksums and trailer"
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
