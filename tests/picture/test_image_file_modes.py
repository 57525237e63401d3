"""Every way a file can store its pixels arrives as the same BGRA, within one step of 255."""

import io
import struct
import zlib
from collections.abc import Callable

import cv2
import numpy as np
import pytest
from PIL import Image, ImageCms

from inpaint_studio.picture.image_file import decode_picture

HEIGHT, WIDTH = 24, 40


def ramp(low: float, high: float) -> np.ndarray:
    """A diagonal ramp over the picture, every row and column different."""
    rows, columns = np.mgrid[0:HEIGHT, 0:WIDTH]
    return np.asarray(low + (high - low) * (rows * 0.5 + columns) / (HEIGHT * 0.5 + WIDTH))


def rgba_picture() -> np.ndarray:
    channels = [ramp(0, 255), ramp(255, 0), ramp(40, 200), ramp(255, 10)]
    return np.dstack([np.rint(channel) for channel in channels]).astype(np.uint8)


def rgb_picture() -> np.ndarray:
    return rgba_picture()[..., :3]


def grey_picture() -> np.ndarray:
    return rgba_picture()[..., 0]


def saved(image: Image.Image, file_format: str = "PNG", **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, file_format, **options)
    return buffer.getvalue()


def opaque(rgb: np.ndarray) -> np.ndarray:
    return np.dstack([rgb, np.full(rgb.shape[:2], 255)])


def grey_as_rgba(grey: np.ndarray) -> np.ndarray:
    return opaque(np.dstack([grey] * 3))


def deep(values: np.ndarray) -> np.ndarray:
    return np.rint(values * 257.0).astype(np.uint16)


def rgb_png() -> tuple[bytes, np.ndarray]:
    return saved(Image.fromarray(rgb_picture())), opaque(rgb_picture())


def rgba_png() -> tuple[bytes, np.ndarray]:
    return saved(Image.fromarray(rgba_picture())), rgba_picture()


def grey_png() -> tuple[bytes, np.ndarray]:
    return saved(Image.fromarray(grey_picture())), grey_as_rgba(grey_picture())


def grey_alpha_png() -> tuple[bytes, np.ndarray]:
    grey, alpha = grey_picture(), rgba_picture()[..., 3]
    image = Image.merge("LA", (Image.fromarray(grey), Image.fromarray(alpha)))
    return saved(image), np.dstack([grey, grey, grey, alpha])


def black_and_white_png() -> tuple[bytes, np.ndarray]:
    bits = grey_picture() > 100
    return saved(Image.fromarray(bits)), grey_as_rgba(np.where(bits, 255, 0))


def palette_png() -> tuple[bytes, np.ndarray]:
    palette = [0, 0, 0, 255, 0, 0, 0, 255, 0, 10, 20, 250]
    indices = (np.arange(HEIGHT * WIDTH).reshape(HEIGHT, WIDTH) % 4).astype(np.uint8)
    image = Image.fromarray(indices)
    image.putpalette(palette)
    return saved(image), opaque(np.array(palette).reshape(4, 3)[indices])


def palette_with_transparency_png() -> tuple[bytes, np.ndarray]:
    palette = [9, 9, 9, 255, 0, 0, 0, 255, 0, 10, 20, 250]
    alphas = np.array([0, 80, 160, 255])
    indices = (np.arange(HEIGHT * WIDTH).reshape(HEIGHT, WIDTH) % 4).astype(np.uint8)
    image = Image.fromarray(indices)
    image.putpalette(palette)
    data = saved(image, transparency=bytes(alphas.tolist()))
    return data, np.dstack([np.array(palette).reshape(4, 3)[indices], alphas[indices]])


def rgb_with_transparent_colour_png() -> tuple[bytes, np.ndarray]:
    rgb = rgb_picture().copy()
    rgb[3:9, 4:12] = (1, 2, 3)
    expected = opaque(rgb)
    expected[3:9, 4:12, 3] = 0
    return saved(Image.fromarray(rgb), transparency=(1, 2, 3)), expected


def deep_grey_png() -> tuple[bytes, np.ndarray]:
    values = ramp(0, 255)
    return cv2.imencode(".png", deep(values))[1].tobytes(), grey_as_rgba(values)


def deep_grey_with_transparent_value_png() -> tuple[bytes, np.ndarray]:
    values = np.rint(ramp(0, 255)) * 257
    values[2:5, 2:5] = 4660
    expected = grey_as_rgba(values / 257)
    expected[2:5, 2:5, 3] = 0
    return _png(
        values.astype(">u2"), depth=16, colour_type=0, trns=struct.pack(">H", 4660)
    ), expected


def deep_rgb_png() -> tuple[bytes, np.ndarray]:
    rgb = np.dstack([ramp(0, 255), ramp(255, 0), ramp(40, 200)])
    return cv2.imencode(".png", deep(rgb[..., ::-1]))[1].tobytes(), opaque(rgb)


def deep_rgba_png() -> tuple[bytes, np.ndarray]:
    rgba = rgba_picture()
    bgra = rgba[..., [2, 1, 0, 3]].astype(float)
    return cv2.imencode(".png", deep(bgra))[1].tobytes(), rgba


def deep_grey_alpha_png() -> tuple[bytes, np.ndarray]:
    grey, alpha = grey_picture(), rgba_picture()[..., 3]
    samples = (np.dstack([grey, alpha]).astype(">u2") * 257).astype(">u2")
    return _png(samples, depth=16, colour_type=4), np.dstack([grey, grey, grey, alpha])


