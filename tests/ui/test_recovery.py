"""Unsaved pictures are offered beside the window; closing asks, and saving shows what is true."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QAbstractButton

from inpaint_studio.app import Studio
from inpaint_studio.journal import left_journals
from inpaint_studio.paths import data_folder
from inpaint_studio.picture.geometry import Point
from inpaint_studio.session.notice import Notice
from tests.support import scenes
from tests.support.journalled import kill_journals

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
PATIENCE_S = 20.0


def buttons_of(studio: Studio) -> dict[str, QAbstractButton]:
    return {button.text(): button for button in studio.window.central_area.question.buttons}


async def with_unsaved_photo(studio: Studio, folder: Path) -> None:
    await scenes.open_masked_photo(studio, folder)
    journals = studio.session.journals
    await scenes.until(journals.unsaved_changed, lambda: journals.is_unsaved)


async def test_what_a_dead_window_left_is_offered_and_restored(
    start_studio, tmp_path: Path
) -> None:

    studio = await start_studio()
    studio.session.draft.change(prompt="a tulip")
    await with_unsaved_photo(studio, tmp_path)
    kill_journals(studio.session.journals)
    (tmp_path / "photo.png").unlink()
    studio = await start_studio()
    recovering, editor = studio.wiring.recovery, studio.session.editor
    await scenes.until(studio.session.journals.found, lambda: recovering.dialog is not None)
    (row,) = recovering.dialog.rows
    assert recovering.dialog.isVisible()
    assert not recovering.dialog.isModal()
    row.restore_asked.emit()
    await scenes.until(editor.document_changed, lambda: editor.document is not None)
    assert editor.document.mask[45:75, 60:100].min() == 255
    assert editor.undo_label == "Square"
    assert studio.session.draft.params.prompt == "a tulip"
    assert recovering.dialog is None


async def test_what_a_damaged_journal_cannot_bring_back_is_said(
    start_studio, tmp_path: Path
) -> None:
    folder = data_folder() / "journal"

    studio = await start_studio()
    await with_unsaved_photo(studio, tmp_path)
    studio.session.editor.invert_mask()
    kill_journals(studio.session.journals)
    (log,) = folder.glob("*/log")
    log.write_bytes(log.read_bytes()[:-40])
    unreadable = folder / "unreadable"
    unreadable.mkdir()
    (unreadable / "log").write_bytes(b"nothing of ours")
    studio = await start_studio()
    recovering, editor, said = studio.wiring.recovery, studio.session.editor, list[Notice]()
    studio.session.noticed.connect(said.append)
    await scenes.until(studio.session.journals.found, lambda: recovering.dialog is not None)
    assert [notice.title for notice in said] == ["An unsaved picture cannot be brought back"]
    assert str(folder / "damaged-unreadable") in said[0].message
    (row,) = recovering.dialog.rows
    assert "What was done last cannot be read." in row._words.text()
    row.restore_asked.emit()
    await scenes.until(editor.document_changed, lambda: editor.document is not None)
    assert said[-1].title == "photo.png could not be restored completely"
    assert "What was done last cannot be read." in said[-1].message
    assert len(list(folder.glob("damaged-*/log"))) == 2
    assert editor.undo_label == "Square"


async def test_later_leaves_them_and_discard_deletes_them(start_studio, tmp_path: Path) -> None:
    folder = data_folder() / "journal"

    async def choose(studio: Studio, discards: bool) -> None:
        recovering = studio.wiring.recovery
        await scenes.until(studio.session.journals.found, lambda: recovering.dialog is not None)
        if discards:
            recovering.dialog.rows[0]._discard.click()
        recovering.dialog.close()

    studio = await start_studio()
    await with_unsaved_photo(studio, tmp_path)
    kill_journals(studio.session.journals)
    studio = await start_studio()
    await choose(studio, discards=False)
    (left,) = left_journals(folder)
    left.release()
    studio = await start_studio()
    await choose(studio, discards=True)
    await studio.close()
    assert left_journals(folder) == []


async def test_closing_asks_about_unsaved_changes(studio: Studio, tmp_path: Path) -> None:

    await with_unsaved_photo(studio, tmp_path)
    studio.window.close()
    question = studio.window.central_area.question
    assert "photo.png is not saved" in question.text()
    assert list(buttons_of(studio)) == [
        "Save and close",
        "Close without saving",
        "Keep working",
    ]
    buttons_of(studio)["Keep working"].click()
    assert not question.isVisible()
    studio.window.close()
    buttons_of(studio)["Close without saving"].click()
    assert await studio.closed() == 0
    await studio.close()
    assert left_journals(data_folder() / "journal") == []


async def test_closing_in_the_middle_of_a_stroke_keeps_it_as_one_step(
    studio: Studio, tmp_path: Path
) -> None:
    await scenes.open_photo(studio, scenes.write_photo(tmp_path / "photo.png"))
    journals, editor = studio.session.journals, studio.session.editor
    await scenes.until(journals.unsaved_changed, lambda: journals.name_of(editor.document) != "")
    editor.press(Point(30, 30))
    editor.move(Point(90, 60))
    studio.window.close()
    assert "photo.png is not saved" in studio.window.central_area.question.text()
    buttons_of(studio)["Keep working"].click()
    assert not editor.is_painting
    assert editor.document.mask[30, 30] == 255
    assert editor.document.undo_stack.depth == 1
    editor.undo()
    assert not editor.document.mask.any()


async def test_saving_before_closing_writes_the_project(studio: Studio, tmp_path: Path) -> None:

    await with_unsaved_photo(studio, tmp_path)
    studio.session.projects.set_path(studio.session.editor.document, tmp_path / "photo.ora")
    studio.window.close()
    buttons_of(studio)["Save and close"].click()
    assert await studio.closed() == 0
    await studio.close()
    assert (tmp_path / "photo.ora").is_file()


async def test_what_is_saved_needs_no_question(studio: Studio, tmp_path: Path) -> None:
    await with_unsaved_photo(studio, tmp_path)
    session = studio.session
    session.projects.save(session.editor.document, tmp_path / "photo.ora", {})
    await scenes.until(session.projects.saved, lambda: not session.journals.is_unsaved)
    studio.window.close()
    assert await studio.closed() == 0


async def test_a_bug_is_shown_once_with_its_details(studio: Studio, caplog, expected_log) -> None:
    expected_log("unexpected error")

    def fail() -> None:
        raise ZeroDivisionError("an odd thing")

    shown: list[str] = []
    notices = studio.window.central_area.notices
    for _ in range(3):
        try:
            fail()
        except ZeroDivisionError as bug:
            studio.bugs.report(bug)
        shown.append(notices.text())
        notices.hide()
    assert "Something unexpected happened" in shown[0]
    assert shown[1:] == ["", ""]
    assert "an odd thing" in notices._detail
    assert "Inpaint Studio" in notices._detail
    await studio.close()
    assert len(caplog.records) == 1
    caplog.clear()


async def test_a_removed_source_file_is_no_loss(studio: Studio, tmp_path: Path) -> None:
    await with_unsaved_photo(studio, tmp_path)
    assert studio.session.journals.flush(PATIENCE_S)
    (tmp_path / "photo.png").unlink()
    pixels = studio.session.editor.document.source.pixels.copy()
    kill_journals(studio.session.journals)
    (left,) = left_journals(data_folder() / "journal")
    document, _ = left.restore()
    assert np.array_equal(document.source.pixels, pixels)
    left.discard()
