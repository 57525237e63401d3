"""A colour: typed as #rrggbb, or picked; empty is the theme's own."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QColorDialog

from inpaint_studio.ui.widgets.buttons import push_button
from inpaint_studio.ui.widgets.fields import TextField

_SWATCH_PX = 14


class ColourField(TextField):
    """What is typed and makes no colour is outlined and not taken."""

    def __init__(self, name: str) -> None:
        super().__init__(name, "#rrggbb")
        self._name = name
        self._pick = push_button(self.tr("Pick…"), self._ask, auto_default=False)
        self._pick.setAccessibleName(self.tr("Pick: {0}").format(name))
        self.row.addWidget(self._pick)

    def set_value(self, value: Any) -> None:
        """Show a colour."""
        super().set_value(value)
        self._show_swatch()

    def _on_finished(self) -> None:
        typed = str(self.value())
        usable = not typed or (typed.startswith("#") and QColor(typed).isValid())
        self.set_problem("" if usable else self.tr("Write a colour as in #e5484d."))
        if usable:
            self._show_swatch()
            super()._on_finished()

    def _ask(self) -> None:
        dialog = QColorDialog(QColor(str(self.value()) or "#ff3d71"), self)
        dialog.setWindowTitle(self._name)
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.colorSelected.connect(self._take)
        dialog.open()

    def _take(self, colour: QColor) -> None:
        self.set_value(colour.name())
        self.edited.emit()

    def _show_swatch(self) -> None:
        colour = QColor(str(self.value()))
        if not colour.isValid():
            self._pick.setIcon(QIcon())
            return
        pixmap = QPixmap(_SWATCH_PX, _SWATCH_PX)
        pixmap.fill(colour)
        self._pick.setIcon(QIcon(pixmap))
