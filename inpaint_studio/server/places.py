"""Who may be at work here at once: so many requests, and no address more than its share."""

from __future__ import annotations

from collections import Counter

MAX_REQUESTS = 256
"""Far more than sixteen fills keep busy, far less than the files a process may open."""

MAX_OF_ONE_ADDRESS = MAX_REQUESTS // 2


class Places:
    """Counts the requests that were let in; belongs to one loop."""

    def __init__(self) -> None:
        self._taken: Counter[str] = Counter()

    def take(self, address: str) -> bool:
        """Whether there was a place."""
        if self._taken.total() >= MAX_REQUESTS or self._taken[address] >= MAX_OF_ONE_ADDRESS:
            return False
        self._taken[address] += 1
        return True

    def leave(self, address: str) -> None:
        """Give a place back."""
        self._taken[address] -= 1
        if not self._taken[address]:
            del self._taken[address]
