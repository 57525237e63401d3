"""The embedded endpoint, seen from the window: started when needed, restarted if it dies."""

from __future__ import annotations

import asyncio

from inpaint_studio.server.child import ServerAddress, ServerChild

_START_TIMEOUT_S = 20.0


class LocalServer:
    """One child process; every caller gets the address of a living one."""

    def __init__(self) -> None:
        self._child = ServerChild()
        self._address: ServerAddress | None = None
        self._starting = asyncio.Lock()

    @property
    def ready(self) -> ServerAddress | None:
        """Where it listens already; None where it would have to be started first."""
        return self._address if self._address is not None and self._child.is_alive else None

    async def address(self) -> ServerAddress:
        """Where the child listens; starts it (again) where it does not.

        Raises:
            StudioError: it does not start; the words hold what it said.
        """
        async with self._starting:
            if self._address is None or not self._child.is_alive:
                self._address = await asyncio.to_thread(self._child.start, _START_TIMEOUT_S)
            return self._address

    async def stop(self) -> None:
        """End the child."""
        self._address = None
        await asyncio.to_thread(self._child.stop)
