"""A run from the click to the last byte kept: freeze, record, stream, place, finish.

The row is written before the request leaves. What streams bring is stored, decoded and placed on
workers by the event intake; the thread that owns the run alone changes its variants, and tells an
observer of each change.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine
from contextlib import aclosing
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Protocol

import numpy as np

from inpaint_studio.client import EditClient
from inpaint_studio.contract.events import Completed, VariantFailed
from inpaint_studio.contract.params import EditRequest
from inpaint_studio.contract.profile import Profile, is_local_fill
from inpaint_studio.contract.seeds import seeded
from inpaint_studio.errors import ImageError, ProtocolError, StudioError
from inpaint_studio.history import History
from inpaint_studio.history.records import NewRun, State
from inpaint_studio.phrase import Phrase
from inpaint_studio.picture.image_file import encode
from inpaint_studio.picture.mask import coverage_png
from inpaint_studio.runs.event_intake import EventIntake
from inpaint_studio.runs.lineage import Lineage
from inpaint_studio.runs.recording import record_failure, state_after
from inpaint_studio.runs.request import Snapshot, blend_of, freeze, source_of
from inpaint_studio.runs.run import (
    Arrived,
    Endpoint,
    EndpointSource,
    Run,
    Variant,
    live_variants,
)
from inpaint_studio.runs.run_queue import RunQueue

_UNASKED = ProtocolError(
    "More pictures came than were asked for", "All are kept; all may have been charged."
)


class Observer(Protocol):
    """Who follows runs; every call is made on the thread that owns them."""

    def began(self, run: Run) -> None:
        """It is in the history, and its variants wait for their turn."""

    def changed(self, variant: Variant) -> None:
        """A variant shows, counts or says something else."""

    def changed_state(self, variant: Variant) -> None:
        """A variant began or ended."""

    def complained(self, error: StudioError) -> None:
        """Something is to be said that is no variant's own end."""


@dataclass(frozen=True, slots=True, eq=False)
class Means:
    """What runs are performed with.

    `start` begins a task of the owner's loop, `post` has a call made there by any thread. `stream`
    runs a coroutine where streams are read, which may be another thread's loop, and `wake` has a
    call made there. `write` writes a row without keeping the owner waiting.
    """

    history: History
    client: EditClient
    intake: EventIntake
    queue: RunQueue
    lineage: Lineage
    start: Callable[[Coroutine[Any, Any, Any]], asyncio.Task[Any]]
    post: Callable[[Callable[[], Any]], None]
    stream: Callable[[Coroutine[Any, Any, None]], Coroutine[Any, Any, None]]
    wake: Callable[[Callable[[], Any]], None]
    write: Callable[[Callable[[], object]], None]


async def perform(
    snapshot: Snapshot,
    endpoint: EndpointSource,
    means: Means,
    observer: Observer,
    *,
    first: bool = False,
) -> None:
    """Perform a run, `first` before all that wait; ends with its last variant.

    Raises:
        StudioError: it could not begin, and nothing was sent.
    """
    request = await asyncio.to_thread(freeze, snapshot)
    await asyncio.to_thread(snapshot.document.make_room)
    blend = await asyncio.to_thread(blend_of, snapshot)
    reached = await endpoint()
    request = seeded(request, reached.profile)
    new_run = await asyncio.to_thread(_kept_inputs, snapshot, request, reached.profile, means)
    record = await asyncio.to_thread(means.history.begin, new_run)
    run = Run(record.id, snapshot, blend, endpoint, reached.profile)
    run.variants = live_variants(run, record.variants)
    # A turn is asked for in the order of the variants, whoever goes first.
    for variant in run.variants:
        stream = _Stream(variant, request, reached, means, observer)
        variant.attach(means.start(stream.follow(first=first)), stream.hurry)
    observer.began(run)
    await asyncio.wait([variant.task for variant in run.variants if variant.task is not None])


def _kept_inputs(
    snapshot: Snapshot, request: EditRequest, profile: Profile, means: Means
) -> NewRun:
    """Store the pictures of a request (worker thread); what is sent is what is kept."""
    put = means.history.put
    assert request.mask is not None
    sent, mask = request.images[0].content, request.mask.content
    assert isinstance(sent, bytes)
    assert isinstance(mask, bytes)
    return NewRun(
        params=snapshot.params,
        profile_name=profile.name,
        source_name=snapshot.source.name,
        source=means.lineage.snapshot_blob(snapshot),
        sent_image=put(sent, "image/png"),
        mask=put(mask, "image/png"),
        painted=put(coverage_png(snapshot.mask), "image/png"),
        frame_image=_frame_image(snapshot, means.history),
        frame=snapshot.frame.box,
        sent_size=snapshot.frame.sent,
        document_id=snapshot.document_id,
        parent_variant=means.lineage.parent_of(snapshot.document),
        seeds=request.seeds,
    )


def _frame_image(snapshot: Snapshot, history: History) -> str | None:
    """The frame as it was, where the source does not tell it: edits lay over it."""
    if np.array_equal(snapshot.pixels, source_of(snapshot)):
        return None
    return history.put(encode(snapshot.pixels, "PNG", png_level=1), "image/png")


