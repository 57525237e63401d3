"""A run from the click to the last byte kept: freeze, record, stream, place, finish.

The row is written before the request leaves. What streams bring is stored, decoded and placed on
workers by the event intake; the thread that owns the run alone changes its variants, and tells an
observer of each change.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine, Mapping
from contextlib import aclosing
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Protocol

from inpaint_studio.client import EditClient
from inpaint_studio.contract.events import Completed, EditEvent, PassedOver
from inpaint_studio.contract.params import EditRequest, InputImage
from inpaint_studio.contract.profile import Profile, is_local_fill
from inpaint_studio.contract.seeds import seeded
from inpaint_studio.errors import (
    AuthenticationError,
    BillingError,
    ImageError,
    ProtocolError,
    RejectedError,
    RequestError,
    StudioError,
)
from inpaint_studio.history.records import NewRun, State
from inpaint_studio.phrase import Phrase
from inpaint_studio.picture.image_file import encode
from inpaint_studio.picture.mask import coverage_png
from inpaint_studio.runs.event_intake import EventIntake
from inpaint_studio.runs.lineage import Lineage
from inpaint_studio.runs.recording import Ledger, record_failure, state_after
from inpaint_studio.runs.request import Snapshot, blend_of, shows_source
from inpaint_studio.runs.run import (
    Endpoint,
    EndpointSource,
    PreparedEvent,
    Run,
    Variant,
    live_variants,
)
from inpaint_studio.runs.run_queue import RunQueue

_HOPELESS = (AuthenticationError, BillingError, RejectedError, RequestError)
"""After one of these the requests still waiting their turn would fail alike: they are not sent."""

_UNASKED = ProtocolError(
    "More pictures came than were asked for", "Ten at most are kept; all may have been charged."
)


def _passed_over(event: PassedOver) -> ProtocolError:
    return ProtocolError(
        "More pictures came than one request may ask for",
        Phrase("{count} were not kept; all may have been charged.", count=event.count),
    )


class Observer(Protocol):
    """Who follows runs; every call is made on the thread that owns them."""

    def began(self, run: Run) -> None:
        """It is in the history, and its variants wait for their turn."""

    def came(self, variant: Variant, arrived: PreparedEvent) -> None:
        """The variant has taken what the endpoint sent for it."""

    def changed(self, variant: Variant) -> None:
        """A variant shows, counts or says something else."""

    def changed_state(self, variant: Variant) -> None:
        """A variant began, or ended without a result."""

    def complained(self, error: StudioError) -> None:
        """Something is to be said that is no variant's own end."""


@dataclass(frozen=True, slots=True, eq=False)
class Means:
    """What runs are performed with.

    `start` begins a task of the owner's loop, `post` has a call made there by any thread. `stream`
    runs a coroutine where streams are read, which may be another thread's loop, and `wake` has a
    call made there. `write` writes a row without keeping the owner waiting.
    """

    history: Ledger
    client: EditClient
    intake: EventIntake
    queue: RunQueue
    lineage: Lineage
    start: Callable[[Coroutine[Any, Any, Any]], asyncio.Task[Any]]
    post: Callable[[Callable[[], Any]], object]
    stream: Callable[[Coroutine[Any, Any, None]], Coroutine[Any, Any, None]]
    wake: Callable[[Callable[[], Any]], object]
    write: Callable[[Callable[[], object]], None]

    @classmethod
    def of_this_loop(
        cls, ledger: Ledger, client: EditClient, intake: EventIntake, *, requests: int
    ) -> Means:
        """The means of whoever owns nothing but the running loop, `requests` at a time."""
        loop = asyncio.get_running_loop()
        return cls(
            history=ledger,
            client=client,
            intake=intake,
            queue=RunQueue(requests),
            lineage=Lineage(ledger),
            start=loop.create_task,
            post=loop.call_soon_threadsafe,
            stream=_here,
            wake=loop.call_soon_threadsafe,
            write=_now,
        )


async def _here(coro: Coroutine[Any, Any, None]) -> None:
    await coro


def _now(write: Callable[[], object]) -> None:
    write()


