"""Copying finished layers to the screen."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter, QRegion

from inpaint_studio.picture.geometry import Box


@dataclass(frozen=True, slots=True, eq=False)
class ViewLayer:
    """An image and the device pixels of the view it covers, enlarged where it has fewer."""

    image: QImage
    area: Box


def paint_layers(
    painter: QPainter, layers: Sequence[ViewLayer], region: QRegion, ratio: float
) -> None:
    """Copy the layers, the lowest first, within a region of logical pixels."""
    painter.scale(1 / ratio, 1 / ratio)
    # Not the bounding rectangle: two small changes far apart would cost the whole view.
    for rect in cast("Iterable[QRect]", region):
        for layer in layers:
            _paint(painter, layer, device_rect(rect, ratio))


def device_rect(rect: QRect, ratio: float) -> Box:
    """The device pixels a logical rectangle touches."""
    return Box(
        math.floor(rect.x() * ratio),
        math.floor(rect.y() * ratio),
        math.ceil((rect.x() + rect.width()) * ratio),
        math.ceil((rect.y() + rect.height()) * ratio),
    )


def _paint(painter: QPainter, layer: ViewLayer, rect: Box) -> None:
    shown = rect.intersect(layer.area)
    if shown.is_empty:
        return
    growth_x = layer.image.width() / layer.area.width
    growth_y = layer.image.height() / layer.area.height
    part = QRectF(
        (shown.x0 - layer.area.x0) * growth_x,
        (shown.y0 - layer.area.y0) * growth_y,
        shown.width * growth_x,
        shown.height * growth_y,
    )
    painter.drawImage(QRectF(shown.x0, shown.y0, shown.width, shown.height), layer.image, part)