class _Stream:
    """One variant, from its turn in the queue to its end."""

    def __init__(
        self,
        variant: Variant,
        request: EditRequest,
        endpoint: Endpoint,
        means: Means,
        observer: Observer,
    ) -> None:
        self._variant = variant
        position = variant.position
        self._request = replace(
            request,
            params=replace(request.params, n=1),
            seeds=request.seeds[position : position + 1],
        )
        self._endpoint = endpoint
        self._means = means
        self._observer = observer
        self._hurry = asyncio.Event()

    def hurry(self) -> None:
        """End a wait the endpoint asked for."""
        self._means.wake(self._hurry.set)

    async def follow(self, *, first: bool) -> None:
        """On the owner's loop; cancelling it stops the variant."""
        variant, means = self._variant, self._means
        try:
            async with means.queue.hold(first=first):
                await asyncio.to_thread(means.history.start, variant.id)
                variant.start()
                self._observer.changed_state(variant)
                await means.stream(self._receive())
            if variant.is_pending:
                raise ProtocolError("No result came", "The endpoint ended without an image.")
        except asyncio.CancelledError:
            self._end(StudioError(Phrase("Stopped"), _stopped_words(variant)), "stopped")
            raise
        except StudioError as error:
            self._end(error, state_after(error), is_error=True)
        finally:
            # A bug, which is reported elsewhere, must not leave a card that runs for ever.
            unexpected = Phrase("Something unexpected happened")
            self._end(StudioError(unexpected, _stopped_words(variant)), "failed")

    async def _receive(self) -> None:
        """Where streams are read: every event, decoded and stored, is handed to the owner."""
        means, intake = self._means, self._means.intake
        ahead = intake.ahead()
        edit = means.client.edit(
            self._endpoint.profile,
            self._request,
            self._endpoint.api_key,
            hurry=self._hurry,
            watch=ahead,
        )
        async with aclosing(edit) as events:
            async for event in events:
                if isinstance(event, VariantFailed):
                    raise event.error
                is_unasked = isinstance(event, Completed) and event.variant > 0
                whose = await self._unasked() if is_unasked else self._variant
                # What has come is kept, also when the stream is stopped meanwhile.
                job = intake.take_in(event, whose, ahead, partial(self._show_soon, whose))
                job.add_done_callback(partial(self._hand_over, whose))
                await asyncio.shield(job)
        await self._handed_over()

    async def _handed_over(self) -> None:
        """Wait for the owner: the last event is handled before anyone looks at the state."""
        done = asyncio.Event()
        self._means.post(lambda: self._means.wake(done.set))
        await done.wait()

    async def _unasked(self) -> Variant:
        """A new variant for a picture beyond what was asked for."""
        run, started = self._variant.run, self._variant.started
        record = await asyncio.to_thread(self._means.history.add_variant, run.id)
        unasked = Variant(record.id, record.position, run, "running", started=started)
        self._means.post(partial(self._join, unasked))
        return unasked

    def _join(self, unasked: Variant) -> None:
        unasked.run.variants.append(unasked)
        self._observer.complained(_UNASKED)

    def _show_soon(self, whose: Variant, arrived: Arrived) -> None:
        """On a worker: what can be seen becomes the owner's."""
        self._means.post(partial(self._show, whose, arrived))

    def _show(self, whose: Variant, arrived: Arrived) -> None:
        """Let a partial be seen that is still to be kept, and then told of again."""
        if whose.is_pending and arrived.shown is not None:
            whose.show(arrived.shown)
            self._observer.changed(whose)

    def _hand_over(self, whose: Variant, job: asyncio.Future[Arrived]) -> None:
        """Where streams are read: what has been taken in becomes the owner's."""
        if not job.cancelled() and job.exception() is None:
            self._means.post(partial(self._take, whose, job.result()))

    def _take(self, whose: Variant, arrived: Arrived) -> None:
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
        (self._observer.changed_state if is_result else self._observer.changed)(whose)

    async def _count_down(self, whose: Variant) -> None:
        """Tell each second how long a variant still waits."""
        until = whose.waits_until
        while until is not None and whose.waits_until == until and whose.is_pending:
            left = until - time.monotonic()
            if left <= 0:
                whose.end_wait()
            self._observer.changed(whose)
            await asyncio.sleep(left % 1.0 or 1.0)

    def _end(self, words: StudioError, state: State, *, is_error: bool = False) -> None:
        variant = self._variant
        if variant.is_pending:
            variant.end(words, state, is_error=is_error)
            args = (self._means.history, variant.id, words, variant.elapsed_s, state)
            self._means.write(partial(record_failure, *args))
            self._observer.changed_state(variant)


def _stopped_words(variant: Variant) -> str:
    if variant.started is None:
        return Phrase("It had not been sent.")
    if is_local_fill(variant.run.profile):
        return Phrase("Local fill costs nothing.")
    if variant.waits_until is not None:
        return Phrase("The endpoint had refused it so far, so nothing was charged.")
    charged = Phrase("It may have been charged.")
    if not variant.partials_seen:
        return charged
    return Phrase("{charged} Its partials are kept.", charged=charged)
