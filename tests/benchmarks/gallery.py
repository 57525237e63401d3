"""The gallery with 10,000 results, search in 100,000, and a comparison of four large pictures.

Runs on the display that is there, in a real window with the studio's stylesheet, else on Qt's
offscreen platform; the row of scrolling says which. QT_QPA_PLATFORM=offscreen asks for the latter:
it leaves out what the X server takes to show a frame. The histories are seeded into a temporary
folder; their cards share forty pictures.
"""

from __future__ import annotations

import asyncio
import os
import resource as usage
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QScrollArea, QWidget

from inpaint_studio.history import Filter, History
from inpaint_studio.picture.geometry import Point
from inpaint_studio.picture.pyramid import Pyramid
from inpaint_studio.session.tasks import Tasks
from inpaint_studio.ui.compare.entries import ORIGINAL, Entry
from inpaint_studio.ui.compare.view import CompareView
from inpaint_studio.ui.gallery.loupe import LargeResult, Loupe
from inpaint_studio.ui.gallery.model import GalleryModel
from inpaint_studio.ui.gallery.page import GalleryPage
from inpaint_studio.ui.gallery.thumbnails import Thumbnails
from inpaint_studio.ui.style import theme as themes
from tests.benchmarks.report import Row, at_least, at_most
from tests.support.seeded_history import seed

RESULTS, MANY = 10_000, 100_000
WINDOW = QSize(1200, 900)
FRAMES = 120
WIDGETS = 500  # the naive gallery is measured in part and scaled: it is linear at best
BAR_MB = 80


def rows() -> list[Row]:
    """All figures of one run."""
    app = QApplication.instance() or QApplication([])
    themes.apply(app, themes.DARK)
    with TemporaryDirectory() as folder:
        seed(Path(folder) / "some", RESULTS)
        seed(Path(folder) / "many", MANY, per_run=1)
        figures = [*_gallery(app, Path(folder) / "some"), *_search(Path(folder) / "many")]
    return [*figures, *_compare(app)]


def _gallery(app: QApplication, folder: Path) -> list[Row]:
    before = _memory_mb()
    opened, page, history = _opened(app, folder)
    page.view.delegate.thumbnails = _Thumbnails(history)  # type: ignore[assignment]
    steps = _scrolled(app, page)
    jumps = [_jumped(app, page, share / 20) for share in range(20)]
    grown = _memory_mb() - before
    page.close()
    history.close()
    naive = _naive(app, folder) * RESULTS / WIDGETS
    return [
        at_most("open 10,000 results", opened, "ms", 400, 1),
        at_least("times faster than a widget per item", naive / opened, "x", 1, 50),
        at_most(
            f"scroll on {app.platformName()}, p95 of a frame",
            float(np.percentile(steps, 95)),
            "ms",
            16.7,
            1,
        ),
        at_most("jump anywhere, worst", max(jumps), "ms", 100, 1),
        at_most("memory grown", grown, "MB", BAR_MB, 1),
    ]


def _opened(app: QApplication, folder: Path) -> tuple[float, GalleryPage, History]:
    """From nothing to all rows listed and the first paint done."""
    history = History(folder)
    start = time.perf_counter()
    model = GalleryModel()
    tasks = Tasks(asyncio.new_event_loop(), lambda _: None)
    large = LargeResult(history, Thumbnails(history, tasks), tasks)
    page = GalleryPage(themes.DARK, model, Loupe(large))
    page.resize(WINDOW)
    page.show()
    model.attach(history)
    _painted(app, page.view.viewport())
    elapsed = (time.perf_counter() - start) * 1000
    assert len(model.listing) == RESULTS
    return elapsed, page, history


def _scrolled(app: QApplication, page: GalleryPage) -> list[float]:
    bar = page.view.verticalScrollBar()
    return [_timed(app, partial(bar.setValue, step * 60)) for step in range(1, FRAMES)]


def _jumped(app: QApplication, page: GalleryPage, share: float) -> float:
    bar = page.view.verticalScrollBar()
    return _timed(app, lambda: bar.setValue(int(share * bar.maximum())))


