"""Whether this process can run the multi-scale fill: numba's code has to be compiled once.

Compiling takes some five seconds of a processor, once per computer and version; loading what was
compiled takes one. Both happen in a thread of the worker process. Meanwhile PyPatchMatch answers
where there is something to compile; where there is only something to load, fills wait for it.
"""

from __future__ import annotations

import hashlib
import os
import sys
import threading
from importlib import metadata, resources, util
from pathlib import Path

from inpaint_studio import paths

CACHE_VARIABLE = "NUMBA_CACHE_DIR"

PATIENCE_S = 30.0
"""How long a fill waits for code to be loaded; only a computer in distress takes that long."""


class Readiness:
    """Loads the kernels in the background, from the moment it is made."""

    def __init__(self) -> None:
        self._ready = threading.Event()
        self._was_compiled = False
        if util.find_spec("numba") is None:
            return
        self._was_compiled = _mark().exists()
        threading.Thread(target=self._load, name="compile", daemon=True).start()

    def is_ready(self) -> bool:
        """Whether the multi-scale fill can be used now; waits where that is a matter of moments."""
        return self._ready.wait(PATIENCE_S if self._was_compiled else 0.0)

    def _load(self) -> None:
        compile_now()
        self._ready.set()


def compile_now() -> None:
    """Compile the kernels or load them from the person's cache folder, and leave a mark there."""
    mark = _mark()
    from inpaint_studio.engine.rehearsal import rehearse  # numba looks for its folder on import

    rehearse()
    mark.parent.mkdir(parents=True, exist_ok=True)
    mark.touch()


def _mark() -> Path:
    """The file that says that everything is compiled; names the folder to numba, too."""
    folder = os.environ.setdefault(CACHE_VARIABLE, str(paths.cache_folder() / "numba"))
    return Path(folder, f"compiled-{_edition()}")


def _edition() -> str:
    """What compiled code depends on, but for the processor."""
    source = resources.files("inpaint_studio.engine").joinpath("kernels.py").read_bytes()
    versions = f"{metadata.version('numba')} {sys.version}".encode()
    return hashlib.sha256(source + versions).hexdigest()[:16]
