"""One request at work: fills in threads, their pictures as events, all of it cancellable."""

from __future__ import annotations

import asyncio
import contextlib
import math
import threading
import time
from collections.abc import AsyncIterator, Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass, field, replace

from starlette.types import Receive

from inpaint_studio.contract.cost import expected_usage
from inpaint_studio.contract.events import Completed, PartialImage
from inpaint_studio.contract.model_info import ModelInfo
from inpaint_studio.contract.params import EditParams
from inpaint_studio.engine.protocol import Engine, FillCancelled, Pixels, Stage
from inpaint_studio.server.fault_injection import InjectedFaults
from inpaint_studio.server.input_image import (
    DecodedInput,
    drifted,
    encoded,
    mask_ignored,
    mask_inverted,
    stated_quality,
)


@dataclass(frozen=True, slots=True, eq=False)
class EditTask:
    """Everything one request needs, checked; `gone` is set once nobody waits for it any more.

    `at_once` of its variants are filled side by side.
    """

    input_image: DecodedInput
    params: EditParams
    model: ModelInfo
    engine: Engine
    threads: Executor
    faults: InjectedFaults
    image_sizes: tuple[tuple[int, int], ...]
    gone: threading.Event
    at_once: int = 1
    created_at: int = field(default_factory=lambda: int(time.time()))

    async def results(self) -> list[Completed]:
        """The n results.

        Raises:
            FillCancelled: the caller has gone.
        """
        await self._silence(self.faults.delay)
        turns = asyncio.Semaphore(self.at_once)
        made = await asyncio.gather(*(self._result(each, turns) for each in range(self.params.n)))
        await self._stall()
        return list(made)

    async def _result(self, variant: int, turns: asyncio.Semaphore) -> Completed:
        loop = asyncio.get_running_loop()
        async with turns:
            return await loop.run_in_executor(self.threads, self._fill, variant, lambda _: None)

    async def events(self) -> AsyncIterator[PartialImage | Completed]:
        """The intermediate images as they come, then the result.

        Raises:
            FillCancelled: the caller has gone.
        """
        await self._silence(self.faults.delay)
        loop = asyncio.get_running_loop()
        arrived: asyncio.Queue[PartialImage | None] = asyncio.Queue()

        def tell(event: PartialImage | None) -> None:
            with contextlib.suppress(RuntimeError):  # the loop is closed: nobody listens
                loop.call_soon_threadsafe(arrived.put_nowait, event)

        def fill() -> Completed:
            try:
                return self._fill(0, tell)
            finally:
                tell(None)

        result = loop.run_in_executor(self.threads, fill)
        while (event := await arrived.get()) is not None:
            yield event
        made = await result
        await self._stall()
        yield made

    async def _stall(self) -> None:
        if self.faults.stall:
            await self._silence(math.inf)

    async def _silence(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if self.gone.is_set():
                raise FillCancelled
            await asyncio.sleep(min(left, 0.05))

    def _fill(self, variant: int, tell: Callable[[PartialImage], None]) -> Completed:
        """Runs in a thread: fill, encode, and tell of every intermediate image."""
        if self.gone.is_set():
            raise FillCancelled
        job = self.input_image.job(self.params, variant)
        wanted = job.partials - (1 if self.faults.fewer_partials else 0)
        sent = 0

        def show(stage: Stage) -> None:
            nonlocal sent
            if sent < wanted:
                previews.submit(self._tell_partial, stage, sent, tell)
                sent += 1

        # Encoding elsewhere: the thread of the fill has to notice at once when the caller goes.
        with ThreadPoolExecutor(1, thread_name_prefix="preview") as previews:
            made = self.engine.fill(job, show, self.gone.is_set)
        return self._completed(made, sent)

    def _tell_partial(self, stage: Stage, index: int, tell: Callable[[PartialImage], None]) -> None:
        if not self.gone.is_set():
            tell(self._partial(stage, index))

    def _partial(self, stage: Stage, index: int) -> PartialImage:
        made = encoded(self._finished(stage.image), self.input_image, self.params)
        return PartialImage(
            image=made.content,
            index=index,
            created_at=self.created_at,
            size=made.size,
            quality=stated_quality(self.params),
            background=made.background,
            output_format=self.params.output_format,
            engine=stage.method,
        )

    def _completed(self, stage: Stage, partials: int) -> Completed:
        made = encoded(self._finished(stage.image), self.input_image, self.params)
        if self.gone.is_set():
            raise FillCancelled
        return Completed(
            image=made.content,
            created_at=self.created_at,
            size=made.size,
            quality=stated_quality(self.params),
            background=made.background,
            output_format=self.params.output_format,
            engine=stage.method,
            safety_identifier=self.params.extra["safety_identifier"],
            usage=expected_usage(
                replace(self.params, partial_images=partials), self.model, self.image_sizes
            ),
        )

    def _finished(self, image: Pixels) -> Pixels:
        if self.faults.ignored_mask:
            image = mask_ignored(image)
        if self.faults.inverted_mask:
            image = mask_inverted(image, self.input_image)
        if self.faults.drift:
            image = drifted(image, self.input_image.hole)
        return self.input_image.result(image)


@dataclass(frozen=True, slots=True, eq=False)
class Caller:
    """Who waits for an answer: `left` is done and `gone` set once they hang up, or it is over."""

    left: asyncio.Future[None]
    gone: threading.Event = field(default_factory=threading.Event)

    def leave(self) -> None:
        """Nobody waits any more."""
        self.gone.set()
        if not self.left.done():
            self.left.set_result(None)


@contextlib.asynccontextmanager
async def watched(receive: Receive) -> AsyncIterator[Caller]:
    """While inside, a caller that hangs up leaves; so does whoever leaves the block."""
    loop = asyncio.get_running_loop()
    caller = Caller(loop.create_future())

    async def watch() -> None:
        while (await receive())["type"] != "http.disconnect":
            pass
        caller.leave()

    # A task group would wrap every error of the body into an exception group.
    watcher = loop.create_task(watch())
    try:
        yield caller
    finally:
        caller.leave()
        watcher.cancel()
