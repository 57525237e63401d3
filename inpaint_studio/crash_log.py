"""What Python says when it is torn down: a file per process, found by the next start.

Python writes the stacks of all threads into it on a segmentation fault, an abort and the like. A
process that ends as it should takes its file away; one that was killed leaves it empty.
"""

from __future__ import annotations

import faulthandler
import os
from contextlib import suppress
from pathlib import Path
from typing import IO

from inpaint_studio import paths
from inpaint_studio.durable import make_private_folder
from inpaint_studio.file_lock import FileLock, try_lock

_SUFFIX = ".log"
_SEEN_SUFFIX = ".seen"
_KEPT = 10
_SHOWN_CHARACTERS = 20_000


class CrashLog:
    """The file of the running process; nothing where its folder cannot be written to."""

    def __init__(self) -> None:
        self._lock: FileLock | None = None
        self._file: IO[str] | None = None

    def open(self) -> None:
        """From now on a crash is written down."""
        path = _folder() / f"{os.urandom(16).hex()}{_SUFFIX}"
        try:
            make_private_folder(path.parent)
            self._lock = try_lock(path)
            self._file = path.open("w", encoding="utf-8")
        except OSError:
            faulthandler.enable()
            return
        faulthandler.enable(self._file)

    def close(self) -> None:
        """The process ends as it should."""
        if self._file is None or self._lock is None:
            return
        faulthandler.disable()
        self._file.close()
        self._lock.release(remove=True)
        self._file = self._lock = None


def earlier_crash() -> str:
    """What the last process that crashed has said, "" where none did; told once."""
    told = [text for path in _logs() if (text := _taken(path))]
    _forget_old()
    return told[-1] if told else ""


def _logs() -> list[Path]:
    with suppress(OSError):
        return sorted(_folder().glob(f"*{_SUFFIX}"), key=lambda path: path.stat().st_mtime)
    return []


def _taken(path: Path) -> str:
    """The text of a dead process's file, which is put aside, or deleted where it is empty."""
    with suppress(OSError):
        lock = try_lock(path)
        if lock is None:
            return ""
        text = path.read_text("utf-8", "replace")
        if text:
            path.replace(path.with_suffix(_SEEN_SUFFIX))
        lock.release(remove=not text)
        return text[-_SHOWN_CHARACTERS:]
    return ""


def _forget_old() -> None:
    with suppress(OSError):
        seen = sorted(_folder().glob(f"*{_SEEN_SUFFIX}"), key=lambda path: path.stat().st_mtime)
        for path in seen[:-_KEPT]:
            path.unlink(missing_ok=True)


def _folder() -> Path:
    return paths.data_folder() / "crashes"
