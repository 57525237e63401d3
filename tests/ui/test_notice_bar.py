"""One notice at a time, and none of a loss is covered by a lesser one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from inpaint_studio.app import Studio
from inpaint_studio.phrase import Phrase
from inpaint_studio.session.notice import Notice
from inpaint_studio.settings import Settings, save_settings
from inpaint_studio.ui.gallery.details_dialog import DetailsDialog
from tests.support import scenes, scripted
from tests.support.replies import Reply, completed, error, stream

LOSS = Notice("warning", "The history was damaged", stays=True)


async def test_a_loss_is_not_covered_by_a_lesser_notice(studio: Studio) -> None:
    bar = studio.window.central_area.notices
    bar.show_notice(LOSS)
    bar.show_notice(Notice("done", "Exported"))
    bar.show_notice(Notice("warning", "The files of 3 results have gone"))

    said = []
    while bar.isVisible():
        said.append(bar.text())
        bar._close.click()
    assert said == [LOSS.title, "Exported", "The files of 3 results have gone"]


async def test_a_loss_comes_back_after_an_error(studio: Studio) -> None:
    bar = studio.window.central_area.notices
    bar.show_notice(LOSS)
    bar.show_notice(Notice("error", "The key was refused"))
    assert bar.text() == "The key was refused"
    bar.show_notice(Notice("done", "Exported"))
    assert bar.text() == "Exported"

    bar._timer.timeout.emit()

    assert bar.text() == LOSS.title
    bar._close.click()
    assert not bar.isVisible()


BROKEN = error(500, "it broke")
BLOCKED = error(400, "not allowed", code="moderation_blocked")
ODD = error(400, "no such size", param="size")


async def failed(studio: Studio, there: scripted.Scripted, *, count: int = 1) -> None:
    """One more run, which ends without a result."""
    await scripted.submit(studio, there, replace(scripted.PARAMS, n=count))
    await scenes.all_ended(studio)


async def test_what_is_said_of_a_run_leaves_with_the_next(studio: Studio, tmp_path: Path) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    bar, editor = studio.window.central_area.notices, studio.session.editor
    with scripted.scripted(BROKEN, stream(completed(scripted.GREEN))) as there:
        await failed(studio, there)
        assert bar.isVisible()
        studio.session.runs.variant_changed.emit(studio.session.runs.runs[0].variants[0])
        assert bar._action.text() == "Retry"
        bar._action.click()
        assert not bar.isVisible()
        await scenes.all_ended(studio)
        assert len(there.endpoint.asked) == 2
        studio.session.runs.variant_changed.emit(studio.session.runs.runs[0].variants[0])
    assert not bar.isVisible()
    assert editor.document is not None


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize(("reply", "button"), [(BLOCKED, "Edit prompt"), (ODD, "Details")])
async def test_a_fault_has_the_one_button_that_helps(
    studio: Studio, tmp_path: Path, reply: Reply, button: str
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    with scripted.scripted(reply) as there:
        await failed(studio, there)
    bar = studio.window.central_area.notices
    assert bar._action.text() == button
    bar._action.click()
    if button == "Details":
        assert studio.window.findChild(DetailsDialog) is not None
    else:
        assert studio.window.panel.prompt.isAncestorOf(studio.window.focusWidget())


@pytest.mark.parametrize("page", ["gallery", "compare"])
async def test_what_is_said_of_a_run_stays_with_the_picture(
    studio: Studio, tmp_path: Path, page: str
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    await scenes.run_once(studio)
    staged = studio.session.staging.variant
    with scripted.scripted(BROKEN) as there:
        await failed(studio, there)
    area = studio.window.central_area
    assert area.notices.isVisible()
    studio.session.staging.show(staged)
    studio.window.actions_[page].trigger()
    await scenes.until(area.page_changed, lambda: area.page is not None)
    assert not area.notices.isVisible()


async def test_the_offer_to_undo_leaves_once_it_is_undone(studio: Studio, tmp_path: Path) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    await scenes.run_once(studio)
    bar, gallery = studio.window.central_area.notices, studio.wiring.gallery
    gallery.view.select_row(0)
    gallery.do("trash")
    assert "trash" in bar.text()
    gallery.do("undo")
    assert not bar.isVisible()


async def test_a_path_that_is_told_reads_right_in_arabic(start_studio) -> None:
    save_settings(Settings(language="ar"))
    studio = await start_studio()
    notices = studio.window.central_area.notices
    for folder in ("/tmp/pictures", "C:\\pictures", "/tmp/صور"):
        notices.show_notice(Notice("done", Phrase("Saved {file}", file="a.ora"), folder))
        assert notices.text().endswith(f". \u2068{folder}\u2069")
