"""What kind of picture a file really is: servers mislabel, and OpenAI refuses octet-stream."""

from __future__ import annotations

_SIGNATURES: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (8, b"WEBP", "image/webp"),
    (0, b"GIF8", "image/gif"),
    (0, b"BM", "image/bmp"),
    (0, b"II*\x00", "image/tiff"),
    (0, b"MM\x00*", "image/tiff"),
    (4, b"ftypavif", "image/avif"),
    (4, b"ftypavis", "image/avif"),
    (4, b"ftypheic", "image/heic"),
    (4, b"ftypmif1", "image/heic"),
    (0, b"<svg", "image/svg+xml"),
    (0, b"<?xml", "image/svg+xml"),
)

_WITH_ALPHA = (4, 6)
"""Colour types of the PNG specification, 11.2.1: grey and true colour with alpha."""

_SUFFIXES = {
    "image/jpeg": "jpg",
    "image/svg+xml": "svg",
    "image/tiff": "tif",
    "image/vnd.adobe.photoshop": "psd",
}


def sniff(data: bytes) -> str | None:
    """The media type the first bytes of a file give away; None when it is no known picture."""
    for offset, signature, media_type in _SIGNATURES:
        if data.startswith(signature, offset):
            return media_type
    return None


def suffix(media_type: str) -> str:
    """The file name ending of a media type, without the dot."""
    return _SUFFIXES.get(media_type, media_type.rpartition("/")[2])


def png_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels from a PNG's header; None for anything else."""
    if len(data) < 24 or sniff(data) != "image/png" or data[12:16] != b"IHDR":
        return None
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")


def png_has_alpha(data: bytes) -> bool:
    """Whether a PNG file has an alpha channel or names transparent colours."""
    if png_size(data) is None or len(data) < 33:
        return False
    return data[25] in _WITH_ALPHA or b"tRNS" in data[33 : max(33, data.find(b"IDAT", 33))]
