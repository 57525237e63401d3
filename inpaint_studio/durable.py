"""Files that are written whole and to the disk, or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

TEMPORARY_SUFFIX = ".tmp"


def write_durably(path: Path, data: bytes) -> None:
    """Put `data` at `path`, in place of what was there; a link is followed.

    Raises:
        OSError: it could not be written; what was there is untouched.
    """
    target = path.resolve()
    with _staged(target, data) as staged:
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


def sync_folder(folder: Path) -> None:
    """Bring new names in `folder` to the disk."""
    if os.name == "nt":  # Windows opens no folders; NTFS journals the rename itself
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _staged(path: Path, data: bytes) -> Iterator[Path]:
    staged = path.with_name(f".{os.urandom(8).hex()}{TEMPORARY_SUFFIX}")
    try:
        with staged.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        yield staged
    finally:
        with suppress(OSError):
            staged.unlink(missing_ok=True)
