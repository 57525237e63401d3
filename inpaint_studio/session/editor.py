"""The open document and the tool in hand: what a person does to the picture, as verbs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from inpaint_studio.picture.document import Document, Edit
from inpaint_studio.picture.extend import Extension
from inpaint_studio.picture.geometry import Box, Point
from inpaint_studio.picture.mask import Mask
from inpaint_studio.picture.mask_operations import Adjusting
from inpaint_studio.picture.rasters import Rasters
from inpaint_studio.picture.reference import Reference
from inpaint_studio.picture.selection import MOST_TOLERANT, ClickStroke
from inpaint_studio.picture.shapes import Polygon, Rectangle, ShapeStroke
from inpaint_studio.picture.strokes import BrushStroke
from inpaint_studio.picture.undo import Change, TileStep
from inpaint_studio.session.tools import (
    CLICKS,
    OPPOSITE,
    SHAPES,
    Modifier,
    Tool,
    click_stroke,
    selection_mode_of,
)
from inpaint_studio.session.under_way import UnderWay


class Editor(UnderWay):
    """Has the document that is shown, besides the tools.

    At most one change is under way at a time: a stroke from press to release, a polygon until it is
    closed, an adjustment of the whole mask until it is applied.
    """

    leaving = Signal()
    """Another document, or none, is about to be shown in place of this one."""
    document_changed = Signal()
    document_shown = Signal()
    """All that shows the document has followed: what lies over it may come."""
    mask_changed = Signal(object)  # Box
    picture_changed = Signal(object)  # Box
    resized = Signal(object)
    """The picture has another size; where its former corner lies in it now, (x, y) in px."""
    undo_changed = Signal()
    outline_changed = Signal()
    """The line of a shape that is being drawn."""
    adjusting_changed = Signal()
    frame_changed = Signal()
    """Another frame, or another extension."""
    references_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._last_point: Point | None = None
        self._clicked: tuple[Point, Modifier, int] | None = None  # with the wand's tolerance

    @property
    def document(self) -> Document | None:
        """The document that is shown."""
        return self._document

    @property
    def is_extending(self) -> bool:
        """Whether the picture is to be extended when a result is accepted."""
        document = self._document
        return document is not None and not document.pending_extension.is_nothing

    @property
    def undo_label(self) -> str | None:
        """What undo would take back; None when there is nothing."""
        return self._document.undo_stack.undo_label if self._document else None

    @property
    def redo_label(self) -> str | None:
        """What redo would do again; None when there is nothing."""
        return self._document.undo_stack.redo_label if self._document else None

    def open(self, document: Document) -> None:
        """Show `document`, new or as it was left; a stroke under way in the one before ends."""
        self._replace(document)

    def close(self) -> None:
        """Show none."""
        self._replace(None)

    def press(
        self,
        point: Point,
        pressure: float = 1.0,
        modifiers: Modifier = Modifier.NONE,
        *,
        eraser_end: bool = False,
    ) -> None:
        """Begin at a picture point what the tool in hand does; some tools do nothing to the mask.

        With a brush Shift draws a straight line from where the last stroke ended, Alt or Control
        takes the opposite tool. With the others they say how the selection joins the mask.
        """
        if self._polygon is not None:
            self._set_corner(self._polygon, point)
            return
        self._put_down()
        tool = self.tool_for(modifiers, eraser_end=eraser_end)
        if self._document is None:
            return
        self._document.undo_stack.prepare()
        if tool in OPPOSITE:
            self._press_brush(self._document, tool, point, pressure, modifiers)
        elif tool in SHAPES or tool in CLICKS:
            self._press_selection(self._document, tool, point, modifiers)

    def move(
        self, point: Point, pressure: float = 1.0, modifiers: Modifier = Modifier.NONE
    ) -> None:
        """Go on with what is under way; Shift makes rectangles squares and ellipses circles."""
        stroke = self._stroke
        if stroke is None or isinstance(stroke, Adjusting):
            return
        if isinstance(stroke, BrushStroke):
            self._last_point = point
        elif isinstance(stroke, ShapeStroke) and isinstance(stroke.shape, Rectangle):
            stroke.shape.regular = Modifier.SHIFT in modifiers
        self._mask_touched(stroke.extend(point, pressure))
        if isinstance(stroke, ShapeStroke):
            self.outline_changed.emit()

    def drag_wand(self, by: int) -> None:
        """While the wand is held: select anew where it was pressed, more tolerant by so much."""
        document, clicked = self._document, self._clicked
        if document is None or clicked is None or not isinstance(self._stroke, ClickStroke):
            return
        point, modifiers, tolerance = clicked
        tolerance = min(max(0, tolerance + by), MOST_TOLERANT)
        if self.tool is Tool.WAND and tolerance != self._wand.tolerance:
            self.set_wand(tolerance=tolerance)
            former = self._stroke.cancel()
            self._mask_touched(former.union(self._click(document, Tool.WAND, point, modifiers)))

    def release(self) -> None:
        """End the stroke under way: one undo step, if it changed anything; a polygon goes on."""
        if self.is_pressed:
            self._finish()

    def close_path(self) -> None:
        """Close the polygon under way where its last corner is."""
        if self._polygon is not None:
            self._polygon.drop_pointer()
            self._finish()

    def drop_corner(self) -> None:
        """Take the polygon's last corner back; without corners it is gone."""
        if self._polygon is None:
            return
        if not self._polygon.drop_corner():
            self.cancel()
        self.outline_changed.emit()

    def apply_adjustment(self) -> None:
        """Make the adjustment that is shown one undo step."""
        if self.is_adjusting:
            self._finish()

    def cancel(self) -> None:
        """Drop what is under way: the mask is as it was before."""
        if self._stroke is None:
            return
        stroke, self._stroke = self._stroke, None
        self._mask_touched(stroke.cancel())
        if isinstance(stroke, ClickStroke) and self._clicked is not None:
            self.set_wand(tolerance=self._clicked[2])
        self._announce_end(stroke)

    def begin_adjusting(self) -> Mask | None:
        """Start to adjust the mask, or go on; its coverage before, read-only. None: no document."""
        if self._document is None:
            return None
        if not isinstance(self._stroke, Adjusting):
            self._put_down()
            self._document.undo_stack.prepare()
            self._stroke = Adjusting(self._document.mask)
            self.adjusting_changed.emit()
        return self._stroke.base

    def show_adjusted(self, coverage: Mask, box: Box, label: str) -> None:
        """Show `coverage` in `box` of the mask, in place of what the adjustment showed so far."""
        if isinstance(self._stroke, Adjusting):
            self._mask_touched(self._stroke.show(coverage, box, label))

    def undo(self) -> None:
        """Take the newest change back; what is under way is that change."""
        if self._polygon is not None:
            self.drop_corner()
        elif self._stroke is not None:
            self.cancel()
        elif self._document is not None:
            self._announce(self._document.undo())

    def redo(self) -> None:
        """Make the change undone last again."""
        self._change(Document.redo)

    def clear_mask(self) -> None:
        """Mark nothing for editing."""
        self._change(Document.clear_mask)

    def begin_mask(self) -> None:
        """Mark nothing, let the frame follow what will be marked, and take the brush in hand."""
        self.clear_mask()
        self.set_frame(None)
        self.set_tool(Tool.BRUSH)

    def invert_mask(self) -> None:
        """Exchange what is to be edited and what is to be kept."""
        self._change(Document.invert_mask)

    def fill_mask(self) -> None:
        """Mark the whole picture for editing."""
        self._change(Document.fill_mask)

    def replace_mask(self, mask: Mask, label: str) -> None:
        """Take over a mask of the document's size, as one undo step called `label`."""
        self._change(lambda document: document.replace_mask(mask, label))

    def replace_edits(self, edits: Sequence[Edit], label: str) -> None:
        """Any change of the stack of accepted edits, as one undo step called `label`."""
        self._change(lambda document: document.replace_edits(edits, label))

    def accept(self, edit: Edit, *, unmask: Box | None = None) -> None:
        """Put an edit into the picture, undoable; see `Document.accept`."""
        self._change(lambda document: document.accept(edit, unmask=unmask))

    def extend(
        self, rasters: Rasters, extension: Extension, filled: Box, *, keeps_mask: bool = True
    ) -> None:
        """Take over the document grown by `extension`, undoable; see `Document.extend`."""
        self._last_point = None
        self._change(
            lambda document: document.extend(rasters, extension, filled, keeps_mask=keeps_mask)
        )

    def set_frame(self, box: Box | None, coming: tuple[Box, ...] | None = None) -> None:
        """Send this part of the picture; None lets the frame follow the mask.

        A frame that reaches past the picture extends it. `coming` is what `Document.coming` is.
        """
        document = self._document
        if document is not None and (box, coming) != (document.frame, document.coming):
            document.frame, document.coming = box, coming
            self.frame_changed.emit()

    def set_extension(self, extension: Extension) -> None:
        """Extend the picture by this much when a result is accepted; the frame takes it in."""
        if self._document is not None:
            self._document.extension, self._document.frame = extension, None
            self._document.coming = None
            self.frame_changed.emit()

    def set_references(self, references: Sequence[Reference]) -> None:
        """The pictures that go out beside the source, in this order."""
        if self._document is not None:
            self._document.references = tuple(references)
            self.references_changed.emit()

    def _press_brush(
        self, document: Document, tool: Tool, point: Point, pressure: float, modifiers: Modifier
    ) -> None:
        stroke = document.brush_stroke(self.brush_of(tool), erase=tool is Tool.ERASER)
        self._stroke = stroke
        start = self._last_point if Modifier.SHIFT in modifiers else None
        box = stroke.extend(start or point, pressure)
        if start is not None:
            box = box.union(stroke.straight_to(point, pressure))
        self._last_point = point
        self._mask_touched(box)

    def _press_selection(
        self, document: Document, tool: Tool, point: Point, modifiers: Modifier
    ) -> None:
        if tool in CLICKS:
            self._clicked = point, modifiers, self._wand.tolerance
            self._mask_touched(self._click(document, tool, point, modifiers))
            return
        self._stroke = ShapeStroke(document.mask, SHAPES[tool](), selection_mode_of(modifiers))
        if self._polygon is not None:
            self._set_corner(self._polygon, point)
        else:
            self._stroke.extend(point)
            self.outline_changed.emit()

    def _click(self, document: Document, tool: Tool, point: Point, modifiers: Modifier) -> Box:
        """Select from a point on; the box of the mask that changed."""
        self._stroke = click_stroke(document, tool, self._wand, selection_mode_of(modifiers))
        return self._stroke.extend(point)

    def _set_corner(self, polygon: Polygon, point: Point) -> None:
        polygon.set_corner(point)
        self.outline_changed.emit()

    def _change(self, make: Callable[[Document], Change]) -> None:
        """Once what is under way has ended, change the document by one of its verbs."""
        self._put_down()
        if self._document is not None:
            self._announce(make(self._document))

    def _put_down(self) -> None:
        """Before another verb or tool: what is shown stays, an open polygon was never there."""
        if self._polygon is not None:
            self.cancel()
        else:
            self._finish()

    def _finish(self) -> None:
        if self._stroke is None or self._document is None:
            return
        stroke, self._stroke = self._stroke, None
        box, step = stroke.finish()
        self._push(step)
        self._mask_touched(box)
        self._document.mask_levels.settle()
        self._announce_end(stroke)

    def _announce_end(self, stroke: object) -> None:
        if isinstance(stroke, ShapeStroke):
            self.outline_changed.emit()
        elif isinstance(stroke, Adjusting):
            self.adjusting_changed.emit()

    def _replace(self, document: Document | None) -> None:
        self._put_down()
        if self._document is not None:
            self.leaving.emit()
        self._document = document
        self._last_point = None
        self.document_changed.emit()
        self.undo_changed.emit()
        self.references_changed.emit()
        self.document_shown.emit()

    def _push(self, step: TileStep | None) -> None:
        if step is not None and self._document is not None:
            self._document.undo_stack.push(step)
            self.undo_changed.emit()

    def _mask_touched(self, box: Box) -> None:
        if self._document is not None and not box.is_empty:
            self._document.mask_touched(box)
            self.mask_changed.emit(box)

    def _announce(self, change: Change) -> None:
        if change.corner is not None:
            self.resized.emit(change.corner)
        if not change.mask.is_empty:
            self.mask_changed.emit(change.mask)
        if not change.picture.is_empty:
            self.picture_changed.emit(change.picture)
        self.undo_changed.emit()
        if change.corner is not None:  # last: what follows the frame asks how far the mask reaches
            self.frame_changed.emit()
