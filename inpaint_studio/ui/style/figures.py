"""Figures as they are read: with their unit, in groups, in their own order in every language."""

from __future__ import annotations

import re

from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication

from inpaint_studio.contract.sizes import parse_size
from inpaint_studio.phrase import Amount

THIN = "\u2009"
"""Between a number and its unit, and between groups of digits (ISO 80000-1)."""
ISOLATE, END = "\u2066", "\u2069"


def number_text(value: float, decimals: int = 0) -> str:
    """A number as the language writes it: 1.68, or 1,68; thousands are apart."""
    return in_digits(f"{value:,.{decimals}f}")


def in_digits(text: str) -> str:
    """A number in English, such as 1,234.5, as the language writes it."""
    return text.replace(",", THIN).replace(".", QLocale().decimalPoint())


def measure(number: str, unit: str) -> str:
    """A number with its unit: 2.3 s."""
    return in_order(f"{number}{THIN}{unit}")


def money(amount: Amount) -> str:
    """An amount as the language writes it: $0.05, or 0,05 $."""
    is_plain = QLocale().language() is QLocale.Language.C  # which puts the sign behind
    if is_plain or not QLocale().toCurrencyString(1.0, "$").endswith("$"):
        return in_order(amount if QLocale().decimalPoint() == "." else in_digits(amount))
    return in_order(f"{in_digits(amount.replace('$', ''))}\u00a0$")


def size_text(width: int, height: int) -> str:
    """A size in px: 1536 × 1024."""
    return in_order(f"{width}{THIN}×{THIN}{height}")


def spaced_size(size: str) -> str:
    """A size such as 1536x1024 as people read it; other text as it is."""
    edges = parse_size(size)
    return size_text(*edges) if edges else size


def plain(text: str) -> str:
    """What was typed or chosen without all that is there to be read well."""
    return re.sub(rf"[\s{ISOLATE}{END}]", "", text).replace("×", "x")


def grouped(number: int) -> str:
    """A whole number in groups of three digits."""
    return in_order(in_digits(f"{number:,}"))


def in_order(text: str) -> str:
    """Text that is read from left to right, also among words that are read the other way.

    Without an isolate (Unicode Standard Annex 9) Arabic turns 2.3 s and 1536 × 1024 round.
    """
    return f"{ISOLATE}{text}{END}" if QGuiApplication.isRightToLeft() else text
