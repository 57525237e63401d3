"""What the canvas shows, and tells the window."""

import numpy as np
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from inpaint_studio.picture.geometry import Box
from inpaint_studio.ui.canvas.colours import LIGHT
from inpaint_studio.ui.canvas.overlay_mode import OverlayMode
from tests.ui.canvas.hands import (
    MIDDLE,
    drag,
    key,
    send_mouse,
    wheel,
)


def test_painting_shows_at_once(canvas):
    before = canvas.grab().toImage()
    send_mouse(canvas, QEvent.Type.MouseButtonPress, (200, 200))
    after = canvas.grab().toImage()
    assert before.pixel(196, 203) != after.pixel(196, 203)
    assert before.pixel(20, 20) == after.pixel(20, 20)


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


def test_strokes_over_a_result_stay_tinted_and_the_result_stays_clear(canvas, editor):
    def seen(x: int) -> str:
        return canvas.grab().toImage().pixelColor(x, 200).name()

    white = np.full((600, 900, 4), 255, np.uint8)
    mask = np.zeros((600, 900), np.uint8)
    mask[:, :450] = 255
    editor.replace_mask(mask, "Half")
    canvas.show_preview(white, None, cross_fade=False)
    left, right = 100, 400
    assert {seen(left), seen(right)} == {"#ffffff"}
    drag(canvas, (right, 195), (right, 205))
    assert seen(left) == "#ffffff"
    assert seen(right) != "#ffffff"
    tinted = seen(right)
    editor.clear_mask()
    assert seen(right) == "#ffffff"
    drag(canvas, (left, 195), (left, 205))  # what is painted anew is new
    assert seen(left) == tinted
    canvas.show_preview(None)
    canvas.show_preview(white, None, cross_fade=False)
    assert seen(left) == "#ffffff"


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
