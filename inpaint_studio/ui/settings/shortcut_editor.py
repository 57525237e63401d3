"""Finds an action, shows its keys, changes them, and says whose they were."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QKeySequenceEdit,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from inpaint_studio.settings import Settings
from inpaint_studio.ui.actions.action import Action
from inpaint_studio.ui.actions.keymap import (
    Keymap,
    Keys,
    holder_of,
    holders_elsewhere,
    keymap_of,
    keys_text,
    own_keys,
    stored,
)
from inpaint_studio.ui.actions.table import ACTION_BY_NAME, by_heading
from inpaint_studio.ui.style.theme import section_font
from inpaint_studio.ui.widgets.buttons import push_button
from inpaint_studio.ui.widgets.choice import Choice
from inpaint_studio.ui.widgets.drops import LineEdit
from inpaint_studio.ui.widgets.labels import Label, dim_label, set_tone
from inpaint_studio.ui.widgets.layouts import in_column, in_row, wide

_PRESETS = (("studio", "Studio"), ("photoshop", "Photoshop"), ("krita", "Krita"), ("gimp", "GIMP"))
_NAME = Qt.ItemDataRole.UserRole
_WORDS_PX = 340
_INDENT_PX = 12
_AROUND_HINT_PX = 30
_AROUND_PX, _ABOVE_PX = 8, 20
_MOST_NAMED = 2


class ShortcutEditor(QWidget):
    """`changed` carries the settings that hold the keys."""

    changed = Signal(dict)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._keys: Keymap = {}
        self._preset = Choice(self.tr("Preset"))
        self._preset.set_choices(_PRESETS)
        self._search = LineEdit()
        self._search.setPlaceholderText(self.tr("Search actions and keys"))
        self._search.setAccessibleName(self.tr("Search actions and keys"))
        self._search.setClearButtonEnabled(True)
        self._list = QTreeWidget()
        self._items: dict[str, QTreeWidgetItem] = {}
        self._capture = QKeySequenceEdit()
        for line in self._capture.findChildren(QLineEdit):
            line.setAcceptDrops(False)
            hint_px = line.fontMetrics().horizontalAdvance(line.placeholderText())
            self._capture.setMinimumWidth(hint_px + _AROUND_HINT_PX)
        self._capture.setMaximumSequenceLength(1)
        self._capture.setAccessibleName(self.tr("New key"))
        self._set = push_button(
            self.tr("Use this key"), lambda: self._take(replace=True), auto_default=False
        )
        self._add = push_button(
            self.tr("Add as another"), lambda: self._take(replace=False), auto_default=False
        )
        self._clear = push_button(self.tr("No key"), lambda: self._assign(()), auto_default=False)
        self._reset = push_button(self.tr("Back to the preset"), self._on_reset, auto_default=False)
        self._words_line = Label()
        self._words_line.setWordWrap(True)
        self._build()
        self._connect()
        self.show_settings(settings)

    def show_settings(self, settings: Settings) -> None:
        """Show the keys of those settings."""
        self._settings = settings
        self._keys = keymap_of(settings)
        self._preset.set_value(settings.shortcut_preset)
        self._fill()

    def _build(self) -> None:
        self._list.setHeaderLabels([self.tr("Action"), self.tr("Keys")])
        self._list.setRootIsDecorated(False)
        self._list.setItemsExpandable(False)
        self._list.setIndentation(_INDENT_PX)
        self._list.setAccessibleName(self.tr("Shortcuts"))
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        top = in_row(dim_label(self.tr("Preset")), wide(self._preset), spacing=12)
        buttons = (self._set, self._add, self._clear, self._reset)
        capture = in_row(wide(self._capture), *buttons, spacing=8)
        parts = (top, self._search, wide(self._list), self._words_line, capture)
        in_column(*parts, of=self, spacing=8)

    def _connect(self) -> None:
        self._search.textChanged.connect(lambda _: self._fill())
        self._preset.chosen.connect(lambda name: self._store({"shortcut_preset": name}))
        self._list.currentItemChanged.connect(lambda *_: self._show_current())
        self._capture.keySequenceChanged.connect(lambda _: self._show_holder())

    def _fill(self) -> None:
        shown, sought = self._current(), self._search.text().casefold()
        self._list.blockSignals(True)
        self._list.clear()
        self._items.clear()
        for heading, actions in by_heading().items():
            found = [each for each in actions if sought in self._sought_in(heading, each)]
            if found:
                self._add_group(heading, found)
        self._list.expandAll()
        self._list.setColumnWidth(0, _WORDS_PX)
        self._list.blockSignals(False)
        if self._items:
            self._list.setCurrentItem(self._items.get(shown) or next(iter(self._items.values())))
        self._show_current()

    def _sought_in(self, heading: str, action: Action) -> str:
        return f"{heading} {action.title} {keys_text(self._keys[action.name])}".casefold()

    def _add_group(self, heading: str, actions: Iterable[Action]) -> None:
        """A heading, which cannot be chosen, and its actions below it."""
        own = own_keys(self._settings)
        group = QTreeWidgetItem(self._list, [heading])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        group.setFirstColumnSpanned(True)
        group.setFont(0, section_font(self.font()))
        group.setTextAlignment(0, Qt.AlignmentFlag.AlignBottom)
        line = self.fontMetrics().height()
        group.setSizeHint(0, QSize(0, line + _ABOVE_PX))
        for action in actions:
            mark = " •" if action.name in own else ""
            item = QTreeWidgetItem(group, [action.title, keys_text(self._keys[action.name]) + mark])
            item.setData(0, _NAME, action.name)
            item.setSizeHint(0, QSize(0, line + _AROUND_PX))
            self._items[action.name] = item

    def _current(self) -> str:
        item = self._list.currentItem()
        return str(item.data(0, _NAME) or "") if item is not None else ""

    def _show_current(self) -> None:
        action = self._current()
        self._capture.clear()
        self._reset.setEnabled(action in own_keys(self._settings))
        self._clear.setEnabled(bool(action) and bool(self._keys[action]))
        self._show_holder()

    def _typed(self) -> str:
        return self._capture.keySequence().toString()

    def _show_holder(self) -> None:
        """Say before anything changes who has the key now."""
        typed, action = self._typed(), self._current()
        for button in (self._set, self._add):
            button.setEnabled(bool(typed and action))
        holder = holder_of(typed, self._keys, action) if typed else None
        if holder is not None:
            words = self.tr("{0} belongs to “{1}”, which will lose it.")
            self._show_message(
                words.format(keys_text((typed,)), ACTION_BY_NAME[holder].title), "problem"
            )
        elif typed:
            self._show_message(self._free_text(typed, action), "next")
        else:
            self._show_message(
                self.tr("Click the field below and press a key. • marks your own."), "next"
            )

    def _free_text(self, key: str, action: str) -> str:
        """That it is free, and what it means elsewhere, which it goes on to mean there."""
        others = holders_elsewhere(key, self._keys, action) if action else []
        if not others:
            return self.tr("{0} is free.").format(keys_text((key,)))
        words = self.tr("{0} is free here. It also means: {1}")
        name = self.tr("“{0}” ({1})")
        named = [name.format(each.title, each.heading) for each in others[:_MOST_NAMED]]
        named += ["…"] if len(others) > _MOST_NAMED else []
        return words.format(keys_text((key,)), " · ".join(named))

    def _show_message(self, text: str, tone: str) -> None:
        self._words_line.setText(text)
        set_tone(self._words_line, tone)

    def _take(self, *, replace: bool) -> None:
        typed = self._typed()
        kept: Keys = () if replace else self._keys[self._current()]
        self._assign((*kept, typed))

    def _assign(self, keys: Keys) -> None:
        action = self._current()
        own = own_keys(self._settings)
        for key in keys:
            holder = holder_of(key, self._keys, action)
            if holder is not None:
                own[holder] = tuple(
                    other
                    for other in self._keys[holder]
                    if QKeySequence(other) != QKeySequence(key)
                )
        own[action] = tuple(dict.fromkeys(keys))
        self._store({"shortcuts": stored(own)})

    def _on_reset(self) -> None:
        own = own_keys(self._settings)
        own.pop(self._current(), None)
        self._store({"shortcuts": stored(own)})

    def _store(self, changes: dict[str, object]) -> None:
        self.changed.emit(changes)
