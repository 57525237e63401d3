"""Small pictures of blobs: decoded in a worker when first asked for, the recent ones kept."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QPixmap, QPixmapCache

from inpaint_studio.errors import ImageError
from inpaint_studio.history import History
from inpaint_studio.session.tasks import Tasks

if TYPE_CHECKING:  # numpy comes after the first paint
    from inpaint_studio.picture.colour import Pixels

_EDGES_PX = (168, 336, 480)
"""Longer edges in logical pixels, each for cards up to a width: covers a card of either ratio."""
_EDGE_PER_CARD = 1.12
_AS_GOOD_AS_IT_GETS = 1 << 30
KEPT_BYTES = 64 << 20
_FITTED_KB = 40 << 10
"""Room for the cards of a 4K screen as they are painted; Qt's own 10 MB end at scale 2."""
_WORKERS = 2
_MOST_WAITING = 96


class Thumbnails(QObject):
    """`get` returns at once; `arrived` tells when what was missing is there.

    `made` gives small pictures (BGRA) of blobs that somebody has decoded already.
    What was asked for last comes first, and what has long scrolled out of view is not made at all.
    """

    arrived = Signal(str)  # blob name

    def __init__(
        self,
        history: History,
        tasks: Tasks,
        made: Callable[[str], Pixels | None] = lambda _: None,
    ) -> None:
        super().__init__()
        self._made = made
        self._history = history
        self._tasks = tasks
        self._edge_px = _EDGES_PX[0]
        self._kept: OrderedDict[str, tuple[QPixmap, int]] = OrderedDict()
        self._kept_bytes = 0
        self._waiting: OrderedDict[str, None] = OrderedDict()
        self._loading: set[str] = set()
        QPixmapCache.setCacheLimit(_FITTED_KB)

    def fit_cards(self, width_px: int) -> None:
        """Make them for cards of that width from now on; smaller ones are shown until then."""
        fitting = (edge for edge in _EDGES_PX if edge >= width_px * _EDGE_PER_CARD)
        self._edge_px = next(fitting, _EDGES_PX[-1])

    def get(self, blob: str) -> QPixmap | None:
        """The thumbnail, or None while it is being made; a null pixmap where it cannot be."""
        if blob not in self._kept and (made := self._made(blob)) is not None:
            self._keep(blob, _pixmap(made), _EDGES_PX[0])
        pixmap, edge_px = self._kept.get(blob, (None, 0))
        if pixmap is not None:
            self._kept.move_to_end(blob)
        if edge_px < self._edge_px and blob not in self._loading:
            self._waiting[blob] = None
            self._waiting.move_to_end(blob)
            while len(self._waiting) > _MOST_WAITING:
                self._waiting.popitem(last=False)
            self._load_next()
        return pixmap

    def lend(self, name: str, pixels: Pixels) -> None:
        """Take a small picture (H×W×4 BGRA) made elsewhere, of a blob or not.

        It may be forgotten like any other.
        """
        self._waiting.pop(name, None)
        self._keep(name, _pixmap(pixels), _AS_GOOD_AS_IT_GETS)
        self.arrived.emit(name)

    def _load_next(self) -> None:
        while self._waiting and len(self._loading) < _WORKERS:
            blob, _ = self._waiting.popitem(last=True)
            self._loading.add(blob)
            self._tasks.start(self._load(blob))

    async def _load(self, blob: str) -> None:
        edge_px = self._edge_px
        edge = round(edge_px * _pixel_ratio())
        try:
            pixels = await asyncio.to_thread(read_reduced, self._history.blob_path(blob), edge)
        except (ImageError, OSError):
            pixmap, edge_px = self._kept.get(blob, (QPixmap(), 0))[0], _AS_GOOD_AS_IT_GETS
        else:
            pixmap = _pixmap(pixels)
        finally:
            self._loading.discard(blob)
        self._keep(blob, pixmap, edge_px)
        self.arrived.emit(blob)
        self._load_next()

    def _keep(self, blob: str, pixmap: QPixmap, edge_px: int) -> None:
        if blob in self._kept:
            self._kept_bytes -= _bytes(self._kept[blob][0])
        self._kept[blob] = pixmap, edge_px
        self._kept_bytes += _bytes(pixmap)
        while self._kept_bytes > KEPT_BYTES and len(self._kept) > 1:
            _, (oldest, _) = self._kept.popitem(last=False)
            self._kept_bytes -= _bytes(oldest)


def _pixel_ratio() -> float:
    return max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)


def _pixmap(pixels: Pixels) -> QPixmap:
    from inpaint_studio.ui.style.images import to_qimage  # numpy comes after the first paint

    return QPixmap.fromImage(to_qimage(pixels))


def _bytes(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4


def read_reduced(path: Path, edge: int) -> Pixels:
    """A picture of the history, its longer edge at most `edge` pixels; for a worker.

    Raises:
        ImageError: no picture, or damaged.
        OSError: the file has gone.
    """
    from inpaint_studio.picture.image_file import decode_result, thumbnail

    return thumbnail(decode_result(path.read_bytes()), edge)
