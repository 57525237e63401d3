"""Where a command writes its run down: the history the editor uses, or nowhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar
from uuid import uuid4

from inpaint_studio import paths
from inpaint_studio.cli.output import complain
from inpaint_studio.errors import HistoryError
from inpaint_studio.history import History, NewRun, RunRecord, VariantRecord
from inpaint_studio.settings import load_settings

T = TypeVar("T")


def open_history() -> History:
    """The history the editor uses.

    Raises:
        HistoryError: it cannot be opened.
    """
    chosen = load_settings().settings.history_folder
    return History(Path(chosen) if chosen else paths.data_folder() / "history")


class CommandLedger:
    """The history where it `is_wanted`; one that fails is complained of once and then left out.

    A result is worth more than its row. `number` is the run's in the history.
    """

    def __init__(self, *, is_wanted: bool) -> None:
        self.number: int | None = None
        self._count = 0
        self._history: History | None = None
        self._failing = Lock()
        if is_wanted:
            try:
                self._history = open_history()
            except HistoryError as error:
                complain(error)

    def close(self) -> None:
        """Let go of the history."""
        if self._history is not None:
            self._history.close()
            self._history = None

    def put(self, data: bytes, media_type: str) -> str:
        """As in the history; "" without one."""
        return self._in_history(lambda history: history.put(data, media_type), "")

    def begin(self, new_run: NewRun) -> RunRecord:
        """As in the history; a record of the same shape without one."""
        self._count = new_run.params.n
        record = self._in_history(lambda history: history.begin(new_run), None)
        if record is None:
            return _unkept(new_run)
        self.number = record.number
        return record

    def add_variant(self, run_id: str) -> VariantRecord:
        """As in the history; a record of the same shape without one."""
        here = VariantRecord(id=uuid4().hex, run_id=run_id, position=self._count, state="running")
        self._count += 1
        return self._in_history(lambda history: history.add_variant(run_id), here)

    def start(self, variant_id: str) -> None:
        """As in the history."""
        self._in_history(lambda history: history.start(variant_id), None)

    def add_partial(self, variant_id: str, index: int, blob: str) -> None:
        """As in the history."""
        self._in_history(lambda history: history.add_partial(variant_id, index, blob), None)

    def finish(self, variant_id: str, **values: Any) -> None:
        """As in the history."""
        self._in_history(lambda history: history.finish(variant_id, **values), None)

    def fail(self, variant_id: str, **values: Any) -> None:
        """As in the history."""
        self._in_history(lambda history: history.fail(variant_id, **values), None)

    def _in_history(self, change: Callable[[History], T], otherwise: T) -> T:
        history = self._history
        if history is None:
            return otherwise
        try:
            return change(history)
        except HistoryError as error:
            with self._failing:
                if self._history is not None:
                    complain(error)
                    self.close()
            return otherwise


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
