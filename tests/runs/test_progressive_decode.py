"""A stream's picture takes shape while it comes, and is only taken for the file it was."""

import io
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from PIL import Image

from inpaint_studio.picture.image_file import decode_result
from inpaint_studio.runs.progressive_decode import ProgressiveDecoder
from tests.support.waiting import PATIENCE_S


def _file(seed: int) -> bytes:
    """A PNG of some 250 KB: a few batches."""
    noise = np.random.default_rng(seed).integers(0, 256, (280, 300, 3), np.uint8)
    stream = io.BytesIO()
    Image.fromarray(noise).save(stream, "PNG")
    return stream.getvalue()


def _bring(decoder: ProgressiveDecoder, data: bytes) -> None:
    decoder.begin()
    for start in range(0, len(data), 30_000):
        decoder.take(data[start : start + 30_000])


@pytest.fixture
def workers() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(2) as pool:
        yield pool


def test_what_came_is_there_as_if_it_had_been_decoded_afterwards(
    workers: ThreadPoolExecutor,
) -> None:
    decoder = ProgressiveDecoder(workers)

    for seed in range(3):
        data = _file(seed)
        _bring(decoder, data)
        np.testing.assert_array_equal(decoder.pixels(data), decode_result(data))


def test_only_a_tail_is_left_for_the_end(workers: ThreadPoolExecutor) -> None:
    decoder, data = ProgressiveDecoder(workers), _file(1)
    _bring(decoder, data)

    deadline = time.monotonic() + PATIENCE_S
    while decoder._waiting_bytes >= len(data) / 3 and time.monotonic() < deadline:
        time.sleep(0.01)
    assert decoder._waiting_bytes < len(data) / 3


def test_another_file_than_came_is_left_to_others(workers: ThreadPoolExecutor) -> None:
    decoder = ProgressiveDecoder(workers)
    _bring(decoder, _file(1))

    assert decoder.pixels(_file(2)) is None
    assert decoder.pixels(_file(1)) is None  # a picture is given away once


def test_a_picture_that_was_passed_over_does_not_spoil_the_next(
    workers: ThreadPoolExecutor,
) -> None:
    decoder, data = ProgressiveDecoder(workers), _file(2)
    _bring(decoder, _file(1)[:200_000])
    _bring(decoder, data)

    np.testing.assert_array_equal(decoder.pixels(data), decode_result(data))


def test_a_stream_that_goes_on_while_the_session_closes_harms_nobody(
    workers: ThreadPoolExecutor,
) -> None:
    decoder, data = ProgressiveDecoder(workers), _file(1)
    workers.shutdown()

    _bring(decoder, data)

    np.testing.assert_array_equal(decoder.pixels(data), decode_result(data))
