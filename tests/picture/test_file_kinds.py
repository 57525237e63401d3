"""What is not opened is called by its name, and never by the preview that lies in it."""

from __future__ import annotations

import struct

import numpy as np
import pytest

from inpaint_studio.errors import ImageError
from inpaint_studio.picture.image_file import decode_picture
from tests.support.format_rows import HEIGHT, WIDTH, scene
from tests.support.picture_files import Tags, psd, tiff

_MOSAIC, _LINEAR_RAW = 32803, 34892


def preview(tags: Tags | None = None) -> bytes:
    """A TIFF whose first page is a small picture, with further tags."""
    return tiff(scene()[..., :3], 2, tags=tags)


def with_mosaic(tag: int, value: int) -> bytes:
    """The same with a directory below that says what a sensor saw."""
    data = preview({330: (4, [0])})
    below = struct.pack("<HHHIII", 1, tag, 3, 1, value, 0)
    at = data.index(struct.pack("<HHI", 330, 4, 1))
    return data[: at + 8] + struct.pack("<I", len(data)) + data[at + 12 :] + below


RAW = {
    "DNG": preview({50706: (1, [1, 4, 0, 0])}),
    "NEF": with_mosaic(262, _MOSAIC),
    "linear": with_mosaic(262, _LINEAR_RAW),
    "packed": with_mosaic(259, 34713),
    "PEF": tiff(scene()[..., :1].astype(np.uint16), _MOSAIC, 16),
    "CR2": preview()[:8] + b"CR\2\0" + preview()[12:],
    "CR3": b"\0\0\0\x18ftypcrx \0\0\0\1crx isom" + b"\0" * 60,
    "ORF": b"IIRO\x08\0\0\0" + b"\0" * 60,
    "RW2": b"IIU\0\x08\0\0\0" + b"\0" * 60,
    "RAF": b"FUJIFILMCCD-RAW 0201" + b"\0" * 60,
}


@pytest.mark.parametrize("name", RAW)
def test_a_raw_file_is_not_its_preview(name: str) -> None:
    with pytest.raises(ImageError, match=r"camera.s raw file") as caught:
        decode_picture(RAW[name], f"photo.{name.lower()}")
    assert "Develop it" in caught.value.message


SVG = "<svg xmlns='http://www.w3.org/2000/svg'/>"
NAMED = {
    "JPEG XL": [b"\xff\x0a" + b"\0" * 40, b"\0\0\0\x0cJXL \r\n\x87\n" + b"\0" * 40],
    "SVG": [
        SVG.encode(),
        b"\xef\xbb\xbf" + SVG.encode(),
        b"\n\n  " + SVG.encode(),
        SVG.encode("utf-16"),
        f"<?xml version='1.0'?><!-- made by hand -->{SVG}".encode(),
        f"<!-- made by hand -->{SVG}".encode(),
        f"<!DOCTYPE svg>{SVG}".encode(),
    ],
    "PSB": [psd(scene()[..., :3], 3)[:5] + b"\2" + psd(scene()[..., :3], 3)[6:]],
    "16 bits, colour mode 3": [psd(scene()[..., :3].astype(np.uint16) * 257, 3, bits=16)],
    "PDF": [b"%PDF-1.7\n" + b"\0" * 40],
    "PostScript": [b"%!PS-Adobe-3.0\n" + b"\0" * 40],
    "GIMP": [b"gimp xcf v011\0" + b"\0" * 40],
    "OpenEXR": [b"\x76\x2f\x31\x01" + b"\0" * 40],
    "Radiance": [b"#?RADIANCE\n" + b"\0" * 40],
    "DDS": [b"DDS " + b"\0" * 140],
    "icon": [b"\0\0\1\0\1\0" + b"\0" * 40],
    "PNM": [b"P6\n1 1\n255\n" + b"\0" * 40],
    "16/16/16/16/16/16/16/16/16 bits": [tiff(np.zeros((HEIGHT, WIDTH, 9), np.uint16), 2, 16)],
    "32/32 bits": [tiff(np.zeros((HEIGHT, WIDTH, 2), np.uint32), 6, 32)],
}


@pytest.mark.parametrize(
    ("name", "data"), [(name, data) for name, files in NAMED.items() for data in files]
)
def test_what_is_not_opened_is_called_by_its_name(name: str, data: bytes) -> None:
    with pytest.raises(ImageError, match="cannot be opened") as caught:
        decode_picture(data, "it")
    assert name in caught.value.message
    assert "PNG or JPEG in another program" in caught.value.message


def test_a_plain_tiff_is_no_raw_file() -> None:
    assert decode_picture(preview(), "scan").size == (WIDTH, HEIGHT)
    assert decode_picture(with_mosaic(259, 1), "scan").size == (WIDTH, HEIGHT)
