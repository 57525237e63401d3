"""From whatever mode a file is stored in to the one the program works in: BGRA, 8 bits.

Knows Pillow images and arrays, nothing of files and limits.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms

from inpaint_studio.phrase import Phrase
from inpaint_studio.picture.colour_marks import Marked, marked_profile

Pixels = NDArray[np.uint8]

MAX_PROFILE_BYTES = 4 << 20
PLAIN_MODES = ("RGB", "RGBA", "L")
GREY_DEEP_MODES = ("I;16", "I;16B", "I;16L", "I;16N", "I", "F")
DEEP_NOTICE = Phrase("The picture had more than 8 bits per channel and has been reduced to 8.")
STRETCHED_NOTICE = Phrase("The picture's values have no fixed range and were stretched to 8 bits.")
_OTHER_COLOURS = ("CMYK", "LAB", "YCbCr", "HSV")
_CONVERTED_ROWS = 128
"""Pillow gives numpy an array by way of two copies; in bands it takes a third of the time, too."""
_BAND_ROWS = 512  # looked at together; the first transparent pixel ends the search


@dataclass(frozen=True, slots=True)
class Converted:
    """The pixels, the profile that describes them now, and what was changed to get there."""

    pixels: Pixels
    icc_profile: bytes | None
    notices: tuple[str, ...]


def convert(image: Image.Image, data: bytes = b"", *, is_adobe_rgb: bool = False) -> Converted:
    """The pixels of a loaded Pillow image as H×W×4 uint8 BGRA, not premultiplied.

    An RGB profile is kept, not applied; where there is none, what else the file `data` and its EXIF
    say of its colours becomes one. A CMYK, grey or Lab profile cannot describe BGRA pixels, so it
    is applied and what comes out is sRGB. A profile that cannot be read is dropped.
    """
    told = _profile_told(image, data, is_adobe_rgb=is_adobe_rgb)
    profile, profile_notices = told.icc_profile, told.notices
    mode_notices = _mode_notices(image)
    if image.mode in GREY_DEEP_MODES:
        image = _reduced(image)
    if profile is not None and _colour_space(profile) != "RGB":
        image, apply_notices = _apply_profile(image, profile)
        profile, profile_notices = None, profile_notices + apply_notices
    return Converted(_to_bgra(image), profile, mode_notices + profile_notices)


def described_by(image: Image.Image, data: bytes, *, is_adobe_rgb: bool) -> bytes | None:
    """The RGB profile of an opened picture, as `convert` would keep it."""
    profile = _profile_told(image, data, is_adobe_rgb=is_adobe_rgb).icc_profile
    return profile if profile is not None and _colour_space(profile) == "RGB" else None


def _profile_told(image: Image.Image, data: bytes, *, is_adobe_rgb: bool) -> Marked:
    stored = image.info.get("icc_profile")
    if stored or image.mode in _OTHER_COLOURS:
        return Marked(*_usable_profile(stored))
    marked = marked_profile(data, is_adobe_rgb=is_adobe_rgb)
    profile, notices = _usable_profile(marked.icc_profile)
    return Marked(profile, marked.notices + notices)


def _usable_profile(stored: bytes | None) -> tuple[bytes | None, tuple[str, ...]]:
    if not stored:
        return None, ()
    if len(stored) > MAX_PROFILE_BYTES:
        return None, (Phrase("The colour profile is too large; the picture is treated as sRGB."),)
    try:
        ImageCms.ImageCmsProfile(io.BytesIO(stored))
    except (OSError, ImageCms.PyCMSError, ValueError, TypeError):
        return None, (Phrase("The colour profile is damaged; the picture is treated as sRGB."),)
    return stored, ()


def _colour_space(profile: bytes) -> str:
    # ICC.1:2022, 7.2.6: bytes 16–19 of the header name the data colour space.
    return profile[16:20].decode("latin-1").strip()


def _mode_notices(image: Image.Image) -> tuple[str, ...]:
    if image.mode == "CMYK":
        return (Phrase("The picture was CMYK and has been converted to RGB."),)
    if image.mode == "LAB":
        return (Phrase("The picture was Lab and has been converted to RGB."),)
    if image.mode in ("P", "PA"):
        return (Phrase("The picture had a colour palette and has been converted to RGB."),)
    if image.mode == "1":
        return (Phrase("The picture was black and white only and has been converted to RGB."),)
    if image.mode in ("I", "F") and not has_known_range(np.asarray(image)):
        return (STRETCHED_NOTICE,)
    if image.mode in GREY_DEEP_MODES:
        return (DEEP_NOTICE,)
    return ()


def _apply_profile(image: Image.Image, profile: bytes) -> tuple[Image.Image, tuple[str, ...]]:
    """The image in sRGB, alpha untouched; unchanged where the profile is for other modes."""
    fits = {"CMYK": ("CMYK",), "GRAY": ("L", "LA"), "Lab": ("LAB",)}
    if image.mode not in fits.get(_colour_space(profile), ()):
        return image, (Phrase("The colour profile does not fit the picture and has been dropped."),)
    if image.mode == "L" and "transparency" in image.info:
        image = image.convert("LA")
    alpha = image.getchannel("A") if image.mode == "LA" else None
    colour = image.convert("L") if image.mode == "LA" else image
    try:
        converted = ImageCms.profileToProfile(
            colour,
            ImageCms.ImageCmsProfile(io.BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            outputMode="RGB",
        )
    except (OSError, ImageCms.PyCMSError, ValueError):
        return image, (Phrase("The colour profile could not be applied and has been dropped."),)
    assert converted is not None  # None is for in-place conversion only
    if alpha is not None:
        converted.putalpha(alpha)
    return converted, ()


def _to_bgra(image: Image.Image) -> Pixels:
    if image.mode == "LAB":
        lab = ImageCms.createProfile("LAB")
        image = ImageCms.profileToProfile(  # type: ignore[assignment]
            image, lab, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    if "transparency" in image.info or image.mode not in PLAIN_MODES:
        image = image.convert("RGBA")
    pixels = np.empty((image.height, image.width, 4), np.uint8)
    for top in range(0, image.height, _CONVERTED_ROWS):
        end = min(top + _CONVERTED_ROWS, image.height)
        pixels[top:end] = array_to_bgra(np.asarray(image.crop((0, top, image.width, end))))
    return pixels


def is_opaque(pixels: Pixels) -> bool:
    """Whether every BGRA pixel is fully opaque."""
    whole = pixels.view("<u4")[..., 0]  # alpha is the highest byte of four
    bands = (whole[row : row + _BAND_ROWS] for row in range(0, len(whole), _BAND_ROWS))
    common = (np.bitwise_and.reduce(np.bitwise_and.reduce(band, axis=0)) for band in bands)
    return all(int(each) >> 24 == 255 for each in common)


def array_to_bgra(array: Pixels) -> Pixels:
    """H×W grey, H×W×3 RGB or H×W×4 RGBA as H×W×4 BGRA."""
    codes = {2: cv2.COLOR_GRAY2BGRA, 3: cv2.COLOR_RGB2BGRA, 4: cv2.COLOR_RGBA2BGRA}
    channels = 2 if array.ndim == 2 else array.shape[2]
    return np.asarray(cv2.cvtColor(array, codes[channels]), np.uint8)


def _reduced(image: Image.Image) -> Image.Image:
    """Deep grey in 8 bits, L or LA. Pillow's own conversion turns everything above 255 white."""
    values = np.asarray(image)
    grey = Image.fromarray(scale_to_bytes(values))
    transparent = image.info.get("transparency")
    if not isinstance(transparent, int):
        return grey
    alpha = np.where(values == transparent, np.uint8(0), np.uint8(255))
    return Image.merge("LA", (grey, Image.fromarray(alpha)))


def scale_to_bytes(values: NDArray[np.generic]) -> Pixels:
    """Samples of more than 8 bits in 8; those without a known range are stretched."""
    if values.dtype.itemsize == 2:
        return ((values.astype(np.uint32) * 255 + 32767) // 65535).astype(np.uint8)
    finite = np.nan_to_num(values.astype(np.float64), nan=0.0, posinf=0.0, neginf=0.0)
    low, high = _known_range(values) or (finite.min(), finite.max())
    span = max(high - low, np.finfo(np.float64).tiny)
    return np.rint((finite - low) / span * 255).clip(0, 255).astype(np.uint8)


def has_known_range(values: NDArray[np.generic]) -> bool:
    """Whether one can tell which of these values is black and which white."""
    return _known_range(values) is not None


def _known_range(values: NDArray[np.generic]) -> tuple[float, float] | None:
    """0–65535 for integers and 0–1 for floats, where every value lies in it."""
    high = 65535.0 if values.dtype.kind in "iu" else 1.0
    return (0.0, high) if bool(np.all((values >= 0) & (values <= high))) else None  # type: ignore[operator]
