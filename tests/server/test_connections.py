"""Crowds and dawdlers: the server goes on answering whoever else asks."""

import socket
import sys
import threading
import time
from contextlib import ExitStack, closing, contextmanager, suppress
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest

from inpaint_studio.server import connection
from inpaint_studio.server.child import ServerChild
from tests.server.test_guard import head, raw
from tests.support.embedded import running


def connected(base_url: str) -> socket.socket:
    address = urlsplit(base_url)
    return socket.create_connection((address.hostname, address.port), timeout=10)


def is_closed(end: socket.socket, within_s: float = 3.0) -> bool:
    """Whether the server has hung up; reads whatever it said before."""
    end.settimeout(within_s)
    try:
        while end.recv(65536):
            pass
    except TimeoutError:
        return False
    except ConnectionError:
        pass
    return True


@pytest.fixture
def hasty(engine, monkeypatch):
    monkeypatch.setattr(connection, "HEAD_LIMIT_S", 0.3)
    with running(engine) as url:
        yield url


def test_half_a_head_is_cut_off(hasty):
    assert raw(hasty, "GET /v1/models HTTP/1.1\nHost: loc")[0] == 0


def test_a_head_that_drips_is_cut_off(hasty):
    def drip(end: socket.socket) -> None:
        for _ in range(250):
            end.sendall(b"X")
            time.sleep(0.02)

    with connected(hasty) as end, pytest.raises(ConnectionError):
        drip(end)


def test_the_second_head_of_a_connection_is_cut_off_too(hasty):
    request = b"GET /v1/models HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    with connected(hasty) as end:
        end.sendall(request)
        assert end.recv(65536).startswith(b"HTTP/1.1 200")
        end.sendall(request[:20])
        assert is_closed(end)


def test_a_connection_is_kept_for_the_next_request(hasty):
    address = urlsplit(hasty)
    with closing(HTTPConnection(address.hostname, address.port)) as client:
        ends = set()
        for _ in range(3):
            client.request("GET", "/v1/models")
            ends.add(client.sock)
            assert client.getresponse().read()
            time.sleep(0.15)
    assert len(ends) == 1


def test_of_too_many_the_longest_idle_gives_way(engine, monkeypatch, http):
    monkeypatch.setattr(connection, "MAX_CONNECTIONS", 8)
    with running(engine) as url, ExitStack() as stack:
        crowd = [stack.enter_context(connected(url)) for _ in range(12)]
        assert http.get(f"{url}/models", headers={"connection": "close"}).status_code == 200
        assert all(is_closed(end) for end in crowd[:4])
        assert not is_closed(crowd[-1], within_s=0.1)


def test_a_request_under_way_is_not_what_gives_way(engine, monkeypatch):
    monkeypatch.setattr(connection, "MAX_CONNECTIONS", 4)
    body = "POST /v1/images/edits HTTP/1.1\nHost: localhost\nConnection: close\nContent-Length: 9\n"
    with running(engine) as url, ExitStack() as stack:
        busy = stack.enter_context(connected(url))
        busy.sendall(f"{body}Content-Type: application/json\n\n".replace("\n", "\r\n").encode())
        time.sleep(0.1)
        for _ in range(12):
            stack.enter_context(connected(url))
        busy.sendall(b"[nonsense")
        assert busy.recv(65536).startswith(b"HTTP/1.1 400")


@pytest.mark.parametrize("line", ["X-Padding: " + "x" * 1_000_000, "X: y\n" * 100_000])
def test_a_head_without_end_is_refused(base_url, line):
    status, answer = 0, ""
    with suppress(ConnectionError):  # cut off while still sending
        status, answer = raw(base_url, head(more=f"{line.strip()}\n"))
    assert status in (0, 400)
    assert "models" not in answer


@contextmanager
def many_files():
    """As many open files as the system allows: a login often starts with 1,024."""
    if sys.platform == "win32":
        yield
        return
    import resource

    usual, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, (usual, most))


@contextmanager
def dripping(base_url: str, count: int):
    """So many connections that each send a byte of a head now and then."""
    over = threading.Event()
    with ExitStack() as stack:
        stack.enter_context(many_files())
        ends = [stack.enter_context(connected(base_url)) for _ in range(count)]

        def drip() -> None:
            while not over.is_set():
                for end in ends:
                    try:
                        end.send(b"G")
                    except OSError:  # cut off, as it should be
                        continue
                over.wait(0.2)

        thread = threading.Thread(target=drip)
        thread.start()
        try:
            yield
        finally:
            over.set()
            thread.join()


def test_the_server_answers_among_a_thousand_dripping_connections(http):
    child = ServerChild()
    address = child.start()
    # A connection that is kept would be the longest idle.
    headers = {"authorization": f"Bearer {address.token}", "connection": "close"}
    try:
        with dripping(address.base_url, 1000):
            for _ in range(5):
                answer = http.get(f"{address.base_url}/models", headers=headers, timeout=10)
                assert answer.status_code == 200
        assert child.is_alive
    finally:
        child.stop()
