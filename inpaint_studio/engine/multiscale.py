"""One hole, coarse to fine, by searching and voting in turn (Wexler, Shechtman and Irani 2007).

At the coarsest size PyPatchMatch, which is the better painter and costs little there, makes several
fills, and the one that fits best goes on. From there on each size starts from the sources found at
half of it, so that every intermediate picture is a blurred form of the next.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import patchmatch

from inpaint_studio.engine.field import PatchField
from inpaint_studio.engine.fill import fill_stages as single_scale_stages
from inpaint_studio.engine.fill import painted
from inpaint_studio.engine.finish import finished
from inpaint_studio.engine.levels import Level, enlarged_into, first_level, halve
from inpaint_studio.engine.protocol import FillJob, Stage
from inpaint_studio.engine.pyramid import FillSize, Pyramids, texture

METHOD = "multiscale"

START_EDGE = {"low": 128, "medium": 256, "high": 256}
"""Longer edge in pixels of the largest size that PyPatchMatch starts at: the larger, the livelier
the fill and the smoother its rim, and the more of the time goes there."""

START_PIXELS = {"low": 2_500, "medium": 10_000, "high": 10_000}
"""Most pixels of the hole at that size: PyPatchMatch takes some 60 µs for each."""

MOST_PAINTED = 10_000
"""Pixels of the hole above which PyPatchMatch is left out where no size is small enough."""

MAX_PARTIALS = 3

STARTS = {"low": 1, "medium": 2, "high": 4}
ROUNDS = {"low": (1, 2, 3, 4), "medium": (2, 4, 6, 8), "high": (4, 8, 10, 12)}
"""Searches and votes at full size, half of it, a quarter and so on."""

LARGEST_SEARCHED = 4_000_000
"""Hole pixels above which a size is only voted on: bounds time."""

LARGEST_MADE = 12_000_000
"""Hole pixels above which the picture is filled at half its size: bounds memory."""

REACH = 8
"""Radius in pixels of the search around a source that half the size has found."""

ROUGH_START = 20_000.0
"""µs of the start that paints nothing: there to be seen early, and where painting is too slow."""

FIRST_SWEEPS = 6
SWEEPS = 1
"""Of a round. More rounds of one sweep keep textures livelier than fewer of two."""

SOFTNESS = 2.0
LAST_SOFTNESS = 0.5
"""Of the last vote: sharper, as nothing follows it."""

ALL_ALIKE = math.inf

_pyramids = Pyramids()


def fill_stages(job: FillJob) -> Iterator[Stage]:
    """Up to `job.partials` intermediate pictures, then the result with fraction 1.

    Which intermediate pictures are asked for never changes the result.
    """
    if np.count_nonzero(job.hole) > LARGEST_MADE:
        yield from _stages_at_half(job)
        return
    sizes = _pyramids.of(job)
    if not sizes:
        yield from single_scale_stages(job)
        return
    shown = _shown(_first(sizes, job.quality), job.partials)
    for point, (field, fraction) in enumerate(_points(job, sizes)):
        if point in shown:
            yield Stage(enlarged_into(sizes[0].level, field.picture[..., :3]), fraction, METHOD)
    yield Stage(finished(field), 1.0, METHOD)


def _stages_at_half(job: FillJob) -> Iterator[Stage]:
    full = first_level(job.image, job.hole, job.known)
    small = halve(full)
    half = replace(job, image=small.image, hole=small.hole, known=small.usable | small.hole)
    for stage in fill_stages(half):
        yield replace(stage, image=enlarged_into(full, stage.image))


def _first(sizes: list[FillSize], quality: str) -> int:
    """The size PyPatchMatch starts at: as large as it is quick."""
    index = len(sizes) - 1
    while index > 0 and _is_quick(sizes[index - 1].level, quality):
        index -= 1
    return index


def _is_quick(level: Level, quality: str) -> bool:
    edge = START_EDGE.get(quality, START_EDGE["medium"])
    most = START_PIXELS.get(quality, START_PIXELS["medium"])
    return max(level.hole.shape) <= edge and int(np.count_nonzero(level.hole)) <= most


def _shown(first: int, partials: int) -> set[int]:
    """Which points to hand out: the earliest, then half the size, a quarter and so on."""
    half = max(first, 1)
    preferred = [0, *range(half, 0, -1), *range(half + 1, half + 1 + MAX_PARTIALS)]
    return set(preferred[:partials])


@dataclass(slots=True)
class _Progress:
    """Processor time spent and expected, in µs; only proportions matter."""

    expected: float
    spent: float = 0.0

    @property
    def fraction(self) -> float:
        return 0.99 * min(self.spent / self.expected, 1.0)


def _points(job: FillJob, sizes: list[FillSize]) -> Iterator[tuple[PatchField, float]]:
    """The field and the share of the work done, wherever there is something new to see.

    That is after the first start, after the best one, after each size and after each round of the
    full size. The field goes on changing: look at it at once.
    """
    first = _first(sizes, job.quality)
    progress = _Progress(_expected(job, sizes, first))
    starts = [_started(PatchField(sizes[first]), job, job.seed)]
    progress.spent += ROUGH_START
    yield starts[0], progress.fraction
    for number in range(_paintings(job, sizes[first])):
        seed = job.seed + 101 * number
        starts.append(_started(_painted(sizes[first], seed), job, seed))
        progress.spent += _start_work(sizes[first])
    field = min(starts[1:] or starts, key=PatchField.energy)
    yield field, progress.fraction
    rng = np.random.default_rng([job.seed & 0xFFFFFFFF, 1])
    for index in range(max(first - 1, 0), -1, -1):
        field = _finer(sizes[index], field, rng) if index < first else field
        rounds = _rounds(job, sizes[index], index)
        for turn in range(rounds):
            _round(field, job.seed + 1009 * index + turn, is_last=index == 0 and turn == rounds - 1)
            progress.spent += _round_work(sizes[index])
            if index == 0 and turn < rounds - 1:
                yield field, progress.fraction
        yield field, progress.fraction


def _paintings(job: FillJob, size: FillSize) -> int:
    """How often PyPatchMatch paints; not at all where so little is known that no halving helps."""
    if np.count_nonzero(size.level.hole) > MOST_PAINTED:
        return 0
    return STARTS.get(job.quality, STARTS["medium"])


def _expected(job: FillJob, sizes: list[FillSize], first: int) -> float:
    starts = ROUGH_START + _start_work(sizes[first]) * _paintings(job, sizes[first])
    indexes = range(max(first, 1))
    return starts + sum(
        _rounds(job, sizes[index], index) * _round_work(sizes[index]) for index in indexes
    )


def _start_work(size: FillSize) -> float:
    return 100.0 * float(np.count_nonzero(size.level.hole)) + 10_000


def _round_work(size: FillSize) -> float:
    return 1.0 * float(np.count_nonzero(size.level.hole)) + 1_000


def _rounds(job: FillJob, size: FillSize, index: int) -> int:
    if np.count_nonzero(size.level.hole) > LARGEST_SEARCHED:
        return 0
    rounds = ROUNDS.get(job.quality, ROUNDS["medium"])
    return rounds[min(index, len(rounds) - 1)]


def _painted(size: FillSize, seed: int) -> PatchField:
    """PyPatchMatch's fill of a size."""
    patchmatch.set_random_seed(seed & 0x7FFFFFFF)
    level = size.level
    image = painted(level)
    busy = texture(Level(image, level.hole, np.ones_like(level.hole)))
    field = PatchField(size)
    field.paint(np.dstack([image, busy])[level.hole])
    return field


def _started(field: PatchField, job: FillJob, seed: int) -> PatchField:
    """The field after as many rounds as make its energy comparable with others."""
    field.start_anywhere(np.random.default_rng([seed & 0xFFFFFFFF, 99]))
    reach = max(field.valid.shape)
    field.search(FIRST_SWEEPS, reach, seed)
    for turn in range(ROUNDS.get(job.quality, ROUNDS["medium"])[-1]):
        field.search(SWEEPS, reach, seed + turn)
        field.vote(SOFTNESS)
    field.search(SWEEPS, REACH, seed)
    return field


def _finer(size: FillSize, coarse: PatchField, rng: np.random.Generator) -> PatchField:
    """Twice the size, with the same sources."""
    field = PatchField(size)
    field.start_from(coarse, rng)
    field.vote(ALL_ALIKE)
    return field


def _round(field: PatchField, seed: int, *, is_last: bool) -> None:
    field.search(SWEEPS, REACH, seed)
    field.vote(LAST_SOFTNESS if is_last else SOFTNESS)
