"""What stands beside the pixels in people's files, whole and damaged, and what is to come of it."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

import numpy as np
from PIL import ExifTags, Image, ImageCms

from tests.support.format_rows import saved, scene
from tests.support.picture_files import chunk, png

FORMATS = ("PNG", "JPEG", "WEBP", "TIFF", "AVIF")
LOSSLESS: dict[str, dict[str, Any]] = {
    "PNG": {},
    "JPEG": {"quality": 98, "subsampling": 0},
    "WEBP": {"lossless": True},
    "TIFF": {},
    "AVIF": {"quality": 98, "subsampling": "4:4:4"},
}
CAMERA, LATITUDE = "Camera", (48.0, 8.0, 1.5)


@dataclass(frozen=True)
class Beside:
    """A file, and what is to be found beside its pixels; `told` is a word of the notice."""

    data: bytes
    has_profile: bool = False
    has_exif: bool = False
    orientation: int = 1
    told: str | None = None
    tolerance: float = 1


def picture() -> Image.Image:
    return Image.fromarray(np.ascontiguousarray(scene()[..., :3]))


@cache
def profile(extra_bytes: int = 0) -> bytes:
    """An RGB profile, with a private tag of so many bytes."""
    plain = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    if not extra_bytes:
        return plain
    (count,) = struct.unpack_from(">I", plain, 128)
    moved = b"".join(
        struct.pack(">4sII", name, offset + 12, length)
        for name, offset, length in struct.iter_unpack(">4sII", plain[132 : 132 + 12 * count])
    )
    body = plain[132 + 12 * count :]
    body += b"\0" * (-len(body) % 4)
    start = 132 + 12 * (count + 1) + len(body)
    noise = np.random.default_rng(1).integers(0, 255, extra_bytes, np.uint8).tobytes()
    data = b"data\0\0\0\0\0\0\0\1" + noise + b"\0" * (-extra_bytes % 4)
    table = struct.pack(">I", count + 1) + moved + struct.pack(">4sII", b"zzzz", start, len(data))
    grown = plain[:128] + table + body + data
    return struct.pack(">I", len(grown)) + grown[4:]


@cache
def exif(orientation: int = 1) -> bytes:
    """What a camera writes: its name, exposure, a note of its own, and where it stood."""
    block = Image.Exif()
    block[ExifTags.Base.Make] = CAMERA
    block[ExifTags.Base.Orientation] = orientation
    own = block.get_ifd(ExifTags.IFD.Exif)
    own[ExifTags.Base.ExposureTime], own[ExifTags.Base.MakerNote] = 1 / 60, b"note" * 100
    place = block.get_ifd(ExifTags.IFD.GPSInfo)
    place[ExifTags.GPS.GPSLatitudeRef], place[ExifTags.GPS.GPSLatitude] = "N", LATITUDE
    return block.tobytes()


def pointing_nowhere() -> bytes:
    """The block with one value that lies outside of it."""
    block = bytearray(exif(6))
    at = block.index(struct.pack(">HH", ExifTags.Base.Make, 2))
    block[at + 8 : at + 12] = struct.pack(">I", 1 << 30)
    return bytes(block)


def plain(file_format: str, **options: Any) -> bytes:
    return saved(picture(), file_format, **LOSSLESS[file_format], **options)


Row = Callable[[], Beside]


def _row(data: Callable[[], bytes], **told: Any) -> Row:
    return lambda: Beside(data(), **told)


def _tolerance(file_format: str) -> float:
    return 12 if file_format in ("JPEG", "AVIF") else 1


def stored_turned(orientation: int) -> Image.Image:
    """The picture as it lies in a file with that orientation."""
    turns = Image.Transpose
    stored_as = {
        2: turns.FLIP_LEFT_RIGHT, 3: turns.ROTATE_180, 4: turns.FLIP_TOP_BOTTOM,
        5: turns.TRANSPOSE, 6: turns.ROTATE_90, 7: turns.TRANSVERSE, 8: turns.ROTATE_270,
    }  # fmt: skip
    turn = stored_as.get(orientation)
    return picture() if turn is None else picture().transpose(turn)


def turned(file_format: str, orientation: int) -> Beside:
    options = LOSSLESS[file_format] | {"exif": exif(orientation)}
    data = saved(stored_turned(orientation), file_format, **options)
    told = {"has_exif": True, "orientation": orientation}
    return Beside(data, **told, tolerance=_tolerance(file_format))


def _whole(file_format: str) -> dict[str, Row]:
    write, coarse = partial(plain, file_format), {"tolerance": _tolerance(file_format)}

    def large() -> bytes:
        return write(icc_profile=profile(1_500_000))

    rows: dict[str, Row] = {
        "nothing": _row(write, **coarse),
        "profile": _row(partial(write, icc_profile=profile()), has_profile=True, **coarse),
        "large-profile": _row(large, has_profile=True, **coarse),
        "damaged-profile": _row(
            partial(write, icc_profile=b"nothing of it is right" * 9), told="profile", **coarse
        ),
        "exif": _row(partial(write, exif=exif()), has_exif=True, **coarse),
        "all": _row(
            partial(write, exif=exif(), icc_profile=profile()),
            has_profile=True,
            has_exif=True,
            **coarse,
        ),
        "resolution": _row(partial(write, dpi=(300, 300)), **coarse),
        "orientation-in-xmp": _row(
            partial(write, xmp=b'<x:xmpmeta tiff:Orientation="6"/>'), **coarse
        ),
    }
    for orientation in range(1, 9):
        rows[f"turned-{orientation}"] = partial(turned, file_format, orientation)
    return rows


def _damaged_exif(file_format: str) -> dict[str, Row]:
    """Pillow writes none of it into TIFF and AVIF: there it is damaged afterwards."""
    coarse = {"tolerance": _tolerance(file_format)}
    if file_format == "AVIF":
        return {"exif-zeros": _row(_zeroed_exif, told="EXIF", **coarse)}
    if file_format == "TIFF":
        astray = partial(_tag_astray, ExifTags.Base.Make)
        return {"exif-nowhere": _row(astray, told="tag 271")}
    blocks = {
        "garbage": b"Exif\0\0" + b"\x13\x37" * 60,
        "zeros": b"Exif\0\0" + bytes(80),
        "cut": exif()[:20],
        "circle": b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x87\x69\0\4\0\0\0\1\0\0\0\x08\0\0\0\0",
    }
    rows = {
        f"exif-{name}": _row(partial(plain, file_format, exif=block), told="EXIF", **coarse)
        for name, block in blocks.items()
    }
    options = LOSSLESS[file_format] | {"exif": pointing_nowhere()}
    nowhere = partial(saved, stored_turned(6), file_format, **options)
    return rows | {"exif-nowhere": _row(nowhere, orientation=6, told="EXIF", **coarse)}


def _zeroed_exif() -> bytes:
    data = plain("AVIF", exif=exif())
    at = data.index(exif()[6:14])
    return data[:at] + bytes(8) + data[at + 8 :]


def _tag_astray(tag: int) -> bytes:
    data = bytearray(plain("TIFF", exif=exif()))
    (at,) = struct.unpack_from("<I", data, 4)
    (count,) = struct.unpack_from("<H", data, at)
    entries = range(at + 2, at + 2 + 12 * count, 12)
    (place,) = (each for each in entries if struct.unpack_from("<H", data, each)[0] == tag)
    struct.pack_into("<I", data, place + 8, 1 << 30)
    return bytes(data)


def _png(*chunks: bytes, after: tuple[bytes, ...] = ()) -> bytes:
    return png(scene()[..., :3], 2, 8, *chunks, after=after)


@cache
def _bomb() -> bytes:
    return b"a\0\0" + zlib.compress(bytes(80_000_000))


def _png_rows() -> dict[str, Row]:
    workflow = b"workflow\0" + b'{"nodes": [' * 110_000
    packed = b"workflow\0\0" + zlib.compress(bytes(5_000_000))
    international = b"workflow\0\0\0\0\0" + b"x" * 1_200_000
    texts = {b"tEXt": workflow, b"zTXt": packed, b"iTXt": international}
    sound = {
        b"gAMA": struct.pack(">I", 45455), b"cHRM": struct.pack(">8I", *[31270] * 8),
        b"sRGB": b"\0",
        b"pHYs": struct.pack(">IIB", 11811, 11811, 1), b"tIME": bytes(7), b"tEXt": b"a\0b",
        b"zTXt": b"a\0\0" + zlib.compress(b"b"), b"iTXt": b"a\0\0\0\0\0b", b"bKGD": bytes(6),
        b"eXIf": exif(6)[6:], b"iCCP": b"a\0\0" + zlib.compress(profile()), b"tRNS": bytes(6),
        b"sBIT": bytes(3), b"hIST": bytes(2), b"prIv": b"private",
    }  # fmt: skip
    rows: dict[str, Row] = {}
    for name, content in texts.items():
        large = chunk(name, content)
        rows[f"large-{name.decode()}"] = _row(partial(_png, large))
        rows[f"large-{name.decode()}-after"] = _row(partial(_png, after=(large,)))
    for name, content in sound.items():
        bad = chunk(name, content, damaged=True)
        rows[f"checksum-{name.decode()}"] = _row(partial(_png, bad), told=name.decode())
    for name in (b"gAMA", b"cHRM", b"sRGB", b"pHYs", b"tRNS"):
        short = chunk(name, sound[name][:-1])
        rows[f"short-{name.decode()}"] = _row(partial(_png, short), told=name.decode())
    rows["profile-bomb"] = _row(lambda: _png(chunk(b"iCCP", _bomb())), told="profile")
    rows["text-bomb"] = _row(lambda: _png(chunk(b"zTXt", _bomb())))
    cut_profile = chunk(b"iCCP", b"a\0\0" + zlib.compress(profile())[:-30])
    rows["cut-profile"] = _row(partial(_png, cut_profile), told="profile")
    as_text = b"Raw profile type exif\0\nexif\n%8d\n" % len(exif(6))
    written = chunk(b"tEXt", as_text + exif(6).hex().encode())
    turned_png = partial(png, np.asarray(stored_turned(6)), 2, 8, written)
    rows["exif-as-text"] = _row(turned_png, has_exif=True, orientation=6)
    no_digits = chunk(b"tEXt", as_text + b"no digits")
    rows["exif-as-text-damaged"] = _row(partial(_png, no_digits), told="EXIF")
    exif_chunk = chunk(b"eXIf", exif()[6:])
    rows["exif-after"] = _row(partial(_png, after=(exif_chunk,)), has_exif=True)
    rows["behind-its-end"] = _row(lambda: _png() + b"junk" * 20)
    return rows


def _jpeg_rows() -> dict[str, Row]:
    whole = plain("JPEG", exif=exif(), icc_profile=profile(), comment=b"hello")
    progressive = plain("JPEG", progressive=True)
    both = {"has_profile": True, "has_exif": True}
    files: dict[str, tuple[bytes, dict[str, Any]]] = {
        "no-end": (whole[:-2], both | {"told": "end marker"}),
        "half-an-end": (whole[:-1], both | {"told": "end marker"}),
        "no-end-progressive": (progressive[:-2], {"told": "end marker"}),
        "behind-its-end": (whole + b"junk" * 20, both),
        "second-picture": (_mpo(), {}),
        "profile-after-frame": (_moved_behind_frame(whole, 0xE2), both),
        "fill-bytes": (whole.replace(b"\xff\xe2", b"\xff\xff\xff\xe2"), both),
    }
    for marker, name, left in (
        (0xE0, "APP0", both),
        (0xE1, "APP1", {"has_profile": True}),
        (0xE2, "APP2", {"has_exif": True}),
        (0xFE, "COM", both),
    ):
        for how, data in _cut_segments(whole, marker).items():
            files[f"{name}-{how}"] = data, left | {"told": name}
    return {
        name: partial(Beside, data, **told, tolerance=12) for name, (data, told) in files.items()
    }


def _cut_segments(data: bytes, marker: int) -> dict[str, bytes]:
    """The file with one segment shorter than it says, or saying another length."""
    at = data.index(bytes((0xFF, marker)))
    length = int.from_bytes(data[at + 2 : at + 4])
    before, rest = data[: at + 2], data[at + 4 :]

    def saying(stated: int, missing: int = 0) -> bytes:
        return before + stated.to_bytes(2) + rest[missing:]

    return {
        "cut": saying(length, 5),
        "empty": saying(length, length - 2),
        "too-long": saying(length + 5),
        "too-short": saying(length - 3),
    }


def _moved_behind_frame(data: bytes, marker: int) -> bytes:
    at = data.index(bytes((0xFF, marker)))
    end = at + 2 + int.from_bytes(data[at + 2 : at + 4])
    rest = data[:at] + data[end:]
    frame = rest.index(b"\xff\xc0")
    after = frame + 2 + int.from_bytes(rest[frame + 2 : frame + 4])
    return rest[:after] + data[at:end] + rest[after:]


def _mpo() -> bytes:
    buffer = io.BytesIO()
    other = Image.new("RGB", picture().size, "#0000ff")
    picture().save(buffer, "MPO", save_all=True, append_images=[other], **LOSSLESS["JPEG"])
    return buffer.getvalue()


def _webp_rows() -> dict[str, Row]:
    whole = plain("WEBP", exif=exif(), icc_profile=profile(), xmp=b"<xmp/>" * 20)
    both = {"has_profile": True, "has_exif": True}
    exif_at, xmp_at, profile_at = (whole.index(name) for name in (b"EXIF", b"XMP ", b"ICCP"))

    def saying(at: int, length: int) -> bytes:
        return whole[: at + 4] + struct.pack("<I", length) + whole[at + 8 :]

    return {
        "xmp-cut": partial(Beside, whole[:-30], told="XMP", **both),
        "exif-cut": partial(Beside, whole[: exif_at + 40], told="EXIF", has_profile=True),
        "end-missing": partial(Beside, whole[: xmp_at + 3], told="RIFF", **both),
        "exif-too-long": partial(Beside, saying(exif_at, 99_999), told="EXIF", has_profile=True),
        "profile-too-long": partial(Beside, saying(profile_at, 99_999), told="ICCP", has_exif=True),
        "behind-its-end": partial(Beside, whole + b"junk" * 20, **both),
    }


def _tiff_rows() -> dict[str, Row]:
    return {
        "GPS-nowhere": _row(partial(_tag_astray, ExifTags.IFD.GPSInfo), told="tag 34853"),
        "behind-its-end": _row(lambda: plain("TIFF", exif=exif()) + b"junk" * 20, has_exif=True),
    }


ROWS: dict[str, Row] = {
    f"{file_format}-{name}": make
    for file_format in FORMATS
    for name, make in (_whole(file_format) | _damaged_exif(file_format)).items()
}
for _format, _rows in (
    ("PNG", _png_rows()),
    ("JPEG", _jpeg_rows()),
    ("WEBP", _webp_rows()),
    ("TIFF", _tiff_rows()),
):
    ROWS |= {f"{_format}-{name}": make for name, make in _rows.items()}
