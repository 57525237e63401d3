"""Colour profiles made of a few numbers, for files that tell their colours otherwise (ICC.1)."""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Chromaticity = tuple[float, float]
Curve = float | Callable[[NDArray[np.float64]], NDArray[np.float64]]
"""From stored values to light, both 0–1: an exponent, or a function."""

_D50 = np.array([0.9642, 1.0, 0.8249])
_BRADFORD = np.array([
    [0.8951, 0.2664, -0.1614],
    [-0.7502, 1.7135, 0.0367],
    [0.0389, -0.0685, 1.0296],
])  # fmt: skip
_SAMPLES = 4096
_HEADER_BYTES = 128
_VERSION = 0x04300000


@dataclass(frozen=True, slots=True)
class Primaries:
    """The chromaticities (x, y) of white and of the three primaries."""

    white: Chromaticity
    red: Chromaticity
    green: Chromaticity
    blue: Chromaticity

    @property
    def is_possible(self) -> bool:
        """Whether they span a space of colours."""
        corners = (self.white, self.red, self.green, self.blue)
        if not all(0 <= x <= 1 and 0 < y <= 1 for x, y in corners):
            return False
        return abs(float(np.linalg.det(_columns(self)))) > 1e-4


def matrix_profile(name: str, primaries: Primaries, curve: Curve) -> bytes:
    """A display profile that says the same; `primaries` must be possible."""
    to_d50 = _adaptation(_xyz(primaries.white))
    colours = to_d50 @ _scaled(primaries)
    tone = _curve(curve)
    return _assembled({
        b"desc": _text(name),
        b"cprt": _text("CC0"),
        b"wtpt": _xyz_type(_D50),
        b"chad": b"sf32\0\0\0\0" + _fixed(to_d50.ravel()),
        b"rXYZ": _xyz_type(colours[:, 0]),
        b"gXYZ": _xyz_type(colours[:, 1]),
        b"bXYZ": _xyz_type(colours[:, 2]),
        b"rTRC": tone,
        b"gTRC": tone,
        b"bTRC": tone,
    })  # fmt: skip


def _xyz(point: Chromaticity) -> NDArray[np.float64]:
    x, y = point
    return np.array([x / y, 1.0, (1 - x - y) / y])


def _columns(primaries: Primaries) -> NDArray[np.float64]:
    return np.column_stack([_xyz(p) for p in (primaries.red, primaries.green, primaries.blue)])


def _scaled(primaries: Primaries) -> NDArray[np.float64]:
    """RGB to XYZ: the primaries in the strengths that make white together."""
    columns = _columns(primaries)
    return columns * np.linalg.solve(columns, _xyz(primaries.white))


def _adaptation(white: NDArray[np.float64]) -> NDArray[np.float64]:
    gains = (_BRADFORD @ _D50) / (_BRADFORD @ white)
    adapted: NDArray[np.float64] = np.linalg.inv(_BRADFORD) @ np.diag(gains) @ _BRADFORD
    return adapted


def _curve(curve: Curve) -> bytes:
    if isinstance(curve, float):
        return b"para\0\0\0\0" + struct.pack(">HH", 0, 0) + _fixed([curve])
    light = curve(np.linspace(0, 1, _SAMPLES)).clip(0, 1)
    values = np.rint(light * 65535).astype(">u2")  # what ICC.1 calls uInt16Number
    return b"curv\0\0\0\0" + struct.pack(">I", _SAMPLES) + bytes(values.tobytes())


def _text(text: str) -> bytes:
    content = text.encode("utf-16-be")
    head = struct.pack(">4s4xII2s2sII", b"mluc", 1, 12, b"en", b"US", len(content), 28)
    return head + content


def _xyz_type(value: Sequence[float] | NDArray[np.float64]) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(value)


def _fixed(values: Sequence[float] | NDArray[np.float64]) -> bytes:
    return struct.pack(f">{len(values)}i", *(round(float(value) * 65536) for value in values))


def _assembled(tags: dict[bytes, bytes]) -> bytes:
    """Header, table of tags and their contents; equal contents are stored once."""
    start = _HEADER_BYTES + 4 + 12 * len(tags)
    body, places = b"", dict[bytes, int]()
    table = struct.pack(">I", len(tags))
    for name, content in tags.items():
        if content not in places:
            places[content] = start + len(body)
            body += content + bytes(-len(content) % 4)
        table += struct.pack(">4sII", name, places[content], len(content))
    return _header(start + len(body)) + table + body


def _header(length: int) -> bytes:
    head = struct.pack(">I4xI4s4s4s", length, _VERSION, b"mntr", b"RGB ", b"XYZ ")
    head += struct.pack(">6H4s", 2026, 1, 1, 0, 0, 0, b"acsp")
    return (head.ljust(68, b"\0") + _fixed(_D50)).ljust(_HEADER_BYTES, b"\0")
