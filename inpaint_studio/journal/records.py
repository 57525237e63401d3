"""The records of a log and how they lie in the file: whole and checked, or not there at all.

    4 bytes  length of the rest        4 bytes  CRC-32 of the rest
    4 bytes  length of the words       words, JSON    body, bytes as they are

All numbers are little endian. Reading ends at the first record that is cut off, damaged or none of
ours: what follows tells of changes to a state that nobody knows.
"""

from __future__ import annotations

import json
import math
import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import NoneType
from typing import Any, Literal

import numpy as np

from inpaint_studio.picture.extend import Extension
from inpaint_studio.picture.geometry import MAX_EDGE, Box
from inpaint_studio.picture.mask import Mask

Kind = Literal[
    "opened", "source", "change", "undo", "redo", "painting", "dropped", "choices", "saved", "left"
]
Tiles = Mapping[Box, bytes]
"""Coverage by box of the mask: one byte where a tile is flat, else deflated rows."""

VERSION = 1
"""Of the records; a log says in its first one which it was written in."""

_HEAD = struct.Struct("<II")
_LENGTH = struct.Struct("<I")
_TILE = struct.Struct("<IIIII")
_MAX_RECORD_BYTES = 1 << 31
_TEXT_OR_NONE = (str, NoneType)
_SOURCE = {"source": {"name": str, "path": _TEXT_OR_NONE, "file": str, "exif": _TEXT_OR_NONE}}
_SHAPES: Mapping[str, Mapping[str, Any]] = {
    "opened": {
        "document_id": str,
        "parent": _TEXT_OR_NONE,
        **_SOURCE,
    },
    "source": _SOURCE,
    "change": {"depth": int},
    "saved": {"up_to": int, "project": _TEXT_OR_NONE},
    **{kind: {} for kind in ("undo", "redo", "painting", "dropped", "choices", "left")},
}
"""What the words of each kind hold at the least, to be replayed."""


@dataclass(frozen=True, slots=True)
class Record:
    """One thing that happened.

    opened    which document this is                change    an undoable change
    painting  tiles of a stroke under way           dropped   that stroke was taken back
    choices   frame, references, panel              saved     up to the change `number`
    source    is kept, otherwise than was said      left      another picture was opened
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
        record = _decoded(rest) if zlib.crc32(rest) == checksum else None
        if record is None:
            return
        yield record, end
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
    """A tile's coverage, of the size of `box`, or of one pixel where it is flat.

    Raises:
        zlib.error, ValueError: it is damaged.
    """
    if len(kept) == 1:
        return np.full((1, 1), kept[0], np.uint8)
    return inflated_array(kept, (box.height, box.width))


def inflated_array(kept: bytes, shape: tuple[int, ...]) -> Mask:
    """Deflated bytes as an array of that shape; no more of them are inflated than it holds.

    Raises:
        zlib.error, ValueError: they are damaged.
    """
    data = zlib.decompressobj().decompress(kept, math.prod(shape) + 1)
    return np.frombuffer(data, np.uint8).reshape(shape)


def _decoded(rest: bytes) -> Record | None:
    """None where that is no record of ours, though its checksum is right."""
    (length,) = _LENGTH.unpack_from(rest)
    body = rest[_LENGTH.size + length :]
    try:
        words = json.loads(rest[_LENGTH.size : _LENGTH.size + length])
        kind = words.pop("kind")
    except (ValueError, KeyError, AttributeError, TypeError, RecursionError):
        return None
    return Record(kind, words, body) if _is_ours(kind, words) and _are_tiles(body) else None


def _is_ours(kind: object, record: Mapping[str, Any]) -> bool:
    if kind == "opened":
        version = record.get("version")
        # Of a newer one nothing else is known, but whoever wrote it will want it back.
        return isinstance(version, int) and (version > VERSION or _fits(record, _SHAPES[kind]))
    shape = _SHAPES.get(kind) if isinstance(kind, str) else None
    return shape is not None and _fits(record, shape) and _counts(record)


def _fits(value: object, shape: Any) -> bool:
    if isinstance(shape, Mapping):
        return isinstance(value, Mapping) and all(
            name in value and _fits(value[name], each) for name, each in shape.items()
        )
    return isinstance(value, shape)


def _counts(record: Mapping[str, Any]) -> bool:
    """Whether what is added up and counted down are numbers from 0."""
    extension = record.get("extension", (0, 0, 0, 0))
    if not isinstance(extension, Sequence) or len(extension) != len(Extension.__slots__):
        return False
    counts = (record.get("number", 0), record.get("depth", 0), *extension)
    return all(type(count) is int and count >= 0 for count in counts) and all(
        count <= MAX_EDGE for count in extension
    )


def _are_tiles(body: bytes) -> bool:
    """Whether a body holds the tiles that its table lists, and nothing else."""
    if not body:
        return True
    if len(body) < _LENGTH.size:
        return False
    count: int = _LENGTH.unpack_from(body)[0]
    at = _LENGTH.size + count * _TILE.size
    if at > len(body):
        return False
    table: bytes = body[_LENGTH.size : at]
    lengths: Iterator[int] = (length for *_, length in _TILE.iter_unpack(table))
    return len(body) == at + sum(lengths)
