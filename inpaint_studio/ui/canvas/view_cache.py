"""What a canvas shows, kept ready in device pixels, so that painting it is only copying."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.geometry import EMPTY_BOX, Box, Size
from inpaint_studio.picture.mask import Mask
from inpaint_studio.picture.pyramid import Pyramid
from inpaint_studio.picture.viewport import Viewport
from inpaint_studio.ui.canvas.colours import CanvasColours
from inpaint_studio.ui.canvas.sampling import ViewTransform, axis_indices, draw

Premultiplied = NDArray[np.uint32]

PREMULTIPLIED = QImage.Format.Format_ARGB32_Premultiplied
GRID_FROM = 8.0
"""The scale from which lines part the picture's pixels."""
CHECKER_PX = 8
_GRID_CONTRAST = 24
_UNDERLAY_SHARE = 0.5


class Preview:
    """A picture laid over a box of the document for show only.

    `pixels` is BGRA of the size of `box`; `blend` (coverage of that size, None: everywhere) says
    how much of it shows. Either may come as a pyramid that was built elsewhere.
    """

    def __init__(self, pixels: Pixels | Pyramid, blend: Mask | Pyramid | None, box: Box) -> None:
        self.box = box
        self.pixels = _pyramid(pixels)
        self.blend = None if blend is None else _pyramid(blend)


def _pyramid(array: Pixels | Pyramid) -> Pyramid:
    return array if isinstance(array, Pyramid) else Pyramid(np.ascontiguousarray(array))


_HATCH_PX = 10


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """Everything a view cache is drawn from; of the mask, `strokes` alone where they are given."""

    picture: Pyramid
    mask: Pyramid
    viewport: Viewport
    colours: CanvasColours
    tint: Premultiplied
    hatch: bool = False
    preview: Preview | None = None
    strokes: Pyramid | None = None


class ViewCache:
    """Layers of `size` device pixels: the photo (opaque), the mask overlay, and a preview if any.

    The arrays own the memory; the images are windows on them and stay valid while the cache lives.
    """

    def __init__(self, size: Size) -> None:
        self.size = size
        self._photo = np.full((size.height, size.width), 0, np.uint32)
        self._overlay = np.full((size.height, size.width), 0, np.uint32)
        self._preview: Premultiplied | None = None
        self.photo = image_over(self._photo, QImage.Format.Format_RGB32)
        self.overlay = image_over(self._overlay, PREMULTIPLIED)
        self.preview: QImage | None = None

    def draw(self, scene: Scene, area: Box | None = None) -> None:
        """Draw all layers of `area` (default: everything)."""
        whole = Box.of_size(self.size)
        area = whole if area is None else area.intersect(whole)
        if not area.is_empty:
            self._photo[area.slices] = draw_photo(scene, area)
            self.draw_mask(scene, area)
            self.draw_preview(scene, area)

    def draw_mask(self, scene: Scene, area: Box) -> None:
        """Draw the overlay of `area`, which lies in the view."""
        if not area.is_empty:
            self._overlay[area.slices] = draw_overlay(scene, area)

    def draw_preview(self, scene: Scene, area: Box) -> None:
        """Draw the preview layer of `area`, which lies in the view; drop it without a preview."""
        if scene.preview is None:
            self._preview = self.preview = None
            return
        if self._preview is None:
            self._preview = np.full((self.size.height, self.size.width), 0, np.uint32)
            self.preview = image_over(self._preview, PREMULTIPLIED)
        if not area.is_empty:
            draw_preview(scene, scene.preview, area, self._preview[area.slices])

    def preview_pixels(self, area: Box) -> Premultiplied:
        """A copy of the preview layer of `area`."""
        if self._preview is None:
            return np.zeros((area.height, area.width), np.uint32)
        return self._preview[area.slices].copy()

    def shift(self, scene: Scene, dx: int, dy: int) -> None:
        """Follow a pan of the scene: move what is there and draw only what came into view."""
        whole = Box.of_size(self.size)
        kept = whole.shift(dx, dy).intersect(whole)
        if kept.is_empty:
            self.draw(scene)
            return
        for layer in (self._photo, self._overlay, self._preview):
            if layer is not None:
                _move(layer, dx + dy * self.size.width)
        for strip in _strips(whole, kept):
            self.draw(scene, strip)


def tint_table(colours: CanvasColours) -> Premultiplied:
    """The premultiplied ARGB word of every coverage, for the tinted overlay."""
    colour = QColor(colours.tint)
    alpha = np.arange(256, dtype=np.float64) * colours.tint_opacity
    return _premultiplied(alpha, (colour.red(), colour.green(), colour.blue()))


