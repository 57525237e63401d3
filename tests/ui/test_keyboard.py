"""Where the keyboard is: in the picture, unless a person put it elsewhere by Tab or into a text."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QMenu,
    QScrollBar,
    QWidget,
)

from inpaint_studio.app import Studio
from inpaint_studio.contract.profile import Profile
from inpaint_studio.contract.sizes import SizeRule
from inpaint_studio.runs.request import take_snapshot
from inpaint_studio.settings import Settings, save_settings
from inpaint_studio.ui.main_window import MENUS, MainWindow
from tests.support import scenes, waiting
from tests.ui.canvas.hands import wheel

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


async def opened(studio: Studio, folder) -> None:
    await scenes.open_masked_photo(studio, folder)
    studio.window.panel.more.set_unfolded(True)
    await scenes.activate(studio)


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def has_keyboard(studio: Studio) -> bool:
    return studio.wiring.canvas.hasFocus()


def _is_plain_window(widget: QWidget) -> bool:
    return widget.windowType() is Qt.WindowType.Window


class Activations(QObject):
    """Windows that came to the front."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_widget = isinstance(watched, QWidget)
        if is_widget and event.type() == QEvent.Type.Show and _is_plain_window(watched):
            self.windows.append(watched)
        return False


async def test_nothing_of_the_window_becomes_a_window_of_its_own(studio, tmp_path) -> None:
    """A part that is shown before it has its place does, and takes the keyboard with it."""
    seen, app = Activations(), QApplication.instance()
    app.installEventFilter(seen)
    await scenes.open_masked_photo(studio, tmp_path)
    for size in (300, 301):
        path = scenes.write_photo(tmp_path / f"{size}.png", size, size)
        studio.wiring.references.add_files([path])
        await scenes.open_photo(studio, path)
    studio.window.panels.show_history()
    await scenes.open_masked_photo(studio, tmp_path)
    await scenes.run_once(studio)
    studio.window.panel.more.set_unfolded(True)
    studio.session.staging.accept()
    studio.wiring.gallery.toggle()
    studio.wiring.compare.compare_run(studio.session.runs.runs[-1])
    await waiting.eventually(lambda: studio.wiring.compare.is_open)
    app.removeEventFilter(seen)
    assert seen.windows == []
    assert QApplication.activeWindow() is studio.window


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
        assert not window.strip.isVisible(), place  # what nobody took opens nothing


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


async def test_tab_visits_every_control_once_and_comes_round(studio, tmp_path) -> None:
    """With every model there is, each kind of profile, and sizes that are offered and are not."""
    await opened(studio, tmp_path)
    window, session = studio.window, studio.session
    session.profiles.add(Profile(name="Lab", base_url="https://lab.invalid/v1", auth="none"))
    studio.wiring.references.add_files([scenes.write_photo(tmp_path / "reference.png")])
    tray = studio.wiring.references.tray
    await waiting.eventually(lambda: len(tray.tiles) == 1, scenes.PATIENCE_S)
    for profile in (session.profiles.active.name, "Lab"):
        session.profiles.activate(profile)
        for info in (*session.profiles.models, *session.draft.catalog.models.values()):
            session.draft.change(model=info.id)
            assert walked(window) == Counter(stops(window)), (profile, info.id)


@pytest.mark.parametrize("page", ["gallery", "compare"])
async def test_tab_comes_round_in_a_page_and_escape_leads_to_what_it_shows(
    studio, tmp_path, page
) -> None:
    await opened(studio, tmp_path)
    await scenes.run_once(studio)
    window, central_area = studio.window, studio.window.central_area
    window.actions_[page].trigger()
    await waiting.eventually(lambda: central_area.page is not None, scenes.PATIENCE_S)
    assert central_area.page.view.hasFocus()
    assert walked(window) == Counter(stops(window))
    for each in stops(window):
        each.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        if central_area.page is None:
            window.actions_[page].trigger()
            await waiting.eventually(lambda: central_area.page is not None, scenes.PATIENCE_S)
        assert central_area.page.view.hasFocus(), each


def walked(window: MainWindow) -> Counter[QWidget]:
    """What Tab visits until it is back in the prompt, and how often."""
    window.panel.prompt.take_focus()
    first = QApplication.focusWidget()
    assert first is not None
    visits = Counter({first: 1})
    window.focusNextChild()
    while (taken := QApplication.focusWidget()) is not first and visits.total() < 200:
        assert taken is not None
        visits[taken] += 1
        window.focusNextChild()
    return visits


