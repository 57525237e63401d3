"""The editor: strokes, tools and undo as a person meets them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inpaint_studio.picture.brush import Brush
from inpaint_studio.picture.document import Document, Edit
from inpaint_studio.picture.geometry import Box, Point
from inpaint_studio.picture.image_file import Picture
from inpaint_studio.session.editor import Editor, Modifier, Tool


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


def test_opening_and_closing_drop_the_stroke_under_way(editor):
    editor.press(Point(50, 50))
    former = editor.document
    editor.open(make_document())
    assert former.mask.max() == 0
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


VERBS = {
    "cancel": lambda editor: editor.cancel(),
    "release": lambda editor: editor.release(),
    "undo": lambda editor: editor.undo(),
    "redo": lambda editor: editor.redo(),
    "swap": lambda editor: editor.swap(),
    "hand": lambda editor: editor.set_tool("hand"),
    "clear": lambda editor: editor.clear_mask(),
    "invert": lambda editor: editor.invert_mask(),
    "resize": lambda editor: editor.resize_brush(3),
}
points = st.builds(Point, st.floats(-50, 350), st.floats(-50, 250))
storm = st.lists(
    st.one_of(
        st.tuples(st.just("press"), points),
        st.tuples(st.just("move"), points),
        st.tuples(st.sampled_from(sorted(VERBS)), st.none()),
    ),
    max_size=25,
)


@settings(max_examples=60, deadline=None)
@given(storm)
def test_no_storm_of_verbs_tears_the_mask(qapp, storm):
    """Undoing everything ends at the empty mask, redoing everything where the storm ended."""
    editor, document = Editor(), make_document()
    editor.open(document)
    for verb, point in storm:
        if point is None:
            VERBS[verb](editor)
        else:
            getattr(editor, verb)(point)
    editor.release()
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
