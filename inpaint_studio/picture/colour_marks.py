"""Colours told without a profile: by chunks of a PNG, boxes of an AVIF, EXIF, heads of a BMP.

Each becomes a profile that says the same, so that all who keep, show and write profiles do.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from inpaint_studio.contract.png_chunks import SIGNATURE, PngChunks
from inpaint_studio.phrase import Phrase
from inpaint_studio.picture.file_kinds import first_directory, is_tiff
from inpaint_studio.picture.icc import Curve, Primaries, matrix_profile

_D65 = (0.3127, 0.3290)
_BT709 = Primaries(_D65, (0.64, 0.33), (0.30, 0.60), (0.15, 0.06))
_PRIMARIES = {
    1: _BT709,
    4: Primaries((0.310, 0.316), (0.67, 0.33), (0.21, 0.71), (0.14, 0.08)),
    5: Primaries(_D65, (0.64, 0.33), (0.29, 0.60), (0.15, 0.06)),
    6: Primaries(_D65, (0.630, 0.340), (0.310, 0.595), (0.155, 0.070)),
    7: Primaries(_D65, (0.630, 0.340), (0.310, 0.595), (0.155, 0.070)),
    9: Primaries(_D65, (0.708, 0.292), (0.170, 0.797), (0.131, 0.046)),
    11: Primaries((0.314, 0.351), (0.680, 0.320), (0.265, 0.690), (0.150, 0.060)),
    12: Primaries(_D65, (0.680, 0.320), (0.265, 0.690), (0.150, 0.060)),
    22: Primaries(_D65, (0.630, 0.340), (0.295, 0.605), (0.155, 0.077)),
}
"""ITU-T H.273, table 2. 2 is "unspecified"."""
_ADOBE = Primaries(_D65, (0.64, 0.33), (0.21, 0.71), (0.15, 0.06))
_ADOBE_GAMMA = 563 / 256
_UNSPECIFIED = (0, 2)
_PQ, _HLG = 16, 18
_WHITE_NITS = 203.0  # ITU-R BT.2408: where diffuse white lies
_HLG_WHITE = 0.75
_NEAR = 0.002  # of a chromaticity: what encoders round to
_NEAR_GAMMA = 0.01

_TIFF_WHITE, _TIFF_PRIMARIES = 318, 319
_BMP_HEAD = 14
_BMP_V4_BYTES, _BMP_V5_BYTES = 108, 124
_BMP_CALIBRATED, _BMP_EMBEDDED = b"\0\0\0\0", b"DEBM"

_READ_FAULTS = (
    ArithmeticError,
    AttributeError,
    LookupError,
    OSError,
    SyntaxError,
    TypeError,
    UserWarning,
    ValueError,
    struct.error,
)
"""What damaged marks raise, here and in Pillow's reader of tags."""

_HDR_NOTICE = Phrase("The picture is HDR: what is brighter than white is shown as white.")


@dataclass(frozen=True, slots=True)
class Marked:
    """The profile that a file's other marks come to, None for sRGB; and what is to be said."""

    icc_profile: bytes | None = None
    notices: tuple[str, ...] = ()


def marked_profile(data: bytes, *, is_adobe_rgb: bool) -> Marked:
    """What a picture's file without a profile says of its colours, and what its EXIF does."""
    try:
        told = _by_container(data)
    except _READ_FAULTS:
        return Marked()
    if told is not None:
        return told
    return _of(_ADOBE, _ADOBE_GAMMA) if is_adobe_rgb else Marked()


def _by_container(data: bytes) -> Marked | None:
    """None where the file's own format says nothing."""
    if data.startswith(SIGNATURE):
        return _by_chunks(dict(_png_head(data)))
    if data[4:8] == b"ftyp":
        return _by_boxes(data)
    if data.startswith(b"BM"):
        return _by_bitmap_head(data)
    tags = first_directory(data) if is_tiff(data) else None
    if tags is not None and _TIFF_PRIMARIES in tags:
        corners = [float(value) for value in (*tags.get(_TIFF_WHITE, _D65), *tags[_TIFF_PRIMARIES])]
        return _of(_primaries(corners), None)
    return None


