"""A command's run, written into the history; without a history all of it does nothing."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from inpaint_studio import paths
from inpaint_studio.cli.inputs import EditJob, file_bytes
from inpaint_studio.cli.output import complain
from inpaint_studio.contract.events import Completed, PartialImage
from inpaint_studio.contract.media import sniff
from inpaint_studio.contract.profile import local_fill
from inpaint_studio.errors import HistoryError, StudioError
from inpaint_studio.history import History, NewRun, RunRecord
from inpaint_studio.picture.geometry import Box
from inpaint_studio.picture.mask import coverage_png
from inpaint_studio.runs.recording import (
    UNKNOWN_TYPE,
    Result,
    record_failure,
    record_result,
    store_image,
)
from inpaint_studio.settings import load_settings


def open_history() -> History:
    """The history the editor uses.

    Raises:
        HistoryError: it cannot be opened.
    """
    chosen = load_settings().settings.history_folder
    return History(Path(chosen) if chosen else paths.data_folder() / "history")


@contextmanager
def recording(job: EditJob, profile_name: str, *, is_wanted: bool) -> Iterator[Recording]:
    """Write the run down before anything is sent, and close the history with the block.

    A history that fails is complained of once and then left out: a result is worth more.
    """
    record = Recording(job)
    if is_wanted:
        record.guarded(lambda: record.begin(profile_name))
    try:
        yield record
    finally:
        record.close()


class Recording:
    """One run and where its variants stand."""

    def __init__(self, job: EditJob) -> None:
        self._job = job
        self._history: History | None = None
        self._run: RunRecord | None = None
        self._profile_name = ""
        self._ids: dict[int, str] = {}
        self._pending: set[str] = set()
        self._started = time.monotonic()

    @property
    def number(self) -> int | None:
        """The run's number in the history."""
        return self._run.number if self._run else None

    def begin(self, profile_name: str) -> None:
        """Open the history and write the run."""
        self._history = open_history()
        self._profile_name = profile_name
        self._run = self._history.begin(self._new_run(self._history, profile_name))
        self._ids = {variant.position: variant.id for variant in self._run.variants}
        self._pending = set(self._ids.values())

    def start(self) -> None:
        """Everything is being sent."""
        self._started = time.monotonic()
        self._with_each(lambda history, variant: history.start(variant))

    def partial(self, event: PartialImage) -> None:
        """An intermediate image has come."""
        self._with(
            self._ids.get(event.variant),
            lambda history, variant: history.add_partial(
                variant, event.index, store_image(history, event)
            ),
        )

    def keep(self, event: Completed) -> None:
        """A result has come: its bytes are safe before anything is done with them.

        One beyond what was asked for gets a variant of its own.
        """
        history, run = self._history, self._run
        if history is None or run is None:
            return
        self.guarded(lambda: self._keep(history, run, event))

    def _keep(self, history: History, run: RunRecord, event: Completed) -> None:
        store_image(history, event)
        if event.variant not in self._ids:
            self._ids[event.variant] = history.add_variant(run.id).id

    def result(self, result: Result) -> None:
        """It has been looked into."""
        event, seconds = result.event, self._seconds()
        self._with(
            self._ids.get(event.variant),
            lambda history, variant: record_result(
                history, variant, store_image(history, event), result, seconds
            ),
        )
        self._pending.discard(self._ids.get(event.variant, ""))

    def variant_failed(self, position: int, error: StudioError) -> None:
        """Nothing more will come of one variant."""
        self._with(
            self._ids.get(position),
            lambda history, variant: record_failure(history, variant, error, self._seconds()),
        )
        self._pending.discard(self._ids.get(position, ""))

    def failed(self, error: StudioError) -> None:
        """Nothing more will come of all that are pending."""
        self._with_each(
            lambda history, variant: record_failure(history, variant, error, self._seconds())
        )
        self._pending.clear()

    def stopped(self) -> None:
        """The person has stopped it."""
        is_free = self._profile_name == local_fill("").name
        words = StudioError(
            "Stopped", "Local fill costs nothing." if is_free else "It may have been charged."
        )
        self._with_each(
            lambda history, variant: record_failure(
                history, variant, words, self._seconds(), "stopped"
            )
        )
        self._pending.clear()

    def close(self) -> None:
        """Let go of the history."""
        if self._history is not None:
            self._history.close()
            self._history = None

    def guarded(self, verb: Callable[[], None]) -> None:
        """Do it; on failure complain and go on without a history."""
        try:
            verb()
        except HistoryError as error:
            complain(error)
            self.close()

    def _with_each(self, verb: Callable[[History, str], None]) -> None:
        for variant in tuple(self._pending):
            self._with(variant, verb)

    def _with(self, variant: str | None, verb: Callable[[History, str], None]) -> None:
        history = self._history
        if history is not None and variant is not None:
            self.guarded(lambda: verb(history, variant))

    def _seconds(self) -> float:
        return time.monotonic() - self._started

    def _new_run(self, history: History, profile_name: str) -> NewRun:
        request, source = self._job.request, self._job.source
        data = file_bytes(self._job.source_path)
        sent = request.images[0]
        assert isinstance(sent.content, bytes)
        mask, painted = request.mask.content if request.mask else None, self._job.mask
        return NewRun(
            params=request.params,
            profile_name=profile_name,
            source_name=source.name,
            source=history.put(data, sniff(data) or UNKNOWN_TYPE),
            sent_image=history.put(sent.content, sent.media_type),
            mask=history.put(mask, "image/png") if isinstance(mask, bytes) else None,
            painted=None if painted is None else history.put(coverage_png(painted), "image/png"),
            frame=Box.of_size(source.size),
            sent_size=source.size,
            seeds=request.seeds,
        )
