"""Results waiting for a decision: which variant is on the canvas, and what becomes of it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, QPoint, Signal

from inpaint_studio.contract.sizes import parse_size
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.composite import composite
from inpaint_studio.picture.honesty import Figures
from inpaint_studio.picture.placing import Placed, Placing
from inpaint_studio.picture.pyramid import Pyramid
from inpaint_studio.session.request import mask_now
from inpaint_studio.session.run import Draft, Run, Variant
from inpaint_studio.session.session import Session
from inpaint_studio.ui.blend_popup import BlendPopup
from inpaint_studio.ui.canvas.canvas import Canvas
from inpaint_studio.ui.languages import say
from inpaint_studio.ui.staging_bar import COMPOSITE, RAW, SEAM, StagingBar

_SEAM_BGR = (255, 255, 0)


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
        self._view = COMPOSITE
        self._showing: tuple[Placed | None, str] = None, COMPOSITE
        self._blending = BlendPopup(canvas)
        self._connect()

    @property
    def variant(self) -> Variant | None:
        """The variant on the canvas."""
        return self._run.variants[self._index] if self._run else None

    @property
    def can_accept(self) -> bool:
        """Whether the variant on the canvas has brought a picture, finished or not."""
        variant = self.variant
        if variant is None or variant.pixels is None:
            return False
        return not self._session.looking.is_busy(variant)

    @property
    def result(self) -> Variant | None:
        """The variant on the canvas, once its picture is final."""
        variant = self.variant
        return variant if variant and self.can_accept and not variant.is_pending else None

    def show(self, variant: Variant) -> None:
        """Put a variant of the open document on the canvas."""
        self._run = variant.run
        self._index = variant.position
        self._refresh()

    def step(self, by: int) -> None:
        """The next or previous variant of the run, round and round."""
        if self._run is not None:
            self.choose((self._index + by) % len(self._run.variants))

    def choose(self, index: int) -> None:
        """The variant of that number, from 0; nothing happens where the run has none."""
        if self._run is not None and index < len(self._run.variants):
            self._index = index
            self._refresh()

    def accept(self) -> None:
        """Put what is shown into the document and clear the stage; a partial ends its stream."""
        variant = self.variant
        if variant is not None and self.can_accept:
            self._session.accepting.accept(variant)

    def stop(self) -> None:
        """Stop the shown variant."""
        if self.variant is not None:
            self._session.runs.stop(self.variant)

    def send_now(self) -> None:
        """Let the shown variant wait no longer."""
        if self.variant is not None:
            self._session.runs.send_now(self.variant)

    def stop_run(self) -> None:
        """Stop every variant of the shown run."""
        if self._run is not None:
            self._session.runs.stop_run(self._run)

    def retry(self) -> None:
        """Ask once more for the shown variant."""
        if self.variant is not None:
            self._session.runs.retry(self.variant)

    def clear(self) -> None:
        """Take the result off the canvas; it stays in the history."""
        self._run = None
        self._view = COMPOSITE
        self._bar.set_view(COMPOSITE)
        self._refresh()

    def _connect(self) -> None:
        bar = self._bar
        bar.step_asked.connect(self.step)
        bar.accept_asked.connect(self.accept)
        bar.discard_asked.connect(self.clear)
        bar.stop_asked.connect(self.stop)
        bar.send_now_asked.connect(self.send_now)
        bar.retry_asked.connect(self.retry)
        bar.original_held.connect(self._canvas.set_hold_original)
        bar.view_chosen.connect(self._on_view)
        bar.blend_button.clicked.connect(self._on_blend_asked)
        self._blending.changed.connect(self._on_blended)
        self._blending.mask_asked.connect(self._on_mask_asked)
        self._blending.own_mask_asked.connect(self._on_own_mask_asked)
        self._session.runs.run_added.connect(self._on_run_added)
        self._session.runs.variant_changed.connect(self._on_variant_changed)
        self._session.drafts.painted.connect(self._on_draft)
        self._session.accepting.accepted.connect(self._on_accepted)
        self._session.editor.document_changed.connect(self.clear)
        self._session.editor.resized.connect(self._show_anew)

    def _on_run_added(self, run: Run) -> None:
        if run.snapshot.document is self._session.editor.document:
            self._run, self._index = run, 0
            self._refresh()

    def _on_variant_changed(self, variant: Variant) -> None:
        if variant.run is not self._run:
            return
        if self.variant is not None and self.variant.pixels is None and variant.pixels is not None:
            self._index = variant.position
        if variant is self.variant:
            self._refresh()

    def _on_accepted(self, variant: Variant) -> None:
        if variant is self.variant:
            self.clear()

    def _show_anew(self) -> None:
        """The picture has another size, and what lay over it was taken away."""
        self._showing = (None, self._view)
        self._refresh()

    def _on_view(self, view: str) -> None:
        self._view = view
        self._refresh()

    def _refresh(self) -> None:
        variant, draft = self.variant, self._draft
        drafted = variant.run.snapshot.in_document(draft.area) if variant and draft else None
        self._canvas.set_tag(drafted, self.tr("Draft"))
        self._show_on_canvas(variant, draft)
        if variant is not None:
            self._bar.show_variant(variant, len(variant.run.variants), self._words(variant))
        self._bar.setVisible(variant is not None and _has_news(variant))
        self.changed.emit()

    @property
    def _draft(self) -> Draft | None:
        """The draft that stands in for the shown variant's first picture."""
        variant = self.variant
        return variant.run.draft if variant is not None and variant.pixels is None else None

    def _on_draft(self, run: Run) -> None:
        if run is self._run:
            self._refresh()

    def _show_on_canvas(self, variant: Variant | None, draft: Draft | None) -> None:
        """Draw what has changed: a new state or title is no reason to draw a large picture."""
        placed = None if variant is None else variant.placed
        former, self._showing = self._showing, (placed, self._view)
        if placed is not None and placed is former[0] and self._view == former[1]:
            return
        if variant is None or (placed is None and draft is None):
            self._canvas.show_preview(None)
        elif draft is not None:
            self._canvas.show_preview(draft.levels.pixels, draft.levels.blend, variant.run.place)
        else:
            self._canvas.show_preview(*_seen(variant, self._view), variant.run.place)

    def _on_blend_asked(self) -> None:
        if self.variant is not None:
            button = self._bar.blend_button
            corner = button.mapToGlobal(QPoint(0, 0))
            is_own = self.variant.mask is None
            self._blending.open_above(corner, self.variant.placing, has_own_mask=is_own)

    def _on_blended(self, placing: Placing) -> None:
        if self.variant is not None:
            self._session.runs.place_anew(self.variant, placing)

    def _on_own_mask_asked(self) -> None:
        """Blend the shown result through what was painted when it was asked for."""
        if self.variant is not None:
            self._session.runs.mask_anew(self.variant, None)

    def _on_mask_asked(self) -> None:
        """Blend the shown result through what is painted now, inside its frame."""
        variant = self.variant
        if variant is not None:
            self._session.runs.mask_anew(variant, mask_now(variant.run.snapshot))

    def _words(self, variant: Variant) -> str:
        if variant.wait_s is not None:
            again = self.tr("{0}. Sent again in {1}")
            return again.format(variant.title, f"{variant.wait_s}\u2009s")
        if self._draft is not None and variant.is_pending:
            return self.tr("Draft by local fill, until the first picture comes")
        if variant.state != "done":
            return say(variant.title)
        words = self._differences(variant)
        if variant.placed is not None:
            words = [*self._figures(variant.placed.figures), *words]
        # Lines break between what is said, never within it.
        return " · ".join(each.replace(" ", "\u00a0") for each in words)

    def _differences(self, variant: Variant) -> list[str]:
        """What came otherwise than it was asked for, as it is said."""
        field_words = {
            "size": self.tr("asked {0}, got {1}"),
            "quality": self.tr("quality: asked {0}, got {1}"),
            "background": self.tr("background: asked {0}, got {1}"),
            "output_format": self.tr("asked {0}, got {1}"),
            "n": self.tr("pictures: asked {0}, got {1}"),
        }
        return [
            field_words[each.field].format(_shown(each.asked), _shown(each.got))
            for each in variant.differences
        ]

    def _figures(self, figures: Figures) -> list[str]:
        """The honesty figures, as they are said."""
        words = [self.tr("Spill {0}").format(f"{figures.spill * 100:.1f}\u2009%")]
        shift = figures.shift
        if not shift.is_none:
            moved = f"{shift.dx:.1f}, {shift.dy:.1f}\u2009px"
            words.append(self.tr("moved {0}").format(moved))
        words.append(self.tr("seam {0}").format(f"{figures.seam:.2f}"))
        if figures.mask_seems_ignored:
            words.append(self.tr("the mask seems to have been ignored"))
        elif figures.mask_seems_inverted:
            words.append(self.tr("the mask seems to have been inverted"))
        return words


