"""Draws the comparison: a grid of panes, or two pictures in one place."""

from __future__ import annotations

import math
import random
from typing import Literal

from PySide6.QtCore import QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from inpaint_studio.picture.geometry import Point, Size
from inpaint_studio.picture.pyramid import Pyramid
from inpaint_studio.picture.viewport import Viewport
from inpaint_studio.ui.compare.difference import difference
from inpaint_studio.ui.compare.entries import ORIGINAL, Entry
from inpaint_studio.ui.compare.pane_painting import (
    WORDS_PX,
    PaneCaption,
    paint_caption,
    paint_handle,
    paint_picture,
)
from inpaint_studio.ui.compare.pane_stops import PaneStops
from inpaint_studio.ui.compare.sync import SyncedViews
from inpaint_studio.ui.style.painting import painting, saved
from inpaint_studio.ui.style.theme import Theme

Mode = Literal["side", "wipe", "flicker", "difference", "onion"]
_GAP = 2
_NOTCH = 120
_USUAL = Size(3, 2)
"""The shape of pictures until one has come."""


class CompareView(QWidget):
    """Panes of one comparison; the focused pane is B, the pinned one A in modes of two."""

    focus_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Comparison"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.theme = theme
        self.stops = PaneStops(self)
        self.mode: Mode = "side"
        self.raw = False
        self.blind = False
        self.gain = 4
        self.heat = True
        self.opacity = 0.5
        self.wipe_across = True
        self.shows_original = False
        self._wipe = 0.5
        self.entries: list[Entry] = []
        """What is compared, in the order of the panes."""
        self._focus = 0
        self._views = SyncedViews()
        self._dragged: QPointF | None = None
        self._wipes = False
        self._apart: tuple[tuple[object, ...], Pyramid] | None = None
        self._shows_second = False
        self._flicker = QTimer(self, interval=500)
        self._flicker.timeout.connect(self._on_flicker)

    @property
    def focused(self) -> Entry | None:
        """The entry that keys judge."""
        return self.entries[self._focus] if self.entries else None

    def set_entries(self, entries: list[Entry]) -> None:
        """Compare these; the focus stays on the same result where it is still there."""
        former = self.focused.id if self.focused else None
        self.entries = entries
        ids = [entry.id for entry in entries]
        if former in ids:
            self._focus = ids.index(former)
        else:
            self._focus = min(self._focus, max(0, len(entries) - 1))
        if self.focused and self.focused.id == ORIGINAL and len(entries) > 1:
            self._focus = 1
        self._place()
        self.focus_changed.emit()

    def set_mode(self, mode: Mode) -> None:
        """Side by side, wipe, flicker, difference or onion."""
        self.mode = mode
        self._set_flicker(mode == "flicker")
        self._place()

    def set_blind(self, blind: bool) -> None:
        """Hide what the results are called, and mix their order so that it tells nothing."""
        self.blind = blind
        pinned = [entry for entry in self.entries if entry.id == ORIGINAL]
        others = [entry for entry in self.entries if entry.id != ORIGINAL]
        if blind:
            random.shuffle(others)
        self.set_entries([*pinned, *others])

    def set_flicker_hz(self, hz: float) -> None:
        """How many changes a second."""
        self._flicker.setInterval(round(1000 / hz))

    def set_theme(self, theme: Theme) -> None:
        """Recolour."""
        self.theme = theme
        self.update()

    def move_focus(self, by: int) -> None:
        """The next or previous result, round and round; the original is nothing to judge."""
        results = [n for n, entry in enumerate(self.entries) if entry.id != ORIGINAL]
        if results:
            here = results.index(self._focus) if self._focus in results else -max(by, 0)
            self._focus = results[(here + by) % len(results)]
            self.focus_changed.emit()
            self.update()

    def fit(self) -> None:
        """The whole picture."""
        self._views.fit()
        self.update()

    def toggle_fit(self) -> None:
        """100 % at the pointer, or the whole picture."""
        if not self._views.is_fitted:
            self.fit()
            return
        position = QPointF(self.mapFromGlobal(self.cursor().pos()))
        pane = self._pane_at(position)
        self._views.zoom_to(1.0, pane, self._in_pane(position, pane))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Panes share the room."""
        super().resizeEvent(event)
        self._place()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer, in this pane alone with Shift."""
        turned = event.angleDelta().y() or event.angleDelta().x()
        if not turned or not self.entries:
            return
        pane = self._pane_at(event.position())
        alone = pane if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else None
        steps = math.copysign(max(1, abs(turned) // _NOTCH), turned)
        self._views.zoom(int(steps), pane, self._in_pane(event.position(), pane), only=alone)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the pane into focus and begin to pan, or to move the wipe's handle."""
        self._take_focus(event.position())
        self._dragged = event.position()
        self._wipes = self.mode == "wipe" and event.button() == Qt.MouseButton.LeftButton
        if self._wipes:
            self._move_wipe(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan all panes, with Shift this one alone."""
        if self._dragged is None:
            return
        if self._wipes:
            self._move_wipe(event.position())
            return
        moved = (event.position() - self._dragged) * self.devicePixelRatioF()
        dx, dy = round(moved.x()), round(moved.y())
        self._dragged += QPointF(dx, dy) / self.devicePixelRatioF()
        pane = self._pane_at(self._dragged)
        alone = pane if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else None
        self._views.pan(dx, dy, only=alone)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The drag ends."""
        del event
        self._dragged = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what the mode shows."""
        del event
        with painting(self) as painter:
            painter.fillRect(self.rect(), QColor(self.theme.canvas))
            if not self.entries or not len(self._views):
                return
            if self.mode == "side":
                for index, entry in enumerate(self.entries):
                    self._paint_pane(painter, index, entry)
            else:
                self._paint_pair(painter)

    def pane_rects(self) -> list[QRect]:
        """The panes in widget coordinates; one in modes of two."""
        count = len(self.entries) if self.mode == "side" else 1
        sizes = (entry.size for entry in self.entries)
        size = next((size for size in sizes if size is not None), _USUAL)
        columns = _columns(count, self.width(), self.height(), size)
        rows = max(1, math.ceil(count / columns))
        width = (self.width() - (columns - 1) * _GAP) // columns
        height = (self.height() - (rows - 1) * _GAP) // rows
        return [
            QRect(
                index % columns * (width + _GAP), index // columns * (height + _GAP), width, height
            )
            for index in range(count)
        ]

    def _place(self) -> None:
        rects = self.pane_rects()
        size = next((entry.size for entry in self.entries if entry.size is not None), None)
        if rects and size is not None:
            ratio = self.devicePixelRatioF()
            room = rects[0].height() - WORDS_PX
            view = Size(max(1, round(rects[0].width() * ratio)), max(1, round(room * ratio)))
            self._views.resize(len(rects), size, view, ratio)
        # In modes of two there is one pane, and results are judged, not waited for.
        panes = zip(self.entries, rects, strict=False) if self.mode == "side" else ()
        self.stops.place((e.id, self._name(e), rect) for e, rect in panes if e.is_live)
        self.update()

    def _paint_pane(self, painter: QPainter, index: int, entry: Entry) -> None:
        rect = self.pane_rects()[index]
        area = rect.adjusted(0, 0, 0, -WORDS_PX)
        shown = self.entries[0] if self.shows_original else entry
        paint_picture(painter, area, self._views[index], shown.picture(raw=self.raw), 1.0)
        if entry.flag == "rejected":
            painter.fillRect(area, QColor(0, 0, 0, 130))
        if entry.progress:
            bar = QRect(area.left(), area.bottom() - 2, area.width(), 3)
            painter.fillRect(bar, QColor(0, 0, 0, 90))
            bar.setWidth(round(bar.width() * min(1.0, entry.progress)))
            painter.fillRect(bar, QColor(self.theme.accent_line))
        self._paint_captions(painter, rect, entry, is_focused=index == self._focus)

    def _paint_pair(self, painter: QPainter) -> None:
        rect = self.pane_rects()[0]
        area = rect.adjusted(0, 0, 0, -WORDS_PX)
        first, second = self._pair()
        below, above = first.picture(raw=self.raw), second.picture(raw=self.raw)
        view = self._views[0]
        if self.mode == "difference":
            paint_picture(painter, area, view, self._difference(first, second), 1.0)
        elif self.mode == "flicker":
            shown = above if self._shows_second else below
            paint_picture(painter, area, view, shown, 1.0)
        elif self.mode == "onion":
            paint_picture(painter, area, view, below, 1.0)
            paint_picture(painter, area, view, above, self.opacity)
        else:
            paint_picture(painter, area, view, below, 1.0)
            self._paint_wiped(painter, area, view, above)
        self._paint_captions(painter, rect, second, is_focused=False, against=first)

    def _paint_wiped(
        self, painter: QPainter, area: QRect, view: Viewport, above: Pyramid | None
    ) -> None:
        clip, line = QRect(area), QRect(area)
        if self.wipe_across:
            edge = area.left() + round(area.width() * self._wipe)
            clip.setLeft(edge)
            line.setLeft(edge - 1)
            line.setWidth(2)
        else:
            edge = area.top() + round(area.height() * self._wipe)
            clip.setTop(edge)
            line.setTop(edge - 1)
            line.setHeight(2)
        with saved(painter):
            painter.setClipRect(clip)
            painter.fillRect(clip, QColor(self.theme.canvas))
            paint_picture(painter, area, view, above, 1.0)
        paint_handle(painter, line)

    def _paint_captions(
        self,
        painter: QPainter,
        rect: QRect,
        entry: Entry,
        *,
        is_focused: bool,
        against: Entry | None = None,
    ) -> None:
        detail = "" if self.blind else entry.detail
        names = [self._name(each) for each in (against, entry) if each is not None]
        words = PaneCaption("  |  ".join(names), detail, self._marks(entry))
        paint_caption(painter, rect, words, self.theme, is_focused=is_focused)

    def _name(self, entry: Entry) -> str:
        if entry.id == ORIGINAL or not self.blind:
            return entry.name
        results = [each for each in self.entries if each.id != ORIGINAL]
        return chr(ord("A") + results.index(entry))

    def _marks(self, entry: Entry) -> str:
        flag = {"picked": self.tr("Picked"), "rejected": self.tr("Rejected"), "": ""}[entry.flag]
        return "  ".join(part for part in (flag, "★" * entry.stars) if part)

    def _pair(self) -> tuple[Entry, Entry]:
        first = self.entries[0]
        if self._focus == 0 and len(self.entries) > 1:
            return first, self.entries[1]
        return first, self.entries[self._focus]

    def _difference(self, first: Entry, second: Entry) -> Pyramid | None:
        one, other = first.picture(raw=self.raw), second.picture(raw=self.raw)
        if one is None or other is None:
            return None
        key = (one, other, self.gain, self.heat)
        if self._apart is None or self._apart[0] != key:
            apart = difference(
                one.level(0), other.level(0), gain=self.gain, heat=self.heat, mask=second.blend
            )
            self._apart = (key, Pyramid(apart))
        return self._apart[1]

    def _take_focus(self, position: QPointF) -> None:
        if self.mode == "side" and self.entries:
            self._focus = self._pane_at(position)
            self.focus_changed.emit()
            self.update()

    def _move_wipe(self, position: QPointF) -> None:
        across = position.x() / max(1, self.width())
        down = position.y() / max(1, self.height() - WORDS_PX)
        self._wipe = min(1.0, max(0.0, across if self.wipe_across else down))
        self.update()

    def _pane_at(self, position: QPointF) -> int:
        point = position.toPoint()
        for index, rect in enumerate(self.pane_rects()):
            if rect.contains(point):
                return index
        return 0

    def _in_pane(self, position: QPointF, pane: int) -> Point:
        corner = self.pane_rects()[pane].topLeft()
        return Point(position.x() - corner.x(), position.y() - corner.y())

    def _set_flicker(self, on: bool) -> None:
        self._shows_second = False
        if on:
            self._flicker.start()
        else:
            self._flicker.stop()

    def _on_flicker(self) -> None:
        self._shows_second = not self._shows_second
        self.update()


def _columns(count: int, width: int, height: int, size: Size) -> int:
    """The grid in which pictures of that shape are largest."""

    def scale(columns: int) -> float:
        rows = max(1, math.ceil(count / columns))
        return min(width / columns / size.width, (height / rows - WORDS_PX) / size.height)

    return max(range(1, max(1, count) + 1), key=scale)
