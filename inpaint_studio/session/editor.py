"""The open document and the tool in hand: what a person does to the picture, as verbs."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from inpaint_studio.picture.brush import Brush
from inpaint_studio.picture.document import Document, Edit
from inpaint_studio.picture.geometry import Box, Point
from inpaint_studio.picture.mask import Mask
from inpaint_studio.picture.strokes import BrushStroke
from inpaint_studio.picture.undo import Change, TileStep


class Tool(enum.StrEnum):
    """What the pointer does on the canvas."""

    BRUSH = "brush"
    ERASER = "eraser"
    HAND = "hand"
    ZOOM = "zoom"


class Modifier(enum.Flag):
    """Keys held during a press."""

    NONE = 0
    SHIFT = enum.auto()
    ALT = enum.auto()
    CONTROL = enum.auto()


# Some window managers keep drags with Alt for themselves.
TAKES_OPPOSITE = Modifier.ALT | Modifier.CONTROL
OPPOSITE = {Tool.BRUSH: Tool.ERASER, Tool.ERASER: Tool.BRUSH}
"""The tools that paint into the mask, each with the one that undoes its work."""
DEFAULT_BRUSHES = {Tool.BRUSH: Brush(), Tool.ERASER: Brush(size=60.0)}


class Editor(QObject):
    """Owns the open document, the tool and the settings of brush and eraser."""

    document_changed = Signal()
    mask_changed = Signal(object)  # Box
    picture_changed = Signal(object)  # Box
    tool_changed = Signal()
    brush_changed = Signal()
    undo_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._tool = Tool.BRUSH
        self._brushes = dict(DEFAULT_BRUSHES)
        self._stroke: BrushStroke | None = None
        self._last_point: Point | None = None

    @property
    def document(self) -> Document | None:
        """The open document."""
        return self._document

    @property
    def tool(self) -> Tool:
        """The tool in hand."""
        return self._tool

    @property
    def brush(self) -> Brush:
        """The settings of the tool in hand; the brush's own while the tool does not paint."""
        return self.brush_of(self._tool)

    def brush_of(self, tool: Tool) -> Brush:
        """The settings of brush or eraser; other tools have the brush's."""
        return self._brushes.get(tool, self._brushes[Tool.BRUSH])

    @property
    def is_painting(self) -> bool:
        """Whether a stroke is under way."""
        return self._stroke is not None

    @property
    def undo_label(self) -> str | None:
        """What undo would take back; None when there is nothing."""
        return self._document.undo_stack.undo_label if self._document else None

    @property
    def redo_label(self) -> str | None:
        """What redo would do again; None when there is nothing."""
        return self._document.undo_stack.redo_label if self._document else None

    def open(self, document: Document) -> None:
        """Take `document` in place of the one that is open."""
        self._replace(document)

    def close(self) -> None:
        """Leave no document open."""
        self._replace(None)

    def press(
        self,
        point: Point,
        pressure: float = 1.0,
        modifiers: Modifier = Modifier.NONE,
        *,
        eraser_end: bool = False,
    ) -> None:
        """Begin a stroke at a picture point; nothing happens with a tool that does not paint.

        Shift draws a straight line from where the last stroke ended; Alt or Control takes the
        opposite tool.
        """
        self.release()
        tool = self.tool_for(modifiers, eraser_end=eraser_end)
        if self._document is None or tool not in OPPOSITE:
            return
        stroke = self._document.brush_stroke(self.brush_of(tool), erase=tool is Tool.ERASER)
        self._stroke = stroke
        start = self._last_point if Modifier.SHIFT in modifiers else None
        box = stroke.extend(start or point, pressure)
        if start is not None:
            box = box.union(stroke.straight_to(point, pressure))
        self._last_point = point
        self._mask_touched(box)

    def move(self, point: Point, pressure: float = 1.0) -> None:
        """Go on with the stroke under way."""
        if self._stroke is None:
            return
        self._last_point = point
        self._mask_touched(self._stroke.extend(point, pressure))

    def release(self) -> None:
        """End the stroke under way: one undo step, if it changed anything."""
        if self._stroke is None or self._document is None:
            return
        stroke, self._stroke = self._stroke, None
        box, step = stroke.finish()
        self._push(step)
        self._mask_touched(box)
        self._document.mask_levels.settle()

    def cancel(self) -> None:
        """Drop the stroke under way: the mask is as it was before the press."""
        if self._stroke is None:
            return
        stroke, self._stroke = self._stroke, None
        self._mask_touched(stroke.cancel())

    def tool_for(self, modifiers: Modifier, *, eraser_end: bool = False) -> Tool:
        """The tool a press would use now."""
        if eraser_end:
            return Tool.ERASER
        return OPPOSITE.get(self._tool, self._tool) if modifiers & TAKES_OPPOSITE else self._tool

    def undo(self) -> None:
        """Take the newest change back; a stroke under way is that change."""
        if self._stroke is not None:
            self.cancel()
        elif self._document is not None:
            self._announce(self._document.undo())

    def redo(self) -> None:
        """Make the change undone last again."""
        self.release()
        if self._document is not None:
            self._announce(self._document.redo())

    def clear_mask(self) -> None:
        """Mark nothing for editing."""
        self.release()
        if self._document is not None:
            self._announce(self._document.clear_mask())

    def invert_mask(self) -> None:
        """Exchange what is to be edited and what is to be kept."""
        self.release()
        if self._document is not None:
            self._announce(self._document.invert_mask())

    def fill_mask(self) -> None:
        """Mark the whole picture for editing."""
        self.release()
        if self._document is not None:
            self._announce(self._document.fill_mask())

    def replace_mask(self, mask: Mask, label: str) -> None:
        """Take over a mask of the document's size, as one undo step called `label`."""
        self.release()
        if self._document is not None:
            self._announce(self._document.replace_mask(mask, label))

    def replace_edits(self, edits: Sequence[Edit], label: str) -> None:
        """Any change of the stack of accepted edits, as one undo step called `label`."""
        self.release()
        if self._document is not None:
            self._announce(self._document.replace_edits(edits, label))

    def accept(self, edit: Edit) -> None:
        """Put an edit into the picture, undoable."""
        self.release()
        if self._document is not None:
            self._announce(self._document.accept(edit))

    def set_tool(self, tool: Tool | str) -> None:
        """Take a tool in hand; a stroke under way ends first."""
        self.release()
        tool = Tool(tool)
        if tool is not self._tool:
            self._tool = tool
            self.tool_changed.emit()
            self.brush_changed.emit()

    def swap(self) -> None:
        """Brush for eraser and back; the brush from any other tool."""
        self.set_tool(OPPOSITE.get(self._tool, Tool.BRUSH))

    def set_brush(
        self,
        *,
        size: float | None = None,
        hardness: float | None = None,
        flow: float | None = None,
        pressure_size: bool | None = None,
        pressure_flow: bool | None = None,
    ) -> None:
        """Change some settings of the tool in hand, for the next stroke."""
        changes = {
            "size": size,
            "hardness": hardness,
            "flow": flow,
            "pressure_size": pressure_size,
            "pressure_flow": pressure_flow,
        }
        given = {name: value for name, value in changes.items() if value is not None}
        self._take_brush(replace(self.brush, **given))  # type: ignore[arg-type]

    def resize_brush(self, steps: float) -> None:
        """Ten percent larger per step; smaller for negative steps."""
        self._take_brush(self.brush.resized(steps))

    def restore_brush(self, tool: Tool, brush: Brush) -> None:
        """Set brush or eraser as a former session left it."""
        self._brushes[tool] = brush
        self.brush_changed.emit()

    def _take_brush(self, brush: Brush) -> None:
        tool = self._tool if self._tool in OPPOSITE else Tool.BRUSH
        if brush != self._brushes[tool]:
            self._brushes[tool] = brush
            self.brush_changed.emit()

    def _replace(self, document: Document | None) -> None:
        self.cancel()
        self._document = document
        self._last_point = None
        self.document_changed.emit()
        self.undo_changed.emit()

    def _push(self, step: TileStep | None) -> None:
        if step is not None and self._document is not None:
            self._document.undo_stack.push(step)
            self.undo_changed.emit()

    def _mask_touched(self, box: Box) -> None:
        if self._document is not None and not box.is_empty:
            self._document.mask_touched(box)
            self.mask_changed.emit(box)

    def _announce(self, change: Change) -> None:
        if not change.mask.is_empty:
            self.mask_changed.emit(change.mask)
        if not change.picture.is_empty:
            self.picture_changed.emit(change.picture)
        self.undo_changed.emit()
