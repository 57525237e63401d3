"""What is under way in the open document: a stroke, an open polygon, an adjustment of the mask."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from inpaint_studio.picture.geometry import Point
from inpaint_studio.picture.mask_operations import Adjusting
from inpaint_studio.picture.selection import ClickStroke
from inpaint_studio.picture.shapes import Polygon, ShapeStroke
from inpaint_studio.picture.strokes import BrushStroke
from inpaint_studio.session.tool_box import ToolBox


class UnderWay(ToolBox):
    """At most one change at a time; the editor begins and ends it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stroke: BrushStroke | ShapeStroke | ClickStroke | Adjusting | None = None

    @property
    def is_painting(self) -> bool:
        """Whether a stroke of brush or eraser is under way."""
        return isinstance(self._stroke, BrushStroke)

    @property
    def is_pressed(self) -> bool:
        """Whether the next release ends something."""
        is_held = isinstance(self._stroke, BrushStroke | ShapeStroke | ClickStroke)
        return is_held and self._polygon is None

    @property
    def is_drawing(self) -> bool:
        """Whether the line of a shape is under way."""
        return isinstance(self._stroke, ShapeStroke)

    @property
    def is_placing_corners(self) -> bool:
        """Whether a polygon waits for its next corner."""
        return self._polygon is not None

    @property
    def is_adjusting(self) -> bool:
        """Whether an adjustment of the mask is shown but not applied."""
        return isinstance(self._stroke, Adjusting)

    @property
    def is_busy(self) -> bool:
        """Whether anything is under way: a stroke, an open polygon, an adjustment."""
        return self._stroke is not None

    @property
    def outline(self) -> Sequence[Point]:
        """The corners of the shape that is being drawn, in picture px."""
        return self._stroke.shape.outline if isinstance(self._stroke, ShapeStroke) else ()

    @property
    def _polygon(self) -> Polygon | None:
        if isinstance(self._stroke, ShapeStroke) and isinstance(self._stroke.shape, Polygon):
            return self._stroke.shape
        return None
