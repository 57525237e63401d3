"""Colours that a file tells without a profile: shown right, kept, and told where they cannot be."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.display_colour import display_transform
from inpaint_studio.picture.image_file import Picture, decode_picture, encode
from tests.support.colour_profiles import profile_bytes

Matrix = NDArray[np.float64]

# To XYZ under D65, as Lindbloom (Adobe, sRGB), SMPTE EG 432-1 (P3) and ITU-R BT.2087 (BT.2020)
# print them: nothing of this is worked out by the program under test.
SRGB = np.array([
    [0.4124564, 0.3575761, 0.1804375],
    [0.2126729, 0.7151522, 0.0721750],
    [0.0193339, 0.1191920, 0.9503041],
])  # fmt: skip
ADOBE = np.array([
    [0.5767309, 0.1855540, 0.1881852],
    [0.2973769, 0.6273491, 0.0752741],
    [0.0270343, 0.0706872, 0.9911085],
])  # fmt: skip
P3 = np.array([
    [0.4865709, 0.2656677, 0.1982173],
    [0.2289746, 0.6917385, 0.0792869],
    [0.0000000, 0.0451134, 1.0439444],
])  # fmt: skip
BT2020 = np.array([
    [0.636958, 0.144617, 0.168881],
    [0.262700, 0.677998, 0.059302],
    [0.000000, 0.028073, 1.060985],
])  # fmt: skip

SRGB_CODES, P3_CODES, PQ_CODES = (1, 13), (12, 13), (9, 16)
ADOBE_CHRM = (31270, 32900, 64000, 33000, 21000, 71000, 15000, 6000)
SRGB_CHRM = (31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000)


def srgb_light(values: Matrix) -> Matrix:
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def pq_light(values: Matrix) -> Matrix:
    root = values ** (1 / 78.84375)
    nits = (np.maximum(root - 0.8359375, 0) / (18.8515625 - 18.6875 * root)) ** (
        1 / 0.1593017578125
    )
    return np.minimum(nits * 10_000 / 203, 1)


def shown_by(pixels: Pixels, to_xyz: Matrix, light: Callable[[Matrix], Matrix]) -> Pixels:
    """What a screen in sRGB is to show of these numbers (H×W×3 RGB)."""
    linear = light(pixels.astype(float) / 255) @ (np.linalg.inv(SRGB) @ to_xyz).T
    linear = linear.clip(0, 1)
    stored = np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)
    return np.asarray(np.rint(stored * 255), np.uint8)


def colours() -> Pixels:
    """All but the outermost of every channel, in squares that no coder of pictures blurs."""
    steps = np.array([40, 90, 140, 190], np.uint8)
    squares = np.stack(np.meshgrid(steps, steps, steps), axis=-1).reshape(8, 8, 3)
    return np.asarray(squares.repeat(16, axis=0).repeat(16, axis=1))


def saved(file_format: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(colours()).save(buffer, file_format, **options)
    return buffer.getvalue()


def png(**chunks: bytes) -> bytes:
    """A PNG with further chunks behind its header."""
    data = saved("PNG")
    further = b"".join(
        struct.pack(">I", len(content)) + name.encode() + content
        + struct.pack(">I", zlib.crc32(name.encode() + content))
        for name, content in chunks.items()
    )  # fmt: skip
    return data[:33] + further + data[33:]


def longs(*numbers: int) -> bytes:
    return struct.pack(f">{len(numbers)}I", *numbers)


def avif(primaries: int, transfer: int) -> bytes:
    data = saved("AVIF", quality=100, subsampling="4:4:4")
    told = struct.pack(">HH", *SRGB_CODES)
    assert data.count(b"nclx" + told) == 1
    return data.replace(b"nclx" + told, b"nclx" + struct.pack(">HH", primaries, transfer))


def camera_file(file_format: str, space: int = 0xFFFF, index: str = "R03") -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "Maker"
    exif[0x8769] = {0xA001: space, 0xA005: {0x0001: index}}
    options = {"JPEG": {"quality": 100, "subsampling": 0}, "WEBP": {"lossless": True}}
    return saved(file_format, exif=exif.tobytes(), **options.get(file_format, {}))


def calibrated_bitmap() -> bytes:
    """A BMP with the fourth head, which tells Adobe's primaries and gamma."""
    plain = saved("BMP")
    pixels = plain[54:]
    head = struct.pack("<I", 108) + plain[18:54] + struct.pack("<4I", 0, 0, 0, 0) + bytes(4)
    ends = (ADOBE.T * (1 << 30)).astype(int).ravel()
    head += struct.pack("<9i", *ends) + struct.pack("<3I", *[round(2.19921875 * 65536)] * 3)
    return b"BM" + struct.pack("<IHHI", 14 + 108 + len(pixels), 0, 0, 122) + head + pixels


def tiff() -> bytes:
    return saved(
        "TIFF", tiffinfo={318: (0.3127, 0.329), 319: (0.68, 0.32, 0.265, 0.69, 0.15, 0.06)}
    )


def adobe_light(values: Matrix) -> Matrix:
    return np.asarray(values ** (563 / 256))


