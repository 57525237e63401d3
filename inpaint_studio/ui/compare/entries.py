"""What is compared: pictures of one size with what they are called and how they were judged."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from inpaint_studio.history import History
from inpaint_studio.history.records import Flag, RunRecord, VariantRecord
from inpaint_studio.phrase import Phrase
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.composite import composite
from inpaint_studio.picture.geometry import Size
from inpaint_studio.picture.image_file import decode_result
from inpaint_studio.picture.pyramid import Pyramid
from inpaint_studio.picture.resample import resize
from inpaint_studio.session.run import Run, Variant
from inpaint_studio.session.stored_result import stored_blend, stored_colours
from inpaint_studio.ui.languages import say

ORIGINAL = ""
"""The id of the entry that is no result but what was sent."""


_ORIGINAL = Phrase("Original")


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

    def picture(self, *, raw: bool) -> Pyramid | None:
        """What the pane shows."""
        return self.raw if raw else self.mixed

    def judged(self, variant: VariantRecord) -> Entry:
        """The same with the judgement of the history."""
        return replace(self, stars=variant.stars, flag=variant.flag)


def original_of_run(run: Run) -> Entry:
    """What a live run was made from, in the size of its box."""
    box = run.snapshot.frame.box
    pixels = run.snapshot.pixels[run.box.shift(-box.x0, -box.y0).slices]
    levels = Pyramid(np.ascontiguousarray(run.snapshot.document.shown(pixels)))
    return Entry(ORIGINAL, say(_ORIGINAL), raw=levels, mixed=levels, blend=run.blend)


def live_entry(variant: Variant, base: Entry) -> Entry:
    """A variant of this session as it is now; `base` is its run's original."""
    params = variant.run.snapshot.params
    words = f"{variant.position + 1} · {params.model}"
    asked = params.partial_images + 1
    entry = Entry(
        variant.id,
        words,
        detail=_live_words(variant),
        progress=max(0.06, variant.partials_seen / asked) if variant.is_pending else 0.0,
    )
    if variant.pixels is None or base.raw is None:
        return entry
    source = base.raw.level(0)
    result = variant.run.snapshot.document.shown(variant.pixels)
    return _with_pictures(entry, source, result, variant.run.blend)


def stored_original(history: History, run: RunRecord, size: Size | None = None) -> Entry | None:
    """What a run of the history sent, scaled to `size` or to its frame; None if it has gone."""
    if run.sent_image is None:
        return None
    pixels = _read(history, run.sent_image)
    wanted = size or (run.frame.size if run.frame else _size_of(pixels))
    levels = Pyramid(stored_colours(history, run)(_fitted(pixels, wanted)))
    blend = stored_blend(history, run, wanted)
    return Entry(ORIGINAL, say(_ORIGINAL), raw=levels, mixed=levels, blend=blend)


def stored_entry(
    history: History, run: RunRecord, variant: VariantRecord, base: Entry | None, size: Size | None
) -> Entry:
    """A result of the history, or the last partial of one that never came.

    Raises:
        ImageError, OSError: its file is damaged or has gone.
    """
    blob = variant.blob or (variant.partials[-1] if variant.partials else None)
    quality = "" if run.params.quality == "auto" else f" {run.params.quality}"
    words = f"{run.number}.{variant.position + 1} · {run.model}{quality}"
    entry = Entry(variant.id, words, detail=run.prompt).judged(variant)
    if blob is None:
        return replace(entry, detail=say(variant.title or variant.state))
    pixels = _read(history, blob)
    wanted = size or (run.frame.size if run.frame else _size_of(pixels))
    result = stored_colours(history, run)(_fitted(pixels, wanted))
    if base is None or base.raw is None or base.blend is None:
        levels = Pyramid(result)
        return replace(entry, raw=levels, mixed=levels)
    return _with_pictures(entry, base.raw.level(0), result, base.blend)


def _with_pictures(entry: Entry, source: Pixels, result: Pixels, blend: Pixels) -> Entry:
    mixed = composite(source, result, blend)
    raw = Pyramid(np.ascontiguousarray(result))
    return replace(entry, raw=raw, mixed=Pyramid(mixed), blend=blend)


def _read(history: History, blob: str) -> Pixels:
    return decode_result(history.blob_path(blob).read_bytes())


def _fitted(pixels: Pixels, size: Size) -> Pixels:
    return np.ascontiguousarray(resize(pixels, size))


def _size_of(pixels: Pixels) -> Size:
    height, width = pixels.shape[:2]
    return Size(width, height)


def _live_words(variant: Variant) -> str:
    if not variant.is_pending:
        return say(variant.title)
    seen = variant.partials_seen
    return say(Phrase("Partial {number}", number=seen) if seen else Phrase("Waiting"))
