"""Before a picture becomes the mask: what it means, how it lies on the picture, and its size."""

from __future__ import annotations

import cv2
import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QWidget,
)

from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.image_file import thumbnail
from inpaint_studio.picture.mask import Mask
from inpaint_studio.picture.mask_file import MaskFile, Reading, fitted_mask
from inpaint_studio.ui.style.figures import size_text
from inpaint_studio.ui.style.i18n import translate
from inpaint_studio.ui.style.images import to_qimage
from inpaint_studio.ui.widgets.confirm_dialog import ConfirmDialog
from inpaint_studio.ui.widgets.controls import CheckBox
from inpaint_studio.ui.widgets.labels import Label, dim_label
from inpaint_studio.ui.widgets.layouts import form_rows
from inpaint_studio.ui.widgets.segments import Segments

PREVIEW_PX = 420
_TINT = (113, 61, 255)
_TINT_SHARE = 0.55


class MaskImportDialog(ConfirmDialog):
    """Window-modal; `chosen` carries the mask in the document's size."""

    chosen = Signal(object)  # Mask

    def __init__(self, parent: QWidget, found: MaskFile, document: Document) -> None:
        super().__init__(parent, self.tr("Import mask"), self.tr("Use as mask"))
        self.setObjectName("maskImportDialog")
        self._found = found
        self._size = document.size
        self._small = thumbnail(document.shown(document.composite), PREVIEW_PX)
        self._reading = Segments(self.tr("Edited is what is"))
        self._preview = Label()
        self._preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._resize = CheckBox()
        self._build()
        self._show_sizes()
        self._show_preview()

    def _build(self) -> None:
        names = {
            Reading.TRANSPARENT: self.tr("Transparent"),
            Reading.WHITE: self.tr("White"),
            Reading.BLACK: self.tr("Black"),
            Reading.LABELS: self.tr("Not background"),
        }
        self._reading.set_choices([(each, names[each]) for each in self._found.readings])
        self._reading.set_value(self._found.reading)
        reading = form_rows([(self.tr("Edited is what is"), self._reading)])
        unusual = dim_label(translate(self._found.words), wraps=True)
        unusual.setVisible(bool(self._found.words))
        parts = (self._preview, unusual, reading, self._resize)
        self.lay_out(*parts, spacing=12, margins=(18, 18, 18, 14))
        self._reading.chosen.connect(lambda _: self._show_preview())
        self._resize.toggled.connect(self.confirm.setEnabled)

    def _show_sizes(self) -> None:
        """A file of another size is resized only with consent."""
        fits = self._found.size == self._size
        self._resize.setHidden(fits)
        self.confirm.setEnabled(fits)
        theirs, ours = (size_text(*size) for size in (self._found.size, self._size))
        self._resize.setText(self.tr("Resize the mask from {0} to {1}").format(theirs, ours))

    def _show_preview(self) -> None:
        height, width = self._small.shape[:2]
        mask = cv2.resize(self._mask(), (width, height), interpolation=cv2.INTER_AREA)
        image = to_qimage(_tinted(self._small, np.asarray(mask, np.uint8)))
        self._preview.setPixmap(QPixmap.fromImage(image))

    def _mask(self) -> Mask:
        return self._found.mask(Reading(self._reading.value()))

    def on_confirmed(self) -> None:
        """Tell the mask as it was read."""
        self.chosen.emit(fitted_mask(self._mask(), self._size))
        self.accept()


def _tinted(pixels: Pixels, mask: Mask) -> Pixels:
    share = mask[..., None] * np.float32(_TINT_SHARE / 255)
    shown = pixels.copy()
    shown[..., :3] = pixels[..., :3] * (1 - share) + np.array(_TINT, np.float32) * share
    return shown
