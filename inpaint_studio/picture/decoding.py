"""A picture's file decoded: whatever mode it is stored in, by the libraries that know its format.

Raises what they raise; `image_file` puts it into words.
"""

from __future__ import annotations

import importlib
import io
import logging
import warnings
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

import cv2
import numpy as np
from PIL import Image, UnidentifiedImageError

from inpaint_studio.contract.png_chunks import SIGNATURE
from inpaint_studio.errors import ImageError
from inpaint_studio.phrase import Phrase
from inpaint_studio.picture import colour, gif_file, psd_file
from inpaint_studio.picture.avif_file import without_exif
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.description import take_xmp, tiff_description
from inpaint_studio.picture.file_kinds import (
    first_directory,
    has_deep_samples,
    is_heic,
    is_tiff,
)
from inpaint_studio.picture.geometry import MAX_PIXELS, Size
from inpaint_studio.picture.jpeg_file import START, closings, ends_without_mark, sort_jpeg
from inpaint_studio.picture.mended_tags import mended_tags
from inpaint_studio.picture.metadata import DAMAGED_EXIF, TAG_FAULTS, read_exif
from inpaint_studio.picture.png_file import sort_png
from inpaint_studio.picture.sorted_file import ANIMATED, SortedFile, left_out
from inpaint_studio.picture.tiff_file import odd_tiff
from inpaint_studio.picture.webp_file import is_webp, sort_webp

READABLE_FORMATS = ("PNG", "JPEG", "WEBP", "TIFF", "BMP", "GIF", "AVIF", "JPEG2000", "PSD")

# A picture between once and twice Pillow's limit only warns there; here it is refused, in words.
Image.MAX_IMAGE_PIXELS = MAX_PIXELS
warnings.simplefilter("ignore", Image.DecompressionBombWarning)
# What its parsers log and warn of in damaged files: the ImageError is all a person needs of it.
logging.getLogger("PIL").setLevel(logging.CRITICAL)
warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.")

# What Pillow's parsers raise on damaged and hostile files.
BOMB_FAULTS = (Image.DecompressionBombError, Image.DecompressionBombWarning)
DECODE_FAULTS = (*TAG_FAULTS, zlib.error)


def sorted_file(data: bytes) -> SortedFile:
    """A file sorted into pixels and what describes them, as far as its format is known."""
    if data.startswith(SIGNATURE):
        return sort_png(data, colour.MAX_PROFILE_BYTES)
    if data.startswith(START):
        return sort_jpeg(data)
    if is_webp(data):
        return sort_webp(data)
    if data.startswith(gif_file.SIGNATURE):
        return gif_file.sort_gif(data)
    if data.startswith(psd_file.SIGNATURE):
        return psd_file.sort_psd(data)
    return _mended_tiff(data) if is_tiff(data) else SortedFile(data)


def _mended_tiff(data: bytes) -> SortedFile:
    mended = mended_tags(data)
    pixels = (mended.data or data) if mended.is_damaged else data
    words = left_out([f"tag {tag}" for tag in mended.damaged])
    xmp, iptc = _described_by_tags(pixels)
    return SortedFile(pixels, notices=(words,) if mended.damaged else (), xmp=xmp, iptc=iptc)


def _described_by_tags(tiff: bytes) -> tuple[bytes | None, bytes | None]:
    with suppress(*DECODE_FAULTS):
        return tiff_description(first_directory(tiff) or {}, "<" if tiff[:2] == b"II" else ">")
    return None, None


def stored_profile(data: bytes) -> bytes | None:
    """The profile that a picture read from this file would have; its pixels are not decoded.

    None for sRGB, and where the file cannot be read.
    """
    with suppress(*DECODE_FAULTS, *BOMB_FAULTS, ImageError):
        file = sorted_file(data)
        with header_of(file.pixels) as image:
            if file.icc_profile is not None:
                image.info["icc_profile"] = file.icc_profile
            exif = read_exif(image, file.exif)
            return colour.described_by(image, file.pixels, is_adobe_rgb=exif.is_adobe_rgb)
    return None


def stated_pixels(data: bytes) -> int:
    """How many pixels a file says it has, by its header; 0 where it has none to be read."""
    with suppress(*DECODE_FAULTS, *BOMB_FAULTS, ImageError):
        tiff = odd_tiff(data) if is_tiff(data) else None
        if tiff is not None:
            return min(MAX_PIXELS, tiff.size.width * tiff.size.height)
        with _opened(data)[0] as image:
            return min(MAX_PIXELS, image.width * image.height)
    return 0


def header_of(data: bytes) -> Image.Image:
    """An image of what a sorted file says before its pixels; of an odd TIFF its profile only.

    Raises:
        DECODE_FAULTS, BOMB_FAULTS: it is no picture.
        ImageError: an extra is missing.
    """
    tiff = odd_tiff(data) if is_tiff(data) else None
    if tiff is None:
        return _opened(data)[0]
    image = Image.new("RGB", (1, 1))
    image.info["icc_profile"] = tiff.icc_profile
    return image


