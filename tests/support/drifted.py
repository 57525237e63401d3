"""What models do to a picture beside the edit: they shift it, zoom it, tone it, add noise."""

from __future__ import annotations

from functools import cache

import cv2
import numpy as np

from inpaint_studio.paths import resource
from inpaint_studio.picture.image_file import open_picture


@cache
def photo(width: int = 640, height: int = 480) -> np.ndarray:
    """A detailed part of the sample, opaque BGRA; not to be written to."""
    pixels = open_picture(resource("sample.jpg")).pixels[100 : 100 + height, 400 : 400 + width]
    part = np.ascontiguousarray(pixels)
    part.flags.writeable = False
    return part


def disc(shape: tuple[int, ...], x: float, y: float, radius: float) -> np.ndarray:
    rows, columns = np.mgrid[0 : shape[0], 0 : shape[1]]
    inside = np.hypot(rows - y, columns - x) <= radius
    return np.where(inside, 255, 0).astype(np.uint8)


def moved(pixels: np.ndarray, dx: float, dy: float, scale: float = 0.0) -> np.ndarray:
    """Content moved right and down by px, and enlarged about the centre."""
    height, width = pixels.shape[:2]
    x, y = (width - 1) / 2, (height - 1) / 2
    matrix = np.array([[1 + scale, 0, dx - scale * x], [0, 1 + scale, dy - scale * y]])
    return cv2.warpAffine(
        pixels, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )


def tinted(pixels: np.ndarray, blue: float, green: float, red: float) -> np.ndarray:
    """Channels multiplied in (nearly) linear light."""
    light = (pixels[..., :3] / 255.0) ** 2.2 * (blue, green, red)
    colour = np.rint((light.clip(0, 1) ** (1 / 2.2)) * 255).astype(np.uint8)
    return np.dstack([colour, pixels[..., 3]])


def noisy(pixels: np.ndarray, deviation: float, seed: int = 1) -> np.ndarray:
    noise = np.random.default_rng(seed).normal(0, deviation, (*pixels.shape[:2], 3))
    colour = np.rint(pixels[..., :3] + noise).clip(0, 255).astype(np.uint8)
    return np.dstack([colour, pixels[..., 3]])


def repainted(pixels: np.ndarray, mask: np.ndarray, colour: tuple[int, int, int]) -> np.ndarray:
    """The picture with one colour where the mask is."""
    result = pixels.copy()
    result[mask > 0] = (*colour, 255)
    return result
