"""A child process of the engine's: how it is started, and that it ends with its owner."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from multiprocessing.process import BaseProcess
from typing import Any


def started(target: Callable[..., Any], args: tuple[Any, ...], name: str) -> BaseProcess:
    """A new process that calls `target`, which has to be importable; any thread may ask."""
    # The child is given this process's sys.path. While OpenCV is being imported its own folder
    # stands there, and a child that starts just then takes cv2/typing for Python's typing and ends.
    import cv2  # noqa: F401 -- waits where another thread is at it

    context = multiprocessing.get_context("spawn")
    process = context.Process(target=target, args=args, name=name, daemon=True)
    process.start()
    return process


def belong_to_owner() -> None:
    """To be called first in the child."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_owner, daemon=True).start()


def _end_with_owner() -> None:
    """A native call would outlive a killed owner by seconds."""
    owner = multiprocessing.parent_process()
    if owner is not None:
        owner.join()
        os._exit(1)
