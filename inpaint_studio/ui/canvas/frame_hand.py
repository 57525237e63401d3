"""The frame tool's hand: draws, moves and stretches the frame that is sent."""

from __future__ import annotations

from PySide6.QtCore import Qt

from inpaint_studio.picture.framing import (
    FrameDrag,
    Grip,
    Side,
    flipped,
    grip_at,
    new_frame,
)
from inpaint_studio.picture.geometry import Box, Point
from inpaint_studio.session.editor import Editor

_LEAST_DRAG_PX = 2.0
SNAP_PX = 10.0
"""A side this near to the picture's edge goes to it: extending is never an accident."""
_ALONG = (Side.LOW, Side.LOW), (Side.HIGH, Side.HIGH)


class FrameHand:
    """A drag from press to release; `box` is the frame as it is dragged, None between drags."""

    def __init__(self, editor: Editor) -> None:
        self._editor = editor
        self._drag: FrameDrag | None = None
        self._is_new = False
        self._former: Box | None = None
        self.box: Box | None = None

    @property
    def is_dragging(self) -> bool:
        """Whether the next release ends a drag."""
        return self._drag is not None

    def press(self, frame: Box | None, point: Point, reach: float) -> None:
        """Take hold of the shown frame's part within `reach` picture px, or begin a new frame."""
        document = self._editor.document
        if document is None:
            return
        self._former = document.frame
        if frame is not None:
            # What a legal size reaches beyond was not asked for: nobody wants it added.
            frame = frame.intersect(document.pending_extension.around(document.size))
        grip = grip_at(frame, point, reach) if frame is not None else None
        self._is_new = grip is None
        ratio = self._editor.frame_ratio
        if frame is None or grip is None:
            self._drag = new_frame(point, ratio)
        else:
            self._drag = FrameDrag(frame, grip, point, ratio)

    def move(self, point: Point, *, locked: bool, reach: float) -> None:
        """Drag on to `point`; `locked` keeps the ratio the frame had."""
        document, drag = self._editor.document, self._drag
        if document is None or drag is None:
            return
        if self._is_new:
            far = max(abs(point.x - drag.start.x), abs(point.y - drag.start.y))
            if far < _LEAST_DRAG_PX * reach and self.box is None:
                return
            drag = flipped(drag, point)
        elif locked and drag.ratio is None and drag.box.height:
            ratio = drag.box.width / drag.box.height
            drag = FrameDrag(drag.box, drag.grip, drag.start, ratio)
        past = max(document.size)
        self.box = drag.dragged(point, document.size, past=past, snap=SNAP_PX * reach)
        self._editor.set_frame(self.box)

    def release(self) -> None:
        """The frame stays where it is; it is shown as it will be sent."""
        self._drag, self.box = None, None
        self._editor.frame_changed.emit()

    def cancel(self) -> None:
        """The frame is where it was before the drag."""
        self._drag, self.box = None, None
        self._editor.set_frame(self._former)


def cursor_of(frame: Box | None, point: Point | None, reach: float) -> Qt.CursorShape:
    """The cursor over a frame: arrows over its handles, a cross where a new one would begin."""
    grip = grip_at(frame, point, reach) if frame is not None and point is not None else None
    if grip is None:
        return Qt.CursorShape.CrossCursor
    return _cursor(grip)


def _cursor(grip: Grip) -> Qt.CursorShape:
    if grip.moves:
        return Qt.CursorShape.SizeAllCursor
    if grip.y is Side.NONE:
        return Qt.CursorShape.SizeHorCursor
    if grip.x is Side.NONE:
        return Qt.CursorShape.SizeVerCursor
    is_falling = (grip.x, grip.y) in _ALONG
    return Qt.CursorShape.SizeFDiagCursor if is_falling else Qt.CursorShape.SizeBDiagCursor
