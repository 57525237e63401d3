"""The gallery in the whole application, by keys."""

from __future__ import annotations

import asyncio
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget

from inpaint_studio.app import Studio
from inpaint_studio.contract.params import EditParams
from inpaint_studio.picture.image_file import open_picture
from inpaint_studio.session.notice import Notice
from tests.support import scenes, scripted, waiting
from tests.support.new_runs import new_run

FOUR = EditParams.from_json(scenes.PARAMS.to_json() | {"n": 4, "partial_images": 0})


def press(studio: Studio, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(studio.wiring.gallery.view, key)


async def test_a_hand_on_the_keys_judges_card_after_card(studio: Studio, tmp_path: Path) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    variants = await scenes.run_once(studio, FOUR)
    gallery, history = studio.wiring.gallery, studio.session.history
    gallery.toggle()
    gallery.view.select_row(0)
    press(studio, Qt.Key.Key_1, Qt.Key.Key_P, Qt.Key.Key_U, Qt.Key.Key_2)
    judged = [history.variant(each.id) for each in variants]
    assert [(each.stars, each.flag) for each in judged] == [(2, ""), *[(0, "")] * 3]
    press(studio, Qt.Key.Key_A)  # from here on the hand stays on the keys
    assert studio.session.settings.now.auto_advance
    press(studio, Qt.Key.Key_5, Qt.Key.Key_P, Qt.Key.Key_X)
    judged = [history.variant(each.id) for each in variants]
    assert [(each.stars, each.flag) for each in judged] == [
        (5, ""), (0, "picked"), (0, "rejected"), (0, ""),
    ]  # fmt: skip
    press(studio, Qt.Key.Key_Delete)
    assert len(studio.window.strip.model.listing) == 3
    QTest.keyClick(gallery.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(studio.window.strip.model.listing) == 4
    assert studio.session.editor.undo_label is not None  # the mask was left alone


async def test_the_gallery_takes_the_centre_and_gives_it_back(
    studio: Studio, tmp_path: Path
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    await scenes.run_once(studio)
    gallery = studio.wiring.gallery
    gallery.toggle()
    assert gallery.is_expanded
    assert gallery.page.isVisible()
    press(studio, Qt.Key.Key_Escape)
    assert not gallery.is_expanded
    assert studio.wiring.canvas.isVisible()


async def test_editing_a_result_remembers_where_it_came_from(
    studio: Studio, tmp_path: Path
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    parent, *_ = await scenes.run_once(studio)
    editor, before = studio.session.editor, studio.session.editor.document
    studio.wiring.gallery.view.select_row(0)
    studio.wiring.gallery.do("edit")
    await scenes.until(editor.document_changed, lambda: editor.document is not before)
    editor.fill_mask()
    child, *_ = await scenes.run_once(studio)
    history = studio.session.history
    assert history.run(child.run.id).parent_variant == parent.id
    assert [run.id for run in history.children(parent.id)] == [child.run.id]
    assert history.run(child.run.id).source == history.variant(parent.id).blob


async def test_mask_prompt_and_picture_come_back_from_a_run(studio: Studio, tmp_path: Path) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    params = EditParams.from_json(scenes.PARAMS.to_json() | {"prompt": "a tulip"})
    await scenes.run_once(studio, params)
    editor = studio.session.editor
    painted = editor.document.mask.copy()
    await scenes.open_photo(studio, scenes.write_photo(tmp_path / "other.png", 200, 200))
    studio.wiring.gallery.view.select_row(0)
    studio.wiring.gallery.do("use_all")
    await scenes.until(editor.document_changed, lambda: editor.document.size == (160, 120))
    for _ in range(100):
        if editor.document.mask.any():
            break
        await asyncio.sleep(0.02)
    recalled = editor.document.mask
    assert np.all(recalled[painted > 0] > 0)
    assert recalled[0, 0] == 0
    assert studio.session.draft.params.prompt == "a tulip"


async def test_only_this_picture_shows_runs_of_the_same_file(
    studio: Studio, tmp_path: Path
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    await scenes.run_once(studio)
    model = studio.window.strip.model
    other = scenes.write_photo(tmp_path / "other.png", 200, 200)
    await scenes.open_photo(studio, other)
    studio.window.strip.filter_bar.this_picture_asked.emit()
    await scenes.until(model.filter_changed, lambda: model.filter.source is not None)
    assert model.rowCount() == 0
    studio.window.strip.filter_bar.clear()
    assert model.rowCount() == 1


@pytest.mark.qt_log_ignore("This plugin does not support")
async def test_a_chip_narrows_to_one_profile(studio: Studio) -> None:
    history, model = studio.session.history, studio.window.strip.model
    for profile in ("Lab server", "Local fill", "Lab server"):
        history.begin(new_run(profile_name=profile))
    model.reload()
    bar = studio.window.strip.filter_bar
    bar._profiles.click()
    (menu,) = bar.findChildren(QMenu)
    assert [each.text() for each in menu.actions()] == [
        "Any profile", "Lab server", "Local fill",
    ]  # fmt: skip
    menu.actions()[1].trigger()
    menu.close()
    assert model.rowCount() == 2
    assert bar._profiles.text() == "Lab server"
    bar.clear()
    assert bar._profiles.text() == "Any profile"


async def test_cards_leave_the_window_as_files(studio: Studio, tmp_path: Path) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    await scenes.run_once(studio)
    model = studio.window.strip.model
    first, again = (model.mimeData([model.index(0)]).urls() for _ in range(2))
    dragged = Path(first[0].toLocalFile())
    assert open_picture(dragged).size == (160, 120)
    assert dragged.name.startswith("photo-")
    assert again == first


async def test_results_are_exported_with_the_untouched_picture_around_them(
    studio: Studio, tmp_path: Path
) -> None:
    from inpaint_studio.export.writer import ExportOptions
    from inpaint_studio.ui.export.jobs import result_jobs

    await scenes.open_masked_photo(studio, tmp_path)
    variant, *_ = await scenes.run_once(studio)
    source = studio.session.editor.document.source.pixels
    (job,) = result_jobs(studio.session.history, studio.session.runs.variant, [variant.id], "whole")
    path = job.write(tmp_path / "out", job.name, ExportOptions(sidecar=True))
    shown = open_picture(path).pixels
    assert shown.shape == source.shape
    changed = np.any(shown != source, axis=2)
    assert changed[45:75, 60:100].any()
    assert not changed[:20].any()
    assert path.with_name(path.name + ".json").exists()


def keep_four_results(studio: Studio) -> None:
    """A run of an earlier day, without having a fill work on it."""
    history = studio.session.history
    run = history.begin(new_run(n=4))
    blob = history.put(scripted.GREEN, "image/png")
    for variant in run.variants:
        history.finish(variant.id, blob=blob, media_type="image/png", seconds=1.0)
    studio.window.strip.model.reload()


def on_screen(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())


def covers(above: QWidget, below: QWidget) -> bool:
    return on_screen(above).intersects(on_screen(below))


async def test_a_notice_covers_nothing_that_is_used_and_the_next_card_is_taken(
    studio: Studio,
) -> None:
    keep_four_results(studio)
    gallery, notices = studio.wiring.gallery, studio.window.central_area.notices
    gallery.toggle()
    gallery.view.select_row(1)
    following = studio.window.strip.model.card_at(2)
    press(studio, Qt.Key.Key_Delete)
    assert gallery.view.selected_ids() == [following.variant_id]
    assert notices.isVisible()
    page = gallery.page
    await scenes.eventually(lambda: not covers(notices, page.view))
    assert not covers(notices, page.filter_bar)
    notices.hide()
    await scenes.eventually(lambda: on_screen(page._cards).bottom() == on_screen(page).bottom())


async def test_the_comparison_gives_back_the_gallery_it_was_opened_over(
    studio: Studio,
) -> None:
    keep_four_results(studio)
    studio.window.panels.show_history()
    gallery, compare = studio.wiring.gallery, studio.wiring.compare
    gallery.toggle()
    assert not studio.window.strip.isVisible()
    gallery.view.selectAll()
    chosen = gallery.view.selected_ids()
    press(studio, Qt.Key.Key_C)
    await scenes.eventually(lambda: compare.is_open)
    assert not studio.window.strip.isVisible()
    studio.session.noticed.emit(Notice("info", "The first 9 of 12 are compared"))
    notices = studio.window.central_area.notices
    assert notices.isVisible()
    assert not covers(notices, compare.page._modes)
    QTest.keyClick(compare.page.view, Qt.Key.Key_Escape)
    assert gallery.is_expanded
    assert gallery.view.selected_ids() == chosen
    press(studio, Qt.Key.Key_Escape)
    assert studio.window.strip.isVisible()


async def test_a_result_is_looked_at_large_and_judged_there(studio: Studio, tmp_path: Path) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    variants = await scenes.run_once(studio, FOUR)
    gallery, central_area = studio.wiring.gallery, studio.window.central_area
    gallery.toggle()
    gallery.view.select_row(0)
    press(studio, Qt.Key.Key_E)
    page, loupe = gallery.page, gallery.page.loupe
    assert page.is_loupe
    assert loupe.hasFocus()
    picture = loupe._picture
    await waiting.eventually(lambda: picture._is_whole, scenes.PATIENCE_S)
    assert picture.shown_size.width() > 150  # larger than its card
    QTest.keyClick(loupe, Qt.Key.Key_Right)
    assert gallery.view.selected_ids() == [variants[1].id]
    assert picture._blob == studio.session.history.variant(variants[1].id).blob
    QTest.keyClick(loupe, Qt.Key.Key_4)
    assert studio.session.history.variant(variants[1].id).stars == 4
    QTest.keyClick(loupe, Qt.Key.Key_G)
    assert not page.is_loupe
    assert page.view.hasFocus()
    press(studio, Qt.Key.Key_Space)
    assert page.is_loupe
    QTest.keyClick(loupe, Qt.Key.Key_Escape)
    assert not page.is_loupe
    assert gallery.is_expanded
    press(studio, Qt.Key.Key_Escape)
    assert central_area.page is None
    assert studio.wiring.canvas.hasFocus()


async def test_the_size_of_cards_is_remembered(studio: Studio, tmp_path: Path) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    await scenes.run_once(studio)
    gallery = studio.wiring.gallery
    gallery.toggle()
    gallery.page._size.setValue(240)
    assert studio.session.settings.now.gallery_card_px == 240
    assert gallery.page.view.card_size.width() == 250
    assert studio.window.strip.view.card_size.width() == 160  # the strip keeps its own
