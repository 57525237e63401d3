"""The way to a result: every partial there is of it and the result itself, in their order.

They are read from the history, so the way to a result of last year is there as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from inpaint_studio.errors import ExportError
from inpaint_studio.export.film import FilmStill
from inpaint_studio.history import History, RunRecord, VariantRecord
from inpaint_studio.picture.geometry import Box, Size
from inpaint_studio.picture.image_file import Picture
from inpaint_studio.picture.resample import resize
from inpaint_studio.runs.stored_results import (
    Original,
    has_place,
    original_of,
    placed_result,
    raw_picture,
)

FilmContent = Literal["whole", "raw"]
"""The picture with each still in it, or what the model returned."""

LAST_HELD = 3
"""How many times as long as the others the last picture of a film is shown."""


@dataclass(frozen=True, slots=True)
class Still:
    """One picture on the way: the blob of a partial, or of the result."""

    blob: str
    is_result: bool = False


def stills_of(variant: VariantRecord) -> tuple[Still, ...]:
    """The partials in the order of their index, then the result where there is one."""
    partials = tuple(Still(blob) for blob in variant.partials)
    return (*partials, Still(variant.blob, is_result=True)) if variant.blob else partials


def film_of(
    history: History,
    run: RunRecord,
    variant: VariantRecord,
    content: FilmContent,
    shown_ms: int,
) -> Iterator[FilmStill]:
    """The frames of a variant's film, each read and laid into its picture when it is asked for.

    A still whose file has gone or is damaged is left out. Any thread may ask.
    """
    stills = stills_of(variant)
    size: Size | None = None
    try:
        original = original_of(history, run) if content == "whole" and has_place(run) else None
    except ExportError:
        return
    for still in stills:
        try:
            picture = _picture(history, original, variant, still.blob)
        except ExportError:
            continue
        held = shown_ms * (LAST_HELD if still is stills[-1] else 1)
        if content == "raw":
            pixels = resize(picture.pixels, size or picture.size)
            yield FilmStill(pixels, held, icc_profile=picture.icc_profile)
        elif size is None:
            yield FilmStill(picture.pixels, held, icc_profile=picture.icc_profile)
        else:
            yield _change(picture, run.frame, held)
        size = size or picture.size


def _picture(
    history: History, original: Original | None, variant: VariantRecord, still: str
) -> Picture:
    if original is None:
        return raw_picture(history, variant, still)
    _, placed = placed_result(history, variant, original.site, still)
    return original.with_result(placed)


def _change(picture: Picture, frame: Box | None, shown_ms: int) -> FilmStill:
    """Only the part of a later picture in which it may differ from the first."""
    whole = Box.of_size(picture.size)
    inside = whole if frame is None else frame.intersect(whole)
    x, y = inside.x0 - inside.x0 % 2, inside.y0 - inside.y0 % 2
    return FilmStill(picture.pixels[y : inside.y1, x : inside.x1], shown_ms, x, y)
