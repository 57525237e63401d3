"""A stroke's mask is that of a plain reference rendering, wherever the stroke goes."""

import math

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from inpaint_studio.picture.brush import Brush
from inpaint_studio.picture.geometry import Box, Point, Size
from inpaint_studio.picture.mask import new_mask
from inpaint_studio.picture.strokes import BrushStroke, Curve, Sample

SIZE = Size(170, 130)
# Off round numbers, where reference and stroke could round a tie to different sides.
events = st.lists(
    st.builds(
        lambda x, y: Point(x * 1.00091 + 0.0137, y * 0.99903 + 0.0229),
        st.integers(-60, 230),
        st.integers(-60, 190),
    ),
    min_size=1,
    max_size=6,
)
brushes = st.builds(
    Brush,
    size=st.one_of(st.integers(1, 40), st.integers(1, 400), st.just(2000)),
    hardness=st.integers(0, 100),
    flow=st.integers(1, 100),
)


@settings(max_examples=60)
@given(brushes, events)
@example(Brush(1, 100), [Point(10.2, 10.9)])
@example(Brush(2000, 50), [Point(10.2, 10.9), Point(90.1, 80.3)])
def test_a_stroke_equals_the_reference_rendering(brush, points):
    mask = new_mask(SIZE)
    stroke = BrushStroke(mask, brush)
    for point in points:
        stroke.extend(point)
    stroke.finish()
    difference = mask.astype(int) - reference(brush, polyline(points))
    assert np.abs(difference).max() <= 1


@settings(max_examples=30)
@given(brushes, events)
def test_an_eraser_takes_away_what_a_brush_would_add(brush, points):
    painted, erased = new_mask(SIZE), ~new_mask(SIZE)
    for mask, erase in ((painted, False), (erased, True)):
        stroke = BrushStroke(mask, brush, erase=erase)
        for point in points:
            stroke.extend(point)
        stroke.finish()
    assert np.array_equal(painted, 255 - erased)


@settings(max_examples=30)
@given(brushes, events)
def test_nothing_changes_outside_the_boxes_a_stroke_reports(brush, points):
    mask = new_mask(SIZE)
    stroke = BrushStroke(mask, brush)
    for point in points:
        before = mask.copy()
        box = stroke.extend(point)
        before[box.slices] = mask[box.slices]
        assert np.array_equal(before, mask)
        assert Box.of_size(SIZE).contains(box)


def test_a_pixel_brush_paints_just_the_pixel_under_it():
    mask = new_mask(SIZE)
    stroke = BrushStroke(mask, Brush(1, 100))
    stroke.extend(Point(20.93, 30.08))
    stroke.finish()
    assert np.argwhere(mask).tolist() == [[30, 20]]
    assert mask[30, 20] == 255


def test_going_over_the_same_place_adds_nothing():
    mask = new_mask(SIZE)
    stroke = BrushStroke(mask, Brush(40, 50, flow=60))
    for x in (40, 120, 40, 120, 40):
        stroke.extend(Point(x, 60.0))
    stroke.finish()
    assert mask.max() == 153


@pytest.mark.parametrize("size", [3, 12, 30, 120])
def test_a_curve_between_sparse_events_has_no_corner(size):
    """On a circle of eight events the painted radius keeps within a few percent."""
    mask = new_mask(Size(400, 400))
    stroke = BrushStroke(mask, Brush(size, 100))
    for step in range(17):
        angle = step * math.tau / 8
        stroke.extend(Point(200 + 120 * math.cos(angle), 200 + 120 * math.sin(angle)))
    stroke.finish()
    rows, columns = np.nonzero(mask > 127)
    radii = np.hypot(columns - 199.5, rows - 199.5)
    reached = [radii[_sector(rows, columns, sector)].max() for sector in range(1, 15)]
    assert max(reached) - min(reached) < 0.08 * 120 / 2 + 2


def _sector(rows, columns, sector):
    return (np.arctan2(rows - 199.5, columns - 199.5) % math.tau // (math.tau / 16)) == sector


def test_a_straight_line_is_straight():
    mask = new_mask(SIZE)
    stroke = BrushStroke(mask, Brush(9, 100))
    stroke.extend(Point(20.5, 20.5))
    stroke.straight_to(Point(140.5, 20.5))
    stroke.finish()
    assert (mask[16:25, 20:140] == 255).all()
    assert mask[26:].max() == 0


def test_light_pressure_makes_a_thinner_stroke():
    widths = []
    for pressure in (0.2, 0.6, 1.0):
        mask = new_mask(SIZE)
        stroke = BrushStroke(mask, Brush(60, 100))
        stroke.extend(Point(80, 60), pressure)
        stroke.finish()
        widths.append(np.count_nonzero(mask[60] > 127))
    assert widths[0] < widths[1] < widths[2] == 60


def test_cancelling_puts_everything_back():
    mask = new_mask(SIZE)
    mask[40:90, 30:150] = 77
    before = mask.copy()
    stroke = BrushStroke(mask, Brush(50, 20))
    for x in range(10, 160, 20):
        stroke.extend(Point(x, 60))
    assert not np.array_equal(mask, before)
    box = stroke.cancel()
    assert np.array_equal(mask, before)
    assert not box.is_empty


def test_a_stroke_that_changes_nothing_leaves_no_step():
    mask = ~new_mask(SIZE)
    stroke = BrushStroke(mask, Brush(50))
    stroke.extend(Point(50, 50))
    assert stroke.finish()[1] is None


def polyline(points):
    curve = Curve()
    samples = []
    for point in points:
        samples += curve.extend(Sample(*point))
    return np.array([sample[:2] for sample in [*samples, *curve.finish()]])


def reference(brush, line):
    """Coverage by the definition, in double precision, pixel by pixel."""
    y, x = np.mgrid[: SIZE.height, : SIZE.width] + 0.5
    if brush.size < 20:
        if brush.size < 2:
            line = np.floor(line) + 0.5
        starts = line[:-1] if len(line) > 1 else line
        ends = line[1:] if len(line) > 1 else line
        nearest = [_segment_distance(x, y, a, b) for a, b in zip(starts, ends, strict=True)]
    else:
        nearest = [np.hypot(x - a, y - b) for a, b in _dab_centres(brush, line)]
    return np.floor(_profile(brush, np.min(nearest, axis=0)) * 255 + 0.5).astype(int)


def _profile(brush, distance):
    radius = brush.size / 2
    inner = min(radius * brush.hardness / 100, radius - 0.5)
    fall = np.clip((distance - inner) / (radius + 0.5 - inner), 0, 1)
    return (1 - fall**2) ** 2 * brush.flow / 100


def _segment_distance(x, y, start, end):
    span = end - start
    along = (x - start[0]) * span[0] + (y - start[1]) * span[1]
    along = np.clip(along / max(span @ span, 1e-12), 0, 1)
    return np.hypot(x - start[0] - along * span[0], y - start[1] - along * span[1])


def _dab_centres(brush, line):
    lengths = np.hypot(*np.diff(line, axis=0).T) if len(line) > 1 else np.zeros(0)
    travelled = np.concatenate([[0.0], np.cumsum(lengths)])
    at = np.arange(0, travelled[-1] + 1e-9, brush.spacing)
    phases = 4 if brush.size <= 100 else 2 if brush.size <= 400 else 1
    centres = [np.interp(at, travelled, line[:, axis]) for axis in (0, 1)]
    return np.round(np.stack(centres, axis=1) * phases) / phases