async def perform(
    snapshot: Snapshot,
    request: EditRequest,
    endpoint: EndpointSource,
    means: Means,
    observer: Observer,
    *,
    at_once: int = 1,
    first: bool = False,
) -> None:
    """Perform a run, `first` before all that wait; ends with its last variant.

    `request` is what the snapshot was frozen into. One request asks for `at_once` variants at most:
    those that share one can only be stopped together. Cancelling it stops every variant.

    Raises:
        StudioError: it could not begin, and nothing was sent.
    """
    blend = await asyncio.to_thread(blend_of, snapshot)
    reached = await endpoint()
    request = seeded(request, reached.profile, at_once=at_once)
    new_run = await asyncio.to_thread(_kept_inputs, snapshot, request, reached.profile, means)
    record = await asyncio.to_thread(means.history.begin, new_run)
    run = Run(record.id, snapshot, blend, endpoint, reached.profile)
    run.variants = live_variants(run, record.variants)
    tasks = []
    # A turn is asked for in the order of the variants, whoever goes first.
    for start in range(0, len(run.variants), at_once):
        variants = tuple(run.variants[start : start + at_once])
        stream = _Stream(variants, request, reached, means, observer)
        tasks.append(means.start(stream.follow(first=first)))
        for variant in variants:
            variant.attach(tasks[-1], stream.skip_wait)
    observer.began(run)
    try:
        await asyncio.to_thread(run.blend_levels)  # while nothing has come that waits for them
        await asyncio.wait(tasks)
    except asyncio.CancelledError:
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
        raise


def _kept_inputs(
    snapshot: Snapshot, request: EditRequest, profile: Profile, means: Means
) -> NewRun:
    """Store the pictures of a request (worker thread); what is sent is what is kept."""
    put, sent, mask = means.history.put, request.images[0], request.mask
    return NewRun(
        params=snapshot.params,
        profile_name=profile.name,
        source_name=snapshot.source.name,
        source=means.lineage.snapshot_blob(snapshot),
        sent_image=put(_bytes(sent), sent.media_type),
        mask=put(_bytes(mask), mask.media_type) if mask else None,
        painted=put(coverage_png(snapshot.mask), "image/png") if mask else None,
        frame_image=_frame_image(snapshot, means.history),
        frame=snapshot.frame.box,
        sent_size=snapshot.frame.sent,
        document_id=snapshot.document_id,
        parent_variant=snapshot.made_on or means.lineage.parent_of(snapshot.document),
        seeds=request.seeds,
        wanted_size=snapshot.wanted_size,
    )


def _bytes(image: InputImage) -> bytes:
    assert isinstance(image.content, bytes)  # what is frozen depends on no file
    return image.content


def _frame_image(snapshot: Snapshot, history: Ledger) -> str | None:
    """The frame as it was, where the source does not tell it: edits lay over it."""
    if shows_source(snapshot):
        return None
    return history.put(encode(snapshot.pixels, "PNG", png_level=1), "image/png")


