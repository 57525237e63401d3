"""Several pictures in one window: a tab each from the second on; closing one loses nothing."""

from __future__ import annotations

import asyncio
import gc
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QTabBar

from inpaint_studio.app import Studio
from inpaint_studio.journal import left_journals
from inpaint_studio.paths import data_folder
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.geometry import Point
from inpaint_studio.session.tools import Tool
from inpaint_studio.settings import Settings, save_settings
from inpaint_studio.ui.document.tab_bar import TabBar
from tests.support import scenes
from tests.support.journalled import state_of
from tests.ui.test_standing_still import cut_words

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
_FADED_S = 1.6
"""By then a result is only looked at: outline and frame have gone."""
CONTROL = Qt.KeyboardModifier.ControlModifier


async def opened(studio: Studio, folder: Path, *names: str) -> list[Document]:
    """Pictures of these names, the last of them shown."""
    for name in names:
        await scenes.open_photo(studio, scenes.write_photo(folder / name))
    return list(studio.session.documents.all)


def stroke(studio: Studio, x: float = 40) -> None:
    editor = studio.session.editor
    editor.set_brush(size=20)
    editor.press(Point(x, 40))
    editor.move(Point(x + 30, 70))
    editor.release()


async def kept(studio: Studio) -> None:
    """Every open picture has its journal."""
    journals, documents = studio.session.journals, studio.session.documents
    await scenes.eventually(lambda: all(journals.name_of(each) for each in documents.all))


def bar_of(studio: Studio) -> TabBar:
    return studio.wiring.tabs.bar


def names(studio: Studio) -> list[str]:
    bar = bar_of(studio)
    return [bar.tabText(place) for place in range(bar.count())]


def signs(studio: Studio) -> list[str]:
    return [tab.sign for tab in bar_of(studio)._tabs]


def press(studio: Studio, key: Qt.Key, *, shift: bool = False) -> None:
    canvas = studio.wiring.canvas
    canvas.setFocus()
    modifiers = CONTROL | (Qt.KeyboardModifier.ShiftModifier if shift else CONTROL)
    QTest.keyClick(canvas, key, modifiers)


async def test_tabs_come_with_the_second_picture_and_go_with_it(studio, tmp_path) -> None:
    first, *_ = await opened(studio, tmp_path, "a & b.png")
    assert not bar_of(studio).isVisible()
    await opened(studio, tmp_path, "two.png")
    assert bar_of(studio).isVisible()
    assert names(studio) == ["a && b.png", "two.png"]
    assert bar_of(studio).tabToolTip(0) == "a & b.png"
    assert studio.window.windowTitle().startswith("two.png")
    studio.window.actions_["close_picture"].trigger()
    assert not bar_of(studio).isVisible()
    assert studio.session.editor.document is first
    studio.window.actions_["close_picture"].trigger()
    assert studio.window.central_area.empty_state.isVisible()
    assert not studio.window.actions_["close_picture"].isEnabled()


