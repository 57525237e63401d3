"""Every key is a row of one table: what it does, where, and that another one takes its place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from inpaint_studio.app import Studio
from inpaint_studio.picture.extend import Extension
from inpaint_studio.picture.reference import decode_reference
from inpaint_studio.session.tools import Tool
from inpaint_studio.settings import Settings
from inpaint_studio.ui.actions.action import SCOPES, Scope
from inpaint_studio.ui.actions.keymap import keymap_of, keys_text, stored
from inpaint_studio.ui.actions.shortcut_filter import ShortcutFilter
from inpaint_studio.ui.actions.table import (
    ACTION_BY_NAME,
    ACTIONS,
    COMPARE,
    DRAWING,
    GALLERY,
    POINTER,
    TOOLS,
    WINDOW,
)
from inpaint_studio.ui.settings.shortcut_editor import ShortcutEditor
from inpaint_studio.ui.settings.shortcut_sheet import ShortcutSheet
from tests.support import scenes

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
_MODIFIERS = ("", "Shift+", "Ctrl+", "Alt+", "Ctrl+Shift+", "Alt+Shift+", "Ctrl+Alt+")


def press(widget: QWidget, keys: str) -> None:
    combination = QKeySequence(keys)[0]  # type: ignore[index]
    QTest.keyClick(widget, combination.key(), combination.keyboardModifiers())


def remap(studio: Studio, **keys: str) -> None:
    """Give actions keys, as the editor does; a dot in a name is two underscores here."""
    own = {name.replace("__", "."): (each,) for name, each in keys.items()}
    studio.session.settings.change(shortcuts=stored(own))


def fresh_keys(scope: Scope) -> dict[str, str]:
    """A key for each action of a scope that none has from the start."""
    names = [each.name for each in ACTIONS if each.scope == scope]
    keys = [f"{held}F{number}" for held in _MODIFIERS for number in range(13, 36)]
    return dict(zip(names, keys, strict=False))


def tool_at_hand(studio: Studio) -> Tool:
    """What a press would use, a held key considered."""
    return studio.wiring.canvas._pointer.tool


async def at_work(studio: Studio, folder: Path) -> None:
    """A picture with results, in an active window."""
    await scenes.open_masked_photo(studio, folder)
    await scenes.run_once(studio)
    photo = (folder / "photo.png").read_bytes()
    studio.session.editor.set_references([decode_reference(photo, name) for name in "ab"])
    await scenes.activate(studio)
    studio.wiring.canvas.setFocus()


async def place_of(studio: Studio, scope: Scope) -> QWidget:
    """The widget whose keys are a scope's, with the focus."""
    wiring = studio.wiring
    if scope == "gallery":
        wiring.gallery.toggle()
    elif scope == "compare":
        wiring.compare.compare_run(studio.session.runs.runs[0])
        await scenes.eventually(lambda: wiring.compare.is_open, scenes.PATIENCE_S)
    elif scope == "film":
        wiring.film.toggle()
    place: dict[Scope, Callable[[], QWidget]] = {
        "gallery": lambda: wiring.gallery.view,
        "compare": lambda: wiring.compare.page.view,
        "film": lambda: wiring.film.bar.frames,
        "references": lambda: wiring.references.tray.tiles[0],
    }
    widget = place.get(scope, lambda: wiring.canvas)()
    widget.setFocus()
    return widget


def test_no_two_actions_share_a_name() -> None:
    assert len(ACTION_BY_NAME) == len(ACTIONS)
    assert {action.scope for action in ACTIONS} == {*SCOPES}


async def test_every_action_of_the_table_is_done_by_someone(studio: Studio) -> None:
    def ids(*rows):
        return {row.id for row in rows}

    wiring = studio.wiring
    assert {*studio.window._does} == ids(*TOOLS, *WINDOW)
    assert {*wiring.gallery._actions} == ids(*GALLERY)
    assert {*wiring.compare.actions(wiring.compare.page)} == ids(*COMPARE)
    assert {*wiring.canvas.keys.does} == ids(*POINTER, *DRAWING)
    assert {*wiring.canvas.keys.lets_go} == ids(*(row for row in POINTER if row.holds))


@pytest.mark.parametrize("scope", ["window", "canvas"])
async def test_each_key_of_window_and_canvas_can_be_another(studio, tmp_path, scope) -> None:
    await at_work(studio, tmp_path)
    done: list[str] = []
    rows = [row for row in (*TOOLS, *WINDOW) if row.scope == scope]
    studio.window.set_actions({row.id: partial(done.append, row.id) for row in rows})
    keys = fresh_keys(scope)
    remap(studio, **keys)
    for row in rows:
        studio.window.enable({each.needs for each in rows})
        press(studio.wiring.canvas, keys[row.name])
        assert done[-1:] == [row.id], keys[row.name]
        done.clear()
        if row.keys:
            studio.window.enable({each.needs for each in rows})
            press(studio.wiring.canvas, row.keys[0])
            assert row.id not in done, "the key it had does nothing any more"
        done.clear()


