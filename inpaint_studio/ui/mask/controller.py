"""The whole mask in the window: adjusting it with a preview, and masks as files."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from inpaint_studio.disk_faults import why_unwritable
from inpaint_studio.durable import write_durably
from inpaint_studio.export.naming import NameFields, file_name
from inpaint_studio.phrase import Phrase
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.mask import Mask
from inpaint_studio.picture.mask_file import MaskFile, MaskForm, decode_mask, mask_png, open_mask
from inpaint_studio.picture.mask_operations import Adjustment, adjusted
from inpaint_studio.session.notice import Notice
from inpaint_studio.session.session import Session
from inpaint_studio.ui.canvas.canvas import Canvas
from inpaint_studio.ui.canvas.overlay_mode import OverlayMode
from inpaint_studio.ui.mask.import_dialog import MaskImportDialog
from inpaint_studio.ui.mask.mask_options import MaskOptions
from inpaint_studio.ui.style.i18n import outside

GROWTH_PX = 4
"""What one press of the grow and shrink keys does."""


class MaskController(QObject):
    """Adjustments are worked out in a worker; of many asked for, only the latest is shown."""

    def __init__(
        self, session: Session, canvas: Canvas, options: MaskOptions, window: QWidget
    ) -> None:
        super().__init__(canvas)
        self._session = session
        self._editor = session.editor
        self._canvas = canvas
        self._window = window
        self._options = options
        self._wanted: Adjustment | None = None
        self._is_busy = False
        self._applies = False
        self._connect()

    def actions(self) -> dict[str, Callable[[], None]]:
        """What the Mask menu does here."""
        number = self._options
        return {
            "grow": lambda: self._adjust_at_once(Adjustment(grow=GROWTH_PX)),
            "shrink": lambda: self._adjust_at_once(Adjustment(grow=-GROWTH_PX)),
            "fill_holes": lambda: self._adjust_at_once(Adjustment(fill_holes=True)),
            "feather": lambda: number.ask_for(number.feather),
            "smooth": lambda: number.ask_for(number.smooth),
            "import_mask": self.ask_for_mask,
            "export_alpha": lambda: self._ask_where(MaskForm.ALPHA),
            "export_grey": lambda: self._ask_where(MaskForm.BLACK_WHITE),
            "export_sent": lambda: self._ask_where(MaskForm.SENT),
            "hide_overlay": self._toggle_overlay,
        }

    def ask_for_mask(self) -> None:
        """Choose a file to take as mask."""
        dialog = QFileDialog(self._window, self.tr("Import a mask"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.import_file(Path(name)))
        dialog.open()

    def import_file(self, path: Path) -> None:
        """Show what a file means as a mask, and take it over if that is wanted."""
        self._import(partial(open_mask, path))

    def import_bytes(self, data: bytes, name: str) -> None:
        """The same of a picture that has no file."""
        self._import(partial(decode_mask, data, name))

    def _import(self, load: Callable[[], MaskFile]) -> None:
        document = self._editor.document
        if document is not None:
            self._session.tasks.run(load, partial(self._offer_import, document))

    def _connect(self) -> None:
        options = self._options
        options.adjusted.connect(self._on_values)
        options.apply_asked.connect(self._apply)
        options.cancel_asked.connect(self._cancel)
        options.invert.clicked.connect(self._editor.invert_mask)
        options.clear.clicked.connect(self._editor.clear_mask)
        self._editor.adjusting_changed.connect(self._on_adjusting_changed)

    def _on_values(self) -> None:
        grow, feather, smooth = self._options.values()
        adjustment = Adjustment(grow=grow, feather=feather, smooth=smooth)
        if adjustment.is_nothing:
            self._editor.cancel()
        else:
            self._adjust(adjustment)

    def _adjust_at_once(self, adjustment: Adjustment) -> None:
        if self._editor.is_adjusting:
            self._editor.apply_adjustment()
        self._applies = True
        self._adjust(adjustment)

    def _adjust(self, adjustment: Adjustment) -> None:
        self._wanted = adjustment
        if not self._is_busy:
            self._is_busy = True
            self._session.tasks.start(self._work())

    async def _work(self) -> None:
        """Show the latest adjustment wanted, until none is."""
        try:
            while self._wanted is not None:
                adjustment, self._wanted = self._wanted, None
                base = self._editor.begin_adjusting()
                if base is not None:
                    await self._show(base, adjustment)
        finally:
            self._is_busy = False
        if self._applies:
            self._applies = False
            self._editor.apply_adjustment()

    async def _show(self, base: Mask, adjustment: Adjustment) -> None:
        coverage, box = await asyncio.to_thread(adjusted, base, adjustment)
        # It may have been applied or dropped meanwhile, and another begun.
        if self._editor.is_adjusting and self._editor.begin_adjusting() is base:
            self._editor.show_adjusted(coverage, box, adjustment.label)

    def _apply(self) -> None:
        if self._is_busy:
            self._applies = True
        else:
            self._editor.apply_adjustment()
        self._canvas.setFocus()

    def _cancel(self) -> None:
        self._wanted = None
        if self._editor.is_adjusting:
            self._editor.cancel()
        self._canvas.setFocus()

    def _on_adjusting_changed(self) -> None:
        adjusting = self._editor.is_adjusting
        if not adjusting:
            self._wanted = None
        self._options.show_adjusting(adjusting and not self._applies)

    def _toggle_overlay(self) -> None:
        hidden = self._canvas.overlay_mode is OverlayMode.HIDDEN
        self._canvas.set_overlay_mode(OverlayMode.TINT if hidden else OverlayMode.HIDDEN)

    def _offer_import(self, document: Document, found: MaskFile) -> None:
        dialog = MaskImportDialog(self._window, found, document)
        dialog.chosen.connect(partial(self._take_imported, document))
        dialog.open()

    def _take_imported(self, document: Document, mask: Mask) -> None:
        if document is self._editor.document:
            self._editor.replace_mask(mask, self.tr("Import mask"))

    def _ask_where(self, form: MaskForm) -> None:
        document = self._editor.document
        if document is None:
            return
        dialog = QFileDialog(self._window, self.tr("Export the mask"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("PNG (*.png)"))
        dialog.setDefaultSuffix("png")
        name = NameFields(source=Path(document.source.name).stem)
        dialog.selectFile(file_name("{source}-mask", name, ".png"))
        dialog.fileSelected.connect(lambda name: self.export_file(Path(name), form))
        dialog.open()

    def export_file(self, path: Path, form: MaskForm) -> None:
        """Write the mask as it is now."""
        self._session.tasks.start(self._export(path, form))

    async def _export(self, path: Path, form: MaskForm) -> None:
        document = self._editor.document
        assert document is not None
        try:
            if form is MaskForm.SENT:
                data = await self._sent_bytes()
            else:
                data = await asyncio.to_thread(mask_png, document.mask.copy(), form)
            await asyncio.to_thread(write_durably, path, data)
        except OSError as fault:
            why = Phrase("{why} Or choose another folder.", why=why_unwritable(path, fault))
            self._session.notify(Notice("error", self.tr("The mask was not saved"), why))
        else:
            words = self.tr("Exported {0}").format(outside(path.name))
            self._session.notify(Notice("done", words, str(path.parent)))

    async def _sent_bytes(self) -> bytes:
        """The very file that a run would send now."""
        inspection = await self._session.inspect(self._session.draft.params)
        sent = next(each for each in inspection.pictures if each.image.name == "mask.png")
        content = sent.image.content
        return content if isinstance(content, bytes) else content.read_bytes()
