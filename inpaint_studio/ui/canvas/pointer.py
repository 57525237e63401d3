"""What mouse, pen, wheel and held keys mean on the canvas."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import (
    QInputDevice,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPointingDevice,
    QTabletEvent,
    QWheelEvent,
)

from inpaint_studio.picture.brush import Brush
from inpaint_studio.picture.geometry import Point
from inpaint_studio.picture.viewport import RUNGS_PER_OCTAVE
from inpaint_studio.session.editor import Editor
from inpaint_studio.session.tools import OPPOSITE, TAKES_OPPOSITE, Modifier, Tool

NOTCH = 120
"""Wheel units of one notch, by Qt's definition."""
HARDNESS_STEP = 10.0
_BRACKETS = {
    Qt.Key.Key_BracketLeft: -1,
    Qt.Key.Key_BracketRight: 1,
    # With Shift, where the keyboard makes braces of brackets.
    Qt.Key.Key_BraceLeft: -1,
    Qt.Key.Key_BraceRight: 1,
}
_CURSORS = {
    Tool.BRUSH: Qt.CursorShape.BlankCursor,
    Tool.ERASER: Qt.CursorShape.BlankCursor,
    Tool.HAND: Qt.CursorShape.OpenHandCursor,
    Tool.ZOOM: Qt.CursorShape.CrossCursor,
}
_OPPOSITE_KEYS = {Qt.Key.Key_Alt, Qt.Key.Key_Control}
HELD_KEYS = {Qt.Key.Key_Space, Qt.Key.Key_Backslash, *_OPPOSITE_KEYS}
_HARDNESS_PER_PX = 0.5


class Surface(Protocol):
    """What the pointer asks of the canvas. Points are logical pixels of the widget."""

    def image_point(self, position: QPointF) -> Point:
        """The picture point under the pointer."""
        ...

    def pan_by(self, dx: float, dy: float) -> None:
        """Move the picture by logical pixels."""
        ...

    def step_zoom(self, steps: int, anchor: QPointF | None = None) -> None:
        """Zoom by rungs."""
        ...

    def zoom_by(self, factor: float, anchor: QPointF) -> None:
        """Zoom freely."""
        ...

    def set_hold_original(self, hold: bool) -> None:
        """Show the picture without preview and mask."""
        ...

    def pointer_changed(self) -> None:
        """The cursor may have to look different."""
        ...


