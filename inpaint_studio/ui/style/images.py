"""Between numpy and QImage, the only converter.

numpy owns the memory: a QImage over it sees every change, the reverse goes stale as soon as Qt
detaches.
"""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter

from inpaint_studio.picture.colour import Pixels


def to_qimage(pixels: Pixels) -> QImage:
    """A view of H×W×4 BGRA pixels (not premultiplied), which must stay alive beside it."""
    pixels = np.ascontiguousarray(pixels)
    height, width = pixels.shape[:2]
    return QImage(pixels.data, width, height, pixels.strides[0], QImage.Format.Format_ARGB32)


def png_of(image: QImage) -> bytes:
    """The image as a PNG file, for example from the clipboard."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # QImage.save takes the format as str at run time and as bytes by its types.
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(buffer.data().data())
