"""Opening: orientation, profile, metadata, limits, damage; and the way out again."""

import importlib
import io
import struct
import subprocess
import sys
import tracemalloc
import warnings
import zlib
from pathlib import Path
from typing import Literal

import numpy as np
import pytest
from PIL import ExifTags, Image, ImageCms

from inpaint_studio.errors import ImageError
from inpaint_studio.picture import image_file
from inpaint_studio.picture.geometry import Size
from inpaint_studio.picture.image_file import (
    Picture,
    decode_picture,
    decode_result,
    encode,
    open_picture,
    thumbnail,
)

LOSSLESS = ("png", "tiff", "webp")
FORMATS = ("png", "jpeg", "webp", "tiff", "avif")


def photo(width: int = 48, height: int = 32, *, alpha: bool = False) -> np.ndarray:
    """A smooth BGRA picture whose four corners differ."""
    rows, columns = np.mgrid[0:height, 0:width]
    blue, green = 40 + columns * 150 / width, 30 + rows * 200 / height
    red = 220 - (columns / width + rows / height) * 90
    a = 255 - columns * 200 / width if alpha else np.full((height, width), 255)
    return np.asarray(np.rint(np.dstack([blue, green, red, a])), np.uint8)


def saved(image: Image.Image, file_format: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, file_format, **options)
    return buffer.getvalue()


def as_image(pixels: np.ndarray) -> Image.Image:
    return Image.fromarray(np.ascontiguousarray(pixels[..., [2, 1, 0]]))


def profile_bytes(kind: Literal["sRGB", "LAB"] = "sRGB") -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile(kind)).tobytes()


def exif_of(picture: Picture) -> Image.Exif:
    exif = Image.Exif()
    exif.load(picture.exif or b"")
    return exif


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_claiming(width: int, height: int, *extra: bytes) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [chunk(b"IHDR", header), *extra, chunk(b"IDAT", zlib.compress(b"\0" * 99))]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks) + chunk(b"IEND", b"")


STORED_AS = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


class TestOrientation:
    @pytest.mark.parametrize("file_format", ["PNG", "TIFF", "WEBP", "JPEG"])
    @pytest.mark.parametrize("orientation", range(1, 9))
    def test_the_picture_stands_upright(self, orientation: int, file_format: str) -> None:
        upright = as_image(photo())
        turn = STORED_AS[orientation]
        exif = Image.Exif()
        exif[ExifTags.Base.Orientation] = orientation
        options = {"lossless": True} if file_format == "WEBP" else {"quality": 100}
        stored = upright.transpose(turn) if turn is not None else upright
        data = saved(stored, file_format, exif=exif.tobytes(), **options)

        pixels = decode_picture(data, "photo").pixels

        assert pixels.shape == (32, 48, 4)
        tolerance = 12 if file_format == "JPEG" else 0
        assert np.abs(pixels.astype(int) - photo()).max() <= tolerance

    def test_the_tag_is_gone_so_that_nothing_turns_it_again(self) -> None:
        exif = Image.Exif()
        exif[ExifTags.Base.Orientation] = 6
        exif[ExifTags.Base.Make] = "Camera"
        picture = decode_picture(saved(as_image(photo()), "JPEG", exif=exif.tobytes()), "photo")

        again = decode_picture(encode(picture.pixels, "jpeg", exif=picture.exif), "again")

        assert again.size == picture.size == Size(32, 48)
        kept = exif_of(again)
        assert kept[ExifTags.Base.Make] == "Camera"
        assert ExifTags.Base.Orientation not in kept

    def test_a_nonsense_orientation_is_ignored(self) -> None:
        exif = Image.Exif()
        exif[ExifTags.Base.Orientation] = 77
        data = saved(as_image(photo()), "PNG", exif=exif.tobytes())
        assert decode_picture(data, "photo").size == Size(48, 32)