FILES = {
    "png cICP, P3": (png(cICP=bytes([*P3_CODES, 0, 1])), P3, srgb_light),
    "png cICP over gAMA": (png(cICP=bytes([*P3_CODES, 0, 1]), gAMA=longs(10**5)), P3, srgb_light),
    "png gAMA, linear": (png(gAMA=longs(100_000)), SRGB, lambda values: values),
    "png cHRM": (png(cHRM=longs(*ADOBE_CHRM), gAMA=longs(45471)), ADOBE, adobe_light),
    "avif nclx, P3": (avif(*P3_CODES), P3, srgb_light),
    "avif nclx, PQ": (avif(*PQ_CODES), BT2020, pq_light),
    "jpeg exif": (camera_file("JPEG"), ADOBE, adobe_light),
    "jpeg exif, as Adobe told": (camera_file("JPEG", 2, ""), ADOBE, adobe_light),
    "webp exif": (camera_file("WEBP"), ADOBE, adobe_light),
    "png exif": (camera_file("PNG"), ADOBE, adobe_light),
    "tiff exif": (camera_file("TIFF", 2, ""), ADOBE, adobe_light),
    "tiff primaries": (tiff(), P3, srgb_light),
    "bmp head": (calibrated_bitmap(), ADOBE, adobe_light),
}
SRGB_FILES = {
    "png sRGB over gAMA": png(sRGB=b"\0", gAMA=longs(100_000)),
    "png gAMA": png(gAMA=longs(45455)),
    "png cHRM": png(cHRM=longs(*SRGB_CHRM), gAMA=longs(45455)),
    "png cICP": png(cICP=bytes([*SRGB_CODES, 0, 1])),
    "png cICP, unspecified": png(cICP=bytes([2, 2, 0, 1])),
    "avif": saved("AVIF", quality=100),
    "camera": camera_file("JPEG", 1, "R98"),
    "uncalibrated, and no more": camera_file("JPEG", 0xFFFF, ""),
}
NONSENSE = {
    "gAMA of nothing": png(gAMA=longs(0)),
    "cHRM of nothing": png(cHRM=longs(*[0] * 8)),
    "cHRM on a line": png(cHRM=longs(*[31270, 32900] * 4)),
    "cICP cut": png(cICP=b"\x0c"),
    "tags of nothing": saved("TIFF", tiffinfo={319: (0.0,) * 6}),
    "huge gamma": png(gAMA=longs(1)),
}


def display(picture: Picture) -> Pixels:
    to_srgb = display_transform(picture.icc_profile)
    pixels = picture.pixels if to_srgb is None else to_srgb(picture.pixels)
    return pixels[..., 2::-1]


def worst(left: Pixels, right: Pixels) -> int:
    return int(np.abs(left.astype(int) - right).max())


@pytest.mark.parametrize("kind", FILES)
def test_marked_colours_are_shown_as_they_are_meant(kind: str) -> None:
    data, to_xyz, light = FILES[kind]
    picture = decode_picture(data, "photo")
    stored = np.ascontiguousarray(picture.pixels[..., 2::-1])
    assert worst(stored, colours()) <= 4  # the numbers are those of the file
    assert worst(display(picture), shown_by(stored, to_xyz, light)) <= 2
    assert worst(display(picture), stored) > 8


@pytest.mark.parametrize("file_format", ["png", "jpeg", "webp", "tiff", "avif"])
@pytest.mark.parametrize("kind", FILES)
def test_marked_colours_are_kept_in_every_format(kind: str, file_format: str) -> None:
    picture = decode_picture(FILES[kind][0], "photo")
    kept = encode(picture.pixels, file_format, quality=100, icc_profile=picture.icc_profile)
    assert decode_picture(kept, "export").icc_profile == picture.icc_profile is not None


@pytest.mark.parametrize("kind", SRGB_FILES)
def test_what_says_srgb_stays_without_a_profile(kind: str) -> None:
    picture = decode_picture(SRGB_FILES[kind], "photo")
    assert (picture.icc_profile, picture.notices) == (None, ())


def test_a_profile_goes_before_all_marks() -> None:
    profile = profile_bytes("sRGB")
    buffer = io.BytesIO()
    with Image.open(io.BytesIO(camera_file("JPEG"))) as image:
        image.save(buffer, "JPEG", icc_profile=profile, exif=image.getexif())
    assert decode_picture(buffer.getvalue(), "photo").icc_profile == profile


@pytest.mark.parametrize("kind", NONSENSE)
def test_marks_that_mean_nothing_cost_nothing(kind: str) -> None:
    picture = decode_picture(NONSENSE[kind], "photo")
    assert worst(np.ascontiguousarray(picture.pixels[..., 2::-1]), colours()) == 0


def test_hdr_and_unknown_colours_are_told() -> None:
    assert "HDR" in decode_picture(avif(*PQ_CODES), "photo").notices[0]
    assert "colour space" in decode_picture(png(cICP=bytes([10, 8, 0, 1])), "photo").notices[0]
    assert decode_picture(avif(*P3_CODES), "photo").notices == ()


def test_a_profile_in_a_bitmap_is_kept() -> None:
    profile, plain = profile_bytes("sRGB"), saved("BMP")
    head = struct.pack("<I", 124) + plain[18:54] + bytes(16) + b"DEBM" + bytes(48)
    head += struct.pack("<4I", 4, 124 + len(plain) - 54, len(profile), 0)
    data = b"BM" + struct.pack("<IHHI", 0, 0, 0, 14 + 124) + head + plain[54:] + profile
    assert decode_picture(data, "photo").icc_profile == profile
