"""JPEG files without what may stop a picture from opening, and those without an end (ITU-T T.81).

Pillow reads some segments without looking how long they are, looks for a profile before the frame
header only, and takes no file that lacks the end marker, whole as its picture may be.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from inpaint_studio.picture.description import iptc_in
from inpaint_studio.picture.sorted_file import SortedFile, damaged_profile, left_out

START, END = b"\xff\xd8", b"\xff\xd9"
_SOF = (*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0))
_PROGRESSIVE = 0xC2
_EOI, _SOS, _COM = 0xD9, 0xDA, 0xFE
_APP = range(0xE0, 0xF0)
_MARKERS = (*range(0xC0, 0xD0), *range(0xDA, 0xF0), _COM)
_ICC, _EXIF = b"ICC_PROFILE\0", b"Exif\0\0"
_XMP, _RESOURCES = b"http://ns.adobe.com/xap/1.0/\0", b"Photoshop 3.0\0"
_BESIDE = (_ICC, _EXIF, _XMP, _RESOURCES)
_DECODED = (b"JFIF\0", b"Adobe")
"""Segments whose content a decoder reads."""
_LEAST_BYTES = {
    0xE0: ((b"JFIF\0", 14),),
    0xE1: ((_EXIF, 14),),
    0xE2: ((_ICC, 14),),
    0xEE: ((b"Adobe", 12),),
}
"""What is known of these segments, and how long they are at least."""
_MOST_SEGMENT_BYTES = 0xFFFF
_LAST_COEFFICIENT = 63


def sort_jpeg(data: bytes) -> SortedFile:
    """What a JPEG file holds: its first picture, and what only describes it."""
    kept: list[bytes] = [START]
    damaged: list[str] = []
    beside: dict[bytes, list[bytes]] = {start: [] for start in _BESIDE}
    at = len(START)
    for marker, content, end, is_whole in _segments(data):
        at = end
        start = next((each for each in _BESIDE if content.startswith(each)), b"")
        if marker not in _APP and marker != _COM:
            kept.append(_segment(marker, content))
        elif not is_whole or _is_short(marker, content):
            damaged.append("COM" if marker == _COM else f"APP{marker & 15}")
        elif start:
            beside[start].append(content[len(start) :])
        elif content.startswith(_DECODED):
            kept.append(_segment(marker, content))
    pixels = b"".join([*kept, data[at : _end_of_first(data, at)]])
    return _sorted(data if pixels == data else pixels, beside, damaged)


def _sorted(pixels: bytes, beside: dict[bytes, list[bytes]], damaged: list[str]) -> SortedFile:
    profile = _joined(beside[_ICC])
    notices = (*((left_out(damaged),) if damaged else ()),)
    if beside[_ICC] and profile is None:
        notices = (*notices, damaged_profile())
    exif, xmp = beside[_EXIF], beside[_XMP]
    return SortedFile(
        pixels,
        profile,
        _EXIF + b"".join(exif) if exif else None,
        notices,
        xmp[0] if xmp else None,
        iptc_in(b"".join(beside[_RESOURCES])),
    )


def ends_without_mark(pixels: bytes) -> bool:
    """Whether the file lacks the end marker."""
    return not pixels.endswith(END)


def closings(pixels: bytes) -> tuple[bytes, bytes] | None:
    """Two ways to end a file that lacks its end; None where parts of its picture are missing.

    In one the end marker follows, in the other noise. Both give the same picture where nothing of
    it was missing, as nobody then reads what follows. The scans of progressive ones are counted.
    """
    if not _has_all_scans(pixels):
        return None
    body = pixels.removesuffix(b"\xff")
    noise = np.random.default_rng(1).integers(0, 255, 1 << 16, np.uint8).tobytes()
    return body + END, body + noise + END


def _segments(data: bytes) -> Iterator[tuple[int, bytes, int, bool]]:
    """Marker, content, end and wholeness of every segment up to the first scan's header."""
    at = len(START)
    while at + 4 <= len(data):
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4])
        if data[at] != 0xFF or marker not in _MARKERS:
            return
        end = at + 2 + length
        is_whole = marker == _SOS or (length >= 2 and _is_segment(data, end))
        if not is_whole and marker in (*_APP, _COM):
            end = _resumed(data, at + 4, end)
        yield marker, data[at + 4 : end], end, is_whole
        if marker == _SOS:
            return
        at = end


