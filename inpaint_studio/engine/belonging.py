"""A child process that ends with the one that started it, and leaves Ctrl+C to that."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading


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
