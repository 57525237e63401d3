"""How far the mask reaches: measured once a change is done, never while a stroke is under way."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from inpaint_studio.picture.geometry import EMPTY_BOX
from inpaint_studio.picture.mask import bounding_box, share
from inpaint_studio.session.editor import Editor


class MaskExtent(QObject):
    """`box` is around all that is masked of the picture as it is."""

    settled = Signal()
    """Mask, document or frame have changed, and no stroke is under way."""

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self._editor = editor
        self.box = EMPTY_BOX
        self._share = 0.0
        editor.undo_changed.connect(self._measure)
        editor.frame_changed.connect(self.settled)

    @property
    def share(self) -> float:
        """The masked part of the picture as it will be, 0 to 1: what it grows by is all masked."""
        document = self._editor.document
        if document is None:
            return 0.0
        width, height = document.size
        wide, high = document.pending_extension.extended(document.size)
        return 1 - (1 - self._share) * (width * height) / (wide * high)

    def _measure(self) -> None:
        document = self._editor.document
        self.box = bounding_box(document.mask) if document else EMPTY_BOX
        self._share = share(document.mask) if document else 0.0
        self.settled.emit()
