"""Masks that say nothing by the plain rules: taken as what they mean, or told to be unclear."""

from __future__ import annotations

import io
import time
from collections.abc import Callable

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from inpaint_studio.picture.image_file import decode_picture
from inpaint_studio.picture.mask import read_wire_mask
from inpaint_studio.picture.mask_reading import MaskMeaning, Reading, coverage_by, mask_meaning

Array = NDArray[np.uint8]

HOLE = np.zeros((60, 80), bool)
HOLE[20:40, 30:60] = True


def picture_file(array: Array, file_format: str = "PNG", palette: list[int] | None = None) -> bytes:
    image = Image.fromarray(array)
    if palette is not None:
        image.putpalette(palette)
    buffer = io.BytesIO()
    image.save(buffer, file_format)
    return buffer.getvalue()


def grey(inside: int, outside: int = 0) -> Array:
    return np.where(HOLE, np.uint8(inside), np.uint8(outside))


def rgba(colours: Array, alpha: Array) -> Array:
    planes = [colours] * 3 if colours.ndim == 2 else [colours[..., each] for each in range(3)]
    return np.dstack([*planes, alpha])


def stray(value: int = 254) -> Array:
    alpha = np.full(HOLE.shape, 255, np.uint8)
    alpha[3, 4] = value
    return alpha


def labels() -> Array:
    found = grey(1)
    found[45:55, 5:25] = 2
    return found


def photo() -> Array:
    rows, columns = np.mgrid[0:60, 0:80]
    return np.dstack([rows * 4, columns * 3, 255 - rows * 2]).astype(np.uint8)


def meaning_of(data: bytes) -> tuple[MaskMeaning, Array]:
    picture = decode_picture(data, "mask")
    meaning = mask_meaning(picture)
    return meaning, coverage_by(picture.pixels, meaning.reading, meaning.labels)


RAMP = [value for value in range(256) for _ in range(3)]
DARK = [0, 0, 0, 3, 3, 3, 5, 5, 5]
CITY = [0, 0, 0, 220, 20, 60, 0, 0, 142]
MEANT: dict[str, Callable[[], bytes]] = {
    "0 and 1": lambda: picture_file(grey(1)),
    "0 and 1, as TIFF": lambda: picture_file(grey(1), "TIFF"),
    "0 and 1, of 16 bits": lambda: picture_file(grey(1).astype(np.uint16)),
    "0 and 1, RGB": lambda: picture_file(np.dstack([grey(1)] * 3)),
    "0 and 1, opaque RGBA": lambda: picture_file(rgba(grey(1), np.full_like(grey(1), 255))),
    "0 and 100": lambda: picture_file(grey(100)),
    "one label, palette": lambda: picture_file(grey(1), palette=CITY),
    "one label, dark palette": lambda: picture_file(grey(1), palette=DARK),
    "red on black": lambda: picture_file(np.dstack([grey(255), grey(0), grey(0)])),
    "a stray pixel": lambda: picture_file(rgba(grey(255), stray())),
    "a stray pixel, 0 and 1": lambda: picture_file(rgba(grey(1), stray())),
    "a stray hole": lambda: picture_file(rgba(grey(255), stray(0))),
    "labels 1 and 2": lambda: picture_file(grey(2, 1)),
    "palette, background not black": lambda: picture_file(grey(2, 1), palette=[9, 9, 9, *CITY]),
    "little transparent, white": lambda: picture_file(rgba(grey(255, 255), grey(200, 255))),
    "little transparent, black": lambda: picture_file(rgba(grey(0), grey(200, 255))),
}
PLAIN: dict[str, Callable[[], bytes]] = {
    "white on black": lambda: picture_file(grey(255)),
    "transparent": lambda: picture_file(rgba(grey(255, 255), grey(0, 255))),
    "transparent photo": lambda: picture_file(rgba(photo(), grey(0, 255))),
    "palette of greys": lambda: picture_file(grey(255), palette=RAMP),
}


@pytest.mark.parametrize("kind", MEANT)
def test_what_says_nothing_plainly_is_taken_as_what_it_means(kind: str) -> None:
    meaning, coverage = meaning_of(MEANT[kind]())
    assert np.array_equal(coverage, grey(255)), meaning
    assert meaning.is_clear
    assert meaning.words


