"""Runs: from the click to the last byte kept.

The row is written before the request leaves; what arrives is stored and decoded by `arrivals`;
the window's thread only sets states and emits one thin signal.
"""

from __future__ import annotations

import asyncio
import json
import time
from contextlib import aclosing
from dataclasses import replace
from functools import partial

import numpy as np
from PySide6.QtCore import QObject, Signal

from inpaint_studio.client import EditClient
from inpaint_studio.contract.events import (
    Completed,
    PartialImage,
    Retrying,
    VariantFailed,
)
from inpaint_studio.contract.params import EditRequest
from inpaint_studio.contract.profile import Profile, is_local_fill
from inpaint_studio.contract.seeds import seeded
from inpaint_studio.errors import ImageError, ProtocolError, StudioError
from inpaint_studio.history import History
from inpaint_studio.history.records import NewRun, State
from inpaint_studio.phrase import Phrase
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.image_file import encode
from inpaint_studio.picture.mask import coverage_png
from inpaint_studio.picture.placing import Placing
from inpaint_studio.picture.registration import Shift
from inpaint_studio.runs.recording import record_failure, state_after
from inpaint_studio.session.arrivals import Arrivals, Arrived, Shown
from inpaint_studio.session.io_thread import IoThread
from inpaint_studio.session.lineage import Lineage
from inpaint_studio.session.request import Snapshot, blend_of, freeze, source_of
from inpaint_studio.session.run import (
    Endpoint,
    EndpointSource,
    Run,
    Variant,
    live_variants,
    placed_of,
)
from inpaint_studio.session.slots import Slots
from inpaint_studio.session.tasks import Tasks
from inpaint_studio.session.writing import write_patiently, write_soon

_UNASKED = ProtocolError(
    "More pictures came than were asked for", "All are kept; all may have been charged."
)

KEPT_BYTES = 512 << 20
"""Of pictures of runs that have ended: some ten runs of four variants of a megapixel."""


