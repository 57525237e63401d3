"""Pixels to the bytes of a picture file.

One table says what each format can hold; metadata goes out as it came in.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from PIL import Image, features
from PIL.PngImagePlugin import PngInfo

from inpaint_studio.errors import ImageError
from inpaint_studio.phrase import Phrase
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.description import (
    NO_DESCRIPTION,
    Description,
    room_for,
    save_options,
    tiff_tags,
)
from inpaint_studio.picture.file_kinds import first_directory


@dataclass(frozen=True, slots=True)
class _Format:
    """What one format holds: `options` maps a quality of 0–100 to Pillow's own parameters."""

    pillow_name: str
    max_edge: int
    keeps_alpha: bool
    default_quality: int
    options: Callable[[int], dict[str, Any]]


def _jpeg_options(quality: int) -> dict[str, Any]:
    # From 90 up nobody wants the halved colour resolution.
    return {"quality": quality, "subsampling": 0 if quality >= 90 else 2}


def _webp_options(quality: int) -> dict[str, Any]:
    # `exact` keeps the colours of transparent pixels.
    return {"quality": quality, "lossless": quality == 100, "exact": quality == 100}


def _avif_options(quality: int) -> dict[str, Any]:
    return {"quality": quality, "subsampling": "4:4:4" if quality >= 90 else "4:2:0"}


_FORMATS = {
    "png": _Format("PNG", 2**31 - 1, True, 100, lambda _quality: {}),
    "jpeg": _Format("JPEG", 65_500, False, 92, _jpeg_options),
    "webp": _Format("WEBP", 16_383, True, 90, _webp_options),
    "tiff": _Format("TIFF", 2**31 - 1, True, 100, lambda _: {"compression": "tiff_adobe_deflate"}),
    "avif": _Format("AVIF", 65_536, True, 80, _avif_options),
}
_FAULTS = (
    *(OSError, ValueError, TypeError, AttributeError, LookupError, ArithmeticError, SyntaxError),
    *(RuntimeError, struct.error),
)
"""What writing raises for metadata that a format does not hold, or that is odd."""
_OTHER_NAMES = {"jpg": "jpeg", "tif": "tiff"}


def encode(
    pixels: Pixels,
    file_format: str,
    *,
    quality: int | None = None,
    icc_profile: bytes | None = None,
    exif: bytes | None = None,
    description: Description | None = None,
    text: Mapping[str, str] | None = None,
    png_level: int = 6,
) -> bytes:
    """The bytes of a picture file holding `pixels` (H×W×4 uint8 BGRA).

    `file_format` is png, jpeg, webp, tiff or avif. `quality` is 0–100 and means nothing to PNG and
    TIFF, which are lossless; WebP is lossless at 100. JPEG has no alpha: the picture is laid on
    white. `text` goes into PNG text chunks only. `png_level` is zlib's 0–9: 1 takes half the time
    of 6 for a photo a tenth larger.

    Raises:
        ImageError: unknown format, a picture too large for it, or no encoder on this machine.
    """
    chosen = _checked_format(file_format, pixels)
    options = chosen.options(chosen.default_quality if quality is None else quality)
    if chosen.pillow_name == "PNG":
        options = {"compress_level": png_level, "pnginfo": _text_chunks(text or {})}
    metadata = {"icc_profile": icc_profile, "exif": exif}
    options |= {name: value for name, value in metadata.items() if value}
    if description is not None:
        options = save_options(chosen.pillow_name, description, options)
    is_tiff = chosen.pillow_name == "TIFF"
    tiff_exif = options.pop("exif", b"") if is_tiff else b""
    tags = tiff_tags(description) if is_tiff and description is not None else {}
    image = Image.fromarray(_drawable(pixels, keeps_alpha=chosen.keeps_alpha))
    buffer = io.BytesIO()
    try:
        image.save(buffer, chosen.pillow_name, **options)
        data = buffer.getvalue()
        return _with_tags(data, tiff_exif, tags) if tiff_exif or tags else data
    except _FAULTS as fault:
        advice = Phrase("Choose another format, or leave the metadata out.")
        raise ImageError(
            Phrase("The picture cannot be written as {file_format}", file_format=file_format),
            advice,
        ) from fault


def _with_tags(tiff: bytes, exif: bytes, tags: Mapping[int, bytes]) -> bytes:
    """The file behind a directory that has the EXIF block's tags, and further ones, too.

    LibTIFF, which compresses, takes none of the directories below the first: camera, lens, GPS.
    """
    told = Image.Exif()
    told.load(exif)
    for tag, value in (*tags.items(), *(first_directory(tiff) or {}).items()):
        told[tag] = value  # those of strips are moved to where the file then begins
    return told.tobytes().removeprefix(b"Exif\0\0") + tiff


def written_of(file_format: str, description: Description | None) -> Description:
    """As much of a description as a file of that format holds."""
    return room_for(_FORMATS[_plain_name(file_format)].pillow_name, description or NO_DESCRIPTION)


def is_lossless(file_format: str, quality: int | None = None) -> bool:
    """Whether a file of that format and quality has every pixel as it was."""
    name = _plain_name(file_format)
    return name in ("png", "tiff") or (name == "webp" and quality == 100)


def _plain_name(file_format: str) -> str:
    name = file_format.lower()
    return _OTHER_NAMES.get(name, name)


def _checked_format(file_format: str, pixels: Pixels) -> _Format:
    chosen = _FORMATS.get(_plain_name(file_format))
    if chosen is None:
        raise ImageError(
            Phrase("{file_format} files cannot be written", file_format=file_format),
            Phrase("Choose {formats}.", formats=", ".join(_FORMATS)),
        )
    if chosen.pillow_name == "AVIF" and not features.check("avif"):
        raise ImageError("AVIF cannot be written on this machine", "Choose WebP or PNG instead.")
    if max(pixels.shape[:2]) > chosen.max_edge:
        limit = Phrase(
            "{file_format} holds at most {edge} pixels an edge",
            file_format=chosen.pillow_name,
            edge=chosen.max_edge,
        )
        raise ImageError(
            "The picture is too large for this format",
            Phrase("{limit}: choose PNG or TIFF.", limit=limit),
        )
    return chosen


def _text_chunks(text: Mapping[str, str]) -> PngInfo:
    chunks = PngInfo()
    for key, value in text.items():
        chunks.add_itxt(key, value)
    return chunks


def _drawable(pixels: Pixels, *, keeps_alpha: bool) -> Pixels:
    """RGBA where there is alpha to keep, otherwise RGB."""
    if bool((pixels[..., 3] == 255).all()):
        return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGRA2RGB), np.uint8)
    if keeps_alpha:
        return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGRA2RGBA), np.uint8)
    return on_white(pixels)


def on_white(pixels: Pixels) -> Pixels:
    """H×W×3 RGB of BGRA pixels laid on white."""
    rgb = pixels[..., 2::-1].astype(np.uint16)
    alpha = pixels[..., 3:].astype(np.uint16)
    return ((rgb * alpha + 255 * (255 - alpha) + 127) // 255).astype(np.uint8)
