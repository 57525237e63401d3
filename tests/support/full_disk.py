"""A disk without room, for as long as a test needs one."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.support.read_only import mounted

_SIZE = "512k"


@contextmanager
def files_up_to(size: int) -> Iterator[None]:
    """No file takes a byte past `size`; a write beyond it fails with EFBIG.

    As narrow as possible around what is tested: it holds for the whole process, so also for a
    file that pytest's own output goes to. On Windows, which has no such limit, the test is skipped.
    """
    if sys.platform == "win32":
        pytest.skip("limits on file sizes are POSIX")
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """An empty disk of half a megabyte, which only root can have."""
    disk = tmp_path / "disk"
    disk.mkdir()
    with mounted(disk, f"size={_SIZE}"):
        yield disk


def fill(disk: Path) -> Path:
    """Take all the room that is left."""
    path = disk / "filler"
    with path.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(bytes(1024)):
            pass
    return path
