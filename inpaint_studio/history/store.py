"""The store: verbs that follow a run from the click to its end."""

from __future__ import annotations

import sqlite3
import time
import uuid
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from inpaint_studio.contract.events import Usage
from inpaint_studio.durable import make_private_folder
from inpaint_studio.errors import HistoryError
from inpaint_studio.history import maintenance, packing, reading, trash
from inpaint_studio.history.blobs import BlobFolder
from inpaint_studio.history.connections import Connections
from inpaint_studio.history.error_mapping import errors_mapped
from inpaint_studio.history.opening import DATABASE, opened
from inpaint_studio.history.process_locks import ProcessLock
from inpaint_studio.history.reader import HistoryReader
from inpaint_studio.history.records import (
    CheckReport,
    Flag,
    NewRun,
    RunRecord,
    State,
    VariantRecord,
)
from inpaint_studio.history.rows import (
    FLAG_NUMBERS,
    insert_run,
    new_variants,
    run_values,
    storable,
    usage_text,
)
from inpaint_studio.history.schema import open_database, transaction
from inpaint_studio.history.trash import KEPT_S, StoreSize

_BUSY_TIMEOUT_S = 15.0
"""Every transaction here is one of milliseconds; a backup program may take as long as this."""
_BRIEF_BUSY_TIMEOUT_MS = 100


