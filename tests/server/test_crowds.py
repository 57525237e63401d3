"""Fault row 67: who is refused keeps no place, and who is let in leaves room for others."""

import asyncio
import socket
import sys
import threading
import time
from contextlib import ExitStack
from urllib.parse import urlsplit

import pytest

from inpaint_studio.contract.profile import LOCAL_FILL_MODEL
from inpaint_studio.engine.protocol import FillCancelled, Stage
from inpaint_studio.server import guard, places
from inpaint_studio.server.app import create_app
from inpaint_studio.server.guard import CONNECTION, Guard
from inpaint_studio.server.pixel_budget import PixelBudget
from tests.server.test_connections import connected, is_closed, many_files
from tests.server.test_guard import raw
from tests.support.embedded import running, running_app
from tests.support.uploads import alpha_mask, hole, png, source, standard

KEY = "sesame"
HALF = (
    "POST /v1/images/edits HTTP/1.1\nHost: {host}\nContent-Type: application/json\n"
    "Content-Length: {length}\n\n["
)


def half_body(end: socket.socket, host: str = "127.0.0.1", length: int = 1000) -> socket.socket:
    end.sendall(HALF.format(host=host, length=length).replace("\n", "\r\n").encode())
    return end


def models(base_url: str, key: str = "") -> int:
    line = f"Authorization: Bearer {key}\n" if key else ""
    return raw(base_url, f"GET /v1/models HTTP/1.1\nHost: 127.0.0.1\nConnection: close\n{line}\n")[
        0
    ]


def from_address(address: str, base_url: str) -> socket.socket:
    url = urlsplit(base_url)
    return socket.create_connection((url.hostname, url.port), 10, source_address=(address, 0))


@pytest.mark.parametrize("host", ["127.0.0.1", "evil.example"])
def test_half_bodies_without_the_key_keep_nobody_out(engine, host):
    with running(engine, api_key=KEY) as url, ExitStack() as stack:
        stack.enter_context(many_files())
        for _ in range(600):
            half_body(stack.enter_context(connected(url)), host)
        started = time.monotonic()
        assert models(url, KEY) == 200
        assert time.monotonic() - started < 2


def test_who_is_refused_is_answered_and_hung_up_on_in_seconds(engine, monkeypatch):
    monkeypatch.setattr(guard, "DRAIN_LIMIT_S", 0.3)
    with running(engine, api_key=KEY) as url, connected(url) as end:
        half_body(end)
        assert end.recv(65536).startswith(b"HTTP/1.1 401")
        assert is_closed(end)


def test_a_full_house_says_when_to_come_back(engine, monkeypatch):
    monkeypatch.setattr(places, "MAX_REQUESTS", 4)
    with running(engine) as url, ExitStack() as stack:
        busy = [half_body(stack.enter_context(connected(url)), length=9) for _ in range(4)]
        time.sleep(0.2)
        status, answer = raw(url, "GET /v1/models HTTP/1.1\nHost: localhost\nConnection: close\n\n")
        assert status == 503
        assert "retry-after: 2" in answer.lower()
        for end in busy:
            end.sendall(b"nonsense")
            assert end.recv(65536).startswith(b"HTTP/1.1 400")
        assert models(url) == 200


def test_500_at_once_are_answered_and_none_is_reset(engine):
    with running(engine) as url, ExitStack() as stack:
        stack.enter_context(many_files())
        ends = [half_body(stack.enter_context(connected(url)), length=9) for _ in range(500)]
        for end in ends:
            end.sendall(b"nonsense")
        statuses = [int(end.recv(65536).split()[1]) for end in ends]
    assert set(statuses) <= {400, 503}


@pytest.mark.skipif(sys.platform != "linux", reason="one loopback address elsewhere")
def test_one_address_leaves_room_for_another(engine):
    with running(engine) as url, ExitStack() as stack:
        stack.enter_context(many_files())
        for _ in range(400):
            half_body(stack.enter_context(from_address("127.0.0.2", url)))
        time.sleep(0.3)
        assert models(url) == 200


@pytest.mark.skipif(sys.platform != "linux", reason="one loopback address elsewhere")
def test_of_idle_connections_those_of_the_most_crowded_address_give_way(engine, monkeypatch):
    monkeypatch.setattr("inpaint_studio.server.connection.MAX_CONNECTIONS", 8)
    with running(engine) as url, ExitStack() as stack:
        patient = stack.enter_context(connected(url))
        crowd = [stack.enter_context(from_address("127.0.0.2", url)) for _ in range(12)]
        assert all(is_closed(end) for end in crowd[:5])
        assert not is_closed(patient, within_s=0.1)


