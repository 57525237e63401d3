"""From the open document to what is sent: copied at the click, encoded in a worker."""

from __future__ import annotations

from dataclasses import dataclass, replace

from inpaint_studio.contract.media import suffix
from inpaint_studio.contract.params import EditParams, EditRequest, InputImage
from inpaint_studio.contract.sizes import SizeRule, parse_size
from inpaint_studio.errors import RequestError
from inpaint_studio.phrase import Phrase
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.composite import blend_mask, sent_mask
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.frame import Frame, auto_frame, check_returned, cut, fit_frame, restore
from inpaint_studio.picture.geometry import Box, Size
from inpaint_studio.picture.image_file import Picture, encode
from inpaint_studio.picture.mask import bounding_box, wire_png
from inpaint_studio.picture.reference import Reference
from inpaint_studio.picture.resample import resize

MAX_IMAGES = 16
"""What the API takes at most; a model may take fewer."""
OUTSIDE_FRAME = (
    Phrase("The mask lies outside the frame"),
    Phrase("Move the frame over the mask, or let it follow the mask (Shift+B)."),
)
SIZE_FROM_FRAME = "frame"
"""The panel's own value of `size`: whatever the frame is mapped to."""


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """What the document was at the click; nothing painted afterwards can change it.

    `pixels` (BGRA) and `mask` (coverage) are copies of the frame's box. `visible` is the part of
    that box that lies in the picture: a frame may reach past its edge.
    """

    params: EditParams
    frame: Frame
    pixels: Pixels
    mask: Pixels
    document: Document
    document_id: str
    references: tuple[Reference, ...] = ()

    @property
    def source(self) -> Picture:
        """The picture the document was opened from."""
        return self.document.source

    @property
    def visible(self) -> Box:
        """Where results belong, in source pixels."""
        return self.frame.box.intersect(Box.of_size(self.document.size))

    @property
    def visible_pixels(self) -> Pixels:
        """The source (BGRA) of the `visible` box as it was at the click."""
        box = self.frame.box
        return self.pixels[self.visible.shift(-box.x0, -box.y0).slices]

    @property
    def visible_mask(self) -> Pixels:
        """The painted mask of the `visible` box as it was at the click."""
        box = self.frame.box
        return self.mask[self.visible.shift(-box.x0, -box.y0).slices]

    def for_one(self) -> Snapshot:
        """The same, asking for a single variant."""
        return replace(self, params=replace(self.params, n=1))

    def place(self, array: Pixels) -> Pixels:
        """A result of any size laid back onto the frame and cropped to `visible`.

        Raises:
            ImageError: its ratio is not the frame's.
        """
        box = self.frame.box
        check_returned(Size(array.shape[1], array.shape[0]), self.frame)
        return restore(array, self.frame)[self.visible.shift(-box.x0, -box.y0).slices]


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
    box = bounding_box(document.mask)
    if box.is_empty:
        raise RequestError(
            "The mask is empty", "Paint over what should change, then run.", field="mask"
        )
    frame = frame_of(document, box, rule_for(params, rule))
    if box.intersect(frame.box).is_empty:
        raise RequestError(*OUTSIDE_FRAME, field="mask")
    unscaled = Frame(frame.box, frame.box.size)
    return Snapshot(
        params=replace(params, size=str(frame.sent)),
        frame=frame,
        pixels=cut(document.composite, unscaled),
        mask=cut(document.mask, unscaled),
        document=document,
        document_id=document_id,
        references=document.references[: max_images - 1],
    )


def frame_of(document: Document, mask_box: Box, rule: SizeRule) -> Frame:
    """The frame drawn by hand, grown to a legal size, or the one that follows the mask."""
    drawn = document.frame
    if drawn is None:
        return auto_frame(mask_box, document.size, rule)
    return fit_frame(drawn, document.size, rule, keep=drawn)


def freeze(snapshot: Snapshot) -> EditRequest:
    """Encode the pictures of a snapshot; slow, for a worker thread."""
    sent = snapshot.frame.sent
    # Sent once and kept small enough by any level; 1 takes a third of the time.
    image = encode(resize(snapshot.pixels, sent), "PNG", png_level=1)
    mask = wire_png(resize(sent_mask(snapshot.mask), sent))
    return EditRequest(
        params=snapshot.params,
        images=(InputImage("image.png", "image/png", image), *_reference_files(snapshot)),
        mask=InputImage("mask.png", "image/png", mask),
    )


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
