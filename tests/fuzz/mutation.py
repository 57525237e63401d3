"""Damage for bytes: what a fuzzer does to a sample that was whole."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Callable, Sequence
from functools import partial
from random import Random
from typing import Any

JSON_WORDS = (
    b"null", b"true", b"-1", b"1e999", b"9" * 400, b"NaN", b'""', b"[]", b"{}", b"[" * 3000,
    b'"\\ud800"', b"\\u0000", b'"data"', b'"b64_json"', b'"url"', b'"images"', b'"mask"', b'"n"',
    b"data:image/png;base64,", b"====", b'"type"', b'"error"', b'"image_url"', b'"stream"',
)  # fmt: skip
ODD_VALUES = (
    b"null", b"true", b"-1", b"0", b"2.5", b"1e999", b"-1e999", b"NaN", b"1e308", b"9" * 5000,
    b'""', b'"abc"', b"[]", b"{}", b"[[[]]]", b'{"a": [1, {}]}', b"[" * 900 + b"]" * 900,
    b'{"a":' * 900 + b"1" + b"}" * 900, b'"\\ud800"', b'"a\\u0000b"', b'"\\u001b]0;x\\u0007"',
    b'"\\u202eabc"', b'"<img src=\\"file:///x\\">"', b'"' + b"x" * 70_000 + b'"', b'"\xff"',
    b'"https://xn--/v1"', b'"http://[::1"', b'"https://a:99999/"', b'"../../etc/passwd"', b'"7"',
    b'"16384x16384"', b'"Mon, 99 Jan 99999999999 00:00:00 GMT"', b"9223372036854775808",
)  # fmt: skip
"""JSON, more or less, that nobody meant."""
_NUMBERS = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 0x10000, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)
_MOST_CHANGES = 6


def mutated(sample: bytes, words: Sequence[bytes], random: Random) -> bytes:
    """The sample after one to six changes; `words` are what its format is made of."""
    data = bytearray(sample)
    for _ in range(random.randint(1, _MOST_CHANGES)):
        random.choice(_CHANGES)(data, words, random)
    return bytes(data)


def with_odd_values(sample: bytes, names: Sequence[str], random: Random) -> bytes:
    """A JSON object with odd values under some of these names; of two the last one counts."""
    chosen = random.sample(names, random.randint(1, min(4, len(names))))
    odd = [b'"%s": %s' % (name.encode(), random.choice(ODD_VALUES)) for name in chosen]
    return sample.rstrip()[:-1] + b", " + b", ".join(odd) + b"}"


def with_odd_parts(value: Any, random: Random) -> bytes:
    """The value as JSON, with one to three of its parts, however deep, replaced by odd ones."""
    marks = {}
    for number in range(random.randint(1, 3)):
        mark = f"mark {number}"
        put = random.choice(list(_places(value)))
        put(mark)
        marks[json.dumps(mark).encode()] = random.choice(ODD_VALUES)
    data = json.dumps(value).encode()
    for mark_text, odd in marks.items():
        data = data.replace(mark_text, odd)
    return data


def _places(value: Any):  # type: ignore[no-untyped-def]
    """What puts something in the place of a part, for each part."""
    parts = value.items() if isinstance(value, dict) else enumerate(value)
    for key, part in parts:
        yield partial(value.__setitem__, key)
        if isinstance(part, dict | list):
            yield from _places(part)


def _place(data: bytearray, random: Random) -> int:
    return random.randrange(len(data) + 1)


def _span(data: bytearray, random: Random) -> slice:
    start = _place(data, random)
    return slice(start, start + random.choice((1, 2, 4, 16, 64, 1024)))


def _flip(data: bytearray, words: Sequence[bytes], random: Random) -> None:
    if data:
        data[random.randrange(len(data))] ^= 1 << random.randrange(8)


def _overwrite(data: bytearray, words: Sequence[bytes], random: Random) -> None:
    span = _span(data, random)
    data[span] = random.randbytes(len(data[span]))


def _remove(data: bytearray, words: Sequence[bytes], random: Random) -> None:
    del data[_span(data, random)]


def _repeat(data: bytearray, words: Sequence[bytes], random: Random) -> None:
    piece = bytes(data[_span(data, random)])
    place = _place(data, random)
    data[place:place] = piece * random.choice((1, 2, 40))


def _cut(data: bytearray, words: Sequence[bytes], random: Random) -> None:
    del data[_place(data, random) :]


def _insert(data: bytearray, words: Sequence[bytes], random: Random) -> None:
    place = _place(data, random)
    data[place:place] = random.choice(words)


def _replace(data: bytearray, words: Sequence[bytes], random: Random) -> None:
    old, new = random.choice(words), random.choice(words)
    data[:] = bytes(data).replace(old, new, random.choice((1, -1)))


def _number(data: bytearray, words: Sequence[bytes], random: Random) -> None:
    place = _place(data, random)
    order = random.choice(("<I", ">I", "<H", ">H"))
    value = random.choice(_NUMBERS)
    data[place : place + struct.calcsize(order)] = struct.pack(
        order, value & (0xFFFF if order[1] == "H" else 0xFFFFFFFF)
    )


Change = Callable[[bytearray, Sequence[bytes], Random], None]
_CHANGES: tuple[Change, ...] = (
    _flip, _overwrite, _remove, _repeat, _cut, _insert, _replace, _number,
)  # fmt: skip


def with_right_checksums(png: bytes) -> bytes:
    """A damaged PNG whose chunks claim to be whole, so that decoding gets past their checks."""
    data, place = bytearray(png), 8
    while place + 12 <= len(data):
        length = int.from_bytes(data[place : place + 4], "big")
        end = place + 8 + length
        if end + 4 > len(data):
            break
        data[end : end + 4] = struct.pack(">I", zlib.crc32(bytes(data[place + 4 : end])))
        place = end + 4
    return bytes(data)
