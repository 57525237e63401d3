"""Picture files written by hand, of kinds that no writer at hand can write.

Samples are H×W×channels; what is not 8 or 16 bits is packed by `packed_rows`.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.generic]


def packed_rows(samples: Samples, bits: int, order: str = ">") -> list[bytes]:
    """Each row's bytes, its samples of so many bits one after the other."""
    if samples.dtype.kind == "f" or bits in (16, 32):
        return [row.astype(samples.dtype.newbyteorder(order)).tobytes() for row in samples]  # type: ignore[call-overload]
    if bits == 8:
        return [np.ascontiguousarray(row, np.uint8).tobytes() for row in samples]
    wide = samples.reshape(len(samples), -1).astype(np.uint32)
    each = (wide[..., None] >> np.arange(bits - 1, -1, -1, dtype=np.uint32)) & 1
    return [np.packbits(row.reshape(-1).astype(np.uint8)).tobytes() for row in each]


def chunk(kind: bytes, data: bytes, *, damaged: bool = False) -> bytes:
    """A chunk of a PNG, whose checksum may be wrong."""
    checksum = zlib.crc32(kind + data) ^ damaged
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)


def png(
    samples: Samples,
    colour_type: int,
    bits: int = 8,
    *chunks: bytes,
    after: Sequence[bytes] = (),
) -> bytes:
    """A PNG; `chunks` come before its pixels, some `after` them."""
    height, width = samples.shape[:2]
    header = struct.pack(">IIBBBBB", width, height, bits, colour_type, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + row for row in packed_rows(samples, bits)))
    parts = [chunk(b"IHDR", header), *chunks, chunk(b"IDAT", pixels), *after, chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


Tags = Mapping[int, tuple[int, Sequence[int]]]
"""Values of a TIFF's tags with their type: 1 and 7 bytes, 3 of 16 bits, 4 of 32 bits."""


def tiff(
    samples: Samples,
    photometric: int,
    bits: int = 8,
    *,
    extra: Sequence[int] = (),
    order: str = "<",
    big: bool = False,
    planar: bool = False,
    deflated: bool = False,
    rows: int = 0,
    tile: int = 0,
    predictor: int = 1,
    tags: Tags | None = None,
) -> bytes:
    """A TIFF in one strip, in strips of so many `rows`, or in square tiles."""
    height, width, count = samples.shape
    planes = np.split(samples, count, axis=2) if planar else [samples]
    parts = [part for plane in planes for part in _cut(plane, rows or height, tile)]
    strips = [_predicted(part, bits, order, predictor) for part in parts]
    if deflated:
        strips = [zlib.compress(strip) for strip in strips]
    places, lengths = (324, 325) if tile else (273, 279)
    kinds: dict[int, tuple[int, Sequence[int]]] = {
        256: (4, [width]),
        257: (4, [height]),
        258: (3, [bits] * count),
        259: (3, [8 if deflated else 1]),
        262: (3, [photometric]),
        places: (4, [0] * len(strips)),
        277: (3, [count]),
        lengths: (4, [len(strip) for strip in strips]),
        284: (3, [2 if planar else 1]),
        317: (3, [predictor]),
        339: (3, [3 if samples.dtype.kind == "f" else 1] * count),
    }
    kinds |= {322: (3, [tile]), 323: (3, [tile])} if tile else {278: (4, [rows or height])}
    if extra:
        kinds[338] = (3, list(extra))
    return _tiff_file(kinds | dict(tags or {}), strips, order, big)


def _cut(plane: Samples, rows: int, tile: int) -> list[Samples]:
    if not tile:
        return [plane[at : at + rows] for at in range(0, len(plane), rows)]
    height, width = plane.shape[:2]
    whole = np.pad(plane, ((0, -height % tile), (0, -width % tile), (0, 0)))
    return [
        whole[y : y + tile, x : x + tile]
        for y in range(0, height, tile)
        for x in range(0, width, tile)
    ]


def _predicted(part: Samples, bits: int, order: str, predictor: int) -> bytes:
    """The bytes of a strip: 2 keeps differences of neighbours, 3 those of a float's bytes."""
    if predictor == 2:
        part = np.diff(part.astype(f"u{bits // 8}"), axis=1, prepend=np.zeros_like(part[:, :1]))
    if predictor != 3:
        return b"".join(packed_rows(part, bits, order))
    height, width, count = part.shape
    each = part.dtype.itemsize
    values = np.ascontiguousarray(part.astype(part.dtype.newbyteorder(">")))  # type: ignore[call-overload]
    planes = values.view(np.uint8).reshape(height, width * count, each).transpose(0, 2, 1)
    rows = planes.reshape(height, -1, count)
    return np.diff(rows, axis=1, prepend=np.zeros_like(rows[:, :1])).tobytes()


def _tiff_file(
    kinds: dict[int, tuple[int, Sequence[int]]], strips: list[bytes], order: str, big: bool
) -> bytes:
    offset, entry, inline = ("Q", "HHQ8s", 8) if big else ("I", "HHI4s", 4)
    head = (b"II" if order == "<" else b"MM") + struct.pack(order + "H", 43 if big else 42)
    head += struct.pack(order + "HHQ", 8, 0, 16) if big else struct.pack(order + "I", 8)
    table_bytes = struct.calcsize("=" + ("Q" if big else "H")) + len(kinds) * (20 if big else 12)
    after = len(head) + table_bytes + inline
    beside = sum(size + size % 2 for size in map(_bytes_of, kinds.values()) if size > inline)
    ends = np.cumsum([after + beside, *map(len, strips)])
    kinds[324 if 324 in kinds else 273] = (4, [int(each) for each in ends[:-1]])
    table, rest = struct.pack(order + ("Q" if big else "H"), len(kinds)), b""
    for tag, (kind, values) in sorted(kinds.items()):
        packed = struct.pack(f"{order}{len(values)}{_CODES[kind]}", *values)
        if len(packed) > inline:
            here = struct.pack(order + offset, after + len(rest))
            rest += packed + b"\0" * (len(packed) % 2)
        else:
            here = packed.ljust(inline, b"\0")
        table += struct.pack(order + entry, tag, kind, len(values), here)
    return head + table + b"\0" * inline + rest + b"".join(strips)


_CODES = {1: "B", 3: "H", 4: "I", 7: "B"}


def _bytes_of(told: tuple[int, Sequence[int]]) -> int:
    return struct.calcsize("=" + _CODES[told[0]]) * len(told[1])


def psd(
    samples: Samples,
    mode: int,
    *,
    bits: int = 8,
    palette: bytes = b"",
    layers: int | None = None,
    resources: Mapping[int, bytes] = {},
) -> bytes:
    """A merged Photoshop file: `mode` 1 grey, 2 palette, 3 RGB, 4 CMYK (stored inverted).

    `layers` is only the number it gives; a negative one says that there is transparency.
    `resources` are image resource blocks by their numbers.
    """
    height, width, count = samples.shape
    head = struct.pack(">4sH6xHIIHH", b"8BPS", 1, count, height, width, bits, mode)
    planes = b"".join(
        row for plane in np.moveaxis(samples, 2, 0) for row in packed_rows(plane[..., None], bits)
    )
    told = b"" if layers is None else struct.pack(">Ih2xI", 4, layers, 0)
    blocks = b"".join(
        b"8BIM" + struct.pack(">HHI", number, 0, len(data)) + data + bytes(len(data) % 2)
        for number, data in resources.items()
    )
    parts = (palette, blocks, told)
    sections = b"".join(struct.pack(">I", len(part)) + part for part in parts)
    return head + sections + struct.pack(">H", 0) + planes


def bmp(
    rows: Sequence[bytes],
    width: int,
    bits: int,
    *,
    masks: Sequence[int] = (),
    palette: bytes = b"",
    top_down: bool = False,
) -> bytes:
    """A BMP with a header of version 5 where it has `masks` (red, green, blue, alpha), else 3."""
    drawn = rows if top_down else rows[::-1]
    pixels = b"".join(row + b"\0" * (-len(row) % 4) for row in drawn)
    header_bytes = 124 if masks else 40
    offset = 14 + header_bytes + len(palette)
    height = -len(rows) if top_down else len(rows)
    header = struct.pack(
        "<IiiHHIIiiII", header_bytes, width, height, 1, bits, 3 if masks else 0, len(pixels),
        2835, 2835, len(palette) // 4, 0,
    )  # fmt: skip
    if masks:
        header += struct.pack("<4I4s", *masks, b"BGRs").ljust(124 - 40, b"\0")
    file = struct.pack("<2sIHHI", b"BM", offset + len(pixels), 0, 0, offset)
    return file + header + palette + pixels
