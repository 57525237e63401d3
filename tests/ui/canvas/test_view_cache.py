"""View caches equal a direct drawing, after whatever was done on the way there."""

from dataclasses import replace

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from inpaint_studio.picture.document import Document, Edit
from inpaint_studio.picture.geometry import Box, Point, Size
from inpaint_studio.picture.image_file import Picture
from inpaint_studio.picture.mask_operations import Adjustment
from inpaint_studio.picture.viewport import Viewport
from inpaint_studio.session.editor import Editor
from inpaint_studio.session.tools import Tool
from inpaint_studio.ui.canvas.colours import DARK
from inpaint_studio.ui.canvas.display import Display
from inpaint_studio.ui.canvas.view_cache import Preview, ViewCache, _hatched, tint_table
from tests.support.editing import adjust_mask

ROUNDED = 1 if int(cv2.__version__.partition(".")[0]) >= 5 else 8
"""Grey levels. OpenCV 4 knows weights in steps of 1/32 only."""

VIEW = Size(260, 180)
PICTURE = Size(731, 517)


def photo(size=PICTURE, *, transparent=False, seed=4):
    rng = np.random.default_rng(seed)
    pixels = rng.integers(0, 256, (size.height, size.width, 4), np.uint8)
    if not transparent:
        pixels[..., 3] = 255
    return pixels


def make_editor(**choices):
    editor = Editor()
    editor.open(Document(Picture(photo(**choices), "noise.png")))
    return editor


def make_display(editor, ratio=1.0):
    document = editor.document
    display = Display(document, Viewport(document.size, VIEW, ratio).fitted(), DARK)
    editor.mask_changed.connect(display.mask_changed)
    editor.picture_changed.connect(display.picture_changed)
    return display


def words(image):
    if image is None:
        return np.zeros((VIEW.height, VIEW.width, 4), np.uint8)
    assert image.bytesPerLine() == image.width() * 4
    pixels = np.frombuffer(image.constBits(), np.uint8)
    return pixels.reshape(image.height(), image.width(), 4).copy()


def assert_as_drawn_directly(display):
    fresh = ViewCache(VIEW)
    fresh.draw(display.scene)
    for layer in ("photo", "overlay", "preview"):
        shown, drawn = (words(getattr(cache, layer)) for cache in (display.cache, fresh))
        difference = np.abs(shown.astype(int) - drawn)
        # A part of the view rounds its interpolation weights anew: one grey level, and one more
        # where transparency is rounded too.
        assert difference.max() <= ROUNDED + (not display.scene.picture.opaque), layer


points = st.builds(Point, st.integers(-40, PICTURE.width + 40), st.integers(-40, PICTURE.height))
actions = st.lists(
    st.one_of(
        st.tuples(st.just("stroke"), st.lists(points, min_size=1, max_size=4)),
        st.tuples(st.just("lasso"), st.lists(points, min_size=3, max_size=5)),
        st.tuples(st.just("adjust"), st.integers(-20, 20)),
        st.tuples(st.just("pan"), st.tuples(st.integers(-300, 300), st.integers(-200, 200))),
        st.tuples(st.just("zoom"), st.sampled_from([0.2, 0.33, 0.5, 0.7, 1, 1.37, 3, 4.7, 9, 30])),
        st.tuples(st.sampled_from(["undo", "redo", "invert", "quick"]), st.none()),
        st.tuples(st.just("preview"), st.tuples(st.integers(0, 500), st.integers(0, 300))),
        st.tuples(st.just("accept"), st.tuples(st.integers(0, 500), st.integers(0, 300))),
    ),
    max_size=9,
)


def patch(corner):
    x, y = corner
    box = Box(x, y, x + 201, y + 150)
    rng = np.random.default_rng(corner)
    pixels = rng.integers(0, 256, (box.height, box.width, 4), np.uint8)
    return box, pixels, rng.integers(0, 256, (box.height, box.width), np.uint8)


