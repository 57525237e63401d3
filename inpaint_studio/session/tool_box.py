"""The tools of the canvas with their settings, and which of them is in hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TypedDict, Unpack

from PySide6.QtCore import QObject, Signal

from inpaint_studio.picture.brush import Brush
from inpaint_studio.picture.selection import Wand
from inpaint_studio.session.tools import (
    DEFAULT_BRUSHES,
    OPPOSITE,
    TAKES_OPPOSITE,
    Modifier,
    Tool,
)


class BrushChanges(TypedDict, total=False):
    """Settings of a brush; see `picture.brush.Brush`."""

    size: float
    hardness: float
    flow: float
    pressure_size: bool
    pressure_flow: bool


class WandChanges(TypedDict, total=False):
    """Settings of the wand; see `picture.selection.Wand`."""

    tolerance: int
    contiguous: bool


class ToolBox(QObject):
    """Brush and eraser have settings of their own; other tools that need a brush have its."""

    tool_changed = Signal()
    brush_changed = Signal()
    options_changed = Signal()
    """The settings of wand or frame."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tool = Tool.BRUSH
        self._brushes = dict(DEFAULT_BRUSHES)
        self._wand = Wand()
        self._frame_ratio: float | None = None

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
    def wand(self) -> Wand:
        """The settings of the wand."""
        return self._wand

    @property
    def frame_ratio(self) -> float | None:
        """Width / height that a frame drawn by hand keeps; None where it is free."""
        return self._frame_ratio

    def tool_for(self, modifiers: Modifier, *, eraser_end: bool = False) -> Tool:
        """The tool a press would use now."""
        if eraser_end:
            return Tool.ERASER
        return OPPOSITE.get(self._tool, self._tool) if modifiers & TAKES_OPPOSITE else self._tool

    def set_tool(self, tool: Tool | str) -> None:
        """Take a tool in hand; what is under way ends first."""
        self._put_down()
        tool = Tool(tool)
        if tool is not self._tool:
            self._tool = tool
            self.tool_changed.emit()
            self.brush_changed.emit()

    def swap(self) -> None:
        """Brush for eraser and back; the brush from any other tool."""
        self.set_tool(OPPOSITE.get(self._tool, Tool.BRUSH))

    def set_brush(self, **changes: Unpack[BrushChanges]) -> None:
        """Change some settings of the tool in hand, for the next stroke."""
        self._take_brush(replace(self.brush, **changes))

    def resize_brush(self, steps: float) -> None:
        """Ten percent larger per step; smaller for negative steps."""
        self._take_brush(self.brush.resized(steps))

    def fit_brushes(self, size: float) -> None:
        """Make brush and eraser that large; all else of them stays."""
        for tool, brush in self._brushes.items():
            self._brushes[tool] = replace(brush, size=size)
        self.brush_changed.emit()

    def reset_brushes(self) -> None:
        """Brush and eraser as they came, and the brush in hand."""
        self._brushes = dict(DEFAULT_BRUSHES)
        self.set_tool(Tool.BRUSH)
        self.brush_changed.emit()

    def set_wand(self, **changes: Unpack[WandChanges]) -> None:
        """Change the wand for its next click."""
        self._wand = replace(self._wand, **changes)
        self.options_changed.emit()

    def set_frame_ratio(self, ratio: float | None) -> None:
        """Keep this width / height while a frame is dragged; None lets it be free."""
        self._frame_ratio = ratio
        self.options_changed.emit()

    def restore_brush(self, tool: Tool, brush: Brush) -> None:
        """Set brush or eraser as a former session left it."""
        self._brushes[tool] = brush
        self.brush_changed.emit()

    def _take_brush(self, brush: Brush) -> None:
        tool = self._tool if self._tool in OPPOSITE else Tool.BRUSH
        if brush != self._brushes[tool]:
            self._brushes[tool] = brush
            self.brush_changed.emit()

    def _put_down(self) -> None:
        """Another tool is about to be taken in hand."""
