"""How many pixels may be decoded at once in this process: by their number, not that of pictures."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from inpaint_studio.picture.geometry import MAX_PIXELS

SMALL = 4_000_000
"""Pixels of a picture that never waits, so that nobody who is waited for does."""


class DecodingBudget:
    """Pixels that are handed out to threads; what is more than all of them is worked on alone."""

    def __init__(self, limit: int) -> None:
        self._left = self._limit = limit
        self._changed = threading.Condition()
        self._mine = threading.local()

    def try_take(self, pixels: int) -> bool:
        """Take them if they are there; `give_back` them."""
        with self._changed:
            if pixels > self._left:
                return False
            self._left -= pixels
            return True

    def give_back(self, pixels: int) -> None:
        """They are free again."""
        with self._changed:
            self._left += pixels
            self._changed.notify_all()

    @contextmanager
    def hold(self, pixels: int) -> Iterator[None]:
        """Wait for them and hold them; what is decoded inside by the same thread waits no more."""
        if pixels <= SMALL or getattr(self._mine, "holds", False):
            yield
            return
        pixels = min(pixels, self._limit)
        with self._changed:
            self._changed.wait_for(lambda: pixels <= self._left)
            self._left -= pixels
        self._mine.holds = True
        try:
            yield
        finally:
            self._mine.holds = False
            self.give_back(pixels)


WORK = DecodingBudget(MAX_PIXELS)
"""What is being decoded and put into its place: some twelve bytes each while it lasts."""

AHEAD = DecodingBudget(64_000_000)
"""What is decoded while it still comes, four bytes each: four streams of 16 megapixels."""