def _png_head(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks before the pixels; what says the colours stands there (PNG 3, 5.6)."""
    for name, content in PngChunks().take(memoryview(data)[len(SIGNATURE) :]):
        if name == b"IDAT":
            return
        if name in (b"cICP", b"sRGB", b"gAMA", b"cHRM"):
            yield name, bytes(content)


def _by_chunks(chunks: dict[bytes, bytes]) -> Marked | None:
    if b"cICP" in chunks:
        return _by_code_points(*chunks[b"cICP"][:2])
    if b"sRGB" in chunks:
        return Marked()
    primaries = gamma = None
    if b"cHRM" in chunks:
        numbers = struct.unpack(">8I", chunks[b"cHRM"])
        primaries = _primaries([number / 100_000 for number in numbers])
    if b"gAMA" in chunks:
        stored = struct.unpack(">I", chunks[b"gAMA"])[0]
        gamma = 100_000 / stored
    return None if primaries is None and gamma is None else _of(primaries or _BT709, gamma)


def _by_boxes(data: bytes) -> Marked | None:
    """The first `nclx` of the properties, which is the primary picture's (ISO/IEC 14496-12)."""
    properties = _box(_box(_box(data, b"meta")[4:], b"iprp"), b"ipco")
    for name, content in _boxes(properties):
        if name == b"colr" and content[:4] == b"nclx":
            return _by_code_points(*struct.unpack_from(">HH", content, 4))
    return None


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + 8 <= len(data):
        size, name = struct.unpack_from(">I4s", data, at)
        head = 8
        if size == 1 and at + 16 <= len(data):
            size, head = struct.unpack_from(">Q", data, at + 8)[0], 16
        end = at + size if size else len(data)
        if end < at + head:
            return
        yield name, data[at + head : end]
        at = end


def _box(data: bytes, kind: bytes) -> bytes:
    return next((content for name, content in _boxes(data) if name == kind), b"")


def _by_bitmap_head(data: bytes) -> Marked | None:
    """What the fourth and fifth version of the head say; a profile may lie in the file."""
    size = int.from_bytes(data[_BMP_HEAD : _BMP_HEAD + 4], "little")
    head = data[_BMP_HEAD : _BMP_HEAD + size]
    kind = head[56:60]
    if size >= _BMP_V5_BYTES and kind == _BMP_EMBEDDED:
        start, length = struct.unpack_from("<II", head, 112)
        return Marked(data[_BMP_HEAD + start : _BMP_HEAD + start + length] or None)
    if size < _BMP_V4_BYTES or kind != _BMP_CALIBRATED:
        return None
    ends = np.array(struct.unpack_from("<9i", head, 60)).reshape(3, 3) / (1 << 30)
    gamma = np.mean(struct.unpack_from("<3I", head, 96)) / 65536
    if not ends.any() or gamma <= 0:
        return None  # zeros are what programs write that know nothing of it
    points = [tuple(end[:2] / end.sum()) for end in (ends.sum(axis=0), *ends)]
    return _of(Primaries(*points), float(gamma))


def _by_code_points(primaries: int, transfer: int) -> Marked:
    """ITU-T H.273: what video, AVIF and newer PNGs call their colours."""
    if primaries not in _PRIMARIES and primaries not in _UNSPECIFIED:
        words = Phrase("The picture's colour space is not known here; it is treated as sRGB.")
        return Marked(notices=(words,))
    notices = (_HDR_NOTICE,) if transfer in (_PQ, _HLG) else ()
    curve = _CURVES.get(transfer)
    return Marked(_of(_PRIMARIES.get(primaries, _BT709), curve).icc_profile, notices)


def _primaries(corners: list[float]) -> Primaries:
    white, red, green, blue = zip(corners[::2], corners[1::2], strict=True)
    return Primaries(white, red, green, blue)


def _of(primaries: Primaries, curve: Curve | None) -> Marked:
    """The profile of these; None as curve is that of sRGB, as is the gamma that stands for it."""
    if not primaries.is_possible:
        return Marked()
    has_srgb_curve = curve is None or (isinstance(curve, float) and abs(curve - 2.2) < _NEAR_GAMMA)
    corners = (primaries.white, primaries.red, primaries.green, primaries.blue)
    srgb = (_BT709.white, _BT709.red, _BT709.green, _BT709.blue)
    if has_srgb_curve and np.abs(np.subtract(corners, srgb)).max() < _NEAR:
        return Marked()
    return Marked(_profile(primaries, _srgb_light if curve is None else curve))


@lru_cache(16)
def _profile(primaries: Primaries, curve: Curve) -> bytes:
    name = "Adobe RGB (1998) compatible" if primaries == _ADOBE else "As the file says"
    return matrix_profile(name, primaries, curve)


def _srgb_light(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """IEC 61966-2-1."""
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def _pq_light(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """SMPTE ST 2084, with diffuse white as 1."""
    root = values ** (32 / 2523)
    nits = 10_000 * (np.maximum(root - 107 / 128, 0) / (2413 / 128 - 2392 / 128 * root)) ** (
        16384 / 2610
    )
    return nits / _WHITE_NITS


def _hlg_light(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """ITU-R BT.2100 with the system gamma of a 1,000-nit display, diffuse white as 1."""
    return (_hlg_scene(values) / _hlg_scene(np.array([_HLG_WHITE]))) ** 1.2


def _hlg_scene(values: NDArray[np.float64]) -> NDArray[np.float64]:
    a, b, c = 0.17883277, 0.28466892, 0.55991073
    return np.where(values <= 0.5, values**2 / 3, (np.exp((values - c) / a) + b) / 12)


_CURVES: dict[int, Curve] = {
    4: 2.2,
    5: 2.8,
    8: 1.0,
    _PQ: _pq_light,
    17: 2.6,
    _HLG: _hlg_light,
}
"""Transfer characteristics other than those that pictures show as sRGB does."""
