"""What is painted piece by piece looks as if painted as a whole; what keys select."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QFont, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from inpaint_studio.history import Filter, History
from inpaint_studio.session.tasks import Tasks
from inpaint_studio.ui.gallery.arrangement import MARGIN_PX
from inpaint_studio.ui.gallery.calendar import HistoryCalendar
from inpaint_studio.ui.gallery.card_painting import GAP
from inpaint_studio.ui.gallery.card_view import CardView
from inpaint_studio.ui.gallery.loupe import LargeResult, Loupe
from inpaint_studio.ui.gallery.model import GalleryModel
from inpaint_studio.ui.gallery.page import GalleryPage
from inpaint_studio.ui.gallery.strip import _in_a_row
from inpaint_studio.ui.gallery.thumbnails import Thumbnails
from inpaint_studio.ui.style import theme as themes
from tests.support.seeded_history import seed

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def plain(blob: str) -> np.ndarray:
    """A small picture in a colour of its blob's own."""
    return np.full((112, 168, 4), [*bytes.fromhex(blob[:6]), 255], np.uint8)


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[None]:
    """A language that is read from right to left; asked for before `view`."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def view(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[CardView]:
    """The whole gallery of some hundred results, on screen."""
    seed(tmp_path / "history", 240, pictures=6)
    history = History(tmp_path / "history")
    model = GalleryModel()
    loop = asyncio.new_event_loop()
    tasks = Tasks(loop, pytest.fail)
    thumbnails = Thumbnails(history, tasks, plain)
    page = GalleryPage(themes.DARK, model, Loupe(LargeResult(history, thumbnails, tasks)))
    page.view.delegate.thumbnails = thumbnails
    themes.apply(qapp, themes.DARK)
    page.resize(900, 600)
    model.attach(history)
    with qtbot.waitExposed(page):
        page.show()
    yield page.view
    page.close()
    page.deleteLater()
    history.close()
    loop.close()


def on_screen(view: CardView) -> QImage:
    """What has been painted so far, piece by piece."""
    QApplication.processEvents()
    inside = view.viewport()
    corner = inside.mapTo(view.window(), QPoint(0, 0))
    shown = view.screen().grabWindow(
        view.window().winId(), corner.x(), corner.y(), inside.width(), inside.height()
    )
    return shown.toImage()


def painted_anew(view: CardView) -> QImage:
    view.viewport().update()
    return on_screen(view)


def test_a_scrolled_view_looks_as_if_painted_anew(view: CardView) -> None:
    view.select_row(3)
    bar, before = view.verticalScrollBar(), on_screen(view)
    for step in (60, 7, 13, -5, 400, -150, 3000, 20):
        bar.setValue(bar.value() + step)
        QTest.mouseMove(view.viewport(), QPoint(250, 200 + bar.value() % 3))
        scrolled = on_screen(view)
        assert scrolled != before
        assert scrolled == painted_anew(view)
        before = scrolled


@pytest.mark.usefixtures("mirrored")
def test_a_mirrored_view_begins_at_the_right(view: CardView) -> None:
    first, second = (view.visualRect(view._cards.index(row)) for row in (0, 1))
    seen = view.viewport().width()
    assert first.right() + 1 - GAP == seen - MARGIN_PX
    assert second.right() < first.center().x()
    assert view.indexAt(second.center()).row() == 1
    view.select_row(0)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.currentIndex().row() == 1
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.currentIndex().row() == 0
    for row in (3, 40, 0):
        view.select_row(row)
        assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))


@pytest.mark.usefixtures("mirrored")
def test_a_mirrored_strip_scrolls_from_the_right(view: CardView) -> None:
    view._arrange = _in_a_row
    view.rearrange()
    bar = view.horizontalScrollBar()
    on_screen(view)
    start = view.visualRect(view._cards.index(0))
    for step in (60, 7, 400, -150):
        bar.setValue(bar.value() + step)
        assert view.visualRect(view._cards.index(0)).left() == start.left() + bar.value()
        assert on_screen(view) == painted_anew(view)
    view.select_row(100)
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()).center())
    assert view.indexAt(view.visualRect(view.currentIndex()).center()).row() == 100


def watch(view: CardView, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The rows that are painted from now on, as often as they are."""
    painted: list[int] = []
    paint = view.delegate.paint

    def paint_and_tell(painter, option, index) -> None:
        painted.append(index.row())
        paint(painter, option, index)

    monkeypatch.setattr(view.delegate, "paint", paint_and_tell)
    return painted


