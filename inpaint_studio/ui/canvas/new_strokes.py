"""What has been painted since a result was laid over the picture: it is seen beside that result."""

from __future__ import annotations

import numpy as np

from inpaint_studio.picture.geometry import Box
from inpaint_studio.picture.mask import Mask
from inpaint_studio.picture.pyramid import Pyramid


class NewStrokes:
    """Coverage that came since; what is erased meanwhile is new when it is painted again."""

    def __init__(self, mask: Mask) -> None:
        self._mask = mask
        self._former = mask.copy()
        self.levels = Pyramid(np.zeros_like(mask))

    def follow(self, box: Box) -> None:
        """The mask has changed inside `box`."""
        now, former = self._mask[box.slices], self._former[box.slices]
        np.minimum(former, now, out=former)
        self.levels.level(0)[box.slices] = np.where(now > former, now, 0)
        self.levels.touch(box)
