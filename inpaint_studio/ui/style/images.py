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
from inpaint_studio.picture.png_file import without_chunk

_M_PER_INCH = 0.0254


def to_qimage(pixels: Pixels) -> QImage:
    """A view of H×W×4 BGRA pixels (not premultiplied), which must stay alive beside it."""
    pixels = np.ascontiguousarray(pixels)
    height, width = pixels.shape[:2]
    return QImage(pixels.data, width, height, pixels.strides[0], QImage.Format.Format_ARGB32)


def coloured_qimage(
    pixels: Pixels, icc_profile: bytes | None, dpi: tuple[float, float] | None = None
) -> QImage:
    """A copy of H×W×4 BGRA pixels that knows its colours; in sRGB where Qt cannot say them.

    A resolution that is not given is Qt's own for all pictures.
    """
    space = QColorSpace(QColorSpace.NamedColorSpace.SRgb)
    if icc_profile is not None:
        space = QColorSpace.fromIccProfile(QByteArray(icc_profile))
        if not space.isValid():
            space = QColorSpace(QColorSpace.NamedColorSpace.SRgb)
            to_srgb = display_transform(icc_profile)
            pixels = pixels if to_srgb is None else to_srgb(pixels)
    image = to_qimage(pixels).copy()
    image.setColorSpace(space)
    if dpi is not None:
        image.setDotsPerMeterX(round(dpi[0] / _M_PER_INCH))
        image.setDotsPerMeterY(round(dpi[1] / _M_PER_INCH))
    return image


def png_of(image: QImage) -> bytes:
    """The image as a PNG file, for example from the clipboard.

    It tells no resolution where that is Qt's own, which nobody has said.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # QImage.save takes the format as str at run time and as bytes by its types.
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    data = bytes(buffer.data().data())
    is_said = image.dotsPerMeterX() != QImage(1, 1, image.format()).dotsPerMeterX()
    return data if is_said else without_chunk(data, b"pHYs")
