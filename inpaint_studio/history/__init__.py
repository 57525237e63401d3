"""Everything ever run: an SQLite database beside content-addressed files. Never holds a key."""

from inpaint_studio.history.records import CheckReport, NewRun, RunRecord, State, VariantRecord
from inpaint_studio.history.store import History

__all__ = ["CheckReport", "History", "NewRun", "RunRecord", "State", "VariantRecord"]
