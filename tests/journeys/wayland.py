"""Paint, run, copy, paste and drag in a window on Wayland, in a process of its own.

`python -m tests.journeys.wayland FOLDER`. The compositor shows the one window over its whole
display, so that places in the window are places on the X display beneath, where the hands are.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication

from inpaint_studio import paths
from inpaint_studio.app import Studio
from inpaint_studio.settings import Settings, save_settings
from tests.journeys import hands
from tests.journeys.first_minute import paint_dandelion


async def play(studio: Studio) -> int:
    """Each step goes through the compositor: pointer, keys, selection, and the drag's own seat."""
    assert QGuiApplication.platformName() == "wayland"
    window, session = studio.window, studio.session
    await hands.settle()
    await hands.click(window.central_area.empty_state.sample_button)
    await hands.until(session.editor.document_changed, lambda: session.editor.document is not None)
    await hands.settle()
    await paint_dandelion(studio)
    assert not session.mask.box.is_empty

    await hands.press("ctrl+Return")
    await hands.until(session.runs.pending_changed, lambda: len(session.runs.runs) == 1)
    await hands.until(session.runs.pending_changed, lambda: session.runs.pending_count == 0)
    await hands.settle()

    await hands.press("Return")
    await hands.press("ctrl+shift+c")
    await hands.eventually(lambda: QGuiApplication.clipboard().mimeData().hasImage())
    edited = session.editor.document
    await hands.press("ctrl+v")
    choice = studio.wiring.drop_choice
    await hands.eventually(choice.isVisible)
    await hands.press("space")  # the offer to open it has the focus
    await hands.eventually(lambda: session.editor.document is not edited)
    await hands.settle()
    assert np.array_equal(session.editor.document.composite, edited.composite)

    # What was copied is said where the drop is asked about.
    await hands.eventually(lambda: not window.central_area.notices.isVisible())
    window.panels.show_history()
    await hands.settle()
    cards = window.strip.view
    place = cards.visualRect(window.strip.model.index(0)).center()
    viewport = cards.viewport()
    over = viewport.mapFromGlobal(studio.wiring.canvas.mapToGlobal(QPoint(200, 200)))
    steps = [place + (over - place) * part / 20 for part in range(21)]
    await hands.drag(viewport, steps)
    await hands.eventually(choice.isVisible)
    # Weston gives the keys back to the window at its next click only.
    await hands.click(choice._cancel)
    await hands.eventually(lambda: not choice.isVisible())
    return await hands.leave(studio)


def main(folder: Path) -> int:
    """Play it with a home below `folder`."""
    os.environ[paths.HOME_VARIABLE] = str(folder / "studio")
    os.environ["HOME"] = str(folder)
    save_settings(Settings(theme="dark", last_model="local-fill-no-prompt"))
    return Studio([]).run(play)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