def grey_table() -> Premultiplied:
    """The opaque grey of every coverage, for showing the mask alone."""
    grey = np.arange(256, dtype=np.uint32)
    return (np.uint32(0xFF000000) | grey << 16 | grey << 8 | grey).astype(np.uint32)


def draw_photo(scene: Scene, area: Box) -> Premultiplied:
    """The picture over a checkerboard over the canvas, opaque; what it is to grow by is pale."""
    inside = area.intersect(scene.viewport.picture_box)
    if inside == area:
        return _picture(scene, area)
    out = np.full((area.height, area.width), QColor(scene.colours.canvas).rgb(), np.uint32)
    grown = _extended_part(scene, area)
    if not grown.is_empty:
        out[grown.shift(-area.x0, -area.y0).slices] = _underlay(scene, grown)
    if not inside.is_empty:
        out[inside.shift(-area.x0, -area.y0).slices] = _picture(scene, inside)
    return out


def draw_overlay(scene: Scene, area: Box) -> Premultiplied:
    """The mask through the tint table; all that the picture is to grow by is masked."""
    inside = area.intersect(scene.viewport.picture_box)
    if inside == area:
        coverage = draw(scene.strokes or scene.mask, _transform(scene.viewport), area)
        # Four times faster than numpy's `take`, which first widens the indices to 64 bits.
        words = cv2.LUT(coverage, scene.tint.view(np.int32)).view(np.uint32)
        return _hatched(words, area, scene.viewport.picture_box) if scene.hatch else words
    out = np.zeros((area.height, area.width), np.uint32)
    grown = _extended_part(scene, area) if scene.strokes is None else EMPTY_BOX
    if not grown.is_empty:
        words = np.full((grown.height, grown.width), scene.tint[255], np.uint32)
        words = _hatched(words, grown, scene.viewport.picture_box) if scene.hatch else words
        out[grown.shift(-area.x0, -area.y0).slices] = words
    if not inside.is_empty:
        out[inside.shift(-area.x0, -area.y0).slices] = draw_overlay(scene, inside)
    return out


def _extended_part(scene: Scene, area: Box) -> Box:
    """What of `area` the picture with its growth covers; empty while it keeps its size."""
    grown = scene.viewport.grown
    return area.intersect(scene.viewport.device_edges(grown)) if grown else EMPTY_BOX


def _underlay(scene: Scene, area: Box) -> Premultiplied:
    """The picture's edges repeated over the checkerboard: what a model is shown there."""
    pixels = draw(scene.picture, _transform(scene.viewport), area)
    pale = np.asarray(cv2.convertScaleAbs(pixels, alpha=_UNDERLAY_SHARE), np.uint8)
    return _as_pixels32(_over_checkerboard(scene, pale, area))


