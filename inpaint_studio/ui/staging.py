"""Results waiting for a decision: which variant is on the canvas, and what becomes of it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, Signal

from inpaint_studio.errors import StudioError
from inpaint_studio.session.notice import notice_of
from inpaint_studio.session.run import Run, Variant
from inpaint_studio.session.session import Session
from inpaint_studio.ui.canvas.canvas import Canvas
from inpaint_studio.ui.staging_bar import StagingBar


class Staging(QObject):
    """Follows one run at a time; the newest one unless a person chose another."""

    changed = Signal()

    def __init__(self, session: Session, canvas: Canvas, bar: StagingBar) -> None:
        super().__init__(canvas)
        self._session = session
        self._canvas = canvas
        self._bar = bar
        self._run: Run | None = None
        self._index = 0
        self._raw = False
        self._connect()

    @property
    def variant(self) -> Variant | None:
        """The variant on the canvas."""
        return self._run.variants[self._index] if self._run else None

    @property
    def can_accept(self) -> bool:
        """Whether the variant on the canvas is finished."""
        return self.variant is not None and self.variant.state == "done"

    def show(self, variant: Variant) -> None:
        """Put a variant of the open document on the canvas."""
        self._run = variant.run
        self._index = variant.position
        self._refresh()

    def step(self, by: int) -> None:
        """The next or previous variant of the run, round and round."""
        if self._run is not None:
            self._index = (self._index + by) % len(self._run.variants)
            self._refresh()

    def accept(self) -> None:
        """Put the shown result into the document and clear the stage."""
        variant = self.variant
        if variant is None or not self.can_accept:
            return
        try:
            self._session.accept(variant)
        except StudioError as error:
            self._session.noticed.emit(notice_of(error))
            return
        self.clear()

    def clear(self) -> None:
        """Take the result off the canvas; it stays in the history."""
        self._run = None
        self._set_raw(False)
        self._refresh()

    def _connect(self) -> None:
        self._bar.step_asked.connect(self.step)
        self._bar.accept_asked.connect(self.accept)
        self._bar.discard_asked.connect(self.clear)
        self._bar.original_held.connect(self._canvas.set_hold_original)
        self._bar.raw_chosen.connect(self._on_raw)
        self._session.runs.run_added.connect(self._on_run_added)
        self._session.runs.variant_changed.connect(self._on_variant_changed)
        self._session.editor.document_changed.connect(self.clear)

    def _on_run_added(self, run: Run) -> None:
        if run.snapshot.document is self._session.editor.document:
            self._run, self._index = run, 0
            self._refresh()

    def _on_variant_changed(self, variant: Variant) -> None:
        if variant.run is not self._run:
            return
        if self._is_blank() and variant.pixels is not None:
            self._index = variant.position
        self._refresh()

    def _is_blank(self) -> bool:
        return self.variant is None or self.variant.pixels is None

    def _on_raw(self, raw: bool) -> None:
        self._raw = raw
        self._refresh()

    def _set_raw(self, raw: bool) -> None:
        self._raw = raw
        self._bar.set_raw(raw)

    def _refresh(self) -> None:
        variant = self.variant
        if variant is None or variant.pixels is None:
            self._canvas.show_preview(None)
        else:
            blend = np.full_like(variant.run.blend, 255) if self._raw else variant.run.blend
            self._canvas.show_preview(variant.pixels, blend, variant.run.box)
        self._bar.setVisible(variant is not None and variant.pixels is not None)
        if variant is not None:
            self._bar.set_position(self._index, len(variant.run.variants))
            self._bar.set_finished(self.can_accept)
        self.changed.emit()
