"""Where pictures came from: what the history keeps of them, and what a project file tells."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms

from inpaint_studio.history import History
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.extend import Extension
from inpaint_studio.picture.geometry import Box
from inpaint_studio.picture.image_file import Picture, decode_picture, open_picture
from inpaint_studio.picture.rasters import extended_picture
from inpaint_studio.runs.lineage import Lineage
from tests.support.new_runs import new_run


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    opened = History(tmp_path / "history")
    yield opened
    opened.close()


def document() -> Document:
    return Document(Picture(np.zeros((60, 80, 4), np.uint8), "photo.png"))


def picture_file(file_format: str, colour: tuple[int, int, int], width: int = 80) -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "Maker"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    buffer = io.BytesIO()
    picture = Image.new("RGB", (width, 60), colour)
    picture.save(buffer, file_format, exif=exif, icc_profile=profile)
    return buffer.getvalue()


@pytest.mark.parametrize("later", ["another picture", "as many pixels", "no picture", "nothing"])
@pytest.mark.parametrize("file_format", ["PNG", "JPEG", "WEBP", "TIFF"])
def test_the_history_keeps_the_file_that_was_opened_whatever_lies_there_later(
    history: History, tmp_path: Path, file_format: str, later: str
) -> None:
    path, opened = tmp_path / "photo", picture_file(file_format, (200, 0, 0))
    path.write_bytes(opened)
    source = Document(open_picture(path))
    if later == "nothing":
        path.unlink()
    elif later == "no picture":
        path.write_bytes(b"cut short")
    else:
        width = 80 if later == "as many pixels" else 20
        path.write_bytes(picture_file(file_format, (0, 0, 200), width))

    assert history.blob_path(Lineage(history).source_blob(source)).read_bytes() == opened


def test_a_source_without_a_file_of_its_own_is_kept_with_all_there_is_of_it(
    history: History,
) -> None:
    opened = decode_picture(picture_file("JPEG", (200, 0, 0)), "photo.jpg")
    grown = extended_picture(opened, Extension(right=8))
    kept = history.blob_path(Lineage(history).source_blob(Document(grown))).read_bytes()

    again = decode_picture(kept, "again")
    assert np.array_equal(again.pixels, grown.pixels)
    assert (again.icc_profile, again.exif) == (opened.icc_profile, opened.exif)
    assert opened.icc_profile
    assert opened.exif


def test_sources_at_their_places_and_the_parent_come_back(history: History) -> None:
    lineage, before, after = Lineage(history), document(), document()
    parent = history.begin(new_run()).variants[0].id
    whole = lineage.source_blob(before)
    former = history.put(b"before it grew", "image/png")
    lineage.set_parent(before, parent)
    stored = lineage.to_json(before)
    stored["places"][former] = [10, 0, 80, 60]

    lineage.take(after, json.loads(json.dumps(stored)), history)

    assert lineage.places_of(after) == {whole: Box(0, 0, 80, 60), former: Box(10, 0, 80, 60)}
    assert lineage.source_blob(after) == whole
    assert lineage.parent_of(after) == parent


@pytest.mark.parametrize("name", ["../../etc/passwd", "f" * 64 + ".png", "x"])
def test_row_46_names_this_history_does_not_hold_are_passed_over(
    history: History, name: str
) -> None:
    lineage, opened = Lineage(history), document()
    lineage.take(opened, {"places": {name: [0, 0, 80, 60]}, "parent": name}, history)
    assert lineage.places_of(opened) == {}
    assert lineage.parent_of(opened) is None
