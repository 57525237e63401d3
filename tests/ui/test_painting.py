"""What fails in a paint is told and goes no further: no exception tears the window down."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

import inpaint_studio.ui
from inpaint_studio.app import Studio
from inpaint_studio.ui.gallery import delegate as delegates
from inpaint_studio.ui.style.painting import painter_on, painting, within
from tests.support import scenes

WHITE = QColor("white")


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    errors: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _type, error, _trace: errors.append(error))
    return errors


class Failing(QWidget):
    def paintEvent(self, event: object) -> None:
        with painting(self) as painter:
            self.painter = painter
            raise KeyError("no such mark")


def test_a_paint_that_fails_is_told_and_its_painter_ends(qtbot, told) -> None:
    widget = Failing()
    qtbot.addWidget(widget)

    widget.grab()

    assert [type(error) for error in told] == [KeyError]
    assert not widget.painter.isActive()


def test_one_part_that_fails_leaves_the_others_and_the_painter_as_they_were(qapp, told) -> None:
    pixmap = QPixmap(3, 1)
    pixmap.fill("black")
    with painter_on(pixmap) as painter:
        for x in range(3):
            with within(painter):
                painter.translate(x, 0)
                painter.fillRect(QRect(0, 0, 1, 1), WHITE)
                if x == 1:
                    raise ValueError("odd")

    assert len(told) == 1
    assert pixmap.toImage().pixelColor(2, 0) == WHITE


def test_a_picture_painted_aside_can_be_freed_after_a_fault(qapp) -> None:
    pixmap = QPixmap(3, 3)
    with pytest.raises(KeyError), painter_on(pixmap):
        raise KeyError("odd")
    assert not pixmap.paintingActive()


async def test_a_card_that_cannot_be_painted_costs_itself(
    studio: Studio, tmp_path: Path, monkeypatch, expected_log
) -> None:
    expected_log("unexpected error")

    def fail(*_: object) -> None:
        raise TypeError("can't multiply sequence by non-int of type 'float'")

    await scenes.open_masked_photo(studio, tmp_path)
    await scenes.run_once(studio)
    monkeypatch.setattr(delegates, "paint_card", fail)
    for _ in range(3):
        studio.window.strip.grab()
    assert "unexpected" in studio.window.central_area.notices.text()


def test_no_painter_is_made_but_at_the_border() -> None:
    root = Path(inpaint_studio.ui.__file__).parent
    made = {
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == QPainter.__name__
    }
    assert made == {"style/painting.py"}
