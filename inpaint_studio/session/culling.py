"""Ratings, picks, rejections, trash: each can be taken back with Ctrl+Z in the gallery."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from inpaint_studio.history import Flag, History
from inpaint_studio.session.notice import Telling

Undo = Callable[[], object]
_MOST_STEPS = 200


@dataclass(frozen=True, slots=True)
class _Step:
    """`undo` takes it back; `run_ids` are the runs whose cards change."""

    undo: Undo
    run_ids: frozenset[str]


class Culling(QObject):
    """Judges variants by id. `changed` names a run whose cards are others now.

    The history is asked within `telling`.
    """

    changed = Signal(str)
    trashed = Signal(int)

    def __init__(
        self,
        history: History,
        telling: Telling,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._history = history
        self._telling = telling
        self._steps: list[_Step] = []

    def rate(self, ids: Sequence[str], stars: int) -> None:
        """Give 0 to 5 stars."""
        self._judge(ids, "stars", stars, self._history.rate)

    def flag(self, ids: Sequence[str], flag: Flag) -> None:
        """Pick, reject, or neither."""
        self._judge(ids, "flag", flag, self._history.set_flag)

    def trash(self, ids: Sequence[str]) -> None:
        """Put into the trash what is not running."""
        with self._telling:
            moved = self._history.trash(ids)
            if moved:
                self._remember(lambda: self._history.restore(moved), self._runs(moved))
                self.trashed.emit(len(moved))

    def restore(self, ids: Sequence[str]) -> None:
        """Take out of the trash."""
        with self._telling:
            runs = self._runs(ids)
            self._history.restore(ids)
            self._remember(lambda: self._history.trash(ids), runs)

    def undo(self) -> None:
        """Take the newest judgement back."""
        if self._steps:
            step = self._steps.pop()
            with self._telling:
                step.undo()
            self._tell(step.run_ids)

    def _judge(self, ids: Sequence[str], field: str, value, write) -> None:  # type: ignore[no-untyped-def]
        with self._telling:
            former = [(each, getattr(self._history.variant(each), field)) for each in ids]
            runs = self._runs(ids)
            for each in ids:
                write(each, value)
            self._remember(lambda: [write(each, was) for each, was in former], runs)

    def _runs(self, ids: Sequence[str]) -> frozenset[str]:
        return frozenset(self._history.variant(each).run_id for each in ids)

    def _remember(self, undo: Undo, run_ids: frozenset[str]) -> None:
        self._steps.append(_Step(undo, run_ids))
        del self._steps[:-_MOST_STEPS]
        self._tell(run_ids)

    def _tell(self, run_ids: frozenset[str]) -> None:
        for run_id in run_ids:
            self.changed.emit(run_id)
