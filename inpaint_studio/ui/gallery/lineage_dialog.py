"""The tree of a result's lineage, beside the gallery: what is chosen here is chosen there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from inpaint_studio.session.notice import Notice
from inpaint_studio.ui.actions.shortcut_filter import ShortcutFilter
from inpaint_studio.ui.actions.shortcuts import Shortcuts
from inpaint_studio.ui.gallery.lineage_tree import LineageTree
from inpaint_studio.ui.gallery.thumbnails import Thumbnails
from inpaint_studio.ui.style.theme import Theme
from inpaint_studio.ui.widgets.labels import dim_label
from inpaint_studio.ui.widgets.layouts import in_column, wide

_OF_THE_VIEW = {"select_all", "expand", "leave", "lineage"}
"""Actions whose keys mean nothing in the tree, or what Qt makes of them."""


class LineageDialog(QDialog):
    """Stays open beside the window; `chosen` names a variant, `action_asked` what to do with it."""

    chosen = Signal(str)
    action_asked = Signal(str, str)  # action, variant id
    noticed = Signal(object)  # Notice

    def __init__(
        self, parent: QWidget, thumbnails: Thumbnails, theme: Theme, shortcuts: Shortcuts
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Lineage"))
        self.setObjectName("lineageDialog")
        self.resize(520, 560)
        self.tree = LineageTree(theme, thumbnails)
        words = self.tr("{0} shows a result on the canvas, {1} edits it.")
        hint = dim_label(words, wraps=True)
        shortcuts.fill_in(hint, "gallery.show", "gallery.edit")
        parts = (wide(self.tree), hint)
        in_column(*parts, of=self, spacing=10, margins=(16, 16, 16, 12))
        self.tree.chosen.connect(self.chosen)
        self.tree.itemDoubleClicked.connect(lambda *_: self._ask("show"))
        keys = ShortcutFilter(
            self.tree, shortcuts, "gallery", can=lambda action: action not in _OF_THE_VIEW
        )
        keys.pressed.connect(self._ask)

    def come_forward(self) -> None:
        """Open, or come to the front."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.tree.setFocus()

    def _ask(self, action: str) -> None:
        if self.tree.current_id:
            self.action_asked.emit(action, self.tree.current_id)
            return
        words = self.tr("This is the picture all began with; choose one of its results")
        self.noticed.emit(Notice("info", words))
