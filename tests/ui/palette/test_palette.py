"""The command palette: over all that can be done, and never in the way."""

from __future__ import annotations

from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from inpaint_studio.app import Studio
from inpaint_studio.session.tools import Tool
from inpaint_studio.settings import Settings, save_settings
from inpaint_studio.ui.actions.action import NEEDS, Need
from inpaint_studio.ui.actions.table import COMPARE, GALLERY, TOOLS, WINDOW
from inpaint_studio.ui.palette.palette import Palette
from tests.support import scenes, waiting

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


async def opened(studio: Studio, folder) -> Palette:
    await scenes.open_masked_photo(studio, folder)
    await scenes.activate(studio)
    studio.wiring.canvas.setFocus()
    call(studio)
    return studio.wiring.palette.palette


def call(studio: Studio) -> None:
    keyboard = QApplication.focusWidget() or studio.window
    QTest.keyClick(keyboard, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)


def listed(palette: Palette) -> dict[str, str]:
    """What is listed, by its name, with why it cannot be done."""
    return {each.command.name: each.command.reason for each in palette.found()}


def press(palette: Palette, key: Qt.Key) -> None:
    QTest.keyClick(palette.field, key)


def test_every_need_of_an_action_has_its_reason() -> None:
    assert NEEDS.keys() == set(get_args(Need)) - {""}


async def test_it_has_every_action_of_the_table_and_every_setting(studio, tmp_path) -> None:
    palette = await opened(studio, tmp_path)
    found = listed(palette)
    rows = [*TOOLS, *WINDOW, *(row for row in GALLERY if row.menu)]
    assert {row.name for row in rows if row.id != "palette"} <= found.keys()
    assert {"larger_brush", "setting.reduced_motion", "setting.instant_draft"} <= found.keys()
    assert not {row.name for row in COMPARE} & found.keys()


