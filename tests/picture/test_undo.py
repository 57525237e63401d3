"""Undo keeps what a change overwrote, in few bytes, and forgets the oldest first."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from inpaint_studio.picture.geometry import Box, Size
from inpaint_studio.picture.mask import new_mask
from inpaint_studio.picture.undo import TILE_PX, TileRecorder, UndoStack

SIZE = Size(300, 270)
boxes = st.builds(
    lambda x, y, w, h: Box(x, y, min(x + w, SIZE.width), min(y + h, SIZE.height)),
    st.integers(0, SIZE.width - 1),
    st.integers(0, SIZE.height - 1),
    st.integers(1, 200),
    st.integers(1, 200),
)


def change(mask, stack, boxes_and_values, label="Change"):
    recorder = TileRecorder(mask)
    for box, value in boxes_and_values:
        recorder.keep(box.x0, box.y0, box.x1, box.y1)
        mask[box.slices] = value
    step = recorder.step(label)
    if step is not None:
        stack.push(step)


@settings(max_examples=60)
@given(st.lists(st.lists(st.tuples(boxes, st.integers(0, 255)), min_size=1), max_size=6))
def test_undoing_and_redoing_all_goes_through_the_same_states(changes):
    mask, stack = new_mask(SIZE), UndoStack()
    states = [mask.copy()]
    for one in changes:
        change(mask, stack, one)
        if not np.array_equal(states[-1], mask):
            states.append(mask.copy())
    for state in reversed(states[:-1]):
        stack.undo()
        assert np.array_equal(mask, state)
    assert stack.undo_label is None
    for state in states[1:]:
        stack.redo()
        assert np.array_equal(mask, state)
    assert stack.redo_label is None


def test_only_touched_tiles_are_kept():
    mask, stack = new_mask(Size(2048, 2048)), UndoStack()
    mask[:] = np.arange(2048, dtype=np.uint16).astype(np.uint8)
    change(mask, stack, [(Box(130, 130, 140, 140), 9)])
    assert 0 < stack.byte_count <= TILE_PX * TILE_PX  # a worker packs it sooner or later


def test_flat_tiles_cost_next_to_nothing():
    mask, stack = new_mask(Size(2048, 2048)), UndoStack()
    change(mask, stack, [(Box(0, 0, 2048, 2048), 255)])
    assert stack.byte_count <= 16 * 16
    stack.undo()
    assert mask.max() == 0


def test_the_oldest_steps_are_forgotten_beyond_the_limit():
    rng = np.random.default_rng(1)
    mask = rng.integers(0, 255, (512, 512), np.uint8)
    # Packed, noise takes some bytes more than it does unpacked.
    stack = UndoStack(limit_bytes=11 * TILE_PX * TILE_PX // 2)
    for index in range(50):
        noise = rng.integers(0, 255, (128, 128), np.uint8)
        change(mask, stack, [(Box(0, 0, 128, 128), noise)], f"Step {index}")
        stack.settle()
        assert stack.byte_count <= stack.limit_bytes
    labels = []
    while stack.undo_label is not None:
        labels.append(stack.undo_label)
        stack.undo()
    assert labels == [f"Step {index}" for index in (49, 48, 47, 46, 45)]


def test_the_newest_step_stays_even_if_it_alone_exceeds_the_limit():
    mask = np.random.default_rng(1).integers(0, 255, (512, 512), np.uint8)
    stack = UndoStack(limit_bytes=100)
    change(mask, stack, [(Box(0, 0, 512, 512), 0)])
    assert stack.undo_label == "Change"


def test_a_new_change_ends_redo():
    mask, stack = new_mask(SIZE), UndoStack()
    change(mask, stack, [(Box(0, 0, 9, 9), 1)])
    stack.undo()
    change(mask, stack, [(Box(0, 0, 9, 9), 2)])
    assert stack.redo_label is None


def test_undoing_nothing_changes_nothing():
    assert UndoStack().undo().mask.is_empty
    assert UndoStack().redo().picture.is_empty


def test_steps_are_compressed_in_a_worker_and_still_undo():
    rng = np.random.default_rng(2)
    mask = new_mask(Size(700, 500))
    soft = np.tile(np.arange(256, dtype=np.uint8), (500, 3))[:, :700]
    stack, states = UndoStack(), [mask.copy()]
    for _ in range(5):
        recorder = TileRecorder(mask)
        x, y = rng.integers(0, 400, 2).tolist()
        recorder.keep(x, y, x + 200, y + 100)
        mask[y : y + 100, x : x + 200] = soft[y : y + 100, x : x + 200]
        stack.push(recorder.step("Soft"))
        states.append(mask.copy())
    stack.settle()
    raw = stack.byte_count
    for state in reversed(states[:-1]):
        stack.undo()
        assert np.array_equal(mask, state)
    for state in states[1:]:
        stack.redo()
        assert np.array_equal(mask, state)
    stack.settle()
    assert stack.byte_count <= raw < 5 * 6 * 128 * 128 / 3


def test_swapping_while_a_worker_compresses_loses_nothing():
    mask = np.random.default_rng(1).integers(0, 4, (1024, 1024), np.uint8)
    first = mask.copy()
    recorder = TileRecorder(mask)
    recorder.keep(0, 0, 1024, 1024)
    mask[:] = 255 - mask
    second = mask.copy()
    step = recorder.step("Invert")
    with ThreadPoolExecutor(1) as worker:
        for _ in range(20):
            busy = worker.submit(step.compress)
            step.swap()
            assert np.array_equal(mask, first)
            step.swap()
            assert np.array_equal(mask, second)
            busy.result()
