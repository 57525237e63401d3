"""The palette itself: a field to type in, and below it what that names. Nothing waits for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QBoxLayout, QListWidget, QListWidgetItem, QWidget

from inpaint_studio.ui.palette.commands import Command, Found, find
from inpaint_studio.ui.palette.rows import FOUND_ROLE, PaletteRows
from inpaint_studio.ui.style.theme import Theme
from inpaint_studio.ui.style.tips import set_tip
from inpaint_studio.ui.widgets.drops import LineEdit
from inpaint_studio.ui.widgets.floating import Floating
from inpaint_studio.ui.widgets.labels import dim_label
from inpaint_studio.ui.widgets.layouts import in_column
from inpaint_studio.visible_text import visible

_WIDTH_PX = 600
_MOST_ROWS = 10
_TOP_PX = 16
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Tab: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Backtab: -1,
    Qt.Key.Key_PageDown: _MOST_ROWS,
    Qt.Key.Key_PageUp: -_MOST_ROWS,
}
_PAGES = (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
_STAYS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class Palette(Floating):
    """Floats over the centre while the keyboard is in it; `chosen` comes when it has closed."""

    chosen = Signal(object)  # Command

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._around = parent
        self._commands: Sequence[Command] = ()
        self._recent: Sequence[str] = ()
        self.field = LineEdit()
        self.list = QListWidget()
        self._rows = PaletteRows(theme)
        self._nothing = dim_label(self.tr("Nothing is called so."))
        self._column = self._build()
        self.field.installEventFilter(self)
        self.field.textChanged.connect(lambda _: self._fill())
        self.list.itemClicked.connect(lambda _: self._choose())
        parent.installEventFilter(self)
        self.hide()

    def open_with(self, commands: Sequence[Command], recent: Sequence[str]) -> None:
        """Offer these, and take the keyboard."""
        self._commands, self._recent = commands, recent
        self.field.clear()
        self._fill()
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def found(self) -> list[Found]:
        """What is listed, in its order."""
        return [self.list.item(row).data(FOUND_ROLE) for row in range(self.list.count())]

    def set_theme(self, theme: Theme) -> None:
        """Recolour ground and rows."""
        super().set_theme(theme)
        self._rows.theme = theme

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the field move in the list; the palette stays in the middle, and only in use."""
        if watched is not self.field:
            if event.type() is QEvent.Type.Resize and self.isVisible():
                self._place()
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._use_key(event)
        elif _leaves(event):
            self.hide()
        return super().eventFilter(watched, event)

    def _use_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._step(_STEPS[key], goes_round=key not in _PAGES)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif key == Qt.Key.Key_Escape:
            self.hide()
        else:
            return False
        return True

    def _step(self, by: int, *, goes_round: bool) -> None:
        count = self.list.count()
        if count:
            row = self.list.currentRow() + by
            row = row % count if goes_round else min(max(row, 0), count - 1)
            self.list.setCurrentRow(row)

    def _choose(self) -> None:
        """Close first: what is done may put the keyboard elsewhere."""
        item = self.list.currentItem()
        command: Command | None = item.data(FOUND_ROLE).command if item else None
        if command is not None and not command.reason:
            self.hide()
            self.chosen.emit(command)

    def _fill(self) -> None:
        self.list.clear()
        for found in find(self.field.text(), self._commands, self._recent):
            self.list.addItem(_item(found))
        self.list.setCurrentRow(0)
        is_empty = self.list.count() == 0
        self._nothing.setVisible(is_empty)
        self.list.setVisible(not is_empty)

    def _build(self) -> QBoxLayout:
        self.field.setPlaceholderText(self.tr("Find an action, a setting or a picture"))
        self.field.setAccessibleName(self.tr("Find a command"))
        self.list.setObjectName("paletteList")
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.setItemDelegate(self._rows)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.viewport().setAutoFillBackground(False)
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        parts = (self.field, self.list, self._nothing)
        return in_column(*parts, of=self, spacing=8, margins=self.margins)

    def _place(self) -> None:
        """In the middle, near the top, as high as its rows and the room there is."""
        room = self._around.size()
        row_px = max(self.list.sizeHintForRow(0), self.fontMetrics().height())
        most = room.height() - 2 * _TOP_PX - self.field.sizeHint().height()
        most -= self.margins[1] + self.margins[3] + self._column.spacing()
        self.list.setFixedHeight(max(row_px, min(_MOST_ROWS * row_px, most // row_px * row_px)))
        width = min(_WIDTH_PX, room.width() - 2 * _TOP_PX)
        height = self._column.sizeHint().height()
        self.setGeometry(QRect((room.width() - width) // 2, _TOP_PX, width, height))


def _leaves(event: QEvent) -> bool:
    """Whether the keyboard goes elsewhere in the window."""
    if not isinstance(event, QFocusEvent) or event.type() is not QEvent.Type.FocusOut:
        return False
    return event.reason() not in _STAYS


def _item(found: Found) -> QListWidgetItem:
    """Its text is what a screen reader says."""
    command = found.command
    said = (command.title, command.reason or command.heading, command.state)
    item = QListWidgetItem(visible(", ".join(each for each in said if each)))
    item.setData(FOUND_ROLE, found)
    set_tip(item, command.reason)
    return item
