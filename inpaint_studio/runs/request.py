"""From the open document to what is sent: copied at the click, encoded in a worker."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from inpaint_studio.contract.media import suffix
from inpaint_studio.contract.offers import SIZE_FROM_FRAME
from inpaint_studio.contract.params import EditParams, EditRequest, InputImage
from inpaint_studio.contract.sizes import SizeRule, parse_size
from inpaint_studio.errors import RequestError
from inpaint_studio.phrase import Phrase
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.composite import blend_mask, sent_mask
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.extend import (
    Extension,
    bare,
    extension_mask,
    extension_past,
    plan,
    underlaid,
)
from inpaint_studio.picture.frame import Frame, auto_frame, cut, fit_frame
from inpaint_studio.picture.geometry import Box, Size
from inpaint_studio.picture.image_file import Picture, encode
from inpaint_studio.picture.mask import bounding_box, wire_png
from inpaint_studio.picture.placement import Site
from inpaint_studio.picture.reference import Reference
from inpaint_studio.picture.resample import resize

MAX_IMAGES = 16
"""What the API takes at most; a model may take fewer."""
OUTSIDE_FRAME = (
    Phrase("The mask lies outside the frame"),
    Phrase("Move the frame over the mask, or let it follow the mask (Shift+B)."),
)


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """What the document was at the click; nothing painted afterwards can change it.

    `pixels` (BGRA) and `mask` (coverage) are copies of the frame's box. `visible` is the part of
    that box that lies in the picture: a frame may reach past its edge.

    Everything is in coordinates of the picture as it will be: `source` grown by `extension`.
    `original` is where the picture that was opened lies in it. `coming` are the frames of
    the parts that follow where this is one of a large extension. `seeds` is empty unless they were
    sent before and are to be sent again. `params` has the size that is sent, `wanted_size` what was
    chosen: `frame`, or a size. `made_on` is the variant of the accepted edit that is uppermost in
    the frame.
    """

    params: EditParams
    frame: Frame
    pixels: Pixels
    mask: Pixels
    document: Document
    document_id: str | None
    source: Picture
    original: Box
    extension: Extension
    coming: tuple[Box, ...] | None = None
    references: tuple[Reference, ...] = ()
    seeds: tuple[int, ...] = ()
    wanted_size: str = SIZE_FROM_FRAME
    made_on: str | None = None

    @property
    def size(self) -> Size:
        """Of the picture as it will be."""
        return self.extension.extended(self.source.size)

    @property
    def visible(self) -> Box:
        """Where results belong, in pixels of the picture as it will be."""
        return self.frame.box.intersect(Box.of_size(self.size))

    @property
    def is_masked(self) -> bool:
        """Whether results belong into the picture; else each is a picture of its own."""
        return bool(self.mask.any())

    @property
    def site(self) -> Site:
        """The same, as what is placed there needs it."""
        box, visible = self.frame.box, self.visible
        inside = visible.shift(-box.x0, -box.y0).slices
        return Site(self.frame, visible, self.pixels[inside], self.mask[inside])

    def in_document(self, box: Box) -> Box:
        """A box of the snapshot in the document as it is now: it may have grown or shrunk since."""
        here = self.document.original
        return box.shift(here.x0 - self.original.x0, here.y0 - self.original.y0)

    def for_one(self, seed: int | None) -> Snapshot:
        """The same, asking once more for the variant that was sent this seed."""
        seeds = () if seed is None else (seed,)
        return replace(self, params=replace(self.params, n=1), seeds=seeds)


def take_snapshot(
    document: Document,
    document_id: str,
    params: EditParams,
    rule: SizeRule,
    *,
    max_images: int = MAX_IMAGES,
) -> Snapshot:
    """Copy what the request needs: the frame around the mask, never the whole picture.

    `document_id` is what the history knows the document by. References beyond `max_images`, which
    counts the frame, are left out.

    Raises:
        RequestError: the mask is empty, or none of it lies in the frame.
    """
    extension = document.pending_extension
    mask = extension_mask(document.mask, extension)
    box = bounding_box(mask)
    if box.is_empty:
        raise RequestError(
            "The mask is empty", "Paint over what should change, then run.", field="mask"
        )
    frame, *coming = frames_of(document, box, rule_for(params, rule))
    if box.intersect(frame.box).is_empty:
        raise RequestError(*OUTSIDE_FRAME, field="mask")
    return Snapshot(
        params=replace(params, size=str(frame.sent)),
        frame=frame,
        pixels=_cut_from(document.composite, extension.moved_back(frame.box), extension),
        mask=cut(mask, Frame(frame.box, frame.box.size)),
        document=document,
        document_id=document_id,
        source=document.source,
        original=extension.moved(document.original),
        extension=extension,
        coming=tuple(each.box for each in coming) if _is_part(document) else None,
        references=document.references[: max_images - 1],
        wanted_size=params.size,
        made_on=_uppermost(document, extension.moved_back(frame.box)),
    )


def _uppermost(document: Document, box: Box) -> str | None:
    """The variant of the highest edit that is seen in a box of the document."""
    seen = (
        edit.variant_id
        for edit in reversed(document.edits)
        if edit.visible and edit.variant_id is not None and not edit.box.intersect(box).is_empty
    )
    return next(seen, None)


def frames_of(document: Document, mask_box: Box, rule: SizeRule) -> list[Frame]:
    """The frame that is sent, and those to be sent after it, each in a legal size.

    The first is the one drawn by hand, the first part of a chosen extension, or the one that
    follows the mask. All are in pixels of the picture as it will be, as is `mask_box`.
    """
    extension = document.pending_extension
    size = extension.extended(document.size)
    if document.frame is not None:
        drawn = [extension.moved(box) for box in (document.frame, *(document.coming or ()))]
        return [fit_frame(box, size, rule, keep=box) for box in drawn]
    if not extension.is_nothing:
        return [step.frame for step in plan(document.size, extension, rule)]
    return [auto_frame(mask_box, size, rule)]


def _is_part(document: Document) -> bool:
    """Whether the next frame is one of those that fill a chosen extension."""
    if document.frame is None:
        return not document.pending_extension.is_nothing
    return document.coming is not None


def mask_now(snapshot: Snapshot) -> Pixels:
    """What is painted now where the snapshot's results belong; what is new there is masked."""
    document, place = snapshot.document, snapshot.in_document(snapshot.visible)
    extension = extension_past(place, document.size)
    mask = extension_mask(document.mask, extension)
    return mask[extension.moved(place).slices].copy()


