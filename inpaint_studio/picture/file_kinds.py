"""What a file is that is not opened: said by name, as "damaged" would be wrong."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator

from PIL.TiffImagePlugin import ImageFileDirectory_v2

from inpaint_studio.phrase import Phrase

CONVERT = Phrase("Save it as PNG or JPEG in another program and open that file.")

_TIFF = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
_JXL = (b"\xff\x0a", b"\x00\x00\x00\x0cJXL ")
_RAW = (b"IIRO", b"IIRS", b"MMOR", b"IIU\0", b"FUJIFILMCCD-RAW", b"FOVb", b"\0MRM")
_NAMED = (
    (b"%PDF", "PDF"),
    (b"%!PS", "PostScript"),
    (b"gimp xcf", "GIMP (XCF)"),
    (b"\x76\x2f\x31\x01", "OpenEXR"),
    (b"#?RADIANCE", "Radiance HDR"),
    (b"DDS ", "DDS"),
    (b"\0\0\1\0", "Windows icon"),
    (b"AT&TFORM", "DjVu"),
    (b"qoif", "QOI"),
    (b"P1\n", "PNM"),
    (b"P4\n", "PNM"),
    (b"P5\n", "PNM"),
    (b"P6\n", "PNM"),
)
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
_SIZ, _SSIZ = b"\xff\x4f\xff\x51", 42
"""Where a JPEG 2000 codestream begins, and how far on it tells its depth (ITU-T T.800, A.5.1)."""
_BOXES = 1 << 16
_SUB_IFDS, _PHOTOMETRIC, _DNG_VERSION, _COMPRESSION = 330, 262, 50706, 259
_MOSAICS = (32803, 34892)
"""Photometric interpretations of what a sensor saw (TIFF/EP; DNG 1.6, chapter 2)."""
_RAW_COMPRESSIONS = (32767, 32769, 34713, 65535)
_FAULTS = (
    *(SyntaxError, ValueError, LookupError, TypeError, OSError, struct.error, ArithmeticError),
    UserWarning,
)


def is_heic(start: bytes) -> bool:
    """Whether a file that begins so is HEIC. AVIF files may carry a HEIF brand as their first."""
    return start[4:8] == b"ftyp" and start[8:12] in _HEIC_BRANDS and b"avif" not in start


def is_tiff(data: bytes) -> bool:
    """Whether the file is a TIFF, or made like one."""
    return data.startswith(_TIFF)


def is_raw(data: bytes) -> bool:
    """Whether the file holds what a camera's sensor saw; pictures in it are small previews."""
    if data.startswith(_RAW) or data[4:12] == b"ftypcrx ":
        return True
    return is_tiff(data) and (
        data[8:10] == b"CR" or any(_is_of_a_sensor(each) for each in _directories(data))
    )


def first_offset(data: bytes) -> int:
    """Where the directory of a TIFF's first page lies.

    Raises:
        SyntaxError, struct.error: there is no whole header.
    """
    return int(_empty_directory(data).next)


def first_directory(data: bytes) -> ImageFileDirectory_v2 | None:
    """The tags of a TIFF's first page; None where they cannot be read."""
    try:
        return _loaded(_empty_directory(data), data, first_offset(data))
    except _FAULTS:
        return None


def what_it_is(data: bytes) -> str:
    """Why no decoder takes the file, and what to do."""
    start = data[:512]
    if start.startswith(_JXL):
        return Phrase("JPEG XL files cannot be read. {convert}", convert=CONVERT)
    if _is_drawing(start):
        return Phrase("Drawings (SVG) cannot be edited. {convert}", convert=CONVERT)
    if start.startswith(b"8BPS"):
        return _kind_of_psd(start)
    if is_tiff(data):
        return _kind_of_tiff(data)
    for signature, name in _NAMED:
        if start.startswith(signature):
            return Phrase("{kind} files cannot be read. {convert}", kind=name, convert=CONVERT)
    return Phrase(
        "It is not a PNG, JPEG, WebP, TIFF, BMP, GIF, AVIF, JPEG 2000 or PSD picture, or it is"
        " damaged. {convert}",
        convert=CONVERT,
    )


def raw_words() -> str:
    """What to do with a camera's raw file."""
    return Phrase(
        "It is a camera's raw file, in which only a small preview is a picture. Develop it in"
        " another program and open what that saves."
    )


def has_deep_samples(file_format: str | None, data: bytes) -> bool:
    """Whether AVIF, HEIC or JPEG 2000 has more than 8 bits a channel."""
    if file_format == "JPEG2000":
        at = data.find(_SIZ)
        return 0 <= at < len(data) - _SSIZ and (data[at + _SSIZ] & 127) + 1 > 8
    if file_format in ("AVIF", "HEIF"):
        at = data.find(b"pixi", 0, _BOXES)
        return at >= 0 and any(bits > 8 for bits in data[at + 9 : at + 9 + data[at + 8]])
    return False


def _directories(data: bytes) -> Iterator[ImageFileDirectory_v2]:
    first = first_directory(data)
    if first is None:
        return
    yield first
    offsets = first.get(_SUB_IFDS, ())
    for offset in (offsets if isinstance(offsets, tuple) else (offsets,))[:16]:
        try:
            yield _loaded(_empty_directory(data), data, int(offset))
        except _FAULTS:
            continue


def _empty_directory(data: bytes) -> ImageFileDirectory_v2:
    return ImageFileDirectory_v2(data[: 16 if b"+" in data[2:4] else 8])


def _loaded(directory: ImageFileDirectory_v2, data: bytes, offset: int) -> ImageFileDirectory_v2:
    stream = io.BytesIO(data)
    stream.seek(offset)
    directory.load(stream)
    return directory


def _is_of_a_sensor(directory: ImageFileDirectory_v2) -> bool:
    try:
        return (
            _DNG_VERSION in directory
            or directory.get(_PHOTOMETRIC) in _MOSAICS
            or directory.get(_COMPRESSION) in _RAW_COMPRESSIONS
        )
    except _FAULTS:
        return False


def _is_drawing(start: bytes) -> bool:
    for bom in _BOMS:
        start = start.removeprefix(bom)
    text = start.replace(b"\0", b"").lstrip().lower()
    return text.startswith((b"<svg", b"<?xml", b"<!doctype svg")) or (
        text.startswith(b"<!--") and b"<svg" in text
    )


def _kind_of_psd(start: bytes) -> str:
    if start[4:6] == b"\0\2":
        return Phrase("It is a large Photoshop document (PSB). {convert}", convert=CONVERT)
    bits, mode = int.from_bytes(start[22:24]), int.from_bytes(start[24:26])
    return Phrase(
        "It is a Photoshop file, but its kind of pixels ({bits} bits, colour mode {mode}) cannot be"
        " read, or it is damaged. {convert}",
        bits=bits,
        mode=mode,
        convert=CONVERT,
    )


def _kind_of_tiff(data: bytes) -> str:
    first = first_directory(data)
    try:
        bits = "/".join(map(str, first.get(258, (1,)))) if first else "?"
        scheme = first.get(_PHOTOMETRIC, "?") if first else "?"
    except _FAULTS:
        bits, scheme = "?", "?"
    return Phrase(
        "It is a TIFF, but its kind of pixels ({bits} bits, colour scheme {scheme}) cannot be read,"
        " or it is damaged. {convert}",
        bits=bits,
        scheme=scheme,
        convert=CONVERT,
    )
