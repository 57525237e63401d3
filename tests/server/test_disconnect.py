"""A caller that hangs up stops the work."""

import socket
import time
from urllib.parse import urlsplit

import httpx
import numpy as np
import pytest

from tests.support.uploads import alpha_mask, png


@pytest.fixture(scope="module")
def slow_upload():
    """A request that keeps the engine busy for many seconds."""
    image = np.random.default_rng(1).integers(0, 255, (900, 1200, 3)).astype(np.uint8)
    area = np.zeros((900, 1200), bool)
    area[200:700, 200:1000] = True
    return [
        ("image", ("a.png", png(image), "image/png")),
        ("mask", ("m.png", alpha_mask(area), "image/png")),
    ]


def wait_until(condition, within_s: float) -> float:
    started = time.monotonic()
    while not condition():
        assert time.monotonic() - started < within_s
        time.sleep(0.005)
    return time.monotonic() - started


@pytest.mark.parametrize("stream", ["true", "false"])
@pytest.mark.parametrize("busy_for_s", [0.0, 0.5])
def test_hanging_up_frees_the_engine_within_200_ms(
    base_url, engine, slow_upload, stream, busy_for_s
):
    request = httpx.Request(
        "POST",
        f"{base_url}/images/edits",
        data={"prompt": "x", "quality": "high", "stream": stream, "partial_images": "3"},
        files=slow_upload,
    )
    address = urlsplit(base_url)
    with socket.create_connection((address.hostname, address.port)) as connection:
        lines = [f"{name}: {value}" for name, value in request.headers.items()]
        head = "\r\n".join(["POST /v1/images/edits HTTP/1.1", *lines, "", ""])
        connection.sendall(head.encode() + request.read())
        wait_until(lambda: engine._busy, 10)
        time.sleep(busy_for_s)
        assert engine._busy
    assert wait_until(lambda: not engine._busy, 2) < 0.2


def test_the_next_edit_is_served_as_ever(base_url, http, slow_upload):
    small = png(np.zeros((20, 20, 3), np.uint8))
    area = np.zeros((20, 20), bool)
    area[5:9, 5:9] = True
    files = [("image", ("a.png", small)), ("mask", ("m.png", alpha_mask(area)))]
    answer = http.post(f"{base_url}/images/edits", data={"prompt": "x"}, files=files)
    assert answer.status_code == 200
