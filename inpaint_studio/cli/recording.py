"""Where a command writes its run down: the history the editor uses, or nowhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Any, TypeVar
from uuid import uuid4

from inpaint_studio.cli.output import complain, warn
from inpaint_studio.errors import HistoryError
from inpaint_studio.history import History, NewRun, RunRecord, VariantRecord
from inpaint_studio.history.blobs import blob_name
from inpaint_studio.runs.backlog import Backlog, can_be_tried_again
from inpaint_studio.settings import history_path, load_settings

T = TypeVar("T")


def open_history() -> History:
    """The history the editor uses.

    Raises:
        HistoryError: it cannot be opened.
    """
    return History(history_path(load_settings().settings))


class CommandLedger:
    """The history where it `is_wanted`: a run goes on without its rows, a result is worth more.

    What the history does not take waits in `backlog`, in its order, and is tried again while the
    run goes on and at its end. `number` is the run's in the history.
    """

    def __init__(self, *, is_wanted: bool) -> None:
        self.number: int | None = None
        self.backlog = Backlog()
        self._history: History | None = None
        self._count = 0
        self._has_begun = False
        self._has_complained = False
        self._ids: dict[str, str] = {}
        if is_wanted:
            try:
                self._history = open_history()
            except HistoryError as error:
                complain(error)

    def close(self) -> None:
        """Let go of the history, once the backlog is closed, and say what is missing there."""
        if self._history is None:
            return
        if (reason := self.backlog.reason) is not None:
            complain(HistoryError("Not all of this run is in the history", reason.message))
        elif self._has_complained:
            warn("What could not be kept before is in the history now.")
        self._history.close()
        self._history = None

    def complain(self, error: HistoryError) -> None:
        """Say once why the history does not take what comes."""
        if not self._has_complained:
            self._has_complained = True
            complain(error)

    def put(self, data: bytes, media_type: str) -> str:
        """As in the history; "" without one.

        Raises:
            HistoryError: an image cannot be stored; whoever took it in has that tried again.
        """
        if self._history is None:
            return ""
        if self._has_begun:
            return self._history.put(data, media_type)
        kept = self._write(lambda history: history.put(data, media_type))
        return kept or blob_name(data, media_type)

    def begin(self, new_run: NewRun) -> RunRecord:
        """As in the history; a record of the same shape without one, or until it is written."""
        self._count, here = new_run.params.n, _unkept(new_run)

        def begin(history: History) -> RunRecord:
            record = history.begin(new_run)
            self.number = record.number
            self._ids[here.id] = record.id
            names = zip(here.variants, record.variants, strict=True)
            self._ids.update((mine.id, theirs.id) for mine, theirs in names)
            return record

        record = self._write(begin)
        self._has_begun = True
        return here if record is None else record

    def add_variant(self, run_id: str) -> VariantRecord:
        """As in the history; a record of the same shape without one, or until it is written."""
        here = VariantRecord(id=uuid4().hex, run_id=run_id, position=self._count, state="running")
        self._count += 1

        def add(history: History) -> None:
            self._ids[here.id] = history.add_variant(self._id(run_id)).id

        self._write(add)
        return here

    def start(self, variant_id: str) -> None:
        """As in the history."""
        self._write(lambda history: history.start(self._id(variant_id)))

    def add_partial(self, variant_id: str, index: int, blob: str) -> None:
        """As in the history; raises as `put` does."""
        if self._history is not None:
            self._history.add_partial(self._id(variant_id), index, blob)

    def finish(self, variant_id: str, **values: Any) -> None:
        """As in the history; raises as `put` does."""
        if self._history is not None:
            self._history.finish(self._id(variant_id), **values)

    def fail(self, variant_id: str, **values: Any) -> None:
        """As in the history."""
        self._write(lambda history: history.fail(self._id(variant_id), **values))

    def _id(self, here: str) -> str:
        """What the history calls a run or variant that it did not take at first."""
        return self._ids.get(here, here)

    def _write(self, change: Callable[[History], T]) -> T | None:
        """Now, or after all that waits: what the change returns, None where that comes later."""
        history = self._history
        if history is None:
            return None
        reason = self.backlog.reason
        try:
            if reason is None:
                return change(history)
        except HistoryError as error:
            self.complain(error)
            if not can_be_tried_again(error):
                return None
            reason = error
        self.backlog.add(lambda: change(history), reason)
        return None


def _unkept(new_run: NewRun) -> RunRecord:
    """The record of a run that is in no history."""
    run_id, count = uuid4().hex, new_run.params.n
    seeds = new_run.seeds or (None,) * count
    told = {field.name: getattr(new_run, field.name) for field in fields(NewRun)}
    del told["seeds"]
    return RunRecord(
        id=run_id,
        number=0,
        created_at=0.0,
        **told,
        variants=tuple(
            VariantRecord(id=f"{run_id}-{k}", run_id=run_id, position=k, state="queued", seed=seed)
            for k, seed in enumerate(seeds)
        ),
    )
