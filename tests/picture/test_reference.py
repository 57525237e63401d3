"""References keep their files, unless a server might read those wrongly."""

import io

import numpy as np
import pytest
from PIL import Image

from inpaint_studio.errors import ImageError
from inpaint_studio.picture.geometry import Size
from inpaint_studio.picture.image_file import decode_picture
from inpaint_studio.picture.reference import THUMBNAIL_PX, decode_reference, read_reference


def encoded(file_format, size=(400, 200), **options):
    pixels = np.random.default_rng(1).integers(0, 255, (size[1], size[0], 3), np.uint8)
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, file_format, **options)
    return buffer.getvalue()


@pytest.mark.parametrize(("file_format", "media"), [("PNG", "png"), ("JPEG", "jpeg")])
def test_plain_files_go_out_as_they_are(file_format, media):
    data = encoded(file_format)
    reference = decode_reference(data, "cat")
    assert reference.data is data
    assert reference.media_type == f"image/{media}"
    assert reference.size == Size(400, 200)
    assert max(reference.thumbnail.shape[:2]) == THUMBNAIL_PX


def test_turned_and_unusual_files_go_out_as_png(tmp_path):
    exif = Image.Exif()
    exif[274] = 6
    turned = decode_reference(encoded("JPEG", exif=exif), "turned.jpg")
    assert turned.media_type == "image/png"
    assert turned.size == Size(200, 400)
    assert decode_picture(turned.data, "x").size == Size(200, 400)
    path = tmp_path / "cat.bmp"
    path.write_bytes(encoded("BMP"))
    assert read_reference(path).media_type == "image/png"


def test_what_is_no_picture_is_refused(tmp_path):
    with pytest.raises(ImageError):
        read_reference(tmp_path / "nothing.png")