@pytest.mark.parametrize("kind", PLAIN)
def test_plain_masks_need_no_words(kind: str) -> None:
    meaning, coverage = meaning_of(PLAIN[kind]())
    assert np.array_equal(coverage, grey(255))
    assert (meaning.is_clear, meaning.words) == (True, "")


@pytest.mark.parametrize("palette", [CITY, DARK, None])
def test_several_labels_are_not_clear(palette: list[int] | None) -> None:
    meaning, coverage = meaning_of(picture_file(labels(), palette=palette))
    assert (meaning.reading, meaning.is_clear) == (Reading.LABELS, False)
    assert "2 labels" in meaning.words
    assert np.array_equal(coverage, np.where(labels() > 0, 255, 0))


def test_a_photo_with_a_stray_pixel_is_not_clear() -> None:
    meaning, _ = meaning_of(picture_file(rgba(photo(), stray())))
    assert not meaning.is_clear
    assert meaning.words


def test_a_dark_photo_is_not_clear() -> None:
    meaning, _ = meaning_of(picture_file((photo() // 3).astype(np.uint8)))
    assert not meaning.is_clear


@pytest.mark.parametrize("colour", [0, 255])
def test_one_stray_pixel_of_an_even_picture_is_no_hole(colour: int) -> None:
    data = picture_file(rgba(np.full(HOLE.shape, colour, np.uint8), stray()))
    assert set(np.unique(meaning_of(data)[1])) == {colour}


def test_a_hole_may_be_small() -> None:
    alpha = np.full(HOLE.shape, 255, np.uint8)
    alpha[30, 40:42] = 0
    for colours in (np.full(HOLE.shape, 255, np.uint8), np.zeros(HOLE.shape, np.uint8), photo()):
        meaning, coverage = meaning_of(picture_file(rgba(colours, alpha)))
        assert meaning.reading is Reading.TRANSPARENT
        assert int(np.count_nonzero(coverage)) == 2


@pytest.mark.parametrize("kind", MEANT)
def test_the_endpoint_reads_it_the_same(kind: str) -> None:
    assert np.array_equal(read_wire_mask(MEANT[kind]()), grey(255))


def test_soft_edges_of_white_on_black_stay_soft() -> None:
    soft = cv2.GaussianBlur(grey(255), (0, 0), 0.8)
    meaning, coverage = meaning_of(picture_file(soft))
    assert (meaning.reading, meaning.words) == (Reading.WHITE, "")
    assert np.array_equal(coverage, soft)


def test_the_edge_of_a_little_transparency_lies_where_half_of_it_is() -> None:
    soft = (cv2.GaussianBlur(grey(255), (0, 0), 0.7) * 0.4).astype(np.uint8)
    meaning, coverage = meaning_of(picture_file(rgba(grey(255, 255), 255 - soft)))
    assert meaning.is_clear
    assert np.array_equal(coverage, np.where(soft > soft.max() // 2, 255, 0))


def test_a_tinted_pixel_makes_no_label_of_white() -> None:
    tinted = np.dstack([grey(255)] * 3)
    tinted[0, 0] = (0, 90, 0)
    meaning, _ = meaning_of(picture_file(tinted))
    assert meaning.reading is Reading.WHITE


def test_a_square_turned_palette_is_read_by_its_colours() -> None:
    square = np.zeros((60, 60), np.uint8)
    square[5:20, 30:55] = 1
    exif = Image.Exif()
    exif[274] = 6
    image = Image.fromarray(square)
    image.putpalette(CITY)
    buffer = io.BytesIO()
    image.save(buffer, "PNG", exif=exif)
    _, coverage = meaning_of(buffer.getvalue())
    assert np.array_equal(coverage, np.rot90(square * 255, -1))


def test_many_values_are_no_labels() -> None:
    steps = np.tile((np.arange(80) * 1.5).astype(np.uint8), (60, 1))
    meaning, _ = meaning_of(picture_file(np.where(HOLE, np.uint8(140), steps)))
    assert meaning.reading is Reading.WHITE


def test_a_photograph_is_looked_at_in_moments() -> None:
    """With millions of colours, which numpy's own `unique` counts for a quarter of a minute."""
    noise = np.random.default_rng(1).integers(0, 256, (2000, 3000, 3), np.uint8)
    picture = decode_picture(picture_file(noise, "BMP"), "photo.bmp")
    begun = time.perf_counter()
    assert mask_meaning(picture).reading is Reading.WHITE
    assert time.perf_counter() - begun < 5