def _shown(value: str) -> str:
    """A field's value as it is read: sizes with a multiplication sign."""
    size = parse_size(value)
    return f"{size[0]}×{size[1]}" if size else value


def _has_news(variant: Variant) -> bool:
    is_waiting = variant.wait_s is not None
    has_picture = variant.pixels is not None or variant.run.draft is not None
    return has_picture or not variant.is_pending or is_waiting


def _seen(variant: Variant, view: str) -> tuple[Pixels | Pyramid, Pixels | Pyramid]:
    """The pixels and the blend a view of the variant consists of."""
    assert variant.pixels is not None
    blend = variant.blend
    if view == RAW:
        assert variant.raw is not None
        return variant.raw, np.full_like(blend, 255)
    if view == SEAM:
        return _seam(variant.run.snapshot.visible_pixels, variant.pixels, blend)
    assert variant.levels is not None
    return variant.levels.pixels, variant.levels.blend


def _seam(source: Pixels, result: Pixels, blend: Pixels) -> tuple[Pixels, Pixels]:
    """The composite, with the rim where source and result mix painted over."""
    seen = composite(source, result, blend)
    rim = (blend > 0) & (blend < 255)
    seen[rim, :3] = (seen[rim, :3].astype(np.uint16) + _SEAM_BGR) // 2
    return seen, np.where(blend > 0, 255, 0).astype(np.uint8)
