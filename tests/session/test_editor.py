"""The editor: strokes, tools and undo as a person meets them."""

from functools import partial
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inpaint_studio.picture.brush import Brush
from inpaint_studio.picture.document import Document, Edit
from inpaint_studio.picture.geometry import Box, Point
from inpaint_studio.picture.image_file import Picture
from inpaint_studio.picture.mask_operations import Adjustment, adjusted
from inpaint_studio.session.editor import Editor
from inpaint_studio.session.tools import Modifier, Tool
from tests.support.editing import adjust_mask


def make_document(width=300, height=200):
    return Document(Picture(np.full((height, width, 4), 255, np.uint8), "white.png"))


@pytest.fixture
def editor(qapp):
    editor = Editor()
    editor.open(make_document())
    editor.set_brush(size=30, hardness=100)
    return editor


def paint(editor, *points, **keys):
    editor.press(Point(*points[0]), **keys)
    for point in points[1:]:
        editor.move(Point(*point))
    editor.release()


def test_a_stroke_is_one_labelled_undo_step(editor, qtbot):
    with qtbot.waitSignal(editor.undo_changed):
        paint(editor, (50, 50), (100, 60), (150, 50))
    assert editor.undo_label == "Brush stroke"
    editor.undo()
    assert editor.document.mask.max() == 0
    assert editor.redo_label == "Brush stroke"
    editor.redo()
    assert editor.document.mask[55, 100] == 255


def test_signals_tell_which_box_of_the_mask_changed(editor):
    boxes: list[Box] = []
    editor.mask_changed.connect(boxes.append)
    before = editor.document.mask.copy()
    paint(editor, (50, 50), (100, 60))
    for box in boxes:
        before[box.slices] = editor.document.mask[box.slices]
    assert np.array_equal(before, editor.document.mask)


def test_escape_leaves_mask_and_undo_as_they_were(editor):
    editor.press(Point(50, 50))
    editor.move(Point(90, 90))
    editor.cancel()
    assert editor.document.mask.max() == 0
    assert editor.undo_label is None
    assert not editor.is_painting


def test_alt_takes_the_opposite_tool(editor):
    paint(editor, (50, 50))
    paint(editor, (50, 50), modifiers=Modifier.ALT)
    assert editor.document.mask[50, 50] == 0
    assert editor.undo_label == "Erase"
    assert editor.tool is Tool.BRUSH


def test_the_pens_eraser_end_erases_with_the_brush_in_hand(editor):
    paint(editor, (50, 50))
    paint(editor, (50, 50), eraser_end=True)
    assert editor.document.mask[50, 50] == 0


def test_shift_draws_a_straight_line_from_the_last_stroke(editor):
    paint(editor, (50, 50))
    paint(editor, (250, 50), modifiers=Modifier.SHIFT)
    assert editor.document.mask[50, 50:250].min() == 255
    editor.undo()
    assert editor.document.mask[50, 150] == 0


def test_brush_and_eraser_have_settings_of_their_own(editor):
    editor.set_tool("eraser")
    editor.set_brush(size=77)
    editor.swap()
    assert editor.tool is Tool.BRUSH
    assert editor.brush.size == 30
    assert editor.brush_of(Tool.ERASER).size == 77


def test_settings_are_announced_once_and_only_when_they_change(editor):
    heard = []
    editor.brush_changed.connect(lambda: heard.append(editor.brush))
    editor.set_brush(size=30)
    assert heard == []
    editor.set_brush(size=31, flow=50)
    assert heard == [Brush(31, 100, 50)]


def test_swapping_from_another_tool_takes_the_brush(editor):
    editor.set_tool(Tool.HAND)
    editor.swap()
    assert editor.tool is Tool.BRUSH


def test_tools_that_do_not_paint_leave_the_mask_alone(editor):
    editor.set_tool(Tool.HAND)
    paint(editor, (50, 50), (90, 90))
    assert editor.document.mask.max() == 0


def test_undo_during_a_stroke_takes_back_the_stroke_only(editor):
    paint(editor, (50, 50))
    editor.press(Point(150, 150))
    editor.undo()
    assert editor.document.mask[150, 150] == 0
    assert editor.document.mask[50, 50] == 255


