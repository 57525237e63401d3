"""Where the history is, and another place for it where that can no longer be written to."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterable
from contextlib import ExitStack, suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from inpaint_studio.errors import HistoryError, StudioError
from inpaint_studio.history import History, RunRecord
from inpaint_studio.history.error_mapping import is_of_the_place
from inpaint_studio.history.packing import Rows, blobs_of
from inpaint_studio.phrase import Phrase
from inpaint_studio.session.notice import Notice
from inpaint_studio.session.runs import Runs
from inpaint_studio.session.settings_store import SettingsStore
from inpaint_studio.session.tasks import Tasks

_ALL = 1_000_000


class HistoryPlace(QObject):
    """Has the session's history go on elsewhere, with all that is under way.

    Everyone keeps the same `History`: it is another folder's from then on.
    """

    lost = Signal(object)  # Notice: a person is to choose another folder
    noticed = Signal(object)  # Notice
    moved = Signal()

    def __init__(
        self,
        history: History,
        runs: Runs,
        settings: SettingsStore,
        tasks: Tasks,
        found: Notice | None,
    ) -> None:
        super().__init__()
        self._found = found
        self._history = history
        self._runs = runs
        self._settings = settings
        self._tasks = tasks
        self._moving = asyncio.Lock()
        self.is_aside = found is not None
        """Whether the history is only where it is until its own place can be used again."""
        runs.leave = self.leave

    def tell(self) -> None:
        """Say it, where the history could not be used from the start."""
        if self._found is not None:
            self.lost.emit(self._found)

    def heed(self, error: StudioError) -> None:
        """Look whether the place is the fault; called with every error that is told."""
        if isinstance(error, HistoryError) and is_of_the_place(error.__cause__):
            self._tasks.start(self.leave(error))

    def choose(self, folder: Path) -> None:
        """Keep the history in that folder from now on, with all that was run meanwhile."""
        self._tasks.start(self._choose(folder), failed=self._refuse)

    async def leave(self, error: HistoryError) -> bool:
        """Go on aside where `error` came of the place; whether something can be written now."""
        if not is_of_the_place(error.__cause__):
            return False
        async with self._moving:
            try:
                await asyncio.to_thread(self._history.try_writing)
            except HistoryError as still:
                if not is_of_the_place(still.__cause__):
                    return False
            else:
                return True  # it has been moved meanwhile, or its disk is back
            notice, aside = set_aside(error)
            known: list[RunRecord] = []
            for run in self._runs.runs:
                with suppress(HistoryError):
                    known.append(self._history.run(run.id))
            await self._go_on_in(aside, known)
            self.is_aside = True
        self.lost.emit(notice)
        return True

    async def _choose(self, folder: Path) -> None:
        async with self._moving:
            await self._go_on_in(folder, self._history.runs(limit=_ALL))
            self.is_aside = False
        self._settings.change(history_folder=str(folder))
        self._settings.took_effect("history_folder")
        self.noticed.emit(Notice("done", Phrase("The history is in {folder} now", folder=folder)))

    async def _go_on_in(self, folder: Path, runs: Iterable[RunRecord]) -> None:
        rows = self._history.packed(runs, with_pending=True)
        other = await asyncio.to_thread(_copied, self._history, folder, rows)
        self._history.become(other)
        self._history.do_not_wait()
        self._runs.lineage.forget_what_is_not_in(self._history)
        self.moved.emit()

    def _refuse(self, error: StudioError) -> None:
        self.lost.emit(Notice("warning", error.title, error.message, stays=True))


def _copied(history: History, folder: Path, rows: Rows) -> History:
    """A history in `folder` with packed runs, and what can be read of their files (worker)."""
    with ExitStack() as stack:
        copy = History(folder)
        stack.callback(copy.close)
        for name in blobs_of(rows):
            with suppress(OSError):
                copy.put_named({name: history.blob_path(name).read_bytes()})
        copy.take_in(rows, are_own=True)
        stack.pop_all()
    return copy


def set_aside(error: StudioError) -> tuple[Notice, Path]:
    """A folder for what is run where the history cannot be used, and what to say of it."""
    aside = Path(tempfile.mkdtemp(prefix="inpaint-studio-history-"))
    words = Phrase(
        "{message} What you run now is kept in {aside}.", message=error.message, aside=aside
    )
    return Notice("warning", error.title, words, stays=True), aside