def _hatched(pixels: Premultiplied, area: Box, picture: Box) -> Premultiplied:
    """Stripes that keep their place on the picture, so that a pan may move what is drawn."""
    across = np.arange(area.x0 - picture.x0, area.x1 - picture.x0, dtype=np.int32)[None, :]
    down = np.arange(area.y0 - picture.y0, area.y1 - picture.y0, dtype=np.int32)[:, None]
    return np.where((across + down) % _HATCH_PX < _HATCH_PX // 2, pixels, np.uint32(0))


def draw_preview(scene: Scene, preview: Preview, area: Box, out: Premultiplied) -> None:
    """Into `out`, which shows `area`, the preview through its blend mask: premultiplied ARGB."""
    inside = area.intersect(scene.viewport.device_edges(preview.box))
    if inside != area:
        out[:] = 0
    if not inside.is_empty:
        out[inside.shift(-area.x0, -area.y0).slices] = _blended(scene, preview, inside)


def _picture(scene: Scene, area: Box) -> Premultiplied:
    viewport = scene.viewport
    pixels = draw(scene.picture, _transform(viewport), area)
    if not scene.picture.opaque:
        pixels = _over_checkerboard(scene, pixels, area)
    if viewport.scale >= GRID_FROM:
        pixels = _with_grid(pixels, viewport, area)
    return _as_pixels32(pixels)


def _blended(scene: Scene, preview: Preview, area: Box) -> Premultiplied:
    viewport = scene.viewport
    transform = ViewTransform(
        viewport.scale,
        viewport.left + preview.box.x0 * viewport.scale,
        viewport.top + preview.box.y0 * viewport.scale,
    )
    pixels = draw(preview.pixels, transform, area)
    if not preview.pixels.opaque:
        pixels = _over_checkerboard(scene, pixels, area)
    if preview.blend is not None:
        weight = draw(preview.blend, transform, area)
        weights = cv2.merge([weight] * 4)
        pixels = np.asarray(cv2.multiply(pixels, weights, scale=1 / 255), np.uint8)
    return _as_pixels32(pixels)


def _transform(viewport: Viewport) -> ViewTransform:
    return ViewTransform(viewport.scale, float(viewport.left), float(viewport.top))


def _over_checkerboard(scene: Scene, pixels: Pixels, area: Box) -> Pixels:
    """Premultiplied pixels over squares that keep their size on screen and go with the picture."""
    viewport, colours = scene.viewport, scene.colours
    cell = round(CHECKER_PX * viewport.device_ratio)
    columns = axis_indices(area.x0, area.x1, viewport.left, cell)
    rows = axis_indices(area.y0, area.y1, viewport.top, cell)
    dark = (columns + rows[:, None]) % 2 == 1
    light_word, dark_word = QColor(colours.checker_light).rgb(), QColor(colours.checker_dark).rgb()
    board = np.where(dark, np.uint32(dark_word), np.uint32(light_word))
    hidden = cv2.bitwise_not(cv2.extractChannel(pixels, 3))
    beneath = cv2.multiply(board[..., None].view(np.uint8), cv2.merge([hidden] * 4), scale=1 / 255)
    return np.asarray(cv2.add(pixels, beneath), np.uint8)


def _with_grid(pixels: Pixels, viewport: Viewport, area: Box) -> Pixels:
    """Lines between the picture's pixels, darker on light and lighter on dark ones."""
    lined = pixels.copy()
    first_x = _begins(area.x0, area.x1, viewport.left, viewport.scale)
    first_y = _begins(area.y0, area.y1, viewport.top, viewport.scale)
    lined[:, first_x, :3] = _contrasted(pixels[:, first_x, :3])
    lined[first_y, :, :3] = _contrasted(pixels[first_y, :, :3])
    return lined


def _begins(start: int, stop: int, origin: int, scale: float) -> NDArray[np.bool_]:
    """At which device pixels another picture pixel begins."""
    return np.asarray(np.diff(axis_indices(start - 1, stop, origin, scale)) != 0)


def _contrasted(colours: Pixels) -> Pixels:
    return np.where(
        colours > 127, colours - np.uint8(_GRID_CONTRAST), colours + np.uint8(_GRID_CONTRAST)
    )


def _strips(whole: Box, kept: Box) -> list[Box]:
    """What of `whole` a pan left undrawn: full-width rows, then the columns beside `kept`."""
    strips = [
        Box(whole.x0, whole.y0, whole.x1, kept.y0),
        Box(whole.x0, kept.y1, whole.x1, whole.y1),
        Box(whole.x0, kept.y0, kept.x0, kept.y1),
        Box(kept.x1, kept.y0, whole.x1, kept.y1),
    ]
    return [strip for strip in strips if not strip.is_empty]


def _move(layer: Premultiplied, offset: int) -> None:
    """Move all words of a layer by `offset` in memory, in place.

    What a pan brings in from the other side of a row lies in strips still to be drawn. One memmove
    takes a third of the time of numpy's two copies.
    """
    byte_count = layer.nbytes - abs(offset) * layer.itemsize
    start, step = layer.ctypes.data, abs(offset) * layer.itemsize
    target, source = (start + step, start) if offset > 0 else (start, start + step)
    ctypes.memmove(target, source, byte_count)


def _as_pixels32(pixels: Pixels) -> Premultiplied:
    return np.ascontiguousarray(pixels).view(np.uint32)[..., 0]


def _premultiplied(alpha: NDArray[np.floating[Any]], rgb: tuple[int, int, int]) -> Premultiplied:
    red, green, blue = (np.rint(alpha * part / 255).astype(np.uint32) for part in rgb)
    words = np.rint(alpha).astype(np.uint32) << 24 | red << 16 | green << 8 | blue
    return np.asarray(words, np.uint32)


def image_over(array: NDArray[np.uint8] | Premultiplied, image_format: QImage.Format) -> QImage:
    """A QImage over the array's memory, which it keeps alive."""
    height, width = array.shape[:2]
    return QImage(array.data, width, height, array.strides[0], image_format)
