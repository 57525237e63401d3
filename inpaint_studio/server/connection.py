"""uvicorn's connection with what it lacks: a deadline for heads, and an end to their number."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import cast

from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_LIMIT_S = 10.0

MAX_CONNECTIONS = 256
"""Far more than sixteen fills keep busy, far less than the 1,024 files a process may open."""


class BoundedConnection(H11Protocol):
    """Closes when no whole head has come `HEAD_LIMIT_S` seconds after the last answer or the start.

    Of too many connections the one that has waited longest without a request gives way; so whoever
    opens thousands cannot keep others out.
    """

    _head_timer: asyncio.TimerHandle | None = None
    _idle_since = 0.0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Start the clock, and make room."""
        super().connection_made(transport)
        self._await_head()
        if len(self.connections) > MAX_CONNECTIONS:
            _longest_idle(cast("Iterable[BoundedConnection]", self.connections)).close()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop the clock."""
        self._stop_clock()
        super().connection_lost(exc)

    def on_response_complete(self) -> None:
        """Start the clock for the next request."""
        self._await_head()
        super().on_response_complete()

    @property
    def is_idle(self) -> bool:
        """Whether no request is under way; one that just arrives counts as none."""
        cycle = cast("object | None", self.cycle)  # its type leaves out the time before a request
        return cycle is None or self.cycle.response_complete

    @property
    def idle_since(self) -> float:
        """The moment of the loop's clock at which it opened or was last answered."""
        return self._idle_since

    def close(self) -> None:
        """Close, and be counted no longer."""
        self.connections.discard(self)
        self.transport.close()

    def _await_head(self) -> None:
        self._stop_clock()
        self._idle_since = self.loop.time()
        self._head_timer = self.loop.call_later(HEAD_LIMIT_S, self._close_headless)

    def _stop_clock(self) -> None:
        if self._head_timer is not None:
            self._head_timer.cancel()

    def _close_headless(self) -> None:
        if self.is_idle:
            self.close()


def _longest_idle(connections: Iterable[BoundedConnection]) -> BoundedConnection:
    """The newest itself where all others are at work."""
    return min((each for each in connections if each.is_idle), key=lambda each: each.idle_since)
