"""Files that are written whole and to the disk, or not at all.

What is a person's alone is born so: a later chmod would leave a moment in which others may read.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import shutil
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

TEMPORARY_SUFFIX = ".tmp"
FORMER_SUFFIX = "~"
MAX_NAME_BYTES = 255  # ext4, APFS, NTFS and most others; NTFS counts fewer units than bytes
_MARK_LENGTH = 8
_SWEPT_AFTER_S = 3600.0
"""Another process may be writing the same file; an hour also outlasts a suspend."""
_PIECE_BYTES = 1 << 20
_STAGED = re.compile(rf"\.[0-9a-f]{{24}}{re.escape(TEMPORARY_SUFFIX)}")
_PRIVATE_FILE, _PRIVATE_FOLDER = 0o600, 0o700
_NO_SECOND_NAMES = (errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK)


def write_durably(
    path: Path,
    data: bytes,
    *,
    keep_former: bool = False,
    is_private: bool = False,
    check: Callable[[Path], object] | None = None,
) -> None:
    """Put `data` at `path`, in place of what was there; a link is followed.

    A file keeps the rights it has; a new one that `is_private` is the person's alone.
    `keep_former` leaves what was there `beside` it, with `FORMER_SUFFIX`.

    `check` is called with the file before it takes its place, and may raise.

    Raises:
        OSError: it could not be written, or reads back otherwise; what was there is untouched.
    """
    target = path.resolve()
    with staged_beside(target, is_private=is_private) as staged:
        _write_synced(staged, data)
        if check is not None:
            check(staged)
        if target.exists():
            _take_rights(staged, target)
            if keep_former:
                _copy_aside(target)
        staged.replace(target)
    sync_folder(target.parent)


def beside(path: Path, ending: str) -> Path:
    """The file whose name is that of `path` with `ending` after it.

    Where no name can be so long, the stem is cut, and a checksum of all of it tells it from others
    that begin alike.
    """
    excess = len(os.fsencode(path.name + ending)) - MAX_NAME_BYTES
    if excess <= 0:
        return path.with_name(path.name + ending)
    whole = os.fsencode(path.name)
    ending = f"-{hashlib.sha256(whole).hexdigest()[:_MARK_LENGTH]}{path.suffix}{ending}"
    room = MAX_NAME_BYTES - len(os.fsencode(ending))
    return path.with_name(os.fsencode(path.stem)[:room].decode("utf-8", "ignore") + ending)


def write_new(path: Path, data: bytes) -> None:
    """Put `data` at `path`, where nothing may be yet.

    Raises:
        FileExistsError: something is there; it is untouched.
        OSError: it could not be written; nothing is left behind.
    """
    with staged_beside(path) as staged:
        _write_synced(staged, data)
        place_new(staged, path)
    sync_folder(path.parent)


def place_new(staged: Path, path: Path) -> None:
    """Give a whole file its name, where nothing may be yet: no moment shows less than all of it.

    Raises:
        FileExistsError: something is there; it is untouched.
        OSError: it could not be named.
    """
    if os.name == "nt":
        staged.rename(path)  # which replaces nothing there
        return
    try:
        path.hardlink_to(staged)
    except OSError as fault:
        if fault.errno not in _NO_SECOND_NAMES:
            raise
        # A disk without second names, such as a USB stick's, has no better way than to look first.
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from fault
        staged.replace(path)


@contextmanager
def staged_beside(path: Path, *, is_private: bool = False) -> Iterator[Path]:
    """An empty file that is to take the place of `path`; gone when the block ends."""
    staged = path.with_name(f".{os.urandom(12).hex()}{TEMPORARY_SUFFIX}")
    try:
        make_file(staged, is_private=is_private)
        yield staged
    finally:
        with suppress(OSError):
            staged.unlink(missing_ok=True)


def make_file(path: Path, *, is_private: bool = True) -> None:
    """Make an empty file, the person's alone whatever the umask.

    Raises:
        FileExistsError: something is there; it is untouched.
    """
    mode = _PRIVATE_FILE if is_private else 0o666
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        if is_private and os.name != "nt":
            os.fchmod(descriptor, mode)
    finally:
        os.close(descriptor)


def make_private_folder(folder: Path) -> None:
    """Make a folder that is the person's alone, with those above it; one that is there stays."""
    if folder.is_dir():
        return
    if not folder.parent.is_dir():
        make_private_folder(folder.parent)
    with suppress(FileExistsError):
        folder.mkdir(_PRIVATE_FOLDER)
        folder.chmod(_PRIVATE_FOLDER)
    folder.mkdir(exist_ok=True)  # what is there and no folder is a fault


def kept_beside(path: Path, *, moved: bool = False) -> Path:
    """A copy of a file that cannot be used, or the file itself, under a name that keeps it.

    `name.bad`, numbered where another lies there: what was kept once is never overwritten.

    Raises:
        OSError: it can be neither copied nor moved.
    """
    data = None if moved else path.read_bytes()
    for number in range(1, 1000):
        kept = path.with_name(f"{path.name}.bad{'' if number == 1 else f'-{number}'}")
        if kept.exists():
            if data is not None and kept.read_bytes() == data:
                return kept
            continue
        if data is None:
            path.replace(kept)
        else:
            write_durably(kept, data, is_private=True)
        return kept
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))


def sweep(folder: Path) -> None:
    """Delete what processes that were killed while they wrote into `folder` have left in it."""
    latest = time.time() - _SWEPT_AFTER_S
    with suppress(OSError):
        for staged in folder.iterdir():
            if _STAGED.fullmatch(staged.name) and staged.stat().st_mtime <= latest:
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


def _write_synced(staged: Path, data: bytes) -> None:
    with staged.open("r+b") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if not _holds(staged, memoryview(data)):
        raise OSError(errno.EIO, "What was written reads back as something else", str(staged))


def _holds(path: Path, data: memoryview) -> bool:
    """Whether a file holds these bytes, as some disks far away only claim."""
    with path.open("rb") as file:
        pieces = (data[at : at + _PIECE_BYTES] for at in range(0, len(data), _PIECE_BYTES))
        return all(file.read(len(piece)) == piece for piece in pieces) and not file.read(1)


def _take_rights(staged: Path, target: Path) -> None:
    """Who may read a file is the person's choice, and outlives what is in it."""
    former = target.stat()
    with suppress(OSError):
        if (former.st_uid, former.st_gid) != (staged.stat().st_uid, staged.stat().st_gid):
            shutil.chown(staged, former.st_uid, former.st_gid)
    with suppress(OSError):
        staged.chmod(stat.S_IMODE(former.st_mode))


def _copy_aside(path: Path) -> None:
    """A second name for the file, or a copy where the disk knows no second names."""
    with staged_beside(path, is_private=True) as staged:
        staged.unlink()
        try:
            staged.hardlink_to(path)
        except OSError:
            make_file(staged)
            shutil.copyfile(path, staged)
            shutil.copystat(path, staged)
        staged.replace(beside(path, FORMER_SUFFIX))
