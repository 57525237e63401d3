"""A film strip as one file, read back by another program's decoder."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms, ImageSequence

from inpaint_studio.errors import ExportError
from inpaint_studio.export.film import TEMPLATE, FilmStill, write_film
from inpaint_studio.export.naming import NameFields
from inpaint_studio.export.writer import ExportOptions

LOSSLESS = ExportOptions(quality=100, template=TEMPLATE)
NAME = NameFields(source="door")


def picture(seed: int, width: int = 37, height: int = 23, channels: int = 3) -> np.ndarray:
    pixels = np.full((height, width, 4), 255, np.uint8)
    noise = np.random.default_rng(seed).integers(1, 255, (height, width, channels))
    pixels[..., :channels] = noise
    return pixels


def read_back(path: Path) -> tuple[list[np.ndarray], list[int]]:
    with Image.open(path) as film:
        frames = [np.asarray(each.convert("RGBA")) for each in ImageSequence.Iterator(film)]
        times = []
        for number in range(sum(1 for _ in ImageSequence.Iterator(film))):
            film.seek(number)
            film.load()
            times.append(film.info["duration"])
    return frames, times


def rgba(pixels: np.ndarray) -> np.ndarray:
    return pixels[..., [2, 1, 0, 3]]


@pytest.mark.parametrize("channels", [3, 4])
def test_every_frame_comes_back_for_its_time(tmp_path: Path, channels: int) -> None:
    pictures = [picture(seed, channels=channels) for seed in range(3)]
    frames = [FilmStill(pixels, 200 * (n + 1)) for n, pixels in enumerate(pictures)]
    (path,) = write_film(frames, tmp_path, NAME, LOSSLESS).paths
    assert path.name == "door-strip-01.webp"
    shown, times = read_back(path)
    assert times == [200, 400, 600]
    for got, made in zip(shown, pictures, strict=True):
        assert np.array_equal(got, rgba(made))


def test_a_later_frame_may_be_only_what_changed(tmp_path: Path) -> None:
    first, change = picture(1), picture(2, 9, 7)
    frames = [FilmStill(first, 100), FilmStill(change, 100, x=12, y=4)]
    (path,) = write_film(frames, tmp_path, NAME, LOSSLESS).paths
    wanted = first.copy()
    wanted[4:11, 12:21] = change
    shown, _ = read_back(path)
    assert np.array_equal(shown[1], rgba(wanted))


def test_the_colour_profile_goes_along(tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    (path,) = write_film(
        [FilmStill(picture(1), 100, icc_profile=profile), FilmStill(picture(2), 100)],
        tmp_path, NAME, ExportOptions(template=TEMPLATE),
    ).paths  # fmt: skip
    with Image.open(path) as film:
        assert film.info["icc_profile"] == profile


def test_stopping_between_two_frames_leaves_no_file(tmp_path: Path) -> None:
    told: list[int] = []
    frames = [FilmStill(picture(seed), 100) for seed in range(4)]
    report = write_film(
        frames,
        tmp_path,
        NAME,
        LOSSLESS,
        on_progress=told.append,
        is_cancelled=lambda: len(told) == 2,
    )
    assert report.was_cancelled
    assert told == [1, 2]
    assert list(tmp_path.iterdir()) == []


def test_no_picture_is_no_film(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="no picture"):
        write_film([], tmp_path, NAME, LOSSLESS)
    assert list(tmp_path.iterdir()) == []
