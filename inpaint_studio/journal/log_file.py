"""The log of one journal as a file: appended to the disk record by record, rewritten when it grows.

For one thread. Verbs raise OSError where the disk will not have it; what was there before stays.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from inpaint_studio.durable import make_private_folder, sync_folder, write_durably
from inpaint_studio.file_lock import FileLock, try_lock
from inpaint_studio.journal.kept_files import KeptFiles
from inpaint_studio.journal.records import Record, encode_record, read_records
from inpaint_studio.journal.replay import Replay, replay_of

LOG = "log"
LOCK = "lock"
ROOM_BYTES = 32 << 20
"""A log is rewritten when it is more than this over twice what it came to the last time."""


class LogFile:
    """The log in `folder`, locked from `begin` on until it is closed or removed."""

    def __init__(self, folder: Path, lock: FileLock | None = None) -> None:
        self.folder = folder
        self.files = KeptFiles(folder)
        self.storing = 0
        """How many files other threads are storing that no record may name yet."""
        self._lock = lock
        self._descriptor: int | None = None
        self._size = self._rewrite_above = 0

    def hold(self) -> None:
        """Make the folder and lock it."""
        if self._lock is None:
            make_private_folder(self.folder)
            sync_folder(self.folder.parent)
            self._lock = try_lock(self.folder / LOCK)

    def begin(self, records: Iterable[Record]) -> None:
        """Write these records in place of what the log holds."""
        self.hold()
        data = b"".join(map(encode_record, records))
        path = self.folder / LOG
        write_durably(path, data, is_private=True)
        self._let_go()
        self._descriptor = os.open(path, os.O_WRONLY | os.O_APPEND)
        self._size = len(data)
        self._rewrite_above = 2 * self._size + ROOM_BYTES

    def append(self, record: Record) -> None:
        """Bring one record to the disk, whole or not at all."""
        assert self._descriptor is not None
        data = encode_record(record)
        try:
            _write_all(self._descriptor, data)
            os.fsync(self._descriptor)
        except OSError:
            with suppress(OSError):
                os.ftruncate(self._descriptor, self._size)
            raise
        self._size += len(data)
        if self._size > self._rewrite_above:
            self._rewrite()

    def close(self) -> None:
        """Let go of the file and its lock."""
        self._let_go()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def remove(self) -> None:
        """Delete the journal, the log before what it names."""
        with suppress(OSError):
            (self.folder / LOG).unlink(missing_ok=True)
        self.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _rewrite(self) -> None:
        replay = read_replay(self.folder)
        self._rewrite_above = 2 * self._size
        if replay is None:
            return
        with suppress(OSError):  # no room for both: the long log is whole, and goes on
            self.begin(replay.records())
            if not self.storing:
                self.files.keep_only(replay.files())

    def _let_go(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def read_replay(folder: Path) -> Replay | None:
    """What the log in `folder` tells, up to its last whole record; None where that is nothing.

    Raises:
        OSError: it cannot be read.
    """
    try:
        data = (folder / LOG).read_bytes()
    except FileNotFoundError:
        return None
    records = list(read_records(data))
    replay = replay_of(record for record, _ in records)
    if replay is not None:
        replay.unread_bytes = len(data) - records[-1][1]
    return replay


def _write_all(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
