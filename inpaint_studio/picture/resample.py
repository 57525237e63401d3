"""Resizing that does not let the hidden colours of transparent pixels bleed into visible ones."""

from __future__ import annotations

import cv2
import numpy as np

from inpaint_studio.picture.colour import Pixels, is_opaque
from inpaint_studio.picture.geometry import Size


def resize(array: Pixels, size: Size) -> Pixels:
    """A mask (H×W) or picture (H×W×4 BGRA) at another size; the same array when it has that size.

    Reduces by area, enlarges by cubic interpolation.
    """
    height, width = array.shape[:2]
    if (width, height) == size:
        return array
    shrinks = size.width <= width and size.height <= height
    method = cv2.INTER_AREA if shrinks else cv2.INTER_CUBIC
    if array.ndim == 2 or is_opaque(array):
        return np.asarray(cv2.resize(array, size, interpolation=method), np.uint8)
    return _resize_weighted(array, size, method)


def _resize_weighted(pixels: Pixels, size: Size, method: int) -> Pixels:
    alpha = pixels[..., 3:].astype(np.float32) / 255
    weighted = np.concatenate([pixels[..., :3] * alpha, alpha], axis=2)
    resized = np.asarray(cv2.resize(weighted, size, interpolation=method), np.float32)
    visible = np.maximum(resized[..., 3:], 1 / 512)
    straight = np.concatenate([resized[..., :3] / visible, resized[..., 3:] * 255], axis=2)
    return np.asarray(np.rint(straight).clip(0, 255), np.uint8)
