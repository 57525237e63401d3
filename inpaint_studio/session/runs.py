"""Runs as the window sees them: submitted, stopped, tried again, and told of by signals."""

from __future__ import annotations

import asyncio
import json
import time
import uuid
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from inpaint_studio.client import EditClient
from inpaint_studio.contract.events import Completed
from inpaint_studio.contract.params import EditParams
from inpaint_studio.errors import HistoryError, StudioError
from inpaint_studio.history import History
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.mask import coverage_png
from inpaint_studio.picture.placement import AS_IT_CAME, Placement
from inpaint_studio.runs.backlog import Backlog, can_be_tried_again
from inpaint_studio.runs.event_intake import EventIntake
from inpaint_studio.runs.lineage import Lineage
from inpaint_studio.runs.perform import Means, perform
from inpaint_studio.runs.request import Snapshot, freeze
from inpaint_studio.runs.run import EndpointSource, PreparedEvent, Run, Variant, placed_of
from inpaint_studio.runs.run_queue import RunQueue
from inpaint_studio.session.deferred_writes import write_patiently, write_soon
from inpaint_studio.session.io_thread import IoThread
from inpaint_studio.session.tasks import Tasks

TOLD_EVERY_S = 0.1
"""Of one variant: of a flood of partials, those that are overtaken at once are not painted."""
KEPT_BYTES = 48 << 20
"""Of pictures of runs that have ended: the last two of two variants of 0.7 megapixels, or one of
four of one. What gives way is read from the history; a day's work stays below 900 MB."""

_TICK_MS = 1000


@dataclass(slots=True, eq=False)
class PreparedRun:
    """A run from the click until the history has it, while its pictures are copied and encoded.

    `number` counts the runs of this session up, `created_at` is Unix time.
    """

    id: str
    number: int
    created_at: float
    params: EditParams
    source_name: str
    task: asyncio.Task[Any] | None = None


