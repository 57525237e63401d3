"""What is painted piece by piece looks like what is painted as a whole."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inpaint_studio.history import History
from inpaint_studio.session.tasks import Tasks
from inpaint_studio.ui import theme as themes
from inpaint_studio.ui.gallery.card_view import CardView
from inpaint_studio.ui.gallery.model import GalleryModel
from inpaint_studio.ui.gallery.page import GalleryPage
from inpaint_studio.ui.gallery.thumbnails import Thumbnails
from tests.benchmarks._seeded_history import seed

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def plain(blob: str) -> np.ndarray:
    """A small picture in a colour of its blob's own."""
    return np.full((112, 168, 4), [*bytes.fromhex(blob[:6]), 255], np.uint8)


@pytest.fixture
def view(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[CardView]:
    """The whole gallery of some hundred results, on screen."""
    seed(tmp_path / "history", 240, pictures=6)
    history = History(tmp_path / "history")
    model = GalleryModel()
    page = GalleryPage(themes.DARK, model)
    loop = asyncio.new_event_loop()
    page.view.delegate.thumbnails = Thumbnails(history, Tasks(loop, pytest.fail), plain)
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
