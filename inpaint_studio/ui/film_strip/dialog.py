"""How a film strip is exported: what it shows, how fast, and where to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inpaint_studio.errors import ExportError
from inpaint_studio.export.batch import BatchReport
from inpaint_studio.export.film import FORMAT, TEMPLATE, FilmStill, write_film
from inpaint_studio.export.naming import NameFields, free_path
from inpaint_studio.export.writer import ExportOptions
from inpaint_studio.runs.partials import FilmContent
from inpaint_studio.settings import Settings
from inpaint_studio.ui.export.controller import pictures_folder
from inpaint_studio.ui.style.i18n import outside
from inpaint_studio.ui.widgets.confirm_dialog import ConfirmDialog
from inpaint_studio.ui.widgets.folder_field import FolderField
from inpaint_studio.ui.widgets.labels import dim_label
from inpaint_studio.ui.widgets.layouts import form_rows
from inpaint_studio.ui.widgets.number_slider import NumberSlider
from inpaint_studio.ui.widgets.segments import Segments

USUAL_MS = 800
_FASTEST_MS, _SLOWEST_MS = 100, 3000


@dataclass(frozen=True, slots=True)
class FilmChoice:
    """What a person chose: each picture is shown `shown_ms`, the last one longer."""

    content: FilmContent
    shown_ms: int
    quality: int
    folder: Path

    def write(self, frames: Iterable[FilmStill], name: NameFields, **following: Any) -> BatchReport:
        """Write the film (worker thread); `following` is how it is followed and stopped."""
        options = ExportOptions(quality=self.quality, template=TEMPLATE)
        return write_film(frames, self.folder, name, options, **following)


class FilmDialog(ConfirmDialog):
    """Window-modal; `chosen` carries the choice."""

    chosen = Signal(object)  # FilmChoice

    def __init__(self, parent: QWidget, name: NameFields, settings: Settings) -> None:
        super().__init__(parent, self.tr("Export the film strip"), self.tr("Export"))
        self.setObjectName("filmDialog")
        self._name = name
        self._content = Segments(self.tr("Content"))
        self._content.set_choices(
            [("whole", self.tr("Whole picture")), ("raw", self.tr("Raw result"))]
        )
        self._shown = NumberSlider(
            self.tr("Each picture"), low=_FASTEST_MS, high=_SLOWEST_MS, unit="ms"
        )
        self._quality = NumberSlider(self.tr("Quality"), low=1, high=100, unit="%")
        self._shown.set_value(USUAL_MS)
        self._quality.set_value(settings.export_quality)
        self._folder = FolderField(self.tr("Folder"))
        self._folder.set_value(settings.export_folder or str(pictures_folder()))
        self._preview = dim_label(wraps=True)
        rows = (
            (self.tr("Content"), self._content),
            ("", self._shown),
            ("", self._quality),
            (self.tr("Folder"), self._folder),
            ("", self._preview),
        )
        self.lay_out(form_rows(rows))
        self.setMinimumWidth(520)
        self._folder.edited.connect(self._show_name)
        self._show_name()

    def _show_name(self) -> None:
        """The very name the file will have, or why it cannot have one."""
        try:
            path = free_path(Path(str(self._folder.value())), TEMPLATE, self._name, FORMAT.suffix)
        except (ExportError, OSError) as error:
            self._preview.setText(str(error))
            self.confirm.setEnabled(False)
            return
        words = self.tr("Will be written as {0}, an animated WebP; the last picture stays longest")
        self._preview.setText(words.format(outside(path.name)))
        self.confirm.setEnabled(True)

    def on_confirmed(self) -> None:
        """Tell what was chosen."""
        content = cast("FilmContent", self._content.value())
        folder = Path(str(self._folder.value()))
        shown_ms, quality = self._shown.value(), self._quality.value()
        self.chosen.emit(FilmChoice(content, shown_ms, quality, folder))
        self.accept()
