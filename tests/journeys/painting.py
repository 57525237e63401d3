"""A designer's session at a large photo, played in a process of its own by real mouse and keys.

`python -m tests.journeys.painting FOLDER [THEME] [WIDTHxHEIGHT]`; screenshots land in FOLDER.
"""

from __future__ import annotations

import math
import os
import sys
from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np
from PySide6.QtCore import QPoint

from inpaint_studio import paths
from inpaint_studio.app import Studio
from inpaint_studio.picture.geometry import Point
from inpaint_studio.session.tools import Tool
from inpaint_studio.settings import Settings, save_settings
from tests.journeys import hands

PHOTO = (4000, 3000)
STROKES = 20


async def play(studio: Studio, folder: Path) -> int:
    """Twenty strokes, lasso, wand, feather, undo ten, redo five, zoom to 800 %."""
    window, editor, canvas = studio.window, studio.session.editor, studio.wiring.canvas
    window.activateWindow()
    await hands.settle()
    studio.session.open_file(_photo(folder))
    await hands.until(editor.document_changed, lambda: editor.document is not None)
    await hands.settle()
    document = editor.document
    assert document is not None
    states = [document.mask.copy()]

    def shot(name: str) -> None:
        hands.screenshot(window, str(folder / f"{name}.png"))

    for number in range(STROKES):
        if number == STROKES // 2:
            await hands.press("bracketright", "bracketright", "shift+bracketleft")
            shot("1-size")
        await hands.drag(canvas, _way(canvas, number))
        states.append(document.mask.copy())
    assert all(not np.array_equal(a, b) for a, b in pairwise(states))
    assert window.actions_["undo"].text() == "Undo brush stroke"
    shot("2-twenty-strokes")

    await hands.press("l")
    assert editor.tool is Tool.LASSO
    await hands.drag(canvas, _loop(canvas, Point(2900, 1000), 420))
    states.append(document.mask.copy())
    assert document.mask[1000, 2900] == 255
    shot("3-lasso")

    await hands.press("w")
    await hands.drag(canvas, [_at(canvas, Point(600, 2700))])
    states.append(document.mask.copy())
    assert not np.array_equal(states[-1], states[-2])
    shot("4-wand")

    await hands.press("shift+F6")
    await hands.type_text("24")
    await hands.eventually(lambda: editor.is_adjusting)
    assert window.options.mask_options.values() == (0, 24, 0)
    await hands.settle()
    shot("5-feather-preview")
    await hands.press("Return")
    await hands.eventually(lambda: not editor.is_adjusting)
    states.append(document.mask.copy())
    assert editor.undo_label == "Feather mask"

    await hands.press(*["ctrl+z"] * 10)
    assert np.array_equal(document.mask, states[-11])
    await hands.press(*["ctrl+shift+z"] * 5)
    assert np.array_equal(document.mask, states[-6])
    shot("6-undone-and-redone")
    document.undo_stack.settle()
    assert document.undo_stack.byte_count < document.mask.nbytes

    await hands.press("c")
    await hands.settle()
    shot("7-frame")
    await hands.press("b", "ctrl+1")
    for _ in range(9):
        await hands.press("ctrl+equal")
    await hands.settle()
    assert canvas.zoom == 8.0
    await hands.drag(canvas, [QPoint(300, 200), QPoint(420, 260)])
    shot("8-800-percent")
    return await hands.leave(studio)


def _photo(folder: Path) -> Path:
    """Twelve megapixels: the sample, enlarged."""
    sample = cv2.imread(str(paths.resource("sample.jpg")))
    assert sample is not None
    path = folder / "photo.jpg"
    cv2.imwrite(str(path), cv2.resize(sample, PHOTO, interpolation=cv2.INTER_CUBIC))
    return path


def _at(canvas, point: Point) -> QPoint:
    place = canvas.viewport.to_widget(point)
    return QPoint(round(place.x), round(place.y))


def _way(canvas, number: int) -> list[QPoint]:
    """A stroke of its own place for each number."""
    row, column = divmod(number, 5)
    x, y = 300 + column * 380, 400 + row * 480
    return [_at(canvas, Point(x + at * 60, y + 40 * math.sin(at + number))) for at in range(5)]


def _loop(canvas, centre: Point, radius: float) -> list[QPoint]:
    angles = [math.tau * step / 14 for step in range(14)]
    return [
        _at(canvas, Point(centre.x + radius * math.cos(a), centre.y + radius * math.sin(a)))
        for a in angles
    ]


def main(folder: Path, theme: str = "dark", size: str = "1440x900") -> int:
    os.environ[paths.HOME_VARIABLE] = str(folder / "studio")
    os.environ["HOME"] = str(folder)
    save_settings(Settings(theme=theme, last_model="local-fill-no-prompt"))
    studio = Studio([])
    width, height = size.split("x")
    studio.window.resize(int(width), int(height))
    return studio.run(lambda studio: play(studio, folder))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:]))
