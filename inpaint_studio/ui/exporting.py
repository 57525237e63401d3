"""Pictures leaving the window: the dialog, repeating the last export, the clipboard."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from inpaint_studio.contract.media import suffix
from inpaint_studio.errors import StudioError
from inpaint_studio.export.naming import NameFields
from inpaint_studio.export.writer import ExportOptions, export_original, export_picture
from inpaint_studio.picture.document import Document
from inpaint_studio.session.notice import Notice, notice_of
from inpaint_studio.session.session import Session
from inpaint_studio.ui.export_dialog import ExportDialog
from inpaint_studio.ui.notices import NoticeBar
from inpaint_studio.ui.qimages import to_qimage


class Exporting(QObject):
    """Export is always of the document as it is shown without a staged result."""

    def __init__(self, session: Session, notices: NoticeBar, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._notices = notices
        self._window = window
        self._last: tuple[Path, ExportOptions] | None = None

    def ask(self) -> None:
        """Open the dialog."""
        document = self._session.editor.document
        if document is None:
            return
        name = NameFields(source=Path(document.source.name).stem)
        self._open_dialog(name, lambda folder, options: self._export(document, folder, options))

    def repeat(self) -> None:
        """Export once more with the last choices, under the next free name."""
        document = self._session.editor.document
        if self._last is None or document is None:
            self.ask()
        else:
            self._export(document, *self._last)

    def card_verbs(self) -> dict[str, Callable[[list[str]], None]]:
        """What the gallery does with cards here."""
        return {"export_original": lambda ids: self.original(ids[0])}

    def original(self, variant_id: str) -> None:
        """Export a result as the very bytes the server sent."""
        variant = self._session.history.variant(variant_id)
        run = self._session.history.run(variant.run_id)
        name = NameFields(source=Path(run.source_name).stem, prompt=run.prompt, model=run.model)
        assert variant.blob is not None
        path = self._session.history.blob_path(variant.blob)
        extension = f".{suffix(variant.media_type or 'image/png')}"

        def write(folder: Path, options: ExportOptions) -> None:
            self._start(
                lambda: export_original(path.read_bytes(), folder, name, extension, options)
            )

        self._open_dialog(name, write)

    def copy(self) -> None:
        """Put the document's composite onto the clipboard."""
        document = self._session.editor.document
        if document is not None:
            QGuiApplication.clipboard().setImage(to_qimage(document.composite).copy())
            self._notices.show_notice(Notice("done", self.tr("Picture copied")))

    def _open_dialog(self, name: NameFields, then: Callable[[Path, ExportOptions], None]) -> None:
        settings = self._session.settings
        folder = Path(settings.export_folder) if settings.export_folder else _pictures_folder()
        options = ExportOptions(
            file_format=settings.export_format,
            quality=settings.export_quality,
            template=settings.export_template,
        )
        dialog = ExportDialog(self._window, name, folder, options)
        dialog.chosen.connect(self._remember)
        dialog.chosen.connect(then)
        dialog.open()

    def _remember(self, folder: Path, options: ExportOptions) -> None:
        self._last = (folder, options)
        self._session.settings = replace(
            self._session.settings,
            export_folder=str(folder),
            export_format=options.file_format,
            export_quality=options.quality,
            export_template=options.template,
        )

    def _export(self, document: Document, folder: Path, options: ExportOptions) -> None:
        name = NameFields(source=Path(document.source.name).stem)
        pixels, source = document.snapshot().pixels, document.source
        recipe: dict[str, Any] = {"edits": [edit.variant_id for edit in document.edits]}
        self._start(
            lambda: export_picture(
                pixels,
                folder,
                name,
                options,
                source_icc=source.icc_profile,
                source_exif=source.exif,
                recipe=recipe,
            )
        )

    def _start(self, write: Callable[[], Path]) -> None:
        self._session.tasks.start(self._write(write))

    async def _write(self, write: Callable[[], Path]) -> None:
        try:
            path = await asyncio.to_thread(write)
        except StudioError as error:
            self._notices.show_notice(notice_of(error))
            return
        self._notices.show_notice(
            Notice("done", self.tr("Exported {0}").format(path.name), str(path.parent)),
            self.tr("Show in folder"),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent))),
        )


def _pictures_folder() -> Path:
    pictures = Path.home() / "Pictures"
    return pictures if pictures.is_dir() else Path.home()
