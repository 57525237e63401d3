"""A stranger's first minute, played in a process of its own by real mouse and keys.

`python -m tests.journeys.first_minute play|reopen FOLDER [THEME] [WIDTHxHEIGHT]`; screenshots and
exports land in FOLDER, and FOLDER/studio is the home of settings and history.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QDialog

from inpaint_studio import paths
from inpaint_studio.app import Studio
from inpaint_studio.picture.geometry import Point
from inpaint_studio.picture.image_file import open_picture
from inpaint_studio.settings import Settings, save_settings
from tests.journeys import hands


async def play(studio: Studio, folder: Path) -> int:
    """Open the sample, paint, run, see partials, accept, undo, redo, export, quit."""
    window, session = studio.window, studio.session
    window.activateWindow()
    await hands.settle()
    hands.screenshot(window, str(folder / "1-empty.png"))
    await hands.click(window.central_area.empty_state.sample_button)
    await hands.until(session.editor.document_changed, lambda: session.editor.document is not None)
    await hands.settle()
    hands.screenshot(window, str(folder / "2-sample.png"))
    await paint_dandelion(studio)
    assert not session.mask.box.is_empty
    hands.screenshot(window, str(folder / "3-painted.png"))

    started = time.perf_counter()
    await hands.press("ctrl+Return")
    await hands.until(
        session.runs.variant_changed,
        lambda: session.staging.variant is not None and session.staging.variant.pixels is not None,
    )
    first_partial = time.perf_counter() - started
    assert session.staging.variant is not None
    assert session.staging.variant.is_pending, "the first picture must be a partial"
    await hands.settle()
    hands.screenshot(window, str(folder / "4-partial.png"))
    await hands.until(session.runs.pending_changed, lambda: session.runs.pending_count == 0)
    variant = session.staging.variant
    assert variant.state == "done", variant.title
    assert variant.partials_seen >= 1
    await hands.settle()
    hands.screenshot(window, str(folder / "5-result.png"))

    for keys, edits in (("Return", 1), ("ctrl+z", 0), ("ctrl+shift+z", 1)):
        await hands.press(keys)
        assert session.editor.document is not None
        assert len(session.editor.document.edits) == edits, keys
    hands.screenshot(window, str(folder / "6-accepted.png"))

    await hands.press("ctrl+shift+e")
    dialog = window.findChild(QDialog, "exportDialog")
    assert dialog is not None
    await hands.settle()
    hands.screenshot(window, str(folder / "7-export.png"))
    await hands.press("Return")
    exported = Path.home() / "sample-edit-01.png"
    await hands.eventually(exported.exists)
    await hands.settle()
    hands.screenshot(window, str(folder / "8-exported.png"))
    _check_exported(exported, variant.run.box, variant.blend)
    (folder / "first-partial.txt").write_text(f"{first_partial:.2f} s\n")
    window.activateWindow()  # what a window manager does when a dialog closes
    await hands.settle()
    return await hands.leave(studio)


async def reopen(studio: Studio, folder: Path) -> int:
    """After a restart the history is there."""
    await hands.settle()
    hands.screenshot(studio.window, str(folder / "9-reopened.png"))
    assert studio.window.strip.model.rowCount() == 1
    card = studio.window.strip.model.card(studio.window.strip.model.index(0))
    assert card is not None
    assert card.state == "done"
    assert card.accepted
    studio.window.activateWindow()
    await hands.settle()
    return await hands.leave(studio)


async def paint_dandelion(studio: Studio) -> None:
    """Three strokes over the dandelion at the lower right of the sample."""
    canvas = studio.wiring.canvas
    viewport = canvas.viewport
    assert viewport is not None
    for line in (
        [(1240, 560), (1290, 530), (1350, 540), (1370, 600)],
        [(1230, 620), (1290, 600), (1350, 640), (1300, 690)],
        [(1300, 700), (1295, 780), (1290, 880)],
    ):
        points = [viewport.to_widget(Point(x, y)) for x, y in line]
        await hands.drag(canvas, [QPoint(round(p.x), round(p.y)) for p in points])


def _check_exported(path: Path, box, blend) -> None:
    """Outside the blend mask the exported file equals the source, bit for bit."""
    source = open_picture(paths.resource("sample.jpg")).pixels
    exported = open_picture(path).pixels
    whole = np.zeros(source.shape[:2], np.uint8)
    whole[box.slices] = blend
    assert np.array_equal(exported[whole == 0], source[whole == 0])
    assert not np.array_equal(exported[whole == 255], source[whole == 255])


def main(stage: str, folder: Path, theme: str = "dark", size: str = "1440x900") -> int:
    os.environ[paths.HOME_VARIABLE] = str(folder / "studio")
    os.environ["HOME"] = str(folder)
    if stage == "play":
        save_settings(Settings(theme=theme, last_model="local-fill-no-prompt"))
    studio = Studio([])
    width, height = size.split("x")
    studio.window.resize(int(width), int(height))
    then = {"play": play, "reopen": reopen}[stage]
    return studio.run(lambda studio: then(studio, folder))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:]))
