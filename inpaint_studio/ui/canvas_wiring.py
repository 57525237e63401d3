"""Everything of the canvas that is more than showing it: tools, mask, references, drops."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from inpaint_studio.session.session import Session
from inpaint_studio.ui.canvas.canvas import Canvas
from inpaint_studio.ui.document.drop_choice import DropChoice
from inpaint_studio.ui.frame.controller import ExtendController
from inpaint_studio.ui.main_window import MainWindow
from inpaint_studio.ui.mask.controller import MaskController
from inpaint_studio.ui.references.controller import ReferencesController
from inpaint_studio.ui.tools.controller import ToolsController


class CanvasWiring(QObject):
    """Holds the controllers around one canvas."""

    def __init__(self, session: Session, canvas: Canvas, window: MainWindow) -> None:
        super().__init__(canvas)
        self._session = session
        self._window = window
        self.tooling = ToolsController(session, canvas, window)
        self.extending = ExtendController(session.editor, window)
        self.masking = MaskController(session, canvas, window)
        self.references = ReferencesController(session, window)
        self.drop_choice = DropChoice(
            window.theme,
            canvas,
            new=session.open_file,
            reference=self.references.add_file,
            mask=self.masking.import_file,
        )
        window.opening.file_dropped.connect(self._on_file_dropped)

    def verbs(self) -> dict[str, Callable[[], None]]:
        """What the actions of tools and mask do."""
        return {**self.tooling.verbs(), **self.extending.verbs(), **self.masking.verbs()}

    def _on_file_dropped(self, path: Path) -> None:
        if self._session.editor.document is None:
            self._session.open_file(path)
        else:
            self.drop_choice.ask(path, takes_references=self.references.reason)
