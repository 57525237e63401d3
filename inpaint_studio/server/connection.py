"""uvicorn's connection with what it lacks: a deadline for heads, and an end to their number."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable
from typing import cast

from uvicorn.protocols.http.h11_impl import H11Protocol

from inpaint_studio.server.guard import CONNECTION

HEAD_LIMIT_S = 10.0

MAX_CONNECTIONS = 512
"""More than may be at work: those beyond are told so, which takes a connection."""

MOST_OPEN = 2 * MAX_CONNECTIONS
"""Beyond, the newest is closed without a word."""

HEAD_PATIENCE_S = 0.5
"""A connection that has brought no head for so long may give way: that of an honest caller comes at
once."""


class BoundedConnection(H11Protocol):
    """Closes when no whole head has come `HEAD_LIMIT_S` seconds after the last answer or the start.

    Of too many connections those give way first whose request was refused, then the one that has
    waited longest without a request, of the address that has most; so whoever opens thousands
    cannot keep others out.
    """

    _head_timer: asyncio.TimerHandle | None = None
    _idle_since = 0.0
    _is_refused = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Start the clock, and make room."""
        super().connection_made(transport)
        self.app_state = {**self.app_state, CONNECTION: self}
        self._await_head()
        if len(self.connections) > MOST_OPEN:
            self.abort()
        elif len(self.connections) > MAX_CONNECTIONS and not self._make_room():
            self.loop.call_later(HEAD_PATIENCE_S, self._make_room)

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
    def is_refused(self) -> bool:
        """Whether its request was refused."""
        return self._is_refused

    @property
    def idle_since(self) -> float:
        """The moment of the loop's clock at which it opened, or was last answered or refused."""
        return self._idle_since

    @property
    def address(self) -> str:
        """Where it comes from."""
        return self.client[0] if self.client else ""

    def refuse(self) -> None:
        """It is the first to give way from now on."""
        self._is_refused, self._idle_since = True, self.loop.time()

    def close(self) -> None:
        """Close, and be counted no longer."""
        self.connections.discard(self)
        self.transport.close()

    def abort(self) -> None:
        """Close now, whatever is still to be sent."""
        self.connections.discard(self)
        self.transport.abort()

    def _make_room(self) -> bool:
        """Have another give way, where there are too many; whether there is room now."""
        others = cast("Iterable[BoundedConnection]", self.connections)
        if len(self.connections) <= MAX_CONNECTIONS:
            return True
        giving_way = _first_to_close(others, self.loop.time() - HEAD_PATIENCE_S)
        if giving_way is not None:
            giving_way.close()
        return giving_way is not None

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


def _first_to_close(
    connections: Iterable[BoundedConnection], idle_before: float
) -> BoundedConnection | None:
    """None where all are at work, or so new that their request may be on its way."""
    refused = [each for each in connections if each.is_refused]
    if refused:
        return min(refused, key=lambda each: each.idle_since)
    idle = [each for each in connections if each.is_idle and each.idle_since < idle_before]
    crowds = Counter(each.address for each in idle)
    return min(idle, key=lambda each: (-crowds[each.address], each.idle_since), default=None)
