"""The line around the mask."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPolygonF, QTransform

from inpaint_studio.picture.geometry import Box
from inpaint_studio.picture.pyramid import Pyramid
from inpaint_studio.picture.viewport import Viewport
from inpaint_studio.ui.canvas.sampling import NEAREST_FROM, Placing, draw

HALF_COVERED = 127
# Beyond the view, so that a short pan does not bring an unlined part in.
_MARGIN_PX = 160
_SMOOTHING_PX = 0.7


@dataclass(frozen=True, slots=True)
class Outline:
    """The path along half coverage, in device pixels of the viewport it was traced at."""

    path: QPainterPath
    viewport: Viewport

    def seen_at(self, viewport: Viewport) -> QPainterPath:
        """The path in logical pixels of a view that may have been zoomed and panned since."""
        growth = viewport.scale / self.viewport.scale
        ratio = viewport.device_ratio
        place = QTransform(
            growth / ratio,
            0,
            0,
            growth / ratio,
            (viewport.left - self.viewport.left * growth) / ratio,
            (viewport.top - self.viewport.top * growth) / ratio,
        )
        return place.map(self.path)


def trace(mask: Pyramid, viewport: Viewport) -> Outline:
    """The outline of what a view and its near surroundings show of the mask."""
    area = viewport.view_box.grow(_MARGIN_PX).intersect(viewport.picture_box)
    path = QPainterPath()
    if not area.is_empty:
        for contour in _contours(mask, viewport, area):
            path.addPolygon(QPolygonF([QPointF(x, y) for x, y in contour.tolist()]))
            path.closeSubpath()
    return Outline(path, viewport)


def _contours(mask: Pyramid, viewport: Viewport, area: Box) -> list[np.ndarray]:
    """Closed lines as n×2 float arrays of device pixels."""
    placing = Placing(viewport.scale, float(viewport.left), float(viewport.top))
    covered = (draw(mask, placing, area) > HALF_COVERED).astype(np.uint8)
    found, _ = cv2.findContours(covered, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    smoothing = 0.0 if viewport.scale >= NEAREST_FROM else _SMOOTHING_PX
    centre = np.array([area.x0 + 0.5, area.y0 + 0.5])
    return [cv2.approxPolyDP(line, smoothing, closed=True)[:, 0] + centre for line in found]
