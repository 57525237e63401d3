"""The staged result on canvas and bar: its picture, its figures, and what can be done with it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, QPoint

from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.composite import composite
from inpaint_studio.picture.fidelity import Figures
from inpaint_studio.picture.placement import Placed
from inpaint_studio.picture.pyramid import Pyramid
from inpaint_studio.runs.run import Draft, Variant
from inpaint_studio.session.editor import Editor
from inpaint_studio.session.staging import Staging, View
from inpaint_studio.ui.canvas.canvas import Canvas
from inpaint_studio.ui.staging.bar import StagingBar
from inpaint_studio.ui.staging.blend_popup import BlendPopup
from inpaint_studio.ui.style.figures import measure, number_text, spaced_size
from inpaint_studio.ui.style.i18n import outside, translate

_SEAM_BGR = (255, 255, 0)


class StagingController(QObject):
    """Shows what a session has staged."""

    def __init__(self, staging: Staging, editor: Editor, canvas: Canvas, bar: StagingBar) -> None:
        super().__init__(canvas)
        self._staging = staging
        self._canvas = canvas
        self._bar = bar
        self._showing: tuple[Placed | None, View] = None, staging.view
        self._blending = BlendPopup(canvas)
        self._connect()
        editor.resized.connect(self._show_anew)
        self._refresh()

    def _connect(self) -> None:
        bar, staging = self._bar, self._staging
        bar.previous_button.clicked.connect(lambda: staging.step(-1))
        bar.next_button.clicked.connect(lambda: staging.step(1))
        bar.accept_button.clicked.connect(staging.accept)
        bar.discard_button.clicked.connect(staging.clear)
        bar.stop_button.clicked.connect(staging.stop)
        bar.send_now_button.clicked.connect(staging.send_now)
        bar.retry_button.clicked.connect(staging.retry)
        bar.original_held.connect(self._canvas.set_hold_original)
        bar.view.chosen.connect(staging.look)
        bar.blend_button.clicked.connect(self._on_blend_asked)
        self._blending.changed.connect(staging.place)
        self._blending.mask_asked.connect(staging.use_mask_now)
        self._blending.own_mask_asked.connect(staging.use_own_mask)
        staging.changed.connect(self._refresh)

    def _show_anew(self) -> None:
        """The picture has another size, and what lay over it was taken away."""
        self._showing = (None, self._staging.view)
        self._refresh()

    def _refresh(self) -> None:
        variant, draft = self._staging.variant, self._staging.draft
        drafted = variant.run.snapshot.in_document(draft.area) if variant and draft else None
        self._canvas.set_tag(drafted, self.tr("Draft"))
        self._show_on_canvas(variant, draft)
        self._bar.view.set_value(self._staging.view)
        if variant is not None:
            self._bar.show_variant(variant, len(variant.run.variants), self._text_of(variant))
        self._bar.setVisible(variant is not None and _has_news(variant))

    def _show_on_canvas(self, variant: Variant | None, draft: Draft | None) -> None:
        """Draw what has changed: a new state or title is no reason to draw a large picture."""
        placed = None if variant is None else variant.placed
        view = self._staging.view
        former, self._showing = self._showing, (placed, view)
        if placed is not None and placed is former[0] and view == former[1]:
            return
        if variant is None or (placed is None and draft is None):
            self._canvas.show_preview(None)
        elif draft is not None:
            self._canvas.show_preview(draft.levels.pixels, draft.levels.blend, variant.run.place)
        else:
            self._canvas.show_preview(*_seen(variant, view), variant.run.place)

    def _on_blend_asked(self) -> None:
        variant = self._staging.variant
        if variant is not None:
            corner = self._bar.blend_button.mapToGlobal(QPoint(0, 0))
            is_own = variant.mask is None
            self._blending.open_above(corner, variant.placement, has_own_mask=is_own)

    def _text_of(self, variant: Variant) -> str:
        if variant.wait_s is not None:
            again = self.tr("{0}. Sent again in {1}")
            return again.format(variant.title, measure(str(variant.wait_s), "s"))
        if self._staging.draft is not None and variant.is_pending:
            return self.tr("Draft by local fill, until the first picture comes")
        if variant.state != "done":
            return translate(variant.title)
        words = self._differences(variant)
        if variant.placed is not None:
            words = [*self._figures(variant.placed.figures), *words]
        return " · ".join(words)

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
            field_words[each.field].format(
                outside(spaced_size(each.asked)), outside(spaced_size(each.got))
            )
            for each in variant.differences
        ]

    def _figures(self, figures: Figures) -> list[str]:
        """The honesty figures, as they are said."""
        spill = measure(number_text(figures.spill * 100, 1), "%")
        words = [self._mask_words(figures).format(spill)]
        shift = figures.shift
        if not shift.is_none:
            moved = measure(f"{number_text(shift.dx, 1)}; {number_text(shift.dy, 1)}", "px")
            words.append(self.tr("moved {0}").format(moved))
        seam_words = {
            "blurred": self.tr("seam blurred ({0})"),
            "clean": self.tr("seam clean ({0})"),
            "visible": self.tr("seam visible ({0})"),
        }
        seam = number_text(figures.seam, 2)
        words.append(seam_words[figures.seam_verdict].format(seam))
        return words

    def _mask_words(self, figures: Figures) -> str:
        """How the mask was kept to, with a place for the spill."""
        words = {
            "ignored": self.tr("Mask seems ignored (spill {0})"),
            "inverted": self.tr("Mask seems inverted (spill {0})"),
            "respected": self.tr("Mask respected (spill {0})"),
            "exceeded": self.tr("Changed beyond the mask (spill {0})"),
        }
        return words[figures.mask_verdict]


def _has_news(variant: Variant) -> bool:
    is_waiting = variant.wait_s is not None
    has_picture = variant.pixels is not None or variant.run.draft is not None
    return has_picture or not variant.is_pending or is_waiting


def _seen(variant: Variant, view: View) -> tuple[Pixels | Pyramid, Pixels | Pyramid]:
    """The pixels and the blend a view of the variant consists of."""
    assert variant.pixels is not None
    blend = variant.blend
    if view == "raw":
        assert variant.raw is not None
        return variant.raw, np.full_like(blend, 255)
    if view == "seam":
        return _seam(variant.run.snapshot.site.source, variant.pixels, blend)
    assert variant.levels is not None
    return variant.levels.pixels, variant.levels.blend


def _seam(source: Pixels, result: Pixels, blend: Pixels) -> tuple[Pixels, Pixels]:
    """The composite, with the rim where source and result mix painted over."""
    seen = composite(source, result, blend)
    rim = (blend > 0) & (blend < 255)
    seen[rim, :3] = (seen[rim, :3].astype(np.uint16) + _SEAM_BGR) // 2
    return seen, np.where(blend > 0, 255, 0).astype(np.uint8)
