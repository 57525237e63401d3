"""What the window says of the document that is shown: its name, its size, how one begins."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from inpaint_studio.session.session import Session
from inpaint_studio.ui.actions.shortcuts import Shortcuts
from inpaint_studio.ui.canvas.canvas import Canvas
from inpaint_studio.ui.shell.central_area import CentralArea
from inpaint_studio.ui.shell.status_bar import StatusBar


class ShownDocument(QObject):
    """Follows the editor from one document to the next; `show_title` takes a name, or none."""

    def __init__(
        self,
        session: Session,
        canvas: Canvas,
        central_area: CentralArea,
        status: StatusBar,
        shortcuts: Shortcuts,
        show_title: Callable[[str], object],
    ) -> None:
        super().__init__(canvas)
        self._session = session
        self._canvas = canvas
        self._central_area = central_area
        self._status = status
        self._shortcuts = shortcuts
        self._show_title = show_title
        editor = session.editor
        editor.document_changed.connect(self._on_document_changed)
        editor.resized.connect(self.show_size)
        session.mask.settled.connect(self.show_size)
        self._on_document_changed()

    def show_size(self) -> None:
        """How large it is, and what accepting would make of that."""
        document, staged = self._session.editor.document, self._session.staging.variant
        if document is None:
            self._status.show_size(None)
            return
        becomes = document.pending_extension.extended(document.size)
        if staged is not None and staged.run.snapshot.document is document:
            becomes = staged.run.snapshot.size
        self._status.show_size(document.size, becomes)

    def _on_document_changed(self) -> None:
        document = self._session.editor.document
        self._central_area.show_canvas(document is not None)
        self.show_size()
        self._show_title(document.source.name if document else "")
        words = self.tr("Paint what should change · Alt erases · {0} {1} size")
        keys = ("smaller_brush", "larger_brush")
        is_wanted = document is not None and self._session.settings.now.show_hint
        hint = self._shortcuts.filled(words, *keys) if is_wanted else ""
        self._canvas.set_hint(hint)
