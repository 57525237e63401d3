"""The prompt at the mask: one draft with the panel, and never in the way."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from inpaint_studio.app import Studio
from inpaint_studio.contract.profile import Profile
from inpaint_studio.picture.geometry import Box, Point
from inpaint_studio.settings import Settings, save_settings
from inpaint_studio.ui.prompt_bar.bar import PromptBar
from inpaint_studio.ui.request_panel.cost_line import CostLine
from tests.support import scenes, waiting
from tests.ui.canvas.hands import send_mouse
from tests.ui.test_keyboard import stops, walked

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


async def shown(studio: Studio, folder) -> PromptBar:
    """The bar at a mask of some size, with the keyboard in the picture."""
    await scenes.open_photo(studio, scenes.write_photo(folder / "photo.png", 800, 600))
    await scenes.activate(studio)
    mask_box(studio, Box(300, 150, 450, 250))
    canvas = studio.wiring.canvas
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_P)
    bar = studio.wiring.prompt_bar.bar
    assert bar.isVisible()
    around = studio.window.central_area.stack
    assert bar.isAncestorOf(around.childAt(bar.geometry().center()))
    return bar


def mask_box(studio: Studio, box: Box) -> None:
    editor = studio.session.editor
    mask = np.zeros_like(editor.document.mask)
    mask[box.slices] = 255
    editor.replace_mask(mask, "Box")


def seen(studio: Studio, box: Box) -> QRect:
    """Where a box of the picture is in the centre."""
    viewport = studio.wiring.canvas.viewport
    corner, far = (
        viewport.to_widget(Point(box.x0, box.y0)),
        viewport.to_widget(Point(box.x1, box.y1)),
    )
    return QRect(QPoint(*map(round, corner)), QPoint(*map(round, far)))


def ground(bar: PromptBar) -> QRect:
    return bar.geometry().adjusted(6, 6, -6, -6)


async def test_a_key_shows_it_and_leaves_the_keyboard_where_it_is(studio, tmp_path) -> None:
    bar = await shown(studio, tmp_path)
    canvas = studio.wiring.canvas
    assert canvas.hasFocus()
    assert studio.window.actions_["prompt_bar"].isChecked()
    QTest.keyClick(canvas, Qt.Key.Key_P)
    assert not bar.isVisible()
    assert not studio.window.actions_["prompt_bar"].isChecked()
    assert canvas.hasFocus()


async def test_by_setting_it_is_there_with_the_first_mask(start_studio, tmp_path) -> None:
    save_settings(Settings(prompt_at_mask=True))
    studio = await start_studio()
    await scenes.open_photo(studio, scenes.write_photo(tmp_path / "photo.png", 800, 600))
    bar = studio.wiring.prompt_bar.bar
    assert not bar.isVisible()
    mask_box(studio, Box(300, 150, 450, 250))
    assert bar.isVisible()
    studio.session.editor.clear_mask()
    assert not bar.isVisible()
    studio.session.settings.change(prompt_at_mask=False)
    mask_box(studio, Box(300, 150, 450, 250))
    assert not bar.isVisible()


async def test_slash_enters_it_and_escape_leaves_it(studio, tmp_path) -> None:
    bar = await shown(studio, tmp_path)
    canvas = studio.wiring.canvas
    QTest.keyClick(canvas, Qt.Key.Key_Slash)
    assert bar.prompt.hasFocus()
    QTest.keyClicks(bar.prompt, "bel")
    assert studio.session.draft.wanted.prompt == "bel"
    QTest.keyClick(bar.prompt, Qt.Key.Key_Escape)
    assert canvas.hasFocus()
    QTest.keyClick(canvas, Qt.Key.Key_P)
    QTest.keyClick(canvas, Qt.Key.Key_Slash)
    assert studio.window.panel.prompt.isAncestorOf(QApplication.focusWidget())


async def test_slash_brings_it_where_the_panels_are_hidden(studio, tmp_path) -> None:
    bar = await shown(studio, tmp_path)
    canvas = studio.wiring.canvas
    QTest.keyClick(canvas, Qt.Key.Key_P)
    QTest.keyClick(canvas, Qt.Key.Key_Tab)
    assert not studio.window.panel.isVisible()
    QTest.keyClick(canvas, Qt.Key.Key_Slash)
    assert bar.prompt.hasFocus()


async def test_what_hides_with_the_keyboard_gives_it_to_the_picture(studio, tmp_path) -> None:
    bar = await shown(studio, tmp_path)
    studio.wiring.prompt_bar.take_prompt()
    studio.session.editor.clear_mask()
    assert not bar.isVisible()
    assert studio.wiring.canvas.hasFocus()


async def test_ctrl_enter_in_it_runs_and_enter_does_not(studio, tmp_path) -> None:
    bar = await shown(studio, tmp_path)
    runs = studio.session.runs
    studio.wiring.prompt_bar.take_prompt()
    QTest.keyClicks(bar.prompt, "a tulip")
    QTest.keyClick(bar.prompt, Qt.Key.Key_Return)
    assert runs.pending_count == 0
    QTest.keyClick(bar.prompt, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await waiting.eventually(lambda: len(runs.runs) == 1, scenes.PATIENCE_S)
    assert studio.wiring.canvas.hasFocus()
    await scenes.all_ended(studio)
    assert len(runs.runs) == 1


async def test_a_click_on_its_run_runs_and_takes_no_keyboard(studio, tmp_path) -> None:
    bar = await shown(studio, tmp_path)
    QTest.mouseClick(bar.run_button, Qt.MouseButton.LeftButton)
    await waiting.eventually(lambda: len(studio.session.runs.runs) == 1, scenes.PATIENCE_S)
    assert studio.wiring.canvas.hasFocus()
    await scenes.all_ended(studio)


async def test_both_fields_are_one_text_and_each_undoes_as_if_all_was_typed_there(
    studio, tmp_path
) -> None:
    bar = await shown(studio, tmp_path)
    panel = studio.window.panel.prompt
    studio.wiring.prompt_bar.take_prompt()
    QTest.keyClicks(bar.prompt, "red tulip")
    assert panel.text() == "red tulip"
    panel.take_focus()
    field = QApplication.focusWidget()
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClicks(field, "s")
    field.insertPlainText(" 🌷")
    assert bar.prompt.toPlainText() == "red tulips 🌷"
    mask = studio.session.editor.document.mask.copy()
    for each in (bar.prompt, field):
        each.setFocus()
        undo_all(each)
        assert bar.prompt.toPlainText() == panel.text() == ""
        for _ in range(9):
            QTest.keyClick(
                each,
                Qt.Key.Key_Z,
                Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
            )
        assert bar.prompt.toPlainText() == panel.text() == "red tulips 🌷"
    assert np.array_equal(studio.session.editor.document.mask, mask)


def undo_all(field) -> None:
    for _ in range(9):
        QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


async def test_the_cursor_stays_where_it_was_while_the_other_field_is_edited(
    studio, tmp_path
) -> None:
    bar = await shown(studio, tmp_path)
    studio.session.draft.change(prompt="one three")
    cursor = bar.prompt.textCursor()
    cursor.setPosition(9)
    bar.prompt.setTextCursor(cursor)
    studio.window.panel.prompt.set_text("one two three")
    assert bar.prompt.textCursor().position() == 13


async def test_price_button_and_reasons_are_the_panels(studio, tmp_path) -> None:
    """With every model of each kind of profile, one variant and more, a prompt and none."""
    bar = await shown(studio, tmp_path)
    session, panel = studio.session, studio.window.panel
    session.profiles.add(Profile(name="Lab", base_url="https://lab.invalid/v1", auth="none"))
    told = set()
    for profile in (session.profiles.active.name, "Lab"):
        session.profiles.activate(profile)
        for info in (*session.profiles.models, *session.draft.catalog.models.values()):
            for prompt, count in (("", 1), ("a tulip", 2)):
                session.draft.change(model=info.id, prompt=prompt, n=count)
                told.add((bar.run_button.text(), bar.price))
                assert panel.run.button.text().startswith(bar.run_button.text())
                assert bar.price == priced(panel.run.cost), (info.id, count)
                assert bar.run_button.accessibleDescription() == (
                    panel.run.button.accessibleDescription()
                )
                assert bar.count.value() == session.draft.params.n
    assert len(told) > 4


def priced(cost: CostLine) -> str:
    """What a line says before it is paid; nothing where all is free."""
    return "" if cost._is_free else cost._price.text()


async def test_its_variants_are_the_drafts(studio, tmp_path) -> None:
    bar = await shown(studio, tmp_path)
    bar.count.chosen.emit(4)
    assert studio.session.draft.params.n == 4
    studio.session.draft.change(n=2)
    assert bar.count.value() == 2


@pytest.mark.parametrize(
    "box",
    [Box(300, 150, 450, 250), Box(0, 0, 60, 60), Box(740, 500, 800, 600), Box(0, 300, 800, 600)],
)
async def test_it_keeps_away_from_the_mask_and_in_the_picture(studio, tmp_path, box) -> None:
    bar = await shown(studio, tmp_path)
    mask_box(studio, box)
    around = studio.wiring.canvas.geometry()
    assert around.contains(ground(bar))
    assert not ground(bar).intersects(seen(studio, box))
    studio.wiring.canvas.zoom_to(2.0)
    studio.wiring.canvas.pan_by(-90, 40)
    assert around.contains(ground(bar))
    mask_box(studio, Box(0, 0, 800, 600))
    assert around.contains(ground(bar))


async def test_it_goes_along_with_the_picture(studio, tmp_path) -> None:
    bar = await shown(studio, tmp_path)
    before = bar.pos()
    studio.wiring.canvas.pan_by(20, -10)
    assert bar.pos() - before == QPoint(20, -10)


async def test_it_is_still_while_a_hand_is_at_work_and_moves_then(studio, tmp_path) -> None:
    bar = await shown(studio, tmp_path)
    canvas = studio.wiring.canvas
    before = bar.geometry()
    at = seen(studio, Box(300, 150, 450, 250)).center()
    send_mouse(canvas, QEvent.Type.MouseButtonPress, at.toTuple())
    for y in range(0, 60, 10):
        send_mouse(canvas, QEvent.Type.MouseMove, (at.x(), before.center().y() + y))
        assert bar.geometry() == before
    canvas.pan_by(30, 30)
    assert bar.geometry() == before
    send_mouse(canvas, QEvent.Type.MouseButtonRelease, (at.x(), before.center().y() + 50))
    assert bar.geometry() != before
    assert not ground(bar).intersects(seen(studio, studio.session.mask.box))


async def test_it_lies_above_what_is_at_the_foot_and_leaves_with_a_page(studio, tmp_path) -> None:
    bar = await shown(studio, tmp_path)
    studio.window.resize(studio.window.minimumSize())
    mask_box(studio, Box(0, 0, 800, 600))
    await scenes.run_once(studio)
    staging = studio.window.staging_bar
    await waiting.eventually(staging.isVisible, scenes.PATIENCE_S)
    assert not ground(bar).intersects(staging.geometry().adjusted(6, 6, -6, -6))
    studio.window.actions_["gallery"].trigger()
    assert not bar.isVisible()
    studio.window.actions_["gallery"].trigger()
    assert bar.isVisible()


async def test_tab_visits_it_once_and_escape_leads_back_from_all_of_it(studio, tmp_path) -> None:
    bar = await shown(studio, tmp_path)
    visited = walked(studio.window)
    found = stops(studio.window)
    own = [each for each in found if bar.isAncestorOf(each)]
    assert len(own) >= 5
    assert own[0] is bar.prompt
    assert visited == Counter(found)
    for each in own:
        each.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        assert studio.wiring.canvas.hasFocus(), each


async def test_a_long_prompt_takes_a_few_lines_and_no_more(studio, tmp_path) -> None:
    bar = await shown(studio, tmp_path)
    one = bar.prompt.height()
    studio.session.draft.change(prompt="a field of red tulips " * 6)
    assert one < bar.prompt.height()
    studio.session.draft.change(prompt="a field of red tulips " * 60)
    three = bar.prompt.height()
    assert three < 4 * one
    assert not ground(bar).intersects(seen(studio, Box(300, 150, 450, 250)))
    studio.session.draft.change(prompt="tulips")
    assert bar.prompt.height() == one
