"""The one place that starts tasks: it keeps them, and what they raise is told."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any, TypeVar

from inpaint_studio.errors import StudioError

T = TypeVar("T")
Tell = Callable[[StudioError], object]


class Tasks:
    """Tasks of the window's loop.

    `tell` hears a StudioError that nobody caught, in whose words a person finds what to do, unless
    a task was started with a `failed` of its own; `report` any other exception, and that one too
    where there is no `tell`.
    """

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        report: Callable[[BaseException], None],
        tell: Tell | None = None,
    ) -> None:
        self._loop = loop
        self._report = report
        self._tell = tell or report
        self._live: set[asyncio.Task[Any]] = set()

    def start(
        self, coro: Coroutine[Any, Any, Any], failed: Tell | None = None
    ) -> asyncio.Task[Any]:
        """Run `coro` in the background; `task.cancel()` stops it."""
        task = self._loop.create_task(coro)
        self._live.add(task)
        task.add_done_callback(partial(self._done, failed or self._tell))
        return task

    def run(
        self, work: Callable[[], T], done: Callable[[T], object], failed: Tell | None = None
    ) -> asyncio.Task[Any]:
        """Have a worker do `work` beside the window, and then the window's thread go on with it."""
        return self.start(_worked(work, done), failed)

    def post(self, call: Callable[[], Any]) -> None:
        """Have `call` made on the window's thread, soon; any thread may ask."""
        self._loop.call_soon_threadsafe(call)

    def post_in(self, seconds: float, call: Callable[[], Any]) -> None:
        """Have `call` made after a while; only the window's thread may ask."""
        self._loop.call_later(seconds, call)

    async def cancel_all(self) -> None:
        """Cancel every task and wait until each has cleaned up after itself."""
        me = asyncio.current_task()
        live = [task for task in self._live if task is not me]
        for task in live:
            task.cancel()
        await asyncio.gather(*live, return_exceptions=True)

    def _done(self, tell: Tell, task: asyncio.Task[Any]) -> None:
        self._live.discard(task)
        if task.cancelled() or (error := task.exception()) is None:
            return
        if isinstance(error, StudioError):
            tell(error)
        else:
            self._report(error)


async def _worked(work: Callable[[], T], done: Callable[[T], object]) -> None:
    done(await asyncio.to_thread(work))