class History(HistoryReader):
    """Everything ever run, kept in one folder that several processes may use at once.

    All but `put`, `blob_path`, `whole_listing`, `lineage` and `size` belong to the thread that made
    the object; each is one short transaction that is on the disk when it returns. Every verb
    raises HistoryError when the disk is full, read-only or in use by another program, or when the
    run has been deleted meanwhile.
    `notices` are words about what was found on opening.
    """

    def __init__(self, folder: Path, *, busy_timeout_s: float = _BUSY_TIMEOUT_S) -> None:
        self.folder = folder
        self._blobs = BlobFolder(folder / "blobs")
        self._process_lock = ProcessLock(folder / "live")
        try:
            with errors_mapped(folder):
                make_private_folder(folder)
                first, self.notices = opened(folder, self._process_lock, busy_timeout_s)
        except HistoryError:
            self._process_lock.take_down()
            raise
        path = folder / DATABASE
        again = partial(open_database, path, busy_timeout_s=busy_timeout_s)
        self._connections = Connections(path, first, again)

    def close(self) -> None:
        """Let go of the files. What is still running counts as left behind from now on."""
        self._process_lock.take_down()
        self._connections.close()

    def do_not_wait(self) -> None:
        """Have the calling thread, which is the window's, wait for other programs hardly at all."""
        with self._errors_mapped():
            self._connection.execute(f"PRAGMA busy_timeout = {_BRIEF_BUSY_TIMEOUT_MS}")

    def try_writing(self) -> None:
        """Write nothing, as everything is written: to know whether that can be done here."""
        with self._errors_mapped(), transaction(self._writable):
            self._blobs.try_writing()

    def become(self, other: History) -> None:
        """Be another one from now on, for everyone who has this."""
        lock, connections = self._process_lock, self._connections
        vars(self).update(vars(other))
        lock.take_down()
        connections.close()

    @property
    def _writable(self) -> sqlite3.Connection:
        self._connections.check_is_there()
        return self._connection

    def put(self, data: bytes, media_type: str) -> str:
        """Store an encoded file durably and return the name of its blob. Any thread may call it."""
        with errors_mapped(self.folder):
            self._connections.check_is_there()
            return self._blobs.put(data, media_type)

    def blob_path(self, name: str) -> Path:
        """Where the blob of that name lies; the file may have been deleted by someone."""
        return self._blobs.path(name)

    def begin(self, run: NewRun) -> RunRecord:
        """Write down a run and its `params.n` variants, all queued. Call it before sending."""
        columns = {
            "id": uuid.uuid4().hex,
            "created_at": time.time(),
            "owner": self._owner(),
            **run_values(run),
        }
        with self._writing():
            number = insert_run(self._connection, columns)
            self._connection.executemany(
                "INSERT INTO variants (id, run, position, seed, state) VALUES (?, ?, ?, ?, ?)",
                new_variants(run, number),
            )
        return self.run(columns["id"])

    def add_variant(self, run_id: str) -> VariantRecord:
        """Make room in a run for a picture nobody asked for; its variant is running."""
        variant_id = uuid.uuid4().hex
        with self._writing():
            run = reading.find_run(self._connection, run_id)
            self._connection.execute(
                "INSERT INTO variants (id, run, position, state) VALUES (?, ?, ?, 'running')",
                (variant_id, run.number, 1 + max(each.position for each in run.variants)),
            )
        return self.variant(variant_id)

    def start(self, variant_id: str) -> None:
        """The request of this variant is being sent: from now on it may be charged."""
        self._change(variant_id, state="running", title="", message="")

    def add_partial(self, variant_id: str, index: int, blob: str) -> None:
        """Keep an intermediate image; a later one of the same index takes its place."""
        with self._writing():
            reading.find_variant(self._connection, variant_id)
            self._connection.execute(
                "INSERT OR REPLACE INTO partials (variant, position, blob) VALUES (?, ?, ?)",
                (variant_id, index, blob),
            )

    def finish(
        self,
        variant_id: str,
        *,
        blob: str,
        media_type: str,
        usage: Usage | None = None,
        seconds: float | None = None,
        answer_json: str | None = None,
    ) -> None:
        """The result has come: its bytes, what was charged, and the server's answer."""
        self._change(
            variant_id,
            state="done",
            blob=blob,
            media_type=media_type,
            usage=usage_text(usage),
            seconds=seconds,
            answer_json=answer_json,
            title="",
            message="",
        )

    def fail(
        self,
        variant_id: str,
        *,
        state: State = "failed",
        title: str,
        message: str,
        seconds: float | None = None,
        answer_json: str | None = None,
    ) -> None:
        """No result will come: `state` is failed, stopped or interrupted. Partials are kept.

        A result that has come meanwhile stays.
        """
        self._change(
            variant_id,
            unless="done",
            state=state,
            title=storable(title),
            message=storable(message),
            seconds=seconds,
            answer_json=answer_json,
        )

    def place(self, variant_id: str, *, placement_json: str, mask: str | None) -> None:
        """Remember how a person has the result placed, and through the mask of which blob."""
        self._change(variant_id, placing=placement_json, mask=mask)

    def mark_accepted(self, variant_id: str, accepted: bool) -> None:
        """Remember whether the result is an edit of a document."""
        self._change(variant_id, accepted=accepted)

    def rate(self, variant_id: str, stars: int) -> None:
        """Give 0 to 5 stars."""
        self._change(variant_id, stars=stars)

    def set_flag(self, variant_id: str, flag: Flag) -> None:
        """Pick, reject, or take either back with ""."""
        self._change(variant_id, flag=FLAG_NUMBERS[flag])

    def trash(self, variant_ids: Iterable[str]) -> list[str]:
        """Put finished variants into the trash; returns those moved, for `restore`."""
        with self._errors_mapped():
            return trash.move_to_trash(self._writable, variant_ids)

    def restore(self, variant_ids: Iterable[str]) -> None:
        """Take variants out of the trash, with their stars and all."""
        with self._errors_mapped():
            trash.restore(self._writable, variant_ids)

    def purge(self, *, trashed_for_s: float = KEPT_S) -> int:
        """Delete for good what has lain in the trash that long; returns how many variants."""
        with self._errors_mapped():
            return trash.purge(
                self._writable,
                self._blobs,
                trashed_for_s=trashed_for_s,
                settled_s=maintenance.SETTLED_AFTER_S,
            )

    def size(self) -> StoreSize:
        """What all of it takes on the disk. Reads the whole folder; any thread may ask."""
        with errors_mapped(self.folder):
            database = sum(path.stat().st_size for path in self.folder.glob(f"{DATABASE}*"))
            return trash.measure(self._blobs, database)

    def take_in(self, rows: packing.Rows, *, are_own: bool = False) -> int:
        """Take over the packed runs that are not known here; returns how many.

        Where they `are_own`, what of them still runs is this process's.
        """
        owner = self._owner() if are_own else ""
        with self._errors_mapped():
            return packing.take_in(self._writable, rows, owner=owner)

    def put_named(self, files: Mapping[str, bytes]) -> None:
        """Store blobs that came with packed runs; any thread may. False names are left out."""
        with errors_mapped(self.folder):
            packing.put_named(self._blobs, files)

    def recover(self) -> list[VariantRecord]:
        """Mark as interrupted what processes that have died left queued or running.

        Runs of another process that lives are not touched.
        """
        with self._errors_mapped():
            return maintenance.interrupt_pending_of_the_dead(
                self._writable, self._process_lock.is_alive
            )

    def check(self) -> CheckReport:
        """Bring rows and files together: adopt pictures no row knows, mark missing results.

        Reads the whole folder: give a large history's check a History and a thread of its own.
        Raises HistoryError where the database is damaged: the next opening carries over the rest.
        """
        with self._errors_mapped():
            maintenance.verify(self._connection)
            return CheckReport(
                adopted=tuple(self._adopt_orphans()),
                missing=maintenance.mark_missing(self._connection, self._blobs),
                swept=self._blobs.sweep(older_than_s=maintenance.SETTLED_AFTER_S),
            )

    def keep_late(self, variant_id: str, data: bytes, media_type: str) -> bool:
        """Keep a result that nothing could be written of when it came; whether it is news.

        It is its variant's that ended without; one that is not here gets a run of its own.
        """
        blob = self.put(data, media_type)
        with self._errors_mapped():
            known = reading.find_variants(self._connection, "variants.id = ?", (variant_id,))
        if not known:
            self._adopt([blob])
        elif known[0].blob is None:
            self.finish(variant_id, blob=blob, media_type=media_type)
        else:
            return False
        return True

    def _adopt(self, names: Collection[str]) -> RunRecord:
        run = self.begin(maintenance.found_run(len(names)))
        maintenance.adopt(self._connection, run, names)
        return self.run(run.id)

    def _adopt_orphans(self) -> Iterator[RunRecord]:
        for names in maintenance.orphans(self._connection, self._blobs):
            yield self._adopt(names)

    def _owner(self) -> str:
        with self._errors_mapped():
            return self._process_lock.put_up()

    def _change(self, variant_id: str, *, unless: State | None = None, **columns: Any) -> None:
        """Set columns of a variant, but not of one whose state is `unless`."""
        settings = ", ".join(f"{name} = :{name}" for name in columns)
        with self._writing():
            changed = self._connection.execute(
                f"UPDATE variants SET {settings} WHERE id = :variant_id AND state IS NOT :unless",
                {**columns, "variant_id": variant_id, "unless": unless},
            )
            if not changed.rowcount:
                reading.find_variant(self._connection, variant_id)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with self._errors_mapped(), transaction(self._writable):
            yield
