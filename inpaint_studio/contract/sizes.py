"""Which picture sizes a model takes, as data, and the legal size nearest to a wish."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from inpaint_studio.errors import RequestError
from inpaint_studio.phrase import Phrase

_SIZE = re.compile(r"(\d{1,6})[x×](\d{1,6})", re.IGNORECASE)
_RATIO_WEIGHT = {"listed": 4.0, "bounded": 1.2}
"""A wrong ratio must be padded or cropped away, a wrong area merely scaled; yet 1920x1080 should
become 1920x1088, which takes less than 1.29, and small pictures keep their ratio to 3.1 %."""


def parse_size(text: str) -> tuple[int, int] | None:
    """Width and height of a `WxH` text; None for `auto` and anything else."""
    found = _SIZE.fullmatch(text.strip())
    if found is None:
        return None
    width, height = int(found[1]), int(found[2])
    return (width, height) if width and height else None


def format_size(size: tuple[int, int]) -> str:
    """`WxH`, as it goes on the wire."""
    return f"{size[0]}x{size[1]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SizeRule:
    """Legal sizes: a closed list when `sizes` has entries, else bounds; without both, anything.

    Edges and `multiple` are pixels, `max_ratio` is long edge : short edge, `min_pixels` and
    `max_pixels` bound the area, and above `experimental_above` pixels a model promises nothing.
    """

    sizes: tuple[tuple[int, int], ...] = ()
    multiple: int = 1
    max_edge: int | None = None
    max_ratio: float | None = None
    min_pixels: int | None = None
    max_pixels: int | None = None
    experimental_above: int | None = None

    @property
    def free(self) -> bool:
        """Whether every size is legal."""
        bounds = (self.max_edge, self.max_ratio, self.min_pixels, self.max_pixels)
        return not self.sizes and self.multiple == 1 and all(bound is None for bound in bounds)

    def allows(self, width: int, height: int) -> bool:
        """Whether a model with this rule takes the size."""
        if self.sizes:
            return (width, height) in self.sizes
        if width < 1 or height < 1 or width % self.multiple or height % self.multiple:
            return False
        area, long, short = width * height, max(width, height), min(width, height)
        return (
            long <= (self.max_edge or math.inf)
            and long <= short * (self.max_ratio or math.inf)
            and (self.min_pixels or 0) <= area <= (self.max_pixels or math.inf)
        )

    def is_experimental(self, width: int, height: int) -> bool:
        """Whether the size is legal without the model promising a good result."""
        return self.experimental_above is not None and width * height > self.experimental_above

    def nearest(self, width: int, height: int) -> tuple[int, int]:
        """The legal size nearest in ratio, then in area; the size itself where it is legal.

        Raises:
            RequestError: the rule has no size near so narrow a wish, or none at all.
        """
        width, height = max(1, width), max(1, height)
        if self.allows(width, height):
            return width, height
        ratio, area = self._reachable(width, height)
        weight = _RATIO_WEIGHT["listed" if self.sizes else "bounded"]
        legal = [size for size in self._candidates(ratio, area) if self.allows(*size)]
        if not legal:
            raise RequestError(
                Phrase("No size near {width}x{height} can be sent", width=width, height=height),
                "Choose one nearer to a square, or another model.",
                field="size",
            )
        return min(legal, key=lambda size: _distance(size, ratio, area, weight))

    def _candidates(self, ratio: float, area: float) -> Iterator[tuple[int, int]]:
        if self.sizes:
            yield from self.sizes
            return
        ideal = math.sqrt(area * ratio) / self.multiple
        for columns in range(max(1, math.floor(ideal * 0.75)), math.ceil(ideal * 1.34) + 1):
            rows = columns / ratio
            for count in {max(1, math.floor(rows)), math.ceil(rows)}:
                yield columns * self.multiple, count * self.multiple

    def _reachable(self, width: int, height: int) -> tuple[float, float]:
        """The wished ratio and area, moved inside the bounds as if edges were real numbers."""
        limit = self.max_ratio or math.inf
        ratio = min(max(width / height, 1 / limit), limit)
        area = min(max(width * height, self.min_pixels or 1), self.max_pixels or math.inf)
        if self.max_edge is not None:
            area = min(area, self.max_edge**2 / max(ratio, 1 / ratio))
        return ratio, area


def unsupported_size(
    rule: SizeRule, size: tuple[int, int], model: str
) -> tuple[Phrase, str | None]:
    """Why a model does not make an illegal size, and what to ask for instead, where there is any.

    `model` is its name for people.
    """
    try:
        fix = format_size(rule.nearest(*size))
    except RequestError as error:
        advice = Phrase(
            "{model} does not make {size}. {advice}",
            model=model,
            size=format_size(size),
            advice=error.message,
        )
        return advice, None
    words = Phrase(
        "{model} does not make {size}; the nearest it makes is {fix}.",
        model=model,
        size=format_size(size),
        fix=fix,
    )
    return words, fix


def _distance(size: tuple[int, int], ratio: float, area: float, weight: float) -> float:
    width, height = size
    off_ratio, off_area = math.log(width / height / ratio), math.log(width * height / area)
    return weight * abs(off_ratio) + abs(off_area)
