"""Files named by the SHA-256 of their content: written whole or not at all, never changed."""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeGuard

from inpaint_studio.durable import (
    TEMPORARY_SUFFIX,
    make_private_folder,
    staged_beside,
    sync_folder,
    write_durably,
)

_EXTENSIONS = {
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/webp": ".webp",
    "image/gif": ".gif",
    "image/tiff": ".tif",
    "image/bmp": ".bmp",
    "image/avif": ".avif",
    "image/heic": ".heic",
    "image/svg+xml": ".svg",
    "application/json": ".json",
}
_MEDIA_TYPES = {extension: media_type for media_type, extension in _EXTENSIONS.items()}
_UNKNOWN = "application/octet-stream"
_NAME = re.compile(r"[0-9a-f]{64}\.[a-z]{2,4}", re.ASCII)
_SHARD_LENGTH = 2  # 256 folders keep listings short up to a million files


class BlobFolder:
    """The files below one folder. Safe to use from any thread and process at once.

    A blob's name is its hash and an extension that tells its media type, `9f86….png`.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, data: bytes, media_type: str) -> str:
        """Store the bytes durably and return the blob's name; equal bytes are stored once.

        Raises:
            OSError: the file could not be written; nothing is left behind.
        """
        name = blob_name(data, media_type)
        path = self.path(name)
        if _holds(path, len(data)):
            path.touch()  # a purge leaves alone what was stored again a moment ago
        else:
            _make_shard(path.parent)
            write_durably(path, data, is_private=True)
        return name

    def try_writing(self) -> None:
        """Write a file, and take it away again.

        Raises:
            OSError: none can be written.
        """
        make_private_folder(self.folder)
        with staged_beside(self.folder / "any", is_private=True):
            pass

    def path(self, name: str) -> Path:
        """Where the blob of that name lies, whether or not it exists."""
        return self.folder / name[:_SHARD_LENGTH] / name

    def names(self, *, older_than_s: float = 0.0) -> Iterator[str]:
        """Names of the complete files last written at least that many seconds ago."""
        latest = time.time() - older_than_s
        for path in self._files():
            if path.suffix != TEMPORARY_SUFFIX and path.stat().st_mtime <= latest:
                yield path.name

    def sizes(self) -> Iterator[int]:
        """Bytes of every file."""
        for path in self._files():
            with suppress(FileNotFoundError):
                yield path.stat().st_size

    def is_fresh(self, name: str, seconds: float) -> bool:
        """Whether the file was stored, perhaps again, within the last `seconds`."""
        try:
            return self.path(name).stat().st_mtime > time.time() - seconds
        except FileNotFoundError:
            return False

    def delete(self, name: str) -> None:
        """Remove the file; one that has gone already is no fault."""
        self.path(name).unlink(missing_ok=True)

    def sweep(self, *, older_than_s: float) -> int:
        """Remove half-written files that old; returns how many."""
        latest = time.time() - older_than_s
        stale = [
            path
            for path in self._files()
            if path.suffix == TEMPORARY_SUFFIX and path.stat().st_mtime <= latest
        ]
        for path in stale:
            path.unlink(missing_ok=True)
        return len(stale)

    def _files(self) -> Iterator[Path]:
        return self.folder.glob("?" * _SHARD_LENGTH + "/*")


def blob_name(data: bytes, media_type: str) -> str:
    """What these bytes are stored under, whether or not they are."""
    return hashlib.sha256(data).hexdigest() + _EXTENSIONS.get(media_type, ".bin")


def is_blob_name(name: object) -> TypeGuard[str]:
    """Whether a stranger's word can be a blob's name, and so part of a path."""
    return isinstance(name, str) and _NAME.fullmatch(name) is not None


def media_type_of(name: str) -> str:
    """The media type a blob's name tells."""
    return _MEDIA_TYPES.get(Path(name).suffix, _UNKNOWN)


def _holds(path: Path, byte_count: int) -> bool:
    try:
        return path.stat().st_size == byte_count
    except FileNotFoundError:
        return False


def _make_shard(shard: Path) -> None:
    if not shard.is_dir():
        make_private_folder(shard)
        sync_folder(shard.parent)
