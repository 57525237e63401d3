"""Partials, and other earlier pictures, shown in place of the newest until that is back."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QObject

from inpaint_studio.errors import StudioError
from inpaint_studio.history import History
from inpaint_studio.picture.image_file import decode_result
from inpaint_studio.runs.partials import Still
from inpaint_studio.runs.run import Shown, Variant, placed_of
from inpaint_studio.runs.stored_results import found_shift
from inpaint_studio.session.runs import Runs
from inpaint_studio.session.tasks import Tasks


class Partials(QObject):
    """Puts stills of variants into their pictures, in workers; nothing is sent."""

    def __init__(self, history: History, runs: Runs, tasks: Tasks) -> None:
        super().__init__()
        self._history = history
        self._runs = runs
        self._tasks = tasks
        self._under_way: dict[str, asyncio.Task[None]] = {}

    def show(self, variant: Variant, still: Still) -> None:
        """Show this still of the variant, and accept it if the variant is; a later wish wins."""
        variant.choose_still(still.blob, is_result=still.is_result)
        self._under_way[variant.id] = self._tasks.start(self._show(variant, still.blob))

    def is_busy(self, variant: Variant) -> bool:
        """Whether what is wanted of the variant is not what it shows yet."""
        task = self._under_way.get(variant.id)
        return task is not None and not task.done()

    async def shown(self, variant: Variant) -> None:
        """Wait until the variant shows what is wanted of it."""
        while self.is_busy(variant):
            await asyncio.wait([self._under_way[variant.id]])

    async def _show(self, variant: Variant, blob: str) -> None:
        try:
            shown = await asyncio.to_thread(self._placed, variant, blob)
        except (StudioError, OSError):
            return  # what is shown stays; the strip shows no picture for this one either
        if variant.chosen_still == blob:
            variant.place(shown)
            self._under_way.pop(variant.id, None)  # before those who ask on hearing of it
            self._runs.changed(variant)

    def _placed(self, variant: Variant, blob: str) -> Shown:
        """Read a still and put it into its picture (worker thread)."""
        decoded = decode_result(self._history.blob_path(blob).read_bytes())
        raw = variant.run.snapshot.site.fitted(decoded)
        record = self._history.variant(variant.id)
        shift = found_shift(record) if blob == record.blob else None
        return placed_of(variant, raw, shift)
