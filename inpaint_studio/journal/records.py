"""The records of a log and how they lie in the file: whole and checked, or not there at all.

    4 bytes  length of the rest        4 bytes  CRC-32 of the rest
    4 bytes  length of the words       words, JSON    body, bytes as they are

All numbers are little endian. Reading ends at the first record that is cut off or damaged: what a
dying process wrote last is the only one that can be.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from inpaint_studio.picture.geometry import Box
from inpaint_studio.picture.mask import Mask

Kind = Literal[
    "opened", "change", "undo", "redo", "painting", "dropped", "choices", "saved", "left"
]
Tiles = Mapping[Box, bytes]
"""Coverage by box of the mask: one byte where a tile is flat, else deflated rows."""

_HEAD = struct.Struct("<II")
_LENGTH = struct.Struct("<I")
_TILE = struct.Struct("<IIIII")
_MAX_RECORD_BYTES = 1 << 31


@dataclass(frozen=True, slots=True)
class Record:
    """One thing that happened.

    opened    which document this is                change    an undoable change
    painting  tiles of a stroke under way           dropped   that stroke was taken back
    choices   frame, references, panel              saved     up to the change `number`
    left      the person opened another picture
    """

    kind: Kind
    words: Mapping[str, Any]
    body: bytes = b""


def encode_record(record: Record) -> bytes:
    """The bytes to append."""
    words = json.dumps({"kind": record.kind, **record.words}).encode()
    rest = b"".join((_LENGTH.pack(len(words)), words, record.body))
    return _HEAD.pack(len(rest), zlib.crc32(rest)) + rest


def read_records(data: bytes) -> Iterator[tuple[Record, int]]:
    """Every whole record from the beginning, and where the next one begins."""
    at = 0
    while at + _HEAD.size <= len(data):
        length, checksum = _HEAD.unpack_from(data, at)
        start, end = at + _HEAD.size, at + _HEAD.size + length
        if not _LENGTH.size <= length <= _MAX_RECORD_BYTES or end > len(data):
            return
        rest = data[start:end]
        if zlib.crc32(rest) != checksum:
            return
        yield _decoded(rest), end
        at = end


def pack_tiles(tiles: Tiles) -> bytes:
    """Tiles as the body of a record."""
    table = [_TILE.pack(box.x0, box.y0, box.x1, box.y1, len(kept)) for box, kept in tiles.items()]
    return b"".join([_LENGTH.pack(len(tiles)), *table, *tiles.values()])


def unpack_tiles(body: bytes) -> dict[Box, bytes]:
    """The tiles in the body of a record; none where it is empty."""
    if not body:
        return {}
    (count,) = _LENGTH.unpack_from(body)
    at = _LENGTH.size + count * _TILE.size
    tiles = {}
    for x0, y0, x1, y1, length in _TILE.iter_unpack(body[_LENGTH.size : at]):
        tiles[Box(x0, y0, x1, y1)] = body[at : at + length]
        at += length
    return tiles


def deflated(tile: Mask) -> bytes:
    """A tile's coverage in few bytes; flat ones may come as a single pixel."""
    if tile.size == 1:
        return tile.tobytes()
    return zlib.compress(tile.tobytes(), 1)


def inflated(kept: bytes, box: Box) -> Mask:
    """A tile's coverage, of the size of `box`, or of one pixel where it is flat."""
    if len(kept) == 1:
        return np.full((1, 1), kept[0], np.uint8)
    return np.frombuffer(zlib.decompress(kept), np.uint8).reshape(box.height, box.width)


def _decoded(rest: bytes) -> Record:
    (length,) = _LENGTH.unpack_from(rest)
    words = json.loads(rest[_LENGTH.size : _LENGTH.size + length])
    kind = words.pop("kind")
    return Record(kind, words, rest[_LENGTH.size + length :])
