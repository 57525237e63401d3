"""Zoom and pan: where a picture lies in a view, and the way back."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from inpaint_studio.picture.geometry import EMPTY_BOX, Box, Point, Size

MIN_SCALE = 0.01
MAX_SCALE = 64.0
RUNGS_PER_OCTAVE = 3
FIT_MARGIN_PX = 24
FIT_FOOT_PX = 98
"""Below a fitted picture there is room for what floats on the canvas."""
_FIT_SHARE = 6
_KEEP_VISIBLE_PX = 48


@dataclass(frozen=True, slots=True)
class Viewport:
    """A picture of size `picture` shown in a view of `view` device pixels.

    `scale` is device pixels per picture pixel (1.0 is 100 %); `left`, `top` is the device pixel
    where the picture begins, always whole: a pan then moves finished pixels, and enlarged pixels
    have sharp edges. Widget points are logical: `device_ratio` device pixels each. `grown` is the
    picture with what it is to grow by, in picture px; None while it keeps its size.
    """

    picture: Size
    view: Size
    device_ratio: float = 1.0
    scale: float = 1.0
    left: int = 0
    top: int = 0
    grown: Box | None = None

    def to_image(self, point: Point) -> Point:
        """The picture point under a widget point."""
        ratio = self.device_ratio
        return Point(
            (point.x * ratio - self.left) / self.scale, (point.y * ratio - self.top) / self.scale
        )

    def to_widget(self, point: Point) -> Point:
        """The widget point over a picture point."""
        ratio = self.device_ratio
        return Point(
            (point.x * self.scale + self.left) / ratio, (point.y * self.scale + self.top) / ratio
        )

    @property
    def view_box(self) -> Box:
        """All device pixels of the view."""
        return Box.of_size(self.view)

    @property
    def picture_box(self) -> Box:
        """The device pixels the whole picture takes, also those outside the view."""
        return self.device_edges(Box.of_size(self.picture))

    @property
    def whole(self) -> Box:
        """All there is to see, in picture px: the picture, and what it is to grow by."""
        return self.grown or Box.of_size(self.picture)

    def device_edges(self, box: Box) -> Box:
        """A box of picture pixels in device pixels, each edge rounded to the nearest."""
        return Box(
            self.left + round(box.x0 * self.scale),
            self.top + round(box.y0 * self.scale),
            self.left + round(box.x1 * self.scale),
            self.top + round(box.y1 * self.scale),
        )

    def device_box(self, box: Box) -> Box:
        """Every device pixel of the view that a change within `box` of the picture can alter.

        One pixel more on each side is enough: interpolation reaches half an array pixel beyond a
        changed one, which is at most three device pixels large, or at most one where it comes from
        a mip level whose grid the change may fill only in part.
        """
        if box.is_empty:
            return EMPTY_BOX
        scale, left, top = self.scale, self.left, self.top
        return (
            Box.around(
                box.x0 * scale + left,
                box.y0 * scale + top,
                box.x1 * scale + left,
                box.y1 * scale + top,
            )
            .grow(1)
            .intersect(self.view_box)
        )

    def fitted(self) -> Viewport:
        """All there is to see in view with a small margin and a wider foot, never enlarged."""
        most = self.view.height / _FIT_SHARE
        head = min(FIT_MARGIN_PX * self.device_ratio, most)
        foot = min(FIT_FOOT_PX * self.device_ratio, most)
        width = max(1.0, self.view.width - 2 * FIT_MARGIN_PX * self.device_ratio)
        height = max(1.0, self.view.height - head - foot)
        scale = min(width / self.whole.width, height / self.whole.height, 1.0)
        fitted = replace(self, scale=max(scale, MIN_SCALE)).centred()
        return replace(fitted, top=fitted.top - int((foot - head) / 2))

    def centred(self, on: Point | None = None) -> Viewport:
        """The picture point `on` (default: the centre of all) in the middle of the view."""
        whole = self.whole
        on = on or Point((whole.x0 + whole.x1) / 2, (whole.y0 + whole.y1) / 2)
        return replace(
            self,
            left=round(self.view.width / 2 - on.x * self.scale),
            top=round(self.view.height / 2 - on.y * self.scale),
        )

    def zoomed(self, scale: float, anchor: Point | None = None) -> Viewport:
        """At `scale`, kept to 1–6400 %; the widget point `anchor` (default: centre) stays put."""
        scale = min(max(scale, MIN_SCALE), MAX_SCALE)
        anchor = anchor or self._widget_centre
        fixed = self.to_image(anchor)
        return replace(
            self,
            scale=scale,
            left=round(anchor.x * self.device_ratio - fixed.x * scale),
            top=round(anchor.y * self.device_ratio - fixed.y * scale),
        ).panned(0, 0)

    def stepped(self, steps: int, anchor: Point | None = None) -> Viewport:
        """Zoomed along rungs of a third of an octave, which 50, 100 and 200 % are among."""
        position = math.log2(self.scale) * RUNGS_PER_OCTAVE
        # Standing on a rung, rounding noise must not count as having left it.
        rung = math.floor(position + 1e-6) if steps > 0 else math.ceil(position - 1e-6)
        return self.zoomed(2.0 ** ((rung + steps) / RUNGS_PER_OCTAVE), anchor)

    def panned(self, dx: int, dy: int) -> Viewport:
        """Moved by whole device pixels, a part of what there is to see always staying in view."""
        box, keep = self.device_edges(self.whole), round(_KEEP_VISIBLE_PX * self.device_ratio)
        left = _clamped(box.x0 + dx, box.width, self.view.width, keep)
        top = _clamped(box.y0 + dy, box.height, self.view.height, keep)
        return replace(self, left=self.left + left - box.x0, top=self.top + top - box.y0)

    def resized_picture(self, picture: Size, corner: tuple[int, int]) -> Viewport:
        """The same view of a picture that has grown or shrunk: nothing moves on the screen.

        `corner` is where the former picture's corner lies in it.
        """
        left, top = (round(each * self.scale) for each in corner)
        left, top = self.left - left, self.top - top
        return replace(self, picture=picture, left=left, top=top, grown=None)

    def resized(self, view: Size, device_ratio: float) -> Viewport:
        """The same picture point in the middle of a view of another size or density."""
        middle = self._image_at(self.view.width / 2, self.view.height / 2)
        scale = self.scale * device_ratio / self.device_ratio
        scale = min(max(scale, MIN_SCALE), MAX_SCALE)
        return replace(self, view=view, device_ratio=device_ratio, scale=scale).centred(middle)

    def halved(self) -> Viewport:
        """The same view with half the device pixels, for a quick first drawing."""
        view = Size((self.view.width + 1) // 2, (self.view.height + 1) // 2)
        return replace(
            self, view=view, scale=self.scale / 2, left=self.left // 2, top=self.top // 2
        )

    @property
    def _widget_centre(self) -> Point:
        ratio = self.device_ratio
        return Point(self.view.width / 2 / ratio, self.view.height / 2 / ratio)

    def _image_at(self, x: float, y: float) -> Point:
        return Point((x - self.left) / self.scale, (y - self.top) / self.scale)


def _clamped(start: int, length: int, view: int, keep: int) -> int:
    keep = min(keep, length, view)
    return min(max(start, keep - length), view - keep)
