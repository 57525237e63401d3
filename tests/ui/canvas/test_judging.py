"""What lies over a result steps back while that is only looked at."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent

from inpaint_studio.picture.document import Edit
from inpaint_studio.picture.geometry import Box, Point
from inpaint_studio.session.tools import Tool
from inpaint_studio.ui.canvas import judging
from inpaint_studio.ui.canvas.canvas import Canvas
from inpaint_studio.ui.canvas.overlay_mode import OverlayMode
from tests.ui.canvas.hands import NO_BUTTON, send_mouse

FRAME = Box(100, 100, 700, 500)
AT_EDGE, INSIDE = Point(100, 250), Point(300, 250)


@pytest.fixture(autouse=True)
def short_rest(monkeypatch):
    monkeypatch.setattr(judging, "REST_MS", 60)


@pytest.fixture
def looked_at(canvas, editor, qtbot) -> Canvas:
    """A canvas whose result has been looked at for long enough."""
    editor.fill_mask()
    canvas.set_frame(FRAME, "1536 × 1024 sent")
    white = np.full((600, 900, 4), 255, np.uint8)
    canvas.show_preview(white, None, cross_fade=False)
    assert canvas.judging.strength == 1
    qtbot.waitUntil(lambda: canvas.judging.strength == 0)
    return canvas


def seen(canvas: Canvas, point: Point) -> tuple[int, int]:
    """Where a point of the picture is in the widget."""
    x, y = canvas.viewport.to_widget(point)
    return round(x), round(y)


def hover(canvas: Canvas, point: Point) -> None:
    at = seen(canvas, point)
    send_mouse(canvas, QEvent.Type.MouseMove, at, NO_BUTTON, NO_BUTTON)


def colours(canvas: Canvas) -> set[str]:
    """Along a line across the whole picture."""
    line, (left, y) = canvas.grab().toImage(), seen(canvas, Point(10, 250))
    return {line.pixelColor(x, y).name() for x in range(left, seen(canvas, Point(890, 250))[0])}


def test_frame_and_outline_fade_from_a_result(looked_at):
    assert colours(looked_at) == {"#ffffff"}


def test_a_stroke_brings_them_back_at_once_and_for_good(looked_at, qtbot):
    send_mouse(looked_at, QEvent.Type.MouseButtonPress, seen(looked_at, INSIDE))
    assert looked_at.judging.strength == 1
    send_mouse(looked_at, QEvent.Type.MouseButtonRelease, seen(looked_at, INSIDE))
    qtbot.wait(300)
    assert looked_at.judging.strength == 1
    assert colours(looked_at) != {"#ffffff"}


def test_the_frames_edge_brings_them_back_while_the_pointer_is_there(looked_at, qtbot):
    hover(looked_at, INSIDE)
    assert looked_at.judging.strength == 0
    hover(looked_at, AT_EDGE)
    assert looked_at.judging.strength == 1
    qtbot.wait(300)
    assert looked_at.judging.strength == 1
    hover(looked_at, INSIDE)
    qtbot.waitUntil(lambda: looked_at.judging.strength == 0)


def test_the_next_variant_keeps_them_away_and_no_variant_brings_them_back(looked_at):
    grey = np.full((600, 900, 4), 90, np.uint8)
    looked_at.show_preview(grey, None)
    assert looked_at.judging.strength == 0
    looked_at.show_preview(None)
    assert looked_at.judging.strength == 1


def test_another_frame_overlay_or_the_frame_tool_brings_them_back(looked_at, editor, qtbot):
    looked_at.set_frame(FRAME, "1536 × 1024 sent")
    assert looked_at.judging.strength == 0
    looked_at.set_frame(Box(100, 100, 600, 500), "")
    assert looked_at.judging.strength == 1
    qtbot.waitUntil(lambda: looked_at.judging.strength == 0)
    looked_at.set_overlay_mode(OverlayMode.OUTLINE)
    assert looked_at.judging.strength == 1
    qtbot.waitUntil(lambda: looked_at.judging.strength == 0)
    editor.set_tool(Tool.FRAME)
    qtbot.wait(300)
    assert looked_at.judging.strength == 1


def test_what_was_accepted_is_still_looked_at_until_it_is_undone(looked_at, editor, qtbot):
    pixels = np.full((600, 900, 4), 255, np.uint8)
    editor.accept(Edit(Box(0, 0, 900, 600), pixels, pixels[..., 0]))
    looked_at.show_preview(None)
    assert looked_at.judging.strength == 0
    editor.undo()
    assert looked_at.judging.strength == 1
    qtbot.wait(300)
    assert looked_at.judging.strength == 1


def test_reduced_motion_does_without_the_fade(canvas, editor, qtbot):
    shown: list[float] = []
    canvas.set_reduced_motion(True)
    canvas.judging.changed.connect(shown.append)
    canvas.show_preview(np.full((600, 900, 4), 255, np.uint8))
    qtbot.waitUntil(lambda: canvas.judging.strength == 0)
    assert shown == [0.0]
