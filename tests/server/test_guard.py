"""Who gets in, how much, how fast: over raw sockets."""

import json
import socket
import time
from urllib.parse import urlsplit

import pytest

from inpaint_studio.server.guard import ANY_NUMBER, LOOPBACK_HOSTS, Guard
from tests.support.embedded import running
from tests.support.uploads import is_filled, results, standard

KEY = "sesame-öffne"


@pytest.fixture(scope="module")
def locked(engine):
    with running(engine, api_key=KEY) as url:
        yield url


def raw(base_url: str, head: str, body: bytes = b"", wait_s: float = 5.0) -> tuple[int, str]:
    """Status and whole answer of bytes sent as they are."""
    address = urlsplit(base_url)
    with socket.create_connection((address.hostname, address.port), timeout=wait_s) as connection:
        connection.sendall(head.replace("\n", "\r\n").encode() + body)
        received = b""
        while chunk := connection.recv(65536):
            received += chunk
    answer = received.decode("utf-8", "replace")
    return int(answer.split(" ", 2)[1]) if answer else 0, answer


def head(host: str = "127.0.0.1", more: str = "", method: str = "GET") -> str:
    return f"{method} /v1/models HTTP/1.1\nHost: {host}\nConnection: close\n{more}\n"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:8765", "LOCALHOST", "[::1]:80"])
def test_loopback_names_are_answered(base_url, host):
    assert raw(base_url, head(host))[0] == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1.evil.example", "10.0.0.1", "[", "",
     "evil.example@127.0.0.1", "127.0.0.1#evil.example", "127.0.0.1/evil.example", "[::1].evil",
     "[::1]evil", "127.0.0.1:80:80", "127.0.0.1.", "localhost.", "127.1"],
)  # fmt: skip
def test_other_names_are_not(base_url, host):
    status, answer = raw(base_url, head(host))
    assert status == 403
    assert '"type":"invalid_request_error"' in answer


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://localhost:3000"])
def test_web_pages_are_refused(base_url, origin):
    status, answer = raw(base_url, head(more=f"Origin: {origin}\n"))
    assert status == 403
    assert "access-control" not in answer.lower()


def test_options_gets_no_cors_headers(base_url):
    status, answer = raw(base_url, head(method="OPTIONS"))
    assert status == 405
    assert "access-control" not in answer.lower()


@pytest.mark.parametrize(
    "line",
    ["", "Authorization: Bearer wrong\n", "Authorization: Basic c2VzYW1l\n", "api-key: no\n"],
)
def test_without_the_key_nothing_is_said(locked, line):
    status, answer = raw(locked, head(more=line))
    assert status == 401
    error = json.loads(answer.partition("\r\n\r\n")[2])["error"]
    assert (error["type"], error["code"]) == ("invalid_request_error", "invalid_api_key")


@pytest.mark.parametrize("line", ["Authorization: Bearer ", "authorization: bearer ", "api-key: "])
def test_the_key_opens(locked, line):
    assert raw(locked, head(more=f"{line}{KEY}\n"))[0] == 200


def test_the_key_is_compared_in_constant_time(locked, monkeypatch):
    compared = []

    def compare(given: bytes, key: bytes) -> bool:
        compared.append((given, key))
        return False

    monkeypatch.setattr("inpaint_studio.server.guard.hmac.compare_digest", compare)
    assert raw(locked, head(more=f"Authorization: Bearer {KEY}\n"))[0] == 401
    assert compared == [(KEY.encode(), KEY.encode())]


@pytest.mark.parametrize(
    "path",
    ["/v1/results/../../etc/passwd", "/v1/results/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
     "/v1/models/../../etc/passwd", "//etc/passwd", "/v1/results/..%5c..%5cwin.ini", "/%00"],
)  # fmt: skip
def test_no_path_leads_to_a_file(base_url, path):
    status, answer = raw(base_url, head().replace("/v1/models", path))
    assert status == 404
    assert "root:" not in answer


def test_row_87_of_two_lengths_neither_is_believed(base_url):
    """A proxy before the server may have taken the one for true, and the rest for another's."""
    hidden = "GET /v1/models HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    length = f"Content-Length: {len(hidden) + 5}\nTransfer-Encoding: chunked\n"
    body = b"0\r\n\r\n" + hidden.encode()
    status, answer = raw(base_url, edit_head(length).replace("Connection: close\n", ""), body)
    assert status == 400
    assert answer.count("HTTP/1.1 ") == 1


def test_a_refused_upload_still_reads_its_answer(locked, http):
    big = [("image", ("a.png", b"\0" * 20_000_000, "image/png"))]
    answer = http.post(f"{locked}/images/edits", data={"prompt": "x"}, files=big)
    assert answer.status_code == 401


def test_urls_of_results_need_no_key(locked, http):
    answer = http.post(
        f"{locked}/images/edits",
        data={"prompt": "x", "response_format": "url"},
        files=standard(),
        headers={"authorization": f"Bearer {KEY}".encode()},
    )
    assert http.get(answer.json()["data"][0]["url"]).status_code == 200


class Short(Guard):
    """The guard with limits a test can wait for."""

    def __init__(self, app, **choices) -> None:
        super().__init__(app, **choices, body_limit=5000, idle_limit_s=0.3)


@pytest.fixture(scope="module")
def short(engine):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("inpaint_studio.server.app.Guard", Short)
        with running(engine) as url:
            yield url


def edit_head(more: str) -> str:
    return (
        "POST /v1/images/edits HTTP/1.1\nHost: localhost\nConnection: close\n"
        f"Content-Type: multipart/form-data; boundary=x\n{more}\n"
    )


def test_too_large_a_body_by_its_length(short):
    assert raw(short, edit_head("Content-Length: 5001\n"), b"x" * 5001)[0] == 413


def test_too_large_a_body_by_its_chunks(short):
    chunk = b"--x\r\n" + b"y" * 3000
    body = b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for _ in range(3))
    status, _ = raw(short, edit_head("Transfer-Encoding: chunked\n"), body)
    assert status == 413


def test_half_a_body_is_answered_in_time(short):
    started = time.monotonic()
    status, answer = raw(short, edit_head("Content-Length: 4000\n"), b"--x\r\n")
    assert status == 408
    assert "did not arrive in time" in answer
    assert time.monotonic() - started < 3


def test_the_limits_let_honest_edits_through(base_url, http):
    answer = http.post(f"{base_url}/images/edits", data={"prompt": "x"}, files=standard())
    assert is_filled(results(answer.json())[0])


@pytest.mark.parametrize("host", ["192.168.1.5", "192.168.1.5:8765", "[fe80::1]:80", "localhost"])
def test_an_open_server_answers_to_numbers(engine, host):
    with running(engine, hosts=LOOPBACK_HOSTS | {ANY_NUMBER}) as url:
        assert raw(url, head(host))[0] == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "1.2.3.4.evil.example", "2130706433", "0x7f.1", "1.2.3.4.", "", "[", "a"],
)
def test_an_open_server_answers_to_no_name_that_others_can_point_here(engine, host):
    with running(engine, hosts=LOOPBACK_HOSTS | {ANY_NUMBER}) as url:
        assert raw(url, head(host))[0] in (400, 403)
