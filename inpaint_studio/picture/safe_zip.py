"""Reading archives from strangers: entries by name, bounded, never unpacked to the disk.

What an entry unpacks to is counted while it comes. Of the ways of packing, `zipfile` unpacks only
deflated entries piece by piece: a kilobyte of the others becomes gigabytes before anyone can count.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from inpaint_studio.errors import ImageError
from inpaint_studio.phrase import Phrase
from inpaint_studio.picture.foreign_file import without_waiting

MAX_ENTRIES = 4096
MAX_ENTRY_BYTES = 1 << 30
MAX_TOTAL_BYTES = 4 << 30
MAX_DIRECTORY_BYTES = 4 << 20
_PIECE_BYTES = 1 << 20
_ENCRYPTED = 0x1
_READ = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_FAULTS = (
    *(zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError),
    OSError,  # an offset before the file's beginning
)


class SafeZip:
    """An archive whose directory was found harmless.

    Names are keys only: whether one is absolute, climbs out of a folder or is a link does not
    matter, as no path is made of it. All that is read of it may be `MAX_TOTAL_BYTES` long.
    """

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._left = MAX_TOTAL_BYTES
        self._by_name = {entry.filename: entry for entry in archive.infolist()}

    def __contains__(self, name: str) -> bool:
        return name in self._by_name

    def names(self, start: str) -> list[str]:
        """Names that begin so, in the archive's order."""
        return [name for name in self._by_name if name.startswith(start)]

    def read(self, name: str, *, limit: int = MAX_ENTRY_BYTES) -> bytes:
        """The content of an entry; what its header says of its length is not believed.

        Raises:
            ImageError: there is none, it is larger than `limit`, or it is damaged.
        """
        if name not in self._by_name:
            raise _zip_error(Phrase("{name} is missing in it", name=name))
        try:
            return self._unpacked(name, min(limit, self._left))
        except _FAULTS as fault:
            raise _zip_error(Phrase("{name} is damaged", name=name)) from fault

    def _unpacked(self, name: str, most: int) -> bytes:
        data = io.BytesIO()  # gives its memory away undoubled, which joining a list does not
        with self._archive.open(name) as entry:
            while piece := entry.read(_PIECE_BYTES):
                self._left -= len(piece)
                if data.tell() + len(piece) > most:
                    raise _zip_error(Phrase("{name} is larger than this program opens", name=name))
                data.write(piece)
        return data.getvalue()


@contextmanager
def open_zip(path: Path) -> Iterator[SafeZip]:
    """The archive at `path`.

    Raises:
        ImageError: it is no archive, or one with twin names, encryption or bombs.
    """
    try:
        file = _CarefulFile(path, opener=without_waiting)
    except OSError as fault:
        raise _zip_error(str(fault.strerror or fault)) from fault
    with file, _archive(file) as archive:
        _check(archive.infolist())
        yield SafeZip(archive)


def _archive(file: _CarefulFile) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(file)
    except _FAULTS as fault:
        raise _zip_error("It is not a whole archive") from fault


class _CarefulFile(io.FileIO):
    """Reads no more at once than a directory may have: `zipfile` reads a longer one whole."""

    def read(self, size: int | None = -1, /) -> bytes:
        """As any file."""
        if size is not None and size > MAX_DIRECTORY_BYTES:
            raise zipfile.BadZipFile("Its directory is too long")
        return super().read(size) or b""


def _check(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MAX_ENTRIES:
        raise _zip_error("It has too many entries")
    if any(count > 1 for count in Counter(entry.filename for entry in entries).values()):
        raise _zip_error("Two of its entries have one name")
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise _zip_error("It is encrypted")
    if any(entry.compress_type not in _READ for entry in entries):
        raise _zip_error("It is packed in a way this program does not read")
    if sum(entry.file_size for entry in entries) > MAX_TOTAL_BYTES:
        raise _zip_error("It unpacks to more than this program opens")


def _zip_error(reason: str) -> ImageError:
    return ImageError(
        "This file cannot be opened",
        Phrase("{reason}. Save it anew where it was made.", reason=reason),
    )