def _search(folder: Path) -> list[Row]:
    """A keystroke is a new filter: until the list shows its first page."""
    history = History(folder)
    model = GalleryModel()
    model.attach(history, _Later())  # type: ignore[arg-type]
    times = []
    for text in ("r", "re", "rep", "repl", "tulip", "glass va", "zzz", "white fog m", ""):
        start = time.perf_counter()
        model.set_filter(Filter(text=text))
        for row in range(min(40, model.rowCount())):
            model.card_at(row)
        times.append((time.perf_counter() - start) * 1000)
    history.close()
    return [at_most("search keystroke to list, 100,000 rows, worst", max(times), "ms", 50, 1)]


def _compare(app: QApplication) -> list[Row]:
    """Four panes of 12 megapixels."""
    chance = np.random.default_rng(1)
    tile = chance.integers(0, 256, (300, 400, 4), np.uint8)
    tile[..., 3] = 255
    entries = []
    for number in range(4):
        levels = Pyramid(np.ascontiguousarray(np.tile(np.roll(tile, number * 50, 1), (10, 10, 1))))
        levels.settle()
        entries.append(Entry(str(number) if number else ORIGINAL, "", raw=levels, mixed=levels))
    view = CompareView(themes.DARK)
    view.resize(1100, 700)
    view.show()
    view.set_entries(entries)
    _painted(app, view)
    pans = [_timed(app, lambda: _pan(view)) for _ in range(FRAMES)]
    zooms = [
        _timed(app, partial(_zoom, view, 1 if step % 12 < 6 else -1)) for step in range(FRAMES)
    ]
    view.close()
    return [
        at_most("compare 4 x 12 MP, pan p95", float(np.percentile(pans, 95)), "ms", 16.7, 1),
        at_most("compare 4 x 12 MP, zoom p95", float(np.percentile(zooms, 95)), "ms", 16.7, 1),
    ]


def _pan(view: CompareView) -> None:
    view._views.pan(3, 2)
    view.update()


def _zoom(view: CompareView, steps: int) -> None:
    view._views.zoom(steps, 0, Point(200, 120))
    view.update()


def _naive(app: QApplication, folder: Path) -> float:
    """The gallery one would write first: a label with a picture per result."""
    start = time.perf_counter()
    area, inside = QScrollArea(), QWidget()
    grid = QGridLayout(inside)
    files = sorted((folder / "blobs").glob("*/*.jpg"))
    for number in range(WIDGETS):
        label = QLabel()
        label.setPixmap(QPixmap(str(files[number % len(files)])).scaledToWidth(150))
        grid.addWidget(label, number // 7, number % 7)
    area.setWidget(inside)
    area.resize(WINDOW)
    area.show()
    _painted(app, area.viewport())
    elapsed = (time.perf_counter() - start) * 1000
    area.close()
    return elapsed


def _timed(app: QApplication, act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    app.processEvents()
    return (time.perf_counter() - start) * 1000


def _painted(app: QApplication, widget: QWidget) -> None:
    widget.update()
    app.processEvents()


def _memory_mb() -> float:
    if sys.platform == "linux":
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        return pages * usage.getpagesize() / 1e6
    told = subprocess.run(["ps", "-o", "rss=", str(os.getpid())], capture_output=True, check=True)
    return int(told.stdout) / 1000


class _Thumbnails:
    """As the window's, but at once: scrolling pays for every picture it shows first."""

    def __init__(self, history: History) -> None:
        self._history = history
        self._kept: dict[str, QPixmap] = {}

    def get(self, blob: str) -> QPixmap:
        if blob not in self._kept:
            self._kept[blob] = QPixmap(168, 112)
            self._kept[blob].fill(0x336699)
        return self._kept[blob]


class _Later:
    """Tasks that never run: the first page is what a keystroke waits for."""

    def start(self, coro):
        coro.close()
        return _Ended()


class _Ended:
    def cancel(self) -> None:
        return None
