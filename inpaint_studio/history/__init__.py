"""Everything ever run: an SQLite database beside content-addressed files. Never holds a key."""

from inpaint_studio.history.filters import Filter
from inpaint_studio.history.listing import Listing
from inpaint_studio.history.records import (
    CheckReport,
    Flag,
    NewRun,
    RunRecord,
    State,
    VariantRecord,
)
from inpaint_studio.history.store import History
from inpaint_studio.history.trash import CleanupRule, StoreSize

__all__ = [
    "CheckReport",
    "CleanupRule",
    "Filter",
    "Flag",
    "History",
    "Listing",
    "NewRun",
    "RunRecord",
    "State",
    "StoreSize",
    "VariantRecord",
]
