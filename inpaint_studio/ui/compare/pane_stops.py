"""A button on each pane whose result is still on the way."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from inpaint_studio.ui.widgets.buttons import push_button

_EDGE_PX = 8


class PaneStops(QObject):
    """Buttons over the panes of a view, one for each result that can be stopped."""

    pressed = Signal(str)  # variant id

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self._buttons: dict[str, QPushButton] = {}

    def place(self, panes: Iterable[tuple[str, str, QRect]]) -> None:
        """Have buttons on these panes alone: a variant's id, what it is called, and where."""
        live = {variant_id: (name, rect) for variant_id, name, rect in panes}
        for gone in self._buttons.keys() - live.keys():
            self._buttons.pop(gone).deleteLater()
        for variant_id, (name, rect) in live.items():
            button = self._buttons.get(variant_id) or self._add(variant_id)
            button.setAccessibleName(self.tr("Stop {0}").format(name))
            button.adjustSize()
            is_mirrored = self._view.isRightToLeft()
            right = rect.right() - button.width() - _EDGE_PX
            button.move(rect.left() + _EDGE_PX if is_mirrored else right, rect.top() + _EDGE_PX)
            button.show()

    def _add(self, variant_id: str) -> QPushButton:
        button = push_button(self.tr("Stop"), partial(self.pressed.emit, variant_id))
        button.setParent(self._view)
        self._buttons[variant_id] = button
        return button