@pytest.mark.parametrize(("page", "letters"), [("gallery", "behwq"), ("compare", "elgchq")])
async def test_no_key_changes_unseen_what_a_page_covers(studio, tmp_path, page, letters) -> None:
    await opened(studio, tmp_path)
    await scenes.run_once(studio)
    window, editor = studio.window, studio.session.editor
    tool, mask = editor.tool, editor.document.mask.copy()
    window.actions_[page].trigger()
    await waiting.eventually(lambda: window.central_area.page is not None, scenes.PATIENCE_S)
    QTest.keyClicks(QApplication.focusWidget(), letters)
    for key in (Qt.Key.Key_D, Qt.Key.Key_I, Qt.Key.Key_Z):
        QTest.keyClick(QApplication.focusWidget(), key, Qt.KeyboardModifier.ControlModifier)
    assert window.central_area.page is not None
    assert editor.tool is tool
    assert np.array_equal(editor.document.mask, mask)


async def test_enter_takes_a_result_and_no_partial(studio, faulty, tmp_path) -> None:
    await opened(studio, tmp_path)
    session, canvas = studio.session, studio.wiring.canvas
    endpoint = scenes.at(faulty("cut-stream"))
    snapshot = take_snapshot(session.editor.document, "id", scenes.PARAMS, SizeRule())
    session.runs.submit(snapshot, endpoint)
    await scenes.all_ended(studio)
    await waiting.eventually(lambda: session.staging.can_accept, scenes.PATIENCE_S)
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert session.editor.document.edits == ()
    QTest.keyClick(canvas, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert len(session.editor.document.edits) == 1


async def test_space_after_a_click_on_stop_starts_no_run(studio, tmp_path) -> None:
    await opened(studio, tmp_path)
    window, runs = studio.window, studio.session.runs
    window.panel.run.set_live(2)
    click(window.panel.run.stop_button)
    window.panel.run.set_live(0)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert runs.pending_count == 0
    window.panel.run.button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(window.panel.run.button, Qt.Key.Key_Space)
    await waiting.eventually(lambda: len(runs.runs) == 1, scenes.PATIENCE_S)
    await scenes.all_ended(studio)
    assert len(runs.runs) == 1


async def test_a_tap_on_alt_arms_no_menu(studio, tmp_path) -> None:
    await opened(studio, tmp_path)
    canvas, bar = studio.wiring.canvas, studio.window.menuBar()
    canvas.setFocus()
    QTest.keyPress(canvas, Qt.Key.Key_Alt)
    QTest.keyRelease(canvas, Qt.Key.Key_Alt)
    assert bar.activeAction() is None
    assert canvas.hasFocus()


@pytest.mark.parametrize("language", ["en", "de", "ar"])
async def test_every_menu_and_its_lines_have_a_letter_of_their_own(start_studio, language) -> None:
    save_settings(Settings(language=language))
    studio = await start_studio()
    bar = studio.window.menuBar()
    for menu in (bar, *(bar.findChild(QMenu, name) for name in MENUS)):
        texts = [action.text() for action in menu.actions() if not action.isSeparator()]
        letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
        assert len(set(letters)) == len(letters)
        assert len(letters) >= len(texts) - 2, texts


async def test_the_wheel_changes_only_what_has_the_keyboard(studio, tmp_path) -> None:
    await opened(studio, tmp_path)
    window = studio.window
    window.panel.more.set_unfolded(True)
    controls = [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, QAbstractSpinBox | QComboBox | QAbstractSlider)
        and not isinstance(widget, QScrollBar)
        and widget.isVisible()
    ]
    assert len(controls) > 6
    studio.wiring.canvas.setFocus()
    before = [said(each) for each in controls]
    for each in controls:
        wheel(each, 120)
    assert [said(each) for each in controls] == before
    count = next(each for each in controls if isinstance(each, QAbstractSpinBox))
    count.setFocus(Qt.FocusReason.TabFocusReason)
    wheel(count, 120)
    assert said(count) != before[controls.index(count)]


def said(control: QWidget) -> object:
    return control.currentText() if isinstance(control, QComboBox) else control.property("value")
