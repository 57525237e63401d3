"""Painting, panning and zooming: from the event to the finished paint, against picture size.

Runs on the display that is there, else on Qt's offscreen platform. A row's two sides are measured
in turn. Frames are repeated the same and the best time of each counts, so that p95 is that of the
frames, not of whatever else the machine does; work without a display is measured in CPU time.
"""

from __future__ import annotations

import math
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable

import cv2
import numpy as np

if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPixmap, QRadialGradient
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsPixmapItem, QGraphicsScene, QGraphicsView

from inpaint_studio.picture.brush import Brush, Dab
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.geometry import Box, Point, Size
from inpaint_studio.picture.image_file import Picture
from inpaint_studio.picture.mask import new_mask
from inpaint_studio.picture.pyramid import Pyramid
from inpaint_studio.picture.strokes import BrushStroke
from inpaint_studio.picture.undo import UndoStack
from inpaint_studio.session.editor import Editor
from inpaint_studio.ui.canvas.canvas import Canvas
from tests.benchmarks.report import Row, at_least, at_most, best_of

SMALL, LARGE = 1024, 8192
VIEW = (1600, 1000)
EVENTS = 90
ROUNDS = 5
Frames = list[float | None]


class TimedCanvas(Canvas):
    """Counts its paints."""

    paints = 0

    def paintEvent(self, event) -> None:
        super().paintEvent(event)
        self.paints += 1


class Stage:
    """A shown canvas with a square picture of soft colours."""

    def __init__(self, edge: int) -> None:
        self.editor = Editor()
        self.canvas = TimedCanvas(self.editor)
        self.canvas.resize(*VIEW)
        self.canvas.show()
        self.editor.open(Document(Picture(photo(edge), "soft.png")))
        QTest.qWait(200)

    def painted_ms(self, act: Callable[..., None], *arguments: object) -> float | None:
        """From the act until the canvas is painted and flushed; None when nothing was painted."""
        before, start = self.canvas.paints, time.perf_counter()
        act(*arguments)
        QApplication.processEvents()
        return (time.perf_counter() - start) * 1e3 if self.canvas.paints > before else None

    def mouse(self, kind: QEvent.Type, x: float, y: float) -> None:
        place, left = QPointF(x, y), Qt.MouseButton.LeftButton
        keys = Qt.KeyboardModifier.NoModifier
        event = QMouseEvent(kind, place, self.canvas.mapToGlobal(place), left, left, keys)
        QApplication.sendEvent(self.canvas, event)

    def look(self, scale: float | None) -> None:
        # Painting a window that another one covers costs the X server nothing.
        self.canvas.raise_()
        if scale is None:
            self.canvas.fit()
        else:
            self.canvas.zoom_to(scale)
        QTest.qWait(150)

    def stroke_ms(self, size: float, scale: float | None) -> Frames:
        """Event → painted over one soft stroke."""
        self.look(scale)
        self.editor.set_brush(size=size, hardness=0)
        self.mouse(QEvent.Type.MouseButtonPress, 350, 120)
        QApplication.processEvents()
        times = [self.painted_ms(self._move, at) for at in range(EVENTS)]
        self.mouse(QEvent.Type.MouseButtonRelease, 980, 660)
        self.editor.undo()
        return times

    def pan_ms(self, scale: float | None) -> Frames:
        self.look(scale)
        steps = [(7, 3)] * 30 + [(-7, -3)] * 30
        return [self.painted_ms(self.canvas.pan_by, *step) for step in steps]

    def zoom_ms(self) -> Frames:
        self.look(None)
        factor, middle = (4 / self.canvas.zoom) ** (1 / 60), QPointF(800, 500)
        return [self.painted_ms(self.canvas.zoom_by, factor, middle) for _ in range(60)]

    def _move(self, at: int) -> None:
        self.mouse(QEvent.Type.MouseMove, 350 + at * 7, 120 + at * 6 + 30 * math.sin(at / 5))

    def close(self) -> None:
        self.canvas.close()
        self.editor.close()


def rows() -> list[Row]:
    app = QApplication.instance() or QApplication([])
    memory = _peak_megabytes()
    found = [*_display_rows(), *_stroke_rows(), *_undo_rows()]
    app.processEvents()
    return [*found, at_most(f"peak memory, {LARGE}² open", memory, "MB", 700, 1.0)]


def photo(edge: int) -> np.ndarray:
    pixels = np.full((edge, edge, 4), 255, np.uint8)
    seeds = np.random.default_rng(1).integers(0, 255, (64, 64, 3), np.uint8)
    pixels[..., :3] = cv2.resize(seeds, (edge, edge), interpolation=cv2.INTER_CUBIC)
    return pixels


