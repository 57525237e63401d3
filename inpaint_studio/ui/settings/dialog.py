"""The settings, drawn from what `Settings` says of each; every change holds at once."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from inpaint_studio.settings import SettingRow, Settings, choice_of
from inpaint_studio.ui.settings.shortcut_editor import ShortcutEditor
from inpaint_studio.ui.widgets.buttons import push_button
from inpaint_studio.ui.widgets.colour_field import ColourField
from inpaint_studio.ui.widgets.fields import (
    CheckField,
    ChoiceField,
    CountField,
    Field,
    NumberField,
    TextField,
)
from inpaint_studio.ui.widgets.folder_field import FolderField
from inpaint_studio.ui.widgets.labels import dim_label
from inpaint_studio.ui.widgets.layouts import SPRING, held, in_column, in_row, labelled_grid, wide
from inpaint_studio.ui.widgets.side_list import fill_sides, side_list, side_of

_SIZE = QSize(880, 580)
_LIST_PX = 190
_AROUND_LIST_PX = 28
_LABEL_PX = 200
_GAP_PX = 10
_HIGHEST = 1_000_000
_ITEM_PADDING_PX = 16


class SettingsDialog(QDialog):
    """`changed` carries the settings that changed, by name.

    Where one differs from what the application has `started_with` and holds from the next start
    only, a restart is offered beside it.
    """

    changed = Signal(dict)
    restart_asked = Signal()

    def __init__(
        self,
        settings: Settings,
        parent: QWidget,
        *,
        started_with: Settings,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settingsDialog")
        self.setWindowTitle(self.tr("Settings"))
        self._started_with = started_with
        self._fields: dict[str, Field] = {}
        self._restarts: dict[str, QPushButton] = {}
        self._pages = QStackedWidget()
        self._list = side_list(self.tr("Pages"))
        self.shortcuts = ShortcutEditor(settings)
        for section in _sections():
            self._add_page(_tr(section), self._page(section))
        self._add_page(self.tr("Shortcuts"), self.shortcuts)
        self._build()
        self._list.currentRowChanged.connect(self._pages.setCurrentIndex)
        self.shortcuts.changed.connect(self.changed)
        self._list.setCurrentRow(0)
        self.show_settings(settings)

    def show_settings(self, settings: Settings) -> None:
        """Show those settings, without a signal."""
        for name, field in self._fields.items():
            if field.value() != getattr(settings, name):
                field.set_value(getattr(settings, name))
        for name, button in self._restarts.items():
            button.setVisible(getattr(settings, name) != getattr(self._started_with, name))
        self.shortcuts.show_settings(settings)

    def show_page(self, index: int = 0) -> None:
        """Open on a page; -1 is the shortcuts."""
        self._list.setCurrentRow(index % self._list.count())
        self.open()

    def field(self, name: str) -> Field:
        """The control of one setting."""
        return self._fields[name]

    def _add_page(self, title: str, content: QWidget) -> None:
        self._pages.addWidget(held(in_column(content, margins=(20, 16, 20, 16))))
        item = QListWidgetItem(title, self._list)
        item.setSizeHint(QSize(0, self.fontMetrics().height() + _ITEM_PADDING_PX))

    def show_setting(self, name: str) -> None:
        """Open on the page of a setting, with the keyboard in it."""
        self.show_page(_sections().index(choice_of(name).section))
        self._fields[name].control.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _page(self, section: str) -> QWidget:
        page = QWidget()
        grid = labelled_grid(_LABEL_PX, 12, of=page)
        grid.setVerticalSpacing(4)
        for name in _names(section):
            self._add_row(grid, name)
        grid.setRowStretch(grid.rowCount(), 1)
        return page

    def _add_row(self, grid: QGridLayout, name: str) -> None:
        choice = choice_of(name)
        field = _field(name, choice)
        field.edited.connect(lambda: self.changed.emit({name: _kept(name, field.value())}))
        self._fields[name] = field
        line = grid.rowCount()
        if not isinstance(field, CheckField):
            label = dim_label(_tr(choice.label))
            label.setBuddy(field)
            grid.addWidget(label, line, 0)
        grid.addWidget(field, line, 1)
        if not choice.help:
            grid.setRowMinimumHeight(line + 1, _GAP_PX)
            return
        hint = dim_label(_tr(choice.help), wraps=True)
        field.control.setAccessibleDescription(hint.text())
        below = in_row(wide(hint), spacing=12, margins=(0, 0, 0, _GAP_PX))
        if choice.needs_restart:
            self._restarts[name] = self._restart_button(choice)
            below.addWidget(self._restarts[name], 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(below, line + 1, 1)

    def _restart_button(self, choice: SettingRow) -> QPushButton:
        words, tip = self.tr("Restart now"), self.tr("What is open stays open")
        button = push_button(words, self.restart_asked, tip=tip, auto_default=False)
        button.setAccessibleDescription(_tr(choice.label))
        return button

    def _build(self) -> None:
        width = max(_LIST_PX, self._list.sizeHintForColumn(0) + _AROUND_LIST_PX)
        close = push_button(self.tr("Close"), self.accept, auto_default=False)
        fill_sides(self, side_of(width, self._list), self._pages, SPRING, close)
        self.resize(_SIZE)


def _sections() -> list[str]:
    shown = (choice_of(name).section for name in _all_names())
    return list(dict.fromkeys(section for section in shown if section))


def _names(section: str) -> list[str]:
    return [name for name in _all_names() if choice_of(name).section == section]


def _all_names() -> list[str]:
    return [item.name for item in fields(Settings) if item.metadata]


def _field(name: str, choice: SettingRow) -> Field:
    """The control a setting's kind and type ask for."""
    words, default = _tr(choice.label), getattr(Settings(), name)
    low, high = choice.minimum or 0, choice.maximum or _HIGHEST
    if choice.kind == "colour":
        return ColourField(words)
    if choice.kind == "folder":
        return FolderField(words)
    if choice.kind == "percent":
        return NumberField(words, low, high, "%", scale=100)
    if choice.choices:
        return ChoiceField(words, [(value, _value_text(value)) for value in choice.choices])
    if isinstance(default, bool):
        return CheckField(words)
    if isinstance(default, int):
        return CountField(words, int(low), int(high))
    return NumberField(words, low, high) if isinstance(default, float) else TextField(words)


def _kept(name: str, value: Any) -> Any:
    kind = type(getattr(Settings(), name))
    return kind(value) if kind in (int, float) else value


def _value_text(value: str) -> str:
    words = {
        "": _tr("As the system"),
        "system": _tr("As the system"),
        "light": _tr("Light"),
        "dark": _tr("Dark"),
        "neutral": _tr("Neutral grey"),
        "on": _tr("Always"),
        "off": _tr("Never"),
        "tint": _tr("Tint"),
        "outline": _tr("Outline"),
        "mask": _tr("Mask only"),
        "hidden": _tr("Hidden"),
        # Languages are named in themselves: whoever looks for theirs may not read this one.
        "en": "English",
        "de": "Deutsch",
        "ar": "العربية",
    }
    return words.get(value, value)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Settings", text)
