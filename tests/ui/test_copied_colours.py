"""What is copied knows its colours, and comes back with them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QColorSpace, QGuiApplication, QImage

from inpaint_studio.app import Studio
from tests.support import scenes
from tests.support.private_pictures import private_picture

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


async def test_a_copied_picture_is_shown_elsewhere_as_it_is_here(
    studio: Studio, tmp_path: Path
) -> None:
    photo = tmp_path / "photo.png"
    photo.write_bytes(private_picture("PNG"))
    await scenes.open_photo(studio, photo)
    document = studio.session.editor.document
    assert document is not None
    studio.wiring.export.clipboard.copy_document()

    image = QGuiApplication.clipboard().image()
    image.convertToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    elsewhere = np.asarray(image.convertToFormat(QImage.Format.Format_ARGB32).constBits()).reshape(
        image.height(), image.width(), 4
    )
    here = document.shown(document.composite)
    assert np.abs(elsewhere.astype(int) - here).max() <= 3
    assert np.abs(document.composite.astype(int) - here).max() > 100
