"""Threads that compute: they give way to the one that follows the hand."""

from __future__ import annotations

import os
import sys
import threading

_LESS = 5
"""Niceness above the window's: a third of its share of a processor both want."""


def lower_own_priority() -> None:
    """Let the calling thread run where nobody waits for a processor; Linux only.

    Elsewhere a priority belongs to the process, or rises by itself in whoever has waited.
    """
    if sys.platform == "linux":
        thread = threading.get_native_id()
        os.setpriority(os.PRIO_PROCESS, thread, os.getpriority(os.PRIO_PROCESS, thread) + _LESS)
