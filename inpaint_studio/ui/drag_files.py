"""Results as files with names a person can read, for dragging out of the window."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QMimeData, QUrl

from inpaint_studio.errors import StudioError
from inpaint_studio.export.writer import ExportOptions
from inpaint_studio.history import History, RunRecord, VariantRecord
from inpaint_studio.runs.stored_results import has_place
from inpaint_studio.ui.export_jobs import Content, result_job

_OPTIONS = ExportOptions(template="{source}-{prompt:40}-{n}", png_level=1, overwrite=True)
_LIST = "text/uri-list"


class DragFiles:
    """Lends files out of a folder that is removed when the program ends."""

    def __init__(self, history: History) -> None:
        self._history = history
        self._folder: TemporaryDirectory[str] | None = None
        self._worker = ThreadPoolExecutor(1, "drag")

    def __call__(self, ids: Sequence[str]) -> QMimeData:
        """A file per variant that has a result, as it is exported; a worker writes them.

        Those whose file has gone are left out.
        """
        records = []
        for each in ids:
            with suppress(StudioError):
                variant = self._history.variant(each)
                records.append((self._history.run(variant.run_id), variant))
        return LentFiles(self._worker.submit(self._lent, records))

    def _lent(self, records: Sequence[tuple[RunRecord, VariantRecord]]) -> list[Path]:
        lent = []
        for run, variant in records:
            with suppress(StudioError, OSError):
                lent.append(self._lend(run, variant))
        return lent

    def _lend(self, run: RunRecord, variant: VariantRecord) -> Path:
        content: Content = "whole" if has_place(run) else "original"
        job = result_job(self._history, run, variant, content)
        return job.write(self._place(), replace(job.name, n=variant.number), _OPTIONS)

    def _place(self) -> Path:
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="inpaint-studio-drag-")
        return Path(self._folder.name)


class LentFiles(QMimeData):
    """Files that are being written; whoever asks for them, at the drop, waits for the rest."""

    def __init__(self, files: Future[list[Path]]) -> None:
        super().__init__()
        self._files = files

    def formats(self) -> list[str]:
        """Files only."""
        return [_LIST]

    def hasFormat(self, mime_type: str) -> bool:
        """Whether that is files."""
        return mime_type == _LIST

    def retrieveData(self, mime_type: str, _: object) -> list[QUrl] | None:
        """Where the files are."""
        if mime_type != _LIST:
            return None
        return [QUrl.fromLocalFile(str(path)) for path in self._files.result()]
