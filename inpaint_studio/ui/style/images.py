"""Between numpy and QImage, the only converter.

numpy owns the memory: a QImage over it sees every change, the reverse goes stale as soon as Qt
detaches.
"""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColorSpace, QImage, QImageWriter

from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.display_colour import display_transform


def to_qimage(pixels: Pixels) -> QImage:
    """A view of H×W×4 BGRA pixels (not premultiplied), which must stay alive beside it."""
    pixels = np.ascontiguousarray(pixels)
    height, width = pixels.shape[:2]
    return QImage(pixels.data, width, height, pixels.strides[0], QImage.Format.Format_ARGB32)


def coloured_qimage(pixels: Pixels, icc_profile: bytes | None) -> QImage:
    """A copy of H×W×4 BGRA pixels that knows its colours; in sRGB where Qt cannot say them."""
    space = QColorSpace(QColorSpace.NamedColorSpace.SRgb)
    if icc_profile is not None:
        space = QColorSpace.fromIccProfile(QByteArray(icc_profile))
        if not space.isValid():
            space = QColorSpace(QColorSpace.NamedColorSpace.SRgb)
            to_srgb = display_transform(icc_profile)
            pixels = pixels if to_srgb is None else to_srgb(pixels)
    image = to_qimage(pixels).copy()
    image.setColorSpace(space)
    return image


def png_of(image: QImage) -> bytes:
    """The image as a PNG file, for example from the clipboard."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # QImage.save takes the format as str at run time and as bytes by its types.
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(buffer.data().data())
