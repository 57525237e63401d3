"""Picture files: what may come in, and what comes in with it. `encode` is the way out.

Pillow decodes everything. Sizes are judged from the header, before a pixel is unpacked; whatever
cannot be used is refused with words that say what to do instead, and nothing is half opened.
"""

from __future__ import annotations

import importlib
import io
import logging
import os
import stat
import struct
import warnings
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import cv2
import numpy as np
from PIL import ExifTags, Image, UnidentifiedImageError

from inpaint_studio.errors import ImageError
from inpaint_studio.phrase import Phrase
from inpaint_studio.picture import colour
from inpaint_studio.picture.colour import Pixels, is_opaque
from inpaint_studio.picture.decoding_budget import WORK
from inpaint_studio.picture.geometry import MAX_EDGE, MAX_PIXELS, Size
from inpaint_studio.picture.image_encoding import encode as encode
from inpaint_studio.picture.progressive_decode import decode_plain
from inpaint_studio.picture.resample import resize

# 100 megapixels as uncompressed 16-bit RGBA, and room for metadata.
MAX_FILE_BYTES = 1 << 30
# JPEG and WebP readers elsewhere stop at one 64 KiB segment.
MAX_METADATA_BYTES = 65_533 - 8
READABLE_FORMATS = ("PNG", "JPEG", "WEBP", "TIFF", "BMP", "GIF", "AVIF")

# A picture between once and twice Pillow's limit only warns there; here it is refused, in words.
Image.MAX_IMAGE_PIXELS = MAX_PIXELS
warnings.simplefilter("ignore", Image.DecompressionBombWarning)
# Its parsers log what they find in damaged files; the ImageError is all a person needs of it.
logging.getLogger("PIL").setLevel(logging.CRITICAL)

# What Pillow's parsers raise on damaged and hostile files.
_BOMB_FAULTS = (Image.DecompressionBombError, Image.DecompressionBombWarning)
_DECODE_FAULTS = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    ArithmeticError,
    RuntimeError,
    EOFError,
    struct.error,
    zlib.error,
    UserWarning,
)
_FAR = 4  # times smaller: thumbnails from there on are halved first
_HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
_JXL_STARTS = (b"\xff\x0a", b"\x00\x00\x00\x0cJXL ")
_CONVERT = Phrase("Save it as PNG or JPEG in another program and open that file.")

