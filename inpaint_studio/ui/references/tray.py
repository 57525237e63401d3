"""The references tray: the source first and fixed, then the others in the order they are sent."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDragMoveEvent, QDropEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import QApplication, QGridLayout, QPushButton, QWidget

from inpaint_studio.picture.colour import Pixels
from inpaint_studio.ui.actions.shortcut_filter import ShortcutFilter
from inpaint_studio.ui.actions.shortcuts import Shortcuts
from inpaint_studio.ui.shell.handed import handed, may_be_handed
from inpaint_studio.ui.style.i18n import outside
from inpaint_studio.ui.style.images import to_qimage
from inpaint_studio.ui.style.tips import set_tip
from inpaint_studio.ui.widgets.buttons import push_button
from inpaint_studio.ui.widgets.controls import PushButton
from inpaint_studio.ui.widgets.drops import take_copy
from inpaint_studio.ui.widgets.labels import section_head
from inpaint_studio.ui.widgets.layouts import in_column

TILE_WIDTH_PX, TILE_HEIGHT_PX = 50, 40
_COLUMNS = 5


class ReferenceTray(QWidget):
    """Shows thumbnails; the window decides what adding, moving and removing do."""

    add_asked = Signal()
    dropped = Signal(object)  # Handed
    removed = Signal(int)
    moved = Signal(int, int)

    def __init__(self, shortcuts: Shortcuts) -> None:
        super().__init__()
        self._shortcuts = shortcuts
        self.setAccessibleName(self.tr("References"))
        self.setAcceptDrops(True)
        self._grid = QGridLayout()
        self._grid.setSpacing(6)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._reason = ""
        self._tiles: list[QWidget] = []
        in_column(section_head(self.tr("References")), self._grid, of=self, spacing=6)

    def show_references(
        self, source: Pixels | None, references: Sequence[tuple[str, Pixels]], *, most: int
    ) -> None:
        """Show the source and named thumbnails; `most` is how many references the model takes."""
        for tile in self._tiles:
            tile.setParent(None)
            tile.deleteLater()
        self._tiles = []
        if source is not None:
            self._place(_SourceTile(source))
        for index, (name, pixels) in enumerate(references):
            tile = _Tile(index, name, pixels, self._shortcuts, is_sent=index < most)
            tile.remove_asked.connect(self.removed)
            tile.move_asked.connect(self.moved)
            tile.dropped.connect(lambda start, at: self.moved.emit(start, self._index_at(at)))
            self._place(tile)
        self._place(self._adder(len(references), most))

    def set_reason(self, reason: str) -> None:
        """Why the model takes no references, or nothing."""
        self._reason = reason
        set_tip(self, reason)
        self.setAccessibleDescription(reason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take pictures."""
        if event.source() is not None or may_be_handed(event.mimeData()):
            take_copy(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Keys that are pressed meanwhile make no move of it."""
        take_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Copies go to the end."""
        take_copy(event)
        if event.isAccepted():
            self.dropped.emit(handed(event.mimeData()))

    def _place(self, tile: QWidget) -> None:
        self._grid.addWidget(tile, len(self._tiles) // _COLUMNS, len(self._tiles) % _COLUMNS)
        self._tiles.append(tile)

    def _adder(self, count: int, most: int) -> QPushButton:
        adder = push_button("+", self.add_asked)
        adder.setFixedSize(TILE_WIDTH_PX, TILE_HEIGHT_PX)
        full = self.tr("The model takes {0} references").format(most)
        reason = self._reason or (full if count >= most else "")
        adder.setEnabled(not reason)
        adder.setAccessibleName(self.tr("Add a reference"))
        set_tip(adder, reason or self.tr("Add a picture for the model to look at"))
        return adder

    def _index_at(self, place: QPoint) -> int:
        tiles = [tile for tile in self._tiles if isinstance(tile, _Tile)]
        for tile in tiles:
            if tile.geometry().contains(place):
                return tile.index
        return len(tiles) - 1


class _PictureTile(PushButton):
    """A button that is all picture."""

    def __init__(self, pixels: Pixels) -> None:
        super().__init__()
        self.setObjectName("reference")
        pixmap = QPixmap.fromImage(to_qimage(pixels))
        mode = Qt.AspectRatioMode.KeepAspectRatioByExpanding
        smooth = Qt.TransformationMode.SmoothTransformation
        self.setIcon(pixmap.scaled(self.sizeHint() * 2, mode, smooth))
        self.setFixedSize(self.sizeHint())
        self.setIconSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """As large as the others, whatever is on it."""
        return QSize(TILE_WIDTH_PX, TILE_HEIGHT_PX)


class _SourceTile(_PictureTile):
    """Slot 1: the canvas, which cannot be moved."""

    def __init__(self, pixels: Pixels) -> None:
        super().__init__(pixels)
        self.setAccessibleName(self.tr("Picture 1: the canvas"))
        set_tip(self, self.tr("Picture 1 is what is on the canvas"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


class _Tile(_PictureTile):
    """One reference: drag or keys move it, a key or the menu removes it."""

    remove_asked = Signal(int)
    move_asked = Signal(int, int)
    dropped = Signal(int, QPoint)

    def __init__(
        self, index: int, name: str, pixels: Pixels, shortcuts: Shortcuts, *, is_sent: bool
    ) -> None:
        super().__init__(pixels)
        self.index = index
        self._pressed_at = QPoint()
        words = self.tr("Picture {0}: {1}").format(index + 2, outside(name))
        unsent = "" if is_sent else self.tr(" (not sent: the model takes fewer)")
        self.setAccessibleName(words + unsent)
        keys = self.tr("\n{0} removes it, {1} and {2} move it")
        names = ("references.remove", "references.left", "references.right")
        set_tip(self, words + unsent + shortcuts.filled(keys, *names))
        self.setProperty("unsent", not is_sent)
        remove = QAction(self.tr("Remove"), self)
        remove.triggered.connect(lambda: self.remove_asked.emit(self.index))
        self.addAction(remove)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        ShortcutFilter(self, shortcuts, "references").pressed.connect(self._do)

    def _do(self, action: str) -> None:
        to_the_right = -1 if self.isRightToLeft() else 1
        {
            "remove": lambda: self.remove_asked.emit(self.index),
            "left": lambda: self.move_asked.emit(self.index, self.index - to_the_right),
            "right": lambda: self.move_asked.emit(self.index, self.index + to_the_right),
        }[action]()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag may begin."""
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that the tile is being moved."""
        if self._is_far(event):
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Where it is let go, the tile goes: a drag of Qt's own would run a nested event loop."""
        super().mouseReleaseEvent(event)
        self.unsetCursor()
        if self._is_far(event):
            self.dropped.emit(self.index, self.mapToParent(event.position().toPoint()))

    def _is_far(self, event: QMouseEvent) -> bool:
        moved = event.position().toPoint() - self._pressed_at
        return moved.manhattanLength() >= QApplication.startDragDistance()
