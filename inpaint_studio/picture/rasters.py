"""The rasters of a document, all of the picture's size: extended, and cut back, as one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.composite import lay_over
from inpaint_studio.picture.display_colour import display_transform
from inpaint_studio.picture.extend import Extension, extend_source
from inpaint_studio.picture.geometry import EMPTY_BOX, Box, Size
from inpaint_studio.picture.image_file import Picture
from inpaint_studio.picture.mask import Mask, new_mask
from inpaint_studio.picture.pyramid import Pyramid
from inpaint_studio.typed_values import Column, as_flag, as_number, as_text, or_none, read_fields


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


def edit_details(stored: Mapping[str, Any]) -> dict[str, Any]:
    """What a project or journal tells of an edit beside its pixels; the usual where it is odd."""
    return read_fields(stored, _WORDS)[0]


_WORDS = {
    "variant_id": Column(or_none(as_text)),
    "visible": Column(as_flag, True),
    "opacity": Column(as_number(0, 1), 1.0),
}


class Rasters:
    """Source, mask and edits of one size, and the picture they make.

    `original` is where the picture that was opened lies; around it is what it has grown by.
    """

    def __init__(self, source: Picture, original: Box | None = None) -> None:
        self.source = source
        self.original = original or Box.of_size(source.size)
        self.mask = new_mask(source.size)
        self.edits: tuple[Edit, ...] = ()
        self._to_display = display_transform(source.icc_profile)
        self._shown = self.shown(source.pixels)
        self._picture_levels = Pyramid(self._shown)
        self.mask_levels = Pyramid(self.mask)
        self._picture_levels.settle()
        self._flattened: Pixels | None = None
        self._room: Pixels | None = None
        self._is_aside = False

    @property
    def size(self) -> Size:
        """Of the picture, and so of everything."""
        return self.source.size

    @property
    def composite(self) -> Pixels:
        """The picture with all visible edits; the source's own array while there are none."""
        self._take_up()
        return self.source.pixels if self._flattened is None else self._flattened

    @property
    def picture_levels(self) -> Pyramid:
        """What a view of the picture is drawn from, in sRGB."""
        self._take_up()
        return self._picture_levels

    @property
    def byte_count(self) -> int:
        """Memory it takes, mip levels left out."""
        rooms = (self._flattened, self._room)
        copies = sum(array.nbytes for array in rooms if array is not None)
        edits = sum(edit.byte_count for edit in self.edits)
        return self.source.pixels.nbytes + self.mask.nbytes + copies + edits

    def shown(self, pixels: Pixels) -> Pixels:
        """Pixels in the source's colours (BGRA) as the screen takes them, in sRGB."""
        return pixels if self._to_display is None else self._to_display(pixels)

    def make_room(self) -> None:
        """Copy the source beforehand, for a worker thread: the first edit need not do it then."""
        if self._flattened is None and self._room is None and not self._is_aside:
            self._room = self.source.pixels.copy()

    def put_aside(self, successor: Rasters | None = None) -> None:
        """Hold no more than what is needed to show them again; the rest is made when asked for.

        Of a larger `successor`, extended from these, the source is a part.
        """
        if successor is not None:
            self._lie_in(successor)
        self._room, self._flattened, self._is_aside = None, None, True
        self._show(self.source.pixels)
        self._picture_levels.rest()
        self.mask_levels.rest()

    def _lie_in(self, larger: Rasters) -> None:
        here, there = self.original, larger.original
        box = Box.of_size(self.size).shift(there.x0 - here.x0, there.y0 - here.y0)
        if Box.of_size(larger.size).contains(box):
            self.source = replace(self.source, pixels=larger.source.pixels[box.slices])

    def _take_up(self) -> None:
        """From any thread; two at once do the same."""
        if not self._is_aside:
            return
        if self.edits:
            whole = self.source.pixels.copy()
            self._lay_edits(whole, Box.of_size(self.size))
            self._flattened = whole
            self._show(whole)
        self._is_aside = False

    def _show(self, pixels: Pixels) -> None:
        """Draw from these pixels, which are what was drawn before; those shown in other colours
        are a copy of their own.
        """
        if self._to_display is None:
            self._shown = pixels
            self._picture_levels.rebase(pixels)

    def exchange_edits(self, edits: tuple[Edit, ...]) -> tuple[tuple[Edit, ...], Box]:
        """Put `edits` in place; return the former ones and the box of the picture that changed."""
        self._take_up()
        former, self.edits = self.edits, edits
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

    def extended(self, extension: Extension, edits: tuple[Edit, ...]) -> Rasters:
        """Larger rasters with these edits, of the coordinates here, and an empty mask.

        Slow, for a worker thread; it reads nothing that a stroke or an edit changes.

        Raises:
            ImageError: it would be too large, see `check_extension`.
        """
        source = extended_picture(self.source, extension)
        rasters = Rasters(source, extension.moved(self.original))
        moved = tuple(replace(edit, box=extension.moved(edit.box)) for edit in edits)
        rasters.exchange_edits(moved)
        rasters.picture_levels.settle()
        return rasters

    def take_mask(self, mask: Mask, extension: Extension, filled: Box) -> None:
        """Take over the mask of the rasters these were extended from by `extension`.

        Of what is new everything outside `filled` is masked: it is still to be filled.
        """
        old = Box.of_size(Size(mask.shape[1], mask.shape[0]))
        self.mask[...] = 255
        self.mask[filled.slices] = 0
        self.mask[extension.moved(old).slices] = mask
        self.mask_levels.touch(Box.of_size(self.size))

    def _flatten(self, box: Box) -> None:
        """Compose `box` of the picture anew."""
        if box.is_empty:
            return
        if self._flattened is None:
            self.make_room()
            self._flattened, self._room = self._room, None
            assert self._flattened is not None
        area = self._flattened[box.slices]
        np.copyto(area, self.source.pixels[box.slices])
        self._lay_edits(area, box)
        if not self.edits:
            # It is the source again, and so the room for the next edit.
            self._flattened, self._room = None, self._flattened
        self._show(self.composite)
        if self._to_display is not None:
            self._shown[box.slices] = self._to_display(area)
        self._picture_levels.touch(box)

    def _lay_edits(self, area: Pixels, box: Box) -> None:
        for edit in self.edits:
            lay_edit(area, box, edit)


def extended_picture(source: Picture, extension: Extension) -> Picture:
    """The source grown: a picture that has no file, its new pixels transparent.

    Raises:
        ImageError: it would be too large, see `check_extension`.
    """
    if extension.is_nothing:
        return source
    pixels = extend_source(source.pixels, extension)
    pixels.flags.writeable = False
    return replace(source, pixels=pixels, path=None, file=None, notices=())


def lay_edit(area: Pixels, box: Box, edit: Edit) -> None:
    """Change `area`, the pixels of `box`, to show the part of a visible edit that lies in it."""
    shared = edit.box.intersect(box)
    if shared.is_empty or not edit.visible:
        return
    here = shared.shift(-box.x0, -box.y0).slices
    there = shared.shift(-edit.box.x0, -edit.box.y0).slices
    blend = edit.blend[there]
    if edit.opacity < 1.0:
        blend = np.rint(blend * np.float32(max(edit.opacity, 0.0))).astype(np.uint8)
    lay_over(area[here], edit.pixels[there], np.ascontiguousarray(blend))
