"""Export and export again: what is looked at goes out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from inpaint_studio.app import Studio
from inpaint_studio.export.writer import ExportOptions
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.geometry import Box
from inpaint_studio.picture.image_file import Picture, open_picture
from inpaint_studio.picture.rasters import lay_edit
from inpaint_studio.runs.run import edit_of
from inpaint_studio.settings import load_settings
from inpaint_studio.ui.export.dialog import ExportDialog
from inpaint_studio.ui.export.jobs import document_job
from tests.support import scenes
from tests.support.private_pictures import SECRETS, private_picture

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


async def exported(studio: Studio, folder: Path, act: Callable[[], object]) -> np.ndarray:
    """The pixels of the one file that `act` makes come into `folder`."""
    before = pictures(folder)
    act()
    async with asyncio.timeout(scenes.PATIENCE_S):
        while pictures(folder) == before:  # noqa: ASYNC110 -- a worker writes it
            await asyncio.sleep(0.01)
    (path,) = pictures(folder) - before
    return open_picture(path).pixels


def pictures(folder: Path) -> set[Path]:
    """Those that are whole: a name is taken before its picture is there."""
    return {path for path in folder.glob("*.png") if path.stat().st_size}


def again(studio: Studio):
    return studio.window.actions_["export_again"].trigger


async def test_a_staged_result_goes_out_as_the_canvas_shows_it(
    studio: Studio, tmp_path: Path
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    out, document = tmp_path / "out", studio.session.editor.document
    studio.wiring.export._remember(out, ExportOptions())
    assert np.array_equal(await exported(studio, out, again(studio)), document.source.pixels)
    (variant,) = await scenes.run_once(studio)
    shown = document.composite.copy()
    lay_edit(shown, Box.of_size(document.size), edit_of(variant))
    assert not np.array_equal(shown, document.source.pixels)
    assert np.array_equal(await exported(studio, out, again(studio)), shown)
    studio.session.staging.clear()
    assert np.array_equal(await exported(studio, out, again(studio)), document.source.pixels)


@pytest.mark.parametrize("exports_as_zip", [False, True])
async def test_metadata_that_does_not_fit_is_told_and_the_file_written(
    studio: Studio, tmp_path: Path, exports_as_zip: bool
) -> None:
    pixels = np.full((8, 8, 4), 255, np.uint8)
    document = Document(Picture(pixels, "odd", exif=b"Exif\0\0no such thing"))
    job, options = document_job(document), ExportOptions(file_format="tiff")
    notices = studio.window.central_area.notices
    studio.wiring.export._start([job], tmp_path / "out", options, as_zip=exports_as_zip)
    await scenes.eventually(lambda: "without the picture's EXIF" in notices.text())
    assert "Exported" in notices.text()


async def test_in_the_gallery_the_selected_cards_go_out(studio: Studio, tmp_path: Path) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    out = tmp_path / "out"
    await scenes.run_once(studio)
    await scenes.open_photo(studio, scenes.write_photo(tmp_path / "other.png", 64, 48))
    studio.wiring.export._remember(out, ExportOptions())
    gallery = studio.wiring.gallery
    gallery.toggle()
    gallery.view.select_row(0)

    def press() -> None:
        QTest.keyClick(gallery.view, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)

    assert (await exported(studio, out, press)).shape == (120, 160, 4)
    gallery.toggle()
    assert (await exported(studio, out, again(studio))).shape == (48, 64, 4)


async def test_the_first_export_again_asks_where_to(studio: Studio, tmp_path: Path) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    again(studio)()
    dialog = studio.window.findChild(ExportDialog, "exportDialog")
    assert dialog.isVisible()
    dialog.reject()


async def test_choices_of_an_export_are_told_to_all_who_read_settings(
    studio: Studio, tmp_path: Path
) -> None:

    told: list[frozenset[str]] = []
    studio.session.settings.changed.connect(told.append)
    studio.wiring.export._remember(tmp_path, ExportOptions(file_format="WEBP"))
    assert told == [{"export_folder", "export_format"}]
    await studio.close()
    assert load_settings().settings.export_folder == str(tmp_path)


async def test_what_an_export_carries_is_chosen_in_the_dialog_and_remembered(
    studio: Studio, tmp_path: Path
) -> None:
    photo, out = tmp_path / "photo.jpg", tmp_path / "out"
    photo.write_bytes(private_picture("JPEG"))
    await scenes.open_photo(studio, photo)
    studio.window.actions_["export"].trigger()
    dialog = studio.window.findChild(ExportDialog, "exportDialog")
    boxes = (dialog._metadata, dialog._description, dialog._recipe)
    assert all(box.isChecked() and box.isEnabled() for box in boxes)
    for box in boxes:
        box.setChecked(False)
    dialog._folder.setText(str(out))
    dialog.confirm.click()
    async with asyncio.timeout(scenes.PATIENCE_S):
        while not pictures(out):  # noqa: ASYNC110 -- a worker writes it
            await asyncio.sleep(0.01)
    (path,) = pictures(out)
    data = path.read_bytes()
    assert [secret for secret in (*SECRETS, b"inpaint-studio") if secret in data] == []
    assert open_picture(path).icc_profile == open_picture(photo).icc_profile is not None

    studio.window.actions_["export"].trigger()
    (dialog,) = [each for each in studio.window.findChildren(ExportDialog) if each.isVisible()]
    assert not any(
        box.isChecked() for box in (dialog._metadata, dialog._description, dialog._recipe)
    )
    dialog.reject()


async def test_the_dialog_says_what_is_written_and_offers_the_others(
    studio: Studio, tmp_path: Path
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    document = studio.session.editor.document
    (variant,) = await scenes.run_once(studio)
    await scenes.eventually(lambda: studio.session.history.variant(variant.id).blob is not None)
    shown = document.composite.copy()
    lay_edit(shown, Box.of_size(document.size), edit_of(variant))
    studio.window.strip.view.select_row(0)
    pixels: dict[str, np.ndarray] = {}
    for number, words in enumerate(("Shown result", "Accepted picture", "Selected cards: 1")):
        out = tmp_path / words.partition(":")[0]
        studio.window.actions_["export"].trigger()
        (dialog,) = [d for d in studio.window.findChildren(ExportDialog) if d.isVisible()]
        assert dialog.exportable.words == "Shown result"
        choose(dialog, number)
        assert dialog.exportable.words == words
        assert dialog._content.isVisible() == (number == 2)
        dialog._folder.setText(str(out))
        dialog._format.set_value("png")
        pixels[words] = await exported(studio, out, dialog.confirm.click)
        dialog.deleteLater()
    assert np.array_equal(pixels["Shown result"], shown)
    assert np.array_equal(pixels["Accepted picture"], document.source.pixels)
    assert np.array_equal(pixels["Selected cards: 1"], shown)


def choose(dialog: ExportDialog, number: int) -> None:
    dialog._what._segments.chosen.emit(str(number))