class Pointer:
    """Turns the canvas's events into verbs of editor and canvas."""

    def __init__(self, editor: Editor, surface: Surface) -> None:
        self._editor = editor
        self._surface = surface
        self._pan_from: QPointF | None = None
        self._pan_button = Qt.MouseButton.NoButton
        self._sizing: tuple[QPointF, Brush] | None = None
        self._held: set[int] = set()
        self.position: QPointF | None = None
        self._handlers: dict[QEvent.Type, Callable[[Any], bool]] = {
            QEvent.Type.MouseButtonPress: self._on_press,
            # The second press of a quick pair is a press like any other.
            QEvent.Type.MouseButtonDblClick: self._on_press,
            QEvent.Type.MouseMove: self._on_move,
            QEvent.Type.MouseButtonRelease: self._on_release,
            QEvent.Type.Leave: self._on_leave,
            QEvent.Type.Hide: self._on_hide,
            QEvent.Type.TabletPress: self._on_pen,
            QEvent.Type.TabletMove: self._on_pen,
            QEvent.Type.TabletRelease: self._on_pen,
            QEvent.Type.Wheel: self._on_wheel,
            QEvent.Type.NativeGesture: self._on_gesture,
            QEvent.Type.ShortcutOverride: self._on_shortcut_override,
            QEvent.Type.KeyPress: self._on_key_press,
            QEvent.Type.KeyRelease: self._on_key_release,
        }

    @property
    def is_panning(self) -> bool:
        """Whether a drag moves the picture."""
        return self._pan_from is not None

    @property
    def tool(self) -> Tool:
        """The tool a press would use, held keys considered."""
        if Qt.Key.Key_Space in self._held:
            return Tool.HAND
        takes_opposite = self._sizing is None and not self._held.isdisjoint(_OPPOSITE_KEYS)
        return self._editor.tool_for(Modifier.ALT if takes_opposite else Modifier.NONE)

    @property
    def image_position(self) -> Point | None:
        """The picture point under the pointer; None while it is elsewhere."""
        return None if self.position is None else self._surface.image_point(self.position)

    @property
    def brush_radius(self) -> float | None:
        """Of the brush a press would paint with, in picture px; None when it would not paint."""
        paints = self.tool in OPPOSITE and not self.is_panning
        return self._editor.brush_of(self.tool).radius if paints else None

    @property
    def cursor(self) -> Qt.CursorShape:
        """The mouse cursor; none while the brush's ring stands for it."""
        if self.is_panning:
            return Qt.CursorShape.ClosedHandCursor
        return _CURSORS[self.tool]

    def handle(self, event: QEvent) -> bool:
        """Act on an event of the canvas; whether it was used."""
        handler = self._handlers.get(event.type())
        if handler is None or not handler(event):
            return False
        event.accept()
        return True

    def lose_focus(self) -> None:
        """Whatever is held is let go: its release will go elsewhere."""
        for key in tuple(self._held):
            self._let_go(key)
        self._pan_from = self._sizing = None
        self._editor.release()
        self._surface.pointer_changed()

    def _on_press(self, event: QMouseEvent) -> bool:
        self.position = event.position()
        button = event.button()
        is_left = button is Qt.MouseButton.LeftButton
        if button is Qt.MouseButton.MiddleButton or (is_left and self.tool is Tool.HAND):
            self._begin_pan(event.position(), button)
        elif is_left and self._editor.tool is Tool.ZOOM:
            is_out = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            self._surface.step_zoom(-1 if is_out else 1, event.position())
        elif is_left:
            point = self._surface.image_point(event.position())
            self._editor.press(point, 1.0, modifiers_of(event.modifiers()))
        elif button is Qt.MouseButton.RightButton and self._takes_opposite(event):
            self._sizing = event.position(), self._editor.brush
        else:
            return False
        self._surface.pointer_changed()
        return True

    def _on_move(self, event: QMouseEvent) -> bool:
        if self._sizing is not None:
            self._size_brush(*self._sizing, event.position())
            return True
        self.position = event.position()
        if self._pan_from is not None:
            self._pan_to(event.position())
        elif self._editor.is_painting and not event.buttons() & Qt.MouseButton.LeftButton:
            # The release went elsewhere.
            self._editor.release()
        elif self._editor.is_painting:
            self._editor.move(self._surface.image_point(event.position()))
        self._surface.pointer_changed()
        return True

    def _on_release(self, event: QMouseEvent) -> bool:
        if self._pan_from is not None and event.button() is self._pan_button:
            self._pan_from = None
        elif event.button() is Qt.MouseButton.LeftButton:
            self._editor.release()
        elif self._sizing is not None:
            self._sizing = None
        else:
            return False
        self._surface.pointer_changed()
        return True

    def _on_leave(self, _event: QEvent) -> bool:
        self.position = None
        self._surface.pointer_changed()
        return False

    def _on_hide(self, _event: QEvent) -> bool:
        self.lose_focus()
        return False

    def _on_pen(self, event: QTabletEvent) -> bool:
        """What is left unused, such as barrel buttons, comes again as a mouse event."""
        if event.type() is QEvent.Type.TabletPress:
            return self._pen_press(event)
        if not self._editor.is_painting:
            return False
        self.position = event.position()
        if event.type() is QEvent.Type.TabletRelease:
            self._editor.release()
        else:
            point = self._surface.image_point(event.position())
            self._editor.move(point, event.pressure())
        self._surface.pointer_changed()
        return True

    def _on_wheel(self, event: QWheelEvent) -> bool:
        """Zoom at the cursor, size the brush with Shift, pan with two fingers on a touchpad."""
        if is_touchpad(event) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            moved = event.pixelDelta() if event.hasPixelDelta() else event.angleDelta() / 8
            self._surface.pan_by(moved.x(), moved.y())
            return True
        # Shift or Alt turn the wheel sideways on some platforms.
        angle = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._editor.resize_brush(angle / NOTCH)
        elif angle % NOTCH == 0:
            self._surface.step_zoom(angle // NOTCH, event.position())
        else:
            factor = 2.0 ** (angle / NOTCH / RUNGS_PER_OCTAVE)
            self._surface.zoom_by(factor, event.position())
        return True

    def _on_gesture(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() is not Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self._surface.zoom_by(max(0.1, 1.0 + event.value()), event.position())
        return True

    def _on_shortcut_override(self, event: QKeyEvent) -> bool:
        """Held keys come here first: Alt would open the menu bar."""
        return event.key() in HELD_KEYS

    def _on_key_press(self, event: QKeyEvent) -> bool:
        if event.key() in HELD_KEYS:
            self._hold(event.key())
        elif event.key() == Qt.Key.Key_Escape and self._editor.is_painting:
            self._editor.cancel()
        elif event.key() in _BRACKETS:
            self._change_brush(_BRACKETS[Qt.Key(event.key())], event.modifiers())
        else:
            return False
        return True

    def _on_key_release(self, event: QKeyEvent) -> bool:
        if event.key() not in self._held:
            return False
        if not event.isAutoRepeat():
            self._let_go(event.key())
        return True

    def _pen_press(self, event: QTabletEvent) -> bool:
        if event.button() is not Qt.MouseButton.LeftButton or self.tool not in OPPOSITE:
            return False
        self.position = event.position()
        self._editor.press(
            self._surface.image_point(event.position()),
            event.pressure(),
            modifiers_of(event.modifiers()),
            eraser_end=event.pointerType() is QPointingDevice.PointerType.Eraser,
        )
        self._surface.pointer_changed()
        return True

    def _begin_pan(self, position: QPointF, button: Qt.MouseButton) -> None:
        self._editor.release()
        self._pan_from, self._pan_button = position, button

    def _pan_to(self, position: QPointF) -> None:
        if self._pan_from is not None:
            moved = position - self._pan_from
            self._pan_from = position
            self._surface.pan_by(moved.x(), moved.y())

    def _takes_opposite(self, event: QMouseEvent) -> bool:
        return bool(modifiers_of(event.modifiers()) & TAKES_OPPOSITE)

    def _size_brush(self, start: QPointF, brush: Brush, now: QPointF) -> None:
        """To the right larger, upwards harder; the ring stays where the drag began."""
        reach = self._surface.image_point(now).x - self._surface.image_point(start).x
        hardness = brush.hardness - (now.y() - start.y()) * _HARDNESS_PER_PX
        self._editor.set_brush(size=max(1.0, round(brush.size + 2 * reach)), hardness=hardness)

    def _change_brush(self, steps: int, modifiers: Qt.KeyboardModifier) -> None:
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            hardness = self._editor.brush.hardness + steps * HARDNESS_STEP
            self._editor.set_brush(hardness=hardness)
        else:
            self._editor.resize_brush(steps)
        self._surface.pointer_changed()

    def _hold(self, key: int) -> None:
        self._held.add(key)
        if key == Qt.Key.Key_Backslash:
            self._surface.set_hold_original(True)
        self._surface.pointer_changed()

    def _let_go(self, key: int) -> None:
        self._held.discard(key)
        if key == Qt.Key.Key_Backslash:
            self._surface.set_hold_original(False)
        self._surface.pointer_changed()


def modifiers_of(modifiers: Qt.KeyboardModifier) -> Modifier:
    """Qt's modifiers as the editor knows them."""
    pairs = (
        (Qt.KeyboardModifier.ShiftModifier, Modifier.SHIFT),
        (Qt.KeyboardModifier.AltModifier, Modifier.ALT),
        (Qt.KeyboardModifier.ControlModifier, Modifier.CONTROL),
    )
    found = Modifier.NONE
    for qt_modifier, modifier in pairs:
        if modifiers & qt_modifier:
            found |= modifier
    return found


def is_touchpad(event: QWheelEvent) -> bool:
    """Whether fingers made the event, not a wheel."""
    device = event.device()
    made_by_touchpad = device is not None and device.type() is QInputDevice.DeviceType.TouchPad
    return made_by_touchpad or event.phase() is not Qt.ScrollPhase.NoScrollPhase
