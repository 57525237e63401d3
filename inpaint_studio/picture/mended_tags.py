"""Tags of TIFF and EXIF of which the damaged are struck out, so that whoever reads the rest can.

TIFF 6.0, section 2, and EXIF 2.32, 4.6: directories name their values by offsets, which Pillow
stumbles over where they lead out of the file.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

MARK = b"Exif\0\0"
_ORDERS = {b"II*\0": "<", b"MM\0*": ">"}
_TYPE_BYTES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_BELOW = (0x8769, 0x8825, 0xA005)
"""Tags that name a further directory: EXIF's own, GPS, interoperability."""
_ENTRY_BYTES = 12
_SPARE = bytes(_ENTRY_BYTES)


@dataclass(frozen=True, slots=True)
class MendedTags:
    """`data` is the file or block without EXIF's mark, b"" where nothing of it can be read."""

    data: bytes
    damaged: tuple[int, ...] = ()
    is_cut: bool = False

    @property
    def is_damaged(self) -> bool:
        """Whether anything was struck out."""
        return self.is_cut or bool(self.damaged)


def mended_tags(data: bytes) -> MendedTags:
    """A TIFF's file or an EXIF block with what cannot be read of its first page struck out."""
    while data.startswith(MARK):
        data = data[len(MARK) :]
    order = _ORDERS.get(data[:4])
    if order is None or len(data) < 8:
        return MendedTags(b"", is_cut=bool(data))
    mending = _Mending(data, order)
    mending.look_at(*struct.unpack_from(order + "I", data, 4))
    return MendedTags(mending.patched(), tuple(mending.damaged), mending.is_cut)


class _Mending:
    def __init__(self, data: bytes, order: str) -> None:
        self._data, self._order = data, order
        self._patches: dict[int, bytes] = {}
        self._seen: list[range] = []
        self.damaged: list[int] = []
        self.is_cut = False

    def look_at(self, at: int) -> bool:
        """Strike out what is damaged in the directory there; false where there is none."""
        if not 8 <= at <= len(self._data) - 2:
            self.is_cut = True
            return False
        (count,) = struct.unpack_from(self._order + "H", self._data, at)
        whole = min(count, (len(self._data) - at - 2) // _ENTRY_BYTES)
        end = at + 2 + whole * _ENTRY_BYTES
        if self._seen and not self._is_directory(at, whole):
            self.is_cut = True
            return False
        self._seen.append(range(at, end))
        if whole < count:
            self.is_cut = True
            self._patches[at] = struct.pack(self._order + "H", whole)
        if end + 4 > len(self._data):
            self._patches[end] = bytes(4)  # where the next page lies
        for k in range(whole):
            self._look_at_entry(at + 2 + k * _ENTRY_BYTES)
        return True

    def _is_directory(self, at: int, count: int) -> bool:
        """Whether one below the first may lie there; striking out what is none would harm others.

        Some writers, Pillow among them, let the one of interoperability point anywhere.
        """
        entries = range(at + 2, at + 2 + count * _ENTRY_BYTES, _ENTRY_BYTES)
        if any(at < seen.stop and seen.start < entries.stop for seen in self._seen):
            return False
        kinds = [struct.unpack_from(self._order + "H", self._data, each + 2)[0] for each in entries]
        return sum(kind in _TYPE_BYTES for kind in kinds) * 2 >= count

    def patched(self) -> bytes:
        """What was looked at, with all that was found mended."""
        if not self._patches:
            return self._data
        mended = bytearray(self._data + _SPARE)
        for at, patch in self._patches.items():
            mended[at : at + len(patch)] = patch
        return bytes(mended)

    def _look_at_entry(self, at: int) -> None:
        tag, kind, count, value = struct.unpack_from(self._order + "HHII", self._data, at)
        size = _TYPE_BYTES.get(kind, 0) * count
        is_there = size <= 4 or value + size <= len(self._data)
        if tag in _BELOW:
            is_there = is_there and size > 0 and self.look_at(value)
        elif kind not in _TYPE_BYTES:
            is_there = False
        if not is_there:
            self.damaged.append(tag)
            # Bytes, none of them: nobody looks further.
            self._patches[at + 2] = struct.pack(self._order + "HII", 1, 0, 0)
