"""Error mapping: faults of disk and database, said in words a person can act on."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from inpaint_studio.disk_faults import why_unwritable
from inpaint_studio.errors import HistoryError
from inpaint_studio.phrase import Phrase

_WORDS_BY_CODE = {
    sqlite3.SQLITE_FULL: (
        "The disk is full",
        "The history could not be written. Free some space on the disk of {folder} and try again.",
    ),
    sqlite3.SQLITE_BUSY: (
        "The history is in use",
        "Another program has held {folder} for too long. Close other Inpaint Studio windows and "
        "try again.",
    ),
    sqlite3.SQLITE_READONLY: (
        "The history is read-only",
        "Allow writing to {folder}, or choose another history folder in the settings.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "The history cannot be opened",
        "Check that {folder} exists and may be written to, or choose another history folder in "
        "the settings.",
    ),
    sqlite3.SQLITE_IOERR: (
        "The disk failed",
        "The history in {folder} could not be read or written: {fault}. Check the disk, and export "
        "what you need.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        "The history is damaged",
        "Restart Inpaint Studio: the damaged file in {folder} is then kept aside and a new "
        "history begun.",
    ),
}
_WORDS_BY_CODE[sqlite3.SQLITE_NOTADB] = _WORDS_BY_CODE[sqlite3.SQLITE_CORRUPT]
_WORDS_BY_CODE[sqlite3.SQLITE_LOCKED] = _WORDS_BY_CODE[sqlite3.SQLITE_BUSY]
_OTHER_WORDS = ("The history failed", "{fault}. Check the folder {folder} and try again.")

_CODE_BY_ERRNO = {
    errno.ENOSPC: sqlite3.SQLITE_FULL,
    errno.EDQUOT: sqlite3.SQLITE_FULL,
    errno.EFBIG: sqlite3.SQLITE_FULL,
    errno.EIO: sqlite3.SQLITE_IOERR,
    errno.EACCES: sqlite3.SQLITE_READONLY,
    errno.EPERM: sqlite3.SQLITE_READONLY,
    errno.EROFS: sqlite3.SQLITE_READONLY,
    errno.ENOENT: sqlite3.SQLITE_CANTOPEN,
    errno.ENOTDIR: sqlite3.SQLITE_CANTOPEN,
    errno.EEXIST: sqlite3.SQLITE_CANTOPEN,
}

_PRIMARY_CODE_MASK = 0xFF  # the rest of an extended result code only refines it


@contextmanager
def errors_mapped(folder: Path) -> Iterator[None]:
    """Turn faults of the block into HistoryError that names `folder` and says what to do."""
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as fault:
        raise _explained(fault, folder) from fault
    except OSError as fault:
        title, _ = _WORDS_BY_CODE.get(_CODE_BY_ERRNO.get(fault.errno or 0, -1), _OTHER_WORDS)
        words = Phrase(
            "{why} Or choose another history folder in the settings.",
            why=why_unwritable(folder, fault),
        )
        raise HistoryError(title, words) from fault


def is_damage(fault: BaseException | None) -> bool:
    """Whether the fault says that the database file itself is broken.

    What is asked of it is always the same, so whatever is not of the surroundings is damage: a name
    in the schema that is another now, a text that no longer is one, a row past all bounds.
    """
    if isinstance(fault, UnicodeDecodeError):  # SQLite's own words, quoting what is damaged
        return True
    if not isinstance(fault, sqlite3.DatabaseError):
        return False
    if getattr(fault, "sqlite_errorcode", None) == sqlite3.SQLITE_IOERR_SHORT_READ:
        return True
    code = _result_code(fault)
    return code is not None and code not in _OF_THE_SURROUNDINGS


def is_of_the_place(fault: BaseException | None) -> bool:
    """Whether the folder cannot be used: gone, read-only, or on a disk that fails."""
    if isinstance(fault, sqlite3.Error):
        return _result_code(fault) in _OF_THE_PLACE
    return isinstance(fault, OSError) and fault.errno not in (*_FULL, None)


def is_busy(fault: BaseException | None) -> bool:
    """Whether another program has held the database for longer than was waited."""
    return isinstance(fault, sqlite3.Error) and _result_code(fault) in (
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
    )


_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_OF_THE_PLACE = (
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_PERM,
)
_OF_THE_SURROUNDINGS = frozenset({
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_AUTH,
    sqlite3.SQLITE_ABORT,
    sqlite3.SQLITE_INTERRUPT,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_CONSTRAINT,
    sqlite3.SQLITE_MISUSE,
    sqlite3.SQLITE_NOLFS,
})  # fmt: skip


def _result_code(fault: sqlite3.Error) -> int | None:
    code: int | None = getattr(fault, "sqlite_errorcode", None)  # faults of the binding have none
    return None if code is None else code & _PRIMARY_CODE_MASK


def _explained(fault: sqlite3.Error | UnicodeDecodeError, folder: Path) -> HistoryError:
    code = _result_code(fault) if isinstance(fault, sqlite3.Error) else None
    if is_damage(fault):
        code = sqlite3.SQLITE_CORRUPT
    title, message = _WORDS_BY_CODE.get(-1 if code is None else code, _OTHER_WORDS)
    return HistoryError(title, Phrase(message, folder=folder, fault=fault))
