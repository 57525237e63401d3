"""What an export carries beside its pixels, in words: a person may not want all of it to leave."""

from __future__ import annotations

from collections.abc import Iterator

from PIL import Image

from inpaint_studio.picture.image_file import Picture

_GPS_FOLDER = 0x8825


def carried(source: Picture) -> tuple[str, ...]:
    """What of a source goes along unless it is left out; empty where there is nothing."""
    return tuple(_text_of(source))


def _text_of(source: Picture) -> Iterator[str]:
    if source.exif:
        yield "EXIF with the place it was taken at" if _has_place(source.exif) else "EXIF"
    if source.description.xmp:
        yield "XMP"
    if source.description.iptc:
        yield "IPTC"


def _has_place(exif_block: bytes) -> bool:
    exif = Image.Exif()
    try:
        exif.load(exif_block)
        return bool(exif.get_ifd(_GPS_FOLDER))
    except (SyntaxError, ValueError, LookupError, TypeError, OSError):
        return True  # what cannot be told may well be there
