"""How many requests may be under way at once, and who goes next."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class RunQueue:
    """A counting lock whose waiters may be put in front of the others; belongs to one loop."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._taken = 0
        self._waiting: deque[asyncio.Future[None]] = deque()

    def set_limit(self, limit: int) -> None:
        """Allow more or fewer; those under way go on."""
        self._limit = limit
        self._wake()

    @asynccontextmanager
    async def hold(self, *, first: bool = False) -> AsyncIterator[None]:
        """Wait for a slot and hold it; `first` goes before all who wait."""
        await self._take(first=first)
        try:
            yield
        finally:
            self._taken -= 1
            self._wake()

    async def _take(self, *, first: bool) -> None:
        if self._taken < self._limit and not self._waiting:
            self._taken += 1
            return
        turn = asyncio.get_running_loop().create_future()
        (self._waiting.appendleft if first else self._waiting.append)(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn in self._waiting:
                self._waiting.remove(turn)
            elif turn.done() and not turn.cancelled():
                self._taken -= 1  # the turn came as it was given up
                self._wake()
            raise

    def _wake(self) -> None:
        while self._waiting and self._taken < self._limit:
            turn = self._waiting.popleft()
            if not turn.done():
                self._taken += 1
                turn.set_result(None)
