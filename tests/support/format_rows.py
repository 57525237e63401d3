"""Every kind of file that opens: how it is made, and the pixels that stand in it.

A row is a name and a maker that gives a file and H×W×4 RGBA, as a screen would show the colours.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms

from tests.support.picture_files import bmp, chunk, packed_rows, png, psd, tiff

Rgba = NDArray[np.float64]
Maker = Callable[[], tuple[bytes, Rgba]]
HEIGHT, WIDTH = 12, 20
_WHITE_IS_ZERO, _BLACK_IS_ZERO, _RGB, _PALETTE, _CMYK, _LAB = 0, 1, 2, 3, 5, 8
_ASSOCIATED, _UNASSOCIATED = 1, 2


def scene() -> NDArray[np.uint8]:
    """A smooth RGBA picture whose four corners differ."""
    rows, columns = np.mgrid[0:HEIGHT, 0:WIDTH]
    across, down = columns / (WIDTH - 1), rows / (HEIGHT - 1)
    channels = (250 - 200 * across, 20 + 210 * down, 60 + 120 * across * down, 255 - 200 * down)
    return np.rint(np.dstack(channels)).astype(np.uint8)


def grey() -> NDArray[np.uint8]:
    return scene()[..., 0]


def opaque(rgb: NDArray[Any]) -> Rgba:
    return np.dstack([rgb, np.full(rgb.shape[:2], 255.0)]).astype(float)


def as_grey(values: NDArray[Any]) -> Rgba:
    return opaque(np.dstack([values] * 3))


def quantised(values: NDArray[Any], bits: int) -> NDArray[np.uint16]:
    return np.rint(values / 255 * ((1 << bits) - 1)).astype(np.uint16)


def spread(values: NDArray[Any], bits: int) -> NDArray[np.float64]:
    return values / ((1 << bits) - 1) * 255


def saved(image: Image.Image, file_format: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, file_format, **options)
    return buffer.getvalue()


def png_grey(bits: int, *, clear: bool = False) -> tuple[bytes, Rgba]:
    values = quantised(grey(), bits)
    chunks = []
    expected = as_grey(spread(values, bits))
    if clear:
        told = int(values[2, 3])
        chunks = [chunk(b"tRNS", struct.pack(">H", told))]
        expected[..., 3] = np.where(values == told, 0, 255)
    return png(values[..., None], 0, bits, *chunks), expected


def png_grey_alpha(bits: int) -> tuple[bytes, Rgba]:
    values = quantised(scene()[..., [0, 3]], bits)
    seen = spread(values, bits)
    return png(values, 4, bits), np.dstack([seen[..., :1]] * 3 + [seen[..., 1:]])


def png_rgb(bits: int, *, clear: bool = False) -> tuple[bytes, Rgba]:
    values = quantised(scene()[..., :3], bits)
    expected = opaque(spread(values, bits))
    if not clear:
        return png(values, 2, bits), expected
    told = values[3, 4]
    # A colour that differs in the lowest bit alone is not transparent.
    values[3, 5] = told + np.array([1, 0, 0], np.uint16)
    expected = opaque(spread(values, bits))
    expected[..., 3] = np.where(np.all(values == told, axis=2), 0, 255)
    return png(values, 2, bits, chunk(b"tRNS", struct.pack(">3H", *told))), expected


def png_rgba(bits: int) -> tuple[bytes, Rgba]:
    values = quantised(scene(), bits)
    return png(values, 6, bits), spread(values, bits)


def png_palette(bits: int, *, clear: bool = False) -> tuple[bytes, Rgba]:
    count = 1 << bits
    colours = np.random.default_rng(bits).integers(0, 256, (count, 4)).astype(np.uint8)
    indices = (np.arange(HEIGHT * WIDTH).reshape(HEIGHT, WIDTH) * 7 % count).astype(np.uint8)
    chunks = [chunk(b"PLTE", colours[:, :3].tobytes())]
    if clear:
        chunks.append(chunk(b"tRNS", colours[:, 3].tobytes()))
    expected = colours[indices].astype(float)
    if not clear:
        expected[..., 3] = 255
    return png(indices[..., None], 3, bits, *chunks), expected


def tiff_grey(bits: int, *, white_is_zero: bool = False, **how: Any) -> tuple[bytes, Rgba]:
    values = quantised(grey(), bits)
    stored = ((1 << bits) - 1) - values if white_is_zero else values
    kind = _WHITE_IS_ZERO if white_is_zero else _BLACK_IS_ZERO
    return tiff(stored[..., None], kind, bits, **how), as_grey(spread(values, bits))


def tiff_grey_alpha(bits: int, **how: Any) -> tuple[bytes, Rgba]:
    values = quantised(scene()[..., [0, 3]], bits)
    seen = spread(values, bits)
    data = tiff(values, _BLACK_IS_ZERO, bits, extra=[_UNASSOCIATED], **how)
    return data, np.dstack([seen[..., :1]] * 3 + [seen[..., 1:]])


def tiff_rgb(bits: int, **how: Any) -> tuple[bytes, Rgba]:
    values = quantised(scene()[..., :3], bits)
    return tiff(values, _RGB, bits, **how), opaque(spread(values, bits))


def tiff_rgba(bits: int, *, associated: bool = False, **how: Any) -> tuple[bytes, Rgba]:
    values = quantised(scene(), bits)
    expected = spread(values, bits)
    if associated:
        share = values[..., 3:] / ((1 << bits) - 1)
        values = np.dstack([np.rint(values[..., :3] * share), values[..., 3]]).astype(np.uint16)
    kind = _ASSOCIATED if associated else _UNASSOCIATED
    return tiff(values, _RGB, bits, extra=[kind], **how), expected


def tiff_float(channels: int, kind: type[np.floating[Any]], **how: Any) -> tuple[bytes, Rgba]:
    values = (scene()[..., :channels] / 255).astype(kind)
    seen = values.astype(float) * 255
    scheme = _BLACK_IS_ZERO if channels == 1 else _RGB
    data = tiff(values, scheme, values.dtype.itemsize * 8, **how)
    return data, as_grey(seen[..., 0]) if channels == 1 else opaque(seen)


def tiff_palette() -> tuple[bytes, Rgba]:
    colours = np.random.default_rng(5).integers(0, 256, (256, 3))
    indices = (np.arange(HEIGHT * WIDTH).reshape(HEIGHT, WIDTH) % 256).astype(np.uint8)
    told = {320: (3, (colours.T.reshape(-1) * 257).tolist())}
    return tiff(indices[..., None], _PALETTE, tags=told), opaque(colours[indices])


def tiff_cmyk(*, alpha: bool = False) -> tuple[bytes, Rgba]:
    inks, expected = cmyk()
    if not alpha:
        return tiff(inks, _CMYK), expected
    expected[..., 3] = scene()[..., 3]
    return tiff(np.dstack([inks, scene()[..., 3]]), _CMYK, extra=[_UNASSOCIATED]), expected


def cmyk() -> tuple[NDArray[np.uint8], Rgba]:
    """Inks, and what a screen shows of them without a profile."""
    inks = scene() // 2
    light = (255.0 - inks[..., :3]) * (255.0 - inks[..., 3:]) / 255
    return inks, opaque(light)


def tiff_lab(bits: int = 8, *, alpha: bool = False) -> tuple[bytes, Rgba]:
    rgb = scene()[..., :3] // 3 + 80  # well inside the gamut
    profiles = (ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"))
    image = ImageCms.profileToProfile(Image.fromarray(rgb), *profiles, outputMode="LAB")
    assert image is not None
    if bits == 8 and not alpha:
        return saved(image, "TIFF"), opaque(rgb)
    lab = np.asarray(image).astype(np.uint16)
    values, expected = lab << (bits - 8), opaque(rgb)
    if alpha:
        values = np.dstack([values, scene()[..., 3].astype(np.uint16) << (bits - 8)])
        expected[..., 3] = scene()[..., 3]
    return tiff(values, _LAB, bits, extra=[_UNASSOCIATED] if alpha else []), expected


def bmp_packed(bits: int, masks: tuple[int, ...]) -> tuple[bytes, Rgba]:
    """16 or 32 bits a pixel by masks."""
    values = np.zeros((HEIGHT, WIDTH), np.uint64)
    expected = np.zeros((HEIGHT, WIDTH, 4))
    expected[..., 3] = 255
    for channel, mask in enumerate(masks):
        depth, low = mask.bit_count(), (mask & -mask).bit_length() - 1
        if mask:
            part = quantised(scene()[..., channel], depth).astype(np.uint64)
            values |= part << np.uint64(low)
            expected[..., channel] = spread(part, depth)
    kind = "<u2" if bits == 16 else "<u4"
    rows = [row.astype(kind).tobytes() for row in values]
    return bmp(rows, WIDTH, bits, masks=masks), expected


def bmp_palette(bits: int) -> tuple[bytes, Rgba]:
    count = 1 << bits
    colours = np.random.default_rng(bits).integers(0, 256, (count, 3)).astype(np.uint8)
    indices = (np.arange(HEIGHT * WIDTH).reshape(HEIGHT, WIDTH) * 7 % count).astype(np.uint8)
    palette = np.dstack([colours[None, :, ::-1], np.zeros((1, count, 1), np.uint8)]).tobytes()
    return bmp(packed_rows(indices, bits), WIDTH, bits, palette=palette), opaque(colours[indices])


def bmp_bytes(channels: int, *, top_down: bool = False, empty: bool = False) -> tuple[bytes, Rgba]:
    stored = scene()[..., [2, 1, 0, 3][:channels]].copy()
    expected = opaque(scene()[..., :3])
    if channels == 4:
        stored[..., 3] = 0  # in a header of version 3 the fourth byte means nothing
    masks = (0xFF0000, 0xFF00, 0xFF, 0xFF000000) if empty else ()
    rows = [row.tobytes() for row in stored]
    return bmp(rows, WIDTH, 8 * channels, top_down=top_down, masks=masks), expected


def psd_rgb(channels: int, layers: int | None = None) -> tuple[bytes, Rgba]:
    """A fourth channel is transparency, and the rest laid on white, where `layers` are negative."""
    values = scene()[..., :channels]
    if layers is None or layers >= 0:
        return psd(values, 3, layers=layers), opaque(values[..., :3])
    share = values[..., 3:] / 255
    laid = np.rint(values[..., :3] * share + 255 * (1 - share)).astype(np.uint8)
    return psd(np.dstack([laid, values[..., 3]]), 3, layers=layers), values.astype(float)


def psd_grey() -> tuple[bytes, Rgba]:
    return psd(grey()[..., None], 1), as_grey(grey())


def psd_palette() -> tuple[bytes, Rgba]:
    colours = np.random.default_rng(5).integers(0, 256, (256, 3)).astype(np.uint8)
    indices = (np.arange(HEIGHT * WIDTH).reshape(HEIGHT, WIDTH) % 256).astype(np.uint8)
    return psd(indices[..., None], 2, palette=colours.T.tobytes()), opaque(colours[indices])


def psd_cmyk() -> tuple[bytes, Rgba]:
    inks, expected = cmyk()
    return psd(255 - inks, 4), expected


def by_pillow(mode: str, file_format: str, **options: Any) -> tuple[bytes, Rgba]:
    """As Pillow writes a mode."""
    if mode == "CMYK":
        inks, expected = cmyk()
        return saved(Image.fromarray(inks, "CMYK"), file_format, **options), expected
    channels = {"L": [0], "LA": [0, 3], "RGB": [0, 1, 2], "RGBA": [0, 1, 2, 3]}[mode]
    values = scene()[..., channels]
    bands = [Image.fromarray(np.ascontiguousarray(values[..., k])) for k in range(len(channels))]
    image = bands[0] if len(bands) == 1 else Image.merge(mode, bands)
    colours = scene()[..., :3] if mode.startswith("RGB") else np.dstack([grey()] * 3)
    expected = opaque(colours)
    expected[..., 3] = scene()[..., 3] if mode.endswith("A") else 255
    return saved(image, file_format, **options), expected


def gif(*, clear: bool = False, frames: int = 1) -> tuple[bytes, Rgba]:
    colours = np.random.default_rng(8).integers(0, 256, (64, 3)).astype(np.uint8)
    indices = (np.arange(HEIGHT * WIDTH).reshape(HEIGHT, WIDTH) % 64).astype(np.uint8)
    image = Image.fromarray(indices)
    image.putpalette(colours.tobytes())
    expected = opaque(colours[indices])
    options: dict[str, Any] = {}
    if clear:
        options["transparency"] = 9
        expected[..., 3] = np.where(indices == 9, 0, 255)
    if frames > 1:
        options |= {"save_all": True, "append_images": [Image.new("RGB", image.size)] * frames}
    return saved(image, "GIF", **options), expected


_PNG: dict[str, Maker] = {
    **{f"png-grey{bits}": partial(png_grey, bits) for bits in (1, 2, 4, 8, 16)},
    **{f"png-grey{bits}-clear": partial(png_grey, bits, clear=True) for bits in (1, 2, 4, 8, 16)},
    **{f"png-grey-alpha{bits}": partial(png_grey_alpha, bits) for bits in (8, 16)},
    **{f"png-rgb{bits}": partial(png_rgb, bits) for bits in (8, 16)},
    **{f"png-rgb{bits}-clear": partial(png_rgb, bits, clear=True) for bits in (8, 16)},
    **{f"png-rgba{bits}": partial(png_rgba, bits) for bits in (8, 16)},
    **{f"png-palette{bits}": partial(png_palette, bits) for bits in (1, 2, 4, 8)},
    **{f"png-palette{bits}-clear": partial(png_palette, bits, clear=True) for bits in (1, 2, 4, 8)},
}
_ORDERS = ("<", ">")
_TIFF: dict[str, Maker] = {
    **{
        f"tiff-{'white' if white else 'grey'}{bits}{order}": partial(
            tiff_grey, bits, white_is_zero=white, order=order
        )
        for bits in (1, 2, 4, 8, 12, 16)
        for white in (False, True)
        for order in _ORDERS
    },
    **{
        f"tiff-{name}{bits}{order}": partial(make, bits, order=order)
        for name, make in (
            ("grey-alpha", tiff_grey_alpha),
            ("rgb", tiff_rgb),
            ("rgba", tiff_rgba),
            ("premultiplied", partial(tiff_rgba, associated=True)),
        )
        for bits in (8, 16)
        for order in _ORDERS
    },
    **{f"tiff-grey{bits}-deflated": partial(tiff_grey, bits, deflated=True) for bits in (8, 16)},
    **{f"tiff-rgb{bits}-deflated": partial(tiff_rgb, bits, deflated=True) for bits in (8, 16)},
    **{f"tiff-rgb{bits}-planar": partial(tiff_rgb, bits, planar=True) for bits in (8, 16)},
    **{f"tiff-rgba{bits}-planar": partial(tiff_rgba, bits, planar=True) for bits in (8, 16)},
    **{f"tiff-rgb{bits}-big": partial(tiff_rgb, bits, big=True) for bits in (8, 16)},
    **{
        f"tiff-{name}{bits}-{how_named}": partial(make, bits, **how)
        for name, make in (("grey-alpha", tiff_grey_alpha), ("rgb", tiff_rgb), ("rgba", tiff_rgba))
        for bits in (8, 16)
        for how_named, how in (
            ("strips", {"rows": 5}),
            ("strips-planar", {"rows": 5, "planar": True}),
            ("tiles", {"tile": 16}),
            ("tiles-planar", {"tile": 16, "planar": True}),
            ("tiles-predicted", {"tile": 16, "predictor": 2, "deflated": True}),
            ("predicted", {"rows": 5, "predictor": 2, "deflated": True}),
            ("predicted-big-endian", {"predictor": 2, "deflated": True, "order": ">"}),
        )
    },
    **{f"tiff-grey{bits}": partial(tiff_grey, bits) for bits in (6, 10, 14)},
    **{f"tiff-rgb{bits}": partial(tiff_rgb, bits) for bits in (4, 12)},
    "tiff-rgb12-strips": partial(tiff_rgb, 12, rows=5),
    "tiff-half-float": partial(tiff_float, 3, np.float16),
    "tiff-double": partial(tiff_float, 3, np.float64),
    "tiff-float-predicted": partial(tiff_float, 3, np.float32, predictor=3, deflated=True),
    "tiff-float-tiles": partial(tiff_float, 3, np.float32, predictor=3, deflated=True, tile=16),
    "tiff-float": partial(tiff_float, 1, np.float32),
    "tiff-rgb-float": partial(tiff_float, 3, np.float32),
    "tiff-rgb-float>": partial(tiff_float, 3, np.float32, order=">"),
    "tiff-palette": tiff_palette,
    "tiff-cmyk": tiff_cmyk,
    "tiff-cmyk-alpha": partial(tiff_cmyk, alpha=True),
    "tiff-lab": tiff_lab,
    "tiff-lab-alpha": partial(tiff_lab, alpha=True),
    "tiff-lab16": partial(tiff_lab, 16),
    **{
        f"tiff-{mode}-{compression}": partial(by_pillow, mode, "TIFF", compression=compression)
        for mode in ("L", "RGB", "RGBA", "CMYK")
        for compression in ("tiff_lzw", "packbits", "tiff_adobe_deflate")
    },
}
_BMP: dict[str, Maker] = {
    **{f"bmp-palette{bits}": partial(bmp_palette, bits) for bits in (1, 4, 8)},
    "bmp-555": partial(bmp_packed, 16, (0x7C00, 0x3E0, 0x1F, 0)),
    "bmp-565": partial(bmp_packed, 16, (0xF800, 0x7E0, 0x1F, 0)),
    "bmp-rgb": partial(bmp_bytes, 3),
    "bmp-rgb-top-down": partial(bmp_bytes, 3, top_down=True),
    "bmp-rgbx": partial(bmp_bytes, 4),
    "bmp-rgba": partial(bmp_packed, 32, (0xFF0000, 0xFF00, 0xFF, 0xFF000000)),
    "bmp-rgba-empty-alpha": partial(bmp_bytes, 4, empty=True),
}
_PSD: dict[str, Maker] = {
    "psd-rgb": partial(psd_rgb, 3),
    "psd-rgba": partial(psd_rgb, 4, -1),
    "psd-selection": partial(psd_rgb, 4),
    "psd-selection-and-layers": partial(psd_rgb, 4, 1),
    "psd-grey": psd_grey,
    "psd-palette": psd_palette,
    "psd-cmyk": psd_cmyk,
}
_LOSSY = {"quality": 97}
_OTHERS: dict[str, Maker] = {
    "gif": gif,
    "gif-clear": partial(gif, clear=True),
    "gif-animated": partial(gif, frames=2),
    "webp-rgb": partial(by_pillow, "RGB", "WEBP", lossless=True),
    "webp-rgba": partial(by_pillow, "RGBA", "WEBP", lossless=True, exact=True),
    "jp2-grey": partial(by_pillow, "L", "JPEG2000"),
    "jp2-grey-alpha": partial(by_pillow, "LA", "JPEG2000"),
    "jp2-rgb": partial(by_pillow, "RGB", "JPEG2000"),
    "jp2-rgba": partial(by_pillow, "RGBA", "JPEG2000"),
    "j2k-rgb": partial(by_pillow, "RGB", "JPEG2000", no_jp2=True),
    "webp-lossy": partial(by_pillow, "RGB", "WEBP", **_LOSSY),
    "webp-lossy-alpha": partial(by_pillow, "RGBA", "WEBP", exact=True, **_LOSSY),
    "avif-rgb": partial(by_pillow, "RGB", "AVIF", subsampling="4:4:4", **_LOSSY),
    "avif-rgba": partial(by_pillow, "RGBA", "AVIF", subsampling="4:4:4", **_LOSSY),
    "jpeg-grey": partial(by_pillow, "L", "JPEG", **_LOSSY),
    "jpeg-rgb": partial(by_pillow, "RGB", "JPEG", subsampling=0, **_LOSSY),
    "jpeg-progressive": partial(
        by_pillow, "RGB", "JPEG", subsampling=0, progressive=True, **_LOSSY
    ),
    "jpeg-half-colour": partial(by_pillow, "RGB", "JPEG", subsampling=2, **_LOSSY),
    "jpeg-stored-rgb": partial(by_pillow, "RGB", "JPEG", keep_rgb=True, **_LOSSY),
    "jpeg-cmyk": partial(by_pillow, "CMYK", "JPEG", **_LOSSY),
}
ROWS: dict[str, Maker] = {**_PNG, **_TIFF, **_BMP, **_PSD, **_OTHERS}


def tolerance(name: str) -> float:
    """How far colours may be off, of 255."""
    if name in ("webp-lossy", "webp-lossy-alpha", "jpeg-half-colour"):
        return 40  # half of the colour's resolution
    if "jpeg" in name or "avif" in name:
        return 8
    if "premultiplied8" in name or name == "psd-rgba":
        return 5  # what was stored weakened by its alpha is that coarse
    return 3 if "lab" in name else 1
