"""Results of the history in the picture they were made for."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
from PIL import Image

from inpaint_studio.errors import ExportError, ImageError
from inpaint_studio.history import History, RunRecord, VariantRecord
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.composite import GROW_PX, blend_mask, composite
from inpaint_studio.picture.display_colour import display_transform
from inpaint_studio.picture.geometry import Box, Size
from inpaint_studio.picture.image_file import Picture, decode_picture, decode_result
from inpaint_studio.picture.mask import Mask, new_mask, read_wire_mask
from inpaint_studio.picture.resample import resize


def stored_blend(history: History, run: RunRecord, size: Size) -> Pixels:
    """The blend mask of a run's frame at `size`, made anew from the mask that was sent."""
    return blend_mask(stored_painted(history, run, size))


def stored_painted(history: History, run: RunRecord, size: Size) -> Mask:
    """What was painted of a run's frame, at `size`, as the mask that was sent tells it.

    That mask is hard and wider than the painted one. It is full where none was sent, and empty
    where its file has gone.
    """
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


def stored_colours(history: History, run: RunRecord) -> Callable[[Pixels], Pixels]:
    """What turns pixels of a run into those of the screen, as the canvas shows its source."""
    try:
        with Image.open(history.blob_path(run.source or "")) as source:
            icc_profile = source.info.get("icc_profile")
    except (OSError, ValueError, Image.DecompressionBombError):
        icc_profile = None  # the source has gone: its numbers are taken for sRGB
    return display_transform(icc_profile) or (lambda pixels: pixels)


def raw_picture(history: History, variant: VariantRecord) -> Picture:
    """What the model returned, with its own profile and metadata.

    Raises:
        ExportError: its file has gone or is damaged.
    """
    data = _bytes(history, variant.blob)
    try:
        return decode_picture(data, variant.id)
    except ImageError as error:
        raise ExportError(error.title, error.message) from error


def whole_picture(history: History, run: RunRecord, variant: VariantRecord) -> Picture:
    """The run's source with the result laid through the blend mask into its frame.

    Outside the blend mask its pixels are the source's, bit for bit; so are profile and EXIF.

    Raises:
        ExportError: a file has gone or is damaged.
    """
    if run.source is None or run.frame is None:
        return raw_picture(history, variant)
    try:
        source = decode_picture(_bytes(history, run.source), run.source_name)
        result = resize(decode_result(_bytes(history, variant.blob)), run.frame.size)
    except ImageError as error:
        raise ExportError(error.title, error.message) from error
    inside = run.frame.intersect(Box.of_size(source.size))
    here = inside.shift(-run.frame.x0, -run.frame.y0).slices
    blend = stored_blend(history, run, run.frame.size)
    pixels = source.pixels.copy()
    area = np.ascontiguousarray(pixels[inside.slices])
    part = np.ascontiguousarray(result[here])
    pixels[inside.slices] = composite(area, part, np.ascontiguousarray(blend[here]))
    return Picture(pixels, source.name, None, source.icc_profile, source.exif)


def _bytes(history: History, blob: str | None) -> bytes:
    if blob is None:
        raise ExportError("This variant brought no result", "Export another one.")
    try:
        return history.blob_path(blob).read_bytes()
    except OSError as fault:
        raise ExportError(
            "The file of this result has gone", "Restore the history folder from a backup."
        ) from fault
