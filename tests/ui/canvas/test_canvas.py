"""The canvas widget under mouse, pen, wheel and keys."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QInputDevice,
    QKeyEvent,
    QMouseEvent,
    QPointingDevice,
    QTabletEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication

from inpaint_studio.picture.document import Document
from inpaint_studio.picture.geometry import Box, Point
from inpaint_studio.picture.image_file import Picture
from inpaint_studio.session.editor import Editor, Tool
from inpaint_studio.ui.canvas.canvas import Canvas
from inpaint_studio.ui.canvas.colours import LIGHT
from inpaint_studio.ui.canvas.overlay_mode import OverlayMode

LEFT, MIDDLE, NO_BUTTON = (
    Qt.MouseButton.LeftButton,
    Qt.MouseButton.MiddleButton,
    Qt.MouseButton.NoButton,
)
NO_KEY, SHIFT, ALT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
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


@pytest.fixture
def editor(qapp):
    editor = Editor()
    rng = np.random.default_rng(6)
    pixels = rng.integers(0, 256, (600, 900, 4), np.uint8)
    pixels[..., 3] = 255
    editor.open(Document(Picture(pixels, "noise.png")))
    editor.set_brush(size=40, hardness=100)
    return editor


@pytest.fixture
def canvas(editor, qtbot):
    canvas = Canvas(editor)
    qtbot.addWidget(canvas)
    canvas.resize(500, 400)
    canvas.show()
    qtbot.waitExposed(canvas)
    canvas.setFocus()
    return canvas


def send_mouse(canvas, kind, place, button=LEFT, buttons=LEFT, keys=NO_KEY):
    position = QPointF(*place)
    event = QMouseEvent(kind, position, canvas.mapToGlobal(position), button, buttons, keys)
    QApplication.sendEvent(canvas, event)


def drag(canvas, *points, button=LEFT, keys=NO_KEY):
    send_mouse(canvas, QEvent.Type.MouseButtonPress, points[0], button, button, keys)
    for point in points[1:]:
        send_mouse(canvas, QEvent.Type.MouseMove, point, NO_BUTTON, button, keys)
    send_mouse(canvas, QEvent.Type.MouseButtonRelease, points[-1], button, NO_BUTTON, keys)


def key(canvas, kind, key, keys=NO_KEY):
    event = QKeyEvent(kind, key, keys)
    QApplication.sendEvent(canvas, event)
    return event


def wheel(canvas, angle, keys=NO_KEY, at=(250, 200), pixels=None, phase=None):
    position = QPointF(*at)
    event = QWheelEvent(
        position,
        canvas.mapToGlobal(position),
        pixels or QPoint(),
        QPoint(0, angle),
        NO_BUTTON,
        keys,
        phase or Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def pen(canvas, kind, place, pressure, pointer=QPointingDevice.PointerType.Pen):
    device = QPointingDevice(
        "pen",
        7,
        QInputDevice.DeviceType.Stylus,
        pointer,
        QInputDevice.Capability.Pressure | QInputDevice.Capability.Position,
        1,
        1,
    )
    position = QPointF(*place)
    event = QTabletEvent(
        kind, device, position, canvas.mapToGlobal(position), pressure,
        0, 0, 0, 0, 0, NO_KEY, LEFT, LEFT,
    )  # fmt: skip
    QApplication.sendEvent(canvas, event)


def covered(canvas, x, y):
    point = canvas.image_point(QPointF(x, y))
    return canvas.display.document.mask[int(point.y), int(point.x)]


def test_a_drag_paints_where_the_mouse_goes(canvas, editor):
    drag(canvas, (150, 150), (200, 180), (260, 150))
    assert covered(canvas, 150, 150) == 255
    assert covered(canvas, 260, 150) == 255
    assert covered(canvas, 400, 300) == 0
    assert editor.undo_label == "Brush stroke"


def test_painting_shows_at_once(canvas):
    before = canvas.grab().toImage()
    send_mouse(canvas, QEvent.Type.MouseButtonPress, (200, 200))
    after = canvas.grab().toImage()
    assert before.pixel(196, 203) != after.pixel(196, 203)
    assert before.pixel(20, 20) == after.pixel(20, 20)


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


def test_a_fitted_picture_stays_fitted_when_the_window_grows(canvas):
    canvas.fit()
    fitted = canvas.zoom
    canvas.resize(800, 600)
    assert canvas.zoom > fitted
    canvas.zoom_to(2.0)
    canvas.resize(500, 400)
    assert canvas.zoom == 2.0


def test_overlay_modes_cycle(canvas):
    seen = [canvas.cycle_overlay() for _ in OverlayMode]
    assert seen == [
        OverlayMode.OUTLINE,
        OverlayMode.MASK_ONLY,
        OverlayMode.HIDDEN,
        OverlayMode.TINT,
    ]


def test_mask_only_shows_the_mask_in_grey(canvas, editor):
    editor.fill_mask()
    canvas.set_overlay_mode(OverlayMode.MASK_ONLY)
    assert canvas.grab().toImage().pixelColor(250, 200).name() == "#ffffff"


def test_holding_backslash_shows_the_picture_alone(canvas, editor):
    editor.fill_mask()
    canvas.show_preview(np.zeros((600, 900, 4), np.uint8), None, cross_fade=False)
    canvas.set_overlay_mode(OverlayMode.HIDDEN)
    shown = canvas.grab().toImage().pixel(250, 200)
    key(canvas, QEvent.Type.KeyPress, Qt.Key.Key_Backslash)
    original = canvas.grab().toImage().pixel(250, 200)
    key(canvas, QEvent.Type.KeyRelease, Qt.Key.Key_Backslash)
    assert original != shown
    assert canvas.grab().toImage().pixel(250, 200) == shown


def test_a_preview_is_not_tinted_but_a_new_stroke_is(canvas, editor):
    editor.fill_mask()
    white = np.full((600, 900, 4), 255, np.uint8)
    canvas.show_preview(white, None, cross_fade=False)
    assert canvas.grab().toImage().pixelColor(250, 210).name() == "#ffffff"
    send_mouse(canvas, QEvent.Type.MouseButtonPress, (200, 200))
    assert canvas.grab().toImage().pixelColor(250, 210).name() != "#ffffff"


def test_a_preview_fades_in_and_reduced_motion_does_not(canvas, qtbot):
    white = np.full((600, 900, 4), 255, np.uint8)
    canvas.set_overlay_mode(OverlayMode.HIDDEN)
    canvas.show_preview(white)
    assert canvas.grab().toImage().pixelColor(250, 210).name() != "#ffffff"
    qtbot.waitUntil(lambda: canvas.grab().toImage().pixelColor(250, 210).name() == "#ffffff")
    canvas.show_preview(None)
    canvas.set_reduced_motion(True)
    canvas.show_preview(white)
    assert canvas.grab().toImage().pixelColor(250, 210).name() == "#ffffff"


def test_frame_hint_and_theme_are_drawn(canvas):
    plain = canvas.grab().toImage()
    canvas.set_frame(Box(100, 100, 700, 500), "1536 × 1024 sent")
    framed = canvas.grab().toImage()
    assert framed != plain
    canvas.set_hint("Paint what should change")
    assert canvas.grab().toImage() != framed
    drag(canvas, (200, 200))
    canvas.set_frame(None)
    canvas.set_colours(LIGHT)
    assert canvas.grab().toImage().pixelColor(2, 2).name() == LIGHT.canvas


def test_without_a_document_nothing_is_drawn_and_nothing_breaks(canvas, editor):
    editor.close()
    drag(canvas, (100, 100), (200, 200))
    wheel(canvas, 120)
    canvas.fit()
    canvas.show_preview(np.zeros((5, 5, 4), np.uint8))
    assert canvas.viewport is None
    assert canvas.grab().toImage().pixelColor(250, 200).name() == "#141517"


@settings(max_examples=25, deadline=None)
@given(storm=storms)
def test_no_storm_of_events_tears_the_mask(qapp, storm):
    """Focus loss, Escape, tool change, undo or closing in mid-stroke leave one step or none."""
    editor = Editor()
    document = Document(Picture(np.full((300, 400, 4), 255, np.uint8), "white.png"))
    editor.open(document)
    canvas = Canvas(editor)
    canvas.resize(300, 250)
    canvas.show()
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


def test_the_screen_after_strokes_and_pans_is_as_painted_anew(canvas, editor, qtbot):
    """The screen's own pixels: whatever was not repainted would still be there."""
    drag(canvas, (150, 150), (300, 250))
    canvas.set_frame(Box(200, 150, 700, 500), "1536 × 1024 sent")
    canvas.set_hint("Paint what should change")
    canvas.zoom_to(1.0)
    qtbot.wait(120)
    for _ in range(3):
        drag(canvas, (200, 200), (221, 191), (233, 187), button=MIDDLE)
        QApplication.processEvents()
    qtbot.wait(120)
    screen = canvas.screen().grabWindow(canvas.winId()).toImage()
    anew = canvas.grab().toImage()
    screen = screen.convertToFormat(anew.format())
    screen.save("/tmp/scr.png")
    anew.save("/tmp/anew.png")
    assert screen == anew


def test_the_canvas_is_named_and_takes_the_keyboard(canvas):
    assert canvas.accessibleName()
    assert canvas.focusPolicy() is Qt.FocusPolicy.StrongFocus
    assert not canvas.acceptDrops()


def test_tools_have_their_cursors(canvas, editor):
    send_mouse(canvas, QEvent.Type.MouseMove, (250, 200), NO_BUTTON, NO_BUTTON)
    assert canvas.cursor().shape() is Qt.CursorShape.BlankCursor
    editor.set_tool(Tool.ZOOM)
    assert canvas.cursor().shape() is Qt.CursorShape.CrossCursor
    drag(canvas, (250, 200))
    zoomed = canvas.zoom
    drag(canvas, (250, 200), keys=ALT)
    assert canvas.zoom < zoomed
