"""Figures as they are read: with their unit, in groups, in their own order in every language."""

from __future__ import annotations

import re

from PySide6.QtGui import QGuiApplication

from inpaint_studio.contract.sizes import parse_size

THIN = "\u2009"
"""Between a number and its unit, and between groups of digits (ISO 80000-1)."""
_ISOLATE, _END = "\u2066", "\u2069"


def measure(number: str, unit: str) -> str:
    """A number with its unit: 2.3 s."""
    return in_order(f"{number}{THIN}{unit}")


def size_text(width: int, height: int) -> str:
    """A size in px: 1536 × 1024."""
    return in_order(f"{width}{THIN}×{THIN}{height}")


def spaced_size(size: str) -> str:
    """A size such as 1536x1024 as people read it; other text as it is."""
    edges = parse_size(size)
    return size_text(*edges) if edges else size


def plain(text: str) -> str:
    """What was typed or chosen without all that is there to be read well."""
    return re.sub(rf"[\s{_ISOLATE}{_END}]", "", text).replace("×", "x")


def grouped(number: int) -> str:
    """A whole number in groups of three digits."""
    return in_order(f"{number:,}".replace(",", THIN))


def in_order(text: str) -> str:
    """Text that is read from left to right, also among words that are read the other way.

    Without an isolate (Unicode Standard Annex 9) Arabic turns 2.3 s and 1536 × 1024 round.
    """
    return f"{_ISOLATE}{text}{_END}" if QGuiApplication.isRightToLeft() else text
