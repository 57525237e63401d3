"""A document that grows keeps every bit of what it was, and gets all of it back on undo."""

from __future__ import annotations

import weakref

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inpaint_studio.errors import ImageError
from inpaint_studio.picture.brush import Brush
from inpaint_studio.picture.document import Document, Edit
from inpaint_studio.picture.extend import Extension
from inpaint_studio.picture.geometry import EMPTY_BOX, Box, Point, Size
from inpaint_studio.picture.image_file import Picture
from tests.support.colour_profiles import swapped_primaries

lengths = st.integers(0, 40)
extensions = st.builds(Extension, lengths, lengths, lengths, lengths)


def opened(width: int, height: int, alpha: int = 255, icc_profile: bytes | None = None) -> Document:
    pixels = np.random.default_rng(7).integers(0, 256, (height, width, 4), np.uint8)
    pixels[..., 3] = alpha
    pixels.flags.writeable = False
    return Document(Picture(pixels, "noise.png", icc_profile=icc_profile))


def edit_of(box: Box, coverage: int = 255) -> Edit:
    pixels = np.full((box.height, box.width, 4), (9, 90, 200, 255), np.uint8)
    return Edit(box, pixels, np.full((box.height, box.width), coverage, np.uint8))


def extend(document: Document, extension: Extension, edit: Edit | None = None) -> None:
    edits = (*document.edits, *((edit,) if edit else ()))
    rasters = document.extended_rasters(extension, edits)
    filled = extension.moved(edit.box) if edit else Box.of_size(rasters.size)
    document.extend(rasters, extension, filled)


@settings(max_examples=60)
@given(st.builds(Size, st.integers(8, 90), st.integers(8, 90)), extensions, st.integers(0, 254))
def test_outside_the_blend_every_old_pixel_stays(
    size: Size, extension: Extension, coverage: int
) -> None:
    document = opened(*size, alpha=200)
    before = document.composite.tobytes()
    source = document.source.pixels
    box = Box(size.width - 5, 2, size.width + extension.right, 7)
    edit = edit_of(box)
    edit.blend[:, :2] = 0
    edit.blend[:, 2:] = coverage + 1
    extend(document, extension, edit)
    kept = np.ones((size.height, size.width), bool)
    kept[2:7, -3:] = False
    old = extension.old_box(size).slices
    assert np.array_equal(document.composite[old][kept], source[kept])
    assert document.source.pixels[old].tobytes() == before
    document.undo()
    assert document.composite.tobytes() == before
    assert document.size == size


def test_mask_edits_and_older_steps_go_along() -> None:
    document = opened(300, 200)
    stroke = document.brush_stroke(Brush(size=20))
    stroke.extend(Point(150, 100), 1.0)
    _, step = stroke.finish()
    assert step is not None
    document.undo_stack.push(step)
    painted = document.mask.copy()
    document.accept(edit_of(Box(10, 20, 40, 60)))

    extend(document, Extension(left=64, top=8), edit_of(Box(-64, 0, 30, 200)))
    assert [edit.box for edit in document.edits] == [Box(74, 28, 104, 68), Box(0, 8, 94, 208)]
    assert np.array_equal(document.mask[8:, 64:], painted)
    assert document.original == Box(64, 8, 364, 208)
    document.clear_mask()

    document.undo()
    assert document.mask.any()
    assert document.undo().corner == (-64, -8)
    assert [edit.box for edit in document.edits] == [Box(10, 20, 40, 60)]
    assert np.array_equal(document.mask, painted)
    document.undo()
    document.undo()
    assert not document.mask.any()
    assert document.composite is document.source.pixels
    for _ in range(4):
        document.redo()
    assert document.size == Size(364, 208)
    assert not document.mask.any()


