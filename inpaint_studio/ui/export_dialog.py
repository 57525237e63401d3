"""Where the picture goes and as what; remembered for the next time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from inpaint_studio.errors import ExportError
from inpaint_studio.export.formats import format_named, formats_here
from inpaint_studio.export.naming import NameFields, file_name, free_path
from inpaint_studio.export.writer import ExportOptions, estimate_bytes
from inpaint_studio.phrase import Phrase
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.ui.export_jobs import Content
from inpaint_studio.ui.languages import say, say_error
from inpaint_studio.ui.request_panel.sections import row_label
from inpaint_studio.ui.widgets.choice import Choice
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


class ExportDialog(QDialog):
    """Window-modal; `chosen` carries the folder and the options."""

    chosen = Signal(object, object)  # Path, ExportOptions
    _size_words = ""

    def __init__(
        self,
        parent: QWidget,
        name: NameFields,
        folder: Path,
        options: ExportOptions,
        *,
        count: int = 1,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("exportDialog")
        self.setWindowTitle(self.tr("Export"))
        self._fields = name
        self._count = count
        self._pixels: Pixels | None = None
        self._content = _choice(self.tr("Content"), _CONTENTS)
        self._format = _choice(self.tr("Format"), _format_choices(with_layers=True))
        self._collision = _choice(self.tr("If it exists"), _COLLISIONS)
        self._zip = QCheckBox(self.tr("All in one zip file"))
        self._sidecar = QCheckBox(self.tr("Write how it was made beside it (.json)"))
        self._estimating = QTimer(self, singleShot=True, interval=_ESTIMATE_MS)
        self._quality = NumberSlider(self.tr("Quality"), low=1, high=100, unit="%")
        self._template = QLineEdit(options.template)
        self._template.setAccessibleName(self.tr("Name"))
        self._folder = QLineEdit(str(folder))
        self._folder.setAccessibleName(self.tr("Folder"))
        self._browse = QPushButton(self.tr("Choose…"))
        self._metadata = QCheckBox(self.tr("Keep the source's EXIF data"))
        self._recipe = QCheckBox(self.tr("Write how it was made into the file"))
        self._preview = QLabel()
        self._preview.setObjectName("dim")
        self._preview.setWordWrap(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._export = self._buttons.addButton(
            self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._export.setObjectName("primary")
        self._value = 90
        self._build()
        self._connect()
        self._show_options(options)

    def showEvent(self, event: QShowEvent) -> None:
        """Start where a person most likely confirms."""
        super().showEvent(event)
        self._export.setFocus()

    def offer_contents(self, content: str) -> None:
        """Ask what of a result is wanted; `content` is chosen first."""
        self._labels[self.tr("Content")].show()
        self._content.show()
        _offer(self._format, _format_choices(with_layers=False))
        self._content.set_value(content)
        self._update_state()

    def content(self) -> Content:
        """What of a result is wanted."""
        return cast("Content", self._content.value())

    def wants_zip(self) -> bool:
        """Whether all go into one archive."""
        return self._zip.isChecked()

    def show_estimate_of(self, pixels: Pixels) -> None:
        """Say about how large these pixels will be as a file."""
        self._pixels = pixels
        self._estimating.start()

    def _build(self) -> None:
        self._labels: dict[str, QWidget] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        folder = QHBoxLayout()
        folder.setSpacing(8)
        folder.addWidget(self._folder, 1)
        folder.addWidget(self._browse)
        rows: tuple[tuple[str, QWidget | QHBoxLayout], ...] = (
            (self.tr("Content"), self._content),
            (self.tr("Format"), self._format),
            ("", self._quality),
            (self.tr("Name"), self._template),
            (self.tr("Folder"), folder),
            (self.tr("If it exists"), self._collision),
            ("", self._preview),
            ("", self._metadata),
            ("", self._recipe),
            ("", self._sidecar),
            ("", self._zip),
        )
        for index, (words, part) in enumerate(rows):
            label = row_label(words)
            self._labels[words] = label
            grid.addWidget(label, index, 0)
            if isinstance(part, QHBoxLayout):
                grid.addLayout(part, index, 1)
            else:
                grid.addWidget(part, index, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(16)
        column.addLayout(grid)
        column.addWidget(self._buttons)
        self.setMinimumWidth(560)
        self._labels[self.tr("Content")].hide()
        self._content.hide()
        self._zip.setVisible(self._count > 1)

    def _connect(self) -> None:
        self._buttons.rejected.connect(self.reject)
        self._buttons.accepted.connect(self._on_accepted)
        self._estimating.timeout.connect(self._estimate)
        for part in (self._format, self._content, self._collision):
            part.chosen.connect(lambda _: self._update_state())
        self._quality.changed.connect(self._on_quality)
        self._template.textChanged.connect(lambda _: self._update_state())
        self._folder.textChanged.connect(lambda _: self._update_state())
        self._browse.clicked.connect(self._on_browse)

    def _show_options(self, options: ExportOptions) -> None:
        self._format.set_value(options.file_format)
        self._value = options.quality
        self._quality.set_value(options.quality)
        self._metadata.setChecked(options.keep_metadata)
        self._recipe.setChecked(options.embed_recipe)
        self._update_state()

    def _options(self) -> ExportOptions:
        return ExportOptions(
            file_format=self._format.value(),
            quality=self._value,
            template=self._template.text(),
            keep_metadata=self._metadata.isChecked(),
            embed_recipe=self._recipe.isChecked(),
            sidecar=self._sidecar.isChecked(),
            overwrite=self._collision.value() == "replace",
        )

    def _on_quality(self, value: int) -> None:
        self._value = value
        self._estimating.start()

    def _estimate(self) -> None:
        """From samples, some tens of milliseconds at any size."""
        if self._pixels is None or format_named(self._format.value()).has_layers:
            self._size_words = ""
        else:
            try:
                size = estimate_bytes(self._pixels, self._options())
            except ExportError as error:
                self._size_words = say(error.title)
            else:
                self._size_words = self.tr("about {0}").format(_size_words(size))
        self._show_preview()

    def _update_state(self) -> None:
        """Show the very name the file will have, or why it cannot have one."""
        chosen = format_named(self._format.value())
        is_as_it_came = self._content.isVisibleTo(self) and self.content() == "original"
        self._format.setEnabled(not is_as_it_came)
        self._quality.setEnabled(chosen.is_lossy and not is_as_it_came)
        self._recipe.setEnabled(chosen.embeds_recipe and not is_as_it_came)
        self._metadata.setEnabled(chosen.keeps_exif and not is_as_it_came)
        self._sidecar.setEnabled(not is_as_it_came)
        self._estimating.start()
        self._show_preview()

    def _show_preview(self) -> None:
        options = self._options()
        try:
            extension = format_named(options.file_format).suffix
            folder = Path(self._folder.text())
            path = folder / file_name(options.template, self._fields, extension)
            if not options.overwrite:
                path = free_path(folder, options.template, self._fields, extension)
        except (ExportError, OSError) as error:
            self._preview.setText(
                say_error(error) if isinstance(error, ExportError) else str(error)
            )
            self._export.setEnabled(False)
            return
        words = self.tr("Will be written as {0}").format(path.name)
        if self._count > 1:
            words = self.tr("{0} files, the first as {1}").format(self._count, path.name)
        self._preview.setText(" · ".join(part for part in (words, self._size_words) if part))
        self._export.setEnabled(bool(self._folder.text()))

    def _on_browse(self) -> None:
        dialog = QFileDialog(self, self.tr("Export into"), self._folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._folder.setText)
        dialog.open()

    def _on_accepted(self) -> None:
        self.chosen.emit(Path(self._folder.text()), self._options())
        self.accept()


def _choice(name: str, choices: Sequence[tuple[str, str]]) -> Choice:
    choice = Choice(name)
    _offer(choice, choices)
    return choice


def _offer(choice: Choice, choices: Sequence[tuple[str, str]]) -> None:
    choice.set_choices([(value, say(words)) for value, words in choices])


def _format_choices(*, with_layers: bool) -> list[tuple[str, str]]:
    return [(each.name, each.label) for each in formats_here(with_layers=with_layers)]


def _size_words(byte_count: int) -> str:
    if byte_count < 1e6:
        return f"{byte_count / 1e3:.0f}\u2009kB"
    return f"{byte_count / 1e6:.1f}\u2009MB"
