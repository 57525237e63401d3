"""What a file says of its picture beside EXIF: it goes out as it came, and never turns it."""

from __future__ import annotations

import io
import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from inpaint_studio.errors import ImageError
from inpaint_studio.export.carried import carried
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.image_file import Picture, decode_picture, encode
from inpaint_studio.picture.openraster import open_project, project_of, save_project
from tests.support.colour_profiles import swapped_primaries
from tests.support.picture_files import psd
from tests.support.private_pictures import packet, private_picture

IN = ("PNG", "JPEG", "WEBP", "TIFF", "AVIF")
OUT = ("png", "jpeg", "webp", "tiff", "avif")
WITH_IPTC, HAVE_IPTC, HAVE_DPI = ("JPEG", "TIFF"), ("PNG", "JPEG", "TIFF"), ("PNG", "JPEG", "TIFF")


def saved(file_format: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(np.arange(48 * 32 * 3, dtype=np.uint8).reshape(32, 48, 3)).save(
        buffer, file_format, **options
    )
    return buffer.getvalue()


def with_xmp(file_format: str, xmp: bytes) -> bytes:
    if file_format == "TIFF":
        return saved("TIFF", tiffinfo={700: xmp})
    if file_format == "PNG":
        from PIL.PngImagePlugin import PngInfo

        info = PngInfo()
        info.add_itxt("XML:com.adobe.xmp", xmp.decode())
        return saved("PNG", pnginfo=info)
    return saved(file_format, xmp=xmp)


@pytest.mark.parametrize("into", OUT)
@pytest.mark.parametrize("file_format", IN)
def test_what_a_format_has_room_for_goes_along(file_format: str, into: str) -> None:
    source, exif = decode_picture(private_picture(file_format), "photo"), Image.Exif()
    exif[0x010F] = "SECRETCAMERA"
    exported = encode(
        source.pixels, into, quality=100, exif=exif.tobytes(), description=source.description
    )
    export = decode_picture(exported, "export")
    said, again = source.description, export.description

    assert said.xmp is not None
    assert b"SECRETXMP" in said.xmp
    assert (said.iptc is not None) == (file_format in WITH_IPTC)
    assert (said.dpi is not None) == (file_format in HAVE_DPI)
    assert b"SECRETCAMERA" in (export.exif or b"")
    assert again.xmp == said.xmp
    assert again.iptc == (said.iptc if into.upper() in HAVE_IPTC else None)
    if said.dpi and into.upper() in HAVE_DPI:
        assert again.dpi == pytest.approx((300, 300), rel=1e-3)


IPTC = b"\x1c\x02\x50\0\x05words"
RESOURCES = {
    0x03ED: struct.pack(">IHHIHH", 300 << 16, 1, 1, 300 << 16, 1, 1),
    0x0404: IPTC,
    0x040F: swapped_primaries(),
    0x0424: packet(6),
}


def gif_with_xmp(xmp: bytes) -> bytes:
    """As the specification has it: the packet as it is, then what leads readers of blocks on."""
    plain = saved("GIF")
    trailer = bytes((1, *range(255, -1, -1), 0))
    extension = b"\x21\xff\x0bXMP DataXMP" + xmp + trailer
    at = 13 + 3 * (2 << (plain[10] & 7))  # behind the colours
    return plain[:at] + extension + plain[at:]


@pytest.mark.parametrize("layers", [None, -1])
def test_photoshop_files_are_read_like_others(layers: int | None) -> None:
    colours = np.full((32, 48, 4 if layers else 3), 200, np.uint8)
    picture = decode_picture(psd(colours, 3, layers=layers, resources=RESOURCES), "layered")
    assert b"SECRETXMP" in (picture.description.xmp or b"")
    assert picture.size == (48, 32)
    assert picture.description.iptc == IPTC
    assert picture.description.dpi == (300, 300)
    assert picture.icc_profile == swapped_primaries()


def test_a_photoshop_file_without_its_merged_picture_is_no_white_one() -> None:
    def said(has_merged: int) -> bytes:
        version = struct.pack(">IBII", 1, has_merged, 0, 0)
        return psd(np.full((32, 48, 3), 255, np.uint8), 3, resources={0x0421: version})

    assert decode_picture(said(1), "layered").size == (48, 32)
    with pytest.raises(ImageError, match="no merged picture") as caught:
        decode_picture(said(0), "layered")
    assert "compatibility" in caught.value.message


def test_the_packet_of_a_gif_is_read_like_others() -> None:
    picture = decode_picture(gif_with_xmp(packet(6)), "drawing")
    assert picture.description.xmp == packet(1)
    assert np.array_equal(picture.pixels, decode_picture(saved("GIF"), "plain").pixels)
    cut = decode_picture(saved("GIF") + b"\x21\xff\x0bXMP DataXMP<x:xmp", "drawing")
    assert cut.description.xmp is None


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_packet_in_other_letters_goes_along_in_those_that_all_formats_take(encoding: str) -> None:
    told = ("\ufeff" + packet().decode()).encode(encoding)
    picture = decode_picture(with_xmp("TIFF", told), "photo")
    assert picture.description.xmp == packet()


def test_a_packet_that_is_no_text_is_left_out_and_told() -> None:
    picture = decode_picture(with_xmp("JPEG", b"<x:xmpmeta>\xff\xfe</x:xmpmeta>"), "photo")
    assert picture.description.xmp is None
    assert "XMP" in picture.notices[0]


@pytest.mark.parametrize("orientation", [3, 6, 8])
@pytest.mark.parametrize("file_format", IN)
def test_an_orientation_in_xmp_alone_does_not_turn(file_format: str, orientation: int) -> None:
    turned = decode_picture(with_xmp(file_format, packet(orientation)), "photo")
    assert np.array_equal(turned.pixels, decode_picture(saved(file_format), "plain").pixels)
    assert b'tiff:Orientation="1"' in (turned.description.xmp or b"")


@pytest.mark.parametrize("file_format", ["PNG", "JPEG", "WEBP", "AVIF"])
def test_exif_turns_whatever_xmp_says_and_nothing_turns_again(file_format: str) -> None:
    picture = decode_picture(private_picture(file_format, orientation=6), "photo")
    assert picture.size == (32, 48)
    kept = encode(picture.pixels, file_format, exif=picture.exif, description=picture.description)
    assert decode_picture(kept, "export").size == (32, 48)


def test_what_is_too_large_for_other_formats_is_left_out_and_told() -> None:
    long = packet().replace(b"SECRETXMP", b"x" * 70_000)
    picture = decode_picture(with_xmp("PNG", long), "photo")
    assert picture.description.xmp is None
    assert "XMP" in picture.notices[0]


@pytest.mark.parametrize(("quality", "is_whole"), [(100, True), (90, True), (60, False)])
def test_a_good_avif_keeps_every_colour_sample(quality: int, is_whole: bool) -> None:
    pixels = np.zeros((32, 32, 4), np.uint8)
    pixels[..., 3] = 255
    pixels[:, ::2, 2] = 255  # red and black lines, which halved samples blur
    again = decode_picture(encode(pixels, "avif", quality=quality), "export").pixels
    most = int(np.abs(again.astype(int) - pixels).max())
    assert (most < 60) == is_whole


def test_a_project_keeps_all_that_is_said(tmp_path: Path) -> None:
    source = decode_picture(private_picture("JPEG"), "photo")
    save_project(project_of(Document(source)), tmp_path / "photo.ora")
    again = open_project(tmp_path / "photo.ora").source
    assert again.description.dpi == pytest.approx((300, 300), rel=1e-3)
    assert again.description.xmp == source.description.xmp
    assert again.description.iptc == source.description.iptc is not None
    assert again.exif == source.exif


def test_what_goes_along_is_named() -> None:
    photo = decode_picture(private_picture("JPEG"), "photo")
    assert carried(photo) == ("EXIF with the place it was taken at", "XMP", "IPTC")
    assert carried(Picture(photo.pixels, "photo")) == ()
    exif = Image.Exif()
    exif[271] = "Maker"
    assert carried(decode_picture(saved("JPEG", exif=exif), "photo")) == ("EXIF",)
