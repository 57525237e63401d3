"""Where the picture goes and as what; remembered for the next time."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
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
from inpaint_studio.export.naming import NameFields, free_path
from inpaint_studio.export.writer import EXTENSIONS, ExportOptions
from inpaint_studio.ui.request_panel.sections import row_label
from inpaint_studio.ui.widgets.choice import Choice
from inpaint_studio.ui.widgets.number_slider import NumberSlider

_FORMATS = (("png", "PNG"), ("jpeg", "JPEG"), ("webp", "WebP"), ("tiff", "TIFF"))
_LOSSY = ("jpeg", "webp", "avif")


class ExportDialog(QDialog):
    """Window-modal; `chosen` carries the folder and the options."""

    chosen = Signal(object, object)  # Path, ExportOptions

    def __init__(
        self, parent: QWidget, name: NameFields, folder: Path, options: ExportOptions
    ) -> None:
        super().__init__(parent)
        self.setObjectName("exportDialog")
        self.setWindowTitle(self.tr("Export"))
        self._fields = name
        self._format = Choice(self.tr("Format"))
        self._format.set_choices(_FORMATS)
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

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        folder = QHBoxLayout()
        folder.addWidget(self._folder, 1)
        folder.addWidget(self._browse)
        rows: tuple[tuple[str, QWidget | QHBoxLayout], ...] = (
            (self.tr("Format"), self._format),
            ("", self._quality),
            (self.tr("Name"), self._template),
            (self.tr("Folder"), folder),
            ("", self._preview),
            ("", self._metadata),
            ("", self._recipe),
        )
        for index, (words, part) in enumerate(rows):
            grid.addWidget(row_label(words), index, 0)
            if isinstance(part, QHBoxLayout):
                grid.addLayout(part, index, 1)
            else:
                grid.addWidget(part, index, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(16)
        column.addLayout(grid)
        column.addWidget(self._buttons)
        self.setMinimumWidth(540)

    def _connect(self) -> None:
        self._buttons.rejected.connect(self.reject)
        self._buttons.accepted.connect(self._on_accepted)
        self._format.chosen.connect(lambda _: self._update_state())
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
        )

    def _on_quality(self, value: int) -> None:
        self._value = value

    def _update_state(self) -> None:
        """Show the very name the file will have, or why it cannot have one."""
        options = self._options()
        self._quality.setEnabled(options.file_format in _LOSSY)
        self._recipe.setEnabled(options.file_format == "png")
        try:
            extension = EXTENSIONS[options.file_format]
            path = free_path(Path(self._folder.text()), options.template, self._fields, extension)
        except (ExportError, OSError) as error:
            self._preview.setText(str(error))
            self._export.setEnabled(False)
            return
        self._preview.setText(self.tr("Will be written as {0}").format(path.name))
        self._export.setEnabled(bool(self._folder.text()))

    def _on_browse(self) -> None:
        dialog = QFileDialog(self, self.tr("Export into"), self._folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._folder.setText)
        dialog.open()

    def _on_accepted(self) -> None:
        self.chosen.emit(Path(self._folder.text()), self._options())
        self.accept()
