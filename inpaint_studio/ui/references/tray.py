"""The references tray: the source first and fixed, then the others in the order they are sent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from inpaint_studio.picture.colour import Pixels
from inpaint_studio.ui.actions.shortcut_filter import ShortcutFilter
from inpaint_studio.ui.actions.shortcuts import Shortcuts
from inpaint_studio.ui.references.tile import TILE, ReferenceTile, SourceTile
from inpaint_studio.ui.shell.handed import handed, may_be_handed
from inpaint_studio.ui.style.tips import set_tip
from inpaint_studio.ui.widgets.buttons import push_button
from inpaint_studio.ui.widgets.drops import take_copy
from inpaint_studio.ui.widgets.labels import section_head
from inpaint_studio.ui.widgets.layouts import in_column
from inpaint_studio.ui.widgets.tab_order import order_tabs

_COLUMNS = 5
SOURCE = -1
"""The index of the source, which stands before the references."""


class ReferenceTray(QWidget):
    """Shows thumbnails; the window decides what adding, moving and removing do."""

    add_asked = Signal()
    dropped = Signal(object)  # Handed
    removed = Signal(int)
    moved = Signal(int, int)
    enlarged = Signal(int)
    """A reference, or `SOURCE`, is to be seen large."""
    undo_asked = Signal()

    def __init__(self, shortcuts: Shortcuts, can_undo: Callable[[], bool]) -> None:
        super().__init__()
        self._shortcuts = shortcuts
        self._can_undo = can_undo
        self.setAccessibleName(self.tr("References"))
        self.setAcceptDrops(True)
        self._grid = QGridLayout()
        self._grid.setSpacing(6)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._reason = ""
        self.source = SourceTile()
        self.source.clicked.connect(partial(self.enlarged.emit, SOURCE))
        self.source.hide()
        self._watch(self.source, lambda action: action == "undo")
        self.tiles: list[ReferenceTile] = []
        self.adder = push_button("+", self.add_asked)
        self.adder.setFixedSize(TILE)
        self.adder.setAccessibleName(self.tr("Add a reference"))
        self._watch(self.adder, lambda action: action == "undo")
        for column, slot in enumerate((self.source, self.adder)):
            self._grid.addWidget(slot, 0, column)  # shown before, each would be a window of its own
        in_column(section_head(self.tr("References")), self._grid, of=self, spacing=6)

    def show_references(
        self, source: Pixels | None, references: Sequence[tuple[str, Pixels]], *, most: int
    ) -> None:
        """Show the source and named thumbnails; `most` is how many references the model takes."""
        self.source.setVisible(source is not None)
        if source is not None:
            self.source.show_pixels(source)
        self._have_tiles(len(references))
        for tile, (name, pixels) in zip(self.tiles, references, strict=True):
            tile.show_reference(name, pixels, is_sent=tile.index < most)
        self._gate_adder(len(references), most)

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

    def _have_tiles(self, count: int) -> None:
        """As many as there are references; one that goes leaves the keyboard to its neighbour."""
        while len(self.tiles) > count:
            gone = self.tiles.pop()
            if gone.hasFocus():
                (self.source, *self.tiles)[-1].setFocus()
            gone.setParent(None)
            gone.deleteLater()
        self.tiles += [self._made(index) for index in range(len(self.tiles), count)]
        slots = [self.source, *self.tiles] if self.source.isVisibleTo(self) else []
        for place, widget in enumerate([*slots, self.adder]):
            self._grid.addWidget(widget, place // _COLUMNS, place % _COLUMNS)
        order_tabs(self)

    def _made(self, index: int) -> ReferenceTile:
        tile = ReferenceTile(index, self._shortcuts)
        self._watch(tile, lambda _: True)
        tile.clicked.connect(partial(self.enlarged.emit, index))
        tile.remove_asked.connect(self.removed)
        tile.dragged.connect(lambda _, at: self._mark(self._slot_at(at)))
        tile.dropped.connect(self._on_dropped)
        return tile

    def _watch(self, slot: QWidget, takes: Callable[[str], bool]) -> None:
        """Each slot has a filter of its own: a button has arrows lead to the next one."""

        def can(action: str) -> bool:
            return takes(action) and (action != "undo" or self._can_undo())

        keys = ShortcutFilter(slot, self._shortcuts, "references", can=can)
        keys.pressed.connect(partial(self._do, slot))

    def _do(self, slot: QWidget, action: str) -> None:
        to_the_right = -1 if self.isRightToLeft() else 1
        if action == "undo":
            self.undo_asked.emit()
        elif isinstance(slot, ReferenceTile) and action == "remove":
            self.removed.emit(slot.index)
        elif isinstance(slot, ReferenceTile):
            by = to_the_right if action == "right" else -to_the_right
            self._move(slot.index, slot.index + by)

    def _move(self, start: int, end: int) -> None:
        """The keyboard goes along."""
        if 0 <= end < len(self.tiles):
            self.moved.emit(start, end)
            self.tiles[end].setFocus()

    def _on_dropped(self, start: int, at: QPoint) -> None:
        self._mark(None)
        target = self._slot_at(at)
        if target is not None and target.index != start:
            self.moved.emit(start, target.index)

    def _mark(self, target: ReferenceTile | None) -> None:
        for tile in self.tiles:
            tile.mark_target(tile is target)

    def _slot_at(self, at: QPoint) -> ReferenceTile | None:
        """The slot next to a place in the tray; outside of it there is none."""
        if not self.rect().contains(at):
            return None
        return min(self.tiles, key=lambda tile: (tile.geometry().center() - at).manhattanLength())

    def _gate_adder(self, count: int, most: int) -> None:
        full = self.tr("The model takes {0} references").format(most)
        reason = self._reason or (full if count >= most else "")
        self.adder.setEnabled(not reason)
        set_tip(self.adder, reason or self.tr("Add a picture for the model to look at"))
