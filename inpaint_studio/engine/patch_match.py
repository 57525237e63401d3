"""The engine of the embedded endpoint: content-aware fill that needs no key and no network."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import numpy as np

from inpaint_studio.contract.profile import LOCAL_FILL_MODEL
from inpaint_studio.engine.crop import crop_around, cut, put_back
from inpaint_studio.engine.protocol import FillCancelled, FillJob, Progress, Stage
from inpaint_studio.engine.worker import LOOK_EVERY_S, Worker, WorkerLost

NOTHING_TO_DO = "none"
"""The method of a fill without a hole."""


class PatchMatchEngine:
    """Fills holes with texture of the same picture; ignores every prompt.

    Each fill runs in a worker process that is kept for the next one and killed when the fill is
    cancelled, so a cancel takes effect within some 50 ms wherever the work stands. At most
    `workers` fills run at once (default: one per core, 2 to 4); further callers wait, cancellable.

    Time is bounded by `quality`, not by the picture: see `fill.HOLE_BUDGET`. A 12 megapixel photo
    with a 3 megapixel hole takes about 10 s at medium quality.
    """

    model = LOCAL_FILL_MODEL
    note = "Local content-aware fill; ignores the prompt."
    follows_prompt = False

    def __init__(self, workers: int | None = None) -> None:
        self._free_slots = threading.Semaphore(workers or min(4, max(2, os.cpu_count() or 1)))
        self._lock = threading.Lock()
        self._idle: list[Worker] = []
        self._busy: set[Worker] = set()
        self._closed = False

    def warm(self) -> None:
        """Start a worker ahead of the first fill."""
        with self._lock:
            if not self._closed and not self._idle:
                self._idle.append(Worker())

    def close(self) -> None:
        """End every worker; running fills end with FillCancelled."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
            busy = list(self._busy)
        for worker in idle:
            worker.kill()
        for worker in busy:
            worker.end()

    def fill(self, job: FillJob, progress: Progress, is_cancelled: Callable[[], bool]) -> Stage:
        """Return the picture with made pixels in its hole; see `Engine.fill`.

        Raises:
            FillCancelled: `is_cancelled` turned true, or the engine was closed.
            MemoryError: the machine could not hold the work.
        """
        if not job.hole.any():
            return Stage(job.image.copy(), 1.0, NOTHING_TO_DO)
        crop = crop_around(job)
        part = cut(job, crop)

        def whole(stage: Stage) -> Stage:
            return replace(stage, image=put_back(job, crop, stage.image))

        with self._slot(is_cancelled), self._worker() as worker:
            try:
                return whole(worker.fill(part, lambda stage: progress(whole(stage)), is_cancelled))
            except WorkerLost as lost:
                raise self._explained(job) from lost

    def _explained(self, job: FillJob) -> Exception:
        if self._closed:
            return FillCancelled()
        return MemoryError(f"the fill of a {np.count_nonzero(job.hole)} pixel hole was cut short")

    @contextmanager
    def _slot(self, is_cancelled: Callable[[], bool]) -> Iterator[None]:
        while not self._free_slots.acquire(timeout=LOOK_EVERY_S):
            if is_cancelled():
                raise FillCancelled
        try:
            yield
        finally:
            self._free_slots.release()

    @contextmanager
    def _worker(self) -> Iterator[Worker]:
        worker = self._take()
        try:
            yield worker
        finally:
            self._give_back(worker)

    def _take(self) -> Worker:
        with self._lock:
            if self._closed:
                raise FillCancelled
            self._idle = [worker for worker in self._idle if worker.is_alive]
            worker = self._idle.pop() if self._idle else Worker()
            self._busy.add(worker)
            return worker

    def _give_back(self, worker: Worker) -> None:
        """Keep a living worker; start another for a dead one, so that the next fill is quick."""
        with self._lock:
            self._busy.discard(worker)
            if not self._closed:
                self._idle.append(worker if worker.is_alive else Worker())
                return
        worker.kill()