class Runs(QObject):
    """Submits, follows and stops runs; `runs` holds the latest, newest last."""

    run_added = Signal(object)  # Run
    variant_changed = Signal(object)  # Variant
    failed = Signal(object)  # StudioError: a run that could not begin, or a file that was not kept
    pending_changed = Signal()

    def __init__(self, history: History, client: EditClient, io: IoThread, tasks: Tasks) -> None:
        super().__init__()
        self._history = history
        self._client = client
        self._io = io
        self._tasks = tasks
        self._preparing: dict[asyncio.Task[None], int] = {}
        self._slots = Slots(4)
        self.runs: list[Run] = []
        self.lineage = Lineage(history)
        self.arrivals = Arrivals(history)

    @property
    def pending(self) -> list[Variant]:
        """Every variant that waits or runs."""
        return [variant for run in self.runs for variant in run.variants if variant.is_pending]

    @property
    def pending_count(self) -> int:
        """How many variants wait or run, those of runs still being prepared included."""
        return len(self.pending) + sum(self._preparing.values())

    def set_concurrency(self, most: int) -> None:
        """How many variants may stream at once; those under way go on."""
        self._slots.set_limit(most)

    def submit(self, snapshot: Snapshot, endpoint: EndpointSource, *, first: bool = False) -> None:
        """Begin a run, `first` before all that wait; it may have to start the embedded server."""
        task = self._tasks.start(self._begin(snapshot, endpoint, first=first))
        self._preparing[task] = snapshot.params.n
        task.add_done_callback(self._on_prepared)
        self.pending_changed.emit()

    def retry(self, variant: Variant, endpoint: EndpointSource | None = None) -> None:
        """Ask once more for one variant, with the very request that was frozen at the click.

        It goes to where its run went, unless another `endpoint` is named.
        """
        run = variant.run
        self.submit(run.snapshot.for_one(variant.seed), endpoint or run.endpoint)

    def place_anew(self, variant: Variant, placing: Placing) -> None:
        """Put a result into the picture in another way; nothing is sent."""
        variant.placing = placing
        self._tasks.start(self._place_anew(variant))

    def mask_anew(self, variant: Variant, mask: Pixels | None) -> None:
        """Put a result into the picture through another mask; see `Variant.mask`."""
        variant.mask = mask
        self._tasks.start(self._place_anew(variant))

    def send_now(self, variant: Variant) -> None:
        """End the wait the endpoint asked for; nothing happens to one that does not wait."""
        if variant.wait_s is not None and variant.hurry is not None:
            variant.hurry()
            self._end_wait(variant)

    def stop(self, variant: Variant) -> None:
        """Stop one variant: closes its connection, or takes it out of the queue."""
        if variant.task is not None:
            variant.task.cancel()

    def stop_run(self, run: Run) -> None:
        """Stop every variant of one run."""
        for variant in run.variants:
            if variant.is_pending:
                self.stop(variant)

    def stop_all(self) -> None:
        """Stop every variant of every run, those still being prepared included."""
        for task in list(self._preparing):
            task.cancel()
        for variant in self.pending:
            self.stop(variant)

    def keep(self, run: Run) -> None:
        """Have a run at hand; the oldest that have ended give way, since the history has them."""
        self.runs.append(run)
        held = 0
        for each in reversed(self.runs.copy()):
            held += each.nbytes
            if held > KEPT_BYTES and each is not run and not each.is_pending:
                self.runs.remove(each)

    def variant(self, variant_id: str) -> Variant | None:
        """The variant of that id, None where only the history has it."""
        everyone = (variant for run in reversed(self.runs) for variant in run.variants)
        return next((variant for variant in everyone if variant.id == variant_id), None)

    async def _place_anew(self, variant: Variant) -> None:
        raw, placing, mask = variant.raw, variant.placing, variant.mask
        if raw is None:
            return
        shift = _known_shift(variant)
        placed, levels = await asyncio.to_thread(placed_of, variant, raw, shift)
        # Unless a newer picture or a later wish has overtaken this one.
        if variant.raw is raw and variant.placing is placing and variant.mask is mask:
            variant.placed, variant.levels = placed, levels
            self.variant_changed.emit(variant)
            await write_patiently(partial(self._keep_placing, variant), self.failed.emit)

    def _keep_placing(self, variant: Variant) -> None:
        """Have every other road to the result use the same choices (worker thread)."""
        mask = variant.mask
        blob = None if mask is None else self._history.put(coverage_png(mask), "image/png")
        placing_json = json.dumps(variant.placing.to_json())
        self._history.place(variant.id, placing_json=placing_json, mask=blob)

    def _on_prepared(self, task: asyncio.Task[None]) -> None:
        self._preparing.pop(task, None)
        self.pending_changed.emit()

    async def _begin(self, snapshot: Snapshot, endpoint: EndpointSource, *, first: bool) -> None:
        try:
            run, request, reached = await self._prepare(snapshot, endpoint)
        except StudioError as error:
            self.failed.emit(error)
            return
        self.keep(run)
        for variant in run.variants:
            follow = self._follow(variant, request, reached, first=first)
            variant.task = self._tasks.start(follow)
        self.run_added.emit(run)

    async def _prepare(
        self, snapshot: Snapshot, endpoint: EndpointSource
    ) -> tuple[Run, EditRequest, Endpoint]:
        request = await asyncio.to_thread(freeze, snapshot)
        await asyncio.to_thread(snapshot.document.make_room)
        blend = await asyncio.to_thread(blend_of, snapshot)
        reached = await endpoint()
        request = seeded(request, reached.profile)
        new_run = await asyncio.to_thread(self._kept_inputs, snapshot, request, reached.profile)
        record = await asyncio.to_thread(self._history.begin, new_run)
        run = Run(record.id, snapshot, blend, endpoint, reached.profile)
        run.variants = live_variants(run, record.variants)
        return run, request, reached

    def _kept_inputs(self, snapshot: Snapshot, request: EditRequest, profile: Profile) -> NewRun:
        """Store the pictures of a request (worker thread); what is sent is what is kept."""
        assert request.mask is not None
        sent, mask = request.images[0].content, request.mask.content
        assert isinstance(sent, bytes)
        assert isinstance(mask, bytes)
        return NewRun(
            params=snapshot.params,
            profile_name=profile.name,
            source_name=snapshot.source.name,
            source=self.lineage.snapshot_blob(snapshot),
            sent_image=self._history.put(sent, "image/png"),
            mask=self._history.put(mask, "image/png"),
            painted=self._history.put(coverage_png(snapshot.mask), "image/png"),
            frame_image=self._frame_image(snapshot),
            frame=snapshot.frame.box,
            sent_size=snapshot.frame.sent,
            document_id=snapshot.document_id,
            parent_variant=self.lineage.parent_of(snapshot.document),
            seeds=request.seeds,
        )

    def _frame_image(self, snapshot: Snapshot) -> str | None:
        """The frame as it was, where the source does not tell it: edits lay over it."""
        if np.array_equal(snapshot.pixels, source_of(snapshot)):
            return None
        return self._history.put(encode(snapshot.pixels, "PNG", png_level=1), "image/png")

    async def _follow(
        self, variant: Variant, request: EditRequest, endpoint: Endpoint, *, first: bool
    ) -> None:
        try:
            async with self._slots.hold(first=first):
                await asyncio.to_thread(self._history.start, variant.id)
                variant.started = time.monotonic()
                self._set_state(variant, "running")
                await self._io.run(self._stream(variant, request, endpoint))
            if variant.is_pending:
                raise ProtocolError("No result came", "The endpoint ended without an image.")
        except asyncio.CancelledError:
            self._end(variant, StudioError(Phrase("Stopped"), _stopped_words(variant)), "stopped")
            raise
        except StudioError as error:
            variant.error = error
            self._end(variant, error, state_after(error))
        finally:
            # A bug, which is reported elsewhere, must not leave a card that runs for ever.
            unexpected = Phrase("Something unexpected happened")
            self._end(variant, StudioError(unexpected, _stopped_words(variant)), "failed")

    async def _stream(self, variant: Variant, request: EditRequest, endpoint: Endpoint) -> None:
        """On the I/O thread: every event, decoded and stored, is handed to the window's thread."""
        one = replace(
            request,
            params=replace(request.params, n=1),
            seeds=request.seeds[variant.position : variant.position + 1],
        )
        loop, hurry = asyncio.get_running_loop(), asyncio.Event()
        variant.hurry = partial(loop.call_soon_threadsafe, hurry.set)
        profile, key = endpoint.profile, endpoint.api_key
        ahead = self.arrivals.ahead()
        edit = self._client.edit(profile, one, key, hurry=hurry, watch=ahead)
        async with aclosing(edit) as events:
            async for event in events:
                if isinstance(event, VariantFailed):
                    raise event.error
                is_unasked = isinstance(event, Completed) and event.variant > 0
                whose = await self._unasked_of(variant) if is_unasked else variant
                # What has come is kept, also when the stream is stopped meanwhile.
                show = partial(self._show_soon, whose)
                job = self.arrivals.take_in(event, whose, ahead, show)
                job.add_done_callback(partial(self._hand_over, whose))
                await asyncio.shield(job)
        done = loop.create_future()
        # The last event must have been handled before the caller looks at the state.
        self._tasks.post(lambda: loop.call_soon_threadsafe(done.set_result, None))
        await done

    async def _unasked_of(self, variant: Variant) -> Variant:
        """On the I/O thread: a new variant for a picture beyond what was asked for."""
        run = variant.run
        record = await asyncio.to_thread(self._history.add_variant, run.id)
        unasked = Variant(record.id, record.position, run, "running", started=variant.started)
        run.variants.append(unasked)
        self._tasks.post(partial(self.failed.emit, _UNASKED))
        return unasked

    def _show_soon(self, variant: Variant, arrived: Arrived) -> None:
        """On a worker: what can be seen becomes the window's."""
        self._tasks.post(partial(self._show, variant, arrived))

    def _show(self, variant: Variant, arrived: Arrived) -> None:
        """Let a partial be seen that is still to be kept, and then told of again."""
        if variant.is_pending and arrived.shown is not None:
            _look_at(variant, arrived.shown)
            self.variant_changed.emit(variant)

    def _hand_over(self, variant: Variant, job: asyncio.Future[Arrived]) -> None:
        """On the I/O thread: what has been taken in becomes the window's."""
        if not job.cancelled() and job.exception() is None:
            self._tasks.post(partial(self._on_arrived, variant, job.result()))

    def _on_arrived(self, variant: Variant, arrived: Arrived) -> None:
        is_result = isinstance(arrived.event, Completed)
        # A result that came while its stop was under way has been paid for.
        if not variant.is_pending and not is_result:
            return
        if arrived.problem is not None and (
            is_result or not isinstance(arrived.problem, ImageError)
        ):
            self.failed.emit(arrived.problem)
        _take_over(variant, arrived)
        if variant.waits_until is not None:
            self._tasks.start(self._count_down(variant))
        self.variant_changed.emit(variant)
        if is_result:
            self.pending_changed.emit()

    async def _count_down(self, variant: Variant) -> None:
        """Tell each second how long a variant still waits."""
        until = variant.waits_until
        while until is not None and variant.waits_until == until and variant.is_pending:
            left = until - time.monotonic()
            if left <= 0:
                self._end_wait(variant)
                return
            self.variant_changed.emit(variant)
            await asyncio.sleep(left % 1.0 or 1.0)

    def _end_wait(self, variant: Variant) -> None:
        variant.waits_until, variant.title = None, ""
        self.variant_changed.emit(variant)

    def _end(self, variant: Variant, words: StudioError, state: State) -> None:
        if not variant.is_pending:
            return
        variant.seconds, variant.title = variant.elapsed_s, words.title
        args = (self._history, variant.id, words, variant.seconds, state)
        write_soon(partial(record_failure, *args), self._tasks, self.failed.emit)
        self._set_state(variant, state)

    def _set_state(self, variant: Variant, state: State) -> None:
        variant.state = state
        self.variant_changed.emit(variant)
        self.pending_changed.emit()


def _known_shift(variant: Variant) -> Shift | None:
    """How what is shown has drifted, where it was looked for: in results and stills."""
    if variant.placed is None or (variant.state != "done" and variant.looks_at is None):
        return None
    return variant.placed.figures.shift


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


def _look_at(variant: Variant, shown: Shown) -> None:
    variant.raw, variant.placed, variant.levels = shown.raw, shown.placed, shown.levels
    variant.looks_at, variant.shows_result = None, False


def _take_over(variant: Variant, arrived: Arrived) -> None:
    if arrived.shown is not None:
        _look_at(variant, arrived.shown)
        variant.shows_result = isinstance(arrived.event, Completed)
    variant.waits_until = None
    match arrived.event:
        case PartialImage():
            variant.partials_seen += 1
        case Completed():
            variant.seconds, variant.state = arrived.seconds, "done"
            variant.returned = arrived.result.returned if arrived.result else None
            variant.title, variant.error = "", None
        case Retrying(delay_s=delay_s, reason=reason):
            variant.title, variant.waits_until = reason, time.monotonic() + delay_s
