"""JSON that others wrote: its values are fit to be compared, stored and shown once it is read.

Python's reader alone lets through what fails later and elsewhere: lone surrogates, which neither a
database nor a terminal takes, and values nested deeper than `str` and `json.dumps` can follow. It
gives up a whole answer, and the paid picture in it, for one number of 5,000 digits.
"""

from __future__ import annotations

import json
import re
from typing import Any

MAX_DEPTH = 64
"""Deeper values count as null."""

_EXACT_DIGITS = 20
_SURROGATE = re.compile("[\ud800-\udfff]")


def parse_foreign_json(data: bytes) -> Any:
    """The value; what is no text becomes "�", integers past all use a float.

    Raises:
        ValueError: it is no JSON, or is nested too deep to be read at all.
    """
    text = data.decode(json.detect_encoding(data), "replace")
    try:
        return _usable(json.loads(text, parse_int=_number), MAX_DEPTH)
    except RecursionError as error:
        raise ValueError("The JSON is nested too deep") from error


def as_text(text: str) -> str:
    """The text with each lone surrogate replaced."""
    # Megabytes of base64 are ASCII, which costs nothing to ask.
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def _number(digits: str) -> int | float:
    return int(digits) if len(digits) <= _EXACT_DIGITS else float(digits)


def _usable(value: Any, depth: int) -> Any:
    if isinstance(value, str):
        return as_text(value)
    if not isinstance(value, dict | list):
        return value
    if depth == 0:
        return None
    if isinstance(value, list):
        return [_usable(item, depth - 1) for item in value]
    return {as_text(name): _usable(item, depth - 1) for name, item in value.items()}
