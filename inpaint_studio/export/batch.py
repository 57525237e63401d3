"""Many pictures leaving at once: with progress, cancellable, into a folder or one archive."""

from __future__ import annotations

import errno
import os
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from inpaint_studio.durable import place_new, staged_beside, sweep, sync_folder
from inpaint_studio.errors import ExportError
from inpaint_studio.export.naming import NameFields, candidates
from inpaint_studio.export.writer import ExportOptions, unwritten

Write = Callable[[Path, NameFields, ExportOptions], Path]


@dataclass(frozen=True, slots=True)
class ExportJob:
    """One picture: what a name may say of it, and what writes it into a folder."""

    name: NameFields
    write: Write


@dataclass(frozen=True, slots=True)
class BatchReport:
    """`paths` were written, `failures` are the words of what was not.

    `notices` are those of what was written without the metadata its format does not take.
    """

    paths: tuple[Path, ...]
    failures: tuple[str, ...]
    was_cancelled: bool = False
    notices: tuple[str, ...] = ()


def export_batch(
    jobs: Sequence[ExportJob],
    folder: Path,
    options: ExportOptions,
    *,
    on_progress: Callable[[int], None] = lambda _: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> BatchReport:
    """Write one after the other; one that fails does not keep the others back.

    `on_progress` gets the number that are done, from the thread that works.
    """
    paths: list[Path] = []
    failures: list[str] = []
    notices: dict[str, None] = {}  # once each
    options = replace(options, told=lambda text: notices.setdefault(text))
    for number, job in enumerate(jobs, start=1):
        if is_cancelled():
            return BatchReport(tuple(paths), tuple(failures), was_cancelled=True)
        try:
            paths.append(job.write(folder, job.name, options))
        except ExportError as error:
            failures.append(str(error))
        on_progress(number)
    return BatchReport(tuple(paths), tuple(failures), notices=tuple(notices))


def export_zip(
    jobs: Sequence[ExportJob],
    folder: Path,
    options: ExportOptions,
    *,
    on_progress: Callable[[int], None] = lambda _: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> BatchReport:
    """The same into one archive in `folder`, which is there whole or not at all.

    Raises:
        ExportError: the archive cannot be written.
    """
    with TemporaryDirectory(prefix="inpaint-studio-") as aside:
        inside = replace(options, overwrite=False)
        report = export_batch(
            jobs, Path(aside), inside, on_progress=on_progress, is_cancelled=is_cancelled
        )
        if report.was_cancelled or not report.paths:
            return BatchReport((), report.failures, report.was_cancelled)
        name = replace(jobs[0].name, n=1)
        target = _first_free(folder, name)
        try:
            _pack(sorted(Path(aside).iterdir()), target)
        except OSError as fault:
            raise unwritten(target, fault) from fault
        return replace(report, paths=(target,))


def _first_free(folder: Path, name: NameFields) -> Path:
    paths: Iterator[Path] = candidates(folder, "{source}-results", name, ".zip")
    return next(path for path in paths if not path.exists())


def _pack(files: Sequence[Path], target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    sweep(target.parent)
    with staged_beside(target) as staged:
        # Pictures are compressed already.
        with zipfile.ZipFile(staged, "w", zipfile.ZIP_STORED) as archive:
            for file in files:
                archive.write(file, file.name)
        with zipfile.ZipFile(staged) as archive:
            if archive.testzip() is not None:
                raise OSError(errno.EIO, "The archive reads back as something else", str(staged))
        with staged.open("rb") as whole:
            os.fsync(whole.fileno())
        place_new(staged, target)
    sync_folder(target.parent)
