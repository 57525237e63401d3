"""Cards of variants that wait or run: how they stand right now, and stopping them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from inpaint_studio.errors import HistoryError
from inpaint_studio.history import History
from inpaint_studio.runs.run import Run, Variant
from inpaint_studio.session.runs import Runs
from inpaint_studio.ui.gallery.cards import Live


class LiveCards:
    """Finds the variants behind cards. Those of earlier sessions are passed over."""

    def __init__(self, runs: Runs, history: History) -> None:
        self._runs = runs
        self._history = history
        self._typical: dict[str, float | None] = {}

    def actions(self) -> dict[str, Callable[[list[str]], None]]:
        """What can be done with live cards; each gets the ids of their variants."""
        return {"stop": self._stop, "stop_run": self._stop_runs, "send_now": self._send_now}

    def live_of(self, variant_id: str) -> Live:
        """How a variant stands right now."""
        variant = self._runs.variant(variant_id)
        if variant is None:
            return Live()
        draft = draft_name(variant.run) if variant.run.draft is not None else None
        return Live(
            wait_s=variant.wait_s,
            reason=variant.title,
            draft=draft,
            elapsed_s=int(variant.elapsed_s),
            typical_s=self._typical_s(variant.run),
        )

    def _typical_s(self, run: Run) -> float | None:
        """Asked once for a run, which would otherwise count among those it is compared with."""
        if run.id not in self._typical:
            self._typical[run.id] = self._usual_s(run)
        return self._typical[run.id]

    def _usual_s(self, run: Run) -> float | None:
        try:
            return self._history.typical_seconds(run.snapshot.params.model, run.profile.name)
        except HistoryError:
            return None  # it says elsewhere why it cannot be read

    def _stop(self, ids: list[str]) -> None:
        for variant in self._variants(ids):
            self._runs.stop(variant)
        for each in ids:
            self._runs.stop_preparing(each)

    def _stop_runs(self, ids: Iterable[str]) -> None:
        for run in {variant.run.id: variant.run for variant in self._variants(ids)}.values():
            self._runs.stop_run(run)

    def _send_now(self, ids: Iterable[str]) -> None:
        for variant in self._variants(ids):
            self._runs.send_now(variant)

    def _variants(self, ids: Iterable[str]) -> list[Variant]:
        found = (self._runs.variant(each) for each in ids)
        return [variant for variant in found if variant is not None]


def draft_name(run: Run) -> str:
    """What the thumbnail of a run's draft is called among those of blobs."""
    return f"draft-{run.id}"
