"""The document never touches its source, and every change of it can be undone."""

from dataclasses import replace

import numpy as np
import pytest

from inpaint_studio.picture.brush import Brush
from inpaint_studio.picture.document import Document, Edit
from inpaint_studio.picture.geometry import Box, Point
from inpaint_studio.picture.image_file import Picture

BOX = Box(50, 40, 150, 120)


@pytest.fixture
def source():
    pixels = np.random.default_rng(3).integers(0, 256, (200, 300, 4), np.uint8)
    pixels[..., 3] = 255
    pixels.flags.writeable = False
    return Picture(pixels, "photo.png")


@pytest.fixture
def document(source):
    return Document(source)


def edit(colour=(10, 20, 30, 255), blend=255, box=BOX, **choices):
    pixels = np.full((box.height, box.width, 4), colour, np.uint8)
    return Edit(box, pixels, np.full((box.height, box.width), blend, np.uint8), **choices)


def test_without_edits_the_composite_is_the_sources_own_array(document, source):
    assert document.composite is source.pixels
    assert not document.dirty


def test_an_accepted_edit_shows_inside_its_box_only(document, source):
    before = source.pixels.copy()
    change = document.accept(edit())
    assert change.picture == BOX
    assert (document.composite[BOX.slices] == (10, 20, 30, 255)).all()
    outside = np.ones(before.shape[:2], bool)
    outside[BOX.slices] = False
    assert np.array_equal(document.composite[outside], before[outside])
    assert np.array_equal(source.pixels, before)
    assert document.dirty


def test_accepting_is_undone_to_the_source_itself(document, source):
    document.accept(edit())
    assert document.undo().picture == BOX
    assert document.composite is source.pixels
    assert document.edits == ()
    document.redo()
    assert len(document.edits) == 1
    assert (document.composite[BOX.slices] == (10, 20, 30, 255)).all()


def test_edits_lie_over_each_other_in_order(document):
    document.accept(edit((1, 1, 1, 255)))
    upper = edit((9, 9, 9, 255), box=Box(100, 80, 200, 160))
    document.accept(upper)
    assert document.composite[100, 120].tolist() == [9, 9, 9, 255]
    assert document.composite[50, 60].tolist() == [1, 1, 1, 255]
    change = document.replace_edits(document.edits[::-1], "Reorder edits")
    assert document.composite[100, 120].tolist() == [1, 1, 1, 255]
    assert change.picture == Box(50, 40, 200, 160)


def test_a_hidden_edit_shows_nothing_and_opacity_weighs(document, source):
    layer = edit((0, 0, 0, 255), opacity=0.5)
    document.accept(layer)
    expected = source.pixels[60, 60, :3] / 2
    assert document.composite[60, 60, :3] == pytest.approx(expected, abs=1)
    document.replace_edits([replace(layer, visible=False)], "Hide edit")
    assert np.array_equal(document.composite, source.pixels)


def test_a_blend_of_nothing_keeps_every_byte(document, source):
    document.accept(edit(blend=0))
    assert np.array_equal(document.composite, source.pixels)


def test_mip_levels_follow_edits_and_masks(document):
    document.accept(edit())
    assert document.picture_levels.level(1)[40, 50].tolist() == [10, 20, 30, 255]
    document.undo()
    assert document.picture_levels.level(0) is document.composite
    document.fill_mask()
    assert document.mask_levels.level(1).min() == 255


def test_mask_verbs_are_one_labelled_step_each(document):
    document.fill_mask()
    assert document.undo_stack.undo_label == "Mask all"
    document.clear_mask()
    assert document.mask.max() == 0
    document.invert_mask()
    assert document.mask.min() == 255
    for value in (0, 255, 0):
        document.undo()
        assert (document.mask == value).all()
    assert document.undo_stack.undo_label is None


def test_clearing_an_empty_mask_is_no_step(document):
    assert document.clear_mask().mask.is_empty
    assert document.undo_stack.undo_label is None
    assert not document.dirty


def test_a_snapshot_is_left_alone_by_what_comes_after(document):
    document.accept(edit())
    snapshot = document.snapshot()
    pixels, mask = snapshot.pixels.copy(), snapshot.mask.copy()
    document.fill_mask()
    document.accept(edit((200, 200, 200, 255)))
    assert np.array_equal(snapshot.pixels, pixels)
    assert np.array_equal(snapshot.mask, mask)


def test_saving_clears_the_dirty_flag_until_the_next_change(document):
    stroke = document.brush_stroke(Brush(20))
    document.mask_touched(stroke.extend(Point(50, 50)))
    assert document.dirty
    document.mark_saved()
    assert not document.dirty
    document.invert_mask()
    assert document.dirty
