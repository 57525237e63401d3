"""The kernels as machine code: numba compiles them once per computer and version, into a folder.

Compiling takes some twenty seconds of a processor. A process of its own does it, at the lowest
priority and one at a time on the whole computer, into a folder beside the one that is read; the
finished folder is renamed into place. So whoever reads finds everything or nothing, however a
compiler ended, and no two processes write numba's index files at once. Reading them takes a second.
"""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import sys
import time
from contextlib import suppress
from importlib import metadata, resources, util
from multiprocessing.process import BaseProcess
from pathlib import Path

from inpaint_studio import paths
from inpaint_studio.engine.belonging import belong_to_owner, started
from inpaint_studio.file_lock import FileLock, try_lock

CACHE_VARIABLE = "NUMBA_CACHE_DIR"

LOOK_EVERY_S = 1.0
"""How often it is looked whether another process has finished compiling."""

_PROCESSOR_LINES = ("vendor_id", "cpu family", "model\t", "flags", "CPU ", "Features")
_WINDOWS_IDLE_PRIORITY = 0x40


class Kernels:
    """What is known of the compiled kernels, without loading any; for any thread."""

    def __init__(self) -> None:
        self._folder = _place() if util.find_spec("numba") else None

    @property
    def folder(self) -> Path | None:
        """Where they lie, whole; None until they are compiled, or without numba."""
        return self._folder if self._folder is not None and self._folder.is_dir() else None

    def discard(self) -> None:
        """Delete files that turned out to be damaged; they can be compiled again."""
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            if self._folder.is_dir():  # nobody may write there
                self._folder = None

    def compiler(self) -> BaseProcess | None:
        """A started process that compiles and then ends; None where there is nothing to do."""
        if self._folder is None or self._folder.is_dir():
            return None
        return started(_compile_quietly, (self._folder,), "compile")


def load(folder: Path) -> None:
    """Load the kernels of a compiled `folder` into this process.

    Whatever is wrong with the files is raised as whatever numba makes of it.
    """
    from numba import config

    # Read where the kernels are defined; numba makes its settings where no checker sees them.
    config.CACHE_DIR = str(folder)  # type: ignore[attr-defined, unused-ignore]
    from inpaint_studio.engine.rehearsal import rehearse

    rehearse()


def compile_now() -> None:
    """Compile the kernels where they are not, and load them into this process."""
    folder = _place()
    if not folder.is_dir():
        started(_compile, (folder,), "compile").join()
    load(folder)


def _compile_quietly(folder: Path) -> None:
    belong_to_owner()
    _lower_priority()
    _compile(folder)


def _compile(folder: Path) -> None:
    """Make `folder`, unless another process does."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    lock = _lock_or_result(folder)
    if lock is None:
        return
    unfinished = folder.with_name(f"{folder.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)  # of a compiler that was killed
    unfinished.mkdir()
    load(unfinished)
    unfinished.rename(folder)
    lock.release()


def _lock_or_result(folder: Path) -> FileLock | None:
    """The right to compile; None once somebody else has done it."""
    while not folder.is_dir():
        lock = try_lock(folder.with_name(f"{folder.name}.lock"))
        if lock is not None and not folder.is_dir():
            return lock
        if lock is not None:
            lock.release()
        time.sleep(LOOK_EVERY_S)
    return None


def _lower_priority() -> None:
    """Compile with what nobody else wants of the processors."""
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), _WINDOWS_IDLE_PRIORITY)
        return
    os.nice(19)
    if sys.platform == "linux":
        with suppress(OSError):  # some sandboxes forbid it
            os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))


def _place() -> Path:
    """The folder of these kernels: of this source, version and installation."""
    root = os.environ.get(CACHE_VARIABLE) or paths.cache_folder() / "numba"
    return Path(root, f"kernels-{_edition()}")


def _edition() -> str:
    """What compiled code depends on; numba asks for the source's place and time, too."""
    versions = f"{metadata.version('numba')} {sys.version} {_processor()}"
    found = hashlib.sha256(versions.encode())
    for name in ("kernels.py", "pyramid.py"):  # the latter for the constant the former takes
        source = Path(str(resources.files("inpaint_studio.engine").joinpath(name)))
        found.update(f"{source} {source.stat().st_mtime}".encode() + source.read_bytes())
    return found.hexdigest()[:16]


def _processor() -> list[str] | str:
    """What code is made for: another one would have each worker compile for itself."""
    try:
        first = Path("/proc/cpuinfo").read_text("utf-8", "replace").partition("\n\n")[0]
    except OSError:
        return platform.processor()
    return [line for line in first.splitlines() if line.startswith(_PROCESSOR_LINES)]
