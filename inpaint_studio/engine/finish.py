"""The last touch: brightness that runs on across the rim, and the sharpness of the sources."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from inpaint_studio.engine.field import PatchField
from inpaint_studio.engine.levels import Level, box_around, spread_colours
from inpaint_studio.engine.protocol import Pixels
from inpaint_studio.engine.pyramid import texture

Floats = NDArray[np.float32]
Box = tuple[slice, slice]

MARGIN = 8
"""Pixels around the hole that the last touch looks at."""

LARGEST_CORRECTION = 40.0
"""Grey levels: a greater difference at the rim is an edge of the picture, not a wrong shade."""

LIVELINESS = 1.0, 1.4
"""How busy smooth and textured places are to be against their sources: choosing the best match
favours the dull. Amplified texture is as unlike the truth as before; an amplified line or blur is
less like it."""

SMOOTH, TEXTURED = 10.0, 20.0
"""Texture of the sources, see `pyramid.texture`, up to and from which those two hold."""

SHARPEST = 1.75
"""Most that detail is amplified by."""


def finished(field: PatchField) -> Pixels:
    """H×W×3: the picture with its hole as last voted, fitted to the rim and sharpened."""
    box = box_around(field.level.hole, MARGIN)
    result = field.level.image.copy()
    if box is None:
        return result
    hole = field.level.hole[box]
    made = result[box].astype(np.float32)
    made[hole] = field.made[:, :3] + _correction(field, box)[hole]
    made = _sharpened(made, hole, field.made[:, 3])
    result[box][hole] = np.clip(np.rint(made[hole]), 0, 255).astype(np.uint8)
    return result


def _correction(field: PatchField, box: Box) -> Floats:
    """What the patches get wrong just outside the hole, where the truth is known, led inwards."""
    hole = field.level.hole[box].astype(np.uint8)
    around = cv2.dilate(hole, np.ones((5, 5), np.uint8)).astype(np.bool_)
    ring = around & field.level.usable[box]
    rows, columns = (places.astype(np.int32) for places in np.nonzero(ring))
    voted = field.voted_at(rows + np.int32(box[0].start), columns + np.int32(box[1].start))
    missed = field.level.image[box][ring] - voted
    wrong = np.zeros((*hole.shape, 3), dtype=np.float32)
    wrong[ring] = np.clip(missed, -LARGEST_CORRECTION, LARGEST_CORRECTION)
    weight = ring.astype(np.float32)
    near = np.maximum(cv2.GaussianBlur(weight, (0, 0), 1), 1e-3)
    colour = cv2.GaussianBlur(wrong, (0, 0), 1) * (weight / near)[..., None]
    return spread_colours(colour.astype(np.float32), weight) if ring.any() else wrong


def _sharpened(made: Floats, hole: NDArray[np.bool_], busy: Floats) -> Floats:
    """Detail amplified where votes have blurred it below what the sources hold, `busy` N."""
    sources = np.zeros(hole.shape, dtype=np.float32)
    sources[hole] = busy
    sources = np.asarray(cv2.blur(sources, (5, 5)), dtype=np.float32)
    wanted = sources * np.interp(sources, (SMOOTH, TEXTURED), LIVELINESS)
    rounded = np.clip(np.rint(made), 0, 255).astype(np.uint8)
    has = np.maximum(texture(Level(rounded, hole, np.ones_like(hole))), 1)
    gain = np.clip(wanted / has, 1, SHARPEST)
    soft = cv2.GaussianBlur(made, (0, 0), 1.5)
    return np.asarray(made + (made - soft) * (gain - 1)[..., None], dtype=np.float32)
