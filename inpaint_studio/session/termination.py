"""Ending when the system says so: SIGTERM, a closed terminal, Ctrl+C, the end of a login."""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable

PATIENCE_S = 1.5
"""A login that ends kills what is still there after a few seconds."""
_SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")


def on_termination(post: Callable[[Callable[[], None]], None], end: Callable[[], None]) -> None:
    """Have `end` called on the window's thread by `post`, then end by the signal that came.

    A thread of its own waits: a window that hangs is ended too, after `PATIENCE_S`. Windows sends
    no such signals.
    """
    if sys.platform == "win32":
        return
    reading, writing = socket.socketpair()
    writing.setblocking(False)
    signal.set_wakeup_fd(writing.fileno(), warn_on_full_buffer=False)
    for name in _SIGNALS:
        signal.signal(getattr(signal, name), _left_to_the_thread)

    def wait() -> None:
        number = reading.recv(1)[0]
        writing.close()
        post(lambda: _end(end, number))
        time.sleep(PATIENCE_S)
        os._exit(128 + number)

    threading.Thread(target=wait, name="termination", daemon=True).start()


def end_in_time(end: Callable[[], None], seconds: float = PATIENCE_S) -> None:
    """End the process in so many seconds at the latest, whatever its threads still compute.

    `end` is called last, on a thread of its own; it may put another process in place of this one.
    """

    def wait() -> None:
        time.sleep(seconds)
        end()
        os._exit(0)

    threading.Thread(target=wait, name="ending", daemon=True).start()


def _left_to_the_thread(_number: int, _frame: object) -> None:
    """Python calls this between two lines of any slot: nothing may be done here."""


def _end(end: Callable[[], None], number: int) -> None:
    try:
        end()
    finally:
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)
