"""Where the picture goes and as what; remembered for the next time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QWidget,
)

from inpaint_studio.errors import ExportError
from inpaint_studio.export.formats import format_named, formats_here
from inpaint_studio.export.naming import NameFields, file_name, free_path
from inpaint_studio.export.writer import ExportOptions, estimate_bytes
from inpaint_studio.phrase import Phrase
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.ui.export.jobs import Content, Jobs
from inpaint_studio.ui.style.figures import measure, number_text
from inpaint_studio.ui.style.i18n import outside, translate, translate_error
from inpaint_studio.ui.widgets.buttons import push_button
from inpaint_studio.ui.widgets.choice import Choice
from inpaint_studio.ui.widgets.confirm_dialog import ConfirmDialog
from inpaint_studio.ui.widgets.controls import CheckBox
from inpaint_studio.ui.widgets.drops import LineEdit
from inpaint_studio.ui.widgets.labels import Label, dim_label
from inpaint_studio.ui.widgets.layouts import Part, form_rows, in_row, wide
from inpaint_studio.ui.widgets.number_slider import NumberSlider

_CONTENTS = (
    ("whole", Phrase("Whole picture")),
    ("raw", Phrase("Raw result")),
    ("original", Phrase("Original bytes")),
)
_COLLISIONS = (
    ("number", Phrase("Take the next number")),
    ("replace", Phrase("Replace")),
)
_ESTIMATE_MS = 150


@dataclass(frozen=True, slots=True, eq=False)
class Exportable:
    """What may be written: `words` for it, the first file's name, and the `jobs` that write it.

    `pixels` are what its size is estimated from. `is_result` has a content of a result to choose.
    """

    words: str
    name: NameFields
    jobs: Jobs
    count: int = 1
    pixels: Pixels | None = None
    is_result: bool = False


class ExportDialog(ConfirmDialog):
    """Window-modal; `chosen` carries the folder and the options.

    Says which of the `exportables` is written, the first unless another is chosen.
    """

    chosen = Signal(object, object)  # Path, ExportOptions
    _size_words = ""

    def __init__(
        self,
        parent: QWidget,
        exportables: Sequence[Exportable],
        folder: Path,
        options: ExportOptions,
        content: Content = "whole",
    ) -> None:
        super().__init__(parent, self.tr("Export"), self.tr("Export"))
        self.setObjectName("exportDialog")
        self._exportables = {str(number): each for number, each in enumerate(exportables)}
        self._what = Choice(self.tr("What is written"))
        self._what.set_choices([(key, each.words) for key, each in self._exportables.items()])
        self._content = _choice(self.tr("Content"), _CONTENTS)
        self._format = _choice(self.tr("Format"), _format_choices(with_layers=True))
        self._collision = _choice(self.tr("If it exists"), _COLLISIONS)
        self._zip = CheckBox(self.tr("All in one zip file"))
        self._sidecar = CheckBox(self.tr("Write how it was made beside it (.json)"))
        self._estimating = QTimer(self, singleShot=True, interval=_ESTIMATE_MS)
        self._quality = NumberSlider(self.tr("Quality"), low=1, high=100, unit="%")
        self._template = LineEdit(options.template)
        self._template.setAccessibleName(self.tr("Name"))
        self._folder = LineEdit(str(folder))
        self._folder.setAccessibleName(self.tr("Folder"))
        self._metadata = CheckBox(self.tr("Keep the source's EXIF data: camera, date, place"))
        self._description = CheckBox(self.tr("Keep its XMP, IPTC and resolution"))
        self._recipe = CheckBox(self.tr("Write prompt and settings into the file"))
        self._preview = dim_label(wraps=True)
        self._content_label = dim_label(self.tr("Content"))
        self._content.set_value(content)
        self._build()
        self._connect()
        self._show_exportable()
        self._show_options(options)

    def showEvent(self, event: QShowEvent) -> None:
        """Start where a person most likely confirms."""
        super().showEvent(event)
        self.confirm.setFocus()

    @property
    def exportable(self) -> Exportable:
        """What is written."""
        return self._exportables[self._what.value()]

    def content(self) -> Content:
        """What of a result is wanted."""
        return cast("Content", self._content.value())

    def wants_zip(self) -> bool:
        """Whether all go into one archive."""
        return self._zip.isChecked() and self.exportable.count > 1

    def _build(self) -> None:
        browse = push_button(self.tr("Choose…"), self._on_browse)
        rows: tuple[tuple[str | Label, Part], ...] = (
            (self.tr("What"), self._what),
            (self._content_label, self._content),
            (self.tr("Format"), self._format),
            ("", self._quality),
            (self.tr("Name"), self._template),
            (self.tr("Folder"), in_row(wide(self._folder), browse, spacing=8)),
            (self.tr("If it exists"), self._collision),
            ("", self._preview),
            ("", self._metadata),
            ("", self._description),
            ("", self._recipe),
            ("", self._sidecar),
            ("", self._zip),
        )
        self.lay_out(form_rows(rows))
        self.setMinimumWidth(560)

    def _connect(self) -> None:
        self._estimating.timeout.connect(self._estimate)
        self._what.chosen.connect(lambda _: self._show_exportable())
        for part in (self._format, self._content, self._collision):
            part.chosen.connect(lambda _: self._update_state())
        self._quality.changed.connect(lambda _: self._estimating.start())
        self._template.textChanged.connect(lambda _: self._update_state())
        self._folder.textChanged.connect(lambda _: self._update_state())

    def _show_exportable(self) -> None:
        """Offer what there is to choose for it."""
        is_result = self.exportable.is_result
        self._content_label.setVisible(is_result)
        self._content.setVisible(is_result)
        _offer(self._format, _format_choices(with_layers=not is_result))
        self._zip.setVisible(self.exportable.count > 1)
        self._update_state()

    def _show_options(self, options: ExportOptions) -> None:
        self._format.set_value(options.file_format)
        self._quality.set_value(options.quality)
        self._metadata.setChecked(options.keep_metadata)
        self._description.setChecked(options.keep_description)
        self._recipe.setChecked(options.embed_recipe)
        self._update_state()

    def _options(self) -> ExportOptions:
        return ExportOptions(
            file_format=self._format.value(),
            quality=self._quality.value(),
            template=self._template.text(),
            keep_metadata=self._metadata.isChecked(),
            keep_description=self._description.isChecked(),
            embed_recipe=self._recipe.isChecked(),
            sidecar=self._sidecar.isChecked(),
            overwrite=self._collision.value() == "replace",
        )

    def _estimate(self) -> None:
        """From samples, some tens of milliseconds at any size."""
        pixels = self.exportable.pixels
        if pixels is None or format_named(self._format.value()).has_layers:
            self._size_words = ""
        else:
            try:
                size = estimate_bytes(pixels, self._options())
            except ExportError as error:
                self._size_words = translate(error.title)
            else:
                self._size_words = self.tr("about {0}").format(_size_text(size))
        self._show_preview()

    def _update_state(self) -> None:
        """Show the very name the file will have, or why it cannot have one."""
        chosen = format_named(self._format.value())
        is_as_it_came = self.exportable.is_result and self.content() == "original"
        self._format.setEnabled(not is_as_it_came)
        self._quality.setEnabled(chosen.is_lossy and not is_as_it_came)
        self._recipe.setEnabled(chosen.embeds_recipe and not is_as_it_came)
        self._metadata.setEnabled(chosen.keeps_exif and not is_as_it_came)
        self._description.setEnabled(chosen.keeps_exif and not is_as_it_came)
        self._sidecar.setEnabled(not is_as_it_came)
        self._estimating.start()
        self._show_preview()

    def _show_preview(self) -> None:
        options = self._options()
        try:
            extension = format_named(options.file_format).suffix
            folder = Path(self._folder.text())
            name, count = self.exportable.name, self.exportable.count
            path = folder / file_name(options.template, name, extension)
            if not options.overwrite:
                path = free_path(folder, options.template, name, extension)
        except (ExportError, OSError) as error:
            self._preview.setText(
                translate_error(error) if isinstance(error, ExportError) else str(error)
            )
            self.confirm.setEnabled(False)
            return
        words = self.tr("Will be written as {0}").format(outside(path.name))
        if count > 1:
            words = self.tr("{0} files, the first as {1}").format(count, outside(path.name))
        self._preview.setText(" · ".join(part for part in (words, self._size_words) if part))
        self.confirm.setEnabled(bool(self._folder.text()))

    def _on_browse(self) -> None:
        dialog = QFileDialog(self, self.tr("Export into"), self._folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._folder.setText)
        dialog.open()

    def on_confirmed(self) -> None:
        """Tell where to and how."""
        self.chosen.emit(Path(self._folder.text()), self._options())
        self.accept()


def _choice(name: str, choices: Sequence[tuple[str, str]]) -> Choice:
    choice = Choice(name)
    _offer(choice, choices)
    return choice


def _offer(choice: Choice, choices: Sequence[tuple[str, str]]) -> None:
    choice.set_choices([(value, translate(words)) for value, words in choices])


def _format_choices(*, with_layers: bool) -> list[tuple[str, str]]:
    return [(each.name, each.label) for each in formats_here(with_layers=with_layers)]


def _size_text(byte_count: int) -> str:
    if byte_count < 1e6:
        return measure(number_text(byte_count / 1e3), "kB")
    return measure(number_text(byte_count / 1e6, 1), "MB")
