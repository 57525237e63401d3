"""What may come from the clipboard and from drops, and what may not."""

import io
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from inpaint_studio.ui.document.open_controller import OpenController

KINDS = ("Mono", "Indexed8", "RGB16", "RGB32", "ARGB32_Premultiplied", "RGBA64", "Grayscale16")


@pytest.fixture
def given(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    opening = OpenController(window)
    seen: list[object] = []
    opening.file_given.connect(seen.append)
    opening.file_dropped.connect(seen.append)
    opening.bytes_given.connect(lambda data, _: seen.append(data))
    return opening, seen


def mime(*urls: str, image: QImage | None = None) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    if image is not None:
        data.setImageData(image)
    return data


def test_addresses_elsewhere_are_never_fetched(given):
    opening, seen = given
    remote = mime("https://example.org/a.png", "ftp://example.org/b.png", "smb://box/c.png")

    assert not opening.accepts(remote)
    assert not opening.take(remote)
    assert not opening.drop(remote)
    assert seen == []


def test_of_many_files_the_first_on_this_machine_is_taken(given, tmp_path):
    opening, seen = given
    file = QUrl.fromLocalFile(str(tmp_path / "ä %41.png")).toString()

    assert opening.drop(mime("https://example.org/a.png", file, "file:///other.png"))
    assert seen == [Path(tmp_path / "ä %41.png")]


@pytest.mark.parametrize("kind", KINDS)
def test_pictures_of_every_kind_are_pasted(given, kind):
    opening, seen = given
    image = QImage(37, 23, QImage.Format[f"Format_{kind}"])
    if kind == "Indexed8":
        image.setColorTable([QColor("red").rgb()])
    image.fill(0)

    assert opening.take(mime(image=image))

    with Image.open(io.BytesIO(seen[0])) as pasted:
        assert pasted.size == (37, 23)


def test_an_empty_picture_is_none(given):
    opening, seen = given
    assert not opening.take(mime(image=QImage()))
    assert seen == []
