"""A folder: typed, or chosen in the system's own dialog."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QFileDialog

from inpaint_studio.ui.widgets.buttons import push_button
from inpaint_studio.ui.widgets.fields import TextField


class FolderField(TextField):
    """Empty is the default place."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._name = name
        choose = push_button(self.tr("Choose…"), self._ask, auto_default=False)
        choose.setAccessibleName(self.tr("Choose: {0}").format(name))
        self.row.addWidget(choose)

    def _ask(self) -> None:
        dialog = QFileDialog(self, self._name, str(self.value()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._take)
        dialog.open()

    def _take(self, folder: Any) -> None:
        self.set_value(folder)
        self.edited.emit()
