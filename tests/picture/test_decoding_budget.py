"""Fault row 78: what is decoded at once has a bound, however many threads and streams there are."""

from __future__ import annotations

import gc
import io
import threading
import time

import pytest
from PIL import Image

from inpaint_studio.picture.decoding import stated_pixels
from inpaint_studio.picture.decoding_budget import AHEAD, SMALL, DecodingBudget
from inpaint_studio.picture.image_file import decode_result
from inpaint_studio.picture.progressive_decode import ProgressivePicture

LARGE = 2 * SMALL


def test_what_does_not_fit_waits_and_what_is_too_large_goes_alone():
    budget, held, most = DecodingBudget(3 * LARGE), 0, 0
    lock = threading.Lock()

    def work(pixels: int, weight: int) -> None:
        nonlocal held, most
        with budget.hold(pixels):
            with lock:
                held += weight
                most = max(most, held)
            time.sleep(0.02)
            with lock:
                held -= weight

    jobs = [(LARGE, 1)] * 12 + [(9 * LARGE, 3)] * 2
    threads = [threading.Thread(target=work, args=job) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 3
    assert budget.try_take(3 * LARGE)


def test_small_pictures_and_those_inside_another_never_wait():
    budget = DecodingBudget(LARGE)
    with budget.hold(LARGE), budget.hold(LARGE), budget.hold(SMALL):
        assert not budget.try_take(1)
    assert budget.try_take(LARGE)


def png(width: int, height: int) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (width, height)).save(file, "PNG")
    return file.getvalue()


def test_of_many_large_pictures_that_come_few_are_decoded_ahead():
    data = png(5000, 5000)
    growing = [ProgressivePicture() for _ in range(4)]
    for each in growing:
        each.feed(data[:1000])
        each.feed(data[1000:])
    assert sum(each._decoding is not None for each in growing) == 2
    assert growing[0].finish(data) is not None
    assert growing[3].finish(data) is None
    del growing, each
    gc.collect()
    assert AHEAD.try_take(64_000_000)
    AHEAD.give_back(64_000_000)


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_decoding_holds_what_it_decodes(monkeypatch, kind):
    held = []

    class Watched(DecodingBudget):
        def hold(self, pixels):
            held.append(pixels)
            return super().hold(pixels)

    for module in ("image_file", "progressive_decode"):
        monkeypatch.setattr(f"inpaint_studio.picture.{module}.WORK", Watched(LARGE))
    file = io.BytesIO()
    Image.new("RGB", (300, 200)).save(file, kind)
    decode_result(file.getvalue())
    assert held == [60_000]


@pytest.mark.parametrize("data", [b"", b"\x89PNG", b"GIF89a" + b"\xff" * 99, b"nonsense" * 99])
def test_what_has_no_header_has_no_pixels(data):
    assert stated_pixels(data) == 0
    assert stated_pixels(png(30, 20)) == 600
