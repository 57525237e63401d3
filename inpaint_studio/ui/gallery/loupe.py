"""One result of the gallery, as large as the page."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtWidgets import QWidget

from inpaint_studio.errors import ImageError
from inpaint_studio.history import History
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.session.tasks import Tasks
from inpaint_studio.ui.gallery.cards import Card
from inpaint_studio.ui.gallery.thumbnails import Thumbnails, read_reduced
from inpaint_studio.ui.style.figures import in_order
from inpaint_studio.ui.style.images import to_qimage
from inpaint_studio.ui.widgets.elided_label import ElidedLabel
from inpaint_studio.ui.widgets.fitted_picture import FittedPicture
from inpaint_studio.ui.widgets.labels import dim_label
from inpaint_studio.ui.widgets.layouts import in_column, in_row, wide


class LargeResult(FittedPicture):
    """The picture of a card: its thumbnail at once, the file's own pixels a moment later."""

    def __init__(self, history: History, thumbnails: Thumbnails, tasks: Tasks) -> None:
        super().__init__()
        self._history, self._thumbnails, self._tasks = history, thumbnails, tasks
        self._blob: str | None = None
        self._is_whole = False
        self._reading: asyncio.Task[None] | None = None
        thumbnails.arrived.connect(self._show_stand_in)

    def show_blob(self, blob: str | None) -> None:
        """Show a picture of the history; None where there is none."""
        if blob is not None and blob == self._blob:
            return
        self.stop()
        self._blob, self._is_whole = blob, False
        self.show_words("" if blob else self.tr("There is no picture yet"))
        if blob is not None:
            self._show_stand_in(blob)
            path = self._history.blob_path(blob)
            read = partial(_read, path, _screen_px())
            self._reading = self._tasks.run(read, partial(self._take, blob))

    def stop(self, _result: int = 0) -> None:
        """Wait for no file any more."""
        if self._reading is not None:
            self._reading.cancel()

    def _take(self, blob: str, pixels: Pixels | None) -> None:
        if blob == self._blob and pixels is not None:
            self._is_whole = True
            self.show_image(to_qimage(pixels).copy())

    def _show_stand_in(self, blob: str) -> None:
        if blob != self._blob or self._is_whole:
            return
        small: QPixmap | None = self._thumbnails.get(blob)
        if small is not None and not small.isNull():
            self.show_image(small.toImage())


class Loupe(QWidget):
    """A card's picture and words."""

    def __init__(self, picture: LargeResult) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(self.tr("One result, large"))
        self._picture = picture
        self._title = ElidedLabel()
        self._words, self._place = dim_label(), dim_label()
        foot = (wide(self._title), self._words, self._place)
        foot_row = in_row(*foot, spacing=16, margins=(16, 8, 16, 8))
        in_column(wide(picture), foot_row, of=self, spacing=0)

    def show_card(self, card: Card | None, number: int, count: int) -> None:
        """Show a card, the `number`-th of `count`; None where there is none."""
        self._picture.show_blob(card.picture if card is not None else None)
        self._title.setText(card.title if card is not None else "")
        self._words.setText(card.words if card is not None else "")
        self._place.setText(in_order(f"{number} / {count}") if count else "")
        self.setAccessibleDescription(card.accessible_text if card is not None else "")


def _read(path: Path, edge: int) -> Pixels | None:
    """None where it cannot be read: the card says so, and its thumbnail may still be there."""
    try:
        return read_reduced(path, edge)
    except (ImageError, OSError):
        return None


def _screen_px() -> int:
    """More device pixels than the longest edge of a screen nobody sees."""
    screens = QGuiApplication.screens()
    edges = (max(each.size().toTuple()) * each.devicePixelRatio() for each in screens)
    return round(max(edges, default=1920))
