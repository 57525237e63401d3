"""Connects the film strip with what is on the canvas, with the history, and with exporting."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton, QWidget

from inpaint_studio.history import VariantRecord
from inpaint_studio.runs.partials import Still, film_of, stills_of
from inpaint_studio.runs.run import Variant
from inpaint_studio.session.notice import Notice
from inpaint_studio.session.session import Session
from inpaint_studio.ui.actions.shortcuts import Shortcuts
from inpaint_studio.ui.export.controller import ExportController
from inpaint_studio.ui.export.jobs import result_name
from inpaint_studio.ui.film_strip.bar import FilmStripBar
from inpaint_studio.ui.film_strip.dialog import FilmChoice, FilmDialog
from inpaint_studio.ui.gallery.controller import GalleryController
from inpaint_studio.ui.shell.central_area import CentralArea
from inpaint_studio.ui.style import theme as themes


class FilmController(QObject):
    """Follows the staged variant while the strip is open.

    The strip of a card whose picture is not on the canvas shows, opens and exports all the same;
    only accepting needs the picture.
    """

    def __init__(
        self,
        session: Session,
        central_area: CentralArea,
        button: QAbstractButton,
        window: QWidget,
        gallery: GalleryController,
        export: ExportController,
        shortcuts: Shortcuts,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._central_area = central_area
        self._button = button
        self._window = window
        self._staging = session.staging
        self._gallery = gallery
        self._export_controller = export
        self._variant_id = ""
        self._stills: tuple[Still, ...] = ()
        self.bar = FilmStripBar(themes.current(), central_area, shortcuts)
        self.bar.frames.thumbnail_of = gallery.thumbnails.get
        central_area.add_foot(self.bar)
        self._connect()

    def toggle(self) -> None:
        """Open the strip of the staged variant, or close it."""
        variant = self._staging.variant
        if self.bar.isVisible():
            self.close()
        elif variant is not None:
            self.open(variant.id)

    def open_card(self, ids: list[str]) -> None:
        """Open the strip of a card, with its variant on the canvas where that can be."""
        self._gallery.do("show")
        self.open(ids[0])

    def open(self, variant_id: str) -> None:
        """Open the strip of any variant of the history."""
        self._variant_id, self._stills = variant_id, ()
        self._reload()
        self.bar.setVisible(bool(self._stills))
        self._show_state()
        self.bar.frames.setFocus()

    def close(self) -> None:
        """Close the strip and show the newest picture again."""
        staged = self._staged
        if staged is not None and self._stills and staged.chosen_still is not None:
            self._session.partials.show(staged, self._stills[-1])
        self.bar.hide()
        self._show_state()
        self._central_area.setFocus()

    @property
    def _staged(self) -> Variant | None:
        """The strip's variant, if it is on the canvas."""
        variant = self._staging.variant
        return variant if variant is not None and variant.id == self._variant_id else None

    def _connect(self) -> None:
        self.bar.looked.connect(self._on_looked)
        self.bar.asked.connect(self._do)
        self._staging.changed.connect(self._on_staged)
        self._button.clicked.connect(self.toggle)
        self._gallery.thumbnails.arrived.connect(lambda _: self.bar.frames.update())
        self._session.editor.leaving.connect(self._on_leaving)

    def _on_leaving(self) -> None:
        if self.bar.isVisible():
            self.close()

    def _on_staged(self) -> None:
        if not self.bar.isVisible():
            return
        variant = self._staging.variant
        if variant is None:
            self.close()
            return
        self._variant_id = variant.id
        self._reload()
        self.bar.setVisible(bool(self._stills))
        self._show_state()

    def _record(self) -> VariantRecord | None:
        with self._session.telling:
            return self._session.history.variant(self._variant_id)
        return None

    def _reload(self) -> None:
        """Read which pictures there are; the newest is looked at unless a person chose another."""
        record = self._record()
        self._stills = stills_of(record) if record is not None else ()
        blobs = [still.blob for still in self._stills]
        staged = self._staged
        index = len(blobs) - 1
        if staged is not None and staged.chosen_still in blobs:
            index = blobs.index(staged.chosen_still)
        words = [
            self.tr("Result") if still.is_result else self.tr("Partial {0}").format(number)
            for number, still in enumerate(self._stills, start=1)
        ]
        self.bar.frames.set_pictures(blobs, words, index)

    def _on_looked(self, index: int) -> None:
        if self._staged is not None:
            self._session.partials.show(self._staged, self._stills[index])

    def _show_state(self) -> None:
        self._button.setChecked(self.bar.isVisible())
        self._central_area.place_floating()

    def _do(self, action: str) -> None:
        {
            "accept": self._accept,
            "open": self._open,
            "export": self._export,
            "close": self.close,
        }[action]()

    def _accept(self) -> None:
        if self._staged is not None:
            self._session.tasks.start(self._accept_shown(self._staged))

    async def _accept_shown(self, variant: Variant) -> None:
        """Accept the picture looked at, which may still be on its way into the canvas."""
        await self._session.partials.shown(variant)
        if variant is self._staged:
            self._staging.accept()

    def _open(self) -> None:
        still = self._stills[self.bar.frames.value()]
        self._gallery.open_as_source(self._variant_id, still.blob)

    def _export(self) -> None:
        record = self._record()
        if record is None:
            return
        run = self._session.history.run(record.run_id)
        dialog = FilmDialog(self._window, result_name(run), self._session.settings.now)
        dialog.chosen.connect(partial(self._write, record))
        dialog.open()

    def _write(self, record: VariantRecord, choice: FilmChoice) -> None:
        history = self._session.history
        run = history.run(record.run_id)
        frames = film_of(history, run, record, choice.content, choice.shown_ms)
        self._session.settings.change(export_folder=str(choice.folder))
        count = len(stills_of(record))
        self._export_controller.start(count, partial(choice.write, frames, result_name(run)))
        if count == 1:
            self._session.notify(
                Notice("info", self.tr("There is one picture only; the film will stand still"))
            )