class TestProfile:
    @pytest.mark.parametrize("file_format", ["PNG", "JPEG", "WEBP", "TIFF", "AVIF"])
    def test_an_rgb_profile_is_kept(self, file_format: str) -> None:
        profile = profile_bytes()
        data = saved(as_image(photo()), file_format, icc_profile=profile)
        assert decode_picture(data, "photo").icc_profile == profile

    def test_a_damaged_profile_is_dropped_and_told(self) -> None:
        data = saved(as_image(photo()), "PNG", icc_profile=b"not a profile" * 20)
        picture = decode_picture(data, "photo")
        assert picture.icc_profile is None
        assert "profile is damaged" in picture.notices[0]

    def test_a_profile_for_other_channels_is_dropped_and_told(self) -> None:
        data = saved(as_image(photo()), "PNG", icc_profile=profile_bytes("LAB"))
        picture = decode_picture(data, "photo")
        assert picture.icc_profile is None
        assert "does not fit" in picture.notices[0]

    @pytest.mark.parametrize("stored", [np.uint8(128), np.uint16(128 * 257)])
    def test_a_grey_profile_is_applied(self, stored: np.generic) -> None:
        grey = Image.fromarray(np.full((8, 8), stored))
        picture = decode_picture(saved(grey, "PNG", icc_profile=linear_grey_profile()), "scan")
        assert picture.icc_profile is None
        # Linear 128/255 is 188 in sRGB (IEC 61966-2-1).
        assert np.abs(picture.pixels[..., :3].astype(int) - 188).max() <= 1


def linear_grey_profile() -> bytes:
    """The smallest grey ICC profile: a white point and a curve without entries, which is linear."""
    d50 = struct.pack(">iii", 63190, 65536, 54061)
    tags = [(b"wtpt", b"XYZ \0\0\0\0" + d50), (b"kTRC", b"curv\0\0\0\0\0\0\0\0")]
    offset = 128 + 4 + 12 * len(tags)
    table, body = struct.pack(">I", len(tags)), b""
    for name, data in tags:
        table += name + struct.pack(">II", offset + len(body), len(data))
        body += data
    header = bytearray(128)
    header[0:4] = struct.pack(">I", offset + len(body))
    header[8:12] = b"\x02\x10\0\0"
    header[12:24] = b"mntrGRAYXYZ "
    header[36:40] = b"acsp"
    header[68:80] = d50
    return bytes(header) + table + body


class TestFrames:
    @pytest.mark.parametrize("file_format", ["GIF", "WEBP", "PNG"])
    def test_the_first_frame_of_an_animation_is_opened_and_told(self, file_format: str) -> None:
        red, blue = (Image.new("RGB", (8, 8), colour) for colour in ("#ff0000", "#0000ff"))
        options = {"lossless": True} if file_format == "WEBP" else {}
        data = saved(red, file_format, save_all=True, append_images=[blue], **options)

        picture = decode_picture(data, "moving")

        assert tuple(picture.pixels[4, 4]) == (0, 0, 255, 255)
        assert any("first frame" in notice for notice in picture.notices)

    def test_the_first_page_of_a_tiff_is_opened_and_told(self) -> None:
        first, second = Image.new("RGB", (8, 8), "#00ff00"), Image.new("RGB", (8, 8))
        data = saved(first, "TIFF", save_all=True, append_images=[second])
        picture = decode_picture(data, "scan")
        assert tuple(picture.pixels[0, 0]) == (0, 255, 0, 255)
        assert any("first was opened" in notice for notice in picture.notices)


