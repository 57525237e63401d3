import io
import json
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from PIL import ExifTags, Image, ImageCms

from inpaint_studio.errors import ExportError
from inpaint_studio.export.formats import FORMATS, flat_names
from inpaint_studio.export.naming import NameFields
from inpaint_studio.export.writer import (
    ExportOptions,
    estimate_bytes,
    export_original,
    export_picture,
)
from inpaint_studio.picture.image_file import Picture, encode, open_picture
from tests.support.full_disk import files_up_to
from tests.support.metadata_rows import CAMERA, LATITUDE
from tests.support.metadata_rows import exif as camera_exif

NAME = NameFields(source="house")


@pytest.fixture
def pixels() -> np.ndarray:
    generator = np.random.default_rng(1)
    noise = generator.integers(0, 256, (40, 60, 4), dtype=np.uint8)
    noise[..., 3] = 255
    return noise


def _photo(height: int, width: int) -> np.ndarray:
    y, x = np.mgrid[0:height, 0:width]
    smooth = np.stack([x * 255 / width, y * 255 / height, (x + y) % 256, x * 0 + 255], axis=-1)
    grain = np.random.default_rng(2).integers(0, 6, (height, width, 1))
    return np.clip(smooth + grain, 0, 255).astype(np.uint8)


def _read(path: Path) -> Image.Image:
    with Image.open(path) as image:
        image.load()
        return image


@pytest.mark.parametrize("file_format", ["png", "tiff"])
def test_lossless_formats_keep_every_pixel(tmp_path, pixels, file_format) -> None:
    path = export_picture(pixels, tmp_path, NAME, ExportOptions(file_format=file_format))

    assert path == tmp_path / f"house-edit-01{FORMATS[file_format].suffix}"
    assert np.array_equal(np.asarray(_read(path).convert("RGB")), pixels[..., 2::-1])


@pytest.mark.parametrize("file_format", flat_names())
def test_colour_profile_and_exif_are_carried_over(tmp_path, pixels, file_format) -> None:
    icc = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    exif = Image.Exif()
    exif[0x010E] = "a house"
    source = Picture(pixels, "house", icc_profile=icc, exif=exif.tobytes())

    kept = export_picture(
        pixels,
        tmp_path,
        NAME,
        ExportOptions(file_format=file_format),
        source=source,
    )
    stripped = export_picture(
        pixels,
        tmp_path,
        NAME,
        ExportOptions(file_format=file_format, keep_metadata=False),
        source=source,
    )

    assert _read(kept).info["icc_profile"] == icc
    assert _read(kept).getexif()[0x010E] == "a house"
    assert _read(stripped).info["icc_profile"] == icc
    assert 0x010E not in _read(stripped).getexif()


def test_the_recipe_is_embedded_put_beside_or_left_out(tmp_path, pixels) -> None:
    recipe = {"prompt": "ein Café 🎨", "model": "m"}

    embedded = export_picture(pixels, tmp_path, NAME, ExportOptions(), recipe=recipe)
    beside = export_picture(
        pixels, tmp_path, NAME, ExportOptions(embed_recipe=False, sidecar=True), recipe=recipe
    )

    assert json.loads(_read(embedded).info["inpaint-studio"]) == recipe
    assert "inpaint-studio" not in _read(beside).info
    assert json.loads((tmp_path / f"{beside.name}.json").read_text()) == recipe


def test_nothing_is_overwritten_unless_asked(tmp_path, pixels) -> None:
    first = export_picture(pixels, tmp_path, NAME, ExportOptions())
    before = first.read_bytes()

    second = export_picture(255 - pixels, tmp_path, NAME, ExportOptions())
    assert (first.name, second.name) == ("house-edit-01.png", "house-edit-02.png")
    assert first.read_bytes() == before

    third = export_picture(255 - pixels, tmp_path, NAME, ExportOptions(overwrite=True))
    assert third == first
    assert first.read_bytes() != before


def test_exports_at_once_get_names_of_their_own(tmp_path, pixels) -> None:
    together = threading.Barrier(4)

    def export(_: int) -> Path:
        together.wait()
        return export_picture(pixels, tmp_path, NAME, ExportOptions())

    with ThreadPoolExecutor(4) as workers:
        paths = list(workers.map(export, range(8)))

    assert len(set(paths)) == 8
    assert sorted(tmp_path.iterdir()) == sorted(paths)


def test_the_servers_own_bytes_go_out_untouched(tmp_path) -> None:
    path = export_original(b"vendor bytes", tmp_path / "new" / "folder", NAME, ".webp",
                           ExportOptions())  # fmt: skip

    assert path == tmp_path / "new" / "folder" / "house-edit-01.webp"
    assert path.read_bytes() == b"vendor bytes"


@pytest.mark.parametrize("overwrite", [True, False])
def test_a_full_disk_leaves_the_old_file(tmp_path, overwrite) -> None:
    options = ExportOptions(overwrite=overwrite)
    old = export_original(b"old", tmp_path, NAME, ".png", options)
    with files_up_to(4096), pytest.raises(ExportError, match="choose another"):
        export_original(os.urandom(9000), tmp_path, NAME, ".png", options)

    assert old.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [old]


def test_a_folder_that_cannot_be_is_said_so(tmp_path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(ExportError, match="could not be written"):
        export_original(b"", tmp_path / "file" / "folder", NAME, ".png", ExportOptions())
    with pytest.raises(ExportError, match="could not be written"):
        export_original(b"", tmp_path / "file", NAME, ".png", ExportOptions())


def test_an_impossible_format_is_said_so(tmp_path, pixels) -> None:
    with pytest.raises(ExportError, match="Choose png"):
        export_picture(pixels, tmp_path, NAME, ExportOptions(file_format="xcf"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("file_format", ["png", "jpeg", "webp"])
def test_the_size_estimate_is_near(file_format) -> None:
    photo = _photo(1500, 2000)
    options = ExportOptions(file_format=file_format, quality=85)

    estimate = estimate_bytes(photo, options)

    true = len(encode(photo, file_format, quality=85))
    assert 0.5 < estimate / true < 2


def test_the_estimate_of_a_small_picture_is_exact(pixels) -> None:
    buffer = io.BytesIO(encode(pixels, "png", quality=90))

    assert estimate_bytes(pixels, ExportOptions()) == len(buffer.getvalue())


@pytest.mark.parametrize("file_format", flat_names())
def test_the_directories_a_camera_writes_leave_in_every_format(
    tmp_path, pixels, file_format
) -> None:
    """LibTIFF, which compresses, knows of no directory below the first."""
    path = export_picture(
        pixels,
        tmp_path,
        NAME,
        ExportOptions(file_format=file_format, quality=100),
        source=Picture(pixels, "house", exif=camera_exif()),
    )

    block = open_picture(path).exif
    kept = Image.Exif()
    kept.load(block or b"")
    assert kept[ExifTags.Base.Make] == CAMERA
    assert kept.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.ExposureTime] == pytest.approx(1 / 60)
    where = kept.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude]
    assert tuple(map(float, where)) == LATITUDE
    if file_format in ("png", "tiff"):
        assert np.array_equal(open_picture(path).pixels, pixels)


def test_a_name_as_long_as_names_can_be_has_its_sidecar(tmp_path, pixels):
    options = ExportOptions(sidecar=True)
    name = NameFields(source="b" * 255)
    path = export_picture(pixels, tmp_path, name, options, recipe={"model": "m"})
    assert len(path.name) == 255
    assert len(list(tmp_path.glob("*.json"))) == 1
