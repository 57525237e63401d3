"""When a model stops at its vendor, read against the calendar of today."""

from __future__ import annotations

from datetime import date, timedelta

NOTICE = timedelta(days=30)
"""How long before its last day a model's end is told."""


def today() -> date:
    """The date by this machine's clock; every reader of dates in the catalog asks here."""
    return date.today()
