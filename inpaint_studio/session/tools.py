"""The tools of the canvas, the keys that change what they do, and what each makes of the mask."""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping

from inpaint_studio.picture.brush import Brush
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.selection import ClickStroke, Wand, enclosed, painted, similar
from inpaint_studio.picture.selection_mode import SelectionMode
from inpaint_studio.picture.shapes import Ellipse, Lasso, Polygon, Rectangle, Shape


class Tool(enum.StrEnum):
    """What the pointer does on the canvas."""

    BRUSH = "brush"
    ERASER = "eraser"
    RECTANGLE = "rectangle"
    ELLIPSE = "ellipse"
    LASSO = "lasso"
    POLYGON = "polygon"
    WAND = "wand"
    FILL = "fill"
    FRAME = "frame"
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
SHAPES: Mapping[Tool, Callable[[], Shape]] = {
    Tool.RECTANGLE: Rectangle,
    Tool.ELLIPSE: Ellipse,
    Tool.LASSO: Lasso,
    Tool.POLYGON: Polygon,
}
"""The tools that draw a closed line, and what each draws."""
CLICKS = frozenset({Tool.WAND, Tool.FILL})
"""The tools that select by one click."""
SELECTS = frozenset(SHAPES) | CLICKS


def selection_mode_of(modifiers: Modifier) -> SelectionMode:
    """Plain and Shift add, Alt (or Control) takes away, both together keep what lies in both."""
    if not modifiers & TAKES_OPPOSITE:
        return SelectionMode.ADD
    return SelectionMode.INTERSECT if Modifier.SHIFT in modifiers else SelectionMode.SUBTRACT


def click_stroke(document: Document, tool: Tool, wand: Wand, how: SelectionMode) -> ClickStroke:
    """What wand or fill do to the document's mask."""
    mask = document.mask
    if tool is Tool.WAND:
        pixels = document.composite
        return ClickStroke(mask, "Wand", lambda x, y: similar(pixels, x, y, wand), how)
    select = enclosed if how is SelectionMode.ADD else painted
    return ClickStroke(mask, "Fill", lambda x, y: select(mask, x, y), how)
