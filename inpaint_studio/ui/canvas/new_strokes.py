"""What has been painted since a result was laid over the picture: it is seen beside that result."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from inpaint_studio.picture.geometry import Box
from inpaint_studio.picture.mask import Mask, bounding_box
from inpaint_studio.picture.pyramid import Pyramid


@dataclass(frozen=True, slots=True, eq=False)
class Painted:
    """What came, and no more: `coverage` of `box`."""

    box: Box
    coverage: Mask


class NewStrokes:
    """Coverage that came since; what is erased meanwhile is new when it is painted again."""

    def __init__(self, mask: Mask, painted: Painted | None = None) -> None:
        self._mask = mask
        self._former = mask.copy()
        self.levels = Pyramid(np.zeros_like(mask))
        if painted is not None:
            self._former[painted.box.slices][painted.coverage > 0] = 0
            self.follow(painted.box)

    @property
    def painted(self) -> Painted:
        """What came, to go on with later."""
        coverage = self.levels.level(0)
        box = bounding_box(coverage)
        return Painted(box, coverage[box.slices].copy())

    def follow(self, box: Box) -> None:
        """The mask has changed inside `box`."""
        now, former = self._mask[box.slices], self._former[box.slices]
        np.minimum(former, now, out=former)
        self.levels.level(0)[box.slices] = np.where(now > former, now, 0)
        self.levels.touch(box)
