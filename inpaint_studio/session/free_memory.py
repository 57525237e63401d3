"""Memory that is free goes back to the system once hands and endpoints rest.

glibc keeps what large pictures leave between small things: after ten runs 300 MB that nobody uses.
"""

from __future__ import annotations

import ctypes
import sys
import threading
from functools import partial

from PySide6.QtCore import QObject

from inpaint_studio.session.editor import Editor
from inpaint_studio.session.runs import Runs
from inpaint_studio.session.tasks import Tasks

_REST_S = 2.0


class FreeMemory(QObject):
    """Watches for the end of runs and for another picture; elsewhere than on glibc does nothing."""

    def __init__(self, editor: Editor, runs: Runs, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._runs = runs
        self._tasks = tasks
        self._begun = 0
        library = ctypes.CDLL(None) if sys.platform == "linux" else None
        self._trim = getattr(library, "malloc_trim", None)
        if self._trim is not None:
            for signal in (runs.pending_changed, editor.document_changed, editor.resized):
                signal.connect(self._begin_rest)

    def _begin_rest(self) -> None:
        self._begun += 1
        self._tasks.post_in(_REST_S, partial(self._end_rest, self._begun))

    def _end_rest(self, begun: int) -> None:
        if begun != self._begun:
            return  # something has happened since
        if self._editor.is_painting or self._runs.pending_count:
            self._begin_rest()
        elif self._trim is not None:
            # A thread without a loop: the window may be closing.
            threading.Thread(target=self._trim, args=(0,), daemon=True).start()