@dataclass(frozen=True, slots=True)
class DecodedFile:
    """An image with its pixels.

    `alpha` (H×W) is there where its own is wrong, `tiff` where Pillow did not read the file itself,
    `xmp` where only the decoder found it. `dpi` are pixels per inch, across and down.
    """

    image: Image.Image
    notices: tuple[str, ...] = ()
    alpha: Pixels | None = None
    tiff: bytes | None = None
    xmp: bytes | None = None
    dpi: tuple[float, float] | None = None


def decode_file(data: bytes, check_size: Callable[[Size], None]) -> DecodedFile:
    """The first picture of a sorted file.

    Raises:
        DECODE_FAULTS, BOMB_FAULTS, MemoryError: it is no picture, or damaged, or too large.
        ImageError: what `check_size` raises of its size, or an extra is missing.
    """
    tiff = odd_tiff(data) if is_tiff(data) else None
    if tiff is not None:
        check_size(tiff.size)
        read = tiff.read()
        return DecodedFile(read.image, read.notices, read.alpha, data)
    opened, open_notices = _opened(data)
    with opened as image:
        check_size(Size(*image.size))
        notices = (*open_notices, *_frame_notices(image), *_depth_notices(image, data))
        is_deep = _has_deep_samples(image)
        xmp = take_xmp(image)
        image, end_notices = _loaded(image, data)
        xmp = take_xmp(image) or xmp
        is_psd = image.format == "PSD"
        dpi = psd_file.resolution(data) if is_psd else None
        if is_psd and image.mode == "RGBA" and psd_file.has_transparency(data):
            return DecodedFile(psd_file.without_white(image), notices, dpi=dpi)
        alpha = _own_alpha(image, data, is_deep=is_deep)
        return DecodedFile(image, (*notices, *end_notices), alpha, xmp=xmp, dpi=dpi)


def _opened(data: bytes) -> tuple[Image.Image, tuple[str, ...]]:
    """The file with its header read."""
    if is_heic(data[:32]):
        _load_heic_plugin()
        return Image.open(io.BytesIO(data), formats=("HEIF",)), ()
    try:
        return Image.open(io.BytesIO(data), formats=READABLE_FORMATS), ()
    except DECODE_FAULTS as fault:
        other = without_exif(data)
        if isinstance(fault, LookupError) and data.startswith(psd_file.SIGNATURE):
            raise UnidentifiedImageError from fault  # a mode that Pillow does not list
        if other == data:
            raise
        return Image.open(io.BytesIO(other), formats=READABLE_FORMATS), (DAMAGED_EXIF,)


def _loaded(image: Image.Image, data: bytes) -> tuple[Image.Image, tuple[str, ...]]:
    """The image with its pixels; of a JPEG that only its end marker is missing it is told."""
    try:
        image.load()
    except OSError:
        ways = closings(data) if image.format == "JPEG" and ends_without_mark(data) else None
        if ways is None:
            raise
        whole, other = (Image.open(io.BytesIO(way), formats=("JPEG",)) for way in ways)
        if not np.array_equal(np.asarray(whole), np.asarray(other)):
            raise
        return whole, (Phrase("The file's end marker is missing; the picture is whole."),)
    return image, ()


def _own_alpha(image: Image.Image, data: bytes, *, is_deep: bool) -> Pixels | None:
    """H×W alpha where Pillow makes a mistake about it."""
    if image.mode == "RGBA" and _means_no_alpha(image):
        return np.full(image.size[::-1], 255, np.uint8)
    if (
        image.format != "PNG"
        or not is_deep
        or not isinstance(image.info.get("transparency"), tuple)
    ):
        return None
    # Pillow compares the upper bytes alone.
    samples = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED)
    if samples is None or samples.ndim != 3 or samples.shape[2] != 4:
        return None
    return np.where(samples[..., 3] > 0, np.uint8(255), np.uint8(0))


def _means_no_alpha(image: Image.Image) -> bool:
    """Whether a fourth channel is no transparency: left empty by a program, or a selection."""
    is_empty = image.format == "BMP" and image.getchannel("A").getextrema() == (0, 0)
    return is_empty or image.format == "PSD"


def _load_heic_plugin() -> None:
    try:
        plugin = importlib.import_module("pillow_heif")
    except ImportError:
        advice = Phrase('Install the "heic" extra (pip install "inpaint-studio[heic]")')
        message = Phrase("{advice} and open it again, or save it as JPEG.", advice=advice)
        raise ImageError("HEIC pictures need an extra", message) from None
    plugin.register_heif_opener()


def _frame_notices(image: Image.Image) -> tuple[str, ...]:
    if image.format == "PSD" or not getattr(image, "is_animated", False):
        return ()  # Photoshop's layers come merged
    if image.format == "TIFF":
        return (Phrase("The file holds several pages; the first was opened."),)
    return (ANIMATED,)


def _depth_notices(image: Image.Image, data: bytes) -> tuple[str, ...]:
    """A notice where the low bits of deeper samples are dropped without a word."""
    if image.mode in colour.GREY_DEEP_MODES:
        return ()  # their conversion tells it
    is_deep = _has_deep_samples(image) or has_deep_samples(image.format, data)
    return (colour.DEEP_NOTICE,) if is_deep else ()


def _has_deep_samples(image: Image.Image) -> bool:
    """Whether a PNG has; asked before it is loaded."""
    tiles = getattr(image, "tile", ())
    return image.format == "PNG" and any(";16" in str(tile.args) for tile in tiles)
