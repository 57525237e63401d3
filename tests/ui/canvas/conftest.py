"""A shown canvas with a picture of noise."""

import numpy as np
import pytest

from inpaint_studio.picture.document import Document
from inpaint_studio.picture.image_file import Picture
from inpaint_studio.session.editor import Editor
from inpaint_studio.ui.canvas.canvas import Canvas


@pytest.fixture
def editor(qapp):
    editor = Editor()
    rng = np.random.default_rng(6)
    pixels = rng.integers(0, 256, (600, 900, 4), np.uint8)
    pixels[..., 3] = 255
    editor.open(Document(Picture(pixels, "noise.png")))
    editor.set_brush(size=40, hardness=100)
    return editor


@pytest.fixture
def canvas(editor, qtbot):
    canvas = Canvas(editor)
    qtbot.addWidget(canvas)
    canvas.resize(500, 400)
    canvas.show()
    qtbot.waitExposed(canvas)
    canvas.setFocus()
    return canvas