async def test_keys_and_clicks_lead_from_picture_to_picture_and_leave_the_keyboard(
    studio, tmp_path
) -> None:
    documents, editor = await opened(studio, tmp_path, "1.png", "2.png", "3.png"), studio.session
    shown = lambda: documents.index(editor.editor.document)  # noqa: E731
    studio.window.activateWindow()
    await scenes.eventually(studio.window.isActiveWindow)
    press(studio, Qt.Key.Key_Tab)
    assert shown() == 0
    press(studio, Qt.Key.Key_Backtab, shift=True)
    assert shown() == 2
    studio.window.panel.prompt.take_focus()
    bar = bar_of(studio)
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(1).center())
    assert shown() == 1
    assert studio.wiring.canvas.hasFocus()
    middle = QPointF(bar.tabRect(2).center())
    turn = QWheelEvent(
        middle, bar.mapToGlobal(middle), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(bar, turn)
    assert shown() == 1
    QTest.mouseClick(bar, Qt.MouseButton.MiddleButton, pos=bar.tabRect(2).center())
    assert names(studio) == ["1.png", "2.png"]
    cross = bar.tabButton(0, QTabBar.ButtonPosition.RightSide)
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert names(studio) == ["2.png"]
    press(studio, Qt.Key.Key_W)
    assert names(studio) == []


async def test_a_switch_keeps_view_strokes_and_staged_result(studio, tmp_path) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    canvas, session = studio.wiring.canvas, studio.session
    first = session.editor.document
    (variant,) = await scenes.run_once(studio)
    session.draft.change(prompt="a red door")
    await opened(studio, tmp_path, "two.png")
    session.documents.show(first)  # with tabs there is less room
    canvas.zoom_to(3.0)
    canvas.pan_by(-40, -25)
    stroke(studio, 70)  # it is seen over the result
    await asyncio.sleep(_FADED_S)
    before, view, picture = state_of(first), canvas.viewport, canvas.grab().toImage()
    assert "red door" in studio.window.panel.prompt.text()
    session.documents.step(1)
    stroke(studio)
    session.draft.change(prompt="a tulip")
    canvas.zoom_to(1.0)
    session.documents.step(1)
    assert (state_of(first), canvas.viewport) == (before, view)
    await scenes.eventually(lambda: canvas.grab().toImage() == picture)
    assert session.staging.variant is variant
    assert studio.window.staging_bar.isVisible()
    assert studio.window.panel.prompt.text() == "a red door"


async def test_a_fitted_picture_is_fitted_again_where_the_window_has_changed(
    studio, tmp_path
) -> None:
    first, _ = await opened(studio, tmp_path, "1.png", "2.png")
    studio.window.resize(1200, 700)
    studio.session.documents.show(first)
    canvas = studio.wiring.canvas
    view = canvas.viewport
    canvas.fit()
    assert canvas.viewport == view


async def test_a_run_goes_on_in_the_background_and_says_when_it_has_come(studio, tmp_path) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    session, first = studio.session, studio.session.editor.document
    await opened(studio, tmp_path, "two.png")
    session.documents.show(first)
    session.generate(scenes.PARAMS)
    await scenes.until(session.runs.run_added, lambda: bool(session.runs.runs))
    session.documents.step(1)
    second = session.editor.document
    assert signs(studio) == ["running", ""]
    await scenes.all_ended(studio)
    assert session.editor.document is second
    assert session.staging.variant is None
    assert signs(studio) == ["arrived", ""]
    assert "1 new result" in bar_of(studio).tabToolTip(0)
    session.documents.show(first)
    assert signs(studio) == ["unsaved", ""]
    assert session.staging.result is session.runs.runs[-1].variants[0]
    session.staging.accept()
    assert (len(first.edits), len(second.edits)) == (1, 0)


async def test_what_is_closed_unsaved_is_kept_and_opened_again_at_a_click(studio, tmp_path) -> None:
    first, second = await opened(studio, tmp_path, "one.png", "two.png")
    await kept(studio)
    session, notices = studio.session, studio.window.central_area.notices
    session.draft.change(prompt="a red door")
    stroke(studio)
    state = state_of(second)
    assert signs(studio) == ["", "unsaved"]
    studio.window.actions_["close_picture"].trigger()
    assert session.editor.document is first
    await scenes.eventually(lambda: "two.png was not saved" in notices.text())
    assert not studio.window.central_area.question.isVisible()
    assert not any(each.isVisible() for each in studio.window.findChildren(QDialog))
    notices._action.click()
    await scenes.until(session.documents.changed, lambda: len(session.documents.all) == 2)
    assert session.editor.document is session.documents.all[1]
    assert state_of(session.editor.document) == state
    assert session.draft.wanted.prompt == "a red door"


async def test_closing_with_a_run_on_its_way_lets_it_go_on_and_says_where_it_ends(
    studio, tmp_path
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    session, notices = studio.session, studio.window.central_area.notices
    await kept(studio)
    session.generate(scenes.PARAMS)
    await scenes.until(session.runs.run_added, lambda: bool(session.runs.runs))
    studio.window.actions_["close_picture"].trigger()
    await scenes.eventually(lambda: "into the history" in notices.text())
    assert "photo.png was not saved" in notices.text()
    await scenes.all_ended(studio)
    (variant,) = session.runs.runs[-1].variants
    assert session.history.variant(variant.id).state == "done"
    assert session.editor.document is None


async def test_closing_the_window_asks_once_for_all_and_saves_all(studio, tmp_path) -> None:
    await opened(studio, tmp_path, "one.png", "two.png", "three.png")
    await kept(studio)
    documents, session = studio.session.documents, studio.session
    for document, path in zip(documents.all[:2], ("one.ora", "two.ora"), strict=True):
        documents.show(document)
        stroke(studio)
        if path == "one.ora":
            session.projects.set_path(document, tmp_path / path)
    documents.show(documents.all[2])
    studio.window.close()
    question = studio.window.central_area.question
    assert "2 pictures are not saved: one.png, two.png." in question.text()
    assert question.buttons[0].text() == "Save all and close"
    question.buttons[0].click()
    await scenes.eventually(lambda: studio.window.findChild(QFileDialog) is not None)
    assert (tmp_path / "one.ora").is_file()
    assert session.editor.document is documents.all[1]  # the one that is asked for is seen
    dialog = studio.window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "two.ora"))
    assert await studio.closed() == 0
    assert (tmp_path / "two.ora").is_file()
    await studio.close()
    assert left_journals(data_folder() / "journal") == []


