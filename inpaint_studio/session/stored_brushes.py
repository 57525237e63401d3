"""Brush and eraser as the settings hold them from one start to the next."""

from __future__ import annotations

from typing import Any

from inpaint_studio.picture.brush import Brush
from inpaint_studio.session.tool_box import ToolBox
from inpaint_studio.session.tools import Tool
from inpaint_studio.settings import Settings


def stored_brushes(tools: ToolBox) -> dict[str, Any]:
    """The settings that hold brush and eraser as they are now."""
    brush, eraser = tools.brush_of(Tool.BRUSH), tools.brush_of(Tool.ERASER)
    return {
        "brush_size": brush.size,
        "brush_hardness": round(brush.hardness),
        "brush_flow": max(1, round(brush.flow)),
        "eraser_size": eraser.size,
        "eraser_hardness": round(eraser.hardness),
        "eraser_flow": max(1, round(eraser.flow)),
        "pressure_size": brush.pressure_size,
        "pressure_flow": brush.pressure_flow,
    }


def restore_brushes(tools: ToolBox, stored: Settings) -> None:
    """Brush and eraser as a former session left them."""
    for tool, size, hardness, flow in (
        (Tool.BRUSH, stored.brush_size, stored.brush_hardness, stored.brush_flow),
        (Tool.ERASER, stored.eraser_size, stored.eraser_hardness, stored.eraser_flow),
    ):
        pen = {"pressure_size": stored.pressure_size, "pressure_flow": stored.pressure_flow}
        tools.restore_brush(tool, Brush(size=size, hardness=hardness, flow=flow, **pen))
