"""TIFF of kinds that Pillow does not read, or not all of: its samples, read as they stand.

A row of samples is a row of bytes, and those Pillow decodes whatever they mean: it is handed the
same file behind a directory that says "grey, 8 bits". What the bytes mean is worked out here (TIFF
6.0, and Adobe Photoshop TIFF Technical Note 3 for floats).
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PIL.TiffImagePlugin import ImageFileDirectory_v2, TiffImageFile

from inpaint_studio.picture.colour import (
    DEEP_NOTICE,
    STRETCHED_NOTICE,
    Pixels,
    has_known_range,
    scale_to_bytes,
)
from inpaint_studio.picture.file_kinds import first_directory
from inpaint_studio.picture.geometry import Size

Samples = NDArray[Any]

_WIDTH, _HEIGHT, _BITS, _COMPRESSION, _PHOTOMETRIC, _FILL_ORDER = 256, 257, 258, 259, 262, 266
_STRIPS, _SAMPLES, _STRIP_ROWS, _STRIP_BYTES, _PLANAR, _PREDICTOR = 273, 277, 278, 279, 284, 317
_TILE_WIDTH, _TILE_HEIGHT, _TILES, _TILE_BYTES = 322, 323, 324, 325
_EXTRA, _FORMAT, _ICC = 338, 339, 34675
_PACKED_AS_BYTES = (1, 5, 8, 32946, 32773, 34925, 50000)
"""Nothing, LZW, deflate under both of its numbers, PackBits, LZMA and zstd."""
_WHITE_IS_ZERO, _BLACK_IS_ZERO, _RGB, _CMYK, _LAB = 0, 1, 2, 5, 8
_COLOURS = {_WHITE_IS_ZERO: 1, _BLACK_IS_ZERO: 1, _RGB: 3, _CMYK: 4, _LAB: 3}
_MODES = {_RGB: "RGB", _CMYK: "CMYK", _LAB: "LAB"}
_ASSOCIATED, _UNASSOCIATED = 1, 2
_UNSIGNED, _SIGNED, _FLOAT = 1, 2, 3
_DTYPES = {
    **{(_UNSIGNED, bits): f"u{bits // 8}" for bits in (8, 16, 32)},
    **{(_SIGNED, bits): f"i{bits // 8}" for bits in (8, 16, 32)},
    **{(_FLOAT, bits): f"f{bits // 8}" for bits in (16, 32, 64)},
}
_DIFFERENCES, _FLOAT_DIFFERENCES = 2, 3
_MOST_BYTES = 3 << 30
_BAND_ROWS = 64
_CLASSIC = b"II*\0\x08\0\0\0"


@dataclass(frozen=True, slots=True)
class TiffPixels:
    """`image` is grey, RGB, CMYK or Lab of 8 bits; `alpha` (H×W) where there is any."""

    image: Image.Image
    alpha: Pixels | None
    notices: tuple[str, ...]


class TiffFile:
    """The first page of a TIFF, of a kind that Pillow reads wrongly or not at all."""

    def __init__(self, data: bytes, tags: ImageFileDirectory_v2) -> None:
        self._data, self._tags = data, tags
        self._order = "<" if data[:2] == b"II" else ">"
        self._photometric = int(tags.get(_PHOTOMETRIC, _WHITE_IS_ZERO))
        self._count = int(tags.get(_SAMPLES, 1))
        self._all_bits = set(tags.get(_BITS, (1,)))
        self._bits = int(max(self._all_bits))
        self._format = int(tags.get(_FORMAT, (_UNSIGNED,))[0])
        self._is_planar = tags.get(_PLANAR, 1) == 2 and self._count > 1
        self.size = Size(int(tags.get(_WIDTH, 0)), int(tags.get(_HEIGHT, 0)))

    @property
    def is_ours(self) -> bool:
        """Whether this reads it, and Pillow would not, or lose something of it."""
        is_whole = (self._format, self._bits) in _DTYPES
        bytes_in_all = self.size.width * self.size.height * self._count * self._bits // 8
        return (
            self._photometric in _COLOURS
            and self._tags.get(_COMPRESSION, 1) in _PACKED_AS_BYTES
            and len(self._all_bits) == 1
            and (is_whole or (self._format == _UNSIGNED and self._bits < 16))
            and _COLOURS[self._photometric] <= self._count <= _COLOURS[self._photometric] + 4
            and 0 < bytes_in_all <= _MOST_BYTES
            and not self._is_pillows
        )

    @property
    def _is_pillows(self) -> bool:
        """Whether Pillow reads it as well: it goes by a table of the kinds it knows."""
        has_alpha = self._count > _COLOURS[self._photometric]
        is_plain = self._format == _UNSIGNED and (not has_alpha or self._photometric == _RGB)
        return is_plain and (self._bits == 8 or (self._count == 1 and self._bits in (1, 2, 4)))

    @property
    def icc_profile(self) -> bytes:
        """The colour profile, b"" where there is none."""
        return bytes(self._tags.get(_ICC, b""))

    def read(self) -> TiffPixels:
        """The pixels.

        Raises:
            OSError, ValueError, LookupError: it is damaged or cut.
        """
        samples = self._samples()
        colours = _COLOURS[self._photometric]
        used, alpha = samples[..., :colours], self._alpha(samples, colours)
        notices = () if self._bits <= 8 else (DEEP_NOTICE,)
        if self._bits > 16 and not has_known_range(used):
            notices = (STRETCHED_NOTICE,)
        if alpha is not None and self._extra == _ASSOCIATED:
            used = _unmultiplied(used, alpha, self._full)
        image = self._image(self._bytes(used))
        if self.icc_profile:
            image.info["icc_profile"] = self.icc_profile
        seen = None if alpha is None else self._bytes(alpha[..., None])[..., 0]
        return TiffPixels(image, seen, notices)

    @property
    def _full(self) -> int:
        """What full colour is, of samples with a known range."""
        return 1 if self._format == _FLOAT else (1 << min(self._bits, 16)) - 1

    @property
    def _extra(self) -> int:
        extra = self._tags.get(_EXTRA, ())
        return int(extra[0]) if extra else _UNASSOCIATED

    def _alpha(self, samples: Samples, colours: int) -> Samples | None:
        is_there = samples.shape[2] > colours and self._extra in (_ASSOCIATED, _UNASSOCIATED)
        return samples[..., colours] if is_there else None

    def _image(self, used: Pixels) -> Image.Image:
        mode = _MODES.get(self._photometric)
        if mode is not None:
            return Image.frombytes(mode, self.size, used.tobytes())
        is_inverted = self._photometric == _WHITE_IS_ZERO
        return Image.fromarray(255 - used[..., 0] if is_inverted else used[..., 0].copy())

    def _bytes(self, samples: Samples) -> Pixels:
        if self._photometric == _LAB and self._bits == 16:
            return (samples.astype(np.uint16) >> 8).astype(np.uint8)  # two of three are signed
        if self._format == _UNSIGNED and self._bits <= 16:
            wide = samples.astype(np.uint32) * 255
            return ((wide + self._full // 2) // self._full).astype(np.uint8)
        return scale_to_bytes(samples.astype(np.float32 if self._format == _FLOAT else np.int64))

    def _samples(self) -> Samples:
        """H×W×channels as they are stored."""
        if not self._is_planar:
            return self._plane(0, self._count)
        return np.concatenate([self._plane(k, 1) for k in range(self._count)], axis=2)

    def _plane(self, number: int, channels: int) -> Samples:
        """The samples of one channel, or of all where they lie side by side."""
        tile_width = int(self._tags.get(_TILE_WIDTH, 0))
        across = -(-self.size.width // tile_width) if tile_width else 1
        width = tile_width or self.size.width
        row_bytes = -(-width * channels * self._bits // 8)
        rows = self._rows(number, row_bytes, across)
        parts = [
            self._decoded(rows[:, k * row_bytes : (k + 1) * row_bytes], width, channels)
            for k in range(across)
        ]
        return np.concatenate(parts, axis=1)[:, : self.size.width]

    def _decoded(self, rows: Pixels, width: int, channels: int) -> Samples:
        """H×W×channels of the bytes of a strip's or tile's rows."""
        height = len(rows)
        dtype = _DTYPES.get((self._format, self._bits))
        if dtype is None:
            return _unpacked(rows, width * channels, self._bits).reshape(height, width, channels)
        if self._tags.get(_PREDICTOR, 1) == _FLOAT_DIFFERENCES:
            each = int(dtype[1:])
            sums = np.cumsum(rows.reshape(height, -1, channels), axis=1, dtype=np.uint8)
            planes = sums.reshape(height, each, width * channels).transpose(0, 2, 1)
            return np.ascontiguousarray(planes).view(">" + dtype).reshape(height, width, channels)
        values = np.ascontiguousarray(rows).view(self._order + dtype)
        values = values.reshape(height, width, channels)
        if self._tags.get(_PREDICTOR, 1) == _DIFFERENCES:
            values = np.cumsum(values, axis=1, dtype=values.dtype.newbyteorder("="))
        return values

    def _rows(self, plane: int, row_bytes: int, across: int) -> Pixels:
        """H×bytes of a plane, as Pillow decodes them: as grey pixels of 8 bits."""
        is_tiled = _TILE_WIDTH in self._tags
        places, lengths = (_TILES, _TILE_BYTES) if is_tiled else (_STRIPS, _STRIP_BYTES)
        told = ImageFileDirectory_v2(_CLASSIC)
        told[_WIDTH], told[_HEIGHT] = row_bytes * across, self.size.height
        told[_BITS], told[_SAMPLES], told[_PHOTOMETRIC] = 8, 1, _BLACK_IS_ZERO
        told[_COMPRESSION] = self._tags.get(_COMPRESSION, 1)
        told[_FILL_ORDER] = self._tags.get(_FILL_ORDER, 1)
        if is_tiled:
            told[_TILE_WIDTH], told[_TILE_HEIGHT] = row_bytes, self._tags[_TILE_HEIGHT]
        else:
            told[_STRIP_ROWS] = min(self._tags.get(_STRIP_ROWS, 1 << 31), self.size.height)
        told[lengths] = self._of_plane(self._tags[lengths], plane)
        told[places] = offsets = self._of_plane(self._tags[places], plane)
        if is_tiled:  # those of strips are moved by Pillow itself
            after = len(_CLASSIC) + len(told.tobytes(len(_CLASSIC)))
            told[places] = tuple(offset + after for offset in offsets)
        # Not by `Image.open`, which would take a wide row for a bomb.
        lie = _CLASSIC + told.tobytes(len(_CLASSIC)) + self._data
        with TiffImageFile(io.BytesIO(lie)) as image:
            return np.asarray(image, np.uint8)

    def _of_plane(self, values: Sequence[int], plane: int) -> tuple[int, ...]:
        if not self._is_planar:
            return tuple(values)
        each = len(values) // self._count
        return tuple(values[plane * each : (plane + 1) * each])


def odd_tiff(data: bytes) -> TiffFile | None:
    """The file, if this is what reads it."""
    tags = first_directory(data)
    try:
        file = None if tags is None else TiffFile(data, tags)
        return file if file is not None and file.is_ours else None
    except (ValueError, TypeError, LookupError):
        return None


def _unpacked(rows: Pixels, count: int, bits: int) -> Samples:
    """H×count samples of fewer than 16 bits, which lie close together; each row begins anew."""

    def bands() -> Iterator[Samples]:
        weights = (1 << np.arange(bits - 1, -1, -1)).astype(np.uint16)
        for start in range(0, len(rows), _BAND_ROWS):
            band = np.unpackbits(rows[start : start + _BAND_ROWS], axis=1)[:, : count * bits]
            yield band.reshape(len(band), count, bits) @ weights

    return np.concatenate(list(bands()))


def _unmultiplied(samples: Samples, alpha: Samples, full: int) -> Samples:
    """Colours that are not weakened by their alpha."""
    share = alpha[..., None].astype(np.float32) / full
    weak = samples.astype(np.float32)
    strong = np.divide(weak, share, out=np.zeros_like(weak), where=share > 0)
    return np.clip(np.rint(strong) if full > 1 else strong, 0, full).astype(samples.dtype)
