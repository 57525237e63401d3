"""Files that are written whole and to the disk, or not at all."""

from __future__ import annotations

import os
import shutil
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

TEMPORARY_SUFFIX = ".tmp"
FORMER_SUFFIX = "~"
_SWEPT_AFTER_S = 3600.0
"""Another process may be writing the same file; an hour also outlasts a suspend."""


def write_durably(path: Path, data: bytes, *, keep_former: bool = False) -> None:
    """Put `data` at `path`, in place of what was there; a link is followed.

    `keep_former` leaves what was there beside it, with `FORMER_SUFFIX` after its name.

    Raises:
        OSError: it could not be written; what was there is untouched.
    """
    target = path.resolve()
    with _staged(target, data) as staged:
        if keep_former and target.exists():
            _copy_aside(target)
        staged.replace(target)
    sync_folder(target.parent)


def write_new(path: Path, data: bytes) -> None:
    """Put `data` at `path`, where nothing may be yet.

    Raises:
        FileExistsError: something is there; it is untouched.
        OSError: it could not be written; nothing is left behind.
    """
    with _staged(path, data) as staged:
        path.open("xb").close()  # takes the name; two processes cannot both
        staged.replace(path)
    sync_folder(path.parent)


def sweep(path: Path) -> None:
    """Delete what processes that were killed while they wrote `path` have left beside it."""
    target = path.resolve()
    latest = time.time() - _SWEPT_AFTER_S
    with suppress(OSError):
        for staged in target.parent.glob(f".{_tag(target)}*{TEMPORARY_SUFFIX}"):
            if staged.stat().st_mtime <= latest:
                staged.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Bring new names in `folder` to the disk."""
    if os.name == "nt":  # Windows opens no folders; NTFS journals the rename itself
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _copy_aside(path: Path) -> None:
    """A second name for the file, or a copy where the disk knows no second names."""
    staged = _staging_place(path)
    try:
        try:
            staged.hardlink_to(path)
        except OSError:
            shutil.copy2(path, staged)
        staged.replace(path.with_name(path.name + FORMER_SUFFIX))
    finally:
        staged.unlink(missing_ok=True)


def _staging_place(path: Path) -> Path:
    return path.with_name(f".{_tag(path)}{os.urandom(8).hex()}{TEMPORARY_SUFFIX}")


def _tag(path: Path) -> str:
    """Short, as a name may be as long as names can be already."""
    return f"{zlib.crc32(os.fsencode(path.name)):08x}"


@contextmanager
def _staged(path: Path, data: bytes) -> Iterator[Path]:
    staged = _staging_place(path)
    try:
        with staged.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        yield staged
    finally:
        with suppress(OSError):
            staged.unlink(missing_ok=True)
