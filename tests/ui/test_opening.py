"""What may come from the clipboard and from drops, and what may not."""

import io
import os
import platform
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget

from inpaint_studio.app import Studio
from inpaint_studio.ui.document.open_controller import OpenController
from tests.support import scenes

KINDS = ("Mono", "Indexed8", "RGB16", "RGB32", "ARGB32_Premultiplied", "RGBA64", "Grayscale16")


@pytest.fixture
def given(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    opening = OpenController(window)
    seen: list[object] = []
    for handed in (opening.dropped, opening.pasted):
        handed.connect(lambda it, _: seen.append(it.files or it.data or it.address))
    opening.refused.connect(lambda notice: seen.append(notice.title))
    return opening, seen


def mime(*urls: str, image: QImage | None = None) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    if image is not None:
        data.setImageData(image)
    return data


def pasted(opening: OpenController, data: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(data)
    opening.paste()


def test_other_addresses_elsewhere_are_nothing(given):
    opening, seen = given
    remote = mime("ftp://example.org/b.png", "smb://box/c.png", "file://elsewhere/share/d.png")

    assert not opening.accepts(remote)
    opening.drop(remote)
    pasted(opening, remote)
    dropped, elsewhere = "in what was dropped", "on the clipboard"
    assert seen == [f"There is no picture {where}" for where in (dropped, elsewhere)]


def test_files_on_this_machine_come_before_addresses_and_all_of_them(given, tmp_path):
    opening, seen = given
    file = QUrl.fromLocalFile(str(tmp_path / "ä %41.png")).toString()

    opening.drop(mime("https://example.org/a.png", file, "file:///other.png"))
    assert seen == [(Path(tmp_path / "ä %41.png"), Path("/other.png"))]


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("file://localhost/tmp/a%20b.png", b"/tmp/a b.png"),
        ("file:///tmp/%E9%23.png", b"/tmp/\xe9#.png"),
        (f"file://{platform.node()}/tmp/a.png", b"/tmp/a.png"),
    ],
)
def test_a_file_is_found_however_its_address_is_written(given, address, path):
    opening, seen = given
    assert opening.accepts(mime(address))
    opening.drop(mime(address))
    assert [tuple(map(os.fsencode, each)) for each in seen] == [(path,)]


def test_of_a_browsers_drag_the_picture_is_meant_and_not_the_page(given):
    opening, seen = given
    data = mime("https://example.org/page")
    data.setHtml('<a href="/page"><img alt="x" src="https://example.org/cat.png?a=1&amp;b=2"></a>')
    assert opening.accepts(data)
    opening.drop(data)
    assert seen == ["https://example.org/cat.png?a=1&b=2"]


def test_the_whole_file_on_the_clipboard_comes_before_what_qt_makes_of_it(given):
    opening, seen = given
    data = mime("https://example.org/cat.png", image=QImage(8, 8, QImage.Format.Format_RGB32))
    buffer = io.BytesIO()
    Image.new("RGB", (5, 4)).save(buffer, "PNG", dpi=(300, 300))
    data.setData("image/png", buffer.getvalue())
    pasted(opening, data)
    assert seen == [buffer.getvalue()]


def test_a_picture_that_is_announced_and_not_there_is_told(given):
    opening, seen = given
    data = QMimeData()
    data.setData("application/x-qt-image", b"")
    data.setData("image/png", b"")
    pasted(opening, data)
    assert seen == ["There is no picture on the clipboard"]
    opening.drop(QGuiApplication.clipboard().mimeData())
    assert seen[1:] == ["There is no picture in what was dropped"]


@pytest.mark.parametrize("kind", KINDS)
def test_pictures_of_every_kind_are_pasted(given, kind):
    opening, seen = given
    image = QImage(37, 23, QImage.Format[f"Format_{kind}"])
    if kind == "Indexed8":
        image.setColorTable([QColor("red").rgb()])
    image.fill(0)

    pasted(opening, mime(image=image))

    with Image.open(io.BytesIO(seen[0])) as image_file:
        assert image_file.size == (37, 23)


def test_an_empty_picture_is_none(given):
    opening, seen = given
    pasted(opening, mime(image=QImage()))
    assert seen == ["There is no picture on the clipboard"]


@pytest.mark.qt_log_ignore("does not support propagateSizeHints")
async def test_open_begins_where_the_last_picture_was(start_studio, tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    studio = await start_studio()
    assert studio.window.opening.folder() == ""
    await scenes.open_photo(studio, scenes.write_photo(tmp_path / "far" / "photo.png"))
    studio = await start_studio()
    studio.window.opening.ask()
    (dialog,) = studio.window.findChildren(QFileDialog)
    assert Path(dialog.directory().absolutePath()) == tmp_path / "far"
    dialog.close()


async def test_a_brush_changed_for_a_picture_stays_and_the_next_picture_has_its_own(
    studio: Studio, tmp_path: Path
) -> None:
    editor, canvas = studio.session.editor, studio.wiring.canvas
    await scenes.open_photo(studio, scenes.write_photo(tmp_path / "one.png"))
    seen = editor.brush.size * canvas.zoom / canvas.devicePixelRatioF()
    assert seen < 0.07 * min(canvas.width(), canvas.height())
    fitting = editor.brush.size
    editor.set_brush(size=77.0)
    canvas.zoom_to(3.0)
    studio.window.resize(1200, 700)
    assert editor.brush.size == 77.0
    await scenes.open_photo(studio, scenes.write_photo(tmp_path / "two.png"))
    assert editor.brush.size == pytest.approx(fitting, abs=1)


async def test_the_tool_bar_shows_the_eraser_while_alt_is_held(
    studio: Studio, tmp_path: Path
) -> None:
    await scenes.open_photo(studio, scenes.write_photo(tmp_path / "one.png"))
    canvas, actions = studio.wiring.canvas, studio.window.actions_
    canvas.setFocus()
    QTest.keyPress(canvas, Qt.Key.Key_Alt)
    assert actions["eraser"].isChecked()
    assert not actions["brush"].isChecked()
    QTest.keyRelease(canvas, Qt.Key.Key_Alt)
    assert actions["brush"].isChecked()
    assert not actions["eraser"].isChecked()