def test_what_no_result_has_filled_is_masked_and_transparent() -> None:
    document = opened(100, 100)
    extend(document, Extension(right=80), edit_of(Box(60, 0, 140, 100)))
    assert np.all(document.mask[:, 140:] == 255)
    assert not document.mask[:, :140].any()
    assert not document.composite[:, 140:, 3].any()
    assert np.array_equal(document.composite[:, 140:, :3], document.source.pixels[:, 140:, :3])


def test_the_view_is_drawn_from_the_grown_picture() -> None:
    document = opened(300, 200)
    extend(document, Extension(bottom=40), edit_of(Box(0, 190, 300, 240)))
    assert document.picture_levels.level(0) is document.composite
    assert document.mask_levels.level(0) is document.mask
    assert document.picture_levels.level(1).shape[:2] == (120, 150)


def test_too_large_a_picture_is_refused_and_nothing_has_changed() -> None:
    document = opened(300, 200)
    with pytest.raises(ImageError, match="Extend it by less"):
        extend(document, Extension(right=40_000))
    assert document.size == Size(300, 200)
    assert document.undo_stack.undo_label is None


def test_accepting_a_part_clears_its_mask_in_the_same_step() -> None:
    document = opened(100, 100)
    document.fill_mask()
    change = document.accept(edit_of(Box(0, 0, 50, 100)), unmask=Box(0, 0, 50, 100))
    assert change.picture == Box(0, 0, 50, 100)
    assert change.mask.contains(change.picture)
    assert not document.mask[:, :50].any()
    assert document.mask[:, 50:].all()
    document.undo()
    assert document.mask.all()
    assert not document.edits
    document.redo()
    assert not document.mask[:, :50].any()
    assert len(document.edits) == 1


def test_room_made_beforehand_is_what_the_first_edit_takes() -> None:
    document = opened(100, 100)
    document.make_room()
    held = document.composite
    assert held is document.source.pixels
    document.accept(edit_of(Box(0, 0, 50, 100)))
    taken = document.composite
    document.undo()
    assert document.composite is document.source.pixels
    assert np.array_equal(taken, document.source.pixels)
    document.redo()
    assert document.composite is taken


def test_a_frame_past_the_edge_and_chosen_sides_add_up() -> None:
    document = opened(100, 100)
    assert document.pending_extension.is_nothing
    document.frame = Box(-20, 10, 80, 90)
    document.extension = Extension(left=5, bottom=30)
    assert document.pending_extension == Extension(left=20, bottom=30)
    assert document.undo().mask == EMPTY_BOX


def seen(document: Document) -> list[bytes]:
    """All that a view of it can be drawn from."""
    composite, levels = document.composite.tobytes(), document.picture_levels
    return [composite, *(levels.level(n).tobytes() for n in range(levels.depth))]


@pytest.mark.parametrize("icc_profile", [None, swapped_primaries()], ids=["sRGB", "profile"])
def test_what_rests_is_shown_again_as_it_was(icc_profile: bytes | None) -> None:
    first, second = edit_of(Box(10, 20, 300, 260)), edit_of(Box(250, 100, 690, 333), coverage=120)
    resting, awake = (opened(700, 500, icc_profile=icc_profile) for _ in range(2))
    for document in (resting, awake):
        document.accept(first)
    copied = weakref.ref(resting.composite)
    resting.rest()
    assert copied() is None
    assert seen(resting) == seen(awake)
    resting.rest()
    for document in (resting, awake):
        document.accept(second)
    assert seen(resting) == seen(awake)
    for document in (resting, awake):
        document.undo()
        document.undo()
    resting.rest()
    assert seen(resting) == seen(awake)


def test_a_picture_that_grew_holds_its_old_pixels_once() -> None:
    document = opened(300, 200)
    before, old = seen(document), weakref.ref(document.source.pixels)
    extend(document, Extension(left=20, bottom=33), edit_of(Box(-20, 0, 30, 200)))
    after = seen(document)
    assert old() is None
    document.undo()
    assert seen(document) == before
    document.redo()
    assert seen(document) == after
