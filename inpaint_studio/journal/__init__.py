"""What was done to each open document, on disk within seconds: nothing is lost when all else ends.

A journal is a folder: `log`, to which records are appended, the files that records name by their
content, and a lock that says that the document is open somewhere.
"""

from inpaint_studio.journal.journal import Journal, Origin
from inpaint_studio.journal.quarantine import quarantine_damaged
from inpaint_studio.journal.recovery import LeftJournal, handed_over, left_journals

__all__ = [
    "Journal",
    "LeftJournal",
    "Origin",
    "handed_over",
    "left_journals",
    "quarantine_damaged",
]
