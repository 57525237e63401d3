"""A key that must never be written anywhere, and the search for it at the end of a test run.

The tests use `CANARY` wherever a person's key would be. It is new in every run, so that neither
sources nor the leavings of other runs hold it.
"""

from __future__ import annotations

import base64
import gzip
import io
import secrets
import sys
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

from PIL import Image, UnidentifiedImageError

from inpaint_studio.cli.parser import SERVER_KEY_VARIABLE

CANARY = f"sk-canary/{secrets.token_hex(12)}+{secrets.token_hex(6)}"

KEY_FILE = "keys.json"
"""Where a key may stand, for the person asked for that; readable by nobody else."""


# Tests leave broken pictures and bombs behind.
_PICTURE_FAULTS = (
    *(UnidentifiedImageError, OSError, ValueError, SyntaxError),
    *(Image.DecompressionBombError, Image.DecompressionBombWarning),
)


class Search:
    """Looks for one key in every spelling."""

    def __init__(self, key: str) -> None:
        self._needles = tuple(_spellings(key))

    def finds(self, data: bytes | str) -> bool:
        """Whether the key stands in `data`."""
        searched = data.encode("utf-8", "surrogateescape") if isinstance(data, str) else data
        return any(needle in searched for needle in self._needles)

    def files(self, folder: Path) -> list[str]:
        """The files below `folder` that hold it, also compressed or as a picture's metadata."""
        files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
        return [str(path) for path in files if self._betrays(path)]

    def running_processes(self) -> list[str]:
        """Command lines that hold it, of all processes this machine shows."""
        found = []
        for file in Path("/proc").glob("[0-9]*/cmdline"):
            try:
                line = file.read_bytes()
            except OSError:  # ended meanwhile
                continue
            if self.finds(line):
                found.append(line.replace(b"\0", b" ").decode("utf-8", "replace"))
        return found

    def _betrays(self, path: Path) -> bool:
        try:
            content = path.read_bytes()
            if path.name == KEY_FILE and not path.stat().st_mode & 0o077:
                return False
        except OSError:  # gone again, or a test has taken the rights away
            return False
        return any(map(self.finds, (str(path), content, *_unpacked(content))))


class ProcessWatch:
    """Sees how every process is started: what it is told, and the environment made for it."""

    def __init__(self, search: Search) -> None:
        self.found: list[str] = []
        self._search = search
        sys.addaudithook(self._look)

    def _look(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event == "subprocess.Popen":
            *words, environment = arguments
            handed = {k: v for k, v in (environment or {}).items() if k != SERVER_KEY_VARIABLE}
            self._note(event, *words, handed)
        elif event in ("os.exec", "os.posix_spawn", "os.system"):
            self._note(event, *arguments)

    def _note(self, event: str, *parts: object) -> None:
        self.found += [f"{event}: {part}" for part in parts if self._search.finds(repr(part))]


def _spellings(key: str) -> Iterator[bytes]:
    plain = key.encode()
    yield from (plain, quote(key, safe="").encode(), quote(key).encode(), plain.hex().encode())
    yield from (key.encode("utf-16-le"), key.encode("utf-16-be"))
    yield key.replace("/", "\\/").encode()
    for shift in range(3):  # base64 of a text that the key stands in the middle of
        coded = base64.b64encode(bytes(shift) + plain)[4 * bool(shift) : -4]
        yield from (coded, coded.replace(b"+", b"-").replace(b"/", b"_"))


def _unpacked(content: bytes) -> Iterator[bytes]:
    """What a search of the raw bytes would miss."""
    if content.startswith(b"PK"):
        yield from _zipped(content)
    elif content.startswith(b"\x1f\x8b"):
        try:
            yield gzip.decompress(content)
        except (OSError, EOFError, zlib.error):
            return
    elif content.startswith((b"\x89PNG", b"\xff\xd8\xff", b"RIFF")):
        with suppress(*_PICTURE_FAULTS):
            yield _metadata(content)


def _metadata(content: bytes) -> bytes:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(io.BytesIO(content)) as picture:
            return repr(picture.info).encode()  # EXIF stands in the raw bytes


def _zipped(content: bytes) -> Iterator[bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for entry in archive.infolist():
                if entry.file_size < 1 << 28:
                    packed = archive.read(entry)
                    yield packed
                    yield from _unpacked(packed)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, zlib.error, EOFError):
        return


SEARCH = Search(CANARY)
holds_canary = SEARCH.finds
