"""Picture files: what may come in, and what comes in with it. `encode` is the way out.

Pillow decodes everything. Sizes are judged from the header, before a pixel is unpacked; whatever
cannot be used is refused with words that say what to do instead, and nothing is half opened.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from PIL import UnidentifiedImageError

from inpaint_studio.errors import ImageError
from inpaint_studio.phrase import Phrase
from inpaint_studio.picture import colour
from inpaint_studio.picture.colour import Pixels, is_opaque
from inpaint_studio.picture.decoding import (
    BOMB_FAULTS,
    DECODE_FAULTS,
    decode_file,
    sorted_file,
    stated_pixels,
)
from inpaint_studio.picture.decoding_budget import WORK
from inpaint_studio.picture.description import NO_DESCRIPTION, Description, description_of
from inpaint_studio.picture.display_colour import display_transform
from inpaint_studio.picture.file_kinds import (
    CONVERT,
    is_raw,
    raw_words,
    what_it_is,
)
from inpaint_studio.picture.foreign_file import is_regular, open_foreign, read_pipe
from inpaint_studio.picture.geometry import MAX_EDGE, MAX_PIXELS, Size
from inpaint_studio.picture.image_encoding import encode as encode
from inpaint_studio.picture.metadata import read_exif
from inpaint_studio.picture.progressive_decode import decode_plain
from inpaint_studio.picture.resample import resize

# 100 megapixels as uncompressed 16-bit RGBA, and room for metadata.
MAX_FILE_BYTES = 1 << 30
_FAR = 4  # times smaller: thumbnails from there on are halved first

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


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A picture as it was opened, upright.

    `pixels` is H×W×4 uint8 BGRA, not premultiplied and read-only: the source is never touched.
    `icc_profile` describes those pixels (None: sRGB). `exif` is an EXIF block without orientation.
    `description` is what else the file said of it, and `file` the file itself: what lies at `path`
    later may be another picture, and what changes the pixels drops it. `notices` are sentences on
    what was changed or left out while opening.
    """

    pixels: Pixels
    name: str
    path: Path | None = None
    icc_profile: bytes | None = None
    exif: bytes | None = None
    notices: tuple[str, ...] = ()
    description: Description = NO_DESCRIPTION
    file: bytes | None = None

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
        with open_foreign(path) as stream:
            if not is_regular(stream):
                return decode_picture(read_pipe(stream, MAX_FILE_BYTES, name), name)
            _check_file_bytes(os.fstat(stream.fileno()).st_size, name)
            with _decode_errors(name, b""):
                data = stream.readall()
        return _read(data, name, path)
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


def decode_picture(data: bytes, name: str) -> Picture:
    """Read a picture from the bytes of a file; `name` is what messages call it.

    Raises:
        ImageError: no picture, damaged, or larger than the limits.
    """
    _check_file_bytes(len(data), name)
    return _read(data, name, None)


def decode_result(data: bytes) -> Pixels:
    """The pixels (H×W×4 BGRA) of an image an endpoint sent, as numbers of what it was sent.

    That had no profile, so a result with one is turned back into sRGB.

    Raises:
        ImageError: no picture, damaged, or larger than the limits.
    """
    return decode_result_told(data)[0]


def decode_result_told(data: bytes) -> tuple[Pixels, tuple[str, ...]]:
    """The same, and sentences on what was changed or left out; raises as `decode_result`."""
    pixels = decode_plain(data)
    if pixels is not None:
        return pixels, ()
    picture = decode_picture(data, Phrase("The image the server sent"))
    return without_profile(picture), picture.notices


def without_profile(picture: Picture) -> Pixels:
    """The picture's pixels in sRGB, as the screen takes them and endpoints speak of them."""
    to_srgb = display_transform(picture.icc_profile)
    return picture.pixels if to_srgb is None else to_srgb(picture.pixels)


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
            Phrase("Files up to {limit} MB can be opened. {convert}", limit=limit, convert=CONVERT),
        )


def _read(data: bytes, name: str, path: Path | None) -> Picture:
    if is_raw(data):
        raise ImageError(Phrase("{name} cannot be opened", name=name), raw_words())
    with _decode_errors(name, data):
        file = sorted_file(data)
        with WORK.hold(stated_pixels(file.pixels)):
            decoded = decode_file(file.pixels, lambda size: _check_size(size, name))
            image = decoded.image
            if file.icc_profile is not None:
                image.info["icc_profile"] = file.icc_profile
            exif = read_exif(image, file.exif, decoded.tiff)
            # Pillow calls it 1 where a TIFF says nothing.
            dpi = None if image.format == "TIFF" else image.info.get("dpi")
            description, unsaid = description_of(
                file.xmp or decoded.xmp, file.iptc, decoded.dpi or dpi or exif.dpi
            )
            converted = colour.convert(image, file.pixels, is_adobe_rgb=exif.is_adobe_rgb)
            if decoded.alpha is not None:
                converted.pixels[..., 3] = decoded.alpha
            pixels = _upright(converted.pixels, exif.orientation)
    pixels.setflags(write=False)
    notices = (*file.notices, *decoded.notices, *converted.notices, *exif.notices, *unsaid)
    profile = converted.icc_profile
    return Picture(pixels, name, path, profile, exif.block, notices, description, data)


@contextmanager
def _decode_errors(name: str, data: bytes) -> Iterator[None]:
    try:
        yield
    except UnidentifiedImageError:
        raise ImageError(Phrase("{name} cannot be opened", name=name), what_it_is(data)) from None
    except BOMB_FAULTS:
        raise _too_large(name, "") from None
    except MemoryError:
        advice = Phrase("Close other pictures or programs and open it again.")
        raise ImageError(
            Phrase("There is not enough memory for {name}", name=name), advice
        ) from None
    except DECODE_FAULTS as fault:
        advice = Phrase("Fetch or export the file again: it is damaged or incomplete.")
        raise ImageError(Phrase("{name} cannot be read to its end", name=name), advice) from fault


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


def _upright(pixels: Pixels, orientation: int) -> Pixels:
    turn = _UPRIGHT.get(orientation)
    return np.asarray(turn(pixels), np.uint8) if turn else pixels
