"""Results into the picture: the composite of a large picture, and placing one raw result.

Both sides of a row are taken in turn and the best of nine counts: other work hits both.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import cv2
import numpy as np

from inpaint_studio.paths import resource
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.composite import blend_mask, composite, lay_over, sent_mask
from inpaint_studio.picture.document import Document, Edit
from inpaint_studio.picture.geometry import Box
from inpaint_studio.picture.image_file import Picture, decode_result, encode, open_picture
from inpaint_studio.picture.placement import Placement, place
from inpaint_studio.picture.registration import Shift, shifted
from tests.benchmarks import _first_partial, _gaps
from tests.benchmarks.report import Row, at_most

LARGE = (4000, 3000)
FRAME = 1024
HUGE = 8192
COMPOSITE_MS = 40.0
FRAME_MS = 16.7
ROUNDS = 9


def rows() -> list[Row]:
    """Composite and placing against their bars, and what streams do to a stroke under way."""
    return [*composite_rows(), *place_rows(), *accept_rows(), *_gaps.rows(), *_first_partial.rows()]


def composite_rows() -> list[Row]:
    """12 megapixels with a result of 1024²."""
    picture = photo(*LARGE)
    box = Box(1400, 900, 1400 + FRAME, 900 + FRAME)
    result = np.ascontiguousarray(picture[box.slices][:, ::-1])
    blend = np.zeros(picture.shape[:2], np.uint8)
    blend[box.slices] = blend_mask(disc())
    whole = picture.copy()
    whole[box.slices] = result
    shown = picture.copy()

    def laid() -> None:
        np.copyto(shown, picture)
        lay_over(shown[box.slices], result, blend[box.slices])

    ours, theirs = in_turn(
        laid,
        lambda: float_composite(picture, whole, blend),
    )
    return [
        at_most("composite 12 MP, frame 1024²", ours, "ms", COMPOSITE_MS, 1),
        at_most("composite 12 MP against full float", ours, "ms", theirs, 0.25),
    ]


def place_rows() -> list[Row]:
    """A result that moved and changed its tones, laid into the picture at 1024²."""
    source, mask = photo(FRAME, FRAME), disc()
    sent = sent_mask(mask)
    result = shifted(source, Shift(3.2, -1.0))
    result[..., :3] = np.rint(result[..., :3] * np.float32(0.85)).astype(np.uint8)
    shown = place(source, result, mask, sent=sent)
    encoded = encode(result, "PNG", png_level=1)
    placed, decoded = in_turn(
        lambda: place(source, result, mask, sent=sent), lambda: decode_result(encoded)
    )
    again, _ = in_turn(
        lambda: place(source, result, mask, sent=sent, shift=shown.figures.shift), lambda: None
    )
    plain = Placement(match=0, register=False)
    exact, _ = in_turn(lambda: place(source, source, mask, plain, sent=sent), lambda: None)
    live, float_ms = in_turn(
        lambda: composite(source, shown.pixels, shown.blend),
        lambda: float_composite(source, shown.pixels, shown.blend),
    )
    return [
        at_most("place 1024², moved and toned, against its decoding", placed, "ms", decoded, 6),
        at_most("place 1024² again, shift known, against its decoding", again, "ms", decoded, 4),
        at_most("place 1024², nothing to do, against its decoding", exact, "ms", decoded, 3),
        at_most("composite 1024² against full float", live, "ms", float_ms, 0.25),
    ]


def accept_rows() -> list[Row]:
    """An edit of 1024² taken into 64 megapixels, taken back and made again: processor time.

    The baseline is the copy of the whole picture that the first edit needs, made by a worker while
    the request is under way.
    """
    document = Document(Picture(photo(HUGE, HUGE), "huge.png"))
    box = Box(4000, 3000, 4000 + FRAME, 3000 + FRAME)
    pixels = np.ascontiguousarray(document.source.pixels[box.slices][:, ::-1])
    edit = Edit(box, pixels, blend_mask(disc()))
    copied = thread_ms(document.make_room)
    accepted = thread_ms(lambda: document.accept(edit))
    undone, redone = thread_ms(document.undo), thread_ms(document.redo)
    return [
        at_most("accept at 8192²", accepted, "ms", FRAME_MS, 1),
        at_most("undo that", undone, "ms", FRAME_MS, 1),
        at_most("redo that", redone, "ms", FRAME_MS, 1),
        at_most("accept at 8192², against copying the picture", accepted, "ms", copied, 0.5),
    ]


def photo(width: int, height: int) -> Pixels:
    """The sample's detail at that size, mirrored on to fill it."""
    pixels = open_picture(resource("sample.jpg")).pixels
    tiles = -(-height // pixels.shape[0]), -(-width // pixels.shape[1])
    tile = np.vstack([pixels, pixels[::-1]])
    filled = np.tile(np.hstack([tile, tile[:, ::-1]]), (*tiles, 1))
    return np.ascontiguousarray(filled[:height, :width])


def disc() -> Pixels:
    """A round mask over a quarter of the frame."""
    mask = np.zeros((FRAME, FRAME), np.uint8)
    cv2.circle(mask, (FRAME // 2, FRAME // 2), round(FRAME * 0.28), (255,), -1)
    return mask


def float_composite(source: Pixels, result: Pixels, blend: Pixels) -> Pixels:
    """What most tools do: every pixel of the picture, in floats."""
    share = blend[..., None].astype(np.float32) / 255
    return np.rint(source * (1 - share) + result * share).astype(np.uint8)


def in_turn(ours: Callable[[], object], theirs: Callable[[], object]) -> tuple[float, float]:
    """The least milliseconds of each, measured alternately."""
    pairs = [(milliseconds(ours), milliseconds(theirs)) for _ in range(ROUNDS)]
    return min(pair[0] for pair in pairs), min(pair[1] for pair in pairs)


def milliseconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1e3


def thread_ms(act: Callable[[], object]) -> float:
    """Processor time of this thread: what happens once cannot be told from other work otherwise."""
    start = time.thread_time()
    act()
    return (time.thread_time() - start) * 1e3