def source_of(snapshot: Snapshot) -> Pixels:
    """The frame's box of the source, without the edits there were at the click."""
    extension, box = snapshot.extension, snapshot.frame.box
    return _cut_from(snapshot.source.pixels, extension.moved_back(box), extension)


def shows_source(snapshot: Snapshot) -> bool:
    """Whether no edit lay over the frame at the click."""
    return np.array_equal(snapshot.pixels, source_of(snapshot))


def _cut_from(pixels: Pixels, box: Box, extension: Extension) -> Pixels:
    """A box of the picture as it is, which may reach past its edge; there nothing is seen yet."""
    part = cut(pixels, Frame(box, box.size))
    if extension.is_nothing:
        return part
    size = Size(pixels.shape[1], pixels.shape[0])
    return bare(part, Box.of_size(size).shift(-box.x0, -box.y0))


def freeze(snapshot: Snapshot) -> EditRequest:
    """Encode the pictures of a snapshot; slow, for a worker thread."""
    sent = snapshot.frame.sent
    # Sent once and kept small enough by any level; 1 takes a third of the time.
    image = encode(resize(_as_sent(snapshot), sent), "PNG", png_level=1)
    mask = wire_png(resize(sent_mask(snapshot.mask), sent))
    return EditRequest(
        params=snapshot.params,
        images=(InputImage("image.png", "image/png", image), *_reference_files(snapshot)),
        mask=InputImage("mask.png", "image/png", mask),
        seeds=snapshot.seeds,
    )


def _as_sent(snapshot: Snapshot) -> Pixels:
    """The frame's pixels; what the picture has grown by shows the colours hidden there."""
    if snapshot.original == Box.of_size(snapshot.size):
        return snapshot.pixels
    box = snapshot.frame.box
    return underlaid(snapshot.pixels, snapshot.original.shift(-box.x0, -box.y0))


def _reference_files(snapshot: Snapshot) -> list[InputImage]:
    return [
        InputImage(f"reference-{number}.{suffix(each.media_type)}", each.media_type, each.data)
        for number, each in enumerate(snapshot.references, start=2)
    ]


def blend_of(snapshot: Snapshot) -> Pixels:
    """Coverage of the `visible` box through which results are composited."""
    box = snapshot.frame.box
    return blend_mask(snapshot.mask)[snapshot.visible.shift(-box.x0, -box.y0).slices]


def rule_for(params: EditParams, rule: SizeRule) -> SizeRule:
    """The sizes a frame may be sent in: the model's own, or the one that was asked for.

    What is no size is the check's business, not the frame's.
    """
    if params.size in (SIZE_FROM_FRAME, "auto"):
        return rule
    size = parse_size(params.size)
    return SizeRule(sizes=(size,)) if size else rule
