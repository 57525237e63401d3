"""Results waiting for a decision: which variant is shown, how, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal

from inpaint_studio.picture.document import Document
from inpaint_studio.picture.placement import Placement
from inpaint_studio.runs.request import mask_now
from inpaint_studio.runs.run import Draft, Run, Variant
from inpaint_studio.session.accepting import Accepting
from inpaint_studio.session.drafts import Drafts
from inpaint_studio.session.editor import Editor
from inpaint_studio.session.open_documents import OpenDocuments
from inpaint_studio.session.partials import Partials
from inpaint_studio.session.runs import Runs

View = Literal["composite", "raw", "seam"]
"""What is shown: only what the mask lets through, all that came, or where both mix."""


@dataclass(slots=True, eq=False)
class _Stage:
    """What is shown over one document; `accepts` waits to be placed as it was chosen."""

    run: Run | None = None
    index: int = 0
    accepts: Variant | None = None
    view: View = "composite"

    @property
    def variant(self) -> Variant | None:
        """The variant that is shown."""
        return self.run.variants[self.index] if self.run else None


class Staging(QObject):
    """Follows one run of each open document: the newest one unless a person chose another."""

    changed = Signal()
    """Another variant is shown, or the shown one differs, or how it is looked at."""

    def __init__(
        self,
        editor: Editor,
        documents: OpenDocuments,
        runs: Runs,
        partials: Partials,
        accepting: Accepting,
        drafts: Drafts,
    ) -> None:
        super().__init__()
        self._runs = runs
        self._partials = partials
        self._accepting = accepting
        self._editor = editor
        self._stage = _Stage()
        self._stages: dict[Document, _Stage] = {}
        runs.run_added.connect(self._on_run_added)
        runs.variant_changed.connect(self._on_variant_changed)
        drafts.painted.connect(self._on_draft)
        accepting.accepted.connect(self._on_accepted)
        editor.document_changed.connect(self._on_document_changed)
        editor.document_shown.connect(self.changed)
        editor.document_shown.connect(self._go_on_accepting)
        documents.closed.connect(lambda document: self._stages.pop(document, None))

    @property
    def variant(self) -> Variant | None:
        """The variant that is shown."""
        return self._stage.variant

    @property
    def view(self) -> View:
        """How it is looked at."""
        return self._stage.view

    @property
    def draft(self) -> Draft | None:
        """The draft that stands in for the shown variant's first picture."""
        variant = self.variant
        return variant.run.draft if variant is not None and variant.pixels is None else None

    @property
    def can_accept(self) -> bool:
        """Whether the shown variant has brought a picture, finished or not."""
        variant = self.variant
        if variant is None or variant.pixels is None:
            return False
        return not self._partials.is_busy(variant)

    @property
    def is_partial(self) -> bool:
        """Whether what may be accepted is a picture on the way."""
        return self.can_accept and self.variant is not None and not self.variant.shows_result

    @property
    def result(self) -> Variant | None:
        """The shown variant, once its picture is final."""
        variant = self.variant
        return variant if variant and self.can_accept and not variant.is_pending else None

    def show(self, variant: Variant) -> None:
        """Show a variant of the open document."""
        self._stage.run, self._stage.index = variant.run, variant.position
        self.changed.emit()

    def step(self, by: int) -> None:
        """The next or previous variant of the run, round and round."""
        if self._stage.run is not None:
            self.choose((self._stage.index + by) % len(self._stage.run.variants))

    def choose(self, index: int) -> None:
        """The variant of that number, from 0; nothing happens where the run has none."""
        run = self._stage.run
        if run is not None and index < len(run.variants):
            self._stage.index = index
            self.changed.emit()

    def look(self, view: View) -> None:
        """Show it in another way."""
        self._stage.view = view
        self.changed.emit()

    def accept(self) -> None:
        """Put what is shown into the document and clear the stage; a partial ends its stream.

        Raw is shown, and so accepted, as it came: its whole frame, past the mask. It waits for what
        was chosen a moment ago: another placement, or another mask.
        """
        variant = self.variant
        if variant is None or not self.can_accept:
            return
        if self.view == "raw":
            self._runs.place_as_it_came(variant)
        if variant.is_settled:
            self._accepting.accept(variant)
        else:
            self._stage.accepts = variant

    def stop(self) -> None:
        """Stop the shown variant."""
        if self.variant is not None:
            self._runs.stop(self.variant)

    def stop_run(self) -> None:
        """Stop every variant of the shown run."""
        if self._stage.run is not None:
            self._runs.stop_run(self._stage.run)

    def send_now(self) -> None:
        """Let the shown variant wait no longer."""
        if self.variant is not None:
            self._runs.send_now(self.variant)

    def retry(self) -> None:
        """Ask once more for the shown variant."""
        if self.variant is not None:
            self._runs.retry(self.variant)

    def place(self, placement: Placement) -> None:
        """Put the shown result into the picture in another way."""
        if self.variant is not None:
            self._runs.place_anew(self.variant, placement)

    def use_mask_now(self) -> None:
        """Blend the shown result through what is painted now, inside its frame."""
        if self.variant is not None:
            self._runs.mask_anew(self.variant, mask_now(self.variant.run.snapshot))

    def use_own_mask(self) -> None:
        """Blend the shown result through what was painted when it was asked for."""
        if self.variant is not None:
            self._runs.mask_anew(self.variant, None)

    def clear(self) -> None:
        """Show none; the result stays in the history."""
        stage = self._stage
        stage.run, stage.accepts, stage.view = None, None, "composite"
        self.changed.emit()

    def _on_document_changed(self) -> None:
        """Another document's is the stage, as it was left."""
        document = self._editor.document
        self._stage = _Stage() if document is None else self._stages.setdefault(document, _Stage())

    def _on_run_added(self, run: Run) -> None:
        stage = self._stages.get(run.snapshot.document)
        if stage is not None:
            stage.run, stage.index = run, 0
            self._tell(stage)

    def _on_variant_changed(self, variant: Variant) -> None:
        stage = self._stages.get(variant.run.snapshot.document)
        if stage is None or variant.run is not stage.run:
            return
        if (
            stage.variant is not None
            and stage.variant.pixels is None
            and variant.pixels is not None
        ):
            stage.index = variant.position
        if variant is stage.variant:
            self._tell(stage)
        self._go_on_accepting()

    def _go_on_accepting(self) -> None:
        variant = self._stage.accepts
        if variant is not None and variant.is_settled:
            self._stage.accepts = None
            if variant is self.variant and self.can_accept:
                self._accepting.accept(variant)

    def _on_draft(self, run: Run) -> None:
        if run is self._stage.run:
            self.changed.emit()

    def _on_accepted(self, variant: Variant) -> None:
        if variant.run is self._stage.run:  # the decision on the run has been taken
            self.clear()

    def _tell(self, stage: _Stage) -> None:
        """What lies over a document in the background is told of when that is shown."""
        if stage is self._stage:
            self.changed.emit()