def p95(rounds: list[list[float | None]]) -> float:
    """Of frames that were repeated the same: each counts with its best time."""
    frames = [min(times) for times in zip(*rounds, strict=True) if None not in times]
    return sorted(frames)[int(len(frames) * 0.95)]


def _display_rows() -> list[Row]:
    small, large = Stage(SMALL), Stage(LARGE)

    def both(measure: Callable[..., Frames], *arguments: object) -> tuple[float, float]:
        pairs = [(measure(large, *arguments), measure(small, *arguments)) for _ in range(ROUNDS)]
        return p95([pair[0] for pair in pairs]), p95([pair[1] for pair in pairs])

    def alone(*arguments: object) -> float:
        return p95([large.stroke_ms(*arguments) for _ in range(ROUNDS)])

    found: list[Row] = []
    for name, scale in (("fit", None), ("1:1", 1.0)):
        ours, base = both(Stage.stroke_ms, 100, scale)
        label = f"event → painted p95, 100 px, {name}, {LARGE}²"
        found += [at_most(f"{label} against {SMALL}²", ours, "ms", base, 1.5)]
        found += [at_most(label, ours, "ms", 3.0, 1.0)]
        thick = alone(1000, scale)
        found += [at_most(f"event → painted p95, 1000 px, {name}, {LARGE}²", thick, "ms", 12, 1.0)]
        ours, base = both(Stage.pan_ms, scale)
        found += [at_most(f"pan p95, {name}, {LARGE}² against {SMALL}²", ours, "ms", base, 1.3)]
        found += [at_most(f"pan p95, {name}, {LARGE}²", ours, "ms", 8.3, 1.0)]
    ours, base = both(Stage.zoom_ms)
    found += [at_most(f"zoom step p95, {LARGE}² against {SMALL}²", ours, "ms", base, 1.6)]
    found += [at_most(f"zoom step p95, {LARGE}²", ours, "ms", 16.7, 1.0)]
    ours = alone(100, None)
    found += [
        at_least(
            "QGraphicsView with a full pixmap overlay against ours", _naive_ms(), "ms", ours, 100
        )
    ]
    small.close()
    large.close()
    return found


def _naive_ms() -> float:
    """The tutorial's way: the overlay's pixmap is made anew for each event."""
    mask = QImage(LARGE, LARGE, QImage.Format.Format_ARGB32_Premultiplied)
    mask.fill(QColor(255, 61, 113, 60))
    view, scene = QGraphicsView(), QGraphicsScene()
    overlay = QGraphicsPixmapItem(QPixmap.fromImage(mask))
    scene.addItem(overlay)
    view.setScene(scene)
    view.resize(*VIEW)
    view.scale(1000 / LARGE, 1000 / LARGE)
    view.show()
    QTest.qWait(200)

    def event() -> float:
        start = time.perf_counter()
        painter = QPainter(mask)
        painter.fillRect(QRectF(4000, 4000, 100, 100), QColor("#ff3d71"))
        painter.end()
        overlay.setPixmap(QPixmap.fromImage(mask))
        QApplication.processEvents()
        return (time.perf_counter() - start) * 1e3

    return best_of(5, event)


def _path(edge: int) -> list[Point]:
    margin, span = edge * 0.02, edge * 0.96
    return [
        Point(
            margin + span * at / 199,
            margin + span * at / 199 * 0.9 + edge * 0.04 * math.sin(at / 9),
        )
        for at in range(200)
    ]


def _stroke(mask: np.ndarray, brush: Brush, levels: Pyramid | None = None) -> BrushStroke:
    stroke = BrushStroke(mask, brush)
    for point in _path(mask.shape[0]):
        box = stroke.extend(point)
        if levels is not None:
            levels.touch(box)
            levels.level(levels.level_for(VIEW[1] / mask.shape[0]))
    return stroke


def _stroke_rows() -> list[Row]:
    found: list[Row] = []
    for size, bar in ((100, 0.8), (1000, 0.35)):
        found += _engine_rows(size, bar)
    return found


def _engine_rows(size: int, bar: float) -> list[Row]:
    brush, mask = Brush(size, 0), new_mask(Size(4096, 4096))
    levels = Pyramid(mask)
    levels.settle()
    placed = _placed(mask, brush)
    return [
        _in_turn(
            f"dabs, {size} px, against filled rectangles",
            lambda: _dabs(mask, placed),
            lambda: _fills(mask, placed),
            2.5,
        ),
        _in_turn(
            f"stroke engine, {size} px, against QPainter",
            lambda: _engine(mask, brush, levels),
            lambda: _gradients(size),
            bar,
        ),
    ]


def _in_turn(
    name: str, ours: Callable[[], object], theirs: Callable[[], object], bar: float
) -> Row:
    pairs = [(_ms(ours), _ms(theirs)) for _ in range(2 * ROUNDS)]
    value, baseline = (min(times) for times in zip(*pairs, strict=True))
    return at_most(name, value, "ms", baseline, bar)


