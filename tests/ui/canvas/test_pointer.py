"""What mouse, pen, wheel and held keys do on the canvas."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QCursor,
    QFocusEvent,
    QKeyEvent,
    QPointingDevice,
)
from PySide6.QtWidgets import QApplication

from inpaint_studio.picture.document import Document
from inpaint_studio.picture.geometry import Point
from inpaint_studio.picture.image_file import Picture
from inpaint_studio.session.editor import Editor
from inpaint_studio.session.tools import Tool
from tests.ui.canvas.hands import (
    ALT,
    LEFT,
    MIDDLE,
    NO_BUTTON,
    NO_KEY,
    POSITION,
    SHIFT,
    covered,
    drag,
    key,
    pen,
    send_mouse,
    shown_canvas,
    wheel,
)

STORM = {
    "press": lambda canvas, _, at: send_mouse(canvas, QEvent.Type.MouseButtonPress, at),
    "move": lambda canvas, _, at: send_mouse(canvas, QEvent.Type.MouseMove, at, NO_BUTTON),
    "stray": lambda canvas, _, at: send_mouse(
        canvas, QEvent.Type.MouseMove, at, NO_BUTTON, NO_BUTTON
    ),
    "lift": lambda canvas, _, at: send_mouse(
        canvas, QEvent.Type.MouseButtonRelease, at, LEFT, NO_BUTTON
    ),
    "pen": lambda canvas, _, at: pen(canvas, QEvent.Type.TabletPress, at, 0.5),
    "pen move": lambda canvas, _, at: pen(canvas, QEvent.Type.TabletMove, at, 0.9),
    "escape": lambda canvas, *_: key(canvas, QEvent.Type.KeyPress, Qt.Key.Key_Escape),
    "space": lambda canvas, *_: key(canvas, QEvent.Type.KeyPress, Qt.Key.Key_Space),
    "space up": lambda canvas, *_: key(canvas, QEvent.Type.KeyRelease, Qt.Key.Key_Space),
    "blur": lambda canvas, *_: QApplication.sendEvent(canvas, QFocusEvent(QEvent.Type.FocusOut)),
    "zoom": lambda canvas, *_: wheel(canvas, 120),
    "tool": lambda _, editor, __: editor.swap(),
    "hand": lambda _, editor, __: editor.set_tool("hand"),
    "undo": lambda _, editor, __: editor.undo(),
    "paint": lambda *_: QApplication.processEvents(),
}
storms = st.lists(
    st.tuples(
        st.sampled_from(sorted(STORM)), st.tuples(st.integers(-20, 320), st.integers(-20, 270))
    ),
    max_size=20,
)


def test_a_drag_paints_where_the_mouse_goes(canvas, editor):
    drag(canvas, (150, 150), (200, 180), (260, 150))
    assert covered(canvas, 150, 150) == 255
    assert covered(canvas, 260, 150) == 255
    assert covered(canvas, 400, 300) == 0
    assert editor.undo_label == "Brush stroke"


def test_alt_erases_and_shift_draws_a_line(canvas):
    drag(canvas, (150, 200))
    drag(canvas, (350, 200), keys=SHIFT)
    assert covered(canvas, 250, 200) == 255
    drag(canvas, (250, 150), (250, 250), keys=ALT)
    assert covered(canvas, 250, 200) == 0


def test_escape_cancels_the_stroke(canvas, editor):
    send_mouse(canvas, QEvent.Type.MouseButtonPress, (200, 200))
    key(canvas, QEvent.Type.KeyPress, Qt.Key.Key_Escape)
    send_mouse(canvas, QEvent.Type.MouseMove, (300, 200), NO_BUTTON)
    assert editor.document.mask.max() == 0
    assert editor.undo_label is None


def test_the_middle_button_pans_and_paints_nothing(canvas, editor):
    canvas.zoom_to(1.0)
    before = canvas.image_point(QPointF(100, 100))
    drag(canvas, (200, 200), (230, 215), button=MIDDLE)
    assert canvas.image_point(QPointF(130, 115)) == pytest.approx(before)
    assert editor.document.mask.max() == 0


def test_space_makes_a_hand_until_it_is_let_go(canvas, editor):
    canvas.zoom_to(1.0)
    key(canvas, QEvent.Type.KeyPress, Qt.Key.Key_Space)
    assert canvas.cursor().shape() is Qt.CursorShape.OpenHandCursor
    drag(canvas, (200, 200), (240, 200))
    assert editor.document.mask.max() == 0
    key(canvas, QEvent.Type.KeyRelease, Qt.Key.Key_Space)
    drag(canvas, (200, 200), (240, 200))
    assert editor.document.mask.max() == 255


def test_held_keys_and_strokes_end_when_focus_is_lost(canvas, editor):
    send_mouse(canvas, QEvent.Type.MouseButtonPress, (200, 200))
    key(canvas, QEvent.Type.KeyPress, Qt.Key.Key_Space)
    key(canvas, QEvent.Type.KeyPress, Qt.Key.Key_Backslash)
    QApplication.sendEvent(canvas, QFocusEvent(QEvent.Type.FocusOut))
    assert not editor.is_painting
    assert not canvas._holds_original
    assert editor.undo_label == "Brush stroke"
    drag(canvas, (300, 200))
    assert covered(canvas, 300, 200) == 255


def test_alt_is_kept_from_the_menu_bar(canvas):
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Alt, ALT)
    event.ignore()
    QApplication.sendEvent(canvas, event)
    assert event.isAccepted()
    other = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_B, NO_KEY)
    other.ignore()
    QApplication.sendEvent(canvas, other)
    assert not other.isAccepted()


def test_the_wheel_zooms_at_the_cursor(canvas, qtbot):
    before = canvas.image_point(QPointF(300, 250))
    with qtbot.waitSignal(canvas.zoom_changed):
        wheel(canvas, 240, at=(300, 250))
    assert canvas.zoom > 0.6
    assert canvas.image_point(QPointF(300, 250)) == pytest.approx(before, abs=1.2 / canvas.zoom)


def test_shift_and_wheel_size_the_brush(canvas, editor):
    zoom = canvas.zoom
    wheel(canvas, 120, SHIFT)
    assert editor.brush.size == 44
    assert canvas.zoom == zoom


def test_brackets_size_the_brush_and_shift_hardens_it(canvas, editor):
    key(canvas, QEvent.Type.KeyPress, Qt.Key.Key_BracketRight)
    assert editor.brush.size == 44
    key(canvas, QEvent.Type.KeyPress, Qt.Key.Key_BraceLeft, SHIFT)
    assert editor.brush.hardness == 90


def test_dragging_with_alt_and_the_right_button_sizes_and_hardens(canvas, editor):
    right = Qt.MouseButton.RightButton
    canvas.zoom_to(1.0)
    editor.set_brush(hardness=50)
    drag(canvas, (200, 200), (210, 190), (230, 180), button=right, keys=ALT)
    assert editor.brush.size == 100
    assert editor.brush.hardness == 60
    assert editor.document.mask.max() == 0
    drag(canvas, (200, 200), (300, 200))
    assert editor.brush.size == 100


def test_two_fingers_pan(canvas):
    canvas.zoom_to(1.0)
    before = canvas.viewport
    wheel(canvas, 0, pixels=QPoint(13, -7), phase=Qt.ScrollPhase.ScrollUpdate)
    assert (canvas.viewport.left, canvas.viewport.top) == (before.left + 13, before.top - 7)
    assert canvas.zoom == before.scale


def test_pen_pressure_makes_the_stroke_and_the_eraser_end_erases(canvas):
    pen(canvas, QEvent.Type.TabletPress, (150, 150), 0.2)
    pen(canvas, QEvent.Type.TabletMove, (250, 150), 1.0)
    pen(canvas, QEvent.Type.TabletRelease, (250, 150), 0.0)
    assert covered(canvas, 250, 150) == 255
    assert covered(canvas, 250, 158) == 255
    assert covered(canvas, 150, 158) == 0
    eraser = QPointingDevice.PointerType.Eraser
    pen(canvas, QEvent.Type.TabletPress, (250, 150), 1.0, eraser)
    pen(canvas, QEvent.Type.TabletRelease, (250, 150), 0.0, eraser)
    assert covered(canvas, 250, 150) == 0


def test_a_pen_that_cannot_tell_its_pressure_paints_at_full_size(canvas):
    for kind, place in (("Press", (150, 150)), ("Move", (250, 150)), ("Release", (250, 150))):
        pen(canvas, QEvent.Type[f"Tablet{kind}"], place, 0.0, can=POSITION)
    assert covered(canvas, 150, 158) == covered(canvas, 250, 158) == 255


def test_a_lost_release_does_not_go_on_painting(canvas, editor):
    send_mouse(canvas, QEvent.Type.MouseButtonPress, (100, 200))
    send_mouse(canvas, QEvent.Type.MouseMove, (400, 200), NO_BUTTON, NO_BUTTON)
    assert not editor.is_painting
    assert covered(canvas, 300, 200) == 0


def test_the_pointers_picture_point_is_told(canvas, qtbot):
    under = canvas.viewport.to_image(Point(250, 200))
    with qtbot.waitSignal(canvas.cursor_moved) as heard:
        send_mouse(canvas, QEvent.Type.MouseMove, (250, 200), NO_BUTTON, NO_BUTTON)
    assert tuple(heard.args[0]) == pytest.approx(tuple(under), abs=2)
    with qtbot.waitSignal(canvas.cursor_moved) as heard:
        QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
    assert heard.args == [None]


@settings(max_examples=25)
@given(storm=storms)
def test_no_storm_of_events_tears_the_mask(qapp, storm):
    """Focus loss, Escape, tool change, undo or closing in mid-stroke leave one step or none."""
    editor = Editor()
    document = Document(Picture(np.full((300, 400, 4), 255, np.uint8), "white.png"))
    editor.open(document)
    with shown_canvas(editor, 300, 250) as canvas:
        for what, place in storm:
            STORM[what](canvas, editor, place)
        canvas.close()
        assert not editor.is_painting
    end, steps = document.mask.copy(), 0
    while editor.undo_label is not None:
        editor.undo()
        steps += 1
    assert steps <= sum(what in ("press", "pen", "lift") for what, _ in storm)
    assert document.mask.max() == 0
    for _ in range(steps):
        editor.redo()
    assert np.array_equal(document.mask, end)


def test_tools_have_their_cursors(canvas, editor):
    send_mouse(canvas, QEvent.Type.MouseMove, (250, 200), NO_BUTTON, NO_BUTTON)
    assert canvas.cursor().shape() is Qt.CursorShape.BlankCursor
    editor.set_tool(Tool.ZOOM)
    assert canvas.cursor().shape() is Qt.CursorShape.CrossCursor
    drag(canvas, (250, 200))
    zoomed = canvas.zoom
    drag(canvas, (250, 200), keys=ALT)
    assert canvas.zoom < zoomed


def test_the_pointer_returns_to_where_the_brush_was_sized_from(canvas, editor):
    right = Qt.MouseButton.RightButton
    drag(canvas, (200, 200), (290, 180), button=right, keys=ALT)
    assert canvas.mapFromGlobal(QCursor.pos()) == QPoint(200, 200)
    assert canvas._overlay._ring[0] == QPointF(200, 200)


def test_alt_shows_the_eraser_and_its_sign_in_the_ring(canvas, editor):
    shown = []
    canvas.tool_shown.connect(shown.append)
    send_mouse(canvas, QEvent.Type.MouseMove, (200, 200), NO_BUTTON, NO_BUTTON)
    plain = canvas.grab().toImage()
    key(canvas, QEvent.Type.KeyPress, Qt.Key.Key_Alt, ALT)
    assert shown[-1:] == [Tool.ERASER]
    signed = canvas.grab().toImage()
    assert signed.pixelColor(200, 200).lightness() > 250
    assert plain.pixelColor(200, 200).lightness() < 250
    key(canvas, QEvent.Type.KeyRelease, Qt.Key.Key_Alt)
    assert shown[-1:] == [Tool.BRUSH]
    assert canvas.grab().toImage() == plain


def test_dragging_the_wand_makes_it_more_and_less_tolerant_as_one_step(canvas, editor):
    editor.set_tool("wand")
    editor.set_wand(tolerance=10, contiguous=False)
    mask = editor.document.mask
    send_mouse(canvas, QEvent.Type.MouseButtonPress, (200, 200))
    few = np.count_nonzero(mask)
    send_mouse(canvas, QEvent.Type.MouseMove, (260, 200), NO_BUTTON)
    assert editor.wand.tolerance == 40
    more = np.count_nonzero(mask)
    send_mouse(canvas, QEvent.Type.MouseMove, (190, 200), NO_BUTTON)
    assert editor.wand.tolerance == 5
    assert np.count_nonzero(mask) <= few < more
    send_mouse(canvas, QEvent.Type.MouseMove, (260, 200), NO_BUTTON)
    send_mouse(canvas, QEvent.Type.MouseButtonRelease, (260, 200), LEFT, NO_BUTTON)
    assert np.count_nonzero(mask) == more
    editor.undo()
    assert not mask.any()
    assert editor.undo_label is None
    send_mouse(canvas, QEvent.Type.MouseButtonPress, (200, 200))
    send_mouse(canvas, QEvent.Type.MouseMove, (290, 200), NO_BUTTON)
    key(canvas, QEvent.Type.KeyPress, Qt.Key.Key_Escape)
    assert not mask.any()
    assert editor.wand.tolerance == 40


@pytest.mark.parametrize("size", [(600, 400), (4000, 3000)])
def test_the_brush_fits_what_is_seen_of_the_picture(editor, size):
    with shown_canvas(editor, 900, 700) as canvas:
        width, height = size
        editor.open(Document(Picture(np.zeros((height, width, 4), np.uint8), "a.png")))
        editor.set_brush(size=932.0, hardness=35)
        canvas.fit_brushes()
        shorter = min(900, 700, width * canvas.zoom, height * canvas.zoom)
        for tool in (Tool.BRUSH, Tool.ERASER):
            seen = editor.brush_of(tool).size * canvas.zoom
            assert seen == pytest.approx(0.06 * shorter, abs=1)
        assert editor.brush.hardness == 35
        assert canvas._overlay._size is None  # nobody asked how large it is
