"""The film strip: every picture on the way to a result, looked at, accepted, opened, exported."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageSequence
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from inpaint_studio.app import Studio
from inpaint_studio.picture.image_file import decode_result
from inpaint_studio.runs.run import Variant
from inpaint_studio.ui.film_strip.dialog import FilmDialog
from tests.support import scenes, scripted
from tests.support.replies import completed, partial, stream

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
COLOURS = ((0, 200, 0), (200, 0, 0), (0, 0, 200))


async def run_to_the_end(studio: Studio) -> Variant:
    """A variant that brought two partials and a result."""
    first, second, last = (scripted.encoded(each, scripted.FRAME) for each in COLOURS)
    with scripted.scripted(stream(partial(0, first), partial(1, second), completed(last))) as there:
        run = await scripted.submit(studio, there)
        await scenes.all_ended(studio)
    return run.variants[0]


def raw_of(studio: Studio, variant: Variant, number: int) -> np.ndarray:
    """A stored picture of the variant, where it lies in the document."""
    history = studio.session.history
    record = history.variant(variant.id)
    blob = (*record.partials, record.blob)[number]
    return variant.run.snapshot.site.fitted(decode_result(history.blob_path(blob).read_bytes()))


async def shown(studio: Studio, variant: Variant) -> None:
    await studio.session.partials.shown(variant)


async def test_pictures_on_the_way_are_scrubbed_accepted_and_opened(
    studio: Studio, tmp_path: Path
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    variant = await run_to_the_end(studio)
    window, editor, film = studio.window, studio.session.editor, studio.wiring.film
    window.actions_["film"].trigger()
    frames = film.bar.frames
    assert film.bar.isVisible()
    assert (frames.maximum(), frames.value()) == (2, 2)
    assert film.bar.geometry().bottom() <= window.staging_bar.geometry().top()

    result = variant.pixels.copy()
    QTest.keyClick(frames, Qt.Key.Key_Left)
    QTest.keyClick(frames, Qt.Key.Key_Left)
    await shown(studio, variant)
    assert np.array_equal(variant.raw, raw_of(studio, variant, 0))
    # What has changed on the way is told a tenth of a second later.
    await scenes.eventually(lambda: window.staging_bar.accept_button.text() == "Keep partial")

    film.close()
    await shown(studio, variant)
    assert np.array_equal(variant.pixels, result)
    await scenes.eventually(lambda: window.staging_bar.accept_button.text() == "Accept")

    film.toggle()
    cell = frames.cell(1).center().toPoint()
    QTest.mouseClick(frames, Qt.MouseButton.LeftButton, pos=cell)
    QTest.keyClick(frames, Qt.Key.Key_Return)  # before the picture has been put in its place
    document = editor.document
    await scenes.until(editor.picture_changed, lambda: bool(document.edits))
    (edit,) = document.edits
    assert np.array_equal(variant.raw, raw_of(studio, variant, 1))
    assert np.array_equal(edit.pixels, variant.pixels)
    assert not film.bar.isVisible()


async def test_a_mask_painted_later_stays_while_the_strip_is_scrubbed(
    studio: Studio, tmp_path: Path
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    variant = await run_to_the_end(studio)
    runs, film = studio.session.runs, studio.wiring.film
    later = np.zeros_like(variant.blend)
    later[20:30, 20:30] = 255
    before = variant.placed
    runs.mask_anew(variant, later)
    await scenes.until(runs.variant_changed, lambda: variant.placed is not before)
    through = variant.blend
    assert through[25, 25] == 255
    assert not through[60:].any()
    studio.window.actions_["film"].trigger()
    film.bar.frames.setValue(0)
    await shown(studio, variant)
    assert np.array_equal(variant.raw, raw_of(studio, variant, 0))
    assert np.array_equal(variant.blend, through)


async def test_the_strip_of_an_earlier_session_opens_and_exports(
    start_studio, tmp_path: Path
) -> None:
    ids: list[str] = []

    studio = await start_studio()
    await scenes.open_masked_photo(studio, tmp_path)
    variant = await run_to_the_end(studio)
    ids.append(variant.id)
    studio = await start_studio()
    film, strip = studio.wiring.film, studio.window.strip
    strip.select(ids[0])
    studio.wiring.gallery.do("film")
    assert film.bar.isVisible()
    assert film.bar.frames.maximum() == 2
    film.bar.asked.emit("accept")  # its picture is not open
    assert studio.session.editor.document is None
    for content in ("whole", "raw"):
        await export(studio, content, tmp_path / content)
    film.bar.frames.setValue(0)
    film.bar.asked.emit("open")
    editor = studio.session.editor
    await scenes.until(editor.document_changed, lambda: editor.document is not None)
    history = studio.session.history
    first = history.blob_path(history.variant(ids[0]).partials[0])
    assert np.array_equal(editor.document.source.pixels, decode_result(first.read_bytes()))
    assert studio.session.runs.lineage.parent_of(editor.document) == ids[0]
    await studio.close()
    check_whole(tmp_path)
    with Image.open(next((tmp_path / "raw").iterdir())) as film:
        assert sum(1 for _ in ImageSequence.Iterator(film)) == 3


async def export(studio: Studio, content: str, folder: Path) -> None:
    studio.wiring.film.bar.asked.emit("export")
    dialog = studio.window.findChild(FilmDialog, "filmDialog")
    assert dialog is not None
    dialog._content.set_value(content)
    dialog._quality.set_value(100)
    dialog._folder.set_value(str(folder))
    dialog.on_confirmed()
    dialog.setParent(None)
    dialog.deleteLater()
    notices = studio.window.central_area.notices
    await scenes.eventually(lambda: bool(list(folder.glob("*.webp"))))
    await scenes.eventually(lambda: "Exported" in notices.text())
    notices.hide()


def check_whole(folder: Path) -> None:
    """Outside the frame every picture of the film is the source, bit for bit."""
    with Image.open(folder / "photo.png") as source:
        wanted = np.asarray(source.convert("RGBA"))
    with Image.open(folder / "whole" / "photo-strip-01.webp") as film:
        assert sum(1 for _ in ImageSequence.Iterator(film)) == 3
        for number, held in enumerate((800, 800, 2400)):
            film.seek(number)
            got = np.asarray(film.convert("RGBA"))
            assert film.info["duration"] == held
            assert np.array_equal(got[:, :10], wanted[:, :10])
            assert not np.array_equal(got[50:70, 65:95], wanted[50:70, 65:95])
