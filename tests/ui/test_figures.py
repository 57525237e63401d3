"""Figures and arrows among words that are read from right to left."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QTextLayout
from PySide6.QtWidgets import QApplication

from inpaint_studio.ui.style import theme as themes
from inpaint_studio.ui.style.figures import grouped, in_order, measure, plain, size_text

_WORD = "الحجم"


@pytest.fixture(params=list(Qt.LayoutDirection)[:2], ids=["left to right", "right to left"])
def direction(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Qt.LayoutDirection]:
    qapp.setLayoutDirection(request.param)
    yield request.param
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize(
    ("figure", "parts"),
    [
        (lambda: size_text(1536, 1024), ("1536", "×", "1024")),
        (lambda: measure("2.3", "s"), ("2.3", "s")),
        (lambda: grouped(32_000), ("32", "000")),
        (lambda: in_order("4 / 9"), ("4", "/", "9")),
    ],
    ids=["size", "measure", "groups", "share"],
)
def test_a_figure_is_read_from_left_to_right_among_words_of_either_direction(
    direction: Qt.LayoutDirection, figure: Callable[[], str], parts: tuple[str, ...]
) -> None:
    is_arabic = direction is Qt.LayoutDirection.RightToLeft
    line = f"{_WORD} {figure()} {_WORD}" if is_arabic else f"Size {figure()} of it"
    layout = QTextLayout(line)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = [layout.glyphRuns(line.index(each), len(each))[0] for each in parts]
    places = [run.boundingRect().left() for run in runs]
    assert places == sorted(places)


def test_what_points_on_points_where_lines_are_read_to(qapp: QApplication) -> None:
    def drawn(name: str) -> QImage:
        return themes.icon(name, themes.LIGHT).pixmap(20, 20).toImage()

    previous, following = drawn("previous"), drawn("next")
    assert previous != following
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        assert (drawn("previous"), drawn("next")) == (following, previous)
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.usefixtures("direction")
def test_what_is_read_back_is_what_was_meant() -> None:
    assert plain(size_text(1536, 1024)) == "1536x1024"