def paint(editor, action, detail):
    editor.set_tool(Tool.LASSO if action == "lasso" else Tool.BRUSH)
    if action == "adjust":
        adjust_mask(editor, Adjustment(grow=detail, feather=abs(detail) // 2))
        return
    editor.press(detail[0])
    for point in detail[1:]:
        editor.move(point)
    editor.release()


def act(editor, display, action, detail):
    if action in ("stroke", "lasso", "adjust"):
        paint(editor, action, detail)
    elif action == "pan":
        display.pan(display.viewport.panned(*detail))
    elif action == "zoom":
        display.zoom(display.viewport.zoomed(detail))
        display.settle()
    elif action == "quick":
        display.zoom(display.viewport.stepped(1))
    elif action == "preview":
        box, pixels, blend = patch(detail)
        display.show_preview(Preview(pixels, blend, box), fade=False)
    elif action == "accept":
        box, pixels, blend = patch(detail)
        editor.accept(Edit(box, pixels, blend))
    else:
        getattr(editor, {"invert": "invert_mask"}.get(action, action))()


@settings(max_examples=60)
@given(actions, st.booleans(), st.sampled_from([1.0, 1.5]))
def test_caches_equal_a_direct_drawing_after_any_sequence(qapp, actions, transparent, ratio):
    editor = make_editor(transparent=transparent)
    editor.set_brush(size=60, hardness=40)
    display = make_display(editor, ratio)
    for action, detail in actions:
        act(editor, display, action, detail)
    if display.quick:
        display.settle()
    assert_as_drawn_directly(display)


@pytest.mark.parametrize("scale", [0.26, 0.49, 0.51, 0.98, 1.9, 2.9, 3.1])
def test_what_is_redrawn_reaches_as_far_as_interpolation_does(qapp, scale):
    editor = make_editor()
    display = make_display(editor)
    display.zoom(display.viewport.zoomed(scale))
    display.settle()
    for at in range(12):
        x, y = 330 + at * 7, 250 + at * 3
        editor.document.mask[y, x] = 255
        editor.document.mask_touched(Box(x, y, x + 1, y + 1))
        display.mask_changed(Box(x, y, x + 1, y + 1))
        assert_as_drawn_directly(display)


def look_at(editor, scale, left, top):
    display = make_display(editor)
    display.zoom(replace(display.viewport, scale=scale, left=left, top=top))
    display.settle()
    return words(display.cache.photo)[..., :3], words(display.cache.overlay)


def test_at_one_hundred_percent_every_pixel_is_the_pictures_own(qapp):
    editor = make_editor()
    shown, _ = look_at(editor, 1.0, -40, -30)
    assert np.array_equal(shown, editor.document.composite[30:210, 40:300, :3])


def test_enlarged_pixels_are_squares(qapp):
    editor = make_editor()
    shown, _ = look_at(editor, 4.0, -40, -80)
    part = editor.document.composite[20:65, 10:75, :3]
    assert np.array_equal(shown, part.repeat(4, axis=0).repeat(4, axis=1))


def test_reduced_pixels_are_means(qapp):
    editor = make_editor(size=Size(1040, 720))
    shown, _ = look_at(editor, 0.25, 0, 0)
    blocks = editor.document.composite[..., :3].reshape(180, 4, 260, 4, 3).astype(float)
    assert np.abs(shown - blocks.mean(axis=(1, 3))).max() <= 1.0


def test_the_tint_is_the_masks_coverage(qapp):
    editor = make_editor()
    editor.document.mask[:] = np.arange(PICTURE.width).astype(np.uint8)
    _, tint = look_at(editor, 1.0, 0, 0)
    expected = tint_table(DARK)[editor.document.mask[: VIEW.height, : VIEW.width]]
    assert np.array_equal(tint.view(np.uint32)[..., 0], expected)
    assert tint[0, 255].tolist()[::-1] == [115, 115, 27, 51]


def test_transparent_pixels_show_a_checkerboard_that_goes_with_the_picture(qapp):
    editor = make_editor(transparent=True)
    editor.document.source.pixels[..., 3] = 0
    editor.document.picture_levels.touch(Box.of_size(PICTURE))
    shown, _ = look_at(editor, 1.0, 5, 3)
    assert {tuple(pixel) for pixel in shown[3:, 5:].reshape(-1, 3).tolist()} == {
        (0xCF, 0xCF, 0xCF),
        (0xA9, 0xA9, 0xA9),
    }
    assert (shown[3:11, 5:13] == shown[3, 5]).all()
    assert (shown[3, 13] != shown[3, 5]).all()
    assert shown[0, 0].tolist() == [0x17, 0x15, 0x14]


def test_lines_part_the_pixels_from_eight_hundred_percent(qapp):
    editor = make_editor()
    shown, _ = look_at(editor, 10.0, 0, 0)
    assert (shown[5, 11:20] == shown[5, 11]).all()
    assert (shown[5, 10] != shown[5, 11]).all()
    below, _ = look_at(editor, 7.9, 0, 0)
    assert (below[3, 1:7] == below[3, 0]).all()


def test_a_preview_shows_through_its_blend_without_touching_the_document(qapp):
    editor = make_editor()
    before = editor.document.composite.copy()
    display = make_display(editor)
    display.zoom(replace(display.viewport, scale=1.0, left=0, top=0))
    display.settle()
    box = Box(20, 30, 60, 50)
    pixels = np.full((20, 40, 4), (0, 0, 200, 255), np.uint8)
    blend = np.zeros((20, 40), np.uint8)
    blend[:, 20:] = 255
    area = display.show_preview(Preview(pixels, blend, box), fade=False)
    shown = words(display.cache.preview)
    assert shown[40, 50].tolist() == [0, 0, 200, 255]
    assert shown[40, 30].tolist() == [0, 0, 0, 0]
    assert box.grow(3).contains(area)
    assert np.array_equal(editor.document.composite, before)
    display.show_preview(None, fade=False)
    assert words(display.cache.preview).max() == 0


def test_a_fade_goes_from_the_former_preview_to_the_new_one(qapp):
    editor = make_editor()
    display = make_display(editor)
    box = Box(0, 0, *PICTURE)
    shape = (PICTURE.height, PICTURE.width, 4)
    dark, white = (np.full(shape, (grey, grey, grey, 255), np.uint8) for grey in (51, 255))
    display.show_preview(Preview(dark, None, box), fade=False)
    display.show_preview(Preview(white, None, box), fade=True)
    seen = []
    for progress in (0.0, 0.5, 1.0):
        display.set_fade(progress)
        image = display.layers(preview=True, mask=False)[1].image
        seen.append(QImage(image).pixelColor(image.width() // 2, image.height() // 2).red())
    assert seen[0] == 51
    assert seen[1] == pytest.approx(153, abs=1)
    assert seen[2] == 255


def test_a_hatched_tint_keeps_its_stripes_on_the_picture() -> None:
    words = np.full((20, 40), 7, np.uint32)
    picture = Box(3, 2, 200, 200)

    drawn = _hatched(words, Box(10, 5, 50, 25), picture)
    moved = _hatched(words, Box(14, 5, 54, 25), picture.shift(4, 0))

    assert set(np.unique(drawn)) == {0, 7}
    assert (drawn == moved).all()