async def test_enter_does_what_is_chosen_and_leaves_to_the_picture(studio, tmp_path) -> None:
    palette = await opened(studio, tmp_path)
    assert palette.field.hasFocus()
    QTest.keyClicks(palette.field, "lass")
    press(palette, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert studio.wiring.canvas.hasFocus()
    assert studio.session.editor.tool is Tool.LASSO


async def test_escape_and_a_second_call_leave_it(studio, tmp_path) -> None:
    palette = await opened(studio, tmp_path)
    press(palette, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert studio.wiring.canvas.hasFocus()
    call(studio)
    assert palette.isVisible()
    call(studio)
    assert not palette.isVisible()
    assert studio.wiring.canvas.hasFocus()


async def test_a_click_into_the_picture_leaves_it(studio, tmp_path) -> None:
    palette = await opened(studio, tmp_path)
    QTest.mouseClick(studio.wiring.canvas, Qt.MouseButton.LeftButton)
    assert not palette.isVisible()
    assert studio.wiring.canvas.hasFocus()


async def test_arrows_and_tab_move_and_go_round(studio, tmp_path) -> None:
    palette = await opened(studio, tmp_path)
    QTest.keyClicks(palette.field, "zoom")
    last = palette.list.count() - 1
    assert last > 1
    press(palette, Qt.Key.Key_Down)
    assert palette.list.currentRow() == 1
    press(palette, Qt.Key.Key_Tab)
    assert palette.list.currentRow() == 2 % (last + 1)
    palette.list.setCurrentRow(0)
    press(palette, Qt.Key.Key_Up)
    assert palette.list.currentRow() == last
    assert palette.field.hasFocus()


async def test_what_cannot_be_done_says_why_and_stays(studio, tmp_path) -> None:
    palette = await opened(studio, tmp_path)
    QTest.keyClicks(palette.field, "stop all")
    assert palette.found()[0].command.reason == "Nothing is running"
    press(palette, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert listed(palette)["stop_all"]


async def test_it_opens_from_texts_that_have_a_use_for_its_key(studio, tmp_path) -> None:
    palette = await opened(studio, tmp_path)
    press(palette, Qt.Key.Key_Escape)
    studio.window.panel.prompt.set_text("a red tulip")
    for take in (studio.window.panel.prompt.take_focus, studio.window.strip.search_field.setFocus):
        take()
        call(studio)
        assert palette.isVisible()
        assert studio.window.panel.prompt.text() == "a red tulip"
        press(palette, Qt.Key.Key_Escape)


async def test_what_was_done_last_comes_first_also_after_a_restart(start_studio, tmp_path) -> None:
    studio = await start_studio()
    palette = await opened(studio, tmp_path)
    for words in ("ellipse", "hand"):
        QTest.keyClicks(palette.field, words)
        press(palette, Qt.Key.Key_Return)
        call(studio)
    assert list(listed(palette))[:2] == ["hand", "ellipse"]
    studio = await start_studio()
    studio.wiring.palette.toggle()
    assert list(listed(studio.wiring.palette.palette))[:2] == ["hand", "ellipse"]


async def test_a_setting_that_is_on_or_off_is_switched_and_another_is_shown(
    studio, tmp_path
) -> None:
    palette = await opened(studio, tmp_path)
    settings = studio.session.settings
    assert settings.now.instant_draft
    QTest.keyClicks(palette.field, "instant draft")
    assert palette.found()[0].command.state == "On"
    press(palette, Qt.Key.Key_Return)
    assert not settings.now.instant_draft
    call(studio)
    QTest.keyClicks(palette.field, "memory for undo")
    press(palette, Qt.Key.Key_Return)
    dialog = studio.wiring.settings.dialog
    assert dialog.isVisible()
    assert dialog.field("undo_memory_mb").isVisible()
    dialog.reject()


async def test_pictures_of_before_are_opened(start_studio, tmp_path) -> None:
    photo = scenes.write_photo(tmp_path / "harbour.png")
    save_settings(Settings(recent_files=(str(photo),)))
    studio = await start_studio()
    palette = await opened(studio, tmp_path)
    QTest.keyClicks(palette.field, "harb")
    press(palette, Qt.Key.Key_Return)
    editor = studio.session.editor
    await waiting.eventually(
        lambda: editor.document.source.name == "harbour.png", scenes.PATIENCE_S
    )


async def test_it_keeps_inside_a_small_window_and_follows_it(studio, tmp_path) -> None:
    palette = await opened(studio, tmp_path)
    around = studio.window.central_area.stack
    studio.window.resize(studio.window.minimumSize())
    await waiting.eventually(lambda: around.rect().contains(palette.geometry()), 2)
    assert abs(palette.geometry().center().x() - around.rect().center().x()) <= 1


async def test_in_the_comparison_it_has_what_that_does(studio, tmp_path) -> None:
    palette = await opened(studio, tmp_path)
    press(palette, Qt.Key.Key_Escape)
    await scenes.run_once(studio)
    studio.window.actions_["compare"].trigger()
    compare = studio.wiring.compare
    await waiting.eventually(lambda: compare.is_open, scenes.PATIENCE_S)
    call(studio)
    assert "compare.wipe" in listed(palette)
    assert listed(palette)["lasso"] == "Go back to the picture first"
    press(palette, Qt.Key.Key_Escape)
    assert compare.page.view.hasFocus()


async def test_full_screen_is_left_as_it_was_found_and_not_begun_with(start_studio) -> None:
    studio = await start_studio()
    window, action = studio.window, studio.window.actions_["full_screen"]
    window.showMaximized()
    action.trigger()
    await waiting.eventually(window.isFullScreen, scenes.PATIENCE_S)
    assert action.isChecked()
    window.keep_look()
    action.trigger()
    assert not window.isFullScreen()
    assert window.isMaximized()
    assert not action.isChecked()


async def test_no_window_begins_with_the_full_screen(start_studio) -> None:
    studio = await start_studio()
    studio.window.showNormal()
    studio.window.resize(1080, 700)
    studio.window.actions_["full_screen"].trigger()
    await waiting.eventually(studio.window.isFullScreen, scenes.PATIENCE_S)
    studio.window.keep_look()
    studio = await start_studio()
    assert not studio.window.isFullScreen()
    assert studio.window.height() == 700
    assert not studio.window.actions_["full_screen"].isChecked()
