"""Deferred writes of rows from the window's thread, which waits for no other program."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from inpaint_studio.errors import HistoryError
from inpaint_studio.history.error_mapping import is_busy
from inpaint_studio.session.tasks import Tasks


def write_soon(
    write: Callable[[], object], tasks: Tasks, tell: Callable[[HistoryError], object]
) -> None:
    """Call `write` at once; where another program holds the history, in a worker that waits.

    `tell` receives why it could not be written after all.
    """
    try:
        write()
    except HistoryError as fault:
        if is_busy(fault.__cause__):
            tasks.start(write_patiently(write, tell))
        else:
            tell(fault)


async def write_patiently(
    write: Callable[[], object], tell: Callable[[HistoryError], object]
) -> None:
    """Call `write` in a worker; see `write_soon`."""
    try:
        await asyncio.to_thread(write)
    except HistoryError as fault:
        tell(fault)
