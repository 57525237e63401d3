"""One preview turning into the next."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from inpaint_studio.picture.geometry import Box

FADE_MS = 160


class Fade:
    """Mixes the former content of `area` of a layer (premultiplied ARGB words) into the new one."""

    def __init__(self, area: Box, former: NDArray[np.uint32]) -> None:
        self.area = area
        self._former = _bytes(former)
        self.progress = 0.0

    def mixed(self, present: NDArray[np.uint32]) -> NDArray[np.uint8]:
        """The pixels of `area` now, `present` being where they end up."""
        part = self.progress
        mixed = cv2.addWeighted(self._former, 1 - part, _bytes(present), part, 0)
        return np.asarray(mixed, np.uint8)


def _bytes(pixels: NDArray[np.uint32]) -> NDArray[np.uint8]:
    return np.ascontiguousarray(pixels)[..., None].view(np.uint8)
