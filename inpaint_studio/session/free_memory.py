"""Memory that nobody uses any more goes back to the system.

Three things keep it: Python finds objects that only hold each other at moments of its own, and for
a run or a document those are too rare; glibc keeps what lies free between small things, and after a
day that is hundreds of megabytes; and it puts large arrays there once one has been freed.
"""

from __future__ import annotations

import ctypes
import gc
import sys
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from inpaint_studio.session.editor import Editor
from inpaint_studio.session.runs import Runs

_LET_GO_MS = 500
"""Until then what still writes or shows it has let go of it, too."""
_M_MMAP_THRESHOLD = -3
"""Of `mallopt`, see `malloc.h`."""
_LARGE_BYTES = 16 << 20
"""A window's view of 2560 by 1440 px is below: allocated anew by the system, each step of the zoom
took 19 ms instead of 12."""


class FreeMemory(QObject):
    """Watches runs and documents; one for the process, once its window stands.

    It waits for the end of a stroke. What lies free is given back on glibc only.
    """

    def __init__(self, editor: Editor, runs: Runs, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._soon = QTimer(self, singleShot=True, interval=_LET_GO_MS)
        self._soon.timeout.connect(self._give_back)
        self._trim = _of_glibc("malloc_trim")
        take_large_arrays_from_the_system()
        # What is there by now stays; without this each look for what can go takes 120 ms, not 10.
        gc.freeze()
        changes = (runs.forgotten, runs.pending_changed, editor.document_changed, editor.resized)
        for signal in changes:
            signal.connect(self._soon.start)

    def _give_back(self) -> None:
        if self._editor.is_painting:
            self._soon.start()
            return
        gc.collect()
        if self._trim is not None:
            # A thread without a loop: the window may be closing.
            threading.Thread(target=self._trim, args=(0,), daemon=True).start()


def take_large_arrays_from_the_system() -> None:
    """Have each allocated by itself, and so given back the moment it is freed."""
    choose = _of_glibc("mallopt")
    if choose is not None:
        choose(_M_MMAP_THRESHOLD, _LARGE_BYTES)


def _of_glibc(name: str) -> Callable[..., int] | None:
    library = ctypes.CDLL(None) if sys.platform == "linux" else None
    return getattr(library, name, None)
