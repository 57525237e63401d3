"""Closed lines, clicks and the frame, drawn by hands on the canvas."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPointingDevice
from PySide6.QtWidgets import QApplication

from inpaint_studio.picture.document import Document
from inpaint_studio.picture.geometry import Box, Point
from inpaint_studio.picture.image_file import Picture
from inpaint_studio.session.editor import Editor
from inpaint_studio.session.tools import Tool
from tests.ui.canvas.hands import (
    ALT,
    LEFT,
    MIDDLE,
    NO_BUTTON,
    NO_KEY,
    SHIFT,
    covered,
    drag,
    key,
    pen,
    send_mouse,
    shown_canvas,
)

RIGHT = Qt.MouseButton.RightButton
PRESS, MOVE, RELEASE = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonRelease,
)
KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_D)

PEN_ENDS = (QPointingDevice.PointerType.Pen, QPointingDevice.PointerType.Eraser)


def click(canvas, *place, keys=NO_KEY):
    drag(canvas, place, keys=keys)


def test_a_rectangle_is_dragged_and_alt_cuts_out_of_it(canvas, editor):
    editor.set_tool(Tool.RECTANGLE)
    drag(canvas, (100, 100), (180, 140), (300, 250))
    assert covered(canvas, 200, 200) == 255
    drag(canvas, (150, 150), (250, 220), keys=ALT)
    assert covered(canvas, 200, 200) == 0
    assert covered(canvas, 120, 120) == 255
    drag(canvas, (90, 90), (140, 140), keys=ALT | SHIFT)
    assert covered(canvas, 280, 240) == 0


def test_space_pans_under_a_lasso_without_dropping_it(canvas, editor):
    canvas.zoom_to(1.0)
    editor.set_tool(Tool.LASSO)
    send_mouse(canvas, PRESS, (100, 100))
    send_mouse(canvas, MOVE, (300, 100), NO_BUTTON)
    left = canvas.viewport.left
    key(canvas, QEvent.Type.KeyPress, Qt.Key.Key_Space)
    send_mouse(canvas, MOVE, (250, 80), NO_BUTTON)
    assert canvas.viewport.left == left - 50
    key(canvas, QEvent.Type.KeyRelease, Qt.Key.Key_Space)
    send_mouse(canvas, MOVE, (250, 280), NO_BUTTON)
    assert len(editor.outline) == 3
    send_mouse(canvas, RELEASE, (250, 280), LEFT, NO_BUTTON)
    assert editor.undo_label == "Lasso"


def test_the_middle_button_pans_under_a_polygon(canvas, editor):
    editor.set_tool(Tool.POLYGON)
    click(canvas, 100, 100)
    click(canvas, 300, 100)
    drag(canvas, (200, 200), (220, 200), button=MIDDLE)
    assert editor.is_placing_corners
    assert len(editor.outline) == 2


def test_a_polygon_is_closed_by_its_first_corner_a_double_click_or_enter(canvas, editor):
    editor.set_tool(Tool.POLYGON)
    for end in (
        lambda: click(canvas, 103, 102),
        lambda: send_mouse(canvas, QEvent.Type.MouseButtonDblClick, (120, 280)),
        lambda: key(canvas, QEvent.Type.KeyPress, Qt.Key.Key_Return),
    ):
        for corner in ((100, 100), (300, 110), (290, 280), (120, 280)):
            click(canvas, *corner)
            send_mouse(canvas, MOVE, (corner[0] + 9, corner[1]), NO_BUTTON, NO_BUTTON)
        end()
        assert not editor.is_placing_corners
        assert covered(canvas, 200, 200) == 255
        editor.undo()


def test_backspace_takes_corners_back_and_escape_all_of_them(canvas, editor):
    editor.set_tool(Tool.POLYGON)
    for corner in ((100, 100), (300, 110), (290, 280)):
        click(canvas, *corner)
    override = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Backspace, NO_KEY)
    override.ignore()
    QApplication.sendEvent(canvas, override)
    assert override.isAccepted()
    key(canvas, QEvent.Type.KeyPress, Qt.Key.Key_Backspace)
    assert len(editor.outline) == 2
    key(canvas, QEvent.Type.KeyPress, Qt.Key.Key_Escape)
    assert not editor.is_placing_corners
    override.ignore()
    QApplication.sendEvent(canvas, override)
    assert not override.isAccepted()


def test_a_polygon_survives_that_the_window_loses_the_focus(canvas, editor):
    editor.set_tool(Tool.POLYGON)
    click(canvas, 100, 100)
    QApplication.sendEvent(canvas, QFocusEvent(QEvent.Type.FocusOut))
    assert editor.is_placing_corners


def test_the_lasso_shows_its_line(canvas, editor):
    before = canvas.grab().toImage()
    editor.set_tool(Tool.LASSO)
    send_mouse(canvas, PRESS, (100, 100))
    for place in ((300, 100), (300, 300)):
        send_mouse(canvas, MOVE, place, NO_BUTTON)
    drawn = canvas.grab().toImage()
    assert any(drawn.pixel(x, 100) != before.pixel(x, 100) for x in range(150, 250))
    key(canvas, QEvent.Type.KeyPress, Qt.Key.Key_Escape)
    assert canvas.grab().toImage() == before


def test_the_frame_is_drawn_moved_stretched_and_put_back(canvas, editor):
    canvas.zoom_to(1.0)
    editor.set_tool(Tool.FRAME)
    editor.frame_changed.connect(lambda: canvas.set_frame(editor.document.frame))
    drag(canvas, (100, 100), (200, 150), (300, 250))
    first = editor.document.frame
    assert first.size == (200, 150)
    drag(canvas, (200, 180), (220, 190))
    assert editor.document.frame == first.shift(20, 10)
    drag(canvas, (320, 260), (340, 300))
    assert editor.document.frame.size == (220, 190)
    kept = editor.document.frame
    send_mouse(canvas, PRESS, (200, 200))
    send_mouse(canvas, MOVE, (260, 230), NO_BUTTON)
    assert editor.document.frame != kept
    key(canvas, QEvent.Type.KeyPress, Qt.Key.Key_Escape)
    assert editor.document.frame == kept
    assert editor.document.mask.max() == 0


def test_the_frame_has_a_cursor_for_each_grip_and_dims_the_rest(canvas, editor):
    canvas.zoom_to(1.0)
    editor.set_frame(Box(300, 200, 500, 400))
    canvas.set_frame(editor.document.frame)
    bright = canvas.grab().toImage()
    editor.set_tool(Tool.FRAME)
    corner = canvas.viewport.to_widget(Point(300, 200))
    send_mouse(canvas, MOVE, corner, NO_BUTTON, NO_BUTTON)
    assert canvas.cursor().shape() is Qt.CursorShape.SizeFDiagCursor
    send_mouse(canvas, MOVE, (corner.x + 60, corner.y + 60), NO_BUTTON, NO_BUTTON)
    assert canvas.cursor().shape() is Qt.CursorShape.SizeAllCursor
    dimmed = canvas.grab().toImage()
    assert dimmed.pixelColor(20, 20).lightness() < bright.pixelColor(20, 20).lightness()


def test_barrel_buttons_pan_and_ask_for_the_brush(canvas, editor, qtbot):
    canvas.zoom_to(1.0)
    left = canvas.viewport.left
    pen(canvas, QEvent.Type.TabletPress, (200, 200), 0.0, button=MIDDLE)
    pen(canvas, QEvent.Type.TabletMove, (230, 200), 0.0, button=NO_BUTTON)
    pen(canvas, QEvent.Type.TabletRelease, (230, 200), 0.0, button=MIDDLE)
    assert canvas.viewport.left == left + 30
    with qtbot.waitSignal(canvas.brush_popup_asked):
        pen(canvas, QEvent.Type.TabletPress, (200, 200), 0.0, button=RIGHT)
    assert editor.document.mask.max() == 0


def test_a_right_click_asks_for_the_brush_and_paints_nothing(canvas, editor, qtbot):
    with qtbot.waitSignal(canvas.brush_popup_asked) as asked:
        drag(canvas, (200, 150), button=RIGHT)
    assert asked.args == [canvas.mapToGlobal(QPointF(200, 150)).toPoint()]
    assert editor.document.mask.max() == 0


def test_resizing_shows_the_new_brush_for_a_while(canvas, editor, qtbot):
    before = canvas.grab().toImage()
    key(canvas, QEvent.Type.KeyPress, Qt.Key.Key_BracketRight)
    middle = canvas.rect().center()
    assert canvas.grab().toImage().pixel(middle) != before.pixel(middle)
    qtbot.waitUntil(lambda: canvas.grab().toImage() == before, timeout=3000)


@pytest.mark.parametrize("tool", [tool for tool in Tool if tool not in (Tool.HAND, Tool.ZOOM)])
@settings(max_examples=12)
@given(data=st.data())
def test_no_storm_tears_the_mask_with_any_tool(qapp, tool, data):
    editor = Editor()
    pixels = np.random.default_rng(2).integers(0, 256, (120, 160, 4), np.uint8)
    document = Document(Picture(pixels, "noise.png"))
    editor.open(document)
    editor.set_tool(tool)
    places = st.tuples(st.integers(-10, 210), st.integers(-10, 170))
    with shown_canvas(editor, 200, 160) as canvas:
        for _ in range(data.draw(st.integers(1, 16))):
            storm(canvas, editor, data.draw(st.integers(0, 9)), data.draw(places), data)
        canvas.close()
    editor.set_tool(Tool.HAND)
    assert not editor.is_pressed
    assert not editor.is_placing_corners
    end, steps = document.mask.copy(), 0
    while editor.undo_label is not None:
        editor.undo()
        steps += 1
    assert document.mask.max() == 0
    for _ in range(steps):
        editor.redo()
    assert np.array_equal(document.mask, end)
    document.undo_stack.settle()


def storm(canvas, editor, kind, place, data):
    keys = data.draw(st.sampled_from([NO_KEY, SHIFT, ALT, SHIFT | ALT]))
    if kind <= 2:
        send_mouse(canvas, PRESS, place, keys=keys)
    elif kind <= 4:
        send_mouse(canvas, MOVE, place, NO_BUTTON, keys=keys)
    elif kind == 5:
        send_mouse(canvas, RELEASE, place, LEFT, NO_BUTTON)
    elif kind == 6:
        key(canvas, QEvent.Type.KeyPress, data.draw(st.sampled_from(KEYS)))
    elif kind == 7:
        event = data.draw(st.sampled_from([QEvent.Type.TabletPress, QEvent.Type.TabletMove]))
        pen(canvas, event, place, 0.5, data.draw(st.sampled_from(PEN_ENDS)))
    elif kind == 8:
        QApplication.sendEvent(canvas, QFocusEvent(QEvent.Type.FocusOut))
    else:
        data.draw(st.sampled_from([editor.undo, editor.redo, editor.invert_mask, editor.swap]))()
