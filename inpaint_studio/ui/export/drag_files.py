"""Results as files with names a person can read, for dragging out of the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QMimeData, QUrl

from inpaint_studio.errors import StudioError
from inpaint_studio.export.formats import flat_names
from inpaint_studio.export.writer import ExportOptions
from inpaint_studio.history import History, RunRecord, VariantRecord
from inpaint_studio.runs.stored_results import has_place
from inpaint_studio.ui.export.jobs import Content, result_job

_TEMPLATE = "{source}-{prompt:40}-{n}"
_LIST = "text/uri-list"


class DragFiles:
    """Lends files out of a folder that is removed when the program ends."""

    def __init__(self, history: History, options: Callable[[], ExportOptions]) -> None:
        self._history = history
        self._options = options
        self._folder: TemporaryDirectory[str] | None = None
        self._worker = ThreadPoolExecutor(1, "drag")

    def __call__(self, ids: Sequence[str]) -> QMimeData:
        """A file per variant that has a result, in the format that was exported last.

        A worker writes them; those whose file has gone are left out.
        """
        options, records = _for_a_drag(self._options()), []
        for each in ids:
            with suppress(StudioError):
                variant = self._history.variant(each)
                records.append((self._history.run(variant.run_id), variant))
        return LentFiles(self._worker.submit(self._lent, records, options))

    def _lent(
        self, records: Sequence[tuple[RunRecord, VariantRecord]], options: ExportOptions
    ) -> list[Path]:
        lent = []
        for run, variant in records:
            with suppress(StudioError, OSError):
                lent.append(self._lend(run, variant, options))
        return lent

    def _lend(self, run: RunRecord, variant: VariantRecord, options: ExportOptions) -> Path:
        content: Content = "whole" if has_place(run) else "original"
        job = result_job(self._history, run, variant, content)
        return job.write(self._place(), replace(job.name, n=variant.number), options)

    def _place(self) -> Path:
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="inpaint-studio-drag-")
        return Path(self._folder.name)


def _for_a_drag(options: ExportOptions) -> ExportOptions:
    """A card has no layers to be written; and someone waits."""
    is_flat = options.file_format in flat_names()
    return replace(
        options,
        file_format=options.file_format if is_flat else "png",
        template=_TEMPLATE,
        png_level=1,
        overwrite=True,
    )


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
