"""EXIF as it comes in: which way up a picture is, and what of it any format can carry."""

from __future__ import annotations

import io
import struct
from dataclasses import dataclass, replace

from PIL import ExifTags, Image

from inpaint_studio.phrase import Phrase
from inpaint_studio.picture.file_kinds import first_offset
from inpaint_studio.picture.mended_tags import mended_tags

MAX_EXIF_BYTES = 65_533 - 8
"""JPEG and WebP readers elsewhere stop at one 64 KiB segment."""

# Tags of the first directory that describe how the old file stored its pixels, or are kept apart.
_STORAGE_TAGS = (
    *range(254, 267),
    *range(273, 282),
    *range(284, 293),
    *range(317, 348),
    *range(512, 533),
    *(ExifTags.Base.Orientation, ExifTags.Base.XMLPacket, ExifTags.Base.InterColorProfile),
    *(ExifTags.Base.IPTCNAA, ExifTags.Base.ImageResources),
)
_RESOLUTION = (ExifTags.Base.XResolution, ExifTags.Base.YResolution)
_NO_UNIT, _PER_CM, _CM_PER_INCH = 1, 3, 2.54
_UNCALIBRATED, _ADOBE_COLOUR_SPACE = 0xFFFF, 2
TAG_FAULTS = (
    *(OSError, SyntaxError, ValueError, TypeError, AttributeError, LookupError, ArithmeticError),
    *(RuntimeError, EOFError, struct.error, UserWarning),
)
"""What Pillow's reader of tags raises on damaged and hostile files."""
DAMAGED_EXIF = Phrase("The picture's EXIF data is damaged and has been left out.")
_PARTLY_DAMAGED = Phrase("Parts of the picture's EXIF data are damaged and have been left out.")


@dataclass(frozen=True, slots=True)
class ExifData:
    """`block` has neither orientation nor storage tags nor a thumbnail; None if nothing is left.

    `is_adobe_rgb` where it says so of the colours; `dpi` are pixels per inch, across and down.
    """

    orientation: int = 1
    block: bytes | None = None
    notices: tuple[str, ...] = ()
    is_adobe_rgb: bool = False
    dpi: tuple[float, float] | None = None


def read_exif(
    image: Image.Image, stored: bytes | None = None, tiff: bytes | None = None
) -> ExifData:
    """The EXIF block `stored` beside an opened image, else its own, or what a TIFF's file says.

    A mark in XMP alone turns nothing: no browser and no other editor goes by it.
    """
    block = stored if stored is not None else image.info.pop("exif", None)
    mended = None if block is None else mended_tags(block)
    found = ExifData()
    try:
        exif = _of_file(image, tiff) if mended is None else _of_block(mended.data)
        found = ExifData(int(exif.get(ExifTags.Base.Orientation, 1)), dpi=_resolution(exif))
        for tag in _STORAGE_TAGS:
            exif.pop(tag, None)
        kept = exif.tobytes() if len(exif) else None
        found = replace(found, block=kept, is_adobe_rgb=_is_adobe_rgb(exif))
    except TAG_FAULTS:
        return replace(found, block=None, notices=(DAMAGED_EXIF,))
    if kept and len(kept) > MAX_EXIF_BYTES:
        words = Phrase("The picture's EXIF data is too large and has been left out.")
        return replace(found, block=None, notices=(words,))
    if mended is None or not mended.is_damaged:
        return found
    return replace(found, notices=(_PARTLY_DAMAGED if kept else DAMAGED_EXIF,))


def _resolution(exif: Image.Exif) -> tuple[float, float] | None:
    try:
        across, down = (float(exif[tag]) for tag in _RESOLUTION)
    except TAG_FAULTS:
        return None
    unit = exif.get(ExifTags.Base.ResolutionUnit)
    if unit == _NO_UNIT:
        return None
    each = _CM_PER_INCH if unit == _PER_CM else 1.0
    return across * each, down * each


def _is_adobe_rgb(exif: Image.Exif) -> bool:
    """As cameras tell it (DCF 2.0): uncalibrated, and interoperability "R03"."""
    space = exif.get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.ColorSpace)
    index = exif.get_ifd(ExifTags.IFD.Interop).get(ExifTags.Interop.InteropIndex, "")
    is_r03 = str(index).rstrip("\0 ") == "R03"
    return space == _ADOBE_COLOUR_SPACE or (space == _UNCALIBRATED and is_r03)


def _of_block(block: bytes) -> Image.Exif:
    exif = Image.Exif()
    exif.load(block)
    return exif


def _of_file(image: Image.Image, tiff: bytes | None) -> Image.Exif:
    exif = Image.Exif()
    if tiff is not None:
        exif.endian = "<" if tiff.startswith(b"II") else ">"
        exif.bigtiff = b"+" in tiff[2:4]
        exif.load_from_fp(io.BytesIO(tiff), first_offset(tiff))
    elif image.format == "TIFF":
        exif = image.getexif()
    exif.bigtiff = False  # when it is written
    return exif
