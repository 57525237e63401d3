"""Several requests of one run side by side, their events in one stream."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing

from inpaint_studio.contract.events import Completed, EditEvent, VariantFailed
from inpaint_studio.errors import (
    AuthenticationError,
    BillingError,
    RejectedError,
    RequestError,
    StudioError,
)

_HOPELESS = (AuthenticationError, BillingError, RejectedError, RequestError)
"""After one of these the requests still waiting their turn would fail alike: they are not sent."""


class SideBySide:
    """Runs streams of events, `parallel` at a time; each is named by its variants."""

    def __init__(
        self, streams: Mapping[range, AsyncGenerator[EditEvent, None]], parallel: int
    ) -> None:
        self._streams = streams
        self._gate = asyncio.Semaphore(parallel)
        self._news: asyncio.Queue[EditEvent | asyncio.Task[None]] = asyncio.Queue()
        # A reader that is slow to take pictures slows the sockets down rather than filling memory.
        self._room = asyncio.Semaphore(parallel)
        self._hopeless: StudioError | None = None
        self._errors: list[StudioError] = []

    async def events(self) -> AsyncGenerator[EditEvent, None]:
        """All events as they come; a failed stream becomes a VariantFailed for each it owes.

        Raises:
            StudioError: every stream failed; this is the first one's error.
        """
        loop = asyncio.get_running_loop()
        # Not a TaskGroup: one must not be entered across the yields of a generator.
        tasks = [loop.create_task(self._follow(*item)) for item in self._streams.items()]
        for task in tasks:
            task.add_done_callback(self._news.put_nowait)
        try:
            async for event in self._until_done(len(tasks)):
                yield event
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _until_done(self, running: int) -> AsyncGenerator[EditEvent, None]:
        all_of_them = running
        while running:
            news = await self._news.get()
            if isinstance(news, asyncio.Task):
                news.result()
                running -= 1
            else:
                self._room.release()
                yield news
        if len(self._errors) == all_of_them:
            raise self._errors[0]

    async def _follow(self, variants: range, stream: AsyncGenerator[EditEvent, None]) -> None:
        owed = list(variants)
        try:
            async with self._gate:
                if self._hopeless is not None:
                    raise self._hopeless
                async with aclosing(stream):
                    async for event in stream:
                        if isinstance(event, Completed) and event.variant in owed:
                            owed.remove(event.variant)
                        await self._announce(event)
        except StudioError as error:
            if isinstance(error, _HOPELESS):
                self._hopeless = error
            self._errors.append(error)
            for variant in owed:
                await self._announce(VariantFailed(error=error, variant=variant))

    async def _announce(self, event: EditEvent) -> None:
        await self._room.acquire()
        self._news.put_nowait(event)
