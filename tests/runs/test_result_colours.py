"""Results leave in the colours they are seen in, and a result's own profile is honoured."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from inpaint_studio.history import History, VariantRecord
from inpaint_studio.picture.decoding import stored_profile
from inpaint_studio.picture.display_colour import display_transform
from inpaint_studio.picture.image_file import decode_picture, decode_result
from inpaint_studio.runs.stored_results import raw_picture, source_profile
from tests.support.colour_profiles import swapped_primaries
from tests.support.new_runs import new_run
from tests.support.private_pictures import private_picture

FORMATS = ("PNG", "JPEG", "WEBP", "TIFF", "AVIF")


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    opened = History(tmp_path / "history")
    yield opened
    opened.close()


def red(file_format: str = "PNG", *, profile: bool = True) -> bytes:
    buffer = io.BytesIO()
    options = {"icc_profile": swapped_primaries()} if profile else {}
    Image.new("RGB", (48, 32), (200, 30, 60)).save(buffer, file_format, quality=100, **options)
    return buffer.getvalue()


def stored(history: History, source: bytes | None, result: bytes) -> VariantRecord:
    blob = history.put(source, "image/png") if source else None
    run = history.begin(new_run(source=blob))
    variant = run.variants[0]
    history.finish(
        variant.id, blob=history.put(result, "image/png"), media_type="image/png", seconds=1.0
    )
    return history.variant(variant.id)


@pytest.mark.parametrize("file_format", FORMATS)
def test_a_results_own_profile_is_honoured(file_format: str) -> None:
    picture = decode_picture(red(file_format), "result")
    shown = display_transform(picture.icc_profile)
    assert shown is not None
    numbers = decode_result(red(file_format))
    assert np.array_equal(numbers, shown(picture.pixels))
    assert np.abs(numbers.astype(int) - picture.pixels).max() > 100


def test_a_raw_result_is_described_by_the_profile_of_its_source(history: History) -> None:
    variant = stored(history, private_picture("PNG"), red(profile=False))
    raw = raw_picture(history, variant)
    assert raw.icc_profile == swapped_primaries()
    assert np.array_equal(raw.pixels, decode_picture(red(profile=False), "result").pixels)


def test_a_raw_result_for_a_plain_source_keeps_its_own_profile(history: History) -> None:
    variant = stored(history, red(profile=False), red())
    raw = raw_picture(history, variant)
    assert raw.icc_profile == swapped_primaries()
    assert np.array_equal(raw.pixels, decode_picture(red(), "result").pixels)


@pytest.mark.parametrize("file_format", FORMATS)
def test_the_profile_of_a_source_is_found_without_its_pixels(file_format: str) -> None:
    data = private_picture(file_format)
    assert stored_profile(data) == decode_picture(data, "photo").icc_profile is not None
    assert stored_profile(b"no picture") is None


def test_a_source_that_has_gone_is_taken_for_srgb(history: History) -> None:
    variant = stored(history, None, red(profile=False))
    assert source_profile(history, history.run(variant.run_id)) is None
