"""Results of the history in the picture they were made for, placed as a person had them placed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import cv2
import numpy as np

from inpaint_studio.errors import ExportError, ImageError
from inpaint_studio.history import History, RunRecord, VariantRecord
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.composite import GROW_PX, lay_over
from inpaint_studio.picture.decoding import stored_profile
from inpaint_studio.picture.display_colour import display_transform
from inpaint_studio.picture.frame import Frame
from inpaint_studio.picture.geometry import Box, Size
from inpaint_studio.picture.image_file import (
    Picture,
    decode_picture,
    decode_result,
    without_profile,
)
from inpaint_studio.picture.mask import Mask, new_mask, read_coverage, read_wire_mask
from inpaint_studio.picture.placement import Placed, Placement, Site
from inpaint_studio.picture.registration import Shift, stored_shift
from inpaint_studio.picture.resample import resize
from inpaint_studio.typed_values import parse_json


@dataclass(frozen=True, slots=True, eq=False)
class Original:
    """What a run of the history was made from: the whole source, and where its results belong."""

    picture: Picture
    site: Site

    def with_result(self, placed: Placed) -> Picture:
        """The source with a placed result in it; profile and metadata are the source's.

        Where the blend is 0 its pixels are the source's, bit for bit.
        """
        source = self.picture
        pixels = source.pixels.copy()
        lay_over(pixels[self.site.box.slices], placed.pixels, placed.blend)
        return replace(source, pixels=pixels, path=None, notices=(), file=None)


def has_place(run: RunRecord) -> bool:
    """Whether results of the run belong into a picture; else each is a picture of its own."""
    return run.source is not None and run.frame is not None and run.mask is not None


def original_of(history: History, run: RunRecord, source: Picture | None = None) -> Original:
    """The source of a run, with what was painted of it and its frame at the click.

    Where its `source` is open it need not be read.

    Raises:
        ExportError: there is none, or a file has gone or is damaged.
    """
    if run.source is None or run.frame is None:
        raise ExportError("The picture of this run was not kept", "Export the result itself.")
    try:
        picture = source or decode_picture(blob_bytes(history, run.source), run.source_name)
        frame = Frame(run.frame, run.sent_size or run.frame.size)
        box = frame.box.intersect(Box.of_size(picture.size))
        if box.is_empty:
            raise ExportError("This result lies outside its picture", "Export the result itself.")
        here = np.ascontiguousarray(picture.pixels[box.slices])
        site = Site(frame, box, _as_sent(history, run, box, here), painted_of(history, run, box))
    except ImageError as error:
        raise ExportError(error.title, error.message) from error
    return Original(picture, site)


def placed_result(
    history: History, variant: VariantRecord, site: Site, still: str | None = None
) -> tuple[Pixels, Placed]:
    """The result of a variant, or another `still` of it by its blob, fitted and placed.

    Slow, for a worker thread.

    Raises:
        ExportError: a file has gone or is damaged, or the result is of another ratio.
    """
    try:
        raw = site.fitted(decode_result(blob_bytes(history, still or variant.blob)))
        mask = chosen_mask(history, variant)
        shift = None if still not in (None, variant.blob) else found_shift(variant)
        return raw, site.placed(raw, chosen_placement(variant), mask=mask, shift=shift)
    except ImageError as error:
        raise ExportError(error.title, error.message) from error


def chosen_placement(variant: VariantRecord) -> Placement:
    """How a person has the result placed."""
    return Placement.from_json(parse_json(variant.placement_json or "null"))


def chosen_mask(history: History, variant: VariantRecord) -> Mask | None:
    """The mask that was painted for the result later, None where there is none.

    Raises:
        ExportError, ImageError: its file has gone or is damaged.
    """
    return None if variant.mask is None else read_coverage(blob_bytes(history, variant.mask))


def found_shift(variant: VariantRecord) -> Shift | None:
    """How the result had drifted, where that was found and kept as it came."""
    try:
        return stored_shift(parse_json(variant.answer_json or "{}")["figures"]["shift"])
    except (ValueError, LookupError, TypeError):
        return None


def painted_of(history: History, run: RunRecord, box: Box) -> Mask:
    """What was painted of a part of the run's frame.

    Older versions kept the mask that was sent alone: hard, and wider than the painted one. All is
    painted where no mask was sent, and nothing where its file has gone.
    """
    assert run.frame is not None
    size = run.frame.size
    inside = box.shift(-run.frame.x0, -run.frame.y0).slices
    if run.painted is None:
        return np.ascontiguousarray(_painted_by_sent(history, run, size)[inside])
    try:
        painted = read_coverage(history.blob_path(run.painted).read_bytes())
    except OSError:
        painted = new_mask(size)
    return np.ascontiguousarray(resize(painted, size)[inside])


def stored_colours(history: History, run: RunRecord) -> Callable[[Pixels], Pixels]:
    """What turns pixels of a run into those of the screen, as the canvas shows its source."""
    return display_transform(source_profile(history, run)) or (lambda pixels: pixels)


def source_profile(history: History, run: RunRecord) -> bytes | None:
    """The profile of the picture a run was made from, which was sent as numbers alone.

    None for sRGB, and where the source has gone.
    """
    try:
        return stored_profile(history.blob_path(run.source or "").read_bytes())
    except (OSError, ValueError):
        return None


def raw_picture(history: History, variant: VariantRecord, still: str | None = None) -> Picture:
    """What the model returned, with its metadata, in the colours it is seen in.

    Where the source has a profile, that describes the numbers that came back; else the result's
    own does.

    Raises:
        ExportError: its file has gone or is damaged.
        HistoryError: the run was deleted.
    """
    data = blob_bytes(history, still or variant.blob)
    try:
        picture = decode_picture(data, variant.id)
    except ImageError as error:
        raise ExportError(error.title, error.message) from error
    profile = source_profile(history, history.run(variant.run_id))
    if profile is None:
        return picture
    return replace(picture, pixels=without_profile(picture), icc_profile=profile, file=None)


def whole_picture(history: History, run: RunRecord, variant: VariantRecord) -> Picture:
    """The run's source with the result in it, or the result alone where it has no place.

    Raises:
        ExportError: a file has gone or is damaged, or the result is of another ratio.
    """
    if not has_place(run):
        return raw_picture(history, variant)
    original = original_of(history, run)
    _, placed = placed_result(history, variant, original.site)
    return original.with_result(placed)


def blob_bytes(history: History, blob: str | None) -> bytes:
    """A file of the history.

    Raises:
        ExportError: there is none, or it has gone.
    """
    if blob is None:
        raise ExportError("This variant brought no result", "Export another one.")
    try:
        return history.blob_path(blob).read_bytes()
    except OSError as fault:
        raise ExportError(
            "The file of this result has gone", "Restore the history folder from a backup."
        ) from fault


def _as_sent(history: History, run: RunRecord, box: Box, here: Pixels) -> Pixels:
    """The part `box` of the frame with the edits of the click; `here` is the source's.

    Older versions kept what was sent alone. Where that is the source, reduced, the source is it.
    """
    assert run.frame is not None
    inside = box.shift(-run.frame.x0, -run.frame.y0).slices
    if run.painted is not None and run.frame_image is None:
        return here
    kept = run.sent_image if run.painted is None else run.frame_image
    try:
        sent = decode_result(history.blob_path(kept or "").read_bytes())
    except (OSError, ImageError):
        return here
    if run.painted is not None:
        return np.ascontiguousarray(resize(sent, run.frame.size)[inside])
    if box == run.frame and np.array_equal(resize(here, _size_of(sent))[..., :3], sent[..., :3]):
        return here
    pixels = np.ascontiguousarray(resize(sent, run.frame.size)[inside])
    pixels[..., 3] = here[..., 3]  # what was transparent was sent in its hidden colours
    return pixels


def _painted_by_sent(history: History, run: RunRecord, size: Size) -> Mask:
    if run.mask is None:
        return np.full((size.height, size.width), 255, np.uint8)
    try:
        sent = resize(read_wire_mask(history.blob_path(run.mask).read_bytes()), size)
    except OSError:
        return new_mask(size)
    hard = np.where(sent > 127, np.uint8(255), np.uint8(0))
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * GROW_PX + 1, 2 * GROW_PX + 1))
    painted = np.asarray(cv2.erode(hard, kernel), np.uint8)
    return painted if painted.any() else hard


def _size_of(pixels: Pixels) -> Size:
    return Size(pixels.shape[1], pixels.shape[0])
