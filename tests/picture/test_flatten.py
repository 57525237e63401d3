from __future__ import annotations

import numpy as np
import pytest

from inpaint_studio.picture.document import Document, Edit
from inpaint_studio.picture.flatten import flattened
from inpaint_studio.picture.geometry import Box
from inpaint_studio.picture.image_file import Picture


def _document() -> Document:
    rng = np.random.default_rng(1)
    pixels = rng.integers(0, 256, (40, 60, 4), np.uint8)
    pixels[..., 3] = 255
    pixels.flags.writeable = False
    return Document(Picture(pixels, "noise"))


def _edit(box: Box, seed: int, **changes: object) -> Edit:
    rng = np.random.default_rng(seed)
    pixels = rng.integers(0, 256, (box.height, box.width, 4), np.uint8)
    pixels[..., 3] = 255
    blend = rng.choice(np.array([0, 0, 90, 255], np.uint8), (box.height, box.width))
    return Edit(box=box, pixels=pixels, blend=blend, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("opacity", [1.0, 0.4])
def test_a_merged_stack_shows_the_same_picture_and_keeps_the_rest(opacity: float) -> None:
    document = _document()
    document.accept(_edit(Box(5, 5, 30, 25), 2, opacity=opacity))
    document.accept(_edit(Box(20, 10, 50, 38), 3))
    before = document.composite.copy()
    document.replace_edits(flattened(document), "Merge")
    (one,) = document.edits
    assert np.array_equal(document.composite, before)
    covered = np.zeros((40, 60), bool)
    covered[one.box.slices] = one.blend > 0
    assert np.array_equal(document.composite[~covered], document.source.pixels[~covered])
    document.undo()
    assert len(document.edits) == 2


def test_hidden_edits_stay_as_they_are() -> None:
    document = _document()
    hidden = _edit(Box(0, 0, 10, 10), 4, visible=False)
    for edit in (_edit(Box(2, 2, 20, 20), 5), hidden, _edit(Box(8, 8, 30, 30), 6)):
        document.accept(edit)
    one, kept = flattened(document)
    assert kept is hidden
    assert one.visible


def test_a_single_edit_is_left_alone() -> None:
    document = _document()
    document.accept(_edit(Box(2, 2, 20, 20), 5))
    assert flattened(document) == document.edits
