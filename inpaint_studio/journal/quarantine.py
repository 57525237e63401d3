"""Quarantine: what is left of journals that cannot be read to their end is kept aside."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from inpaint_studio.file_lock import try_lock
from inpaint_studio.journal.log_file import LOCK, LOG, read_replay

_PREFIX = "damaged-"


def folders_of(folder: Path) -> list[Path]:
    """The journals in `folder`, without those that are kept aside."""
    try:
        found = list(folder.iterdir())
    except OSError:
        return []
    return [path for path in found if path.is_dir() and not path.name.startswith(_PREFIX)]


def quarantine_damaged(folder: Path) -> list[Path]:
    """Rename the journals of which nothing can be read; returns where they are now.

    One that is open somewhere, or cannot be read for other reasons, stays where it is.
    """
    aside = []
    for each in folders_of(folder):
        with suppress(OSError):
            if _tells_nothing(each):
                aside.append(each.rename(_aside(each)))
    return aside


def keep_copy(folder: Path) -> Path:
    """A copy of a damaged journal, to be looked at when it has been restored and goes on.

    Raises:
        OSError: it could not be made.
    """
    aside = _aside(folder)
    if not aside.exists():
        shutil.copytree(
            folder, aside, ignore=shutil.ignore_patterns(LOCK), copy_function=_second_name
        )
    return aside


def _tells_nothing(folder: Path) -> bool:
    lock = try_lock(folder / LOCK)
    if lock is None:
        return False
    try:
        return (folder / LOG).exists() and read_replay(folder) is None
    finally:
        lock.release()


def _aside(folder: Path) -> Path:
    return folder.with_name(_PREFIX + folder.name)


def _second_name(source: str, target: str) -> None:
    """Journals write no file twice, so a second name stays what it is; else a copy."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