# EXIF 2.32, 4.6.4: what has to happen to the stored pixels.
_UPRIGHT: dict[int, Callable[[Pixels], cv2.typing.MatLike]] = {
    2: lambda pixels: cv2.flip(pixels, 1),
    3: lambda pixels: cv2.rotate(pixels, cv2.ROTATE_180),
    4: lambda pixels: cv2.flip(pixels, 0),
    5: lambda pixels: cv2.transpose(pixels),
    6: lambda pixels: cv2.rotate(pixels, cv2.ROTATE_90_CLOCKWISE),
    7: lambda pixels: cv2.flip(cv2.transpose(pixels), -1),
    8: lambda pixels: cv2.rotate(pixels, cv2.ROTATE_90_COUNTERCLOCKWISE),
}
# Tags of the first directory that describe how the old file stored its pixels.
_STORAGE_TAGS = (
    *range(254, 267),
    *range(273, 282),
    *range(284, 293),
    *range(317, 348),
    *range(512, 533),
    *(ExifTags.Base.Orientation, ExifTags.Base.XMLPacket, ExifTags.Base.InterColorProfile),
)


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A picture as it was opened, upright.

    `pixels` is H×W×4 uint8 BGRA, not premultiplied and read-only: the source is never touched.
    `icc_profile` describes those pixels (None: sRGB). `exif` is an EXIF block without orientation.
    `notices` are sentences on what was changed or left out while opening.
    """

    pixels: Pixels
    name: str
    path: Path | None = None
    icc_profile: bytes | None = None
    exif: bytes | None = None
    notices: tuple[str, ...] = ()

    @property
    def size(self) -> Size:
        """Width and height in pixels."""
        return Size(self.pixels.shape[1], self.pixels.shape[0])


def open_picture(path: Path) -> Picture:
    """Read a picture file, or what comes out of a pipe, which is no place to come back to.

    Raises:
        ImageError: it does not exist, is no picture, is damaged, or is larger than the limits.
    """
    name = display_name(path)
    try:
        with path.open("rb") as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                return decode_picture(_piped(stream), name)
            _check_file_bytes(os.fstat(stream.fileno()).st_size, name)
            return _read(stream, name, path)
    except FileNotFoundError:
        raise ImageError(
            Phrase("{name} is not there", name=name), "Check the name and the folder."
        ) from None
    except IsADirectoryError:
        raise ImageError(
            Phrase("{name} is a folder", name=name), "Open one of the pictures in it."
        ) from None
    except OSError as fault:
        reason = fault.strerror or Phrase("the file cannot be read")
        raise ImageError(
            Phrase("{name} cannot be opened", name=name),
            Phrase("{reason}. Check its permissions.", reason=reason),
        ) from fault


def _piped(stream: IO[bytes]) -> bytes:
    """All of it, or just more than can be opened: its length is not known before."""
    return stream.read(MAX_FILE_BYTES + 1)


def decode_picture(data: bytes, name: str) -> Picture:
    """Read a picture from the bytes of a file; `name` is what messages call it.

    Raises:
        ImageError: no picture, damaged, or larger than the limits.
    """
    _check_file_bytes(len(data), name)
    return _read(io.BytesIO(data), name, None)


def decode_result(data: bytes) -> Pixels:
    """The pixels (H×W×4 BGRA) of an image an endpoint sent.

    Raises:
        ImageError: no picture, damaged, or larger than the limits.
    """
    pixels = decode_plain(data)
    if pixels is None:
        pixels = decode_picture(data, Phrase("The image the server sent")).pixels
    return pixels


def stated_pixels(data: bytes) -> int:
    """How many pixels a file says it has, by its header; 0 where it has none to be read."""
    try:
        with Image.open(io.BytesIO(data), formats=READABLE_FORMATS) as image:
            return min(MAX_PIXELS, image.width * image.height)
    except (*_DECODE_FAULTS, *_BOMB_FAULTS):
        return 0


def display_name(path: Path) -> str:
    """The file's name as text that can be shown and stored, whatever bytes it is made of."""
    return os.fsencode(path.name).decode("utf-8", "replace") or str(path)