def _is_segment(data: bytes, at: int) -> bool:
    while data[at : at + 2] == b"\xff\xff":  # markers may be filled up with these
        at += 1
    return at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] in _MARKERS


def _is_short(marker: int, content: bytes) -> bool:
    """Whether a segment is one of those that are known, cut."""
    return any(
        len(content) < least and (content.startswith(start) or start.startswith(content))
        for start, least in _LEAST_BYTES.get(marker, ())
    )


def _resumed(data: bytes, start: int, end: int) -> int:
    """Where segments go on after one that is shorter or longer than it says."""
    at = data.find(b"\xff", start)
    while 0 <= at <= end + _MOST_SEGMENT_BYTES:
        following = at + 2 + int.from_bytes(data[at + 2 : at + 4])
        if _is_segment(data, at) and (data[at + 1] == _SOS or _is_segment(data, following)):
            return at
        at = data.find(b"\xff", at + 1)
    return end


def _segment(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(content) + 2).to_bytes(2) + content


def _joined(parts: list[bytes]) -> bytes | None:
    """A profile of its numbered parts (ICC.1:2022, B.4); None where one is missing."""
    by_number = {part[0]: part[2:] for part in parts if len(part) > 2}
    if not by_number or sorted(by_number) != list(range(1, parts[0][1] + 1)):
        return None
    return b"".join(by_number[number] for number in sorted(by_number))


def _end_of_first(data: bytes, at: int) -> int | None:
    """Where the first picture ends, so that nothing that follows it goes along."""
    ends = (place for marker, _, place in headers(data, at) if marker == _EOI)
    return next((place + len(END) for place in ends), None)


def _has_all_scans(pixels: bytes) -> bool:
    """Whether every coefficient has come to its last bit, as each has in other than progressive."""
    is_progressive = False
    precise: dict[int, set[int]] = {}
    for marker, content, _ in headers(pixels, len(START)):
        if marker in _SOF:
            is_progressive = marker == _PROGRESSIVE
            count = content[5] if len(content) > 5 else 0
            precise = {content[6 + 3 * k]: set() for k in range(count) if len(content) > 6 + 3 * k}
        elif marker == _SOS and content and len(content) >= 4 + 2 * content[0]:
            first, last, bits = content[-3], content[-2], content[-1] & 15
            for k in range(content[0]):
                if bits == 0:
                    precise.get(content[1 + 2 * k], set()).update(range(first, last + 1))
    all_of_them = set(range(_LAST_COEFFICIENT + 1))
    return not is_progressive or all(found >= all_of_them for found in precise.values())


def headers(data: bytes, at: int) -> Iterator[tuple[int, bytes, int]]:
    """Marker, content and place of all segments from there on, up to the end marker."""
    at = _next_marker(data, at)
    while at >= 0:
        marker, end = data[at + 1], at + 2 + int.from_bytes(data[at + 2 : at + 4])
        if marker == _EOI:
            yield marker, b"", at
            return
        yield marker, data[at + 4 : end], at
        at = _next_marker(data, max(end, at + 2))


def _next_marker(data: bytes, at: int) -> int:
    """The place of the next marker of a segment or of the end; -1 where there is none."""
    at = data.find(b"\xff", at)
    while 0 <= at < len(data) - 1:
        if data[at + 1] in _MARKERS or data[at + 1] == _EOI:
            return at
        at = data.find(b"\xff", at + 1)
    return -1
