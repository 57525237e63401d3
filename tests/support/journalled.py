"""Documents with a journal, things to do to them, and what they are then."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from inpaint_studio.journal import Journal, Origin
from inpaint_studio.journal.log_file import LogFile
from inpaint_studio.picture.document import Document, Edit
from inpaint_studio.picture.extend import Extension
from inpaint_studio.picture.geometry import Box, Point
from inpaint_studio.picture.image_file import Picture
from inpaint_studio.session.editor import Editor
from inpaint_studio.session.journals import Journals

PATIENCE_S = 20.0
WIDTH, HEIGHT = 300, 200
BOX = Box(50, 40, 150, 120)
State = dict[str, Any]


def picture() -> Picture:
    pixels = np.random.default_rng(5).integers(0, 256, (HEIGHT, WIDTH, 4), np.uint8)
    pixels[..., 3] = 255
    pixels.flags.writeable = False
    return Picture(pixels, "photo.png")


def journaled(
    editor: Editor, folder: Path, source: Picture | None = None
) -> tuple[Journal, list[BaseException | None]]:
    """A new document in the editor, its journal in `folder`, and what that reports."""
    editor.open(Document(source or picture()))
    reports: list[BaseException | None] = []
    log = LogFile(folder / "document")
    journal = Journal(editor.document, Origin("the document"), log, reports.append)
    journal.begin()
    return journal, reports


def kill_journals(journals: Journals) -> None:
    """As if the process had been killed after everything had reached the disk."""
    assert journals.flush(PATIENCE_S)
    for each in journals._open.values():
        each.journal._log.close()
    journals._open.clear()


def edit(colour: int, box: Box = BOX) -> Edit:
    pixels = np.full((box.height, box.width, 4), colour, np.uint8)
    return Edit(box, pixels, np.full((box.height, box.width), 200, np.uint8), f"variant {colour}")


def paint(editor: Editor, x: float, y: float, size: int = 40) -> None:
    editor.set_brush(size=size, hardness=60)
    editor.press(Point(x, y))
    editor.move(Point(x + 60, y + 30))
    editor.release()


def state_of(document: Document) -> State:
    """All that has to come back, in a form that can be compared."""
    stack = document.undo_stack
    return {
        "mask": document.mask.tobytes(),
        "composite": document.composite.tobytes(),
        "edits": [
            (each.box, each.variant_id, each.visible, each.opacity) for each in document.edits
        ],
        "frame": document.frame,
        "depth": stack.depth,
        "labels": (stack.undo_label, stack.redo_label),
    }


def every_undo(document: Document) -> list[State]:
    """The states that undo leads to, and redo from there."""
    states = []
    for go, more in ((document.undo, "undo_label"), (document.redo, "redo_label")):
        while getattr(document.undo_stack, more):
            go()
            states.append(state_of(document))
    return states


def extend(editor: Editor) -> None:
    """Accept a result that reaches past the picture's left and lower edge."""
    document, extension = editor.document, Extension(left=40, bottom=24)
    if document.size.width < 2 * WIDTH:
        past = edit(60, Box(-40, 100, 60, document.size.height + 24))
        rasters = document.extended_rasters(extension, [*document.edits, past])
        editor.extend(rasters, extension, extension.moved(past.box))


Operation = Callable[[Editor], object]
EDITS: tuple[Operation, ...] = (
    lambda editor: editor.accept(edit(30)),
    lambda editor: editor.accept(edit(90, Box(0, 0, 300, 60))),
    lambda editor: editor.accept(edit(120), unmask=edit(120).box),
    extend,
    lambda editor: editor.replace_edits(editor.document.edits[::-1], "Move edit"),
    lambda editor: editor.replace_edits(editor.document.edits[1:], "Remove edit"),
)
MASKS: tuple[Operation, ...] = (
    lambda editor: paint(editor, 20, 30),
    lambda editor: paint(editor, 200, 150, 90),
    lambda editor: paint(editor, 120, 60, 8),
    lambda editor: editor.invert_mask(),
    lambda editor: editor.clear_mask(),
    lambda editor: editor.fill_mask(),
)
OTHERS: tuple[Operation, ...] = (
    lambda editor: editor.undo(),
    lambda editor: editor.undo(),
    lambda editor: editor.redo(),
    lambda editor: editor.set_frame(Box(10, 10, 100, 90)),
    lambda editor: editor.set_frame(None),
)
OPERATIONS = (*MASKS, *EDITS, *OTHERS)
