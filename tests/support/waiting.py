"""Waiting for the window: for a signal where there is one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from PySide6.QtCore import SignalInstance

PATIENCE_S = 60.0


async def until(
    signal: SignalInstance, condition: Callable[[], bool], patience_s: float = PATIENCE_S
) -> None:
    """Wait for the first emission of `signal` at which `condition` holds."""
    reached = asyncio.get_running_loop().create_future()

    def look(*_: object) -> None:
        if condition() and not reached.done():
            reached.set_result(None)

    signal.connect(look)
    look()
    try:
        await asyncio.wait_for(reached, patience_s)
    finally:
        signal.disconnect(look)


async def eventually(condition: Callable[[], bool], patience_s: float = PATIENCE_S) -> None:
    """Wait for what no signal tells."""
    async with asyncio.timeout(patience_s):
        while not condition():  # noqa: ASYNC110 -- the state of a file or of X has no signal
            await asyncio.sleep(0.02)