def test_scrolling_paints_what_comes_into_sight_and_the_card_under_the_pointer(
    view: CardView, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_sight = len(view._rows_in_sight())
    QTest.mouseMove(view.viewport(), QPoint(250, 200))
    on_screen(view)
    painted = watch(view, monkeypatch)
    view.verticalScrollBar().setValue(30)
    QTest.mouseMove(view.viewport(), QPoint(250, 330))
    on_screen(view)
    assert 0 < len(painted) < in_sight / 2


def test_a_thumbnail_that_came_paints_the_cards_that_show_it_alone(
    view: CardView, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_screen(view)
    pictures = [view._cards.card_at(row).picture for row in range(6)]
    shown = next(filter(None, pictures))
    painted = watch(view, monkeypatch)
    view.show_picture(shown)
    on_screen(view)
    assert painted
    assert {view._cards.card_at(row).picture for row in painted} == {shown}


def selected(view: CardView) -> list[int]:
    return sorted(index.row() for index in view.selectionModel().selectedIndexes())


def test_shift_selects_every_card_from_one_to_the_other_over_lines(view: CardView) -> None:
    view.select_row(0)
    for _ in range(9):
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.visualRect(view._cards.index(9)).top() > view.visualRect(view._cards.index(0)).top()
    assert selected(view) == list(range(10))
    place = view.visualRect(view._cards.index(4)).center()
    shift, left = Qt.KeyboardModifier.ShiftModifier, Qt.MouseButton.LeftButton
    QTest.mouseClick(view.viewport(), left, shift, place)
    assert selected(view) == list(range(5))


def test_a_band_drawn_over_empty_ground_selects_what_it_touches(view: CardView) -> None:
    below = next(row for row in range(1, 40) if view.visualRect(view._cards.index(row)).x() < 20)
    first, last = (view.visualRect(view._cards.index(row)) for row in (0, below))
    start, end = QPoint(2, first.center().y()), last.center()
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(view.viewport(), left, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), left, Qt.KeyboardModifier.NoModifier, end)
    assert selected(view) == [0, below]


def test_what_a_filter_leaves_is_shown_from_its_beginning(view: CardView) -> None:
    bar = view.verticalScrollBar()
    bar.setValue(2000)
    view._cards.set_filter(Filter(state="done"))
    assert bar.maximum() > 2000
    assert bar.value() == 0


def test_a_search_that_is_taken_back_leaves_nothing_to_clear(view: CardView, qtbot: QtBot) -> None:
    field = view.window().findChild(QLineEdit)
    field.setText("tulip")
    with qtbot.waitSignal(field.textChanged):  # what shows and hides the button that clears
        view._cards.set_filter(Filter())
    assert field.text() == ""


def test_the_calendar_tells_days_with_results_from_others(qapp: QApplication) -> None:
    del qapp
    first, last = date(2026, 11, 3), date(2026, 11, 20)
    calendar = HistoryCalendar(themes.LIGHT, [last, first, last], shown=first)
    weights = {
        day: calendar.dateTextFormat(QDate(2026, 11, day)).fontWeight() for day in (3, 4, 20)
    }
    assert weights[3] == weights[20] == QFont.Weight.Bold != weights[4]
    assert calendar.selectedDate() == QDate(2026, 11, 3)
    assert calendar.maximumDate() == QDate(2026, 11, 20)


def test_a_slider_makes_cards_larger_and_the_current_one_stays_in_sight(view: CardView) -> None:
    page = view.window()
    assert isinstance(page, GalleryPage)
    chosen: list[int] = []
    page.card_width_chosen.connect(chosen.append)
    view.select_row(200)
    before = view.visualRect(view.currentIndex())
    page._size.setValue(300)
    assert chosen == [300]
    page.set_card_width(chosen[0])
    after = view.visualRect(view.currentIndex())
    assert after.width() == 300 + GAP
    assert after.height() > before.height() + 60
    assert view.viewport().rect().contains(after)


def test_a_scroll_bar_is_there_only_where_cards_are_out_of_sight(view: CardView) -> None:
    assert view.verticalScrollBar().isVisible()
    width = view._arrangement.extent.width()
    view._cards.set_filter(Filter(text="nobody ever asked for this"))
    view._cards.set_filter(Filter(model=view._cards.models()[-1], min_stars=5))
    view.window().resize(900, 4000)
    QApplication.processEvents()
    assert not view.verticalScrollBar().isVisible()
    assert view._arrangement.extent.width() == width  # lines are as they were


def test_smaller_thumbnails_are_shown_until_larger_ones_have_come(
    view: CardView, monkeypatch: pytest.MonkeyPatch
) -> None:
    thumbnails = view.delegate.thumbnails
    assert thumbnails is not None
    blob = "ab12cd" + "0" * 58
    small = thumbnails.get(blob)
    assert small is not None
    assert small.width() == 168
    asked: list[str] = []
    monkeypatch.setattr(thumbnails, "_load_next", lambda: asked.extend(thumbnails._waiting))
    thumbnails.fit_cards(300)
    assert thumbnails.get(blob) is small
    assert asked == [blob]
