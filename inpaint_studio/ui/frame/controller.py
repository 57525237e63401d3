"""Extending the picture from menu and options row; the frame's handles do it on the canvas."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QAbstractButton, QWidget

from inpaint_studio.session.editor import Editor
from inpaint_studio.session.tools import Tool
from inpaint_studio.ui.frame.extend_popup import ExtendPopup


class ExtendController(QObject):
    """Opens the popup below the frame's options and passes on what it says."""

    def __init__(self, editor: Editor, button: QAbstractButton, window: QWidget) -> None:
        super().__init__(window)
        self._editor = editor
        self._window = window
        self._button = button
        self._popup: ExtendPopup | None = None
        self._button.clicked.connect(self.ask)
        editor.frame_changed.connect(self._show_state)
        editor.document_changed.connect(self._show_state)
        self._show_state()

    def actions(self) -> dict[str, Callable[[], None]]:
        """What the menu does here."""
        return {"extend": self.ask}

    def ask(self) -> None:
        """Take the frame in hand and ask how far the picture is to grow."""
        document = self._editor.document
        if document is None:
            return
        self._editor.set_tool(Tool.FRAME)
        if self._popup is None:
            self._popup = ExtendPopup(self._window)
            self._popup.changed.connect(self._editor.set_extension)
        corner = self._button.mapToGlobal(QPoint(0, self._button.height()))
        self._popup.open_below(corner, document.size, document.pending_extension)

    def _show_state(self) -> None:
        document = self._editor.document
        self._button.setProperty(
            "on", document is not None and not document.pending_extension.is_nothing
        )
        self._button.style().polish(self._button)
