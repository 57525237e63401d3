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

_EDGE_PX = 168
"""Longer edge in logical pixels: covers a card of either ratio."""
KEPT_BYTES = 32 << 20
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
        self._kept: OrderedDict[str, QPixmap] = OrderedDict()
        self._kept_bytes = 0
        self._waiting: OrderedDict[str, None] = OrderedDict()
        self._loading: set[str] = set()
        QPixmapCache.setCacheLimit(_FITTED_KB)

    def get(self, blob: str) -> QPixmap | None:
        """The thumbnail, or None while it is being made; a null pixmap where it cannot be."""
        if blob in self._kept:
            self._kept.move_to_end(blob)
            return self._kept[blob]
        made = self._made(blob)
        if made is not None:
            self._keep(blob, _pixmap(made))
            return self._kept[blob]
        if blob not in self._loading:
            self._waiting[blob] = None
            self._waiting.move_to_end(blob)
            while len(self._waiting) > _MOST_WAITING:
                self._waiting.popitem(last=False)
            self._load_next()
        return None

    def lend(self, name: str, pixels: Pixels) -> None:
        """Take a small picture (H×W×4 BGRA) made elsewhere, of a blob or not.

        It may be forgotten like any other.
        """
        self._waiting.pop(name, None)
        self._keep(name, _pixmap(pixels))
        self.arrived.emit(name)

    def _load_next(self) -> None:
        while self._waiting and len(self._loading) < _WORKERS:
            blob, _ = self._waiting.popitem(last=True)
            self._loading.add(blob)
            self._tasks.start(self._load(blob))

    async def _load(self, blob: str) -> None:
        edge = round(_EDGE_PX * _pixel_ratio())
        try:
            pixels = await asyncio.to_thread(_read, self._history.blob_path(blob), edge)
        except (ImageError, OSError):
            pixmap = QPixmap()
        else:
            pixmap = _pixmap(pixels)
        finally:
            self._loading.discard(blob)
        self._keep(blob, pixmap)
        self.arrived.emit(blob)
        self._load_next()

    def _keep(self, blob: str, pixmap: QPixmap) -> None:
        if blob in self._kept:
            self._kept_bytes -= _bytes(self._kept[blob])
        self._kept[blob] = pixmap
        self._kept_bytes += _bytes(pixmap)
        while self._kept_bytes > KEPT_BYTES and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            self._kept_bytes -= _bytes(oldest)


def _pixel_ratio() -> float:
    return max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)


def _pixmap(pixels: Pixels) -> QPixmap:
    from inpaint_studio.ui.style.images import to_qimage  # numpy comes after the first paint

    return QPixmap.fromImage(to_qimage(pixels))


def _bytes(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4


def _read(path: Path, edge: int):  # type: ignore[no-untyped-def]
    from inpaint_studio.picture.image_file import decode_result, thumbnail

    return thumbnail(decode_result(path.read_bytes()), edge)
