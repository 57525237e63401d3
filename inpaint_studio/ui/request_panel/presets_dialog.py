"""Presets under management: save, use, rename in place, delete, take along as a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from inpaint_studio.errors import SettingsError
from inpaint_studio.session.presets import Presets
from inpaint_studio.session.request_draft import RequestDraft
from inpaint_studio.ui.style.i18n import outside, translate_error
from inpaint_studio.ui.widgets.buttons import push_button
from inpaint_studio.ui.widgets.drops import LineEdit
from inpaint_studio.ui.widgets.labels import Label
from inpaint_studio.ui.widgets.layouts import SPRING, in_column, in_row, wide
from inpaint_studio.visible_text import visible

_FILES = "JSON (*.json)"


class PresetsDialog(QDialog):
    """Every change is stored at once; what cannot be is said at the foot."""

    chosen = Signal(str)

    def __init__(self, presets: Presets, draft: RequestDraft, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Presets"))
        self.resize(420, 380)
        self._presets = presets
        self._draft = draft
        self._name = LineEdit()
        self._save = push_button(self.tr("Save"), self._on_save, look="primary")
        self._list = QListWidget()
        self._words = Label()
        self._buttons = {
            "use": self._button(self.tr("Use"), self._use),
            "rename": self._button(
                self.tr("Rename"), lambda: self._list.editItem(self._list.currentItem())
            ),
            "delete": self._button(self.tr("Delete"), self._delete),
            "import": self._button(self.tr("Import…"), self._ask_import),
            "export": self._button(self.tr("Export…"), self._ask_export),
        }
        self._build()
        self._connect()

    def show_now(self) -> None:
        """Open, or come to the front."""
        self._fill()
        self.open()
        self._name.setFocus()

    def import_file(self, path: str) -> None:
        """Add the presets of a file."""
        self._try(lambda: self._presets.import_from(Path(path)))

    def export_file(self, path: str) -> None:
        """Write all presets to a file."""
        self._try(lambda: self._presets.export(Path(path)))
        if not self._words.text():
            self._words.setText(self.tr("Written to {0}").format(outside(path)))

    def _build(self) -> None:
        self._name.setPlaceholderText(self.tr("Name for the panel's choices as they are now"))
        self._name.setAccessibleName(self.tr("Name of a new preset"))
        self._save.setDefault(True)
        self._list.setAccessibleName(self.tr("Presets"))
        self._words.setWordWrap(True)
        top = in_row(wide(self._name), self._save)
        middle = in_row(wide(self._list), in_column(*self._buttons.values(), SPRING))
        parts = (top, wide(middle), self._words)
        in_column(*parts, of=self, spacing=10, margins=(16, 16, 16, 12))

    def _connect(self) -> None:
        self._list.itemActivated.connect(lambda _: self._use())
        self._list.itemChanged.connect(self._on_renamed)
        self._list.itemSelectionChanged.connect(self._enable)

    def _button(self, text: str, handler: Callable[[], object]) -> QPushButton:
        return push_button(text, lambda: handler(), auto_default=False)

    def _fill(self, current: str = "") -> None:
        with QSignalBlocker(self._list):
            self._list.clear()
            for name in self._presets.names():
                item = QListWidgetItem(visible(name))
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
                item.setData(Qt.ItemDataRole.UserRole, name)
                self._list.addItem(item)
                if name == current:
                    self._list.setCurrentItem(item)
            if self._list.currentItem() is None:
                self._list.setCurrentRow(0)
        self._enable()

    def _enable(self) -> None:
        for name in ("use", "rename", "delete"):
            self._buttons[name].setEnabled(bool(self._current()))
        self._buttons["export"].setEnabled(self._list.count() > 0)

    def _current(self) -> str:
        item = self._list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item else ""

    def _on_save(self) -> None:
        name = self._name.text()
        if self._try(lambda: self._presets.save(name, self._draft.params)):
            self._name.clear()
            self._fill(" ".join(name.split()))

    def _use(self) -> None:
        if self._current():
            self.chosen.emit(self._current())
            self.accept()

    def _on_renamed(self, item: QListWidgetItem) -> None:
        old, new = str(item.data(Qt.ItemDataRole.UserRole)), item.text()
        self._try(lambda: self._presets.rename(old, new))

    def _delete(self) -> None:
        name = self._current()
        self._try(lambda: self._presets.delete(name))

    def _ask_import(self) -> None:
        dialog = self._file_dialog(QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.import_file)
        dialog.open()

    def _ask_export(self) -> None:
        dialog = self._file_dialog(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.selectFile("presets.json")
        dialog.fileSelected.connect(self.export_file)
        dialog.open()

    def _file_dialog(self, mode: QFileDialog.AcceptMode) -> QFileDialog:
        dialog = QFileDialog(self, self.windowTitle(), "", _FILES)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(mode)
        return dialog

    def _try(self, change: Callable[[], object]) -> bool:
        """Make a change and show the list as it is then, or say why it was not made."""
        try:
            change()
            self._words.clear()
        except SettingsError as error:
            self._words.setText(translate_error(error))
            return False
        finally:
            self._fill(self._current())
        return True
