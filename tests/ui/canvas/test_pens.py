"""Pens and mice whose events are lost, come twice, or were another widget's."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent

from inpaint_studio.session.tools import Tool
from tests.ui.canvas.hands import LEFT, NO_BUTTON, covered, drag, pen, send_mouse

PRESS, MOVE, LIFT = (
    QEvent.Type.TabletPress,
    QEvent.Type.TabletMove,
    QEvent.Type.TabletRelease,
)
CLICK, DRAG, RELEASE, AGAIN = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
)


def steps(editor):
    count = 0
    while editor.undo_label is not None:
        editor.undo()
        count += 1
    return count


def test_a_pen_whose_release_was_lost_does_not_paint_while_it_hovers(canvas, editor):
    pen(canvas, PRESS, (100, 200), 0.5)
    pen(canvas, MOVE, (150, 200), 0.5)
    pen(canvas, MOVE, (300, 200), 0.0, button=NO_BUTTON)
    pen(canvas, MOVE, (400, 200), 0.0, button=NO_BUTTON)
    assert not editor.is_painting
    assert covered(canvas, 300, 200) == covered(canvas, 380, 200) == 0
    assert steps(editor) == 1


def test_nor_where_the_driver_still_says_that_it_is_down(canvas, editor):
    pen(canvas, PRESS, (100, 200), 0.5)
    pen(canvas, MOVE, (300, 200), 0.0)
    pen(canvas, MOVE, (400, 200), 0.0)
    pen(canvas, LIFT, (400, 200), 0.0)
    assert covered(canvas, 300, 200) == 0


@pytest.mark.parametrize("first", ["pen", "mouse"])
def test_a_pen_that_comes_as_a_mouse_too_paints_once(canvas, editor, first):
    def both(kind, mouse_kind, place, pressure, buttons):
        def by_mouse():
            button = NO_BUTTON if mouse_kind is DRAG else LEFT
            send_mouse(canvas, mouse_kind, place, button, buttons)

        if first == "mouse":
            by_mouse()
        pen(canvas, kind, place, pressure, button=LEFT)
        if first == "pen":
            by_mouse()

    both(PRESS, CLICK, (100, 200), 0.2, LEFT)
    for x in range(120, 301, 20):
        both(MOVE, DRAG, (x, 200), 0.2, LEFT)
    both(LIFT, RELEASE, (300, 200), 0.0, NO_BUTTON)
    twice = canvas.display.document.mask.copy()
    assert not editor.is_painting
    assert steps(editor) == 1
    pen(canvas, PRESS, (100, 200), 0.2)
    for x in range(120, 301, 20):
        pen(canvas, MOVE, (x, 200), 0.2)
    pen(canvas, LIFT, (300, 200), 0.0)
    assert np.array_equal(canvas.display.document.mask, twice)


def test_a_press_that_comes_twice_is_one(canvas, editor):
    editor.set_tool(Tool.POLYGON)
    for place in ((100, 100), (300, 100), (200, 300)):
        for _ in range(2):
            send_mouse(canvas, CLICK, place)
        for _ in range(2):
            send_mouse(canvas, RELEASE, place, LEFT, NO_BUTTON)
    assert len(editor.outline) == 3


def test_the_second_click_of_a_pair_whose_first_went_to_a_bar_paints_nothing(canvas, editor):
    send_mouse(canvas, AGAIN, (200, 200))
    send_mouse(canvas, RELEASE, (200, 200), LEFT, NO_BUTTON)
    assert steps(editor) == 0
    drag(canvas, (200, 200), (201, 200))
    send_mouse(canvas, AGAIN, (200, 200))
    send_mouse(canvas, DRAG, (300, 200), NO_BUTTON)
    send_mouse(canvas, RELEASE, (300, 200), LEFT, NO_BUTTON)
    assert steps(editor) == 2


def test_after_a_lost_release_the_mouse_paints_as_ever(canvas, editor, monkeypatch):
    clock = [0.0]
    monkeypatch.setattr("inpaint_studio.ui.canvas.doubled.time.monotonic", lambda: clock[0])
    pen(canvas, PRESS, (100, 200), 0.5)
    clock[0] = 5.0
    drag(canvas, (100, 300), (300, 300))
    assert covered(canvas, 200, 300) == 255
    assert steps(editor) == 2