@pytest.mark.parametrize("scope", ["gallery", "compare", "film", "references"])
async def test_each_key_of_another_scope_can_be_another(studio, tmp_path, scope) -> None:
    await at_work(studio, tmp_path)
    keys = fresh_keys(scope)
    remap(studio, **{name.replace(".", "__"): key for name, key in keys.items()})
    if scope == "gallery":  # many of its actions leave it or open a dialog
        studio.wiring.gallery.take_actions({row.id: lambda _: None for row in GALLERY})
    for row in (row for row in ACTIONS if row.scope == scope):
        widget = await place_of(studio, scope)
        pressed: list[str] = []
        (watch,) = widget.findChildren(
            ShortcutFilter, options=Qt.FindChildOption.FindDirectChildrenOnly
        )
        watch.pressed.connect(pressed.append)
        if row.keys:
            press(widget, row.keys[0])
            assert pressed == [], "the key it had does nothing any more"
        press(widget, keys[row.name])
        assert pressed == [row.id], keys[row.name]
        watch.pressed.disconnect(pressed.append)
        if scope == "gallery" and studio.wiring.gallery.is_expanded:
            studio.wiring.gallery.toggle()
        studio.wiring.film.close()
    await scenes.all_ended(studio)


async def test_the_pointers_keys_can_be_others_held_ones_too(studio: Studio, tmp_path) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    canvas, editor = studio.wiring.canvas, studio.session.editor
    remap(
        studio, pan="V", original="O", smaller_brush="J", larger_brush="K", softer_brush="N",
        harder_brush="I", cancel="Y", drawing__confirm="A", drawing__drop_corner="S",
    )  # fmt: skip
    QTest.keyPress(canvas, Qt.Key.Key_Space)
    assert tool_at_hand(studio) is Tool.BRUSH, "it was Space"
    QTest.keyPress(canvas, Qt.Key.Key_V)
    assert tool_at_hand(studio) is Tool.HAND
    QTest.keyRelease(canvas, Qt.Key.Key_V)
    assert tool_at_hand(studio) is Tool.BRUSH
    QTest.keyPress(canvas, Qt.Key.Key_O)
    assert canvas._holds_original
    QTest.keyRelease(canvas, Qt.Key.Key_O)
    assert not canvas._holds_original

    editor.set_brush(size=40, hardness=50)
    press(canvas, "K")
    assert editor.brush.size > 40
    press(canvas, "J")
    press(canvas, "J")
    assert editor.brush.size < 40
    press(canvas, "N")
    assert editor.brush.hardness == 40
    press(canvas, "I")
    assert editor.brush.hardness == 50

    editor.set_extension(Extension(left=8))
    press(canvas, "Esc")
    assert editor.is_extending
    press(canvas, "Y")
    assert not editor.is_extending

    editor.set_tool(Tool.POLYGON)
    middle = canvas.rect().center()
    for corner in (QPoint(-30, -30), QPoint(30, -30), QPoint(30, 30), QPoint(-30, 30)):
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=middle + corner)
    corners = len(editor.outline)
    press(canvas, "S")
    assert len(editor.outline) == corners - 1
    press(canvas, "Return")
    assert editor.is_placing_corners
    press(canvas, "A")
    assert not editor.is_placing_corners
    assert editor.undo_label == "Polygon"


async def test_a_key_of_two_scopes_means_each_in_its_place(studio: Studio, tmp_path: Path) -> None:
    await at_work(studio, tmp_path)
    editor, canvas = studio.session.editor, studio.wiring.canvas
    remap(studio, eraser="L", pan="B", gallery__picked="B")
    assert studio.window.shortcuts.keys("brush") == ("B",)
    press(canvas, "L")
    assert editor.tool is Tool.ERASER, "the lasso lost its key: both are the window's"
    QTest.keyPress(canvas, Qt.Key.Key_B)
    assert tool_at_hand(studio) is Tool.HAND
    QTest.keyRelease(canvas, Qt.Key.Key_B)
    assert editor.tool is Tool.ERASER

    view = await place_of(studio, "gallery")
    studio.wiring.gallery.view.select_row(0)
    (variant_id,) = studio.wiring.gallery.view.selected_ids()
    press(view, "B")
    assert studio.session.history.variant(variant_id).flag == "picked"
    assert editor.tool is Tool.ERASER
    studio.wiring.gallery.toggle()

    studio.window.strip.search_field.clearFocus()
    studio.window.panel.run.button.setFocus()
    press(studio.window.panel.run.button, "B")
    assert tool_at_hand(studio) is Tool.BRUSH


async def test_a_canvas_key_goes_on_to_the_window_where_it_can_do_nothing(studio, tmp_path) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    await scenes.activate(studio)
    canvas = studio.wiring.canvas
    canvas.setFocus()
    remap(studio, discard="E")
    press(canvas, "E")
    assert studio.session.editor.tool is Tool.ERASER, "nothing is staged that could be discarded"


