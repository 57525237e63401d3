"""The process a fill runs in.

PyPatchMatch cannot be interrupted and keeps one random seed per process; a process of its own can
be ended at any moment and has a seed of its own.
"""

from __future__ import annotations

import contextlib
import faulthandler
import multiprocessing
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from multiprocessing.connection import Connection
from pathlib import Path

from inpaint_studio.engine.belonging import belong_to_owner, started
from inpaint_studio.engine.protocol import FillCancelled, FillJob, Progress, Stage

LOOK_EVERY_S = 0.02
"""How often a waiting caller looks whether the result is still wanted."""

_REASON_SHOWN = 300


class Cause(Enum):
    """What took a worker away."""

    START = "it could not be started or loaded"
    KERNELS = "the compiled kernels could not be loaded"
    FILL = "the fill is at fault"
    MEMORY = "there was not enough memory"


class WorkerLost(Exception):  # noqa: N818 -- an outcome, not a fault
    """The process is gone; its traceback, if Python had one, is on stderr.

    `reason` is one line: the exception, or how the process ended.
    """

    def __init__(self, cause: Cause, reason: str) -> None:
        super().__init__(reason)
        self.cause = cause
        self.reason = reason


@dataclass(frozen=True, slots=True)
class _Ready:
    """The first message: everything is loaded."""


@dataclass(frozen=True, slots=True)
class _LastWords:
    """The last message of a worker that an exception ends."""

    cause: Cause
    reason: str


class Worker:
    """One warm process. Not to be used by two threads at once.

    With `kernels`, the folder they were compiled into, it can run the multi-scale fill, too.
    """

    def __init__(self, kernels: Path | None) -> None:
        self.kernels = kernels
        self.has_started = False
        self._jobs, far_end = multiprocessing.get_context("spawn").Pipe()
        self._process = started(_run, (far_end, kernels), "inpaint-studio-fill")
        far_end.close()
        self._sender: threading.Thread | None = None

    @property
    def is_alive(self) -> bool:
        """Whether it can take a job."""
        return self._process.is_alive()

    def await_start(self, is_cancelled: Callable[[], bool]) -> None:
        """Wait until it has loaded what it needs; unless this returns, the worker is dead.

        Raises:
            FillCancelled: `is_cancelled` turned true.
            WorkerLost: it cannot work.
        """
        if not self.has_started:
            with self._dying():
                self._receive(is_cancelled)
        self.has_started = True

    def fill(
        self,
        job: FillJob,
        progress: Progress,
        is_cancelled: Callable[[], bool],
        *,
        uses_kernels: bool,
    ) -> Stage:
        """Return the last stage; afterwards, unless it returned, the worker is dead.

        Raises:
            FillCancelled: `is_cancelled` turned true.
            WorkerLost: the process died.
        """
        # A pipe holds 64 KiB, and a worker that is asked to stop does not read.
        self._sender = threading.Thread(target=self._send, args=(job, uses_kernels), daemon=True)
        self._sender.start()
        with self._dying():
            last = self._await(progress, is_cancelled)
        self._sender.join()
        return last

    @contextlib.contextmanager
    def _dying(self) -> Iterator[None]:
        """Whatever is raised inside is the end of the worker."""
        try:
            yield
        except (EOFError, OSError) as lost:
            ended = self._ended()
            self.kill()
            raise ended from lost
        except BaseException:
            self.kill()
            raise

    def _ended(self) -> WorkerLost:
        """How a process ended that has said nothing."""
        self._process.join(1.0)
        code = self._process.exitcode or 0
        if code == -getattr(signal, "SIGKILL", 9):
            # Nobody else kills it but those who then say that they have cancelled.
            return WorkerLost(Cause.MEMORY, "the system has ended its process")
        how = signal.strsignal(-code) if code < 0 else f"status {code}"
        loading = Cause.START if self.kernels is None else Cause.KERNELS
        cause = Cause.FILL if self.has_started else loading
        return WorkerLost(cause, f"its process ended: {how}")

    def _send(self, job: FillJob, uses_kernels: bool) -> None:
        with contextlib.suppress(OSError):  # the process was killed
            self._jobs.send((job, uses_kernels))

    def _await(self, progress: Progress, is_cancelled: Callable[[], bool]) -> Stage:
        while True:
            stage = self._receive(is_cancelled)
            assert isinstance(stage, Stage)
            if stage.fraction >= 1.0:
                return stage
            progress(stage)
            if is_cancelled():
                raise FillCancelled

    def _receive(self, is_cancelled: Callable[[], bool]) -> Stage | _Ready:
        while not self._jobs.poll(LOOK_EVERY_S):
            if is_cancelled():
                raise FillCancelled
        message: Stage | _Ready | _LastWords = self._jobs.recv()
        if isinstance(message, _LastWords):
            raise WorkerLost(message.cause, message.reason)
        return message

    def end(self) -> None:
        """End the process now, whatever it is doing; a fill under way raises WorkerLost."""
        self._process.kill()
        self._process.join()

    def kill(self) -> None:
        """End the process and let go of what belongs to it; not while another thread fills."""
        self.end()
        if self._sender is not None:
            self._sender.join()
        self._jobs.close()


def _run(jobs: Connection, kernels: Path | None) -> None:
    """Load, then take jobs until the other end is closed."""
    faulthandler.enable()
    belong_to_owner()
    with _telling(jobs, Cause.START):
        from inpaint_studio.engine.routes import fill_stages
    if kernels is not None:
        with _telling(jobs, Cause.KERNELS):
            from inpaint_studio.engine.compiled import load

            load(kernels)
    with contextlib.suppress(BrokenPipeError):
        jobs.send(_Ready())
    while (task := _next(jobs)) is not None:
        with _telling(jobs, Cause.FILL), contextlib.suppress(BrokenPipeError):
            for stage in fill_stages(*task):
                jobs.send(stage)


def _next(jobs: Connection) -> tuple[FillJob, bool] | None:
    """The next job, and whether to use the kernels; None once nobody is there to give one."""
    with contextlib.suppress(EOFError, OSError):
        task: tuple[FillJob, bool] = jobs.recv()
        return task
    return None


@contextlib.contextmanager
def _telling(jobs: Connection, cause: Cause) -> Iterator[None]:
    """An exception inside is written down, told to the owner, and ends the process."""
    try:
        yield
    except Exception as fault:
        cause = Cause.MEMORY if isinstance(fault, MemoryError) else cause
        when = time.strftime("%Y-%m-%d %H:%M:%S")
        # First: once the owner knows, it ends this process.
        sys.stderr.write(f"{when} Local fill: {cause.value}\n{traceback.format_exc()}")
        sys.stderr.flush()
        reason = f"{type(fault).__name__}: {fault}"[:_REASON_SHOWN]
        with contextlib.suppress(OSError):
            jobs.send(_LastWords(cause, reason))
        raise SystemExit(1) from fault
