"""One thread with an asyncio loop of its own for everything that streams.

Megabytes of base64 that pass the window's loop cost it hundreds of milliseconds; here they cost it
nothing. Coroutines run on this loop and are awaited from the window's.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class IoThread:
    """Starts with the first `run`, ends with `stop`."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._started = threading.Event()

    async def run(self, coro: Coroutine[Any, Any, T]) -> T:
        """Run `coro` on the thread's loop; cancelling the caller cancels it there."""
        future = asyncio.run_coroutine_threadsafe(coro, self._running_loop())
        return await asyncio.wrap_future(future)

    def wake(self, call: Callable[[], Any]) -> None:
        """Have `call` made on the thread's loop, soon; any thread may ask."""
        self._running_loop().call_soon_threadsafe(call)

    def stop(self) -> None:
        """Cancel what still runs there and end the thread; may be called twice."""
        if self._loop is None or self._thread is None:
            return
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop = self._thread = None
        self._started.clear()

    def _running_loop(self) -> asyncio.AbstractEventLoop:
        if self._loop is None:
            self._thread = threading.Thread(target=self._main, name="io", daemon=True)
            self._thread.start()
            self._started.wait()
        assert self._loop is not None
        return self._loop

    def _main(self) -> None:
        # A selector loop by name: a global policy may hand out the window's kind of loop.
        with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
            self._loop = runner.get_loop()
            self._started.set()
            self._loop.run_forever()