def thumbnail(pixels: Pixels, edge: int) -> Pixels:
    """The picture (H×W×4) reduced so that its longer edge is `edge` pixels; never enlarged."""
    height, width = pixels.shape[:2]
    scale = min(1.0, edge / max(height, width))
    size = Size(max(1, round(width * scale)), max(1, round(height * scale)))
    if is_opaque(pixels):
        # Halving first takes a fifth of the time, and nobody sees it at that size.
        while min(pixels.shape[0] // size.height, pixels.shape[1] // size.width) >= _FAR:
            half = Size(pixels.shape[1] // 2, pixels.shape[0] // 2)
            pixels = resize(pixels, half)
    return resize(pixels, size)


def _check_file_bytes(count: int, name: str) -> None:
    if count == 0:
        raise ImageError(Phrase("{name} is empty", name=name), "Choose another file.")
    if count > MAX_FILE_BYTES:
        limit = MAX_FILE_BYTES >> 20
        raise ImageError(
            Phrase("{name} is too large", name=name),
            Phrase(
                "Files up to {limit} MB can be opened. {convert}", limit=limit, convert=_CONVERT
            ),
        )


def _read(stream: IO[bytes], name: str, path: Path | None) -> Picture:
    start = stream.read(32)
    stream.seek(0)
    with _faults_in_words(name, start):
        if _is_heic(start):
            _load_heic_plugin()
        with Image.open(stream, formats=_formats_for(start)) as image:
            _check_size(Size(*image.size), name)
            notices = (*_frame_notices(image), *_depth_notices(image))
            with WORK.hold(image.width * image.height):
                image.load()
                converted = colour.convert(image)
                exif = image.getexif()
                pixels = _upright(converted.pixels, exif)
            kept_exif, exif_notices = _portable(exif)
    pixels.setflags(write=False)
    all_notices = (*notices, *converted.notices, *exif_notices)
    return Picture(pixels, name, path, converted.icc_profile, kept_exif, all_notices)


@contextmanager
def _faults_in_words(name: str, start: bytes) -> Iterator[None]:
    try:
        yield
    except UnidentifiedImageError:
        raise ImageError(
            Phrase("{name} cannot be opened", name=name), _unknown_format(start)
        ) from None
    except _BOMB_FAULTS:
        raise _too_large(name, "") from None
    except MemoryError:
        advice = Phrase("Close other pictures or programs and open it again.")
        raise ImageError(
            Phrase("There is not enough memory for {name}", name=name), advice
        ) from None
    except _DECODE_FAULTS as fault:
        advice = Phrase("Fetch or export the file again: it is damaged or incomplete.")
        raise ImageError(Phrase("{name} cannot be read to its end", name=name), advice) from fault


def _unknown_format(start: bytes) -> str:
    if start.startswith(_JXL_STARTS):
        return Phrase("JPEG XL files cannot be read. {convert}", convert=_CONVERT)
    if start.lstrip().startswith((b"<svg", b"<?xml")):
        return Phrase("Drawings (SVG) cannot be edited. {convert}", convert=_CONVERT)
    return Phrase(
        "It is not a PNG, JPEG, WebP, TIFF, BMP, GIF or AVIF picture, or it is damaged. {convert}",
        convert=_CONVERT,
    )


def _too_large(name: str, size: str) -> ImageError:
    limits = Phrase(
        "up to {megapixels} megapixels and {edge} pixels an edge",
        megapixels=MAX_PIXELS // 1_000_000,
        edge=MAX_EDGE,
    )
    advice = Phrase(
        "Pictures {limits} can be opened. Reduce it in another program first.", limits=limits
    )
    return ImageError(Phrase("{name} is too large{size}", name=name, size=size), advice)


def _check_size(size: Size, name: str) -> None:
    if size.width * size.height > MAX_PIXELS or max(size) > MAX_EDGE:
        raise _too_large(name, f" ({size.width} × {size.height})")


def _is_heic(start: bytes) -> bool:
    # AVIF files may carry a HEIF brand as their first one.
    return start[4:8] == b"ftyp" and start[8:12] in _HEIC_BRANDS and b"avif" not in start


def _formats_for(start: bytes) -> tuple[str, ...]:
    return ("HEIF",) if _is_heic(start) else READABLE_FORMATS


def _load_heic_plugin() -> None:
    try:
        plugin = importlib.import_module("pillow_heif")
    except ImportError:
        advice = Phrase('Install the "heic" extra (pip install "inpaint-studio[heic]")')
        message = Phrase("{advice} and open it again, or save it as JPEG.", advice=advice)
        raise ImageError("HEIC pictures need an extra", message) from None
    plugin.register_heif_opener()


def _frame_notices(image: Image.Image) -> tuple[str, ...]:
    # MPO is a JPEG with further views of the same photo, of which nobody wants to hear.
    if image.format == "MPO" or not getattr(image, "is_animated", False):
        return ()
    if image.format == "TIFF":
        return (Phrase("The file holds several pages; the first was opened."),)
    return (Phrase("The picture is animated; its first frame was opened."),)


def _depth_notices(image: Image.Image) -> tuple[str, ...]:
    """A notice where Pillow is about to drop the low bytes of 16-bit channels without a word."""
    is_deep = any(";16" in str(tile.args) for tile in getattr(image, "tile", ()))
    return (colour.DEEP_NOTICE,) if is_deep and image.mode not in colour.GREY_DEEP_MODES else ()


def _upright(pixels: Pixels, exif: Image.Exif) -> Pixels:
    turn = _UPRIGHT.get(exif.get(ExifTags.Base.Orientation, 1))
    return np.asarray(turn(pixels), np.uint8) if turn else pixels


def _portable(exif: Image.Exif) -> tuple[bytes | None, tuple[str, ...]]:
    """The EXIF block as any format can carry it: no orientation, no storage tags, no thumbnail."""
    for tag in _STORAGE_TAGS:
        exif.pop(tag, None)
    try:
        block = exif.tobytes() if len(exif) else None
    except _DECODE_FAULTS:
        return None, (Phrase("The picture's EXIF data is damaged and has been left out."),)
    if block and len(block) > MAX_METADATA_BYTES:
        return None, (Phrase("The picture's EXIF data is too large and has been left out."),)
    return block, ()