def test_accepting_an_edit_is_undoable_and_announced(editor):
    boxes: list[Box] = []
    editor.picture_changed.connect(boxes.append)
    box = Box(10, 10, 40, 30)
    edit = Edit(box, np.zeros((20, 30, 4), np.uint8), np.full((20, 30), 255, np.uint8))
    editor.accept(edit)
    assert editor.document.composite[15, 15].tolist() == [0, 0, 0, 0]
    editor.undo()
    assert editor.document.composite[15, 15].tolist() == [255, 255, 255, 255]
    assert boxes == [box, box]


def test_opening_and_closing_end_the_stroke_under_way(editor):
    editor.press(Point(50, 50))
    former = editor.document
    editor.open(make_document())
    assert former.mask.max() == 255
    assert former.undo_stack.undo_label == "Brush stroke"
    editor.move(Point(60, 60))
    editor.release()
    assert editor.document.mask.max() == 0
    editor.press(Point(50, 50))
    editor.close()
    editor.move(Point(60, 60))
    editor.release()
    assert editor.document is None
    assert editor.undo_label is None


def test_without_a_document_every_verb_is_harmless(qapp):
    editor = Editor()
    paint(editor, (1, 1), (2, 2))
    for verb in (editor.undo, editor.redo, editor.clear_mask, editor.invert_mask, editor.fill_mask):
        verb()
    assert editor.document is None


def preview(editor, adjustment):
    base = editor.begin_adjusting()
    editor.show_adjusted(*adjusted(base, adjustment), adjustment.label)


def test_shapes_add_subtract_and_intersect_as_one_step_each(editor):
    editor.set_tool(Tool.RECTANGLE)
    paint(editor, (20, 20), (120, 120))
    paint(editor, (60, 60), (160, 160), modifiers=Modifier.SHIFT)
    assert editor.document.mask[30, 30] == editor.document.mask[150, 150] == 255
    paint(editor, (0, 0), (40, 200), modifiers=Modifier.ALT)
    assert editor.document.mask[30, 30] == 0
    paint(editor, (100, 100), (300, 200), modifiers=Modifier.SHIFT | Modifier.CONTROL)
    assert editor.document.mask[90, 90] == 0
    assert editor.document.mask[110, 110] == 255
    labels = []
    while editor.undo_label:
        labels.append(editor.undo_label)
        editor.undo()
    assert labels == ["Rectangle"] * 4
    assert editor.document.mask.max() == 0


def test_the_mask_waits_until_a_shape_is_closed_but_its_line_is_told(editor, qtbot):
    editor.set_tool(Tool.LASSO)
    editor.press(Point(20, 20))
    with qtbot.waitSignal(editor.outline_changed):
        editor.move(Point(120, 30))
    editor.move(Point(60, 150))
    assert len(editor.outline) == 3
    assert editor.document.mask.max() == 0
    editor.release()
    assert editor.outline == ()
    assert editor.document.mask[60, 60] == 255


def test_shift_while_dragging_makes_a_square(editor):
    editor.set_tool(Tool.RECTANGLE)
    editor.press(Point(20, 20))
    editor.move(Point(120, 40), modifiers=Modifier.SHIFT)
    editor.release()
    assert editor.document.mask[110, 110] == 255


def test_a_polygon_is_clicked_together_and_corners_can_be_taken_back(editor):
    editor.set_tool(Tool.POLYGON)
    for corner in ((20, 20), (120, 20), (290, 190), (120, 120)):
        editor.press(Point(*corner))
        editor.release()
        if corner == (290, 190):
            editor.drop_corner()
    editor.move(Point(20, 120))
    assert editor.is_placing_corners
    editor.press(Point(20, 120))
    editor.undo()
    editor.close_path()
    assert editor.undo_label == "Polygon"
    assert editor.document.mask[40, 110] == 255
    assert editor.document.mask[110, 40] == 0


def test_a_polygon_without_corners_is_gone(editor):
    editor.set_tool(Tool.POLYGON)
    editor.press(Point(20, 20))
    editor.drop_corner()
    assert not editor.is_placing_corners
    editor.press(Point(20, 20))
    editor.set_tool(Tool.BRUSH)
    assert not editor.is_placing_corners
    assert editor.undo_label is None


