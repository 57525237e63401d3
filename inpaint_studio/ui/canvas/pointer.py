"""What mouse, pen and wheel mean on the canvas, and the modifiers held meanwhile."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import (
    QCursor,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QTabletEvent,
    QWheelEvent,
)

from inpaint_studio.picture.brush import Brush
from inpaint_studio.picture.extend import Extension
from inpaint_studio.picture.geometry import Point
from inpaint_studio.session.editor import Editor
from inpaint_studio.session.tools import OPPOSITE, SELECTS, TAKES_OPPOSITE, Modifier, Tool
from inpaint_studio.ui.canvas.doubled import Doubled
from inpaint_studio.ui.canvas.frame_hand import FrameHand, cursor_of
from inpaint_studio.ui.canvas.gestures import (
    NOTCH,
    is_eraser_end,
    is_touchpad,
    modifiers_of,
    pressure_of,
    wheel_angle,
    zoom_factor,
)

if TYPE_CHECKING:
    from inpaint_studio.ui.canvas.canvas import Canvas

CLOSING_PX = 8.0
"""A polygon is closed by a click this near to its first corner."""
GRIP_PX = 9.0
"""How far from the frame's edge a press still grips it."""
_CURSORS = {
    Tool.BRUSH: Qt.CursorShape.BlankCursor,
    Tool.ERASER: Qt.CursorShape.BlankCursor,
    Tool.HAND: Qt.CursorShape.OpenHandCursor,
}
_OPPOSITE_KEYS = {Qt.Key.Key_Alt, Qt.Key.Key_Control}
_HARDNESS_PER_PX = 0.5
_TOLERANCE_PER_PX = 0.5
_LEFT, _MIDDLE, _RIGHT = (
    Qt.MouseButton.LeftButton,
    Qt.MouseButton.MiddleButton,
    Qt.MouseButton.RightButton,
)


