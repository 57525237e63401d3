"""On dense screens one device pixel is still one device pixel."""

import os
import subprocess
import sys

import pytest

PROBE = """
import numpy as np
from PySide6.QtWidgets import QApplication
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.geometry import Box
from inpaint_studio.picture.image_file import Picture
from inpaint_studio.session.editor import Editor
from inpaint_studio.ui.canvas.canvas import Canvas

app = QApplication([])
editor = Editor()
pixels = np.random.default_rng(1).integers(0, 256, (900, 1200, 4), np.uint8)
pixels[..., 3] = 255
editor.open(Document(Picture(pixels, "noise.png")))
canvas = Canvas(editor)
canvas.resize(401, 299)
canvas.show()
app.processEvents()
canvas.zoom_to(1.0)
for _ in range(3):
    canvas.pan_by(-3.3, 1.7)
app.processEvents()
image = canvas.grab().toImage()
shown = np.frombuffer(image.constBits(), np.uint8)
shown = shown.reshape(image.height(), -1, 4)[:, : image.width(), :3]
view = canvas.viewport
assert view.device_ratio == canvas.devicePixelRatioF()
area = pixels[-view.top :, -view.left :][: image.height(), : image.width(), :3]
print(np.array_equal(shown, area), canvas.devicePixelRatioF())
"""


@pytest.mark.parametrize("density", ["1", "1.25", "1.5", "2"])
def test_at_one_hundred_percent_screen_pixels_are_picture_pixels(density):
    done = subprocess.run(
        [sys.executable, "-c", PROBE],
        env={**os.environ, "QT_SCALE_FACTOR": density},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.split() == ["True", str(float(density))], done.stderr
