"""A film strip as one file: an animated WebP, put together from pictures encoded one by one.

So each picture can be told, the work be stopped between two of them, and only what changes need be
in the later ones. The container is that of RFC 9649, section 2.7.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from inpaint_studio.errors import ExportError
from inpaint_studio.export.batch import BatchReport
from inpaint_studio.export.formats import FORMATS, Contents
from inpaint_studio.export.naming import NameFields
from inpaint_studio.export.writer import ExportOptions, export_original
from inpaint_studio.picture.colour import Pixels

FORMAT = FORMATS["webp"]
TEMPLATE = "{source}-strip-{n:02}"
_HAS_ANIMATION, _HAS_ALPHA, _HAS_PROFILE = 0x02, 0x10, 0x20
_REPLACE_WHAT_IS_BELOW = 0x02
_FOR_EVER = 0
_PICTURE_CHUNKS = (b"ALPH", b"VP8 ", b"VP8L")


@dataclass(frozen=True, slots=True, eq=False)
class FilmStill:
    """`pixels` (H×W×4 BGRA), shown for `shown_ms` with the upper left corner at `x`, `y`.

    Both are even, as the format wants it. The first frame is the whole picture, at 0, 0, and
    brings the colour profile.
    """

    pixels: Pixels
    shown_ms: int
    x: int = 0
    y: int = 0
    icc_profile: bytes | None = None


def write_film(
    frames: Iterable[FilmStill],
    folder: Path,
    name: NameFields,
    options: ExportOptions,
    *,
    on_progress: Callable[[int], None] = lambda _: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> BatchReport:
    """Encode the frames as they come and write them into one file, whole or not at all.

    Of `options`, quality, template and overwrite count. `on_progress` gets the number of
    frames that are done, from the thread that works.

    Raises:
        ExportError: there are no frames, WebP cannot hold them, or the file cannot be written.
    """
    chunks: list[bytes] = []
    head = b""
    for number, frame in enumerate(frames, start=1):
        if is_cancelled():
            return BatchReport((), (), was_cancelled=True)
        head = head or _head(frame)
        chunks.append(_chunk(b"ANMF", _placed(frame) + _encoded(frame, options.quality)))
        on_progress(number)
    if not chunks:
        raise ExportError("There is no film strip", "This variant brought no picture.")
    data = _chunk(b"RIFF", b"WEBP" + head + b"".join(chunks))
    return BatchReport((export_original(data, folder, name, FORMAT.suffix, options),), ())


def _head(first: FilmStill) -> bytes:
    """What stands before the frames: features and size, the profile, how often it plays."""
    height, width = first.pixels.shape[:2]
    features = _HAS_ANIMATION | _HAS_ALPHA | (_HAS_PROFILE if first.icc_profile else 0)
    canvas = _chunk(b"VP8X", bytes([features, 0, 0, 0]) + _number(width - 1) + _number(height - 1))
    profile = _chunk(b"ICCP", first.icc_profile) if first.icc_profile else b""
    return canvas + profile + _chunk(b"ANIM", bytes(4) + _FOR_EVER.to_bytes(2, "little"))


def _placed(frame: FilmStill) -> bytes:
    height, width = frame.pixels.shape[:2]
    numbers = (frame.x // 2, frame.y // 2, width - 1, height - 1, frame.shown_ms)
    return b"".join(map(_number, numbers)) + bytes([_REPLACE_WHAT_IS_BELOW])


def _encoded(frame: FilmStill, quality: int) -> bytes:
    """The chunks of a still WebP that hold its picture."""
    still = FORMAT.encode(Contents(pixels=frame.pixels), quality, 0)
    return b"".join(_chunk(name, data) for name, data in _chunks(still) if name in _PICTURE_CHUNKS)


def _chunks(still: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(b"RIFF....WEBP")
    while at + 8 <= len(still):
        length = int.from_bytes(still[at + 4 : at + 8], "little")
        yield still[at : at + 4], still[at + 8 : at + 8 + length]
        at += 8 + length + length % 2


def _chunk(name: bytes, data: bytes) -> bytes:
    return name + len(data).to_bytes(4, "little") + data + bytes(len(data) % 2)


def _number(value: int) -> bytes:
    return value.to_bytes(3, "little")
