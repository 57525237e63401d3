"""The process a fill runs in.

PyPatchMatch cannot be interrupted and keeps one random seed per process; a process of its own can
be ended at any moment and has a seed of its own.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from inpaint_studio.engine.protocol import FillCancelled, FillJob, Progress, Stage

LOOK_EVERY_S = 0.02
"""How often a waiting caller looks whether the result is still wanted."""


class WorkerLost(Exception):  # noqa: N818 -- an outcome, not a fault
    """The process ended by itself, for example for want of memory."""


class Worker:
    """One warm process. Not to be used by two threads at once."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._jobs, far_end = context.Pipe()
        self._process: BaseProcess = context.Process(
            target=_run, args=(far_end,), name="inpaint-studio-fill", daemon=True
        )
        self._process.start()
        far_end.close()
        self._sender: threading.Thread | None = None

    @property
    def is_alive(self) -> bool:
        """Whether it can take a job."""
        return self._process.is_alive()

    def fill(self, job: FillJob, progress: Progress, is_cancelled: Callable[[], bool]) -> Stage:
        """Return the last stage; afterwards, unless it returned, the worker is dead.

        Raises:
            FillCancelled: `is_cancelled` turned true.
            WorkerLost: the process died.
        """
        # A worker that is still starting does not read yet, and a pipe holds 64 KiB.
        self._sender = threading.Thread(target=self._send, args=(job,), daemon=True)
        self._sender.start()
        try:
            last = self._await(progress, is_cancelled)
        except (EOFError, OSError) as lost:
            self.kill()
            raise WorkerLost from lost
        except BaseException:
            self.kill()
            raise
        self._sender.join()
        return last

    def _send(self, job: FillJob) -> None:
        with contextlib.suppress(OSError):  # the process was killed
            self._jobs.send(job)

    def _await(self, progress: Progress, is_cancelled: Callable[[], bool]) -> Stage:
        while True:
            while not self._jobs.poll(LOOK_EVERY_S):
                if is_cancelled():
                    raise FillCancelled
            stage: Stage = self._jobs.recv()
            if stage.fraction >= 1.0:
                return stage
            progress(stage)
            if is_cancelled():
                raise FillCancelled

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


def _run(jobs: Connection) -> None:
    """Take jobs until the other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the owner's to answer
    threading.Thread(target=_end_with_owner, daemon=True).start()
    from inpaint_studio.engine.compiled import Readiness
    from inpaint_studio.engine.routes import fill_stages

    readiness = Readiness()
    with contextlib.suppress(EOFError, BrokenPipeError):
        while True:
            for stage in fill_stages(jobs.recv(), readiness):
                jobs.send(stage)


def _end_with_owner() -> None:
    """A native call would outlive a killed owner by seconds."""
    owner = multiprocessing.parent_process()
    if owner is not None:
        owner.join()
        os._exit(1)
