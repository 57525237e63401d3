"""What can be asked of a history; nothing here writes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from inpaint_studio.contract.events import Usage
from inpaint_studio.errors import HistoryError
from inpaint_studio.history import lineage, listing, packing, reading, salvage, trash
from inpaint_studio.history.connections import Connections
from inpaint_studio.history.error_mapping import errors_mapped, is_damage
from inpaint_studio.history.filters import EVERYTHING, Filter
from inpaint_studio.history.listing import Listing
from inpaint_studio.history.opening import DATABASE
from inpaint_studio.history.records import RunRecord, VariantRecord
from inpaint_studio.history.trash import CleanupRule


class HistoryReader:
    """The half of `History` that reads; each is one short query.

    Raises HistoryError where the database cannot be read, or the run has been deleted meanwhile.
    """

    folder: Path
    _connections: Connections

    def run(self, run_id: str) -> RunRecord:
        """The run of that id."""
        with self._errors_mapped():
            return reading.find_run(self._connection, run_id)

    def run_numbered(self, number: int) -> RunRecord:
        """The run of that number."""
        with self._errors_mapped():
            return reading.find_run_numbered(self._connection, number)

    def variant(self, variant_id: str) -> VariantRecord:
        """The variant of that id."""
        with self._errors_mapped():
            return reading.find_variant(self._connection, variant_id)

    def runs(self, filter_: Filter = EVERYTHING, *, limit: int = 100) -> list[RunRecord]:
        """Up to `limit` runs, newest first, with those of their variants that meet the filter."""
        with self._errors_mapped():
            return listing.matching_runs(self._connection, filter_, limit)

    def runs_numbered(self, numbers: list[int]) -> list[RunRecord]:
        """Those of the runs that still exist, newest first."""
        with self._errors_mapped():
            return listing.runs_of(self._connection, numbers)

    def count(self) -> int:
        """How many runs there are."""
        with self._errors_mapped():
            return int(self._connection.execute("SELECT count(*) FROM runs").fetchone()[0])

    def children(self, variant_id: str) -> list[RunRecord]:
        """The runs whose source was this variant's result, newest first."""
        with self._errors_mapped():
            return reading.child_runs(self._connection, variant_id)

    def lineage(self, variant_id: str) -> list[RunRecord]:
        """The runs that descend from the picture this variant came from, parents first.

        Read over a connection of its own; for a worker.
        """
        path = self.folder / DATABASE
        with self._errors_mapped(), listing.reading_connection(path) as connection:
            return lineage.find_lineage(connection, variant_id)

    def listing(
        self, filter_: Filter, *, limit: int | None = None, run_id: str | None = None
    ) -> Listing:
        """The variants that meet the filter, as numbers, in the order they are shown."""
        with self._errors_mapped():
            return listing.list_variants(self._connection, filter_, limit=limit, run_id=run_id)

    def whole_listing(self, filter_: Filter) -> Listing:
        """All of them, read over a connection of its own; for a worker."""
        path = self.folder / DATABASE
        with errors_mapped(self.folder), listing.reading_connection(path) as connection:
            return listing.list_variants(connection, filter_)

    def models_in_use(self) -> list[str]:
        """Models there are runs of, the most frequent first."""
        with self._errors_mapped():
            return listing.values_in_use(self._connection, "model")

    def profiles_in_use(self) -> list[str]:
        """Profile names there are runs of, the most frequent first."""
        with self._errors_mapped():
            return listing.values_in_use(self._connection, "profile_name")

    def typical_seconds(self, model: str, profile_name: str) -> float | None:
        """The median of what the latest results of a model took there; None without any."""
        with self._errors_mapped():
            return reading.typical_seconds(self._connection, model, profile_name)

    def usage_between(self, since: float, until: float) -> dict[str, Usage]:
        """The usages of all runs begun between those Unix times, added up for each model."""
        with self._errors_mapped():
            return reading.usage_by_model(self._connection, since, until)

    def cleanup_candidates(self, rule: CleanupRule) -> list[str]:
        """What `trash` should be given to clean up by that rule."""
        with self._errors_mapped():
            return trash.candidates(self._connection, rule)

    def packed(self, runs: Iterable[RunRecord], *, with_pending: bool = False) -> packing.Rows:
        """These runs as plain JSON values, to go into a project file or another history."""
        with self._errors_mapped():
            return packing.pack(self._connection, runs, with_pending=with_pending)

    @property
    def _connection(self) -> sqlite3.Connection:
        return self._connections.of_thread()

    @contextmanager
    def _errors_mapped(self) -> Iterator[None]:
        try:
            with errors_mapped(self.folder):
                yield
        except HistoryError as error:
            if is_damage(error.__cause__):
                salvage.mark_damaged(self.folder)
            raise
