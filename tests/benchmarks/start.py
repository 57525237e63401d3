"""How soon the window is there, and how soon Run shows something.

Both run on the display that is there, else on Qt's offscreen platform.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time

from tests.benchmarks.report import Row, at_most
from tests.support.waiting import until

_ROUNDS = 5
_FIRST_PARTIAL_BAR_S = 1.0

_BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Bare(QMainWindow):
    def paintEvent(self, event):
        QTimer.singleShot(0, lambda: (print("painted", flush=True), app.exit()))
app = QApplication(sys.argv)
window = Bare()
window.resize(1440, 900)
window.show()
app.exec()
"""

_STUDIO = """
import os
from inpaint_studio import preflight
assert preflight.find_fault() is None
from inpaint_studio import app
def done():
    print("painted", flush=True)
    os._exit(0)
class Measured(app.Studio):
    def _paint_shell(self):
        super()._paint_shell()
        done()
app.Studio = Measured
app.run_editor([])
"""


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as home:
        os.environ["INPAINT_STUDIO_HOME"] = home
        if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
        # Compiled files are part of an installed program.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        _until_painted(_STUDIO)
        painted = [(_until_painted(_STUDIO), _until_painted(_BARE)) for _ in range(_ROUNDS)]
        studio, bare = (min(times) for times in zip(*painted, strict=True))
        partial = _first_partial()
    return [
        at_most("window painted, against a bare QMainWindow", studio, "s", bare, 1.5),
        at_most(
            "Run to first partial on the canvas, sample, child warm",
            partial,
            "s",
            _FIRST_PARTIAL_BAR_S,
            1.0,
        ),
    ]


def _until_painted(code: str) -> float:
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    seconds = time.perf_counter() - start
    process.wait(timeout=30)
    if line.strip() != b"painted":
        raise RuntimeError("the window was never painted")
    return seconds


def _first_partial() -> float:
    from inpaint_studio.app import Studio

    times: list[float] = []

    async def measure(studio: Studio) -> int:
        await _open_masked_sample(studio)
        await _one_run(studio)  # the child and its engine are warm after this one
        times.extend([await _one_run(studio) for _ in range(3)])
        await studio.close()
        return 0

    Studio([]).run(measure)
    return min(times)


async def _open_masked_sample(studio) -> None:
    from inpaint_studio import paths
    from inpaint_studio.picture.mask import read_wire_mask

    editor = studio.session.editor
    studio.session.open_sample()
    await until(editor.document_changed, lambda: editor.document is not None)
    mask = read_wire_mask(paths.resource("sample-mask.png").read_bytes())
    editor.replace_mask(mask, "Mask")


async def _one_run(studio) -> float:
    """Seconds from Run until the canvas has painted the first partial; then waits for the end."""
    from inpaint_studio.contract.params import EditParams
    from inpaint_studio.contract.profile import LOCAL_FILL_MODEL

    session, canvas = studio.session, studio.wiring.canvas
    params = EditParams(
        prompt="", model=LOCAL_FILL_MODEL, size="frame", partial_images=2, stream=True
    )
    start = time.perf_counter()
    session.generate(params)
    await until(
        session.runs.variant_changed,
        lambda: (
            studio.session.staging.variant is not None
            and studio.session.staging.variant.pixels is not None
        ),
    )
    canvas.repaint()
    seconds = time.perf_counter() - start
    await until(session.runs.pending_changed, lambda: session.runs.pending_count == 0)
    studio.session.staging.clear()
    return seconds
