"""The tray of references: slots by number, moved, removed and enlarged by hand and by keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton

from inpaint_studio.app import Studio
from inpaint_studio.contract.profile import Profile
from inpaint_studio.runs.request import freeze, take_snapshot
from inpaint_studio.ui.references.tray import ReferenceTray
from inpaint_studio.ui.widgets.enlarged_picture import EnlargedPicture
from tests.support import scenes
from tests.support.waiting import eventually

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
CTRL = Qt.KeyboardModifier.ControlModifier


async def filled(studio: Studio, folder: Path, count: int = 3) -> ReferenceTray:
    """A picture with references r0, r1 and so on, of 300, 301… px, for a model that takes them."""
    await scenes.open_masked_photo(studio, folder)
    profiles = studio.session.profiles
    profiles.add(Profile(name="Lab", base_url="https://lab.invalid/v1", auth="none"))
    profiles.activate("Lab")
    studio.session.draft.change(model="gpt-image-1.5")
    paths = [scenes.write_photo(folder / f"r{n}.png", 300 + n, 200) for n in range(count)]
    studio.wiring.references.add_files(paths)
    tray = studio.wiring.references.tray
    await eventually(lambda: len(tray.tiles) == count, scenes.PATIENCE_S)
    await scenes.activate(studio)
    return tray


def names(studio: Studio) -> list[str]:
    return [each.name.removesuffix(".png") for each in studio.session.editor.document.references]


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, held)


def drag(tray: ReferenceTray, start: int, to: QPoint) -> None:
    """Press on a tile, go to a place in the tray, let go."""
    tile = tray.tiles[start]
    QTest.mousePress(tile, Qt.MouseButton.LeftButton, pos=QPoint(10, 20))
    QTest.mouseMove(tile, tile.mapFrom(tray, to))
    QTest.mouseRelease(tile, Qt.MouseButton.LeftButton, pos=tile.mapFrom(tray, to))


async def test_slots_tell_their_number_and_the_first_is_locked(studio, tmp_path) -> None:
    tray = await filled(studio, tmp_path)
    assert [tile.number for tile in tray.tiles] == [2, 3, 4]
    assert [tile.accessibleName() for tile in tray.tiles] == [
        "Picture 2: r0.png", "Picture 3: r1.png", "Picture 4: r2.png",
    ]  # fmt: skip
    source = tray.source
    assert source.number == 1
    assert "never removed" in source.toolTip()
    assert source.accessibleDescription() == source.toolTip()
    source.setFocus()
    press(Qt.Key.Key_Delete)
    assert names(studio) == ["r0", "r1", "r2"]


async def test_the_order_of_the_slots_is_what_is_sent(studio, tmp_path) -> None:
    tray = await filled(studio, tmp_path)
    tray.tiles[2].setFocus()
    press(Qt.Key.Key_Left, CTRL)
    document, model = studio.session.editor.document, studio.session.draft.info
    snapshot = take_snapshot(document, "id", scenes.PARAMS, model.size_rule)
    assert [each.name for each in snapshot.references] == ["r0.png", "r2.png", "r1.png"]
    assert len(freeze(snapshot).images) == 1 + len(tray.tiles)


async def test_keys_move_and_remove_and_the_keyboard_stays_in_the_tray(studio, tmp_path) -> None:
    tray = await filled(studio, tmp_path)
    tray.tiles[0].setFocus()
    press(Qt.Key.Key_Right, CTRL)
    assert names(studio) == ["r1", "r0", "r2"]
    assert tray.tiles[1].hasFocus()
    press(Qt.Key.Key_Right, CTRL)
    press(Qt.Key.Key_Right, CTRL)
    assert names(studio) == ["r1", "r2", "r0"]
    press(Qt.Key.Key_Delete)
    assert names(studio) == ["r1", "r2"]
    assert tray.tiles[1].hasFocus()
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Delete)
    assert names(studio) == []
    assert tray.source.hasFocus()


async def test_undo_in_the_tray_puts_back_and_is_the_masks_when_nothing_is_gone(
    studio, tmp_path
) -> None:
    tray = await filled(studio, tmp_path)
    document = studio.session.editor.document
    tray.tiles[1].setFocus()
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Z, CTRL)
    press(Qt.Key.Key_Z, CTRL)
    assert names(studio) == ["r0", "r1", "r2"]
    assert not studio.window.central_area.notices.isVisible()
    assert document.mask.any()
    press(Qt.Key.Key_Z, CTRL)
    assert not document.mask.any()


async def test_the_cross_comes_with_pointer_or_keyboard_and_its_click_can_be_undone(
    studio, tmp_path
) -> None:
    tray = await filled(studio, tmp_path)
    first, second = tray.tiles[:2]
    notices = studio.window.central_area.notices
    assert not first.cross.isVisible()
    middle = QPointF(first.rect().center())
    QApplication.sendEvent(first, QEnterEvent(middle, middle, middle))
    second.setFocus()
    assert first.cross.isVisible()
    assert second.cross.isVisible()
    assert second.cross.accessibleName() == "Remove picture 3"
    assert second.cross.toolTip() == "Remove (Del)"
    QTest.mouseClick(second.cross, Qt.MouseButton.LeftButton)
    assert names(studio) == ["r0", "r2"]
    assert notices.text() == "r1.png is no longer a reference"
    undo = next(each for each in notices.findChildren(QPushButton) if each.text() == "Undo")
    undo.click()
    assert names(studio) == ["r0", "r1", "r2"]


async def test_what_was_removed_from_one_picture_does_not_come_to_the_next(
    studio, tmp_path
) -> None:
    tray = await filled(studio, tmp_path)
    tray.tiles[0].cross.click()
    await scenes.open_photo(studio, scenes.write_photo(tmp_path / "other.png"))
    assert not tray.tiles
    tray.source.setFocus()
    press(Qt.Key.Key_Z, CTRL)
    assert names(studio) == []


async def test_a_click_or_space_shows_a_slot_large(studio, tmp_path) -> None:
    tray = await filled(studio, tmp_path)

    async def seen(width: int, title: str) -> None:
        def shown() -> bool:
            found = studio.window.findChildren(EnlargedPicture)
            return [(each.picture._image.width(), each.windowTitle()) for each in found] == [
                (width, title)
            ]

        await eventually(shown, scenes.PATIENCE_S)
        (window,) = studio.window.findChildren(EnlargedPicture)
        QTest.keyClick(window, Qt.Key.Key_Escape)
        await eventually(lambda: not studio.window.findChildren(EnlargedPicture), scenes.PATIENCE_S)

    QTest.mouseClick(tray.tiles[1], Qt.MouseButton.LeftButton, pos=QPoint(10, 20))
    await seen(301, "Picture 3: r1.png")
    QTest.keyClick(tray.source, Qt.Key.Key_Space)
    await seen(160, "Picture 1: the canvas")


async def test_a_drag_moves_a_slot_and_one_out_of_the_tray_does_nothing(studio, tmp_path) -> None:
    tray = await filled(studio, tmp_path)
    drag(tray, 2, tray.tiles[0].geometry().center())
    assert names(studio) == ["r2", "r0", "r1"]
    drag(tray, 0, QPoint(200, 400))
    drag(tray, 0, tray.tiles[0].geometry().center() + QPoint(15, 0))
    assert names(studio) == ["r2", "r0", "r1"]
    assert not studio.window.findChildren(EnlargedPicture)


async def test_tab_goes_through_new_slots_where_the_eye_does(studio, tmp_path) -> None:
    tray = await filled(studio, tmp_path)
    tray.source.setFocus()
    model = next(each for each in studio.window.panel.findChildren(QComboBox))
    for expected in (*tray.tiles, tray.adder, model):
        studio.window.focusNextChild()
        assert QApplication.focusWidget() is expected
