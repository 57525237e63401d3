"""The canvas as the pointer sees it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPointF

from inpaint_studio.picture.geometry import Box, Point


class Surface(Protocol):
    """What the pointer asks of the canvas. Points are logical pixels of the widget."""

    @property
    def frame(self) -> Box | None:
        """The frame on show, in picture px."""
        ...

    def image_point(self, position: QPointF) -> Point:
        """The picture point under the pointer."""
        ...

    def image_length(self, pixels: float) -> float:
        """How many picture px that many logical pixels are."""
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

    def set_sizing(self, anchor: QPointF | None) -> None:
        """Show how large and hard the brush is, around a point; None ends that."""
        ...

    def ask_for_brush_popup(self, position: QPointF) -> None:
        """Open the brush's settings at the pointer."""
        ...

    def pointer_changed(self) -> None:
        """The cursor may have to look different."""
        ...
