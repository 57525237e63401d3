"""Memory that is free goes back to the system once hands and endpoints rest.

glibc keeps what large pictures leave between small things: after ten runs 300 MB that nobody uses.
"""

from __future__ import annotations

import ctypes
import sys
import threading

from PySide6.QtCore import QObject, QTimer

from inpaint_studio.session.editor import Editor
from inpaint_studio.session.runs import Runs

_REST_S = 2.0


class FreeMemory(QObject):
    """Watches for the end of runs and for another picture; elsewhere than on glibc does nothing."""

    def __init__(self, editor: Editor, runs: Runs, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._runs = runs
        self._rest = QTimer(self, singleShot=True, interval=round(_REST_S * 1000))
        self._rest.timeout.connect(self._end_rest)
        library = ctypes.CDLL(None) if sys.platform == "linux" else None
        self._trim = getattr(library, "malloc_trim", None)
        if self._trim is not None:
            for signal in (runs.pending_changed, editor.document_changed, editor.resized):
                signal.connect(self._begin_rest)

    def _begin_rest(self) -> None:
        self._rest.start()

    def _end_rest(self) -> None:
        if self._editor.is_painting or self._runs.pending_count:
            self._begin_rest()
        elif self._trim is not None:
            # A thread without a loop: the window may be closing.
            threading.Thread(target=self._trim, args=(0,), daemon=True).start()