class TestLimits:
    @pytest.mark.parametrize("size", [(65535, 65535), (10_001, 10_000), (40_000, 10)])
    def test_a_bomb_is_refused_from_its_header(self, size: tuple[int, int]) -> None:
        with pytest.raises(ImageError, match="too large") as caught:
            decode_picture(png_claiming(*size), "bomb.png")
        assert "100 megapixels" in caught.value.message

    def test_no_warning_stands_in_for_the_refusal(self) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with pytest.raises(ImageError, match=r"12000 × 10000"):
                decode_picture(png_claiming(12_000, 10_000), "bomb.png")

    def test_file_bytes_are_limited(self, tmp_path: Path) -> None:
        path = tmp_path / "huge.png"
        with path.open("wb") as stream:
            stream.truncate(image_file.MAX_FILE_BYTES + 1)  # sparse
        with pytest.raises(ImageError, match="too large"):
            open_picture(path)
        path.unlink()  # before the search for keys reads a gigabyte

    @pytest.mark.parametrize("kind", [b"zTXt", b"iCCP"])
    def test_a_metadata_bomb_costs_neither_memory_nor_the_picture(self, kind: bytes) -> None:
        bomb = chunk(kind, b"name\0\0" + zlib.compress(b"\0" * 80_000_000, 9))
        data = png_claiming(5, 5, bomb)
        tracemalloc.start()
        picture = decode_picture(data, "bomb.png")
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert picture.size == Size(5, 5)
        assert picture.icc_profile is None
        assert most < 16_000_000

    @pytest.mark.parametrize("file_format", ["PPM", "TGA", "ICO", "PCX"])
    def test_other_formats_are_not_tried(self, file_format: str) -> None:
        with pytest.raises(ImageError, match="cannot be opened") as caught:
            decode_picture(saved(as_image(photo()), file_format), "old.bin")
        assert "PNG" in caught.value.message

    def test_oversized_exif_is_left_out_and_told(self) -> None:
        exif = Image.Exif()
        exif[ExifTags.Base.ImageDescription] = "x" * 80_000
        picture = decode_picture(saved(as_image(photo()), "PNG", exif=exif.tobytes()), "photo")
        assert picture.exif is None
        assert "EXIF" in picture.notices[0]


@pytest.mark.parametrize("file_format", ["PNG", "TIFF", "JPEG2000"])
def test_deep_grey_is_told_once(file_format: str) -> None:
    deep = Image.fromarray(photo()[..., 0].astype(np.uint16) * 257)
    notices = decode_picture(saved(deep, file_format), "scan").notices
    assert [each for each in notices if "more than 8 bits" in each] == list(notices[:1])
    assert len(notices) == 1


