"""The one place that starts tasks: it keeps them and reports what they raise."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


class Tasks:
    """Tasks of the window's loop. `report` receives an exception nobody awaited."""

    def __init__(
        self, loop: asyncio.AbstractEventLoop, report: Callable[[BaseException], None]
    ) -> None:
        self._loop = loop
        self._report = report
        self._live: set[asyncio.Task[Any]] = set()

    def start(self, coro: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Run `coro` in the background; `task.cancel()` stops it."""
        task = self._loop.create_task(coro)
        self._live.add(task)
        task.add_done_callback(self._done)
        return task

    def post(self, call: Callable[[], Any]) -> None:
        """Have `call` made on the window's thread, soon; any thread may ask."""
        self._loop.call_soon_threadsafe(call)

    async def cancel_all(self) -> None:
        """Cancel every task and wait until each has cleaned up after itself."""
        me = asyncio.current_task()
        live = [task for task in self._live if task is not me]
        for task in live:
            task.cancel()
        await asyncio.gather(*live, return_exceptions=True)

    def _done(self, task: asyncio.Task[Any]) -> None:
        self._live.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._report(error)
