"""AVIF files whose EXIF data keeps the picture from opening (ISO/IEC 23008-12, 6.1)."""

from __future__ import annotations

_ENTRY, _KIND, _OTHER = b"infe", b"Exif", b"free"
_ENTRY_BYTES = 12
"""From an item's entry in the list to its kind: version, flags, number, protection."""
_MOST_HEAD_BYTES = 1 << 20


def without_exif(data: bytes) -> bytes:
    """The file with its EXIF items under a name that no decoder looks for; any other as it is."""
    if data[4:8] != b"ftyp":
        return data
    head, at = bytearray(data[:_MOST_HEAD_BYTES]), 0
    while (at := head.find(_ENTRY, at)) >= 0:
        kind = slice(at + _ENTRY_BYTES, at + _ENTRY_BYTES + len(_KIND))
        if head[kind] == _KIND:
            head[kind] = _OTHER
        at += len(_ENTRY)
    return bytes(head) + data[_MOST_HEAD_BYTES:]