def test_wand_and_fill_select_with_one_click(editor):
    editor.set_tool(Tool.WAND)
    editor.set_wand(tolerance=10, contiguous=False)
    paint(editor, (20, 20), (60, 60))
    assert editor.document.mask.min() == 255
    editor.set_tool(Tool.FILL)
    paint(editor, (20, 20), modifiers=Modifier.ALT)
    assert editor.document.mask.max() == 0
    assert editor.undo_label == "Fill"


def test_adjusting_shows_previews_and_ends_in_one_step(editor, qtbot):
    paint(editor, (100, 100))
    before = editor.document.mask.copy()
    with qtbot.waitSignal(editor.adjusting_changed):
        preview(editor, Adjustment(grow=20))
    preview(editor, Adjustment(feather=12))
    assert editor.is_adjusting
    editor.apply_adjustment()
    assert editor.undo_label == "Feather mask"
    editor.undo()
    assert np.array_equal(editor.document.mask, before)
    preview(editor, Adjustment(grow=20))
    editor.cancel()
    assert np.array_equal(editor.document.mask, before)
    assert editor.undo_label == "Brush stroke"


def test_painting_applies_the_adjustment_that_is_shown(editor):
    paint(editor, (100, 100))
    preview(editor, Adjustment(grow=20))
    paint(editor, (200, 100))
    editor.undo()
    assert editor.undo_label == "Grow mask"


def test_frame_references_and_tool_settings_are_told(editor, qtbot):
    with qtbot.waitSignal(editor.frame_changed):
        editor.set_frame(Box(10, 10, 90, 80))
    assert editor.document.frame == Box(10, 10, 90, 80)
    with qtbot.waitSignal(editor.references_changed):
        editor.set_references([])
    with qtbot.waitSignal(editor.options_changed):
        editor.set_frame_ratio(1.5)
    editor.set_brush(size=300, hardness=3)
    editor.reset_brushes()
    assert editor.brush == Brush()


VERBS: dict[str, Any] = {
    "cancel": lambda editor: editor.cancel(),
    "release": lambda editor: editor.release(),
    "undo": lambda editor: editor.undo(),
    "redo": lambda editor: editor.redo(),
    "swap": lambda editor: editor.swap(),
    "hand": lambda editor: editor.set_tool("hand"),
    "clear": lambda editor: editor.clear_mask(),
    "invert": lambda editor: editor.invert_mask(),
    "resize": lambda editor: editor.resize_brush(3),
    **{tool.value: partial(Editor.set_tool, tool=tool) for tool in Tool},
    "close path": lambda editor: editor.close_path(),
    "drop corner": lambda editor: editor.drop_corner(),
    "adjust": lambda editor: adjust_mask(editor, Adjustment(grow=5, feather=3)),
    "preview": lambda editor: preview(editor, Adjustment(grow=-3)),
    "apply": lambda editor: editor.apply_adjustment(),
}
keys = st.sampled_from([Modifier.NONE, Modifier.SHIFT, Modifier.ALT, Modifier.SHIFT | Modifier.ALT])
points = st.builds(Point, st.floats(-50, 350), st.floats(-50, 250))
storm = st.lists(
    st.one_of(
        st.tuples(st.just("press"), points, keys),
        st.tuples(st.just("move"), points, keys),
        st.tuples(st.sampled_from(sorted(VERBS)), st.none(), keys),
    ),
    max_size=30,
)


@settings(max_examples=60)
@given(storm)
def test_no_storm_of_verbs_tears_the_mask(qapp, storm):
    """Undoing everything ends at the empty mask, redoing everything where the storm ended."""
    editor, document = Editor(), make_document()
    editor.open(document)
    for verb, point, modifiers in storm:
        if point is None:
            VERBS[verb](editor)
        else:
            getattr(editor, verb)(point, modifiers=modifiers)
    editor.set_tool(Tool.HAND)
    editor.set_tool(Tool.BRUSH)
    assert not editor.is_pressed
    assert not editor.is_placing_corners
    end = document.mask.copy()
    redone = 0
    while editor.undo_label is not None:
        editor.undo()
        redone += 1
    assert document.mask.max() == 0
    for _ in range(redone):
        editor.redo()
    assert np.array_equal(document.mask, end)
    levels, fresh = document.mask_levels, make_document().mask_levels
    fresh.rebase(end)
    fresh.touch(Box(0, 0, 300, 200))
    assert np.array_equal(levels.level(levels.depth - 1), fresh.level(fresh.depth - 1))