class Runs(QObject):
    """Submits, follows and stops runs; `runs` holds the latest, newest last."""

    run_added = Signal(object)  # Run
    variant_changed = Signal(object)  # Variant
    failed = Signal(object)  # StudioError: a run that could not begin, or a file that was not kept
    announced = Signal()
    preparing_changed = Signal()
    """Another run is being prepared, or one is no longer."""
    pending_changed = Signal()
    ticked = Signal()
    """A second has passed while anything waits or runs."""
    forgotten = Signal()
    """What had ended is the history's alone now, or a document was closed."""
    caught_up = Signal()
    """What could not be written when it came is in the history now."""

    def __init__(self, history: History, client: EditClient, io: IoThread, tasks: Tasks) -> None:
        super().__init__()
        self._history = history
        self._tasks = tasks
        self.preparing: list[PreparedRun] = []
        """Runs that have been asked for and are not in `runs` yet."""
        self._announced = 0
        self._ticks = QTimer(self, interval=_TICK_MS)
        self._ticks.timeout.connect(self.ticked)
        self.pending_changed.connect(self._tick_while_pending)
        self._told: dict[Variant, bool] = {}
        self.leave: Callable[[HistoryError], Awaitable[bool]] = _stay
        """Has the history go on elsewhere where the fault is its place's."""
        self.runs: list[Run] = []
        self.lineage = Lineage(history)
        self.intake = EventIntake(history, Backlog(lambda: tasks.post(self._on_caught_up)))
        self._means = Means(
            history=history,
            client=client,
            intake=self.intake,
            queue=RunQueue(4),
            lineage=self.lineage,
            start=tasks.start,
            post=tasks.post,
            stream=io.run,
            wake=io.wake,
            write=self.write,
        )

    @property
    def pending(self) -> list[Variant]:
        """Every variant that waits or runs."""
        return [variant for run in self.runs for variant in run.variants if variant.is_pending]

    @property
    def pending_count(self) -> int:
        """How many variants wait or run, those of runs still being prepared included."""
        return len(self.pending) + sum(run.params.n for run in self.preparing)

    def set_concurrency(self, most: int) -> None:
        """How many variants may stream at once; those under way go on."""
        self._means.queue.set_limit(most)

    def announce(self, params: EditParams, source_name: str) -> PreparedRun:
        """Let a run be seen that is to be submitted, or withdrawn, at once."""
        self._announced += 1
        run = PreparedRun(uuid.uuid4().hex, self._announced, time.time(), params, source_name)
        self.preparing.append(run)
        self.preparing_changed.emit()
        self.announced.emit()
        self.pending_changed.emit()
        return run

    def withdraw(self, run: PreparedRun) -> None:
        """Nothing comes of what was announced."""
        self.preparing.remove(run)
        self._preparing_changed()

    def submit(
        self,
        snapshot: Snapshot,
        endpoint: EndpointSource,
        *,
        first: bool = False,
        announced: PreparedRun | None = None,
    ) -> None:
        """Begin a run, `first` before all that wait; it may have to start the embedded server."""
        run = announced or self.announce(snapshot.params, snapshot.source.name)
        run.task = self._tasks.start(self._perform(snapshot, endpoint, first=first))
        run.task.add_done_callback(self._on_prepared)

    def retry(self, variant: Variant, endpoint: EndpointSource | None = None) -> None:
        """Ask once more for one variant, with the very request that was frozen at the click.

        It goes to where its run went, unless another `endpoint` is named.
        """
        run = variant.run
        self.submit(run.snapshot.for_one(variant.seed), endpoint or run.endpoint)

    def write(self, write: Callable[[], object]) -> None:
        """Call `write` as soon as the history takes it; why it does not yet is said."""
        write_soon(write, self._tasks, partial(self._put_off, write))

    def place_anew(self, variant: Variant, placement: Placement) -> None:
        """Put a result into the picture in another way; nothing is sent."""
        variant.choose(placement)
        self._tasks.start(self._place_anew(variant))

    def mask_anew(self, variant: Variant, mask: Pixels | None) -> None:
        """Put a result into the picture through another mask; see `Variant.mask`."""
        variant.choose_mask(mask)
        self._tasks.start(self._place_anew(variant))

    def place_as_it_came(self, variant: Variant) -> None:
        """Put all of a result into the picture, its whole frame and untouched; nothing is sent."""
        variant.choose(AS_IT_CAME)
        variant.choose_mask(np.full_like(variant.run.blend, 255))
        self._tasks.start(self._place_anew(variant))

    def send_now(self, variant: Variant) -> None:
        """End the wait the endpoint asked for; nothing happens to one that does not wait."""
        if variant.wait_s is not None and variant.skip_wait is not None:
            variant.skip_wait()
            variant.end_wait()
            self.changed(variant)

    def stop(self, variant: Variant) -> None:
        """Stop one variant: closes its connection, or takes it out of the queue."""
        variant.stop()

    def stop_preparing(self, run_id: str) -> None:
        """Give a run up that has not begun; nothing happens where none of that id is prepared."""
        for run in self.preparing:
            if run.id == run_id and run.task is not None:
                run.task.cancel()

    def stop_run(self, run: Run) -> None:
        """Stop every variant of one run."""
        for variant in run.variants:
            if variant.is_pending:
                variant.stop()

    def stop_all(self) -> None:
        """Stop every variant of every run, those still being prepared included."""
        for run in self.preparing:
            if run.task is not None:
                run.task.cancel()
        for variant in self.pending:
            variant.stop()

    def keep(self, run: Run) -> None:
        """Have a run at hand; the oldest that have ended give way, since the history has them."""
        self.runs.append(run)
        held = 0
        for each in reversed(self.runs.copy()):
            held += each.nbytes
            if held > KEPT_BYTES and each is not run and not each.is_pending:
                self.runs.remove(each)
                self.forgotten.emit()

    def forget(self, document: Document) -> None:
        """A document was closed: the history has what of its runs has ended."""
        self.runs = [
            run for run in self.runs if run.is_pending or run.snapshot.document is not document
        ]
        self.forgotten.emit()

    def variant(self, variant_id: str) -> Variant | None:
        """The variant of that id, None where only the history has it."""
        everyone = (variant for run in reversed(self.runs) for variant in run.variants)
        return next((variant for variant in everyone if variant.id == variant_id), None)

    def began(self, run: Run) -> None:
        """A run is in the history, and its variants wait for their turn."""
        self.keep(run)
        self.run_added.emit(run)
        self._on_prepared(asyncio.current_task())

    def came(self, variant: Variant, arrived: PreparedEvent) -> None:
        """A variant has taken what the endpoint sent for it."""
        has_ended = isinstance(arrived.event, Completed)
        (self.changed_state if has_ended else self.changed)(variant)

    def changed(self, variant: Variant) -> None:
        """A variant shows, counts or says something else: told soon, and once for what follows."""
        if variant in self._told:
            self._told[variant] = True  # since it was told last, a moment ago
        else:
            self._told[variant] = False
            self._tasks.post(partial(self._tell, variant))

    def changed_state(self, variant: Variant) -> None:
        """A variant began or ended."""
        self.variant_changed.emit(variant)
        self.pending_changed.emit()

    def complained(self, error: StudioError) -> None:
        """Something is to be said that is no variant's own end."""
        self.failed.emit(error)

    def _tell(self, variant: Variant) -> None:
        self._told[variant] = False
        self.variant_changed.emit(variant)
        self._tasks.post_in(TOLD_EVERY_S, partial(self._tell_rest, variant))

    def _tell_rest(self, variant: Variant) -> None:
        if self._told.pop(variant):
            self.changed(variant)

    async def _perform(self, snapshot: Snapshot, endpoint: EndpointSource, *, first: bool) -> None:
        try:
            request = await asyncio.to_thread(freeze, snapshot)
            await asyncio.to_thread(snapshot.document.make_room)
            run = partial(perform, snapshot, request, endpoint, self._means, self, first=first)
            try:
                await run()
            except HistoryError as error:  # it could not begin, and nothing was sent
                if not await self.leave(error):
                    raise
                await run()
        except StudioError as error:
            self.failed.emit(error)

    def _on_prepared(self, task: asyncio.Task[Any] | None) -> None:
        run = next((each for each in self.preparing if each.task is task), None)
        if run is not None:
            self.withdraw(run)

    def _preparing_changed(self) -> None:
        self.preparing_changed.emit()
        self.pending_changed.emit()

    def _tick_while_pending(self) -> None:
        if not self.pending_count:
            self._ticks.stop()
        elif not self._ticks.isActive():
            self._ticks.start()

    async def _place_anew(self, variant: Variant) -> None:
        # Once more where a newer picture or a later wish has overtaken this one.
        while (raw := variant.raw) is not None and not variant.is_settled:
            shown = await asyncio.to_thread(placed_of, variant, raw, variant.known_shift)
            if variant.raw is raw:
                variant.place(shown)
        self.variant_changed.emit(variant)
        keep = partial(self._keep_placement, variant)
        await write_patiently(keep, partial(self._put_off, keep))

    def _put_off(self, write: Callable[[], object], fault: HistoryError) -> None:
        if can_be_tried_again(fault):
            self.intake.backlog.add(write, fault)
        self.failed.emit(fault)

    def _on_caught_up(self) -> None:
        for run in self.runs:
            for variant in run.variants:
                self.variant_changed.emit(variant)
        self.caught_up.emit()

    def _keep_placement(self, variant: Variant) -> None:
        """Have every other road to the result use the same choices (worker thread)."""
        mask = variant.mask
        blob = None if mask is None else self._history.put(coverage_png(mask), "image/png")
        placement_json = json.dumps(variant.placement.to_json())
        self._history.place(variant.id, placement_json=placement_json, mask=blob)


async def _stay(_: HistoryError) -> bool:
    return False
