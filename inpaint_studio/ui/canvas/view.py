"""A picture in view: zoom, pan, fit, and repainting just what changed."""

from __future__ import annotations

import math
from weakref import WeakKeyDictionary

from PySide6.QtCore import QPointF, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from inpaint_studio.picture.document import Document
from inpaint_studio.picture.geometry import Box, Point, Size
from inpaint_studio.picture.viewport import Viewport
from inpaint_studio.ui.canvas.colours import CanvasColours
from inpaint_studio.ui.canvas.display import Display
from inpaint_studio.ui.canvas.new_strokes import Painted
from inpaint_studio.ui.canvas.overlay import Overlay

SETTLE_MS = 70
"""After the last zoom step, how long until full resolution and outline are drawn."""


class PictureView(QWidget):
    """Holds the view caches and what lies over them; draws nothing by itself."""

    zoom_changed = Signal(float)
    """Device pixels per picture pixel; 1.0 is 100 %."""
    view_changed = Signal()
    """The picture lies elsewhere in the widget."""

    def __init__(self, colours: CanvasColours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.display: Display | None = None
        """The view caches; None while no document is open."""
        self._fits = True
        self._views: WeakKeyDictionary[Document, Viewport | None] = WeakKeyDictionary()
        self._painted: WeakKeyDictionary[Document, Painted | None] = WeakKeyDictionary()
        self._pan_rest = QPointF()
        self._overlay = Overlay(self, colours)
        self._settle_timer = QTimer(self, singleShot=True, interval=SETTLE_MS)

    @property
    def zoom(self) -> float:
        """Device pixels per picture pixel."""
        return self.display.viewport.scale if self.display else 1.0

    @property
    def viewport(self) -> Viewport | None:
        """Where the picture lies; None while no document is open."""
        return self.display.viewport if self.display else None

    def fit(self) -> None:
        """The whole picture in view, also when the window changes its size."""
        if self.display is not None:
            self._look_through(self.display.viewport.fitted(), quick=False)
            self._fits = True

    def zoom_to(self, scale: float, anchor: QPointF | None = None) -> None:
        """At a scale (1.0 = 100 %), a widget point (default: the middle) staying put."""
        if self.display is not None:
            self._look_through(self.display.viewport.zoomed(scale, _point(anchor)), quick=False)

    def step_zoom(self, steps: int, anchor: QPointF | None = None) -> None:
        """In or out by thirds of an octave."""
        if self.display is not None:
            self._look_through(self.display.viewport.stepped(steps, _point(anchor)), quick=True)

    def zoom_by(self, factor: float, anchor: QPointF) -> None:
        """In or out by any factor, a widget point staying put."""
        if self.display is not None:
            scale = self.zoom * factor
            self._look_through(self.display.viewport.zoomed(scale, _point(anchor)), quick=True)

    def pan_by(self, dx: float, dy: float) -> None:
        """Move the picture by logical pixels; fractions of device pixels are kept for later."""
        if self.display is None:
            return
        wanted = QPointF(dx, dy) * self.devicePixelRatioF() + self._pan_rest
        whole = wanted.toPoint()
        self._pan_rest = wanted - QPointF(whole)
        self._fits = False
        self._pan_to(self.display.viewport.panned(whole.x(), whole.y()))

    def image_point(self, position: QPointF) -> Point:
        """The picture point under a widget point."""
        point = Point(position.x(), position.y())
        return self.display.viewport.to_image(point) if self.display else point

    def seen_length(self, image_px: float) -> float:
        """How many logical pixels that many picture px are."""
        return image_px * self.zoom / self.devicePixelRatioF()

    def image_length(self, pixels: float) -> float:
        """How many picture px that many logical pixels are."""
        return pixels * self.devicePixelRatioF() / self.zoom

    def pointer_changed(self) -> None:
        """What is under the pointer has changed."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._overlay.setGeometry(self.rect())
        self._fit_to_widget()

    def _keep_view(self) -> None:
        """The document goes into the background: how it is looked at holds when it comes back."""
        if self.display is not None:
            document = self.display.document
            self._views[document] = None if self._fits else self.display.viewport
            self._painted[document] = self.display.painted

    def _display_of(self, document: Document, colours: CanvasColours) -> Display:
        return Display(document, self._view_of(document), colours, self._painted.get(document))

    def _view_of(self, document: Document) -> Viewport:
        """As the document was looked at last; one that is new, or was fitted, is fitted."""
        kept = self._views.get(document)
        self._fits = kept is None or kept.picture != document.size
        size, ratio = self._device_size(), self.devicePixelRatioF()
        if kept is None or self._fits:
            return Viewport(document.size, size, ratio).fitted()
        is_same = (kept.view, kept.device_ratio) == (size, ratio)
        return kept if is_same else kept.resized(size, ratio)

    def _look_through(self, viewport: Viewport, *, quick: bool) -> None:
        if self.display is None:
            return
        self._fits = False
        self.display.zoom(viewport)
        if not quick:
            self.display.settle()
        self._settle_timer.start()
        self._viewport_changed()

    def _pan_to(self, viewport: Viewport) -> None:
        if self.display is None:
            return
        self.display.pan(viewport)
        self._overlay.set_viewport(viewport)
        self._settle_timer.start()
        self.update()
        self.view_changed.emit()

    def _fit_to_widget(self) -> None:
        """The widget has another size or density."""
        if self.display is None:
            return
        viewport = self.display.viewport.resized(self._device_size(), self.devicePixelRatioF())
        self.display.resize(viewport.fitted() if self._fits else viewport)
        self._settle_timer.start()
        self._viewport_changed()

    def _viewport_changed(self) -> None:
        self._overlay.set_viewport(self.viewport)
        self.update()
        self.pointer_changed()
        self.zoom_changed.emit(self.zoom)
        self.view_changed.emit()

    def _device_size(self) -> Size:
        ratio = self.devicePixelRatioF()
        return Size(
            max(1, math.ceil(self.width() * ratio)), max(1, math.ceil(self.height() * ratio))
        )

    def _update_area(self, area: Box) -> None:
        if area.is_empty:
            return
        ratio = self.devicePixelRatioF()
        x0, y0 = math.floor(area.x0 / ratio), math.floor(area.y0 / ratio)
        x1, y1 = math.ceil(area.x1 / ratio), math.ceil(area.y1 / ratio)
        self.update(x0, y0, x1 - x0, y1 - y0)


def _point(position: QPointF | None) -> Point | None:
    return None if position is None else Point(position.x(), position.y())
