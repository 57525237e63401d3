"""The further files of a project on disk: read one at a time, when they are asked for."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from inpaint_studio.picture.safe_zip import open_zip


@dataclass(frozen=True, slots=True, eq=False)
class StoredExtras(Mapping[str, bytes]):
    """Files by name, bytes as they are; `start` is what their entries' names begin with.

    Asking for one, or for `items`, raises ImageError where the file at `path` has become another.
    """

    path: Path
    start: str
    names: tuple[str, ...]

    def below(self, folder: str, names: set[str]) -> StoredExtras:
        """Those of these names in a folder, called without it."""
        there = (name.removeprefix(folder) for name in self.names if name.startswith(folder))
        return StoredExtras(
            self.path, self.start + folder, tuple(name for name in there if name in names)
        )

    def __getitem__(self, name: str) -> bytes:
        if name not in self.names:
            raise KeyError(name)
        with open_zip(self.path) as archive:
            return archive.read(self.start + name)

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)

    def items(self) -> ItemsView[str, bytes]:
        """All of them, from the archive opened once, each forgotten before the next is read."""
        return _Items(self)


class _Items(ItemsView[str, bytes]):
    _mapping: StoredExtras

    def __iter__(self) -> Iterator[tuple[str, bytes]]:
        with open_zip(self._mapping.path) as archive:
            for name in self._mapping.names:
                yield name, archive.read(self._mapping.start + name)