def test_what_pillow_warns_of_is_not_said_in_a_terminal(tmp_path: Path) -> None:
    path = tmp_path / "scan.tif"
    path.write_bytes(saved(as_image(photo()), "TIFF")[:16])
    program = f"""
from pathlib import Path
from inpaint_studio.errors import ImageError
from inpaint_studio.picture.image_file import open_picture
try:
    open_picture(Path({str(path)!r}))
except ImageError:
    print("refused")
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("refused\n", "")


class TestHeic:
    HEADER = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 40

    @pytest.mark.parametrize("brand", [b"heic", b"heix", b"heim", b"hevc", b"mif1", b"msf1"])
    def test_without_the_plug_in_the_extra_is_named(
        self, brand: bytes, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(sys.modules, "pillow_heif", None)
        with pytest.raises(ImageError, match="HEIC pictures need an extra") as caught:
            decode_picture(self.HEADER.replace(b"ftypheic", b"ftyp" + brand), "phone.heic")
        assert "pip install" in caught.value.message

    def test_an_avif_under_a_heif_brand_needs_none(self) -> None:
        data = saved(as_image(photo()), "AVIF")
        assert data[4:12] == b"ftypavif"
        renamed = data[:8] + b"mif1" + data[12:]
        assert decode_picture(renamed, "photo.avif").size == Size(48, 32)

    def test_with_the_plug_in_it_opens(self) -> None:
        try:
            plugin = importlib.import_module("pillow_heif")
        except ImportError:
            pytest.skip("pillow-heif is not installed")
        buffer = io.BytesIO()
        plugin.from_pillow(as_image(photo(64, 64))).save(buffer, quality=95)
        picture = decode_picture(buffer.getvalue(), "phone.heic")
        assert np.abs(picture.pixels.astype(int) - photo(64, 64)).mean() < 3


class TestPaths:
    def test_name_and_path_are_kept(self, tmp_path: Path) -> None:
        path = tmp_path / "Föhn 🌊\n.png"
        path.write_bytes(encode(photo(), "png"))
        picture = open_picture(path)
        assert (picture.name, picture.path) == (path.name, path)
        assert np.array_equal(picture.pixels, photo())

    @pytest.mark.skipif(sys.platform != "linux", reason="only there are names any bytes")
    def test_a_name_that_is_no_text_can_be_shown(self, tmp_path: Path) -> None:
        path = Path(str(tmp_path) + "/\udcff.png")
        path.write_bytes(encode(photo(), "png"))
        assert open_picture(path).name.encode("utf-8")

    def test_a_missing_file_says_so(self, tmp_path: Path) -> None:
        with pytest.raises(ImageError, match=r"gone\.png is not there"):
            open_picture(tmp_path / "gone.png")

    def test_a_folder_says_so(self, tmp_path: Path) -> None:
        with pytest.raises(ImageError, match="is a folder"):
            open_picture(tmp_path)

    def test_the_source_cannot_be_written_to(self) -> None:
        picture = decode_picture(encode(photo(), "png"), "photo")
        with pytest.raises(ValueError, match="read-only"):
            picture.pixels[0, 0] = 0


class TestEncode:
    @pytest.mark.parametrize("file_format", LOSSLESS)
    @pytest.mark.parametrize("alpha", [False, True])
    def test_lossless_formats_return_every_bit(self, file_format: str, alpha: bool) -> None:
        pixels = photo(alpha=alpha)
        pixels[0, 0] = (1, 2, 3, 0 if alpha else 255)
        data = encode(pixels, file_format, quality=100)
        assert np.array_equal(decode_result(data), pixels)

    @pytest.mark.parametrize("file_format", FORMATS)
    def test_profile_and_exif_are_carried(self, file_format: str) -> None:
        exif = Image.Exif()
        exif[ExifTags.Base.Artist] = "Ada"
        profile = profile_bytes()
        data = encode(photo(), file_format, icc_profile=profile, exif=exif.tobytes())
        picture = decode_picture(data, "copy")
        assert picture.icc_profile == profile
        assert exif_of(picture)[ExifTags.Base.Artist] == "Ada"

    @pytest.mark.parametrize("file_format", ["jpeg", "webp", "avif"])
    def test_quality_trades_bytes_for_likeness(self, file_format: str) -> None:
        noisy = photo(96, 96)
        noisy[..., :3] ^= np.random.default_rng(1).integers(0, 32, (96, 96, 3), np.uint8)
        small, large = (encode(noisy, file_format, quality=quality) for quality in (20, 95))
        assert len(small) < len(large)
        errors = [np.abs(decode_result(data).astype(int) - noisy).mean() for data in (small, large)]
        assert errors[1] < errors[0]

    def test_jpeg_lays_transparency_on_white(self) -> None:
        pixels = np.zeros((16, 16, 4), np.uint8)
        pixels[8:, :, 3] = 128
        opened = decode_result(encode(pixels, "jpeg", quality=100))
        assert opened[3, 3, 0] >= 254
        assert abs(int(opened[13, 13, 0]) - 127) <= 2

    def test_png_text_round_trips(self) -> None:
        text = {"prompt": "ein Löffel weniger 🥄"}
        with Image.open(io.BytesIO(encode(photo(), "png", text=text))) as image:
            assert image.info == text

    def test_a_faster_png_holds_the_same_pixels(self) -> None:
        assert np.array_equal(decode_result(encode(photo(), "png", png_level=1)), photo())

    def test_other_names_and_capitals_are_understood(self) -> None:
        assert encode(photo(), "JPG") == encode(photo(), "jpeg")

    def test_an_unknown_format_names_the_known_ones(self) -> None:
        with pytest.raises(ImageError, match="png, jpeg"):
            encode(photo(), "xcf")

    def test_a_picture_larger_than_the_format_holds_is_refused(self) -> None:
        with pytest.raises(ImageError, match="16383"):
            encode(np.zeros((1, 16_384, 4), np.uint8), "webp")


class TestThumbnail:
    @pytest.mark.parametrize(
        ("size", "expected"), [((48, 32), (24, 16)), ((10, 8), (10, 8)), ((4000, 2), (24, 1))]
    )
    def test_it_fits_the_edge_and_never_grows(
        self, size: tuple[int, int], expected: tuple[int, int]
    ) -> None:
        small = thumbnail(photo(*size), 24)
        assert (small.shape[1], small.shape[0]) == expected

    def test_hidden_colours_do_not_bleed(self) -> None:
        pixels = np.zeros((64, 64, 4), np.uint8)
        pixels[:] = (0, 255, 0, 0)
        pixels[:, 30:] = (0, 0, 255, 255)
        small = thumbnail(pixels, 7)
        visible = small[small[..., 3] > 0]
        assert visible[:, 1].max() == 0
        assert visible[:, 2].min() == 255
