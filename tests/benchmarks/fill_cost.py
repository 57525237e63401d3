"""What the embedded fill costs beside its quality: variants, 8K, partials, and how it is left.

Photos are those of `engine`; times are processor time but for the cancel.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from itertools import pairwise

import cv2
import numpy as np
import patchmatch

from inpaint_studio.engine.compiled import compile_now
from inpaint_studio.engine.crop import crop_around, cut
from inpaint_studio.engine.patch_match import PatchMatchEngine
from inpaint_studio.engine.protocol import FillCancelled, FillJob, Pixels
from tests.benchmarks._fill_peak import measured
from tests.benchmarks._photos import Case, cases, fetch
from tests.benchmarks.report import Row, at_least, at_most

VARIANTS = 4
PHOTOS = 3
LARGE_WIDTH, LARGE_HOLE = 7680, 0.05
CANCELLED_AFTER_S = (0.1, 0.4, 0.8, 1.6)


def rows() -> list[Row]:
    """Measure everything; some five minutes."""
    fetch()
    compile_now()
    some = [case for case in cases() if max(case.truth.shape) == 1024][:PHOTOS]
    return [_variants(some), *_large(), *_partials(some), _cancel(some[0])]


def _variants(some: list[Case]) -> Row:
    own = sum(_seconds_of(case, seed) for case in some for seed in range(VARIANTS))
    start = time.process_time()
    for case in some:
        for seed in range(VARIANTS):
            patchmatch.set_random_seed(seed)
            patchmatch.inpaint(case.damaged, case.hole, patch_size=3)
    peer = time.process_time() - start
    return at_most("CPU of n = 4, to four PyPatchMatch runs", own, "s", peer, 0.6)


def _seconds_of(case: Case, seed: int) -> float:
    start = time.process_time()
    for _ in _stages(case, seed, partials=0):
        pass
    return time.process_time() - start


def _stages(case: Case, seed: int, partials: int) -> Iterator[tuple[Pixels, float]]:
    """Pictures of the crop around the hole, and the processor time each came at."""
    from inpaint_studio.engine.multiscale import fill_stages  # needs the compiled kernels

    known = np.ones_like(case.hole)
    job = FillJob(case.damaged, case.hole, known, seed=seed, partials=partials)
    start = time.process_time()
    for stage in fill_stages(cut(job, crop_around(job))):
        yield stage.image, time.process_time() - start


def _large() -> list[Row]:
    took = measured(LARGE_WIDTH, LARGE_HOLE)
    return [
        at_most("CPU of 8K with a hole of 5 %", took.seconds, "s", 30.0, 1.0),
        at_most("peak memory of 8K with a hole of 5 %", took.peak_gb, "GB", 1.2, 1.0),
    ]


def _partials(some: list[Case]) -> list[Row]:
    """The worst of the pictures: what the first costs, how near the last is, and the way there."""
    first, last, rise = 0.0, float("inf"), float("inf")
    for case in some:
        *early, (final, whole) = _stages(case, seed=1, partials=3)
        near = [_soft_psnr(image, final, case) for image, _ in early]
        print(f"{case.name}: {near} dB", file=sys.stderr)
        first = max(first, early[0][1] / whole)
        last = min(last, near[-1])
        rise = min(rise, *(after - before for before, after in pairwise(near)))
    return [
        at_most("first partial, share of the time", first, "", 0.25, 1.0),
        at_least("last partial, low-pass PSNR to the result", last, "dB", 35.0, 1.0),
        at_least("least rise from partial to partial, and 100", 100 + rise, "dB", 100.0, 1.0),
    ]


def _soft_psnr(one: Pixels, two: Pixels, case: Case) -> float:
    crop = crop_around(FillJob(case.damaged, case.hole, case.hole))
    soft = [cv2.GaussianBlur(image.astype(np.float32), (0, 0), 8) for image in (one, two)]
    error = float(np.square(soft[0] - soft[1])[case.hole[crop]].mean())
    return float(10 * np.log10(65025 / max(error, 1e-3)))


def _cancel(case: Case) -> Row:
    """The longest of several, by the clock, each at another point of the work."""
    engine = PatchMatchEngine(workers=1)
    known = np.ones_like(case.hole)
    job = FillJob(case.damaged, case.hole, known, quality="high")
    slowest = max(_time_to_leave(engine, job, after) for after in CANCELLED_AFTER_S)
    engine.close()
    return at_most("from cancel to free", slowest, "s", 0.2, 1.0)


def _time_to_leave(engine: PatchMatchEngine, job: FillJob, after_s: float) -> float:
    asked = threading.Event()
    moment = [0.0]

    def ask() -> None:
        moment[0] = time.monotonic()
        asked.set()

    timer = threading.Timer(after_s, ask)
    timer.start()
    try:
        engine.fill(job, lambda _: None, asked.is_set)
    except FillCancelled:
        return time.monotonic() - moment[0]
    timer.cancel()
    return 0.0
