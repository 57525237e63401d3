"""Zoom and pan of several panes at once: the same picture point under the same pane point."""

from __future__ import annotations

from dataclasses import replace

from inpaint_studio.picture.geometry import Point, Size
from inpaint_studio.picture.viewport import Viewport


class SyncedViews:
    """One viewport per pane, all of one size; moves go to all, or to one pane alone.

    A pane that was moved alone keeps its distance to the others.
    """

    def __init__(self) -> None:
        self._views: list[Viewport] = []
        self.is_fitted = True

    def __getitem__(self, pane: int) -> Viewport:
        return self._views[pane]

    def __len__(self) -> int:
        return len(self._views)

    @property
    def scale(self) -> float:
        """Device pixels per picture pixel of the first pane."""
        return self._views[0].scale if self._views else 1.0

    def resize(self, count: int, picture: Size, view: Size, device_ratio: float) -> None:
        """Make it that many panes of `view` device pixels; zoom and place are kept."""
        first = self._views[0] if self._views else None
        if first is None or first.picture != picture:
            fresh = _fitted(Viewport(picture, view, device_ratio))
            self._views, self.is_fitted = [fresh] * count, True
            return
        kept = self._views[:count] + [first] * (count - len(self._views))
        self._views = [each.resized(view, device_ratio) for each in kept]
        if self.is_fitted:
            self.fit()

    def pan(self, dx: int, dy: int, *, only: int | None = None) -> None:
        """Move by whole device pixels."""
        self.is_fitted = False
        self._change(lambda view: view.panned(dx, dy), only)

    def zoom(self, steps: int, pane: int, at: Point, *, only: int | None = None) -> None:
        """Zoom about the picture point under `at`, a widget point of that pane."""
        self.is_fitted = False
        fixed = self._views[pane].to_image(at)
        self._change(lambda view: view.stepped(steps, view.to_widget(fixed)), only)

    def zoom_to(self, scale: float, pane: int, at: Point) -> None:
        """To a scale, about the picture point under `at`."""
        self.is_fitted = False
        fixed = self._views[pane].to_image(at)
        self._change(lambda view: view.zoomed(scale, view.to_widget(fixed)), None)

    def fit(self) -> None:
        """The whole picture in every pane."""
        self.is_fitted = True
        self._change(_fitted, None)

    def _change(self, move, only: int | None) -> None:  # type: ignore[no-untyped-def]
        self._views = [
            move(view) if only in (None, index) else view for index, view in enumerate(self._views)
        ]


def _fitted(view: Viewport) -> Viewport:
    """All of the picture, as large as it can be, without the foot a canvas has for its bars."""
    width = view.view.width / view.picture.width
    height = view.view.height / view.picture.height
    return replace(view, scale=max(0.01, min(width, height))).centred()
