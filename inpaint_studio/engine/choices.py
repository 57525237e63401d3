"""Which fill a picture gets: the first choice holds for every later request of the same picture.

The variants of a run come as several requests, and nothing in them says so; but they are of one
picture and hole. So a run never mixes fills, and one request asked twice is answered alike, also
when the kernels become ready in between. No field of the contract is needed for it.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable

from inpaint_studio.engine.protocol import FillJob

REMEMBERED = 256
"""Subjects; 32 bytes each, and no run waits while so many others begin."""


class Choices:
    """Remembers the latest choices; for any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._uses_kernels: OrderedDict[bytes, bool] = OrderedDict()

    def uses_kernels(self, job: FillJob, are_ready: Callable[[], bool]) -> bool:
        """Whether the kernels fill it: as chosen before, else whether they `are_ready` now."""
        digest = job.input_digest()
        with self._lock:
            if digest not in self._uses_kernels:
                self._uses_kernels[digest] = are_ready()
            self._uses_kernels.move_to_end(digest)
            if len(self._uses_kernels) > REMEMBERED:
                self._uses_kernels.popitem(last=False)
            return self._uses_kernels[digest]

    def forget(self, job: FillJob) -> None:
        """Choose anew the next time."""
        with self._lock:
            self._uses_kernels.pop(job.input_digest(), None)
