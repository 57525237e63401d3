"""Where the keyboard is: in the picture, unless a person put it elsewhere by Tab or into a text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QWidget

from inpaint_studio.app import Studio
from tests.support import scenes, waiting

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


async def opened(studio: Studio, folder) -> None:
    await scenes.open_masked_photo(studio, folder)
    studio.window.panel.more.set_unfolded(True)
    studio.window.activateWindow()
    await waiting.eventually(studio.window.isActiveWindow, scenes.PATIENCE_S)


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def has_keyboard(studio: Studio) -> bool:
    return studio.wiring.canvas.hasFocus()


async def test_a_click_on_no_button_takes_the_keyboard(studio, tmp_path) -> None:
    await opened(studio, tmp_path)
    window = studio.window
    takers = [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, QAbstractButton | QComboBox)
        and not (isinstance(widget, QComboBox) and widget.isEditable())
        and widget.focusPolicy() & Qt.FocusPolicy.ClickFocus
    ]
    assert takers == []
    assert len(window.findChildren(QAbstractButton)) > 60


async def test_a_click_on_a_bar_takes_it_from_a_text(studio, tmp_path) -> None:
    await opened(studio, tmp_path)
    await scenes.run_once(studio)
    window, bar = studio.window, studio.window.staging_bar
    await waiting.eventually(bar.isVisible, scenes.PATIENCE_S)
    for place in (bar.view.findChildren(QAbstractButton)[1], window.options, window.panel.run, bar):
        window.panel.prompt.take_focus()
        assert not has_keyboard(studio)
        QTest.mouseClick(place, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
        assert has_keyboard(studio), place


async def test_what_hides_or_is_switched_off_leaves_it_to_the_picture(studio, tmp_path) -> None:
    await opened(studio, tmp_path)
    run = studio.window.panel.run
    run.set_live(2)
    run.stop_button.setFocus(Qt.FocusReason.TabFocusReason)
    assert run.stop_button.hasFocus()
    run.set_live(0)
    assert has_keyboard(studio)

    run.button.setFocus(Qt.FocusReason.TabFocusReason)
    studio.window.panel.setEnabled(False)
    assert has_keyboard(studio)
    studio.window.panel.setEnabled(True)

    (first, *_) = studio.window.panel.findChildren(QComboBox)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    first.setEnabled(False)
    assert has_keyboard(studio)


async def test_accepting_by_click_and_letters_after_it_reach_the_picture(studio, tmp_path) -> None:
    await opened(studio, tmp_path)
    await scenes.run_once(studio)
    bar = studio.window.staging_bar
    studio.window.panel.prompt.take_focus()
    click(bar.accept_button)
    await waiting.eventually(lambda: not bar.isVisible(), scenes.PATIENCE_S)
    assert has_keyboard(studio)
    QTest.keyClicks(QApplication.focusWidget(), "el")
    assert studio.window.panel.prompt.text() == ""
    assert studio.window.actions_["lasso"].isChecked()


def stops(window: QWidget) -> list[QWidget]:
    """Where Tab may stop, in the order Qt has them, beginning with the prompt."""
    found: list[QWidget] = []
    each = window.nextInFocusChain()
    while each is not None and each is not window:
        if (
            each.focusPolicy() & Qt.FocusPolicy.TabFocus
            and each.focusProxy() is None
            and each.isVisible()
            and each.isEnabled()
        ):
            found.append(each)
        each = each.nextInFocusChain()
    return found


async def test_escape_leads_back_from_everywhere(studio, tmp_path) -> None:
    await opened(studio, tmp_path)
    found = stops(studio.window)
    assert len(found) > 30
    for each in found:
        each.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        if not has_keyboard(studio):
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        assert has_keyboard(studio), each
