"""The document: source, references, mask, frame, the accepted edits above the source, and undo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from inpaint_studio.phrase import Phrase
from inpaint_studio.picture.brush import Brush
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.composite import composite
from inpaint_studio.picture.display_colour import display_transform
from inpaint_studio.picture.geometry import EMPTY_BOX, Box, Size
from inpaint_studio.picture.image_file import Picture
from inpaint_studio.picture.mask import Mask, new_mask
from inpaint_studio.picture.pyramid import Pyramid
from inpaint_studio.picture.reference import Reference
from inpaint_studio.picture.strokes import BrushStroke
from inpaint_studio.picture.undo import Change, TileRecorder, TileStep, UndoStack


@dataclass(frozen=True, slots=True, eq=False)
class Edit:
    """A result accepted into the picture, as a layer.

    `pixels` (BGRA) and `blend` (coverage) are of the size of `box`, which lies inside the picture.
    `opacity` is 0–1; `variant_id` names the history's record of where it came from.
    """

    box: Box
    pixels: Pixels
    blend: Mask
    variant_id: str | None = None
    visible: bool = True
    opacity: float = 1.0

    @property
    def byte_count(self) -> int:
        """Memory its arrays take."""
        return self.pixels.nbytes + self.blend.nbytes


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """The picture (BGRA) and mask of one moment, which later strokes and edits leave alone."""

    pixels: Pixels
    mask: Mask


class Document:
    """One picture being edited.

    `mask` is changed in place. `picture_levels` and `mask_levels` are the mip levels a view is
    drawn from; those of the picture hold sRGB, whatever the source's profile: pixels that are sent
    and saved are the source's own numbers. `frame` is one drawn by hand, None where it follows the
    mask. `dirty` tells whether anything changed since `mark_saved`.
    """

    def __init__(self, source: Picture, *, undo: UndoStack | None = None) -> None:
        self.source = source
        self.mask = new_mask(source.size)
        self.undo_stack = undo or UndoStack()
        self.dirty = False
        self.frame: Box | None = None
        self.references: tuple[Reference, ...] = ()
        self._to_display = display_transform(source.icc_profile)
        self._shown = self.shown(source.pixels)
        self.picture_levels = Pyramid(self._shown)
        self.mask_levels = Pyramid(self.mask)
        self.picture_levels.settle()
        self._edits: tuple[Edit, ...] = ()
        self._flattened: Pixels | None = None

    @property
    def size(self) -> Size:
        """Of the picture, and so of the mask."""
        return self.source.size

    @property
    def source_view(self) -> Pixels:
        """The source's pixels (BGRA), read-only and never changed by an edit."""
        view = self.source.pixels.view()
        view.flags.writeable = False
        return view

    @property
    def edits(self) -> tuple[Edit, ...]:
        """Accepted edits, the lowest first."""
        return self._edits

    @property
    def composite(self) -> Pixels:
        """The picture with all visible edits; the source's own array while there are none."""
        return self.source.pixels if self._flattened is None else self._flattened

    def shown(self, pixels: Pixels) -> Pixels:
        """Pixels in the source's colours (BGRA) as the screen takes them, in sRGB."""
        return pixels if self._to_display is None else self._to_display(pixels)

    def snapshot(self) -> Snapshot:
        """Picture and mask as they are now, safe to read in another thread."""
        pixels = self.source.pixels if self._flattened is None else self._flattened.copy()
        return Snapshot(pixels, self.mask.copy())

    def mark_saved(self) -> None:
        """What is there now is on disk."""
        self.dirty = False

    def brush_stroke(self, brush: Brush, *, erase: bool = False) -> BrushStroke:
        """A stroke into the mask; report what it changes with `mask_touched`."""
        return BrushStroke(self.mask, brush, erase=erase)

    def mask_touched(self, box: Box) -> Change:
        """The mask changed inside `box`: mip levels follow."""
        self.mask_levels.touch(box)
        self.dirty = self.dirty or not box.is_empty
        return Change(mask=box)

    def clear_mask(self) -> Change:
        """Nothing is to be edited."""
        return self._set_mask(Phrase("Clear mask"), np.uint8(0))

    def fill_mask(self) -> Change:
        """Everything is to be edited."""
        return self._set_mask(Phrase("Mask all"), np.uint8(255))

    def invert_mask(self) -> Change:
        """What was to be kept is to be edited, and the other way round."""
        return self._set_mask(Phrase("Invert mask"), ~self.mask)

    def replace_mask(self, mask: Mask, label: str) -> Change:
        """Take over the content of another mask of the same size."""
        return self._set_mask(label, mask)

    def replace_tiles(self, tiles: Mapping[Box, Mask], label: str) -> Change:
        """Overwrite these boxes of the mask; a tile of one pixel is flat."""
        recorder = TileRecorder(self.mask)
        for box, tile in tiles.items():
            recorder.keep(box.x0, box.y0, box.x1, box.y1)
            self.mask[box.slices] = tile
        return self._push(recorder.step(label))

    def accept(self, edit: Edit) -> Change:
        """Put an edit on top."""
        return self.replace_edits([*self._edits, edit], Phrase("Accept edit"))

    def replace_edits(self, edits: Sequence[Edit], label: str) -> Change:
        """Any change of the stack of edits: order, opacity, visibility, removal."""
        step = _EditsStep(label, self, tuple(edits))
        change = step.swap()
        self.undo_stack.push(step)
        return change

    def show_edit(self, edit: Edit, *, visible: bool) -> Change:
        """Open or close the eye of an edit of this document."""
        shown = [replace(each, visible=visible) if each is edit else each for each in self._edits]
        return self.replace_edits(shown, Phrase("Show edit") if visible else Phrase("Hide edit"))

    def undo(self) -> Change:
        """Take the newest change back."""
        return self._followed(self.undo_stack.undo())

    def redo(self) -> Change:
        """Make the change undone last again."""
        return self._followed(self.undo_stack.redo())

    def exchange_edits(self, edits: tuple[Edit, ...]) -> tuple[tuple[Edit, ...], Box]:
        """Put `edits` in place without an undo step; return the former ones and the changed box."""
        former, self._edits = self._edits, edits
        kept = set(map(id, former)) & set(map(id, edits))
        same_order = [id(e) for e in former if id(e) in kept] == [
            id(e) for e in edits if id(e) in kept
        ]
        box = EMPTY_BOX
        for edit in (*former, *edits):
            if id(edit) not in kept or not same_order:
                box = box.union(edit.box)
        self._flatten(box)
        return former, box

    def _flatten(self, box: Box) -> None:
        """Compose `box` of the picture anew."""
        if box.is_empty:
            return
        if self._flattened is None:
            self._flattened = self.source.pixels.copy()
        area = self.source.pixels[box.slices]
        for edit in self._edits:
            area = with_edit(area, box, edit)
        self._flattened[box.slices] = area
        if not self._edits:
            self._flattened = None
        if self._to_display is None:
            self.picture_levels.rebase(self.composite)
        else:
            self._shown[box.slices] = self._to_display(area)
        self.picture_levels.touch(box)
        self.dirty = True

    def _set_mask(self, label: str, content: Mask | np.uint8) -> Change:
        self.undo_stack.prepare()
        recorder = TileRecorder(self.mask)
        recorder.keep(0, 0, self.size.width, self.size.height)
        self.mask[...] = content
        return self._push(recorder.step(label))

    def _push(self, step: TileStep | None) -> Change:
        if step is None:
            return Change()
        self.undo_stack.push(step)
        return self.mask_touched(step.box)

    def _followed(self, change: Change) -> Change:
        self.mask_touched(change.mask)
        return change


class _EditsStep:
    """A change of the stack of edits."""

    def __init__(self, label: str, document: Document, edits: tuple[Edit, ...]) -> None:
        self.label = label
        self._document = document
        self._edits = edits

    @property
    def byte_count(self) -> int:
        return sum(edit.byte_count for edit in self._edits)

    def swap(self) -> Change:
        self._edits, box = self._document.exchange_edits(self._edits)
        return Change(picture=box)

    def compress(self) -> None:
        """Nothing to gain: the edits' arrays are shared with the results they came from."""


def with_edit(area: Pixels, box: Box, edit: Edit) -> Pixels:
    """`area`, the pixels of `box`, changed to show the part of a visible edit that lies in it."""
    shared = edit.box.intersect(box)
    if shared.is_empty or not edit.visible:
        return area
    here = shared.shift(-box.x0, -box.y0).slices
    there = shared.shift(-edit.box.x0, -edit.box.y0).slices
    blend = edit.blend[there]
    if edit.opacity < 1.0:
        blend = np.rint(blend * np.float32(max(edit.opacity, 0.0))).astype(np.uint8)
    area = area.copy()
    area[here] = composite(area[here], edit.pixels[there], blend)
    return area