class Pointer:
    """Turns the canvas's events into verbs of editor and canvas."""

    def __init__(self, editor: Editor, canvas: Canvas) -> None:
        self._editor = editor
        self._canvas = canvas
        self._pan_from: QPointF | None = None
        self._pan_button = Qt.MouseButton.NoButton
        self._sizing: tuple[QPointF, Brush] | None = None
        self._pressed_at = QPointF()
        self._held: set[int] = set()  # modifiers
        self._holds_pan = False
        self._doubled = Doubled()
        self.frame_hand = FrameHand(editor)
        self.position: QPointF | None = None
        self._handlers: dict[QEvent.Type, Callable[[Any], bool]] = {
            QEvent.Type.MouseButtonPress: self._on_press,
            QEvent.Type.MouseButtonDblClick: self._on_double_click,
            QEvent.Type.MouseMove: self._on_move,
            QEvent.Type.MouseButtonRelease: self._on_release,
            QEvent.Type.Leave: self._on_leave,
            QEvent.Type.Hide: self._on_hide,
            QEvent.Type.TabletPress: self._on_pen_press,
            QEvent.Type.TabletMove: self._on_pen_move,
            QEvent.Type.TabletRelease: self._on_pen_release,
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
        if self._holds_pan:
            return Tool.HAND
        takes_opposite = self._sizing is None and not self._held.isdisjoint(_OPPOSITE_KEYS)
        return self._editor.tool_for(Modifier.ALT if takes_opposite else Modifier.NONE)

    @property
    def image_position(self) -> Point | None:
        """The picture point under the pointer; None while it is elsewhere."""
        return None if self.position is None else self._canvas.image_point(self.position)

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
        if self.tool is Tool.FRAME:
            return cursor_of(self._canvas.frame, self.image_position, self.grip_reach)
        return _CURSORS.get(self.tool, Qt.CursorShape.CrossCursor)

    def handle(self, event: QEvent) -> bool:
        """Act on an event of the canvas; whether it was used."""
        handler = self._handlers.get(event.type())
        is_double = isinstance(event, QMouseEvent) and self._doubled.is_double(event)
        if not is_double and (handler is None or not handler(event)):
            return False
        event.accept()
        return True

    def lose_focus(self) -> None:
        """Whatever is held is let go: its release will go elsewhere. A polygon waits."""
        self._held.clear()
        self._doubled.forget()
        self._holds_pan = False
        self._pan_from = None
        self._end_sizing()
        if self.frame_hand.is_dragging:
            self.frame_hand.release()
        self._editor.release()
        self._canvas.pointer_changed()

    def hold_pan(self, held: bool) -> None:
        """While a key is held, a drag moves the picture whatever the tool."""
        self._holds_pan = held

    @property
    def can_cancel(self) -> bool:
        """Whether anything is under way."""
        editor = self._editor
        return editor.is_busy or self.frame_hand.is_dragging or editor.is_extending

    def cancel(self) -> None:
        """Drop what is under way."""
        editor = self._editor
        if self.frame_hand.is_dragging:
            self.frame_hand.cancel()
        elif editor.is_busy:
            editor.cancel()
        else:
            editor.set_extension(Extension())

    def _on_press(self, event: QMouseEvent) -> bool:
        self.position = event.position()
        button, modifiers = event.button(), modifiers_of(event.modifiers())
        if button is _MIDDLE or (button is _LEFT and self.tool is Tool.HAND):
            self._begin_pan(event.position(), button)
        elif button is _LEFT:
            self._press(event.position(), 1.0, modifiers)
        elif button is _RIGHT and self._editor.tool in OPPOSITE:
            self._right_press(event.position(), modifiers)
        else:
            return False
        self._canvas.pointer_changed()
        return True

    def _on_double_click(self, event: QMouseEvent) -> bool:
        """Closes a polygon; for all else the second press of a pair is a press like any other."""
        if event.button() is _LEFT and self._editor.is_placing_corners:
            self._editor.close_path()
            return True
        return self._on_press(event)

    def _on_move(self, event: QMouseEvent) -> bool:
        former, self.position = self.position, event.position()
        if self._sizing is not None:
            self._size_brush(*self._sizing, event.position())
            return True
        is_down = bool(event.buttons() & _LEFT)
        if self._pan_from is not None:
            self._pan_to(event.position())
        elif is_down and self._pans_under_line and former is not None:
            self._canvas.pan_by(*(event.position() - former).toTuple())
        elif is_down or self._editor.is_placing_corners:
            self._move(event.position(), 1.0, modifiers_of(event.modifiers()))
        elif self._editor.is_pressed or self.frame_hand.is_dragging:
            # The release went elsewhere.
            self._release()
        self._canvas.pointer_changed()
        return True

    def _on_release(self, event: QMouseEvent) -> bool:
        if self._pan_from is not None and event.button() is self._pan_button:
            self._pan_from = None
        elif event.button() is _LEFT:
            self._release()
        elif self._sizing is not None:
            self._return_to(self._sizing[0])
            self._end_sizing()
        else:
            return False
        self._canvas.pointer_changed()
        return True

    def _on_leave(self, _event: QEvent) -> bool:
        self.position = None
        self._canvas.pointer_changed()
        return False

    def _on_hide(self, _event: QEvent) -> bool:
        self.lose_focus()
        return False

    def _on_pen_press(self, event: QTabletEvent) -> bool:
        """The tip paints, barrel buttons pan and open the brush's settings.

        What is left unused comes again as a mouse event.
        """
        self.position = event.position()
        if self._editor.is_pressed and self._doubled.is_pen_late(event.position()):
            self._editor.cancel()
        if event.button() is _MIDDLE:
            self._begin_pan(event.position(), _MIDDLE)
        elif event.button() is _RIGHT and self._editor.tool in OPPOSITE:
            self._right_press(event.position(), modifiers_of(event.modifiers()))
        elif event.button() is _LEFT and self.tool in {*OPPOSITE, *SELECTS}:
            keys, eraser = modifiers_of(event.modifiers()), is_eraser_end(event)
            self._press(event.position(), pressure_of(event), keys, eraser_end=eraser)
        else:
            return False
        self._doubled.see_pen(event.position(), is_down=True)
        self._canvas.pointer_changed()
        return True

    def _on_pen_move(self, event: QTabletEvent) -> bool:
        is_used = self._editor.is_pressed or self._editor.is_placing_corners
        if self._pan_from is None and not is_used:
            return False
        self.position = event.position()
        was_down = self._doubled.is_pen_down
        is_down = bool(event.buttons()) or self._pan_from is not None
        if was_down:
            self._doubled.see_pen(event.position(), is_down=is_down)
        if was_down and not is_down:  # the release went elsewhere
            self._release()
        elif self._pan_from is not None:
            self._pan_to(event.position())
        elif self._editor.is_placing_corners or (was_down and pressure_of(event) > 0):
            self._move(event.position(), pressure_of(event), modifiers_of(event.modifiers()))
        self._canvas.pointer_changed()
        return True

    def _on_pen_release(self, event: QTabletEvent) -> bool:
        if self._pan_from is not None and event.button() is self._pan_button:
            self._pan_from = None
        elif self._editor.is_pressed:
            self._editor.release()
        else:
            return False
        self._doubled.see_pen(event.position(), is_down=False)
        self.position = event.position()
        self._canvas.pointer_changed()
        return True

    def _on_wheel(self, event: QWheelEvent) -> bool:
        """Zoom at the cursor, size the brush with Shift, pan with two fingers on a touchpad."""
        if is_touchpad(event) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            moved = event.pixelDelta() if event.hasPixelDelta() else event.angleDelta() / 8
            self._canvas.pan_by(moved.x(), moved.y())
            return True
        angle = wheel_angle(event)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._editor.resize_brush(angle / NOTCH)
        elif angle % NOTCH == 0:
            self._canvas.step_zoom(angle // NOTCH, event.position())
        else:
            self._canvas.zoom_by(zoom_factor(angle), event.position())
        return True

    def _on_gesture(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() is not Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self._canvas.zoom_by(max(0.1, 1.0 + event.value()), event.position())
        return True

    def _on_shortcut_override(self, event: QKeyEvent) -> bool:
        """Alt would open the menu bar."""
        return event.key() in _OPPOSITE_KEYS

    def _on_key_press(self, event: QKeyEvent) -> bool:
        if event.key() not in _OPPOSITE_KEYS:
            return False
        self._held.add(event.key())
        self._canvas.pointer_changed()
        return True

    def _on_key_release(self, event: QKeyEvent) -> bool:
        if event.key() not in self._held:
            return False
        if not event.isAutoRepeat():
            self._held.discard(event.key())
            self._canvas.pointer_changed()
        return True

    @property
    def _pans_under_line(self) -> bool:
        """Whether a held key moves the picture under a line that is being drawn."""
        return self._holds_pan and self._editor.is_drawing

    @property
    def grip_reach(self) -> float:
        """How far from the frame's edge, in picture px, a press still grips it."""
        return self._canvas.image_length(GRIP_PX)

    def _press(
        self,
        position: QPointF,
        pressure: float,
        modifiers: Modifier,
        *,
        eraser_end: bool = False,
    ) -> None:
        point = self._canvas.image_point(position)
        self._pressed_at = position
        if self._editor.tool is Tool.ZOOM:
            self._canvas.step_zoom(-1 if Modifier.ALT in modifiers else 1, position)
        elif self._editor.tool is Tool.FRAME:
            self.frame_hand.press(self._canvas.frame, point, self.grip_reach)
        elif self._editor.is_placing_corners and self._is_at_first_corner(point):
            self._editor.close_path()
        else:
            self._editor.press(point, pressure, modifiers, eraser_end=eraser_end)

    def _move(self, position: QPointF, pressure: float, modifiers: Modifier) -> None:
        point = self._canvas.image_point(position)
        if self.frame_hand.is_dragging:
            reach = self._canvas.image_length(1)
            self.frame_hand.move(point, locked=Modifier.SHIFT in modifiers, reach=reach)
        elif self._editor.tool is Tool.WAND:
            moved = position - self._pressed_at
            self._editor.drag_wand(round((moved.x() - moved.y()) * _TOLERANCE_PER_PX))
        else:
            self._editor.move(point, pressure, modifiers)

    def _release(self) -> None:
        if self.frame_hand.is_dragging:
            self.frame_hand.release()
        self._editor.release()

    def _is_at_first_corner(self, point: Point) -> bool:
        corners = self._editor.outline
        near = self._canvas.image_length(CLOSING_PX)
        return len(corners) > 3 and math.dist(corners[0], point) <= near

    def _begin_pan(self, position: QPointF, button: Qt.MouseButton) -> None:
        if self._editor.is_painting:
            self._editor.release()
        self._pan_from, self._pan_button = position, button

    def _pan_to(self, position: QPointF) -> None:
        if self._pan_from is not None:
            moved = position - self._pan_from
            self._pan_from = position
            self._canvas.pan_by(moved.x(), moved.y())

    def _right_press(self, position: QPointF, modifiers: Modifier) -> None:
        """With Alt a drag sizes the brush, else its settings open."""
        if modifiers & TAKES_OPPOSITE:
            self._sizing = position, self._editor.brush
            self._canvas.set_sizing(position)
        else:
            self._canvas.ask_for_brush_popup(position)

    def _size_brush(self, start: QPointF, brush: Brush, now: QPointF) -> None:
        """To the right larger, upwards harder; the ring stays where the drag began."""
        reach = self._canvas.image_point(now).x - self._canvas.image_point(start).x
        hardness = brush.hardness - (now.y() - start.y()) * _HARDNESS_PER_PX
        self._editor.set_brush(size=max(1.0, round(brush.size + 2 * reach)), hardness=hardness)

    def _return_to(self, start: QPointF) -> None:
        """To where the drag began: the next stroke is meant to begin there."""
        self.position = start
        QCursor.setPos(self._canvas.mapToGlobal(start).toPoint())

    def _end_sizing(self) -> None:
        if self._sizing is not None:
            self._sizing = None
            self._canvas.set_sizing(None)
