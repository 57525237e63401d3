"""The tree of what was made from what, and what is known of one result."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from inpaint_studio.app import Studio
from inpaint_studio.errors import ApiError
from inpaint_studio.history import History, NewRun, RunRecord
from inpaint_studio.history.details import error_json
from inpaint_studio.ui.gallery.details_dialog import DetailsDialog
from inpaint_studio.ui.gallery.lineage_dialog import LineageDialog
from inpaint_studio.ui.gallery.loupe import LargeResult
from inpaint_studio.ui.gallery.model import CARD_ROLE
from inpaint_studio.ui.widgets.name_value_table import NameValueTable
from tests.support import scenes, waiting
from tests.support.new_runs import new_run

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def finished(history: History, run: NewRun) -> RunRecord:
    """That run with a result in every variant."""
    record = history.begin(run)
    for variant in record.variants:
        blob = history.put(variant.id.encode(), "image/png")
        history.finish(variant.id, blob=blob, media_type="image/png")
    return history.run(record.id)


async def opened(studio: Studio, variant_id: str) -> LineageDialog:
    """The tree, asked for at the card of that variant."""
    gallery = studio.wiring.gallery
    gallery.view.select_row(studio.window.strip.model.row_of(variant_id))
    gallery.do("lineage")
    async with asyncio.timeout(scenes.PATIENCE_S):
        while not gallery.lineage.dialog.isVisible():  # noqa: ASYNC110 -- read in a worker
            await asyncio.sleep(0.01)
    return gallery.lineage.dialog


async def test_the_tree_shows_who_was_made_from_whom_and_leads_the_gallery(studio: Studio) -> None:
    history, gallery = studio.session.history, studio.wiring.gallery
    photo = history.put(b"photo", "image/png")
    vase = finished(history, new_run("vase", n=2, source=photo))
    parent = vase.variants[1]
    tulip = finished(
        history, new_run("tulip", source=parent.blob, parent_variant=parent.id)
    ).variants[0]
    failed = history.begin(new_run("fails", source=photo)).variants[0]
    history.fail(failed.id, title="Refused", message="Reword it.")
    studio.window.strip.model.reload()
    dialog = await opened(studio, tulip.id)
    tree = dialog.tree
    root = tree.topLevelItem(0)
    assert root.childCount() == 2, "what came to nothing is left out"
    assert root.child(1).child(0) is tree.currentItem()
    QTest.keyClick(tree, Qt.Key.Key_Up)
    assert tree.current_id == parent.id
    assert gallery.view.selected_ids() == [parent.id]
    QTest.keyClick(tree, Qt.Key.Key_4)
    assert history.variant(parent.id).stars == 4
    QTest.keyClick(tree, Qt.Key.Key_Home)
    assert tree.current_id == ""
    QTest.keyClick(tree, Qt.Key.Key_P)  # the photo is no result: nothing to pick
    assert history.variant(parent.id).flag == ""
    dialog.close()


async def test_a_result_made_meanwhile_comes_into_the_open_tree(studio: Studio) -> None:
    history, model = studio.session.history, studio.window.strip.model
    parent = finished(history, new_run("vase")).variants[0]
    model.reload()
    dialog = await opened(studio, parent.id)
    root = dialog.tree.topLevelItem(0)
    assert root.child(0).childCount() == 0
    run = finished(history, new_run("leaf", source=parent.blob, parent_variant=parent.id))
    model.refresh_run(run.id)
    async with asyncio.timeout(scenes.PATIENCE_S):
        while not dialog.tree.topLevelItem(0).child(0).childCount():  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    assert dialog.tree.current_id == parent.id
    dialog.close()


async def test_the_tree_goes_to_a_card_that_the_filter_hides(
    studio: Studio, tmp_path: Path
) -> None:
    del tmp_path
    history, model = studio.session.history, studio.window.strip.model
    run = finished(history, new_run("vase", n=2))
    history.rate(run.variants[0].id, 5)
    model.reload()
    studio.window.strip.filter_bar._narrow(min_stars=3)
    dialog = await opened(studio, run.variants[0].id)
    QTest.keyClick(dialog.tree, Qt.Key.Key_Down)
    assert studio.wiring.gallery.view.selected_ids() == [run.variants[1].id]
    dialog.close()


async def test_details_hold_the_endpoints_words_and_are_copied_whole(studio: Studio) -> None:
    history = studio.session.history
    variant = history.begin(new_run("a red door")).variants[0]
    refusal = ApiError(
        "Refused", "Reword it.", status=400, request_id="req_7", detail="Your prompt was odd"
    )
    history.fail(
        variant.id,
        title=refusal.title,
        message=refusal.message,
        answer_json=error_json(refusal),
    )
    studio.window.strip.model.reload()
    studio.wiring.gallery.view.select_row(0)
    QTest.keyClick(studio.wiring.gallery.view, Qt.Key.Key_I)
    dialog = studio.window.findChild(DetailsDialog, "detailsDialog")
    copy = next(each for each in dialog.findChildren(QPushButton) if each.text() == "Copy all")
    copy.click()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert {"status: 400", "request id: req_7", "detail: Your prompt was odd"} <= set(copied)
    assert "prompt: a red door" in copied
    words, own = dialog.findChildren(NameValueTable)
    pairs = {
        table.item(row, 0).text(): table.item(row, 1).text()
        for table in (words, own)
        for row in range(table.rowCount())
    }
    assert pairs["Model"] == "gpt-image-1"
    assert pairs["request id"] == "req_7"
    assert not {"prompt", "model", "variant 1"} & set(pairs)
    assert words.font().family() == dialog.font().family()
    assert dialog.findChild(LargeResult).width() > words.width()
    dialog.close()


async def test_what_was_made_on_an_accepted_edit_stands_below_it(
    studio: Studio, tmp_path: Path
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    first, *_ = await scenes.run_once(studio)
    studio.session.staging.accept()
    await waiting.eventually(lambda: bool(studio.session.editor.document.edits), scenes.PATIENCE_S)
    second, *_ = await scenes.run_once(studio)
    history = studio.session.history
    assert history.run(first.run.id).parent_variant is None
    assert history.run(second.run.id).parent_variant == first.id
    dialog = await opened(studio, second.id)
    item = dialog.tree.currentItem()
    assert item.parent().data(0, CARD_ROLE).variant_id == first.id
    dialog.close()
