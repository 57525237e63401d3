"""What keeping a journal costs the window's thread, and how soon a stroke is on the disk."""

from __future__ import annotations

import shutil
import statistics
import tempfile
import time
from pathlib import Path

import numpy as np
from PySide6.QtCore import QCoreApplication

from inpaint_studio.journal import Journal, Origin
from inpaint_studio.journal.log_file import LogFile
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.geometry import Point
from inpaint_studio.picture.image_file import Picture
from inpaint_studio.picture.undo import UndoStack, UndoStep
from inpaint_studio.session.editor import Editor
from tests.benchmarks.report import Row, at_most

EDGE = 8192
STROKES = 12
BAR_MS = 1.0
SOON_MS = 2000.0


class Timed:
    """Stands between undo stack and journal and adds up the time the window's thread spends."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self.spent_ms = 0.0

    def settle(self) -> None:
        began = time.perf_counter()
        self._journal.settle()
        self._add(began)

    def pushed(self, step: UndoStep) -> None:
        began = time.perf_counter()
        self._journal.pushed(step)
        self._add(began)

    def undone(self, step: UndoStep) -> None:
        self._journal.undone(step)

    def redone(self, step: UndoStep) -> None:
        self._journal.redone(step)

    def _add(self, began: float) -> None:
        self.spent_ms += (time.perf_counter() - began) * 1000


def rows() -> list[Row]:
    app = QCoreApplication.instance() or QCoreApplication([])
    folder = Path(tempfile.mkdtemp())
    try:
        return [row for size in (50, 600) for row in _rows_for(size, folder / str(size))]
    finally:
        shutil.rmtree(folder)
        del app


def _rows_for(size: int, folder: Path) -> list[Row]:
    editor = Editor()
    pixels = np.full((EDGE, EDGE, 4), 200, np.uint8)
    editor.open(Document(Picture(pixels, "large.png")))
    stack: UndoStack = editor.document.undo_stack
    journal = Journal(editor.document, Origin("benchmark"), LogFile(folder), lambda _: None)
    journal.begin()
    journal.flush(120.0)
    timed = Timed(journal)
    stack.watcher = timed
    editor.set_brush(size=size, hardness=50)
    costs, delays = [], []
    for number in range(STROKES):
        timed.spent_ms = 0.0
        _across(editor, number)
        costs.append(timed.spent_ms)
        ended = time.perf_counter()
        journal.flush(60.0)
        delays.append((time.perf_counter() - ended) * 1000)
    journal.finish(keep=False)
    name = f"{size} px stroke across {EDGE}²"
    return [
        at_most(
            f"journal on the window's thread, {name}", statistics.median(costs), "ms", BAR_MS, 1.0
        ),
        at_most(f"until it is on the disk, {name}", max(delays), "ms", SOON_MS, 1.0),
    ]


def _across(editor: Editor, number: int) -> None:
    y = 400.0 + number * 500
    editor.press(Point(100, y))
    for x in range(200, EDGE - 100, 100):
        editor.move(Point(x, y + 80 * (x // 100 % 2)))
    editor.release()
