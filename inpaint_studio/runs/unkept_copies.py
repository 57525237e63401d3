"""Copies of results that the history could not take: where they lie, and how it takes them later.

A copy is named by its variant. Whoever wrote it may still wait for the history: what is taken in
twice is the same.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from inpaint_studio import paths
from inpaint_studio.contract.media import sniff
from inpaint_studio.durable import make_private_folder, sweep, write_durably
from inpaint_studio.history import History
from inpaint_studio.runs.recording import UNKNOWN_TYPE

_PREFIX = "inpaint-studio-unkept-"


def copied_elsewhere(data: bytes, name: str) -> Path | None:
    """A copy of a picture where there is room for it; None where there is none anywhere."""
    suffix = (sniff(data) or "image/bin").partition("/")[2]
    for place in (_made_own_folder, _made_temporary_folder):
        with suppress(OSError):
            path = place() / f"{name}.{suffix}"
            write_durably(path, data, is_private=True)
            return path
    return None


def take_in_copies(history: History) -> int:
    """Have the history take what lies elsewhere; how many results that were not there before.

    A copy goes once it is kept.

    Raises:
        HistoryError: nothing can be written; what is left stays where it is.
    """
    return sum(_take_in(history, path) for folder in _folders() for path in _copies(folder))


def _take_in(history: History, path: Path) -> bool:
    try:
        data = path.read_bytes()
    except OSError:  # its own program has just kept it, or the disk is damaged
        return False
    is_news = history.keep_late(path.stem, data, sniff(data) or UNKNOWN_TYPE)
    with suppress(OSError):
        path.unlink(missing_ok=True)
        if path.parent != _own_folder():
            path.parent.rmdir()
    return is_news


def _copies(folder: Path) -> list[Path]:
    with suppress(OSError):
        sweep(folder)
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    return []


def _folders() -> Iterator[Path]:
    """Every folder that may hold copies; where all may write, only this person's count."""
    yield _own_folder()
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError):
            if os.name == "nt" or folder.lstat().st_uid == os.getuid():
                yield folder


def _own_folder() -> Path:
    return paths.data_folder() / "unkept"


def _made_own_folder() -> Path:
    make_private_folder(_own_folder())
    return _own_folder()


def _made_temporary_folder() -> Path:
    return Path(tempfile.mkdtemp(prefix=_PREFIX))
