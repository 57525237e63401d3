"""asyncio's event loop on top of Qt's."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextvars import Context
from typing import Any

import qasync


class EventLoop(qasync.QEventLoop):  # type: ignore[misc]  # it has no types
    """qasync's loop without its question whether a callback is a coroutine function.

    qasync asks it for every callback, by a function that Python 3.14 deprecates (each call then
    costs a warning) and Python 3.16 no longer has. asyncio's own loops ask it in debug mode only.
    """

    def call_later(
        self,
        delay: float,
        callback: Callable[..., object],
        *args: Any,
        context: Context | None = None,
    ) -> asyncio.Handle:
        """Call back after `delay` seconds; the handle cancels that."""
        handle = asyncio.Handle(callback, args, self, context=context)
        self._add_callback(handle, delay)
        return handle
