"""The part of the canvas that knows what to draw where: view caches kept in step with a document.

Everything here counts in device pixels; the widget turns them into its own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from inpaint_studio.picture.document import Document
from inpaint_studio.picture.geometry import EMPTY_BOX, Box
from inpaint_studio.picture.viewport import Viewport
from inpaint_studio.ui.canvas.colours import CanvasColours
from inpaint_studio.ui.canvas.fade import Fade
from inpaint_studio.ui.canvas.layers import ViewLayer
from inpaint_studio.ui.canvas.new_strokes import NewStrokes, Painted
from inpaint_studio.ui.canvas.sampling import NEAREST_FROM
from inpaint_studio.ui.canvas.view_cache import (
    PREMULTIPLIED,
    Preview,
    Scene,
    ViewCache,
    grey_table,
    image_over,
    tint_table,
)


class Display:
    """View caches of one document seen through a viewport.

    `painted` is what had been painted since a result lay over it, when it was shown last. After
    `zoom` the cache may be `quick`: of half the resolution, until `settle`.
    """

    def __init__(
        self,
        document: Document,
        viewport: Viewport,
        colours: CanvasColours,
        painted: Painted | None = None,
    ) -> None:
        self.document = document
        self._painted = painted
        self.scene = Scene(
            picture=document.picture_levels,
            mask=document.mask_levels,
            viewport=viewport,
            colours=colours,
            tint=tint_table(colours),
            hatch=colours.hatch,
        )
        self._full = ViewCache(viewport.view)
        self._half = ViewCache(viewport.halved().view)
        self._mask_only = False
        self._fade: Fade | None = None
        self._strokes: NewStrokes | None = None
        self.quick = False
        self.settle()

    @property
    def viewport(self) -> Viewport:
        """Where the picture lies in the view."""
        return self.scene.viewport

    @property
    def cache(self) -> ViewCache:
        """The cache to paint from."""
        return self._half if self.quick else self._full

    @property
    def painted(self) -> Painted | None:
        """What has been painted since a result was laid over it; None where none is."""
        return None if self._strokes is None else self._strokes.painted

    def resize(self, viewport: Viewport) -> None:
        """Look through a viewport of another size or density."""
        self._full = ViewCache(viewport.view)
        self._half = ViewCache(viewport.halved().view)
        self.scene = replace(self.scene, viewport=viewport)
        self.settle()

    def set_look(self, colours: CanvasColours, *, mask_only: bool) -> None:
        """Draw in other colours, or the mask as opaque greys."""
        if (colours, mask_only) == (self.scene.colours, self._mask_only):
            return
        self._mask_only = mask_only
        tint = grey_table() if mask_only else tint_table(colours)
        self.scene = replace(
            self.scene, colours=colours, tint=tint, hatch=colours.hatch and not mask_only
        )
        self.settle()

    def settle(self) -> None:
        """Draw everything at full resolution."""
        self.quick = False
        self._fade = None
        self._full.draw(self.scene)

    def zoom(self, viewport: Viewport) -> None:
        """Look at another scale: at half resolution where full resolution takes a frame or more."""
        self.scene = replace(self.scene, viewport=viewport)
        if viewport.scale >= NEAREST_FROM:
            self.settle()
            return
        self.quick, self._fade = True, None
        self._half.draw(replace(self.scene, viewport=viewport.halved()))

    def pan(self, viewport: Viewport) -> None:
        """Look at the same scale from elsewhere."""
        former, self.scene = self.viewport, replace(self.scene, viewport=viewport)
        dx, dy = viewport.left - former.left, viewport.top - former.top
        self._fade = None
        if self.quick:
            self._half.draw(replace(self.scene, viewport=viewport.halved()))
        else:
            self._full.shift(self.scene, dx, dy)

    def set_extended(self, grown: Box | None) -> None:
        """Show what the picture is to grow by: `grown` is all of it, in picture px."""
        viewport = replace(self.viewport, grown=grown)
        if viewport != self.viewport:
            self.scene = replace(self.scene, viewport=viewport)
            self.settle()

    def mask_changed(self, box: Box) -> Box:
        """Follow a change of the mask; return the device pixels to paint."""
        if self._strokes is not None:
            self._strokes.follow(box)
        return self._redrawn(box, self._full.draw_mask)

    def tint_strokes_only(self, only: bool) -> Box:
        """Tint what was painted since the preview came, or all of the mask; return what to paint.

        Nothing but the mask's layer is drawn: a preview that fades in goes on doing so.
        """
        wanted = self._strokes.levels if only and self._strokes else None
        if wanted is self.scene.strokes:
            return EMPTY_BOX
        self.scene = replace(self.scene, strokes=wanted)
        return self._redrawn(self.viewport.whole, self._full.draw_mask)

    def picture_changed(self, box: Box) -> Box:
        """Follow a change of the composite; return the device pixels to paint."""
        return self._redrawn(box, self._full.draw)

    def _redrawn(self, box: Box, draw: Callable[[Scene, Box], None]) -> Box:
        if self.quick:
            self.settle()
            return self.viewport.view_box
        area = self.viewport.device_box(box)
        draw(self.scene, area)
        return area

    def show_preview(self, preview: Preview | None, *, fade: bool) -> Box:
        """Lay a preview over the picture in place of the last; return what to paint."""
        former, self.scene = self.scene.preview, replace(self.scene, preview=preview)
        if preview is None or former is None:
            self._strokes = NewStrokes(self.document.mask, self._painted) if preview else None
            self._painted = None
        area = EMPTY_BOX
        for shown in (former, preview):
            if shown is not None:
                area = area.union(self.viewport.device_box(shown.box))
        self._fade = None
        if self.quick:
            self.settle()
            return self.viewport.view_box
        if fade and not area.is_empty:
            self._fade = Fade(area, self._full.preview_pixels(area))
        self._full.draw_preview(self.scene, area)
        return area

    def set_fade(self, progress: float) -> Box:
        """Let the last preview show through, less as `progress` nears 1; return what to paint."""
        if self._fade is None:
            return EMPTY_BOX
        area, self._fade.progress = self._fade.area, progress
        if progress >= 1.0:
            self._fade = None
        return area

    def layers(self, *, preview: bool, mask: bool) -> list[ViewLayer]:
        """What to paint, the lowest first."""
        size = self.viewport.view
        layers = [ViewLayer(self.cache.photo, Box.of_size(size))]
        if preview and self._fade is not None:
            words = self._full.preview_pixels(self._fade.area)
            image = image_over(self._fade.mixed(words), PREMULTIPLIED)
            layers.append(ViewLayer(image, self._fade.area))
        elif preview and self.cache.preview is not None:
            layers.append(ViewLayer(self.cache.preview, Box.of_size(size)))
        if mask:
            layers.append(ViewLayer(self.cache.overlay, Box.of_size(size)))
        return layers
