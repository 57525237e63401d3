"""What the history could not take when it came: tried again until it does, in its order."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from inpaint_studio.errors import HistoryError

RETRY_S = 2.0
MOST_BYTES = 512 << 20
"""Of partials that wait: a disk may stay full for days. Results wait whatever they take."""


@dataclass(frozen=True, slots=True, eq=False)
class _Write:
    keep: Callable[[], object]
    byte_count: int
    copy: Path | None

    def forget_copy(self) -> None:
        if self.copy is not None:
            with suppress(OSError):
                self.copy.unlink(missing_ok=True)


class Backlog:
    """Writes that wait for room, rights or another program; any thread may add to them.

    `caught_up` is called by the thread that works them off, when the last has been written.
    `reason` is why they could not be written; while there is one, what comes later waits behind.
    """

    def __init__(self, caught_up: Callable[[], object] = lambda: None) -> None:
        self._caught_up = caught_up
        self.reason: HistoryError | None = None
        self._waiting: deque[_Write] = deque()
        self._changed = threading.Condition()
        self._worker: threading.Thread | None = None
        self._closes = False

    def has_room_for(self, byte_count: int) -> bool:
        """Whether as much more may wait that can be done without."""
        held = sum(each.byte_count for each in list(self._waiting))
        return held + byte_count <= MOST_BYTES

    def add(
        self,
        keep: Callable[[], object],
        reason: HistoryError,
        *,
        byte_count: int = 0,
        copy: Path | None = None,
    ) -> None:
        """Have `keep` called until the history takes it; then `copy` has had its day."""
        with self._changed:
            self.reason = reason
            self._waiting.append(_Write(keep, byte_count, copy))
            if self._worker is None and not self._closes:
                self._worker = threading.Thread(target=self._work, name="backlog", daemon=True)
                self._worker.start()

    def close(self) -> None:
        """Try all once more; what is not taken then stays where it was copied to."""
        with self._changed:
            self._closes = True
            self._changed.notify()
            worker = self._worker
        if worker is not None:
            worker.join()

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._closes, RETRY_S)
                is_last = self._closes
            self._work_off()
            with self._changed:
                if not self._waiting:
                    self.reason = None
                if is_last or not self._waiting:
                    self._worker = None
                    break
        if self.reason is None:
            self._caught_up()

    def _work_off(self) -> None:
        while self._waiting:
            write = self._waiting[0]
            try:
                write.keep()
            except HistoryError as error:
                if can_be_tried_again(error):
                    return
            else:
                write.forget_copy()
            self._waiting.popleft()


def can_be_tried_again(error: HistoryError) -> bool:
    """Whether the disk or another program was in the way, and not a run that has been deleted."""
    return error.__cause__ is not None
