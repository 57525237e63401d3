"""The journal of one open document, with what is chosen beside its mask and its steps."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from inpaint_studio.journal import Journal, LeftJournal, Origin
from inpaint_studio.journal.log_file import LogFile
from inpaint_studio.picture.document import Document

Report = Callable[[BaseException | None], None]


class DocumentJournal:
    """Writes frame, references and draft as they differ from what was written last.

    `is_refused` while the disk takes nothing. `journal` is there once the document has one.
    """

    def __init__(self, document: Document, params: Mapping[str, Any], report: Report) -> None:
        self.document = document
        self.journal: Journal | None = None
        self.is_refused = False
        self._report = report
        self._recorded = self._choices(params)

    @property
    def is_unsaved(self) -> bool:
        """Whether the document holds what no project file does."""
        return self.journal is not None and self.journal.is_unsaved

    def begin(self, origin: Origin, folder: Path) -> None:
        """Write the document as it is, into a folder of its own in `folder`."""
        log = LogFile(folder / uuid.uuid4().hex)
        self.journal = Journal(self.document, origin, log, self._report)
        self.journal.choose_first(**self._recorded)
        self.journal.begin()

    def resume(self, left: LeftJournal) -> None:
        """Go on in the journal that the document has been restored from."""
        self.journal = Journal(self.document, left.origin, left.reopened(), self._report)
        self.journal.resume(left.replay)
        self._recorded["params"] = left.replay.choices.get("params")

    def write_choices(self, params: Mapping[str, Any]) -> bool:
        """Write what is new of frame, references and `params`; whether anything was."""
        now = self._choices(params).items()
        new = {name: value for name, value in now if self._recorded[name] != value}
        if not new or self.journal is None:
            return False
        former = self._recorded["params"] or {}
        has_words = former.get("prompt", "") != params.get("prompt", "")
        self.journal.choose(is_change=has_words or new.keys() != {"params"}, **new)
        self._recorded |= new
        return True

    def finish(self, *, keep: bool) -> None:
        """The document is no longer open: leave the journal for another day, or delete it."""
        if self.journal is not None:
            self.journal.finish(keep=keep)

    def flush(self, timeout_s: float) -> bool:
        """Wait until all of it is on the disk; False where that is not done in time."""
        return self.journal is None or self.journal.flush(max(0.0, timeout_s))

    def _choices(self, params: Mapping[str, Any]) -> dict[str, Any]:
        document = self.document
        return {"frame": document.frame, "references": document.references, "params": dict(params)}
