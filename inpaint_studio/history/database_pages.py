"""The records in the pages of an SQLite file, read without its header, schema and inner pages.

Each leaf is read by itself, as https://sqlite.org/fileformat2.html describes it: so damage costs
the records that it hit, and none that only the way to them led through. Pages that are free hold
what was deleted, and are left out.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

PAGE_BYTES = 4096
"""Of every database that this program has made: SQLite's own since 2016."""
Record = tuple[int | None, tuple[Any, ...]]
"""Number of the row, None in an index, and its values in the order of the columns."""

_HEADER_BYTES = 100
_INNER_INDEX, _INNER_TABLE, _INDEX, _TABLE = 2, 5, 10, 13
_WAL_HEADER, _FRAME_HEADER = 32, 24
_INTEGER_BYTES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_BROKEN = (IndexError, ValueError, struct.error, OverflowError)


class Pages:
    """The pages of a database, with what stands in its write-ahead log."""

    def __init__(self, path: Path) -> None:
        self._data = path.read_bytes()
        self._newer: dict[int, bytes] = {}
        log = path.with_name(path.name + "-wal")
        if log.exists():
            self._take_log(log.read_bytes())
        self._count = max(-(-len(self._data) // PAGE_BYTES), *self._newer, 0)

    def records(self) -> Iterator[Record]:
        """Every record that can be read, tables and indexes alike."""
        free = self._free()
        for number in range(1, self._count + 1):
            if number not in free:
                yield from self._records_of(self._page(number), number == 1)

    def _page(self, number: int) -> bytes:
        if number in self._newer:
            return self._newer[number]
        start = (number - 1) * PAGE_BYTES
        return self._data[start : start + PAGE_BYTES].ljust(PAGE_BYTES, b"\0")

    def _take_log(self, log: bytes) -> None:
        """Frames up to the last that ends a transaction; earlier rounds have other salts."""
        salts, frames = log[16:24], dict[int, bytes]()
        for start in range(
            _WAL_HEADER, len(log) - _FRAME_HEADER - PAGE_BYTES + 1, _FRAME_HEADER + PAGE_BYTES
        ):
            head = log[start : start + _FRAME_HEADER]
            if head[8:16] != salts:
                return
            number, committed = struct.unpack(">II", head[:8])
            frames[number] = log[start + _FRAME_HEADER : start + _FRAME_HEADER + PAGE_BYTES]
            if committed:
                self._newer.update(frames)
                frames.clear()

    def _free(self) -> set[int]:
        """The pages that the free list names, as far as it makes sense."""
        trunk, free = struct.unpack_from(">I", self._page(1), 32)[0], set[int]()
        while 1 < trunk <= self._count and trunk not in free:
            free.add(trunk)
            following, count = struct.unpack_from(">II", self._page(trunk))
            if count > PAGE_BYTES // 4 - 2:
                break
            free.update(struct.unpack_from(f">{count}I", self._page(trunk), 8))
            trunk = following
        return free

    def _records_of(self, page: bytes, is_first: bool) -> Iterator[Record]:
        head = _HEADER_BYTES if is_first else 0
        kind = page[head]
        if kind == _INNER_TABLE:
            return
        is_index = kind in (_INDEX, _INNER_INDEX)
        count = min(int.from_bytes(page[head + 3 : head + 5], "big"), PAGE_BYTES // 4)
        pointers = head + (12 if kind == _INNER_INDEX else 8)
        for place in range(pointers, pointers + 2 * count, 2):
            cell = int.from_bytes(page[place : place + 2], "big")
            # A page of no kind may be a leaf whose kind was hit.
            with suppress(*_BROKEN):
                if is_index:
                    yield None, self._payload(page, cell + 4 * (kind == _INNER_INDEX), is_index)
                else:
                    yield self._row(page, cell)

    def _row(self, page: bytes, at: int) -> Record:
        _, after = _varint(page, at)
        number, _ = _varint(page, after)
        return number, self._payload(page, at, is_index=False)

    def _payload(self, page: bytes, at: int, is_index: bool) -> tuple[Any, ...]:
        length, at = _varint(page, at)
        if not is_index:
            _, at = _varint(page, at)
        most = (PAGE_BYTES - 12) * 64 // 255 - 23 if is_index else PAGE_BYTES - 35
        if length <= most:
            return _values(page[at : at + length], length)
        least = (PAGE_BYTES - 12) * 32 // 255 - 23
        here = least + (length - least) % (PAGE_BYTES - 4)
        here = here if here <= most else least
        pieces, seen = [page[at : at + here]], set[int]()
        following = struct.unpack_from(">I", page, at + here)[0]
        while 1 < following <= self._count and following not in seen:
            seen.add(following)
            page = self._page(following)
            pieces.append(page[4:])
            following = struct.unpack_from(">I", page)[0]
        return _values(b"".join(pieces)[:length], length)


def _values(payload: bytes, length: int) -> tuple[Any, ...]:
    if len(payload) != length:
        raise ValueError("cut off")
    end, at = _varint(payload, 0)
    if not at <= end <= length:
        raise ValueError("no record")
    body, values = end, []
    while at < end:
        kind, at = _varint(payload, at)
        size = _size(kind)
        if body + size > length:
            raise ValueError("no record")
        values.append(_value(kind, payload[body : body + size]))
        body += size
    return tuple(values)


def _size(kind: int) -> int:
    if kind >= 12:
        return (kind - 12) // 2
    return 8 if kind == 7 else _INTEGER_BYTES.get(kind, 0)


def _value(kind: int, data: bytes) -> Any:
    if kind >= 12:
        return data.decode("utf-8", "replace") if kind % 2 else data
    if kind in (8, 9):
        return kind - 8
    if kind == 7:
        return struct.unpack(">d", data)[0]
    return int.from_bytes(data, "big", signed=True) if data else None


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A number of SQLite's, of one to nine bytes, and where the next thing begins."""
    value = 0
    for place in range(8):
        byte = data[at + place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    return value << 8 | data[at + 8], at + 9