class _Stream:
    """One request for one or more variants, from its turn in the queue to its end."""

    def __init__(
        self,
        variants: tuple[Variant, ...],
        request: EditRequest,
        endpoint: Endpoint,
        means: Means,
        observer: Observer,
    ) -> None:
        self._variants = variants
        self._run = variants[0].run
        start, count = variants[0].position, len(variants)
        self._request = replace(
            request,
            params=replace(request.params, n=count),
            seeds=request.seeds[start : start + count],
        )
        self._endpoint = endpoint
        self._means = means
        self._observer = observer
        self._skip_wait = asyncio.Event()

    def skip_wait(self) -> None:
        """End a wait the endpoint asked for."""
        self._means.wake(self._skip_wait.set)

    async def follow(self, *, first: bool) -> None:
        """On the owner's loop; cancelling it stops the variants."""
        try:
            async with self._means.queue.hold(first=first):
                await self._begin()
                await self._means.stream(self._receive())
            if any(variant.is_pending for variant in self._variants):
                raise ProtocolError("No result came", "The endpoint ended without an image.")
        except asyncio.CancelledError:
            self._stop(Phrase("Stopped"), "stopped")
            raise
        except StudioError as error:
            if isinstance(error, _HOPELESS):
                self._run.common_error = error
            self._end(dict.fromkeys(self._variants, error), state_after(error))
        finally:
            # A bug, which is reported elsewhere, must not leave a card that runs for ever.
            self._stop(Phrase("Something unexpected happened"), "failed")

    async def _begin(self) -> None:
        if self._run.common_error is not None:
            raise self._run.common_error
        for variant in self._variants:
            await asyncio.to_thread(self._means.history.start, variant.id)
        for variant in self._variants:
            variant.start()
            self._observer.changed_state(variant)

    async def _receive(self) -> None:
        """Where streams are read: every event, decoded and stored, is handed to the owner."""
        means, intake = self._means, self._means.intake
        decoder = intake.decoder()
        edit = means.client.edit(
            self._endpoint.profile,
            self._request,
            self._endpoint.api_key,
            skip_wait=self._skip_wait,
            watch=decoder,
        )
        async with aclosing(edit) as events:
            async for event in events:
                if isinstance(event, PassedOver):
                    means.post(partial(self._observer.complained, _passed_over(event)))
                    continue
                whose = await self._whose(event)
                # What has come is kept, also when the stream is stopped meanwhile.
                job = intake.take_in(event, whose, decoder, partial(self._show_soon, whose))
                job.add_done_callback(partial(self._hand_over, whose))
                await asyncio.shield(job)
        await self._handed_over()

    async def _handed_over(self) -> None:
        """Wait for the owner: the last event is handled before anyone looks at the state."""
        done = asyncio.Event()
        self._means.post(lambda: self._means.wake(done.set))
        await done.wait()

    async def _whose(self, event: EditEvent) -> Variant:
        """The variant of an event, a new one for a picture beyond what was asked for."""
        if event.variant < len(self._variants):
            return self._variants[event.variant]
        record = await asyncio.to_thread(self._means.history.add_variant, self._run.id)
        started = self._variants[0].started
        unasked = Variant(record.id, record.position, self._run, "running", started=started)
        self._means.post(partial(self._join, unasked))
        return unasked

    def _join(self, unasked: Variant) -> None:
        self._run.variants.append(unasked)
        self._observer.complained(_UNASKED)

    def _show_soon(self, whose: Variant, arrived: PreparedEvent) -> None:
        """On a worker: what can be seen becomes the owner's."""
        self._means.post(partial(self._show, whose, arrived))

    def _show(self, whose: Variant, arrived: PreparedEvent) -> None:
        """Let a picture be seen that is still to be kept, and then told of again."""
        if whose.is_pending and arrived.shown is not None:
            whose.show(arrived.shown, is_result=isinstance(arrived.event, Completed))
            self._observer.changed(whose)

    def _hand_over(self, whose: Variant, job: asyncio.Future[PreparedEvent]) -> None:
        """Where streams are read: what has been taken in becomes the owner's."""
        if not job.cancelled() and job.exception() is None:
            self._means.post(partial(self._take, whose, job.result()))

    def _take(self, whose: Variant, arrived: PreparedEvent) -> None:
        is_result = isinstance(arrived.event, Completed)
        # A result that came while its stop was under way has been paid for.
        if not whose.is_pending and not is_result:
            return
        problem = arrived.problem
        if problem is not None and (is_result or not isinstance(problem, ImageError)):
            self._observer.complained(problem)
        whose.take(arrived)
        if whose.waits_until is not None:
            self._means.start(self._count_down(whose))
        self._observer.came(whose, arrived)

    async def _count_down(self, whose: Variant) -> None:
        """Tell each second how long a variant still waits."""
        until = whose.waits_until
        while until is not None and whose.waits_until == until and whose.is_pending:
            left = until - time.monotonic()
            if left <= 0:
                whose.end_wait()
            self._observer.changed(whose)
            await asyncio.sleep(left % 1.0 or 1.0)

    def _stop(self, title: str, state: State) -> None:
        """End those that are pending without a fault of the endpoint's."""
        waits = self._variants[0].waits_until is not None
        words = {each: StudioError(title, _may_be_charged(each, waits)) for each in self._variants}
        self._end(words, state, is_error=False)

    def _end(
        self, errors: Mapping[Variant, StudioError], state: State, *, is_error: bool = True
    ) -> None:
        """End those that are pending, all before anyone hears of it."""
        ended = [variant for variant in self._variants if variant.is_pending]
        for variant in ended:
            variant.end(errors[variant], state, is_error=is_error)
            args = (self._means.history, variant.id, errors[variant], variant.elapsed_s, state)
            self._means.write(partial(record_failure, *args))
        for variant in ended:
            self._observer.changed_state(variant)


def _may_be_charged(variant: Variant, waits: bool) -> str:
    """Whether what is stopped now costs anything; `waits` while its request has been refused."""
    if variant.started is None:
        return Phrase("It had not been sent.")
    if is_local_fill(variant.run.profile):
        return Phrase("Local fill costs nothing.")
    if waits:
        return Phrase("The endpoint had refused it so far, so nothing was charged.")
    charged = Phrase("It may have been charged.")
    if not variant.partials_seen:
        return charged
    return Phrase("{charged} Its partials are kept.", charged=charged)
