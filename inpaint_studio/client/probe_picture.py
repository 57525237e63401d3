"""The tiny picture a test of an endpoint sends, and what its answer says about the mask.

The picture is nothing but shapes: no file of the person's leaves for a test. It is lopsided, so
that a mirrored or repainted picture cannot pass for an untouched one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import cv2
import numpy as np

from inpaint_studio.contract.params import InputImage
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.geometry import Box, Size
from inpaint_studio.picture.image_file import encode
from inpaint_studio.picture.mask import new_mask, wire_png
from inpaint_studio.picture.resample import resize

PROMPT = "Replace the orange square in the middle by a plain dark blue disc. Change nothing else."

_ORANGE = (20, 120, 250, 255)
_CHANGED_BY = 24
"""Levels of one channel: above what lossy formats and a model's own noise move."""

_HARDLY = 0.1
_DISTINCT = 0.4
_RIM = 0.04

MaskVerdict = Literal["honoured", "inverted", "ignored", "nothing"]


@dataclass(frozen=True, slots=True)
class MaskEvidence:
    """Which share of the pixels changed inside and outside the mask, 0–1 each."""

    inside: float
    outside: float

    @property
    def verdict(self) -> MaskVerdict:
        """What these shares say."""
        if max(self.inside, self.outside) < _HARDLY:
            return "nothing"
        if self.outside <= _DISTINCT * self.inside:
            return "honoured"
        if self.inside <= _DISTINCT * self.outside:
            return "inverted"
        return "ignored"


def probe_image(size: Size) -> Pixels:
    """An orange square on a shaded ground, BGRA."""
    across = np.linspace(0, 1, size.width, dtype=np.float32)[None, :]
    down = np.linspace(0, 1, size.height, dtype=np.float32)[:, None]
    ground = np.empty((size.height, size.width, 4), np.float32)
    ground[..., 0] = 60 + 150 * across
    ground[..., 1] = 120 + 50 * down
    ground[..., 2] = 200 - 130 * across
    ground[..., 3] = 255
    pixels = ground.astype(np.uint8)
    pixels[_middle(size, 0.28).slices] = _ORANGE
    return pixels


def pictures(size: Size) -> tuple[InputImage, InputImage]:
    """The picture and the mask around its square, as they are sent."""
    mask = new_mask(size)
    mask[_middle(size, 0.4).slices] = 255
    image = encode(probe_image(size), "PNG", png_level=1)
    return (
        InputImage("test.png", "image/png", image),
        InputImage("mask.png", "image/png", wire_png(mask)),
    )


def compare(size: Size, returned: Pixels) -> MaskEvidence:
    """What changed between the picture and a result (BGRA of any size)."""
    sent = probe_image(size)
    result = resize(returned, size)
    changed = cv2.absdiff(sent, result)[..., :3].max(axis=2) > _CHANGED_BY
    outside = np.ones(changed.shape, np.bool_)
    outside[_middle(size, 0.4 + 2 * _RIM).slices] = False
    return MaskEvidence(
        inside=float(changed[_middle(size, 0.28).slices].mean()),
        outside=float(changed[outside].mean()),
    )


def _middle(size: Size, part: float) -> Box:
    width, height = round(size.width * part), round(size.height * part)
    left, top = (size.width - width) // 2, (size.height - height) // 2
    return Box(left, top, left + width, top + height)
