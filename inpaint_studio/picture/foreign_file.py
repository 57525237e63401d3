"""Opens what others put at a path without waiting for it: a named pipe may never have a writer."""

from __future__ import annotations

import errno
import io
import os
import stat
import time
from pathlib import Path

from inpaint_studio.errors import ImageError
from inpaint_studio.phrase import Phrase

WRITER_PATIENCE_S = 1.0
"""For who opens a named pipe just after it is read."""

_NO_WAITING = getattr(os, "O_NONBLOCK", 0)
_LOOKS_AGAIN_S = 0.02
_PIECE_BYTES = 1 << 16


def open_foreign(path: Path) -> io.FileIO:
    """A file to be read; at a pipe, `read` does not wait either.

    Raises:
        OSError: it cannot be opened.
    """
    return io.FileIO(path, opener=without_waiting)


def without_waiting(name: str, flags: int) -> int:
    """Open so, as an `opener` does."""
    return os.open(name, flags | _NO_WAITING)


def read_regular(path: Path) -> bytes:
    """All of a file that is one.

    Raises:
        OSError: it cannot be read, or is a pipe or a device.
    """
    with open_foreign(path) as file:
        if not is_regular(file):
            raise OSError(errno.EINVAL, "It is no regular file", str(path))
        return file.readall()


def is_regular(file: io.FileIO) -> bool:
    """Whether it has a length and can be read again."""
    return stat.S_ISREG(os.fstat(file.fileno()).st_mode)


def read_pipe(file: io.FileIO, most: int, name: str) -> bytes:
    """What comes out of a pipe up to its end, but no more than `most` bytes and one; closes it.

    Raises:
        ImageError: it is no pipe, or nobody writes into it.
    """
    if not stat.S_ISFIFO(os.fstat(file.fileno()).st_mode):
        raise ImageError(Phrase("{name} is no file", name=name), "Open a picture file.")
    start = _start(file, name)
    os.set_blocking(file.fileno(), True)
    with io.BufferedReader(file) as rest:
        return start + rest.read(most + 1 - len(start))


def _start(file: io.FileIO, name: str) -> bytes:
    """The first piece; empty where somebody writes, and has written nothing yet."""
    until = time.monotonic() + WRITER_PATIENCE_S
    while (piece := file.read(_PIECE_BYTES)) == b"":
        if time.monotonic() > until:
            raise ImageError(
                Phrase("{name} is a pipe that nothing comes out of", name=name),
                "Start what writes into it first, or open a picture file.",
            )
        time.sleep(_LOOKS_AGAIN_S)
    return piece or b""
