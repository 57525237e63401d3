"""How large and hard the brush is, shown on the picture while it is changed and a moment longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QTimer

from inpaint_studio.session.editor import Editor
from inpaint_studio.ui.canvas.overlay import Overlay
from inpaint_studio.ui.style.figures import measure, number_text

if TYPE_CHECKING:
    from inpaint_studio.ui.canvas.canvas import Canvas

SIZE_SHOWN_MS = 900
"""How long after it was changed by keys or from elsewhere."""


class BrushSize(QObject):
    """`held_at` is where a hand is sizing the brush, None while none is."""

    def __init__(self, canvas: Canvas, editor: Editor, overlay: Overlay) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._editor = editor
        self._overlay = overlay
        self.held_at: QPointF | None = None
        self._timer = QTimer(self, singleShot=True, interval=SIZE_SHOWN_MS)
        self._timer.timeout.connect(self.hide)

    def hold(self, anchor: QPointF | None) -> None:
        """Show it around a point until None ends it."""
        self.held_at = anchor
        if anchor is None:
            self.hide()
        else:
            self.show(anchor)

    def show(self, anchor: QPointF) -> None:
        """Show it around a point, unless a hand holds it elsewhere for a moment."""
        if self._canvas.display is None:
            return
        brush = self._editor.brush
        radius = self._canvas.seen_length(brush.radius)
        size, hardness = number_text(brush.size), number_text(brush.hardness)
        words = f"{measure(size, 'px')} · {measure(hardness, '%')}"
        self._overlay.set_size_preview(anchor, radius, brush.hardness / 100, words)
        if self.held_at is None:
            self._timer.start()

    def hide(self) -> None:
        """Take it away, unless a hand holds it."""
        if self.held_at is None:
            self._overlay.set_size_preview(None)
