"""The line around the mask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPolygonF, QTransform

from inpaint_studio.picture.geometry import Box
from inpaint_studio.picture.pyramid import Pyramid
from inpaint_studio.picture.viewport import Viewport
from inpaint_studio.ui.canvas.sampling import NEAREST_FROM, ViewTransform, draw

Line = NDArray[Any]

HALF_COVERED = 127
# Beyond the view, so that a short pan does not bring an unlined part in.
_MARGIN_PX = 160
# Contours run from pixel to pixel: averaged over a few they follow the painted edge.
_SMOOTHED_PIXELS = 7
_STRAIGHTENING_PX = 0.2


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


def _contours(mask: Pyramid, viewport: Viewport, area: Box) -> list[Line]:
    """Closed lines as n×2 float arrays of device pixels."""
    transform = ViewTransform(viewport.scale, float(viewport.left), float(viewport.top))
    covered = (draw(mask, transform, area) > HALF_COVERED).astype(np.uint8)
    centre = np.array([area.x0 + 0.5, area.y0 + 0.5])
    if viewport.scale >= NEAREST_FROM:
        found, _ = cv2.findContours(covered, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
        return [line[:, 0] + centre for line in found]
    found, _ = cv2.findContours(covered, cv2.RETR_LIST, cv2.CHAIN_APPROX_NONE)
    return [_smoothed(line[:, 0]) + centre for line in found]


def _smoothed(line: Line) -> Line:
    """A closed line (n×2) without the staircase of its pixels."""
    half = _SMOOTHED_PIXELS // 2
    if len(line) <= _SMOOTHED_PIXELS:
        return line
    around = np.concatenate([line[-half:], line, line[:half]]).astype(np.float32)
    means = cv2.blur(around, (1, _SMOOTHED_PIXELS))[half:-half]
    smooth = np.ascontiguousarray(means)[:, None]
    return np.asarray(cv2.approxPolyDP(smooth, _STRAIGHTENING_PX, closed=True)[:, 0])