async def test_the_keypad_and_shifted_signs_are_read(studio: Studio, tmp_path: Path) -> None:
    await at_work(studio, tmp_path)
    gallery, history = studio.wiring.gallery, studio.session.history
    view = await place_of(studio, "gallery")
    view.select_row(0)  # type: ignore[attr-defined]
    (variant_id,) = gallery.view.selected_ids()
    QTest.keyClick(view, Qt.Key.Key_4, Qt.KeyboardModifier.KeypadModifier)
    assert history.variant(variant_id).stars == 4
    view.select_row(0)  # type: ignore[attr-defined]
    QTest.keyClick(view, Qt.Key.Key_3, Qt.KeyboardModifier.ShiftModifier)
    assert history.variant(variant_id).stars == 3, "where digits are typed with Shift"
    view.select_row(0)  # type: ignore[attr-defined]
    QTest.keyClick(view, Qt.Key.Key_X, Qt.KeyboardModifier.ShiftModifier)
    assert history.variant(variant_id).flag == ""


@pytest.mark.parametrize(
    ("action", "key", "told"),
    [
        ("gallery.picked", "X", "belongs to “Reject”"),
        ("gallery.picked", "B", "is free here. It also means: “Brush” (Tools)"),
        ("brush", "Return", "also means: “Accept” (On the canvas) · “Close the polygon"),
        ("brush", "X", "belongs to “Swap brush and eraser”"),
        ("compare.wipe", "Alt+F9", "is free."),
        ("compare.wipe", "G", "also means: “Fill what is enclosed” (Tools)"),
        ("pan", "Return", "belongs to “Accept”"),
    ],
)
def test_the_editor_judges_a_key_within_its_scope(qtbot, action, key, told) -> None:
    editor = ShortcutEditor(Settings())
    qtbot.addWidget(editor)
    editor._list.setCurrentItem(editor._items[action])
    editor._capture.setKeySequence(QKeySequence(key))
    assert told in editor._words_line.text()
    changes: list[dict] = []
    editor.changed.connect(changes.append)
    editor._set.click()
    former, keymap = keymap_of(Settings()), keymap_of(Settings(**changes[-1]))
    assert keymap[action] == (key,)
    lost = {name for name, keys in keymap.items() if key in former[name] and key not in keys}
    assert {ACTION_BY_NAME[name].scope for name in lost} <= {ACTION_BY_NAME[action].scope}
    assert bool(lost) == ("belongs" in told)


def test_editor_and_sheet_have_every_action(qtbot) -> None:
    editor = ShortcutEditor(Settings())
    qtbot.addWidget(editor)
    assert {*editor._items} == {*ACTION_BY_NAME}
    titles = [(each.heading, each.title) for each in ACTIONS]
    assert len(titles) == len(set(titles)), "two rows that nobody could tell apart"

    parent = QWidget()
    qtbot.addWidget(parent)
    own = ({"action": "swap", "keys": ["Alt+F8"]}, {"action": "film.close", "keys": []})
    keys = keymap_of(Settings(shortcuts=own))
    sheet = ShortcutSheet(keys, parent)
    told = {label.text() for label in sheet.findChildren(QLabel)}
    words = ", ".join(told)
    assert "Alt+F8" in told
    assert "Close the film strip" not in told
    for action in ACTIONS:
        if keys[action.name]:
            assert (action.series_title if action.series else action.title) in told
            assert keys_text(keys[action.name]) in words or action.series
    assert {"1–9", "0–5"} <= told
    assert len(sheet.findChildren(QPushButton)) == 1


async def test_what_names_a_key_names_the_one_it_has_now(studio: Studio, tmp_path: Path) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    window, compare = studio.window, studio.wiring.compare.page
    run = window.panel.run.button
    window.resizeDocks([window.panels.holder], [460], Qt.Orientation.Horizontal)
    await scenes.eventually(lambda: run.text().endswith("Ctrl\u2009↵"))
    assert "(C)" in window.strip.filter_bar.compare_button.toolTip()
    remap(
        studio, run="Alt+R", accept="A", gallery__compare="K", compare__blind="H",
        drawing__confirm="J", compare__wipe="V",
    )  # fmt: skip
    assert run.text().endswith("   Alt+R")
    assert run.toolTip() == "Run (Alt+R)"
    accepts = "Put it into the picture (A). A partial ends its stream (Shift+Return)"
    assert window.staging_bar.accept_button.toolTip() == accepts
    assert "(K)" in window.strip.filter_bar.compare_button.toolTip()
    assert "(H)" in compare._blind.toolTip()
    assert "Wipe V" in compare._modes.toolTip()
    assert any("J closes" in label.text() for label in window.options.findChildren(QLabel))


async def test_keys_of_before_there_were_scopes_hold_on(start_studio) -> None:
    from inpaint_studio.settings import save_settings

    save_settings(Settings(shortcuts=({"action": "accept", "keys": ["Ctrl+F9"]},)))
    studio = await start_studio()
    assert studio.window.shortcuts.keys("accept") == ("Ctrl+F9",)
    assert studio.window.actions_["accept"].shortcut().toString() == "Ctrl+F9"
    assert studio.window.shortcuts.keys("compare.accept") == ("Return", "Enter")
    await studio.close()
