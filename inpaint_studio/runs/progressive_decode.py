"""Decoding ahead: the picture a stream is bringing takes shape before its last byte is there."""

from __future__ import annotations

import threading
from collections import deque
from concurrent.futures import Executor
from contextlib import suppress

from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.progressive_decode import ProgressivePicture

_LEAST_BYTES = 64 * 1024
_BATCH_BYTES = 512 * 1024
"""Decoded at a time, 10 ms for a PNG: four streams take turns on one worker."""


class ProgressiveDecoder:
    """Watches one stream. `begin` and `take` only note what comes; `workers` do the work.

    Holds one picture and its file at most: a stream goes on when its last picture was taken in.
    """

    def __init__(self, workers: Executor) -> None:
        self._workers = workers
        self._decoding = ProgressivePicture()
        self._waiting: deque[bytes] = deque()
        self._waiting_bytes = 0
        self._works = False
        self._turn = threading.Lock()  # held while decoding
        self._notes = threading.Lock()  # held for moments

    def begin(self) -> None:
        """A picture begins; the former one is over."""
        with self._notes:
            self._decoding = ProgressivePicture()
            self._waiting, self._waiting_bytes = deque(), 0

    def take(self, piece: bytes) -> None:
        """The next bytes of its file."""
        with self._notes:
            self._waiting.append(piece)
            self._waiting_bytes += len(piece)
            starts = self._waiting_bytes >= _LEAST_BYTES and not self._works
            self._works = self._works or starts
        if starts:
            self._ask_for_turn()

    def pixels(self, data: bytes) -> Pixels | None:
        """BGRA of the file `data`, if it is the one that came and was plain; for a worker."""
        with self._turn:
            while self._feed_next():
                pass
            decoding, self._decoding = self._decoding, ProgressivePicture()
            return decoding.finish(data)

    def _work(self) -> None:
        """Decode a batch, then let others have a turn."""
        with self._turn:
            self._feed_next()
        with self._notes:
            self._works = self._waiting_bytes >= _LEAST_BYTES
            goes_on = self._works
        if goes_on:
            self._ask_for_turn()

    def _ask_for_turn(self) -> None:
        # A pool that has been shut down says so with a RuntimeError; nobody looks at the picture.
        with suppress(RuntimeError):
            self._workers.submit(self._work)

    def _feed_next(self) -> bool:
        """Decode the next batch of what waits; whether there was any."""
        batch, size = [], 0
        with self._notes:
            decoding = self._decoding
            while self._waiting and size < _BATCH_BYTES:
                batch.append(self._waiting.popleft())
                size += len(batch[-1])
            self._waiting_bytes -= size
        if batch:
            decoding.feed(b"".join(batch))
        return bool(batch)
