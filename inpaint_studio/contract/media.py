"""What kind of picture a file really is: servers mislabel, and OpenAI refuses octet-stream."""

from __future__ import annotations

from collections.abc import Iterator

from inpaint_studio.contract.png_chunks import SIGNATURE, PngChunks

_SIGNATURES: tuple[tuple[int, bytes, str], ...] = (
    (0, SIGNATURE, "image/png"),
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

_IHDR_BYTES = 13
_COLOUR_TYPE = 9
_WITH_ALPHA = (4, 6)
"""Colour types of the PNG specification, 11.2.1: grey and true colour with alpha."""

_SUFFIXES = {
    "application/octet-stream": "bin",
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
    name, content = next(_png_chunks(data), (b"", b""))
    if name != b"IHDR" or len(content) < _IHDR_BYTES:
        return None
    return int.from_bytes(content[:4], "big"), int.from_bytes(content[4:8], "big")


def png_has_alpha(data: bytes) -> bool:
    """Whether a PNG file has an alpha channel or names transparent colours."""
    if png_size(data) is None:
        return False
    for name, content in _png_chunks(data):
        if name == b"IDAT":
            return False
        if name == b"tRNS" or (name == b"IHDR" and content[_COLOUR_TYPE] in _WITH_ALPHA):
            return True
    return False


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, memoryview]]:
    if data.startswith(SIGNATURE):
        yield from PngChunks().take(memoryview(data)[len(SIGNATURE) :])
