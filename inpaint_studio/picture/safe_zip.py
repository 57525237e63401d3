"""Reading archives from strangers: entries by name, bounded, never unpacked to the disk."""

from __future__ import annotations

import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from inpaint_studio.errors import ImageError
from inpaint_studio.phrase import Phrase

MAX_ENTRIES = 4096
MAX_ENTRY_BYTES = 1 << 30
MAX_TOTAL_BYTES = 4 << 30
_ENCRYPTED = 0x1
_FAULTS = (
    *(zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError),
    OSError,  # an offset before the file's beginning
)


class SafeZip:
    """An archive whose directory was found harmless.

    Names are keys only: whether one is absolute, climbs out of a folder or is a link does not
    matter, as no path is made of it.
    """

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
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
            with self._archive.open(name) as entry:
                data = entry.read(limit + 1)
        except _FAULTS as fault:
            raise _zip_error(Phrase("{name} is damaged", name=name)) from fault
        if len(data) > limit:
            raise _zip_error(Phrase("{name} is larger than this program opens", name=name))
        return data


@contextmanager
def open_zip(path: Path) -> Iterator[SafeZip]:
    """The archive at `path`.

    Raises:
        ImageError: it is no archive, or one with twin names, encryption or bombs.
    """
    try:
        archive = zipfile.ZipFile(path)
    except OSError as fault:
        raise _zip_error(str(fault.strerror or fault)) from fault
    except _FAULTS as fault:
        raise _zip_error("It is not a whole archive") from fault
    with archive:
        _check(archive.infolist())
        yield SafeZip(archive)


def _check(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MAX_ENTRIES:
        raise _zip_error("It has too many entries")
    if any(count > 1 for count in Counter(entry.filename for entry in entries).values()):
        raise _zip_error("Two of its entries have one name")
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise _zip_error("It is encrypted")
    if sum(entry.file_size for entry in entries) > MAX_TOTAL_BYTES:
        raise _zip_error("It unpacks to more than this program opens")


def _zip_error(reason: str) -> ImageError:
    return ImageError(
        "This file cannot be opened",
        Phrase("{reason}. Save it anew where it was made.", reason=reason),
    )
