"""Format × mode × metadata: what a file holds is what is opened, and what leaves again.

Where ImageMagick is installed it says what it sees in the same files.
"""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
from PIL import ExifTags, Image

from inpaint_studio.errors import ImageError
from inpaint_studio.picture.decoding import stored_profile
from inpaint_studio.picture.geometry import Size
from inpaint_studio.picture.image_file import Picture, decode_picture, decode_result, encode
from tests.support import metadata_rows
from tests.support.format_rows import HEIGHT, ROWS, WIDTH, scene, tolerance
from tests.support.metadata_rows import CAMERA, LATITUDE, Beside, profile

WRITTEN = ("png", "jpeg", "webp", "tiff", "avif")
_MAGICK = shutil.which("magick") or shutil.which("convert")
_MISREAD_BY_MAGICK = {
    "tiff-white2<", "tiff-white2>", "tiff-white4<", "tiff-white4>",
    "tiff-white12<", "tiff-white12>",
    "bmp-rgba-empty-alpha", "psd-palette", "tiff-lab", "tiff-lab-alpha", "tiff-lab16", "avif-rgb",
    "avif-rgba", "tiff-grey-alpha8-strips-planar", "tiff-grey-alpha16-strips-planar",
    "tiff-grey-alpha8-tiles-planar", "tiff-grey-alpha16-tiles-planar",
}  # fmt: skip
"""Where the specification is against it: white as 0 in few bits, grey with alpha in planes."""


def rgba(pixels: np.ndarray) -> np.ndarray:
    return pixels[..., [2, 1, 0, 3]].astype(float)


def assert_seen(seen: np.ndarray, expected: np.ndarray, most: float) -> None:
    """Alpha is the same, and so are the colours that can be seen."""
    assert seen.shape == expected.shape
    assert np.abs(seen[..., 3] - expected[..., 3]).max() <= max(1, most / 4)
    assert np.abs(seen - expected)[expected[..., 3] > 0].max() <= most


@pytest.mark.parametrize("name", ROWS)
def test_a_file_is_opened_as_it_is(name: str) -> None:
    data, expected = ROWS[name]()

    picture = decode_picture(data, name)

    assert picture.size == Size(WIDTH, HEIGHT)
    assert_seen(rgba(picture.pixels), expected, tolerance(name))
    assert np.array_equal(decode_result(data), picture.pixels)


@pytest.mark.parametrize("name", ROWS)
def test_a_cut_file_is_refused_in_words_or_whole(name: str) -> None:
    data, _ = ROWS[name]()
    whole = decode_picture(data, name).pixels
    for missing in (len(data) // 3, len(data) * 2 // 3):
        with contextlib.suppress(ImageError):
            assert np.array_equal(decode_picture(data[:-missing], name).pixels, whole)


@pytest.mark.skipif(_MAGICK is None, reason="ImageMagick is not installed")
@pytest.mark.parametrize("kind", sorted({name.split("-")[0] for name in ROWS}))
def test_imagemagick_sees_the_same(kind: str, tmp_path: Path) -> None:
    rows = [name for name in ROWS if name.split("-")[0] == kind and name not in _MISREAD_BY_MAGICK]
    for number, name in enumerate(rows):
        (tmp_path / f"{number}.{kind}").write_bytes(ROWS[name]()[0])
    files = [f"{tmp_path / str(number)}.{kind}[0]" for number in range(len(rows))]
    command = [str(_MAGICK), *files, "-colorspace", "sRGB", "-depth", "8", "rgba:-"]
    answer = subprocess.run(command, check=False, capture_output=True).stdout
    if not answer and kind in ("avif", "j2k", "jp2", "webp", "psd"):
        pytest.skip(f"this ImageMagick reads no {kind}")

    pixels = np.frombuffer(answer, np.uint8).reshape(len(rows), HEIGHT, WIDTH, 4).astype(float)

    for name, theirs in zip(rows, pixels, strict=True):
        ours = rgba(decode_picture(ROWS[name]()[0], name).pixels)
        visible = ours[..., 3] > 8
        assert np.abs(theirs[..., 3] - ours[..., 3]).max() <= 2, name
        assert np.abs(theirs - ours)[visible].max() <= tolerance(name) + 1, name


def exif_of(picture: Picture) -> Image.Exif:
    block = Image.Exif()
    block.load(picture.exif or b"")
    return block


def assert_kept(picture: Picture, beside: Beside, most: float) -> None:
    """The picture stands upright, and has what stood beside it."""
    assert picture.size == Size(WIDTH, HEIGHT)
    seen = rgba(picture.pixels)
    assert np.abs(seen[..., :3] - scene()[..., :3]).max() <= most
    assert seen[..., 3].min() == 255
    assert (picture.icc_profile is not None) is beside.has_profile
    block = exif_of(picture)
    assert ExifTags.Base.Orientation not in block
    if beside.has_exif:
        assert block[ExifTags.Base.Make] == CAMERA
        assert block.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.ExposureTime] == pytest.approx(1 / 60)
        where = block.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude]
        assert tuple(map(float, where)) == LATITUDE


@pytest.mark.parametrize("name", metadata_rows.ROWS)
def test_what_stands_beside_the_pixels_is_kept_or_told(name: str) -> None:
    beside = metadata_rows.ROWS[name]()

    picture = decode_picture(beside.data, name)

    assert_kept(picture, beside, beside.tolerance)
    assert picture.icc_profile is None or len(picture.icc_profile) >= len(profile())
    assert not beside.has_profile or stored_profile(beside.data) == picture.icc_profile
    if beside.told is None:
        assert picture.notices == ()
    else:
        (notice,) = picture.notices
        assert beside.told in notice
    assert np.array_equal(decode_result(beside.data), picture.pixels)


@pytest.mark.parametrize("name", metadata_rows.ROWS)
def test_what_was_opened_leaves_and_opens_again(name: str) -> None:
    beside = metadata_rows.ROWS[name]()
    picture = decode_picture(beside.data, name)

    for file_format in WRITTEN:
        assert_opens_again(picture, beside, file_format)


def assert_opens_again(picture: Picture, beside: Beside, file_format: str) -> None:
    data = encode(
        picture.pixels,
        file_format,
        quality=98,
        icc_profile=picture.icc_profile,
        exif=picture.exif,
    )

    again = decode_picture(data, file_format)
    assert_kept(
        again, beside, beside.tolerance + (25 if file_format in ("jpeg", "avif", "webp") else 0)
    )
    assert again.icc_profile == picture.icc_profile
    assert again.notices == ()


@pytest.mark.parametrize("file_format", WRITTEN)
@pytest.mark.parametrize("name", [name for name in ROWS if "clear" in name or "alpha" in name])
def test_transparency_leaves_where_the_format_has_it(name: str, file_format: str) -> None:
    picture = decode_picture(ROWS[name]()[0], name)

    again = decode_picture(encode(picture.pixels, file_format, quality=100), name)

    if file_format == "jpeg":
        assert again.pixels[..., 3].min() == 255
    else:
        difference = again.pixels[..., 3].astype(int) - picture.pixels[..., 3]
        assert np.abs(difference).max() <= (4 if file_format == "avif" else 0)
