"""Small pictures of blobs: decoded in a worker when first asked for, the recent ones kept."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmap

from inpaint_studio.errors import ImageError
from inpaint_studio.history import History
from inpaint_studio.session.tasks import Tasks

EDGE_PX = 280
"""Longer edge in pixels; sharp on a card at twice the normal resolution."""
_KEPT = 600


class Thumbnails(QObject):
    """`get` returns at once; `arrived` tells when what was missing is there."""

    arrived = Signal(str)  # blob name

    def __init__(self, history: History, tasks: Tasks) -> None:
        super().__init__()
        self._history = history
        self._tasks = tasks
        self._kept: OrderedDict[str, QPixmap] = OrderedDict()
        self._asked: set[str] = set()

    def get(self, blob: str) -> QPixmap | None:
        """The thumbnail, or None while it is being made; a null pixmap where it cannot be."""
        if blob in self._kept:
            self._kept.move_to_end(blob)
            return self._kept[blob]
        if blob not in self._asked:
            self._asked.add(blob)
            self._tasks.start(self._load(blob))
        return None

    async def _load(self, blob: str) -> None:
        from inpaint_studio.ui.qimages import to_qimage  # numpy comes after the first paint

        try:
            pixels = await asyncio.to_thread(_read, self._history.blob_path(blob))
        except (ImageError, OSError):
            pixmap = QPixmap()
        else:
            pixmap = QPixmap.fromImage(to_qimage(pixels))
        self._asked.discard(blob)
        self._kept[blob] = pixmap
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        self.arrived.emit(blob)


def _read(path: Path):  # type: ignore[no-untyped-def]
    from inpaint_studio.picture.image_file import decode_result, thumbnail

    return thumbnail(decode_result(path.read_bytes()), EDGE_PX)
