"""References leave as pixels: upright, in their colours, and with nothing else about them."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from inpaint_studio.errors import ImageError
from inpaint_studio.picture.geometry import Size
from inpaint_studio.picture.image_file import decode_picture, open_picture
from inpaint_studio.picture.picture_bytes import picture_bytes
from inpaint_studio.picture.reference import THUMBNAIL_PX, decode_reference, read_reference
from tests.support.colour_profiles import swapped_primaries
from tests.support.private_pictures import FORMATS, SECRETS, packet, png_chunk, private_picture


def encoded(file_format: str, size: tuple[int, int] = (400, 200), **options: object) -> bytes:
    pixels = np.random.default_rng(1).integers(0, 255, (size[1], size[0], 3), np.uint8)
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, file_format, **options)
    return buffer.getvalue()


def told(data: bytes) -> set[str]:
    """What a file says of its picture that Pillow, or a search through it, finds."""
    found = {secret.decode() for secret in SECRETS if secret in data}
    with Image.open(io.BytesIO(data)) as image:
        image.load()
        found |= {"EXIF"} if len(image.getexif()) else set()
        return found | {key for key in image.info if key in ("xmp", "photoshop", "comment", "dpi")}


@pytest.mark.parametrize("road", ["opened", "decoded"])
@pytest.mark.parametrize("orientation", [1, None])
@pytest.mark.parametrize("file_format", FORMATS)
def test_nothing_but_the_picture_leaves(
    tmp_path: Path, file_format: str, orientation: int | None, road: str
) -> None:
    path, data = tmp_path / "photo", private_picture(file_format, orientation=orientation)
    path.write_bytes(data)
    reference = read_reference(path) if road == "opened" else decode_reference(data, "photo")

    assert told(reference.data) == set()
    again, source = decode_picture(reference.data, "sent"), open_picture(path)
    assert np.array_equal(again.pixels, source.pixels)
    assert again.icc_profile == source.icc_profile
    with Image.open(io.BytesIO(reference.data)) as image:
        assert reference.media_type == f"image/{image.format.lower()}"


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("file_format", ["PNG", "JPEG", "WEBP", "AVIF"])
def test_what_was_turned_leaves_upright(file_format: str, orientation: int) -> None:
    data = private_picture(file_format, orientation=orientation)
    reference, source = decode_reference(data, "photo"), decode_picture(data, "photo")

    assert told(reference.data) == set()
    with Image.open(io.BytesIO(reference.data)) as image:
        shown = np.asarray(image.convert("RGB"))
    assert np.array_equal(shown, source.pixels[..., 2::-1])
    assert reference.size == source.size == Size(*((48, 32) if orientation < 5 else (32, 48)))


@pytest.mark.parametrize("file_format", ["PNG", "JPEG", "WEBP"])
def test_the_coding_of_common_files_stays(file_format: str) -> None:
    plain = encoded(file_format)
    reference = decode_reference(plain, "cat")
    assert reference.data == plain
    assert reference.media_type == f"image/{file_format.lower()}"
    assert reference.size == Size(400, 200)
    assert max(reference.thumbnail.shape[:2]) == THUMBNAIL_PX


@pytest.mark.parametrize("options", [{"progressive": True}, {"restart_marker_blocks": 3}, {}])
def test_all_scans_of_a_jpeg_stay_and_what_follows_goes(options: dict[str, object]) -> None:
    plain = encoded("JPEG", **options)
    told_more = encoded("JPEG", **options, comment="SECRETWORDS", xmp=packet(), dpi=(300, 300))
    assert picture_bytes(told_more + b"SECRETTRAILER") == plain == picture_bytes(plain)


def test_colours_told_by_exif_leave_as_a_profile() -> None:
    exif = Image.Exif()
    exif[0x8769] = {0xA001: 2}
    source = decode_picture(encoded("JPEG", exif=exif.tobytes()), "photo")
    sent = decode_picture(decode_reference(source.file or b"", "photo").data, "sent")
    assert sent.icc_profile == source.icc_profile is not None


def test_a_second_picture_stays_here() -> None:
    first, second = (Image.new("RGB", (64, 48), colour) for colour in ("red", "blue"))
    buffer = io.BytesIO()
    first.save(buffer, "MPO", save_all=True, append_images=[second])
    data = decode_reference(buffer.getvalue(), "photo.mpo").data
    assert data.count(b"\xff\xd8\xff") == 1
    assert b"MPF" not in data


def test_chunks_and_parts_nobody_knows_stay_here() -> None:
    png = encoded("PNG")
    assert picture_bytes(png[:33] + png_chunk(b"prVt", b"SECRETWORDS") + png[33:]) == png
    webp = encoded("WEBP", lossless=True, exif=b"Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0")
    further = b"prVt" + struct.pack("<I", 11) + b"SECRETWORDS\0"
    longer = b"RIFF" + struct.pack("<I", len(webp) - 8 + len(further)) + webp[8:] + further
    assert b"SECRET" not in (picture_bytes(longer) or b"SECRET")


@pytest.mark.parametrize("file_format", ["PNG", "JPEG", "WEBP"])
def test_a_file_cut_anywhere_is_never_a_fault(file_format: str) -> None:
    data = private_picture(file_format)
    for end in range(0, len(data), 37):
        picture_bytes(data[:end])


def test_a_thumbnail_is_in_the_colours_of_the_screen() -> None:
    data = encoded("PNG", (40, 20), icc_profile=swapped_primaries())
    shown = decode_reference(data, "cat").thumbnail
    stored = decode_picture(data, "cat").pixels
    assert not np.array_equal(shown, stored)


def test_what_is_no_picture_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImageError):
        read_reference(tmp_path / "nothing.png")
