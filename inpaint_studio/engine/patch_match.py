"""The engine of the embedded endpoint: content-aware fill that needs no key and no network."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from inpaint_studio.contract.failures import FILL_FAILED, FILL_UNUSABLE
from inpaint_studio.contract.profile import LOCAL_FILL_MODEL
from inpaint_studio.engine.choices import Choices
from inpaint_studio.engine.compiled import Kernels
from inpaint_studio.engine.crop import crop_around, cut, put_back
from inpaint_studio.engine.protocol import EngineFault, FillCancelled, FillJob, Progress, Stage
from inpaint_studio.engine.worker import LOOK_EVERY_S, Cause, Worker, WorkerLost

NOTHING_TO_DO = "none"
"""The method of a fill without a hole."""

COMPILE_AFTER_S = 10.0
"""Without a fill: the kernels are compiled for whoever stays, and never beside a command's fills,
whose server ends with them."""

LOOK_WHETHER_IDLE_S = 0.5

MOST_WORKERS_TRIED = 3
"""For one fill: the first finds damaged kernels, the second that they are ready now."""


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
        self._closed = threading.Event()
        self._kernels = Kernels()
        self._choices = Choices()
        self._last_wanted = time.monotonic()

    def warm(self) -> None:
        """Start a worker ahead of the first fill; compile once nothing has been filled for long."""
        with self._lock:
            if not self._closed.is_set() and not self._idle:
                self._idle.append(Worker(self._kernels.folder))
        threading.Thread(target=self._compile_when_idle, name="compile", daemon=True).start()

    def close(self) -> None:
        """End every worker; running fills end with FillCancelled."""
        with self._lock:
            self._closed.set()
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
            EngineFault: the worker processes cannot work, or failed.
        """
        if not job.hole.any():
            return Stage(job.image.copy(), 1.0, NOTHING_TO_DO)
        crop = crop_around(job)
        part = cut(job, crop)

        def whole(stage: Stage) -> Stage:
            return replace(stage, image=put_back(job, crop, stage.image))

        def tell(stage: Stage) -> None:
            progress(whole(stage))

        with self._slot(is_cancelled):
            try:
                return whole(self._filled(part, tell, is_cancelled))
            except WorkerLost as lost:
                raise self._explained(lost) from lost

    def _filled(self, part: FillJob, progress: Progress, is_cancelled: Callable[[], bool]) -> Stage:
        """The last stage, from a worker that can do what was chosen for this picture."""
        for _ in range(MOST_WORKERS_TRIED):
            with self._worker() as worker:
                if not self._has_started(worker, is_cancelled):
                    continue
                uses_kernels = self._choices.uses_kernels(part, self._are_kernels_ready)
                if worker.kernels is not None or not uses_kernels:
                    return worker.fill(part, progress, is_cancelled, uses_kernels=uses_kernels)
                worker.kill()
        # Better no answer than one of another engine than its siblings'.
        self._choices.forget(part)
        raise EngineFault(FILL_FAILED, "its compiled part was lost")

    def _has_started(self, worker: Worker, is_cancelled: Callable[[], bool]) -> bool:
        """Whether it can work; damaged kernels are deleted, and others go on without."""
        try:
            worker.await_start(is_cancelled)
        except WorkerLost as lost:
            if lost.cause is not Cause.KERNELS:
                raise
            self._kernels.discard()
            return False
        return True

    def _are_kernels_ready(self) -> bool:
        return self._kernels.folder is not None

    def _explained(self, lost: WorkerLost) -> Exception:
        if self._closed.is_set():
            return FillCancelled()
        if lost.cause is Cause.MEMORY:
            return MemoryError(f"The fill was cut short: {lost.reason}.")
        code = FILL_UNUSABLE if lost.cause is Cause.START else FILL_FAILED
        return EngineFault(code, lost.reason)

    @contextmanager
    def _slot(self, is_cancelled: Callable[[], bool]) -> Iterator[None]:
        self._last_wanted = time.monotonic()
        while not self._free_slots.acquire(timeout=LOOK_EVERY_S):
            if is_cancelled():
                raise FillCancelled
        try:
            if is_cancelled():  # no worker has to be ended for it
                raise FillCancelled
            yield
        finally:
            self._free_slots.release()
            self._last_wanted = time.monotonic()

    @contextmanager
    def _worker(self) -> Iterator[Worker]:
        worker = self._take()
        try:
            yield worker
        finally:
            self._give_back(worker)

    def _take(self) -> Worker:
        with self._lock:
            if self._closed.is_set():
                raise FillCancelled
            self._idle = [worker for worker in self._idle if worker.is_alive]
            worker = self._idle.pop() if self._idle else Worker(self._kernels.folder)
            self._busy.add(worker)
            return worker

    def _give_back(self, worker: Worker) -> None:
        """Keep a living worker; start another for one that was cancelled: the next fill is quick.

        None for one that never worked, for the next would not either.
        """
        with self._lock:
            self._busy.discard(worker)
            if not self._closed.is_set():
                if worker.is_alive:
                    self._idle.append(worker)
                elif worker.has_started:
                    self._idle.append(Worker(self._kernels.folder))
                return
        worker.kill()

    def _compile_when_idle(self) -> None:
        while self._busy or time.monotonic() < self._last_wanted + COMPILE_AFTER_S:
            if self._closed.wait(LOOK_WHETHER_IDLE_S):
                return
        compiler = self._kernels.compiler()
        if compiler is None:
            return
        while compiler.is_alive() and not self._closed.wait(LOOK_WHETHER_IDLE_S):
            pass
        compiler.kill()
        compiler.join()
        self._renew()

    def _renew(self) -> None:
        """Have a worker with the new kernels ready in place of those without."""
        with self._lock:
            if self._closed.is_set() or not self._are_kernels_ready():
                return
            old, self._idle = self._idle, [Worker(self._kernels.folder)]
        for worker in old:
            worker.kill()
