"""The pictures that a log names: files called by the SHA-256 of their content, beside the log."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from inpaint_studio.durable import TEMPORARY_SUFFIX, write_durably

SUFFIX = ".bin"


class KeptFiles:
    """The files of one journal."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, data: bytes) -> str:
        """Store the bytes durably, once; returns their name.

        Raises:
            OSError: they could not be written; nothing is left behind.
        """
        name = name_of(data)
        path = self._folder / name
        if not path.exists():
            write_durably(path, data, is_private=True)
        return name

    def get(self, name: str) -> bytes:
        """The bytes stored under `name`.

        Raises:
            OSError: they cannot be read.
            ValueError: they are not what was stored.
        """
        return checked((self._folder / Path(name).name).read_bytes(), name)

    def keep_only(self, names: Collection[str]) -> None:
        """Delete every other file, half-written ones too."""
        for path in self._folder.iterdir():
            if path.suffix in (SUFFIX, TEMPORARY_SUFFIX) and path.name not in names:
                with suppress(OSError):
                    path.unlink(missing_ok=True)


def checked(data: bytes, name: str) -> bytes:
    """The bytes, which are those stored under `name`.

    Raises:
        ValueError: they are not.
    """
    if name_of(data) != name:
        raise ValueError(f"{name} is damaged")
    return data


def name_of(data: bytes) -> str:
    """What these bytes are stored under."""
    return hashlib.sha256(data).hexdigest() + SUFFIX
