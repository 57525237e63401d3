"""Looks after the history while nobody waits for it: empties the trash, checks the files.

What could not be written into it the last time is taken in after that.
"""

from __future__ import annotations

import asyncio
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from inpaint_studio.history import CheckReport, History
from inpaint_studio.phrase import Phrase
from inpaint_studio.runs.unkept_copies import take_in_copies
from inpaint_studio.session.history_place import HistoryPlace
from inpaint_studio.session.notice import Notice
from inpaint_studio.session.tasks import Tasks

_AFTER_START_MS = 3000  # the first picture and the first stroke go before


class HistoryCare(QObject):
    """Checks once, a moment after the start, over a connection and in a thread of its own."""

    noticed = Signal(object)  # Notice
    changed = Signal()
    """Runs came or went, or results are missing."""

    def __init__(
        self, history: History, place: HistoryPlace, tasks: Tasks, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._history = history
        self._place = place
        self._tasks = tasks
        self._timer = QTimer(self, singleShot=True, interval=_AFTER_START_MS)
        self._timer.timeout.connect(self.check)
        self._timer.start()

    def stop(self) -> None:
        """The session ends: do not begin any more."""
        self._timer.stop()

    def check(self) -> None:
        """Check now."""
        self._timer.stop()
        self._tasks.start(self._check())

    async def _check(self) -> None:
        takes_copies = not self._place.is_aside
        report, purged, taken = await asyncio.to_thread(
            _look_after, self._history.folder, takes_copies=takes_copies
        )
        if report.adopted or report.missing or purged or taken:
            self.changed.emit()
        for words in _messages(report, taken):
            self.noticed.emit(Notice("warning", *words))


def _look_after(folder: Path, *, takes_copies: bool) -> tuple[CheckReport, int, int]:
    with closing(History(folder)) as history:
        report, purged = history.check(), history.purge()
        return report, purged, take_in_copies(history) if takes_copies else 0


def _messages(report: CheckReport, taken: int) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    if taken:
        found.append((
            Phrase("{count} results that could not be kept before are in the history", count=taken),
            Phrase("They are with their runs. One of no known run has a run of its own."),
        ))  # fmt: skip
    if report.adopted:
        count = sum(len(run.variants) for run in report.adopted)
        found.append((
            Phrase("{count} pictures were found that no run knew", count=count),
            Phrase("They are in the history now, as “Found in the history folder”."),
        ))  # fmt: skip
    missing = [variant for variant in report.missing if variant.trashed_at is None]
    if missing:
        found.append((
            Phrase("The files of {count} results have gone", count=len(missing)),
            Phrase(
                "Their cards say so. Restore the history folder from a backup, or trash the cards."
            ),
        ))  # fmt: skip
    return found
