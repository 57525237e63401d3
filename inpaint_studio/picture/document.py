"""The document: source, references, mask, frame, the accepted edits above the source, and undo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from inpaint_studio.phrase import Phrase
from inpaint_studio.picture.brush import Brush
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.extend import Extension, extension_past
from inpaint_studio.picture.geometry import EMPTY_BOX, Box, Size
from inpaint_studio.picture.image_file import Picture
from inpaint_studio.picture.mask import Mask
from inpaint_studio.picture.pyramid import Pyramid
from inpaint_studio.picture.rasters import Edit as Edit
from inpaint_studio.picture.rasters import Rasters
from inpaint_studio.picture.reference import Reference
from inpaint_studio.picture.strokes import BrushStroke
from inpaint_studio.picture.undo import Change, JoinedStep, TileRecorder, TileStep, UndoStack


@dataclass(frozen=True, slots=True, eq=False)
class PictureState:
    """The picture (BGRA) and mask of one moment, which later strokes and edits leave alone."""

    pixels: Pixels
    mask: Mask


class Document:
    """One picture being edited.

    `mask` is changed in place. `picture_levels` and `mask_levels` are the mip levels a view is
    drawn from; those of the picture hold sRGB, whatever the source's profile: pixels that are sent
    and saved are the source's own numbers.

    `frame` is one drawn by hand, None where it follows the mask; where it is one part of a large
    extension, `coming` are the frames of the parts that follow. `extension` is what was chosen to
    add to the picture. `dirty` tells whether anything changed since `mark_saved`.
    """

    def __init__(self, source: Picture, *, undo: UndoStack | None = None) -> None:
        self._rasters = Rasters(source)
        self.undo_stack = undo or UndoStack()
        self.dirty = False
        self.frame: Box | None = None
        self.coming: tuple[Box, ...] | None = None
        self.extension = Extension()
        self.references: tuple[Reference, ...] = ()

    @property
    def source(self) -> Picture:
        """The picture below all edits; another one once the document has grown."""
        return self._rasters.source

    @property
    def size(self) -> Size:
        """Of the picture, and so of the mask."""
        return self._rasters.size

    @property
    def original(self) -> Box:
        """Where the picture that was opened lies; all of it until the document has grown."""
        return self._rasters.original

    @property
    def pending_extension(self) -> Extension:
        """What accepting a result would add: the chosen extension and what the frame reaches."""
        if self.frame is None:
            return self.extension
        return self.extension.union(extension_past(self.frame, self.size))

    @property
    def mask(self) -> Mask:
        """Coverage H×W, changed in place: report it with `mask_touched`."""
        return self._rasters.mask

    @property
    def picture_levels(self) -> Pyramid:
        """What a view of the picture is drawn from."""
        return self._rasters.picture_levels

    @property
    def mask_levels(self) -> Pyramid:
        """What a view of the mask is drawn from."""
        return self._rasters.mask_levels

    @property
    def edits(self) -> tuple[Edit, ...]:
        """Accepted edits, the lowest first."""
        return self._rasters.edits

    @property
    def composite(self) -> Pixels:
        """The picture with all visible edits; the source's own array while there are none."""
        return self._rasters.composite

    def shown(self, pixels: Pixels) -> Pixels:
        """Pixels in the source's colours (BGRA) as the screen takes them, in sRGB."""
        return self._rasters.shown(pixels)

    def make_room(self) -> None:
        """Get ready for a first edit, in a worker: it then touches nothing but its own box."""
        self._rasters.make_room()

    def rest(self) -> None:
        """Nobody looks at it now: let go of what can be made again, as it is asked for."""
        self._rasters.put_aside()

    def snapshot(self) -> PictureState:
        """Picture and mask as they are now, safe to read in another thread."""
        return PictureState(self.picture_now(), self.mask.copy())

    def picture_now(self) -> Pixels:
        """The picture as it is now, with its edits; safe to read in another thread."""
        pixels = self.composite
        return pixels if pixels is self.source.pixels else pixels.copy()

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
        return self._push(self._overwritten(tiles, label))

    def replace_both(self, edits: Sequence[Edit], tiles: Mapping[Box, Mask], label: str) -> Change:
        """As `replace_edits` and `replace_tiles`, within one undo step."""
        first = _EditsStep(label, self, tuple(edits))
        change = first.swap()
        second = self._overwritten(tiles, label)
        self.undo_stack.push(first if second is None else JoinedStep(first, second))
        box = EMPTY_BOX if second is None else second.box
        self.mask_touched(box)
        return Change(box, change.picture)

    def accept(self, edit: Edit, *, unmask: Box | None = None) -> Change:
        """Put an edit on top; the mask is cleared in `unmask` within the same undo step."""
        accepting = _EditsStep(Phrase("Accept edit"), self, (*self.edits, edit))
        change = accepting.swap()
        unmasking = None if unmask is None else self._cleared(unmask)
        if unmasking is None:
            self.undo_stack.push(accepting)
            return change
        self.undo_stack.push(JoinedStep(accepting, unmasking))
        self.mask_touched(unmasking.box)
        return Change(unmasking.box, change.picture)

    def replace_edits(self, edits: Sequence[Edit], label: str) -> Change:
        """Any change of the stack of edits: order, opacity, visibility, removal."""
        step = _EditsStep(label, self, tuple(edits))
        change = step.swap()
        self.undo_stack.push(step)
        return change

    def undo(self) -> Change:
        """Take the newest change back."""
        return self._followed(self.undo_stack.undo())

    def redo(self) -> Change:
        """Make the change undone last again."""
        return self._followed(self.undo_stack.redo())

    def exchange_edits(self, edits: tuple[Edit, ...]) -> tuple[tuple[Edit, ...], Box]:
        """Put `edits` in place without an undo step; return the former ones and the changed box."""
        former, box = self._rasters.exchange_edits(edits)
        self.dirty = self.dirty or not box.is_empty
        return former, box

    def extended_rasters(self, extension: Extension, edits: Sequence[Edit]) -> Rasters:
        """What `extend` takes, with these edits in place of the present ones; slow, for a worker.

        Raises:
            ImageError: the picture would be too large.
        """
        return self._rasters.extended(extension, tuple(edits))

    def extend(
        self, rasters: Rasters, extension: Extension, filled: Box, *, keeps_mask: bool = True
    ) -> Change:
        """Take the extended rasters, as one undo step; the mask goes along unless it is let go.

        New area outside `filled`, a box of theirs, is masked.
        """
        mask = self.mask if keeps_mask else np.zeros_like(self.mask)
        rasters.take_mask(mask, extension, filled)
        step = _ExtendStep(self, rasters)
        change = step.swap()
        self.undo_stack.push(step)
        return change

    def exchange_rasters(self, rasters: Rasters) -> Rasters:
        """Put rasters in place without an undo step; return the former ones.

        A frame drawn by hand belonged to those, and so did a chosen extension.
        """
        former, self._rasters = self._rasters, rasters
        former.put_aside(rasters)
        self.frame, self.coming, self.extension = None, None, Extension()
        self.dirty = True
        return former

    def _overwritten(self, tiles: Mapping[Box, Mask], label: str) -> TileStep | None:
        """Overwrite boxes of the mask; the step is not on the stack yet."""
        recorder = TileRecorder(self.mask)
        for box, tile in tiles.items():
            recorder.keep(box.x0, box.y0, box.x1, box.y1)
            self.mask[box.slices] = tile
        return recorder.step(label)

    def _cleared(self, box: Box) -> TileStep | None:
        """Clear the mask in a box; the step is not on the stack yet."""
        self.undo_stack.prepare()
        recorder = TileRecorder(self.mask)
        recorder.keep(box.x0, box.y0, box.x1, box.y1)
        self.mask[box.slices] = 0
        return recorder.step(Phrase("Clear mask"))

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

    @property
    def boxes(self) -> tuple[Box, ...]:
        return ()

    def swap(self) -> Change:
        self._edits, box = self._document.exchange_edits(self._edits)
        return Change(picture=box)

    def compress(self) -> None:
        """Nothing to gain: the edits' arrays are shared with the results they came from."""


class _ExtendStep:
    """The picture grew, with its mask and its edits.

    Steps made before it keep the mask of the smaller rasters, and find it there when their turn
    comes.
    """

    def __init__(self, document: Document, rasters: Rasters) -> None:
        self.label: str = Phrase("Extend picture")
        self._document = document
        self._rasters = rasters

    @property
    def byte_count(self) -> int:
        return self._rasters.byte_count

    @property
    def boxes(self) -> tuple[Box, ...]:
        return ()

    def swap(self) -> Change:
        self._rasters = former = self._document.exchange_rasters(self._rasters)
        here, there = self._document.original, former.original
        whole = Box.of_size(self._document.size)
        return Change(whole, whole, corner=(here.x0 - there.x0, here.y0 - there.y0))

    def compress(self) -> None:
        """Nothing to gain: the rasters may be wanted at once."""