def deep_grey_tiff() -> tuple[bytes, np.ndarray]:
    values = ramp(0, 255)
    return saved(Image.fromarray(deep(values)), "TIFF"), grey_as_rgba(values)


def big_endian_deep_grey_tiff() -> tuple[bytes, np.ndarray]:
    values = ramp(0, 255)
    image = Image.frombytes("I;16B", (WIDTH, HEIGHT), deep(values).astype(">u2").tobytes())
    return saved(image, "TIFF"), grey_as_rgba(values)


def unit_float_tiff() -> tuple[bytes, np.ndarray]:
    values = ramp(0, 1).astype(np.float32)
    return saved(Image.fromarray(values), "TIFF"), grey_as_rgba(values * 255)


def unbounded_float_tiff() -> tuple[bytes, np.ndarray]:
    values = ramp(-3, 900).astype(np.float32)
    stretched = (values - values.min()) / (values.max() - values.min()) * 255
    return saved(Image.fromarray(values), "TIFF"), grey_as_rgba(stretched)


def wide_integer_tiff() -> tuple[bytes, np.ndarray]:
    values = np.rint(ramp(0, 255) * 257).astype(np.int32)
    return saved(Image.fromarray(values), "TIFF"), grey_as_rgba(values / 257)


def cmyk_tiff() -> tuple[bytes, np.ndarray]:
    inks = [np.rint(ramp(*ends)).astype(np.uint8) for ends in ((0, 200), (90, 0), (7, 70), (0, 99))]
    image = Image.merge("CMYK", [Image.fromarray(ink) for ink in inks])
    white = 255 - np.dstack(inks[:3]).astype(float)
    return saved(image, "TIFF"), opaque(white * (255 - inks[3][..., None].astype(float)) / 255)


def lab_tiff() -> tuple[bytes, np.ndarray]:
    rgb = rgb_picture() // 3 + 80  # well inside the gamut
    to_lab = ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB"
    )
    image = ImageCms.applyTransform(Image.fromarray(rgb), to_lab)
    assert image is not None
    return saved(image, "TIFF"), opaque(rgb)


def rgb_bmp() -> tuple[bytes, np.ndarray]:
    return saved(Image.fromarray(rgb_picture()), "BMP"), opaque(rgb_picture())


def lossless_webp() -> tuple[bytes, np.ndarray]:
    image = Image.fromarray(rgba_picture())
    return saved(image, "WEBP", lossless=True, exact=True), rgba_picture()


def _png(samples: np.ndarray, depth: int, colour_type: int, trns: bytes = b"") -> bytes:
    """A PNG written by hand, for what no writer here can write."""
    height, width = samples.shape[:2]
    rows = b"".join(b"\x00" + row.tobytes() for row in samples)
    header = struct.pack(">IIBBBBB", width, height, depth, colour_type, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    if trns:
        chunks.insert(1, (b"tRNS", trns))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(kind, data) for kind, data in chunks)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


KEPT = [rgb_png, rgba_png, grey_png, grey_alpha_png, rgb_bmp, lossless_webp]
KEPT += [rgb_with_transparent_colour_png]
PALETTES = [palette_png, palette_with_transparency_png]
DEEP = [deep_grey_png, deep_grey_with_transparent_value_png, deep_rgb_png, deep_rgba_png]
DEEP += [deep_grey_alpha_png, deep_grey_tiff, big_endian_deep_grey_tiff, unit_float_tiff]
DEEP += [wide_integer_tiff]
CONVERTED = {
    "palette": PALETTES,
    "more than 8 bits": DEEP,
    "stretched": [unbounded_float_tiff],
    "CMYK": [cmyk_tiff],
    "Lab": [lab_tiff],
    "black and white": [black_and_white_png],
}
Maker = Callable[[], tuple[bytes, np.ndarray]]


@pytest.mark.parametrize(
    "make", [*KEPT, *(make for makers in CONVERTED.values() for make in makers)]
)
def test_pixels_arrive_within_one_step(make: Maker) -> None:
    data, expected = make()

    pixels = decode_picture(data, "picture").pixels

    assert pixels.shape == (HEIGHT, WIDTH, 4)
    assert pixels.dtype == np.uint8
    tolerance = 3 if make is lab_tiff else 1  # 8-bit Lab itself is that coarse
    difference = np.abs(pixels[..., [2, 1, 0, 3]].astype(float) - expected)
    assert difference.max() <= tolerance


@pytest.mark.parametrize(
    ("word", "make"), [(word, make) for word, makers in CONVERTED.items() for make in makers]
)
def test_a_conversion_is_told_once(word: str, make: Maker) -> None:
    notices = decode_picture(make()[0], "picture").notices

    assert len(notices) == 1
    assert word in notices[0]


@pytest.mark.parametrize("make", KEPT)
def test_what_needs_no_conversion_makes_no_notice(make: Maker) -> None:
    assert decode_picture(make()[0], "picture").notices == ()


def test_adobe_cmyk_jpeg_is_not_inverted() -> None:
    white_paper = Image.new("CMYK", (16, 16), (0, 0, 0, 0))

    pixels = decode_picture(saved(white_paper, "JPEG"), "picture").pixels

    assert pixels.min() >= 254


def test_not_a_number_becomes_black() -> None:
    values = np.full((HEIGHT, WIDTH), 0.5, np.float32)
    values[0, 0] = np.nan

    pixels = decode_picture(saved(Image.fromarray(values), "TIFF"), "picture").pixels

    assert tuple(pixels[0, 0]) == (0, 0, 0, 255)