def test_who_does_not_take_an_answer_is_hung_up_on():
    aborted = []

    class Connection:
        def refuse(self):
            raise AssertionError

        def abort(self):
            aborted.append(True)
            full.set()

    full = asyncio.Event()

    async def app(scope, receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def send(message):
        await full.wait()

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    scope = {"type": "http", "path": "/", "headers": [(b"host", b"localhost")], "client": ("a", 1),
             "state": {CONNECTION: Connection()}}  # fmt: skip
    asyncio.run(Guard(app, api_key=None, idle_limit_s=0.1)(scope, receive, send))

    assert aborted


class Counting:
    """An engine that keeps the picture, and notes how many fills there are at once."""

    model, note, follows_prompt = LOCAL_FILL_MODEL, "", False

    def __init__(self, seconds: float = 0.05) -> None:
        self.seconds, self.now, self.most, self.lock = seconds, 0, 0, threading.Lock()

    def warm(self):
        pass

    def close(self):
        pass

    def fill(self, job, progress, is_cancelled):
        with self.lock:
            self.now += 1
            self.most = max(self.most, self.now)
        end = time.monotonic() + self.seconds
        try:
            while time.monotonic() < end:
                if is_cancelled():
                    raise FillCancelled
                time.sleep(0.005)
        finally:
            with self.lock:
                self.now -= 1
        return Stage(job.image, 1.0, "none")


def tight_app(engine, requests: int):
    """An application with room for so many requests of the standard size."""
    app = create_app(engine, api_key=None)
    area = source().shape[0] * source().shape[1]
    service = app.state.service
    app.state.service = type(service)(
        **{name: getattr(service, name) for name in service.__slots__ if name != "budget"},
        budget=PixelBudget(requests * area * 24),
    )
    return app


@pytest.mark.parametrize("room", [1, 3])
def test_pictures_in_work_have_a_budget_and_the_rest_waits(http, room):
    engine = Counting()
    with running_app(tight_app(engine, room)) as url:
        statuses = []

        def ask():
            answer = http.post(f"{url}/images/edits", data={"prompt": "x"}, files=standard())
            statuses.append(answer.status_code)

        threads = [threading.Thread(target=ask) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert statuses == [200] * 8
    assert engine.most == room


def test_a_picture_larger_than_the_budget_is_worked_on_alone(http):
    engine = Counting()
    large = [("image", ("a.png", png(source().repeat(3, 0)), "image/png")),
             ("mask", ("m.png", alpha_mask(hole().repeat(3, 0)), "image/png"))]  # fmt: skip
    with running_app(tight_app(engine, 1)) as url:
        answer = http.post(f"{url}/images/edits", data={"prompt": "x", "n": 4}, files=large)
    assert answer.status_code == 200
    assert len(answer.json()["data"]) == 4
    assert engine.most == 1


def test_who_hangs_up_while_waiting_takes_everything_along(http):
    engine = Counting(seconds=20)
    app = tight_app(engine, 1)
    with running_app(app) as url:
        request = http.build_request(
            "POST", f"{url}/images/edits", data={"prompt": "x"}, files=standard()
        )
        lines = [f"{name}: {value}" for name, value in request.headers.items()]
        head = "\r\n".join(["POST /v1/images/edits HTTP/1.1", *lines, "", ""]).encode()
        with ExitStack() as stack:
            for _ in range(20):
                stack.enter_context(connected(url)).sendall(head + request.read())
            wait_until(lambda: engine.now == 1 and len(budget(app)._waiting) == 19)
        wait_until(lambda: engine.now == 0 and budget(app)._left == budget(app)._limit)
        assert not budget(app)._waiting
        assert engine.most == 1


def budget(app) -> PixelBudget:
    return app.state.service.budget


def wait_until(is_so, seconds: float = 5.0) -> None:
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_variants_share_the_budget():
    room = PixelBudget(100 * 24)
    assert room.variants_at_once(1, 10) == 10
    assert room.variants_at_once(50, 10) == 3
    assert room.variants_at_once(100, 10) == 1
    assert room.variants_at_once(10**9, 10) == 1