def _engine(mask: np.ndarray, brush: Brush, levels: Pyramid) -> None:
    """Dabs, undo tiles and mip levels, as the editor asks for them while a fitted view paints."""
    mask[:] = 0
    _stroke(mask, brush, levels).finish()
    levels.settle()


def _centres(brush: Brush) -> list[Point]:
    """Dab centres along the path's polygon."""
    points = np.array(_path(4096))
    travelled = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    at = np.arange(0, travelled[-1], brush.spacing)
    xs, ys = (np.interp(at, travelled, points[:, axis]) for axis in (0, 1))
    return [Point(x, y) for x, y in zip(xs.tolist(), ys.tolist(), strict=True)]


def _dabs(mask: np.ndarray, placed: list[tuple[Box, np.ndarray]]) -> None:
    for box, kernel in placed:
        area = mask[box.slices]
        cv2.max(area, kernel, area)


def _fills(mask: np.ndarray, placed: list[tuple[Box, np.ndarray]]) -> None:
    for box, _ in placed:
        mask[box.slices] = 255


def _placed(mask: np.ndarray, brush: Brush) -> list[tuple[Box, np.ndarray]]:
    bounds, dab = Box(0, 0, mask.shape[1], mask.shape[0]), Dab(brush)
    found = []
    for centre in _centres(brush):
        kernel, x, y = dab.at(*centre)
        box = Box(x, y, x + kernel.shape[1], y + kernel.shape[0]).intersect(bounds)
        found.append((box, kernel[box.shift(-x, -y).slices]))
    return found


def _gradients(size: int) -> None:
    """The same stroke by QPainter: a radial gradient for each dab, on a mask of Qt's own."""
    image = QImage(4096, 4096, QImage.Format.Format_Alpha8)
    image.fill(0)
    painter, radius = QPainter(image), size / 2
    for x, y in _centres(Brush(size, 0)):
        gradient = QRadialGradient(x, y, radius)
        gradient.setColorAt(0, QColor(255, 255, 255, 255))
        gradient.setColorAt(1, QColor(255, 255, 255, 0))
        painter.fillRect(QRectF(x - radius, y - radius, size, size), gradient)
    painter.end()


def _undo_rows() -> list[Row]:
    mask = new_mask(Size(LARGE, LARGE))
    brush = Brush(100, 0)
    commit, size = min(_fresh_step(mask, brush) for _ in range(ROUNDS))
    copy = best_of(ROUNDS, lambda: _ms(mask.copy))
    limit = 64 * 1024 * 1024
    stack, most = UndoStack(limit_bytes=limit), 0
    rng = np.random.default_rng(7)
    for _ in range(1000):
        stroke = BrushStroke(mask, brush, erase=bool(rng.integers(2)))
        for point in rng.integers(0, LARGE, 2) + np.cumsum(rng.integers(-80, 80, (12, 2)), axis=0):
            stroke.extend(Point(*point.tolist()))
        step = stroke.finish()[1]
        if step is not None:
            stack.push(step)
        most = max(most, stack.byte_count)
    mb = 1024 * 1024
    return [
        at_least(f"full copy against undo commit, {LARGE}²", copy, "ms", commit, 5),
        at_least(
            f"bytes of a full copy against an undo step, {LARGE}²", mask.nbytes, "B", size, 10
        ),
        at_most("undo memory after 1,000 strokes", most / mb, "MB", limit / mb, 1.0),
    ]


def _fresh_step(mask: np.ndarray, brush: Brush) -> tuple[float, int]:
    """Milliseconds that keeping and committing tiles adds to a stroke, and the step's bytes."""
    mask[:] = 0
    stroke = _stroke(mask, brush)
    start = time.process_time()
    step = stroke.finish()[1]
    committed = (time.process_time() - start) * 1e3
    assert step is not None
    return committed, step.byte_count


def _ms(act: Callable[[], object]) -> float:
    """CPU milliseconds of all threads."""
    start = time.process_time()
    act()
    return (time.process_time() - start) * 1e3


def _peak_megabytes() -> float:
    """Of a process of its own that opens a large picture on a canvas and paints."""
    code = "from tests.benchmarks.canvas import report_peak; report_peak()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return float(done.stdout)


def report_peak() -> None:
    """Print the peak resident megabytes after painting on a large picture."""
    app = QApplication([])
    pixels = np.full((LARGE, LARGE, 4), 255, np.uint8)
    editor = Editor()
    canvas = Canvas(editor)
    canvas.resize(*VIEW)
    canvas.show()
    editor.open(Document(Picture(pixels, "white.png")))
    editor.press(Point(100, 100))
    editor.move(Point(5000, 5000))
    editor.release()
    app.processEvents()
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
