"""uvicorn's connection with a deadline for the first request's head, which uvicorn lacks."""

from __future__ import annotations

import asyncio
from typing import cast

from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_LIMIT_S = 10.0


class DeadlineProtocol(H11Protocol):
    """Closes a connection that has not sent a whole head within `HEAD_LIMIT_S` seconds."""

    _head_timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Start the clock."""
        super().connection_made(transport)
        self._head_timer = self.loop.call_later(HEAD_LIMIT_S, self._close_headless)

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop the clock."""
        if self._head_timer is not None:
            self._head_timer.cancel()
        super().connection_lost(exc)

    def _close_headless(self) -> None:
        if cast("object", self.cycle) is None:  # its type leaves out the time before a request
            self.transport.close()
