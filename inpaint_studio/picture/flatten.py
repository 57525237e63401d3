"""Flattening: several edits made into one that shows the very same picture."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from inpaint_studio.picture.document import Document, Edit
from inpaint_studio.picture.geometry import EMPTY_BOX


def flattened(document: Document) -> Sequence[Edit]:
    """The document's edits with all visible ones flattened into one at the place of the lowest.

    The flattened edit holds the pixels as they are seen and covers fully whatever any of them
    covered: where none did, the source still comes through bit for bit.
    """
    visible = [edit for edit in document.edits if edit.visible and edit.opacity > 0]
    if len(visible) < 2:
        return document.edits
    box = EMPTY_BOX
    for edit in visible:
        box = box.union(edit.box)
    blend = np.zeros((box.height, box.width), np.uint8)
    for edit in visible:
        inside = edit.box.shift(-box.x0, -box.y0).slices
        blend[inside] = np.where(edit.blend > 0, 255, blend[inside])
    one = Edit(box=box, pixels=document.composite[box.slices].copy(), blend=blend)
    position = document.edits.index(visible[0])
    hidden = [edit for edit in document.edits if edit not in visible]
    below = sum(edit in hidden for edit in document.edits[:position])
    return [*hidden[:below], one, *hidden[below:]]