async def test_who_does_not_say_where_to_save_stays(studio, tmp_path) -> None:
    await opened(studio, tmp_path, "one.png", "two.png")
    await kept(studio)
    stroke(studio)
    studio.window.close()
    studio.window.central_area.question.buttons[0].click()
    studio.window.findChild(QFileDialog).reject()
    session = studio.session
    session.projects.save(session.editor.document, tmp_path / "two.ora", {})
    await scenes.until(session.projects.saved, lambda: not session.journals.is_unsaved)
    assert studio.window.isVisible()
    assert not studio._closed.done()


async def test_what_the_disk_does_not_take_is_asked_about_before_it_is_closed(
    studio, tmp_path
) -> None:
    _, second = await opened(studio, tmp_path, "one.png", "two.png")
    await kept(studio)
    stroke(studio)
    studio.session.journals._open[second].is_refused = True
    studio.window.actions_["close_picture"].trigger()
    question = studio.window.central_area.question
    assert "the disk does not take" in question.text()
    assert studio.session.editor.document is second
    question.buttons[1].click()
    assert studio.session.documents.all[0].source.name == "one.png"
    assert len(studio.session.documents.all) == 1


@pytest.mark.parametrize("language", ["en", "de", "ar"])
async def test_twelve_tabs_fit_the_smallest_window(start_studio, tmp_path, language) -> None:
    save_settings(Settings(language=language))
    studio = await start_studio()
    window = studio.window
    window.resize(1280, 720)
    await opened(studio, tmp_path, "one.png")
    width = studio.wiring.canvas.width()
    await opened(studio, tmp_path, *(f"a long name of a picture {n}.png" for n in range(11)))
    bar = bar_of(studio)
    assert window.size().toTuple() == (1280, 720)
    assert studio.wiring.canvas.width() == width == bar.width()
    assert bar.rect().contains(bar.tabRect(11))  # that of the shown one is in view
    studio.session.documents.step(1)
    assert bar.rect().contains(bar.tabRect(0))
    is_left = bar.tabRect(0).left() < bar.tabRect(1).left()
    assert is_left != (language == "ar")
    assert cut_words(window) == []
    assert bar.focusPolicy() is Qt.FocusPolicy.NoFocus


async def test_signs_move_no_tab(studio, tmp_path) -> None:
    await opened(studio, tmp_path, "kitchen-before.png", "kitchen-after.png")
    await kept(studio)
    bar = bar_of(studio)
    before = [bar.tabRect(place) for place in range(2)]
    assert all(140 < rect.width() < 200 for rect in before)  # neither widened nor cut
    stroke(studio)
    assert signs(studio) == ["", "unsaved"]
    assert [bar.tabRect(place) for place in range(2)] == before


async def test_tabs_stay_away_from_gallery_and_comparison(studio, tmp_path) -> None:
    await opened(studio, tmp_path, "one.png", "two.png")
    studio.window.actions_["gallery"].trigger()
    assert not bar_of(studio).isVisible()
    stroke(studio)
    assert not bar_of(studio).isVisible()
    studio.window.actions_["next_picture"].trigger()
    assert studio.window.central_area.page is None
    assert bar_of(studio).isVisible()


async def test_a_closed_picture_leaves_no_memory_behind(studio, tmp_path) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    await scenes.run_once(studio)
    await kept(studio)
    document = weakref.ref(studio.session.editor.document)
    await opened(studio, tmp_path, "two.png")
    studio.session.documents.close(document())
    await scenes.eventually(lambda: gc.collect() >= 0 and document() is None, 20)


async def test_what_was_added_before_a_switch_comes_to_the_picture_it_was_added_to(
    studio, tmp_path
) -> None:
    first, second = await opened(studio, tmp_path, "one.png", "two.png")
    session = studio.session
    studio.wiring.references.add_files([tmp_path / "one.png"])
    session.documents.show(first)
    await scenes.eventually(lambda: len(second.references) == 1)
    assert first.references == ()
    session.documents.show(second)
    assert len(studio.wiring.references.tray.tiles) == 1


async def test_a_frame_that_is_dragged_stays_with_its_picture(studio, tmp_path) -> None:
    first, second = await opened(studio, tmp_path, "one.png", "two.png")
    canvas, editor = studio.wiring.canvas, studio.session.editor
    editor.set_tool(Tool.FRAME)
    middle = canvas.rect().center()
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(canvas, middle + QPoint(60, 50))
    frame = second.frame
    assert frame is not None
    studio.session.documents.show(first)
    QTest.mouseMove(canvas, middle + QPoint(120, 90))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=middle + QPoint(120, 90))
    assert (first.frame, second.frame) == (None, frame)
