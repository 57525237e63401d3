"""Pictures leaving the window: the dialog, batches, repeating the last export."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import get_args

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from inpaint_studio.export.batch import BatchReport, ExportJob, export_batch, export_zip
from inpaint_studio.export.writer import ExportOptions
from inpaint_studio.picture.document import Document
from inpaint_studio.runs.run import Variant
from inpaint_studio.session.notice import Notice
from inpaint_studio.session.session import Session
from inpaint_studio.ui.export.dialog import Exportable, ExportDialog
from inpaint_studio.ui.export.drag_files import DragFiles
from inpaint_studio.ui.export.jobs import Content, document_job, document_name, result_jobs
from inpaint_studio.ui.shell.clipboard import Clipboard
from inpaint_studio.ui.shell.notice_bar import NoticeBar
from inpaint_studio.ui.style.i18n import outside

Write = Callable[..., BatchReport]
"""Takes `on_progress` and `is_cancelled`, as `export_batch` does."""


class ExportController(QObject):
    """The actions of File → Export and of cards.

    `ids_in_use` gives the cards a person works on; they, and the result the canvas shows over
    the document, go before the document alone. `selected_ids` are the selected ones, in use or not:
    they can be chosen instead.
    """

    def __init__(
        self,
        session: Session,
        notices: NoticeBar,
        window: QWidget,
        ids_in_use: Callable[[], list[str]],
        selected_ids: Callable[[], list[str]],
    ) -> None:
        super().__init__(window)
        self._session = session
        self._notices = notices
        self._window = window
        self._ids_in_use = ids_in_use
        self._selected_ids = selected_ids
        self._last: tuple[Path, ExportOptions] | None = None
        self._cancelled = threading.Event()
        self.clipboard = Clipboard(session, notices, self)
        self.drag_files = DragFiles(session.history, self._options_of_a_drag)

    def ask(self) -> None:
        """Open the dialog for the cards in use, or else for what the canvas shows.

        It says which it is, and offers the others.
        """
        in_use = bool(self._ids_in_use())
        jobs = self._jobs_of(self._selected_ids(), is_told=in_use)
        if in_use and jobs is None:
            return
        exportables = [*self._of_document(), *self._of_cards(jobs)]
        if in_use:
            exportables = exportables[-1:] + exportables[:-1]
        if exportables:
            self._dialog(exportables).open()

    def _of_document(self) -> list[Exportable]:
        """The document with the result that is shown over it, and as it is without."""
        document, staged = self._session.editor.document, self._session.staging.result
        if document is None:
            return []
        return [
            Exportable(
                self.tr("Accepted picture") if shown is None else self.tr("Shown result"),
                document_name(document, shown),
                partial(_of_what_is_shown, document, shown),
                pixels=document.composite,
            )
            for shown in dict.fromkeys((staged, None))
        ]

    def _of_cards(self, jobs: Mapping[Content, list[ExportJob]] | None) -> list[Exportable]:
        """The cards together, where any of them has a result."""
        if jobs is None:
            return []
        whole = jobs["whole"]
        words = self.tr("Selected cards: {0}").format(len(whole))
        return [
            Exportable(
                words,
                whole[0].name,
                lambda chosen, _: jobs[chosen],
                count=len(whole),
                is_result=True,
            )
        ]

    def repeat(self) -> None:
        """Export the same as `ask` would with the last choices, under the next free names."""
        cards, document = self._ids_in_use(), self._session.editor.document
        if cards:
            self._repeat_results(cards)
        elif self._last is None:
            self.ask()
        elif document is not None:
            staged = self._session.staging.result
            job = document_job(document, staged, self._last[1].file_format)
            self._start([job], *self._last, as_zip=False)

    def card_actions(self) -> dict[str, Callable[[list[str]], None]]:
        """What the gallery does with cards here."""
        return {
            "export": self.results,
            "export_again": self._repeat_results,
            "export_original": lambda ids: self.results(ids, content="original"),
            "copy": lambda ids: self.clipboard.copy_result(ids[0]),
        }

    def results(self, ids: Sequence[str], *, content: Content = "whole") -> None:
        """Open the dialog for results of the history; those without a picture are left out."""
        jobs = self._jobs_of(ids)
        if jobs is not None:
            self._dialog(self._of_cards(jobs), content).open()

    def _repeat_results(self, ids: Sequence[str]) -> None:
        if self._last is None:
            self.results(ids)
            return
        jobs = self._jobs_of(ids)
        if jobs is not None:
            self._start(jobs["whole"], *self._last, as_zip=False)

    def _jobs_of(
        self, ids: Sequence[str], *, is_told: bool = True
    ) -> dict[Content, list[ExportJob]] | None:
        """What each kind of content takes; None, and a notice, where there is nothing to export."""
        history, live = self._session.history, self._session.runs.variant
        with self._session.telling:
            jobs = {each: result_jobs(history, live, ids, each) for each in get_args(Content)}
            if jobs["whole"]:
                return jobs
            if is_told:
                self._notices.show_notice(Notice("info", self.tr("These cards hold no result yet")))
        return None

    def _dialog(
        self, exportables: Sequence[Exportable], content: Content = "whole"
    ) -> ExportDialog:
        settings = self._session.settings.now
        folder = Path(settings.export_folder) if settings.export_folder else pictures_folder()
        dialog = ExportDialog(self._window, exportables, folder, self._options(), content)
        dialog.chosen.connect(self._remember)
        dialog.chosen.connect(
            lambda folder, options: self._start(
                dialog.exportable.jobs(dialog.content(), options),
                folder,
                options,
                as_zip=dialog.wants_zip(),
            )
        )
        return dialog

    def _options(self) -> ExportOptions:
        """As the last export was, as far as that is remembered."""
        settings = self._session.settings.now
        return ExportOptions(
            file_format=settings.export_format,
            quality=settings.export_quality,
            template=settings.export_template,
            keep_metadata=settings.export_metadata,
            keep_description=settings.export_description,
            embed_recipe=settings.export_recipe,
        )

    def _options_of_a_drag(self) -> ExportOptions:
        return replace(self._options(), told=self._tell_left_out)

    def _tell_left_out(self, text: str) -> None:
        """What a dragged file is without; by a worker."""
        notice = Notice("warning", text)
        self._session.tasks.post(lambda: self._notices.show_notice(notice))

    def _remember(self, folder: Path, options: ExportOptions) -> None:
        self._last = (folder, options)
        self._session.settings.change(
            export_folder=str(folder),
            export_format=options.file_format,
            export_quality=options.quality,
            export_template=options.template,
            export_metadata=options.keep_metadata,
            export_description=options.keep_description,
            export_recipe=options.embed_recipe,
        )

    def start(self, count: int, write: Write) -> None:
        """Have a worker write `count` pictures; progress, a way to stop it and its end are said."""
        self._cancelled = threading.Event()
        post = self._session.tasks.post

        def on_progress(done: int) -> None:
            post(lambda: self._tell_progress(done, count))

        self._tell_progress(0, count)
        work = partial(write, on_progress=on_progress, is_cancelled=self._cancelled.is_set)
        self._session.tasks.run(work, self._tell_end)

    def _start(
        self, jobs: Sequence[ExportJob], folder: Path, options: ExportOptions, *, as_zip: bool
    ) -> None:
        write = export_zip if as_zip else export_batch
        self.start(len(jobs), partial(write, jobs, folder, options))

    def _tell_end(self, report: BatchReport) -> None:
        if report.failures:
            words = self.tr("{0} could not be exported").format(len(report.failures))
            self._notices.show_notice(Notice("error", words, report.failures[0]))
        elif report.was_cancelled:
            words = self.tr("Stopped. {0} files were written").format(len(report.paths))
            self._notices.show_notice(Notice("info", words))
        else:
            self._tell_done(report.paths, report.notices)

    def _tell_done(self, paths: Sequence[Path], notices: Sequence[str]) -> None:
        first = paths[0]
        words = self.tr("Exported {0}").format(outside(first.name))
        if len(paths) > 1:
            words = self.tr("Exported {0} files").format(len(paths))
        notice = Notice("done", words, str(first.parent))
        if notices:
            notice = Notice("warning", words, notices[0])
        self._notices.show_notice(
            notice,
            self.tr("Show in folder"),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(first.parent))),
        )

    def _tell_progress(self, done: int, count: int) -> None:
        if 1 < count != done and not self._cancelled.is_set():
            words = self.tr("Exporting {0} of {1}").format(done + 1, count)
            self._notices.show_notice(Notice("info", words), self.tr("Stop"), self._cancelled.set)


def _of_what_is_shown(
    document: Document, shown: Variant | None, _: Content, options: ExportOptions
) -> list[ExportJob]:
    return [document_job(document, shown, options.file_format)]


def pictures_folder() -> Path:
    """Where pictures go until another folder was chosen."""
    pictures = Path.home() / "Pictures"
    return pictures if pictures.is_dir() else Path.home()
