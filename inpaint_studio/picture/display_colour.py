"""From a picture's own colours to the screen's: sRGB. The document keeps the picture's numbers."""

from __future__ import annotations

import io
from collections.abc import Callable

import cv2
import numpy as np
from PIL import Image, ImageCms

from inpaint_studio.picture.colour import Pixels

SAME_COLOUR = 2
"""Profiles that move no colour by more than this, of 255, are taken for sRGB itself."""
_BAND_ROWS = 512


def display_transform(icc_profile: bytes | None) -> Callable[[Pixels], Pixels] | None:
    """Turns BGRA pixels described by an RGB profile into new sRGB ones; None where nothing changes.

    A profile that cannot be applied changes nothing either: the picture is then shown as sRGB.
    """
    if icc_profile is None:
        return None
    try:
        transform = ImageCms.buildTransform(
            ImageCms.ImageCmsProfile(io.BytesIO(icc_profile)),
            ImageCms.createProfile("sRGB"),
            "RGB",
            "RGB",
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (OSError, ImageCms.PyCMSError, ValueError, TypeError):
        return None

    def convert(pixels: Pixels) -> Pixels:
        out = np.empty(pixels.shape, np.uint8)
        for top in range(0, pixels.shape[0], _BAND_ROWS):
            band = slice(top, top + _BAND_ROWS)
            out[band] = _converted(pixels[band], transform)
        return out

    samples = _samples()
    moved = np.abs(convert(samples).astype(int) - samples).max()
    return convert if moved > SAME_COLOUR else None


def _converted(pixels: Pixels, transform: ImageCms.ImageCmsTransform) -> Pixels:
    image = Image.fromarray(np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGRA2RGB), np.uint8))
    ImageCms.applyTransform(image, transform, inPlace=True)
    shown = np.asarray(cv2.cvtColor(np.asarray(image), cv2.COLOR_RGB2BGRA), np.uint8)
    shown[..., 3] = pixels[..., 3]
    return shown


def _samples() -> Pixels:
    steps = np.arange(0, 256, 51, dtype=np.uint8)
    blue, green, red = (axis.ravel() for axis in np.meshgrid(steps, steps, steps))
    return np.stack([blue, green, red, np.full_like(red, 255)], axis=-1)[None]
