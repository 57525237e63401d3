"""What is compared: pictures of one size with what they are called and how they were judged."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace

import numpy as np

from inpaint_studio.errors import ExportError
from inpaint_studio.history import History
from inpaint_studio.history.records import Flag, RunRecord, VariantRecord
from inpaint_studio.phrase import Phrase
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.composite import composite
from inpaint_studio.picture.geometry import Size
from inpaint_studio.picture.image_file import decode_result
from inpaint_studio.picture.placement import Placed, Site
from inpaint_studio.picture.pyramid import Pyramid
from inpaint_studio.picture.resample import resize
from inpaint_studio.runs.request import shows_source
from inpaint_studio.runs.run import Run, Variant
from inpaint_studio.runs.stored_results import (
    has_place,
    original_of,
    placed_result,
    stored_colours,
)
from inpaint_studio.ui.style.figures import measure
from inpaint_studio.ui.style.i18n import translate

ORIGINAL = ""
"""The id of the entry that is no result but what the first one was made from."""

_SOURCE = Phrase("Original"), ""
_WITH_EDITS = Phrase("Before this run"), Phrase("The original with the edits accepted by then")
_SENT = Phrase("What was sent"), Phrase("The original is no longer there")
LabelOf = Callable[[str], str]
"""What a model is called by people."""
Shown = Callable[[Pixels], Pixels]
"""Pixels in a source's colours as the screen takes them."""


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One pane. `raw` is what the model returned, `mixed` the same through the blend mask.

    Both and `blend` are of one size within a comparison; None while nothing has come. Pixels are in
    the screen's colours, as on the canvas. `name` is what blind mode hides.
    """

    id: str
    name: str
    detail: str = ""
    raw: Pyramid | None = None
    mixed: Pyramid | None = None
    blend: Pixels | None = None
    stars: int = 0
    flag: Flag = ""
    progress: float = 0.0
    is_live: bool = False
    """Whether it waits or runs, so that it can be stopped."""

    @property
    def size(self) -> Size | None:
        """Of its pictures; None while nothing has come."""
        return None if self.raw is None else _size_of(self.raw.level(0))

    def picture(self, *, raw: bool) -> Pyramid | None:
        """What the pane shows."""
        return self.raw if raw else self.mixed

    def in_state(self, variant: Variant) -> Entry:
        """The same as far as the variant has come by now."""
        asked = variant.run.snapshot.params.partial_images + 1
        return replace(
            self,
            detail=_live_text(variant),
            progress=max(0.06, variant.partials_seen / asked) if variant.is_pending else 0.0,
            is_live=variant.is_pending,
        )

    def judged(self, variant: VariantRecord) -> Entry:
        """The same with the judgement of the history."""
        return replace(self, stars=variant.stars, flag=variant.flag)


def original_of_run(run: Run) -> Entry:
    """What a live run was made from, in the size of its box."""
    snapshot = run.snapshot
    levels = Pyramid(np.ascontiguousarray(snapshot.document.shown(snapshot.site.source)))
    is_source = shows_source(snapshot)
    return replace(_original(_SOURCE if is_source else _WITH_EDITS, levels), blend=run.blend)


def _original(caption: tuple[str, str], levels: Pyramid) -> Entry:
    name, detail = (translate(each) for each in caption)
    return Entry(ORIGINAL, name, detail, raw=levels, mixed=levels)


def entry_name(
    run: RunRecord, variant: VariantRecord, label_of: LabelOf = str, *, with_run: bool = False
) -> str:
    """What its pane is called: its number within its run, the run's before it, and the model."""
    number = f"{run.number}.{variant.position + 1}" if with_run else str(variant.position + 1)
    quality = "" if run.params.quality == "auto" else f" {run.params.quality}"
    return f"{number} · {label_of(run.model)}{quality}"


def live_entry(variant: Variant, base: Entry, name: str = "") -> Entry:
    """A variant of this session as it is now; `base` is its run's original."""
    snapshot = variant.run.snapshot
    entry = Entry(variant.id, name).in_state(variant)
    raw, placed = variant.raw, variant.placed
    if raw is None or placed is None or base.raw is None:
        return entry
    return _with_pictures(entry, snapshot.site, raw, placed, snapshot.document.shown)


def stored_original(history: History, run: RunRecord, size: Size | None = None) -> Entry | None:
    """What a run of the history was made from, scaled to `size` or as large as its box.

    Where its source has gone it is what was sent; None if that has gone, too.
    """
    site = _site_of(history, run)
    if site is None and run.sent_image is None:
        return None
    pixels = _read(history, run.sent_image or "") if site is None else site.source
    here = _size_of(pixels) if site is not None or run.frame is None else run.frame.size
    levels = Pyramid(stored_colours(history, run)(_fitted(pixels, size or here)))
    return _original(
        _WITH_EDITS if run.frame_image and site else _SOURCE if site else _SENT, levels
    )


def stored_entry(
    history: History,
    run: RunRecord,
    variant: VariantRecord,
    base: Entry | None,
    size: Size | None,
    name: str = "",
) -> Entry:
    """A result of the history, or the last partial of one that never came.

    Raises:
        ExportError, ImageError, OSError: its file is damaged or has gone.
    """
    blob = variant.newest
    entry = Entry(variant.id, name, detail=run.prompt).judged(variant)
    if blob is None:
        return replace(entry, detail=translate(variant.title or variant.state))
    site, shown = _site_of(history, run), stored_colours(history, run)
    if site is not None and base is not None:
        raw, placed = placed_result(history, variant, site, blob)
        return _with_pictures(entry, site, raw, placed, shown, size)
    pixels = _read(history, blob)
    levels = Pyramid(shown(_fitted(pixels, size or (base and base.size) or _size_of(pixels))))
    return replace(entry, raw=levels, mixed=levels)


def _site_of(history: History, run: RunRecord) -> Site | None:
    """Where results of the run belong; None where they have no place, or their picture has gone."""
    with suppress(ExportError):
        return original_of(history, run).site if has_place(run) else None
    return None


def _with_pictures(
    entry: Entry, site: Site, raw: Pixels, placed: Placed, shown: Shown, size: Size | None = None
) -> Entry:
    """The entry with both its pictures: mixed as every road out mixes them, then shown."""
    mixed = shown(composite(site.source, placed.pixels, placed.blend))
    size = size or _size_of(raw)
    return replace(
        entry,
        raw=Pyramid(_fitted(shown(raw), size)),
        mixed=Pyramid(_fitted(mixed, size)),
        blend=_fitted(placed.blend, size),
    )


def _read(history: History, blob: str) -> Pixels:
    return decode_result(history.blob_path(blob).read_bytes())


def _fitted(pixels: Pixels, size: Size) -> Pixels:
    return np.ascontiguousarray(resize(pixels, size))


def _size_of(pixels: Pixels) -> Size:
    height, width = pixels.shape[:2]
    return Size(width, height)


def _live_text(variant: Variant) -> str:
    if not variant.is_pending:
        return translate(variant.title)
    if variant.wait_s is not None:
        return translate(Phrase("Sent again in {delay}", delay=measure(str(variant.wait_s), "s")))
    if variant.started is None:
        return translate(Phrase("Waiting"))
    seen, elapsed = variant.partials_seen, int(variant.elapsed_s)
    state = translate(Phrase("Partial {number}", number=seen) if seen else Phrase("Running"))
    return " · ".join((state, measure(str(elapsed), "s"))) if elapsed else state
