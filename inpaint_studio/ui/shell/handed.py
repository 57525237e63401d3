"""What a drop or the clipboard holds: files, a picture's bytes, or an address elsewhere."""

from __future__ import annotations

import os
import platform
import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QMimeData, QUrl

from inpaint_studio.contract.media import sniff

_WHOLE_FILES = ("image/png", "image/tiff", "image/webp", "image/avif", "image/jpeg")
"""Formats under which programs hand over files as they are: the exact ones first."""
_IMAGE_SOURCE = re.compile(r"""<img\b[^>]{0,1000}?\ssrc=["']([^"'>]+)""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Handed:
    """One of the three, in the order they are preferred; nothing where there is no picture.

    A file tells most: its name, where it lies, all that is in it. An `address` (http or https)
    is of another computer, and only named here.
    """

    files: tuple[Path, ...] = ()
    data: bytes = b""
    address: str = ""

    def __bool__(self) -> bool:
        return bool(self.files or self.data or self.address)


def may_be_handed(mime: QMimeData) -> bool:
    """Whether there may be a picture in it, told without asking for any content."""
    return (
        mime.hasImage()
        or any(map(mime.hasFormat, _WHOLE_FILES))
        or any(_local(url) or _is_web(url) for url in mime.urls())
    )


def handed(mime: QMimeData) -> Handed:
    """What is in it."""
    paths = tuple(path for url in mime.urls() if (path := _local(url)) is not None)
    if paths:
        return Handed(files=paths)
    data = _picture_file(mime) or _qt_picture(mime)
    return Handed(data=data) if data else Handed(address=_address(mime))


def _local(url: QUrl) -> Path | None:
    """A file of this computer, which some programs name in the address, whatever its bytes."""
    if url.scheme() != "file":
        return None
    if os.name == "nt":
        return Path(url.toLocalFile())
    if url.host() not in ("", "localhost", platform.node().lower()):
        return None
    encoded = url.path(QUrl.ComponentFormattingOption.FullyEncoded)
    return Path(os.fsdecode(unquote_to_bytes(encoded)))


def _is_web(url: QUrl) -> bool:
    return url.scheme() in ("http", "https") and bool(url.host())


def _picture_file(mime: QMimeData) -> bytes:
    for kind in _WHOLE_FILES:
        data = bytes(mime.data(kind).data()) if mime.hasFormat(kind) else b""
        if sniff(data) == kind:
            return data
    return b""


def _qt_picture(mime: QMimeData) -> bytes:
    """What Qt makes of it, as a PNG; some programs announce a picture and have none."""
    from PySide6.QtGui import QImage, QPixmap

    from inpaint_studio.ui.style.images import png_of  # numpy comes after the first paint

    found = mime.imageData() if mime.hasImage() else None
    image = found.toImage() if isinstance(found, QPixmap) else found
    return png_of(image) if isinstance(image, QImage) and not image.isNull() else b""


def _address(mime: QMimeData) -> str:
    """The picture that was dragged: a browser's list may name the page it links to instead."""
    pictures = (QUrl(unescape(found[1])) for found in _IMAGE_SOURCE.finditer(mime.html()))
    for url in (*pictures, *mime.urls()):
        if _is_web(url):
            return url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
    return ""
