"""What is written to stay is read back: a file that opens otherwise is never called saved."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from inpaint_studio.errors import ExportError, ImageError
from inpaint_studio.export.naming import NameFields
from inpaint_studio.export.writer import ExportOptions, export_picture
from inpaint_studio.picture import checked_encoding, openraster
from inpaint_studio.picture.checked_encoding import encode_checked
from inpaint_studio.picture.description import Description
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.image_encoding import encode
from inpaint_studio.picture.image_file import Picture, open_picture
from inpaint_studio.picture.openraster import open_project, project_of, save_project
from tests.picture.test_image_file import photo
from tests.support.metadata_rows import exif, profile

FORMATS = ("png", "jpeg", "webp", "tiff", "avif")
LARGE = 3_900_000
"""Bytes of a profile near the most that is taken in."""


@pytest.mark.parametrize("file_format", FORMATS)
@pytest.mark.parametrize("quality", [1, 50, 100])
@pytest.mark.parametrize("alpha", [False, True])
def test_a_sound_file_passes(file_format: str, quality: int, alpha: bool) -> None:
    data = encode_checked(
        photo(alpha=alpha), file_format, quality=quality, icc_profile=profile(), exif=exif()
    )
    assert data


@pytest.mark.parametrize("file_format", FORMATS)
def test_another_picture_does_not_pass(file_format: str, monkeypatch) -> None:
    def encode_another(pixels: np.ndarray, *words: str, **options: object) -> bytes:
        return encode(np.dstack([255 - pixels[..., :3], pixels[..., 3:]]), *words, **options)

    monkeypatch.setattr(checked_encoding, "encode", encode_another)
    with pytest.raises(ImageError, match="reads back as another"):
        encode_checked(photo(), file_format, quality=90)


@pytest.mark.parametrize("left_out", ["icc_profile", "pixel", "half"])
def test_a_lossless_file_has_every_bit_and_the_profile(left_out: str, monkeypatch) -> None:
    def encode_less(pixels: np.ndarray, *words: str, **options: object) -> bytes:
        if left_out == "icc_profile":
            options["icc_profile"] = None
        if left_out == "pixel":
            pixels = pixels.copy()
            pixels[3, 3, 1] ^= 1
        return encode(pixels[:: 2 if left_out == "half" else 1], *words, **options)

    monkeypatch.setattr(checked_encoding, "encode", encode_less)
    with pytest.raises(ImageError, match="reads back as another"):
        encode_checked(photo(), "png", icc_profile=profile())


@pytest.mark.parametrize("lost", ["xmp", "iptc", "exif", "all", "changed"])
@pytest.mark.parametrize("file_format", FORMATS)
def test_a_file_that_says_less_than_it_should_does_not_pass(
    file_format: str, lost: str, monkeypatch
) -> None:
    said = Description(xmp=b"<x:xmpmeta>words</x:xmpmeta>", iptc=b"\x1c\x02\x78\0\5words")

    def encode_less(pixels: np.ndarray, *words: str, **options: Any) -> bytes:
        less = {
            "xmp": replace(said, xmp=None),
            "iptc": replace(said, iptc=None),
            "all": None,
            "changed": replace(said, xmp=b"<x:xmpmeta>other</x:xmpmeta>"),
        }
        if lost == "exif":
            options["exif"] = None
        else:
            options["description"] = less[lost]
        return encode(pixels, *words, **options)

    assert encode_checked(photo(), file_format, exif=exif(), description=said)
    monkeypatch.setattr(checked_encoding, "encode", encode_less)
    if lost == "iptc" and file_format.upper() not in ("PNG", "JPEG", "TIFF"):
        assert encode_checked(photo(), file_format, exif=exif(), description=said)
        return
    with pytest.raises(ImageError, match="reads back as another"):
        encode_checked(photo(), file_format, exif=exif(), description=said)


@pytest.mark.parametrize("file_format", FORMATS)
def test_the_largest_profile_that_comes_in_goes_out_and_comes_in_again(
    file_format: str, tmp_path: Path
) -> None:
    large = profile(LARGE)
    path = export_picture(
        photo(),
        tmp_path,
        NameFields(source="wide"),
        ExportOptions(file_format=file_format),
        source=Picture(photo(), "it", icc_profile=large),
    )
    assert open_picture(path).icc_profile == large


def test_a_project_with_a_large_profile_is_a_project_for_ever(tmp_path: Path) -> None:
    path, large = tmp_path / "wide.ora", profile(LARGE)
    save_project(project_of(Document(Picture(photo(), "wide.jpg", icc_profile=large))), path)
    assert open_project(path).source.icc_profile == large


def test_a_project_that_would_not_open_again_is_not_saved(tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "it.ora"
    document = Document(Picture(photo(), "it.png"))
    save_project(project_of(document), path)
    before = path.read_bytes()
    for limit in ("MAX_BYTES", "_MAX_JSON_BYTES", "MAX_PIXEL_BYTES"):
        with monkeypatch.context() as narrow:
            narrow.setattr(openraster, limit, 10)
            with pytest.raises(ExportError, match="could not be saved") as caught:
                save_project(project_of(document, extras={"a": b"b"}), path)
        assert "Nothing of it is lost meanwhile" in caught.value.message
        assert path.read_bytes() == before
        assert list(tmp_path.iterdir()) == [path]


def test_every_entry_of_a_project_is_read_before_it_is_saved(tmp_path: Path, monkeypatch) -> None:
    whole = openraster.encode_project

    def damage(project: openraster.Project) -> bytes:
        data = bytearray(whole(project))
        at = data.index(b"kept as it came")
        data[at] ^= 1
        return bytes(data)

    monkeypatch.setattr(openraster, "encode_project", damage)
    project = project_of(Document(Picture(photo(), "it.png")), extras={"a": b"kept as it came"})
    with pytest.raises(ExportError, match="could not be saved"):
        save_project(project, tmp_path / "it.ora")
    assert list(tmp_path.iterdir()) == []


def test_metadata_that_does_not_fit_costs_no_file_where_it_can_be_told(
    tmp_path: Path, monkeypatch
) -> None:
    def refuse(pixels: np.ndarray, *words: str, **options: object) -> bytes:
        if options.get("exif"):
            raise ImageError("The picture cannot be written", "Leave the metadata out.")
        return encode(pixels, *words, **options)

    monkeypatch.setattr(checked_encoding, "encode", refuse)
    told: list[str] = []
    name, options = NameFields(source="it"), ExportOptions()
    source = Picture(photo(), "it", icc_profile=profile(), exif=exif())

    with pytest.raises(ExportError):
        export_picture(photo(), tmp_path, name, options, source=source)
    path = export_picture(photo(), tmp_path, name, ExportOptions(told=told.append), source=source)

    assert open_picture(path).icc_profile == profile()
    assert open_picture(path).exif is None
    assert len(told) == 1
    assert "without the picture's EXIF, XMP and IPTC data" in told[0]
