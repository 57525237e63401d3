"""How many decoded pictures may be in work at once: by their bytes, not by their number."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from inpaint_studio.engine.protocol import FillCancelled

LIMIT_BYTES = 2_400_000_000
"""A request for the largest picture there may be, 100 megapixels, or ninety of one megapixel."""

BASE_BYTES, VARIANT_BYTES = 12, 12
"""Per pixel of a request, and of each of its variants in work; both together measured 22."""


class PixelBudget:
    """Hands out bytes in the order they are asked for; belongs to one loop."""

    def __init__(self, limit: int = LIMIT_BYTES) -> None:
        self._left = self._limit = limit
        self._waiting: deque[tuple[int, asyncio.Future[None]]] = deque()

    def variants_at_once(self, pixels: int, count: int) -> int:
        """How many variants of a request may be in work side by side; one at least."""
        fitting = (self._limit // max(1, pixels) - BASE_BYTES) // VARIANT_BYTES
        return max(1, min(count, fitting))

    @asynccontextmanager
    async def hold(
        self, pixels: int, variants: int, left: asyncio.Future[None]
    ) -> AsyncIterator[None]:
        """Wait for what the variants of a request take, and hold it.

        Raises:
            FillCancelled: its caller `left` first.
        """
        count = min(self._limit, pixels * (BASE_BYTES + variants * VARIANT_BYTES))
        turn = asyncio.get_running_loop().create_future()
        self._waiting.append((count, turn))
        self._wake()
        try:
            await asyncio.wait((turn, left), return_when=asyncio.FIRST_COMPLETED)
            if not turn.done():
                raise FillCancelled
            yield
        finally:
            if turn.done():
                self._left += count
            else:
                self._waiting.remove((count, turn))
            self._wake()

    def _wake(self) -> None:
        while self._waiting and self._waiting[0][0] <= self._left:
            count, turn = self._waiting.popleft()
            self._left -= count
            turn.set_result(None)
